"""Saving a comparison and opening it again: the same content, the same bytes, and never over an article."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from comparison_samples import FIRST, SECOND, comparisons, sample_annotations, sample_comparison
from hypothesis import HealthCheck, given, settings
from saving_samples import Value, edit, item, save

from readerapp.model import Annotations, Comparison, ReaderError, Review, Verdict
from readerapp.saving.comparison_file import (
    SavedComparison,
    read_comparison_file,
    render_comparison_file,
    write_comparison_file,
)
from readerapp.sources import open_sources

NOW = "2026-02-05T10:00:00+00:00"
LATER = "2026-02-06T11:00:00+00:00"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a-b.reader.json"
    save(path)
    return path


def judge(annotations: Annotations, finding: str = "overlap-2c3d") -> Annotations:
    return annotations.with_review(finding, Review(Verdict.UNSURE, modified=LATER))


def saved_again(opened: SavedComparison, annotations: Annotations) -> Value:
    """What the file would hold after the person changed something."""
    data = render_comparison_file(
        opened.comparison, annotations, location=opened.path, original=opened.original, now=LATER
    )
    value = json.loads(data)
    assert isinstance(value, dict)
    return value


def test_what_was_saved_is_opened_again(file: Path) -> None:
    comparison = sample_comparison()
    opened = read_comparison_file(file)
    assert opened.comparison == comparison
    assert opened.annotations == sample_annotations(comparison)


def test_the_file_is_utf_8_text_of_lines_that_ends_in_a_line_feed(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "“Nobody was hurt" in text
    assert text.endswith("}\n")
    assert max(len(line) for line in text.splitlines()) < 1000


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(comparisons())
def test_any_comparison_is_opened_as_it_was_saved(
    tmp_path: Path, made: tuple[Comparison, Annotations]
) -> None:
    path = tmp_path / "x.reader.json"
    path.write_bytes(render_comparison_file(*made, location=path, now=NOW))
    opened = read_comparison_file(path)
    assert (opened.comparison, opened.annotations) == made


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(comparisons())
def test_opening_and_saving_without_a_change_gives_the_same_bytes(
    tmp_path: Path, made: tuple[Comparison, Annotations]
) -> None:
    path = tmp_path / "x.reader.json"
    path.write_bytes(render_comparison_file(*made, location=path, now=NOW))
    opened = read_comparison_file(path)
    again = render_comparison_file(
        opened.comparison, opened.annotations, location=path, original=opened.original, now=LATER
    )
    assert again == path.read_bytes()
    as_plain_values = render_comparison_file(
        opened.comparison, opened.annotations, location=path, original=dict(opened.original), now=LATER
    )
    assert as_plain_values == again


def test_a_change_that_is_taken_back_gives_the_same_bytes(file: Path) -> None:
    before = file.read_bytes()
    opened = read_comparison_file(file)
    for said in (judge(opened.annotations), opened.annotations):
        saved = write_comparison_file(file, opened.comparison, said, original=opened.original, overwrite=True)
        opened = replace(opened, original=saved.original)
    now = json.loads(file.read_bytes())
    then = json.loads(before)
    assert now.pop("modified") >= then.pop("modified")
    assert now == then


def test_saving_twice_in_a_row_writes_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "x.reader.json"
    first = save(path)
    before = path.read_bytes()
    write_comparison_file(path, first.comparison, first.annotations, original=first.original, overwrite=True)
    assert path.read_bytes() == before


def test_the_order_in_which_findings_are_given_back_does_not_matter(file: Path) -> None:
    opened = read_comparison_file(file)
    turned = replace(opened.comparison, findings=opened.comparison.findings[::-1])
    again = render_comparison_file(
        turned, opened.annotations, location=file, original=opened.original, now=LATER
    )
    assert again == file.read_bytes()


def test_a_file_that_another_program_laid_out_differently_keeps_its_bytes(file: Path) -> None:
    data = edit(file, lambda value: value.update(extra=[1, {"a": None}]))
    opened = read_comparison_file(file)
    again = render_comparison_file(
        opened.comparison, opened.annotations, location=file, original=opened.original, now=LATER
    )
    assert again == data


def test_modified_tells_the_last_change_and_created_the_first_saving(file: Path) -> None:
    opened = read_comparison_file(file)
    value = saved_again(opened, judge(opened.annotations))
    assert value["created"] == opened.original["created"]
    assert value["modified"] == "2026-02-06T11:00:00Z"
    assert opened.original["modified"] != value["modified"]


# Keys of other programs


def places(value: Value) -> dict[str, Value]:
    """One object of each sort that other programs may write into."""
    finding = item(value, "overlap-2c3d")
    judged = item(value, "contradiction-0a1b")
    return {
        "collection": value,
        "page": value["first"],
        "generator": value["generator"],
        "settings": value["reader:settings"],
        "source": value["reader:sources"][0],
        "finding": finding,
        "relation": finding["body"][0],
        "target": finding["target"][1],
        "verdict": judged["body"][1],
        "tag": judged["body"][2],
        "remark": judged["body"][4],
        "note": item(value, "3301"),
        "note's target": item(value, "3301")["target"][0],
    }


SORTS = [
    *("collection", "page", "generator", "settings", "source", "finding", "relation", "target"),
    *("verdict", "tag", "remark", "note", "note's target"),
]


@pytest.mark.parametrize("sort", SORTS)
def test_unknown_keys_survive_a_change(file: Path, sort: str) -> None:
    unknown = {"a": [1, None, {"b": "c"}]}
    edit(file, lambda value: places(value)[sort].update({"other:key": unknown}))
    opened = read_comparison_file(file)
    annotations = judge(judge(opened.annotations), "overlap-4e5f")
    changed = annotations.with_review(
        "contradiction-0a1b",
        replace(annotations.review_of("contradiction-0a1b"), note="Yes, swapped.", modified=LATER),
    )
    (note,) = changed.notes
    changed = changed.with_note(replace(note, text="The port did not answer.", modified=LATER))
    value = saved_again(opened, changed)
    assert places(value)[sort]["other:key"] == unknown
    assert places(value)["remark"]["value"] == "Yes, swapped."
    assert places(value)["note"]["body"][0]["value"] == "The port did not answer."


def test_unknown_keys_survive_saving_in_another_folder(file: Path, tmp_path: Path) -> None:
    (tmp_path / "deeper").mkdir()
    edit(file, lambda value: [known.update({"other:key": 1}) for known in places(value).values()])
    opened = read_comparison_file(file)
    data = render_comparison_file(
        opened.comparison,
        opened.annotations,
        location=tmp_path / "deeper" / "x.reader.json",
        original=opened.original,
        now=LATER,
    )
    assert {
        name: known.get("other:key") for name, known in places(json.loads(data)).items()
    } == dict.fromkeys(SORTS, 1)


def test_what_did_not_change_stays_word_for_word(file: Path) -> None:
    def change(value: Value) -> None:
        finding = item(value, "overlap-4e5f")
        finding["motivation"] = ["linking", "describing"]
        finding["target"][0]["selector"].append({"type": "XPathSelector", "value": "/p[1]"})

    edit(file, change)
    opened = read_comparison_file(file)
    value = saved_again(opened, judge(opened.annotations))
    before, after = (item(dict(holder), "overlap-4e5f") for holder in (opened.original, value))
    assert before == after


def test_bodies_selectors_and_motivations_of_others_stay_in_an_annotation_that_changed(file: Path) -> None:
    reply = {"type": "TextualBody", "purpose": "replying", "value": "I doubt it."}
    selector = {"type": "XPathSelector", "value": "/p[1]"}

    def change(value: Value) -> None:
        finding = item(value, "overlap-2c3d")
        finding["motivation"] = ["linking", "describing"]
        finding["body"].append(reply)
        finding["target"][0]["selector"].append(selector)

    edit(file, change)
    opened = read_comparison_file(file)
    finding = item(saved_again(opened, judge(opened.annotations)), "overlap-2c3d")
    assert finding["motivation"] == ["linking", "describing"]
    assert reply in finding["body"]
    assert "assessing" in [body.get("purpose") for body in finding["body"]]
    assert selector in finding["target"][0]["selector"]


def test_annotations_of_others_stay_where_they_stood(file: Path) -> None:
    foreign = {"id": "https://example.org/1", "type": "Annotation", "target": "https://example.org/"}

    def change(value: Value) -> None:
        value["first"]["items"].insert(2, foreign)

    edit(file, change)
    opened = read_comparison_file(file)
    value = saved_again(opened, judge(opened.annotations))
    assert value["first"]["items"][2] == foreign
    assert value["total"] == len(value["first"]["items"]) == 7


def test_a_note_that_was_removed_is_gone_with_its_keys(file: Path) -> None:
    opened = read_comparison_file(file)
    value = saved_again(opened, replace(opened.annotations, notes=()))
    assert not [item for item in value["first"]["items"] if item["id"].startswith("urn:uuid:")]


def test_the_context_of_others_stays(file: Path) -> None:
    edit(file, lambda value: value["@context"].append({"other": "https://example.org/terms#"}))
    opened = read_comparison_file(file)
    context = saved_again(opened, judge(opened.annotations))["@context"]
    assert {"other": "https://example.org/terms#"} in context
    assert len(context) == 3


# Where the articles lie


def opened_articles(folder: Path) -> Comparison:
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").write_text(SECOND, encoding="utf-8")
    opened = open_sources([str(folder / "a.txt"), str(folder / "b.txt")])
    return Comparison(opened.documents)


def paths(file: Path) -> list[str]:
    return [source["reader:path"] for source in json.loads(file.read_bytes())["reader:sources"]]


def test_articles_are_named_by_their_way_from_the_saved_file(tmp_path: Path) -> None:
    comparison = opened_articles(tmp_path)
    (tmp_path / "saved").mkdir()
    for name, expected in (("x.reader.json", "a.txt"), ("saved/x.reader.json", "../a.txt")):
        write_comparison_file(tmp_path / name, comparison, Annotations(), overwrite=False)
        assert paths(tmp_path / name)[0] == expected
        assert str(tmp_path) not in (tmp_path / name).read_text(encoding="utf-8")


def test_saving_elsewhere_tells_the_way_from_there(tmp_path: Path) -> None:
    write_comparison_file(
        tmp_path / "x.reader.json", opened_articles(tmp_path), Annotations(), overwrite=False
    )
    opened = read_comparison_file(tmp_path / "x.reader.json")
    (tmp_path / "saved").mkdir()
    other = tmp_path / "saved" / "y.reader.json"
    write_comparison_file(
        other, opened.comparison, opened.annotations, original=opened.original, overwrite=False
    )
    assert paths(other) == ["../a.txt", "../b.txt"]
    assert json.loads(other.read_bytes())["modified"] == opened.original["modified"]


def test_a_way_that_climbs_to_the_root_or_past_the_home_folder_is_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home" / "ann"))
    for folder in ("home/ann", "home/bob"):
        (tmp_path / folder).mkdir(parents=True)
    comparison = opened_articles(tmp_path / "home" / "bob")
    write_comparison_file(
        tmp_path / "home" / "ann" / "x.reader.json", comparison, Annotations(), overwrite=False
    )
    text = (tmp_path / "home" / "ann" / "x.reader.json").read_text(encoding="utf-8")
    assert "bob" not in text
    assert '"a.txt"' in text
    assert "reader:path" not in text


def test_it_opens_although_the_articles_are_gone(tmp_path: Path) -> None:
    comparison = opened_articles(tmp_path)
    write_comparison_file(tmp_path / "x.reader.json", comparison, Annotations(), overwrite=False)
    (tmp_path / "a.txt").unlink()
    assert read_comparison_file(tmp_path / "x.reader.json").comparison.documents[0].text == FIRST


@pytest.mark.parametrize("name", ["the name", "dots", "a link", "a hard link", "reopened"])
def test_an_article_is_never_written_over(tmp_path: Path, name: str) -> None:
    comparison = opened_articles(tmp_path)
    location = tmp_path / "b.txt"
    if name == "dots":
        (tmp_path / "x").mkdir()
        location = tmp_path / "x" / ".." / "b.txt"
    elif name == "a link":
        location = tmp_path / "link.reader.json"
        location.symlink_to("b.txt")
    elif name == "a hard link":
        location = tmp_path / "other.reader.json"
        location.hardlink_to(tmp_path / "b.txt")
    elif name == "reopened":
        write_comparison_file(tmp_path / "x.reader.json", comparison, Annotations(), overwrite=False)
        comparison = read_comparison_file(tmp_path / "x.reader.json").comparison
    with pytest.raises(ReaderError, match="never written over"):
        write_comparison_file(location, comparison, Annotations(), overwrite=True)
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == SECOND


def test_an_article_that_is_gone_for_the_moment_does_not_come_back_as_something_else(tmp_path: Path) -> None:
    comparison = opened_articles(tmp_path)
    (tmp_path / "b.txt").unlink()
    with pytest.raises(ReaderError, match="never written over"):
        write_comparison_file(tmp_path / "b.txt", comparison, Annotations(), overwrite=True)


# What stands there already


def test_another_file_is_replaced_only_where_that_was_allowed(tmp_path: Path) -> None:
    path = tmp_path / "x.reader.json"
    path.write_text("mine")
    comparison = sample_comparison()
    with pytest.raises(ReaderError, match="exists already"):
        write_comparison_file(path, comparison, Annotations(), overwrite=False)
    assert path.read_text() == "mine"
    write_comparison_file(path, comparison, Annotations(), overwrite=True)
    assert read_comparison_file(path).comparison == comparison


def test_the_file_that_was_opened_is_written_again_without_asking(file: Path) -> None:
    opened = read_comparison_file(file)
    write_comparison_file(
        file, opened.comparison, judge(opened.annotations), original=opened.original, overwrite=False
    )
    assert read_comparison_file(file).annotations.review_of("overlap-2c3d").verdict is Verdict.UNSURE


@pytest.mark.parametrize("overwrite", [True, False])
def test_what_another_program_saved_in_the_meantime_is_not_lost(file: Path, overwrite: bool) -> None:
    opened = read_comparison_file(file)
    theirs = edit(file, lambda value: value.update(label="theirs"))
    with pytest.raises(ReaderError, match="changed by another program"):
        write_comparison_file(
            file, opened.comparison, opened.annotations, original=opened.original, overwrite=overwrite
        )
    assert file.read_bytes() == theirs


def test_a_file_that_was_removed_in_the_meantime_is_made_again(file: Path) -> None:
    opened = read_comparison_file(file)
    file.unlink()
    write_comparison_file(
        file, opened.comparison, opened.annotations, original=opened.original, overwrite=False
    )
    assert read_comparison_file(file).annotations == opened.annotations


def test_a_lone_surrogate_does_not_keep_anybody_from_saving(tmp_path: Path) -> None:
    annotations = Annotations().with_review("overlap-2c3d", Review(note="pasted \ud83d here"))
    path = tmp_path / "x.reader.json"
    write_comparison_file(path, sample_comparison(), annotations, overwrite=False)
    assert read_comparison_file(path).annotations.review_of("overlap-2c3d").note == "pasted \ufffd here"


@pytest.mark.skipif(os.name != "posix", reason="names that are no text exist on POSIX alone")
def test_an_article_whose_name_is_no_text_can_be_saved(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    try:
        with open(name, "w", encoding="utf-8") as stream:
            stream.write(FIRST)
    except OSError:
        pytest.skip("the disk takes no such name")
    comparison = Comparison(open_sources([name]).documents)
    path = tmp_path / "x.reader.json"
    write_comparison_file(path, comparison, Annotations(), overwrite=False)
    assert read_comparison_file(path).comparison.documents[0].source == "caf\ufffd.txt"


def test_a_file_that_can_be_read_no_more_is_not_written_over(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = read_comparison_file(file)
    before = file.read_bytes()

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as unreadable:
        unreadable.setattr(Path, "read_bytes", refuse)
        with pytest.raises(ReaderError, match="cannot be read"):
            write_comparison_file(
                file,
                opened.comparison,
                judge(opened.annotations),
                original=opened.original,
                overwrite=True,
            )
    assert file.read_bytes() == before
