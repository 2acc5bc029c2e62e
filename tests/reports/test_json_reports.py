"""The report for programs, key by key."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from comparison_samples import FIRST, comparisons, document, passage, sample_annotations, sample_comparison
from hypothesis import given, settings

from readerapp import __version__
from readerapp.model import Annotations, Comparison, Finding, Kind, Review, Span, Verdict
from readerapp.reports import ReportOptions, render
from readerapp.sources import open_source

COMPARISON = sample_comparison()
ANNOTATIONS = sample_annotations(COMPARISON)
GOLDEN = Path(__file__).parent / "golden"


def report(comparison: Comparison = COMPARISON, annotations: Annotations = ANNOTATIONS) -> dict[str, Any]:
    value = json.loads(render(comparison, annotations))
    assert isinstance(value, dict)
    return value


def test_the_report_is_as_it_is_expected_to_be() -> None:
    text = render(COMPARISON, ANNOTATIONS).replace(f'"version": "{__version__}"', '"version": "VERSION"')
    assert text == (GOLDEN / "report.json").read_text(encoding="utf-8")


def test_it_says_what_it_is() -> None:
    value = report()
    assert list(value) == ["format", "version", "generator", "documents", "findings", "notes", "notices"]
    assert (value["format"], value["version"]) == ("reader-report", 1)
    assert value["generator"] == {"name": "reader", "version": __version__, "settings": {"entailment": True}}


def test_a_document_has_every_key_and_what_is_unknown_is_null() -> None:
    one, other = report()["documents"]
    assert list(one) == [
        *("id", "title", "source", "media_type", "encoding", "language", "sha256", "text_sha256"),
        *("length", "words", "author", "published", "text"),
    ]
    assert (one["length"], one["words"]) == (len(FIRST), 39)
    assert (other["author"], other["published"]) == (None, None)


def test_texts_that_were_left_out_are_null() -> None:
    value = json.loads(render(COMPARISON, ANNOTATIONS, options=ReportOptions(texts=False)))
    assert [document["text"] for document in value["documents"]] == [None, None]
    assert value["documents"][0]["length"] == len(FIRST)


def test_a_finding_has_every_key() -> None:
    value = report()
    for finding in value["findings"]:
        assert list(finding) == [
            "id",
            "origin",
            "kind",
            "type",
            "score",
            "reason",
            "passages",
            "review",
            "notes",
        ]
        for part in finding["passages"]:
            assert list(part) == ["document", "start", "end", "text", "speaker", "quotation", "cues"]


def test_a_review_tells_verdict_and_tags_and_its_note_stands_beside() -> None:
    findings = {finding["id"]: finding for finding in report()["findings"]}
    assert findings["contradiction-0a1b"]["review"] == {"verdict": "confirmed", "tags": ["numbers", "check"]}
    assert findings["contradiction-0a1b"]["notes"] == ["Digits swapped?"]
    assert (findings["overlap-2c3d"]["review"], findings["overlap-2c3d"]["notes"]) == (None, [])
    assert findings["overlap-by-hand"]["origin"] == "person"


def test_a_finding_with_a_note_alone_is_not_judged_yet() -> None:
    noted = Annotations().with_review("overlap-2c3d", Review(note="hm"))
    finding = next(f for f in report(annotations=noted)["findings"] if f["id"] == "overlap-2c3d")
    assert (finding["review"], finding["notes"]) == (None, ["hm"])
    tagged = Annotations().with_review("overlap-2c3d", Review(tags=("x",)))
    finding = next(f for f in report(annotations=tagged)["findings"] if f["id"] == "overlap-2c3d")
    assert finding["review"] == {"verdict": None, "tags": ["x"]}


def test_notes_and_notices_are_told() -> None:
    value = report()
    (note,) = value["notes"]
    assert (note["text"], note["tags"]) == ("Who is that?\nAsk the port.", ["to do"])
    assert note["passages"][0]["text"] == "the harbour master said"
    assert value["notices"] == [
        {"document": "2", "code": "encoding-guessed", "text": "The encoding was guessed."}
    ]


@settings(deadline=None)
@given(comparisons())
def test_every_passage_is_the_text_at_its_position(made: tuple[Comparison, Annotations]) -> None:
    value = report(*made)
    texts = {document["id"]: document["text"] for document in value["documents"]}
    parts = [part for finding in value["findings"] for part in finding["passages"]]
    for part in (*parts, *(part for note in value["notes"] for part in note["passages"])):
        text = texts[part["document"]]
        assert text[part["start"] : part["end"]] == part["text"]
        assert all(0 <= cue["start"] <= cue["end"] <= len(text) for cue in part["cues"])


# Cues


def edited(*texts: str) -> list[list[str]]:
    """The cues of passages that each are a whole document."""
    articles = [document(str(n), "Before. " + text + " After.") for n, text in enumerate(texts, 1)]
    parts = tuple(passage(article, text) for article, text in zip(articles, texts, strict=True))
    finding = Finding("x", Kind.OVERLAP, "edited", 0.9, "", parts)
    value = report(Comparison(tuple(articles), (finding,)), Annotations())
    (found,) = value["findings"]
    return [
        [articles[n].text[cue["start"] : cue["end"]] for cue in part["cues"]]
        for n, part in enumerate(found["passages"])
    ]


def test_the_cues_of_edited_wording_are_the_words_that_differ() -> None:
    assert edited("the old bridge fell on Monday", "the bridge fell late on Sunday") == [
        ["old", "Monday"],
        ["late", "Sunday"],
    ]


def test_with_three_passages_each_is_compared_with_the_first() -> None:
    assert edited("one two three four", "one two 3 four", "one 2 three four") == [
        ["two", "three"],
        ["3"],
        ["2"],
    ]


def test_cues_that_a_finder_gave_stay() -> None:
    one, other = COMPARISON.documents
    parts = (passage(one, "ran aground"), passage(other, "ran aground"))
    finding = Finding("x", Kind.OVERLAP, "edited", 0.9, "", (replace(parts[0], cues=(Span(0, 5),)), parts[1]))
    value = report(Comparison((one, other), (finding,)), Annotations())
    assert [part["cues"] for part in value["findings"][0]["passages"]] == [[{"start": 0, "end": 5}], []]


# How sources are named


@pytest.mark.parametrize("given_as", ["a.txt", "./a.txt", "x/../a.txt", "../here/a.txt"])
def test_a_relative_source_stays_as_the_person_gave_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given_as: str
) -> None:
    folder = tmp_path / "here"
    (folder / "x").mkdir(parents=True)
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    monkeypatch.chdir(folder)
    opened = open_source(given_as)
    named = report(Comparison((opened,)), Annotations())["documents"][0]["source"]
    assert named == ("a.txt" if given_as.startswith("../") else given_as)


def test_an_absolute_source_is_named_from_the_working_directory_or_by_its_name_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home" / "ann").mkdir(parents=True)
    (tmp_path / "home" / "bob").mkdir()
    path = tmp_path / "home" / "ann" / "a.txt"
    path.write_text(FIRST, encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home" / "bob"))
    names = {}
    for folder in ("home/ann", "home/bob"):
        monkeypatch.chdir(tmp_path / folder)
        comparison = Comparison((open_source(str(path)),))
        names[folder] = report(comparison, Annotations())["documents"][0]["source"]
    assert names == {"home/ann": "a.txt", "home/bob": "a.txt"}
    monkeypatch.chdir(tmp_path / "home")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert (
        report(Comparison((open_source(str(path)),)), Annotations())["documents"][0]["source"] == "ann/a.txt"
    )


def test_a_lone_surrogate_is_never_written() -> None:
    noted = Annotations().with_review("overlap-2c3d", Review(Verdict.UNSURE, note="\ud83d"))
    text = render(COMPARISON, noted)
    assert "\ufffd" in text
    text.encode("utf-8")
