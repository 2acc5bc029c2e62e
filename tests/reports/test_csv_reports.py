"""The report for spreadsheets: a row a finding, and no cell that is a formula."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from comparison_samples import comparisons, document, passage, sample_annotations, sample_comparison
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.model import Annotations, Comparison, Finding, Kind, Note, Review, Verdict
from readerapp.reports import ReportOptions, render
from readerapp.reports.csv_report import COLUMNS, guarded

COMPARISON = sample_comparison()
ANNOTATIONS = sample_annotations(COMPARISON)
GOLDEN = Path(__file__).parent / "golden"


def rows(comparison: Comparison = COMPARISON, annotations: Annotations = ANNOTATIONS) -> list[dict[str, str]]:
    text = render(comparison, annotations, name="csv")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_the_report_is_as_it_is_expected_to_be() -> None:
    assert render(COMPARISON, ANNOTATIONS, name="csv").encode() == (GOLDEN / "report.csv").read_bytes()


def test_it_can_be_read_by_python_as_utf_8_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(render(COMPARISON, name="csv").encode())
    with path.open(encoding="utf-8-sig", newline="") as stream:
        assert next(csv.reader(stream)) == list(COLUMNS)


def test_there_is_a_row_for_each_finding_in_the_order_of_every_report_and_then_for_each_note() -> None:
    found = rows()
    assert [row["id"] for row in found] == [
        *("contradiction-0a1b", "overlap-by-hand", "overlap-2c3d", "overlap-4e5f", "unique-6a7b"),
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    ]
    first = found[0]
    assert (first["kind"], first["type"], first["score"], first["verdict"]) == (
        *("contradiction", "number", "0.91", "confirmed"),
    )
    assert (first["tags"], first["note"], first["cues_1"], first["cues_2"]) == (
        *("numbers; check", "Digits swapped?", "112", "121"),
    )
    assert (first["source_2"], first["line_2"], first["text_2"]) == ("b.txt", "3", "With 121 people on board")


def test_a_finding_of_one_passage_leaves_the_second_place_empty() -> None:
    last = rows()[-2]
    assert (last["passages"], last["document_1"]) == ("1", "2")
    assert {last[name] for name in COLUMNS if name.endswith("_2")} == {""}


def test_a_note_on_text_is_a_row_of_the_kind_note() -> None:
    last = rows()[-1]
    assert (last["kind"], last["origin"], last["type"], last["score"]) == ("note", "person", "", "")
    assert (last["note"], last["tags"]) == ("Who is that?\nAsk the port.", "to do")
    assert (last["document_1"], last["text_1"], last["passages"]) == ("1", "the harbour master said", "1")
    assert last["orphan"] == ""
    (bare,) = rows(Comparison(COMPARISON.documents), Annotations(notes=(Note("n", (), "=Who?"),)))
    assert (bare["note"], bare["passages"], bare["document_1"]) == ("'=Who?", "0", "")


def test_passages_from_the_third_on_share_a_cell_with_a_line_for_each() -> None:
    articles = [document(str(n), f"Article {n}.\nThe same\nwords.") for n in range(1, 5)]
    parts = tuple(passage(article, "The same\nwords.") for article in articles)
    finding = Finding("x", Kind.OVERLAP, "verbatim", 1, "", parts)
    (row,) = rows(Comparison(tuple(articles), (finding,)), Annotations())
    assert row["passages"] == "4"
    assert row["text_2"] == "The same\nwords."
    assert row["further_passages"].split("\n") == [
        "3, c.txt, line 2, 11-26: The same words.",
        "4, d.txt, line 2, 11-26: The same words.",
    ]


def test_rows_end_in_crlf_and_a_line_end_in_a_passage_stays_lf() -> None:
    article = document("1", "one\ntwo")
    finding = Finding("x", Kind.UNIQUE, "only-here", 0.5, "", (passage(article, "one\ntwo"),))
    text = render(Comparison((article,), (finding,)), name="csv")
    assert '"one\ntwo"' in text
    assert text.count("\r\n") == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-12 degrees", "'-12 degrees"),
        ("@all", "'@all"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\n=x", "'\n=x"),
        (" =x", "' =x"),
        ("＝x", "'＝x"),
        ("'=x", "''=x"),
        ("'tis", "'tis"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_what_begins_like_a_formula_begins_with_an_apostrophe(text: str, expected: str) -> None:
    assert guarded(text) == expected


@given(st.text(st.sampled_from("'=+-@＝ \t\r\nab\u00a0"), max_size=8) | st.text(max_size=8))
def test_a_guarded_text_is_no_formula_and_can_be_had_back(text: str) -> None:
    cell = guarded(text)
    assert not re.match(r"\s*[=+\-@＝＋－＠]|[\t\r\n]", cell)
    is_guarded = re.match(r"'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])", cell)
    assert (cell[1:] if is_guarded else cell) == text


def test_every_text_of_strangers_is_guarded() -> None:
    article = document("1", "=cmd|' /C calc'!A0 and more", title="=t", source="=s.txt")
    part = replace(passage(article, article.text), speaker="@speaker")
    finding = Finding("=id", Kind.OVERLAP, "+type", 0.5, "-reason", (part, part))
    review = Review(Verdict.CONFIRMED, ("=tag",), "=note")
    annotations = Annotations().with_review("=id", review)
    (row,) = rows(Comparison((article,), (finding,)), annotations)
    assert not [cell for cell in row.values() if cell[:1] in tuple("=+-@\t\r")]
    assert row["text_1"] == "'" + article.text


@settings(deadline=None)
@given(comparisons())
def test_a_table_reads_back_with_the_passages_it_was_made_of(made: tuple[Comparison, Annotations]) -> None:
    comparison, annotations = made
    parts = {f.id: f.passages for f in (*comparison.findings, *annotations.findings)}
    parts |= {note.id: note.passages for note in annotations.notes}
    text = render(comparison, annotations, name="csv", options=ReportOptions(minimum_score=0.0))
    found = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(found) == len(parts)
    assert {guarded(identity) for identity in parts} == {row["id"] for row in found}
    by_cell = {guarded(identity): passages for identity, passages in parts.items()}
    for row in found:
        assert set(row) == set(COLUMNS)
        for number, part in enumerate(by_cell[row["id"]][:2], 1):
            assert (row[f"start_{number}"], row[f"end_{number}"]) == (str(part.start), str(part.end))
            assert row[f"text_{number}"] == guarded(part.text)
