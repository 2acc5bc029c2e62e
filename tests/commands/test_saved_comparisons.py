"""Saved comparisons on the command line: reported with what a person added, opened alone, refused when damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_samples import FIRST, articles, complaint, reader

from readerapp import compare, open_source
from readerapp.model import Annotations, Note, Passage, Review, Verdict
from readerapp.reports import FORMATS, Format, render, render_folder
from readerapp.saving.comparison_file import read_comparison_file, write_comparison_file

NAME = "bridge.reader.json"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A saved comparison with a confirmed finding and a note, beside its articles."""
    names = articles(tmp_path)
    comparison = compare([open_source(tmp_path / name) for name in names])
    (finding,) = comparison.findings
    text = comparison.documents[0].text
    note = Note(
        "urn:uuid:1b671a64-40d5-491e-99b0-da01ff1f3341", (Passage("1", 0, 6, text[0:6]),), "Which bridge?"
    )
    annotations = Annotations(
        reviews={finding.id: Review(Verdict.CONFIRMED, ("agency",), "From the committee's paper.")},
        notes=(note,),
    )
    location = tmp_path / NAME
    write_comparison_file(location, comparison, annotations, overwrite=False)
    return location


def test_a_report_holds_verdicts_tags_and_notes(saved: Path) -> None:
    finished = reader(NAME, "--format", "json", folder=saved.parent)
    assert (finished.returncode, finished.stderr) == (0, b"")
    value = json.loads(finished.stdout)
    (finding,) = value["findings"]
    assert finding["review"] == {"verdict": "confirmed", "tags": ["agency"]}
    assert finding["notes"] == ["From the committee's paper."]
    (note,) = value["notes"]
    assert note["text"] == "Which bridge?"
    assert [passage["text"] for passage in note["passages"]] == ["Bridge"]


def test_a_report_can_hold_what_was_confirmed_alone_and_no_whole_texts(saved: Path) -> None:
    finished = reader(NAME, "--format", "json", "--only-confirmed", "--no-texts", folder=saved.parent)
    assert (finished.returncode, finished.stderr) == (0, b"")
    value = json.loads(finished.stdout)
    assert [finding["review"]["verdict"] for finding in value["findings"]] == ["confirmed"]
    assert [document["text"] for document in value["documents"]] == [None, None]


def test_no_report_tells_the_absolute_paths_that_a_saved_comparison_holds(saved: Path) -> None:
    opened = read_comparison_file(saved)
    write_comparison_file(
        saved,
        opened.comparison,
        opened.annotations,
        original=opened.original,
        overwrite=True,
        absolute_paths=True,
    )
    assert str(saved.parent) in saved.read_text()
    opened = read_comparison_file(saved)
    for name, made in FORMATS.items():
        if isinstance(made, Format):
            texts = [render(opened.comparison, opened.annotations, name=name)]
        else:
            files = render_folder(opened.comparison, opened.annotations, name=name)
            texts = [data.decode() for data in files.values()]
        assert not any(str(saved.parent) in text for text in texts)


def test_articles_that_nobody_judged_cannot_be_reported_as_confirmed(saved: Path) -> None:
    finished = reader("a.txt", "b.txt", "--format", "json", "--only-confirmed", folder=saved.parent)
    assert (finished.returncode, finished.stdout) == (2, b"")
    assert "saved comparison" in complaint(finished)


def test_a_report_needs_the_articles_no_more(saved: Path) -> None:
    before = reader(NAME, "--format", "json", folder=saved.parent).stdout
    for name in ("a.txt", "b.txt"):
        (saved.parent / name).unlink()
    assert reader(NAME, "--format", "json", folder=saved.parent).stdout == before


def test_a_report_says_which_article_has_changed_since_and_is_about_the_saved_text(saved: Path) -> None:
    with (saved.parent / "b.txt").open("a") as stream:
        stream.write("\nCorrected on Monday.\n")
    finished = reader(NAME, "--format", "json", folder=saved.parent)
    value = json.loads(finished.stdout)
    told = [notice for notice in value["notices"] if notice["code"] == "source-changed"]
    assert [notice["document"] for notice in told] == ["2"]
    assert "Corrected" not in value["documents"][1]["text"]


def test_a_report_for_people_shows_verdict_and_notes(saved: Path) -> None:
    text = reader(NAME, "--format", "markdown", folder=saved.parent).stdout.decode().lower()
    assert "confirmed" in text
    assert "which bridge?" in text


def test_a_report_does_not_change_the_saved_file(saved: Path) -> None:
    before = saved.read_bytes()
    reader(NAME, "--format", "json", folder=saved.parent)
    assert saved.read_bytes() == before


def test_a_report_can_be_restricted(saved: Path) -> None:
    finished = reader(NAME, "--format", "json", "--only", "unique", folder=saved.parent)
    assert json.loads(finished.stdout)["findings"] == []


@pytest.mark.parametrize(
    ("target", "why"),
    [
        (NAME, "is a name for a saved comparison"),
        ("a.txt", "never written over"),
        ("b.txt", "never written over"),
    ],
)
def test_a_report_is_written_over_neither_the_saved_file_nor_its_articles(
    saved: Path, target: str, why: str
) -> None:
    before = (saved.parent / target).read_bytes()
    words = (NAME, "--format", "markdown", "--output", target, "--force")
    finished = reader(*words, folder=saved.parent)
    assert finished.returncode == 2
    assert why in complaint(finished)
    assert (saved.parent / target).read_bytes() == before


def test_its_articles_are_spared_from_another_folder_too(saved: Path) -> None:
    elsewhere = saved.parent / "elsewhere"
    elsewhere.mkdir()
    words = (f"../{NAME}", "--format", "markdown", "--output", "../a.txt", "--force")
    assert reader(*words, folder=elsewhere).returncode == 2
    assert (saved.parent / "a.txt").read_text(encoding="utf-8") == FIRST


def test_a_saved_comparison_is_reported_alone(saved: Path) -> None:
    finished = reader("a.txt", NAME, "--format", "json", folder=saved.parent)
    assert (finished.returncode, finished.stdout) == (2, b"")
    line = complaint(finished)
    assert NAME in line
    assert "alone" in line


def test_a_saved_comparison_that_a_download_renamed_is_known_by_what_it_holds(saved: Path) -> None:
    saved.rename(saved.with_name("bridge.reader (1).json"))
    finished = reader("bridge.reader (1).json", "--format", "json", folder=saved.parent)
    assert finished.returncode == 0
    assert len(json.loads(finished.stdout)["documents"]) == 2


def test_another_json_file_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text('{"title": "A page of data about the river and its bridges"}')
    finished = reader("data.json", "--format", "json", folder=tmp_path)
    assert finished.returncode == 0
    assert json.loads(finished.stdout)["documents"][0]["source"] == "data.json"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe\x00", b"[]", b'{"type": "AnnotationCollection"}', b"[" * 200_000],
    ids=["empty", "cut", "not text", "a list", "foreign", "deep"],
)
def test_a_damaged_or_foreign_file_is_one_line_and_status_2(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    finished = reader(NAME, "--format", "json", folder=tmp_path)
    assert (finished.returncode, finished.stdout) == (2, b"")
    assert NAME in complaint(finished)


def test_a_saved_comparison_that_is_missing_is_one_line(tmp_path: Path) -> None:
    finished = reader(NAME, "--format", "json", folder=tmp_path)
    assert finished.returncode == 2
    assert NAME in complaint(finished)
