"""Search over all documents."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from session_samples import document

from readerapp.model import Span
from readerapp.session import search, searching


def found(query: str, *texts: str) -> list[tuple[str, str]]:
    documents = [document(str(number), text) for number, text in enumerate(texts, 1)]
    return [
        (hit.document, documents[int(hit.document) - 1].text[hit.span.start : hit.span.end])
        for hit in search(documents, query).hits
    ]


def test_hits_come_in_the_order_of_documents_and_positions() -> None:
    assert found("port", "a port, a port", "no", "port") == [("1", "port"), ("1", "port"), ("3", "port")]


def test_a_query_without_capitals_is_found_in_any_case() -> None:
    assert found("port", "Port PORT port") == [("1", "Port"), ("1", "PORT"), ("1", "port")]


def test_a_query_with_a_capital_is_taken_as_written() -> None:
    assert found("Port", "Port PORT port") == [("1", "Port")]


def test_a_phrase_is_found_although_it_is_broken_over_lines() -> None:
    assert found("the old harbour", "at the old\n  harbour") == [("1", "the old\n  harbour")]


def test_a_query_is_no_expression() -> None:
    assert found("a.c (x)*", "abc a.c (x)* axc") == [("1", "a.c (x)*")]


def test_straight_quotation_marks_find_curly_ones() -> None:
    assert found('don\'t say "no"', "don’t say “no”") == [("1", "don’t say “no”")]


def test_white_space_alone_finds_nothing() -> None:
    assert found("  \t", "a  b") == []


def test_offsets_hold_where_lower_casing_would_change_the_length() -> None:
    text = "İİİ ßẞ harbour"
    (hit,) = search([document("1", text)], "harbour").hits
    assert hit.span == Span(text.index("harbour"), len(text))


def test_a_hit_across_the_border_of_two_slices_is_found_once() -> None:
    border = searching._SLICE
    for start in (border - 7, border - 3, border - 1, border):
        text = "x" * start + "harbour" + "x" * 50
        hits = search([document("1", text)], "harbour").hits
        assert [hit.span.start for hit in hits] == [start]


def test_more_hits_than_the_limit_are_said_to_be_incomplete() -> None:
    hits = search([document("1", "a" * 100)], "a", limit=10)
    assert len(hits.hits) == 10
    assert not hits.complete
    assert search([document("1", "a" * 10)], "a", limit=10).complete


def test_a_cancelled_search_ends_early() -> None:
    hits = search([document("1", "port")], "port", is_cancelled=lambda: True)
    assert not hits.complete


def test_stepping_begins_at_the_first_hit_from_where_the_person_reads() -> None:
    documents = [document("1", "port .. port"), document("2", "port")]
    hits = search(documents, "port")
    names = ["1", "2"]
    assert hits.at_or_after(names, "1", 0) == 0
    assert hits.at_or_after(names, "1", 1) == 1
    assert hits.at_or_after(names, "1", 9) == 2
    assert hits.at_or_after(names, "2", 1) == 0
    assert search(documents, "ship").at_or_after(names, "1", 0) is None


@given(st.text("abİ \n’'ß", max_size=60), st.text("abİß'", min_size=1, max_size=4))
def test_every_hit_is_the_query_but_for_case_and_marks(text: str, query: str) -> None:
    pattern = searching.pattern_of(query)
    assert pattern is not None
    hits = search([document("1", text)], query).hits
    assert [hit.span for hit in hits] == [Span(m.start(), m.end()) for m in re.finditer(pattern, text)]
