"""Quotations: what stands between marks, whatever the marks."""

from hypothesis import given
from hypothesis import strategies as st

from readerapp.language.quotations import quotations_of


def quotations_in(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations_of(text)]


def test_straight_marks() -> None:
    assert quotations_in('He said "yes" and then "no, never".') == ["yes", "no, never"]


def test_typographic_marks_of_several_languages() -> None:
    assert quotations_in("“one” «deux» „drei“ »vier« 「五」") == ["one", "deux", "drei", "vier", "五"]


def test_an_orphan_closing_mark_is_passed_over() -> None:
    assert quotations_in('Sad!" he wrote. "The numbers are great," he said.') == ["The numbers are great,"]


def test_a_quotation_does_not_run_over_the_end_of_a_line() -> None:
    assert quotations_in('"It goes on\n"and on" he said') == ["and on"]


def test_apostrophes_open_nothing() -> None:
    assert quotations_in("the dogs' day wasn't the cats' day") == []


def test_empty_quotations_are_none() -> None:
    assert quotations_in('a "" b “” c') == []


@given(st.text(alphabet='ab “”"«»\n', max_size=60))
def test_quotations_are_in_order_and_do_not_overlap(text: str) -> None:
    edges = [edge for span in quotations_of(text) for edge in span]
    assert edges == sorted(edges)
