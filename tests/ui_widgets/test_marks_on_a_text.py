"""Finding the marks of a stretch of text."""

from __future__ import annotations

from typing import Any, ClassVar

from hypothesis import given
from hypothesis import strategies as st

from readerapp.model import Kind
from readerapp.ui.marks import Mark, MarkIndex

MARKS = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 200)).map(
        lambda pair: Mark(pair[0], pair[0] + pair[1], Kind.OVERLAP, "f")
    ),
    max_size=40,
)


@given(MARKS, st.integers(0, 320), st.integers(1, 60))
def test_exactly_the_marks_that_share_a_code_point_are_found(
    marks: list[Mark], start: int, length: int
) -> None:
    end = start + length
    expected = [mark for mark in marks if mark.start < end and mark.end > start and mark.end > mark.start]
    found = MarkIndex(marks).marks_between(start, end)
    assert found == sorted(expected, key=lambda mark: (mark.start, mark.end))


def test_the_strongest_and_shortest_mark_at_a_place_comes_first() -> None:
    long_overlap = Mark(0, 100, Kind.OVERLAP, "long")
    short_overlap = Mark(40, 60, Kind.OVERLAP, "short")
    contradiction = Mark(0, 90, Kind.CONTRADICTION, "contradiction")
    index = MarkIndex([long_overlap, short_overlap, contradiction])
    assert index.marks_at(50) == [contradiction, short_overlap, long_overlap]


def test_the_mark_of_the_current_finding_comes_before_stronger_ones() -> None:
    current = Mark(0, 10, Kind.UNIQUE, "current", current=True)
    assert MarkIndex([Mark(0, 10, Kind.CONTRADICTION, "other"), current]).marks_at(5)[0] is current


def test_each_kind_has_a_sign_of_its_own() -> None:
    marks = [
        Mark(0, 1, Kind.CONTRADICTION),
        Mark(0, 1, Kind.OVERLAP),
        Mark(0, 1, Kind.OVERLAP, type="verbatim"),
        Mark(0, 1, Kind.UNIQUE),
        Mark(0, 1, "note"),
    ]
    assert len({mark.sign for mark in marks}) == len(marks)


class ReadMark(Mark):
    """A mark that counts how often somebody looks where it ends."""

    reads: ClassVar[int] = 0

    def __getattribute__(self, name: str) -> Any:
        if name == "end":
            ReadMark.reads += 1
        return super().__getattribute__(name)


def test_for_a_row_among_twenty_thousand_marks_only_a_few_are_looked_at() -> None:
    marks: list[Mark] = [ReadMark(n * 50, n * 50 + 120, Kind.OVERLAP, str(n)) for n in range(20_000)]
    marks += [ReadMark(0, 1_000_000, Kind.UNIQUE, "all")]
    index = MarkIndex(marks)
    ReadMark.reads = 0
    for row in range(50):
        assert index.marks_between(500_000 + row * 80, 500_080 + row * 80)
    assert ReadMark.reads < 50 * 20
