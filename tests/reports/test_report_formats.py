"""Which formats there are and how one is chosen."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from comparison_samples import sample_annotations, sample_comparison

from readerapp.model import Annotations, Kind, ReaderError, Review, Verdict
from readerapp.model.visibility import DEFAULT_MINIMUM_SCORE
from readerapp.reports import FORMATS, Format, ReportOptions, format_for, render, render_folder
from readerapp.reports.options import reported_findings

COMPARISON = sample_comparison()
ANNOTATIONS = sample_annotations(COMPARISON)
TEXTS = [name for name, made in FORMATS.items() if isinstance(made, Format)]
FOLDERS = [name for name in FORMATS if name not in TEXTS]


@pytest.mark.parametrize(
    ("name", "output", "expected"),
    [
        ("json", None, "json"),
        ("Markdown", None, "markdown"),
        (None, "x.json", "json"),
        (None, "x.MD", "markdown"),
        (None, "x.markdown", "markdown"),
        (None, "x.csv", "csv"),
        (None, "x.jsonld", "webannotation"),
        (None, "x.xml", "tei"),
        ("brat", "x", "brat"),
        ("pan", "x.xml", "pan"),
        ("json", "x.md", "json"),
        ("markdown", "x", "markdown"),
    ],
)
def test_a_format_is_chosen_by_name_or_else_by_suffix(
    name: str | None, output: str | None, expected: str
) -> None:
    assert format_for(name, Path(output) if output else None).name == expected


@pytest.mark.parametrize(
    ("name", "output", "expected"),
    [
        ("mark", None, "did you mean markdown"),
        ("pdf", None, "json, markdown"),
        (None, None, "--format"),
        (None, "x.txt", "--format"),
        (None, "x", "--format"),
        (None, "a.reader.json", "saved comparison"),
        ("json", "a.reader.json", "saved comparison"),
        ("markdown", "A.Reader.JSON", "saved comparison"),
    ],
)
def test_what_tells_no_format_is_answered_with_those_there_are(
    name: str | None, output: str | None, expected: str
) -> None:
    with pytest.raises(ReaderError, match=expected):
        format_for(name, Path(output) if output else None)


@pytest.mark.parametrize("name", TEXTS)
def test_every_format_renders_text_that_ends_in_a_line_feed(name: str) -> None:
    text = render(COMPARISON, ANNOTATIONS, name=name)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert render(COMPARISON, ANNOTATIONS, name=name) == text


@pytest.mark.parametrize("name", FOLDERS)
def test_every_folder_has_plain_names_and_is_the_same_every_time(name: str) -> None:
    files = render_folder(COMPARISON, ANNOTATIONS, name=name)
    assert all(re.fullmatch(r"[\w-]+(/[\w-]+)?(\.[a-z]+)?", path) for path in files)
    assert render_folder(COMPARISON, ANNOTATIONS, name=name) == files


def test_a_folder_leaves_the_texts_out_or_says_that_it_cannot() -> None:
    options = ReportOptions(texts=False)
    assert render_folder(COMPARISON, name="pan", options=options).keys() == {"pairs", "1-a-2-b.xml"}
    with pytest.raises(ReaderError, match="--no-texts"):
        render_folder(COMPARISON, name="brat", options=options)


def test_a_folder_is_no_text_and_a_text_is_no_folder() -> None:
    with pytest.raises(ReaderError, match="--output"):
        render(COMPARISON, name="brat")
    with pytest.raises(ReaderError, match="no folder"):
        render_folder(COMPARISON, name="csv")


@pytest.mark.parametrize("name", FORMATS)
def test_no_report_holds_an_absolute_path(name: str, tmp_path: Path) -> None:
    from readerapp.model import Notice

    documents = tuple(
        replace(
            document, source=f"/secret/place/{document.id}.txt", location=f"/secret/place/{document.id}.txt"
        )
        for document in COMPARISON.documents
    )
    notice = Notice("x", "/secret/place/1.txt is the same file as /secret/other place/1.txt", "1")
    comparison = replace(COMPARISON, documents=documents, notices=(notice,))
    if name in FOLDERS:
        assert not any(
            b"secret" in data or "secret" in path
            for path, data in render_folder(comparison, name=name).items()
        )
        return
    text = render(comparison, name=name)
    assert "/secret" not in text
    assert "1.txt" in text


# What is reported


def reported(options: ReportOptions, annotations: Annotations = ANNOTATIONS) -> list[str]:
    return [finding.id for finding in reported_findings(COMPARISON, annotations, options)]


def test_findings_stand_by_kind_then_score_with_those_made_by_hand_among_them() -> None:
    assert reported(ReportOptions()) == [
        "contradiction-0a1b",
        "overlap-by-hand",
        "overlap-2c3d",
        "overlap-4e5f",
        "unique-6a7b",
    ]


def test_a_report_can_be_restricted_to_kinds() -> None:
    chosen = frozenset({Kind.CONTRADICTION, Kind.UNIQUE})
    assert reported(ReportOptions(only=chosen)) == ["contradiction-0a1b", "unique-6a7b"]


def test_a_report_can_be_restricted_by_score() -> None:
    assert reported(ReportOptions(minimum_score=0.84), Annotations()) == [
        "contradiction-0a1b",
        "overlap-2c3d",
    ]
    assert len(reported(ReportOptions(minimum_score=0.0))) == 5


def test_without_a_score_a_report_holds_what_is_shown_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "readerapp.model.visibility.DEFAULT_MINIMUM_SCORE", {**DEFAULT_MINIMUM_SCORE, Kind.UNIQUE: 0.9}
    )
    assert "unique-6a7b" not in reported(ReportOptions())
    assert "unique-6a7b" in reported(ReportOptions(minimum_score=0.5))


def test_a_report_can_be_restricted_to_what_was_confirmed_or_made_by_hand() -> None:
    confirmed = ReportOptions(only_confirmed=True)
    assert reported(confirmed) == ["contradiction-0a1b", "overlap-by-hand"]
    doubted = ANNOTATIONS.with_review("overlap-by-hand", Review(Verdict.UNSURE))
    assert reported(confirmed, doubted) == ["contradiction-0a1b"]
    assert reported(confirmed, Annotations()) == []


@pytest.mark.parametrize("name", TEXTS)
def test_a_report_can_leave_the_whole_texts_out_and_keeps_the_passages(name: str) -> None:
    sentence = "The harbour office opens at nine."
    assert sentence not in "".join(document.text for document in COMPARISON.documents)
    documents = tuple(replace(document, text=document.text + sentence) for document in COMPARISON.documents)
    text = render(replace(COMPARISON, documents=documents), name=name, options=ReportOptions(texts=False))
    assert sentence not in text
    assert "ran aground on Tuesday night" in text


def test_twenty_thousand_findings_are_reported() -> None:
    finding = COMPARISON.findings[2]
    many = tuple(replace(finding, id=f"overlap-{number}") for number in range(20_000))
    comparison = replace(COMPARISON, findings=many)
    assert len(json.loads(render(comparison))["findings"]) == 20_000
    assert render(comparison, name="markdown").count("\n### ") == 20_000
