"""Rows of a text at a width in cells, and the way from an offset to its row and back.

A text is cut into paragraphs at line feeds, and a paragraph into rows between words; a word that is
longer than a row is cut, but never inside a character as a person sees it. A row is only the offset of
its first code point, so 10 MB stay small and quick: paragraphs in which every character takes one cell
are wrapped by searching for blanks, and only the others are measured, once.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from readerapp.model import Span
from readerapp.model.graphemes import is_boundary, next_boundary, previous_boundary
from readerapp.ui.cells import OUT_OF_THE_ORDINARY, RowLayout, measure

_NO_ROW_BEGINS_WITH = frozenset(
    "、。，．・：；？！）」』】〉》〕｝”’…—～ー々ゝゞァィゥェォャュョッぁぃぅぇぉゃゅょっ"
)
_NO_ROW_ENDS_WITH = frozenset("（「『【〈《〔｛“‘")
_BREAKS_AFTER = frozenset(" \t\u200b\u3000")


class Stretch(NamedTuple):
    """Neighbouring paragraphs that are measured in the same way."""

    start: int
    """First code point."""
    end: int
    """The code point after the last, without the last line feed."""
    cells: array[int] | None
    """Running sum of cells; None where every character takes one."""


class Paragraphs:
    """A text with the places where its paragraphs begin.

    Args:
        text: with line feeds between paragraphs.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        lengths = (len(paragraph) + 1 for paragraph in text.split("\n"))
        self.starts = array("I", accumulate(lengths, initial=0))
        self.starts.pop()
        self._stretches: list[Stretch] | None = None

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, index: int) -> Span:
        """Where a paragraph stands, without its line feed."""
        end = self.starts[index + 1] - 1 if index + 1 < len(self.starts) else len(self.text)
        return Span(self.starts[index], end)

    def index_at(self, offset: int) -> int:
        """Index of the paragraph that an offset lies in; a line feed belongs to the one that it ends."""
        return max(0, bisect_right(self.starts, offset) - 1)

    @property
    def stretches(self) -> list[Stretch]:
        """The text in stretches that cover it; worked out on first use."""
        if self._stretches is None:
            self._stretches = list(self._measure())
        return self._stretches

    def _measure(self) -> list[Stretch]:
        text, size = self.text, len(self.text)
        found: list[Stretch] = []
        plain_from = 0
        while (special := OUT_OF_THE_ORDINARY.search(text, plain_from)) is not None:
            start = text.rfind("\n", plain_from, special.start()) + 1 or plain_from
            end = special.start()
            # The next paragraph belongs to the same stretch if it is special too.
            while True:
                end = text.find("\n", end)
                if end < 0:
                    end = size
                    break
                following = text.find("\n", end + 1)
                following = size if following < 0 else following
                if OUT_OF_THE_ORDINARY.search(text, end + 1, following) is None:
                    break
                end = following
                if end >= size:
                    break
            if start > plain_from:
                found.append(Stretch(plain_from, start - 1, None))
            found.append(Stretch(start, end, measure(text, start, end)))
            plain_from = end + 1
            if plain_from > size:
                return found
        found.append(Stretch(plain_from, size, None))
        return found


def paragraphs_of(text: str) -> Paragraphs:
    """Cut a text into paragraphs at its line feeds."""
    return Paragraphs(text)


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The rows of a text at one width; there is always at least one."""

    text: str
    """The whole text."""
    starts: array[int]
    """Offset of each row's first code point, ascending."""
    width: int
    """Cells that a row may take."""

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, row: int) -> Span:
        """Where a row stands in the text; a line feed that ends it is left out."""
        start = self.starts[row]
        end = self.starts[row + 1] if row + 1 < len(self.starts) else len(self.text)
        if end > start and self.text[end - 1] == "\n":
            end -= 1
        return Span(start, end)

    def row_of_offset(self, offset: int) -> int:
        """The row that holds an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def offset_of_row(self, row: int) -> int:
        """Offset of a row's first code point; rows outside the text count as the nearest one."""
        return self.starts[max(0, min(row, len(self.starts) - 1))]

    def position_of_offset(self, offset: float) -> float:
        """Row of an offset, with the share of the row that lies before it."""
        row = self.row_of_offset(int(offset))
        start = self.starts[row]
        following = self.starts[row + 1] if row + 1 < len(self.starts) else len(self.text)
        return row + (min(1.0, (offset - start) / (following - start)) if following > start else 0.0)

    def offset_of_position(self, position: float) -> float:
        """Offset of a row with a share of it; the other way round of `position_of_offset`."""
        if position >= len(self.starts):
            return float(len(self.text))
        row = max(0, int(position))
        start = self.starts[row]
        following = self.starts[row + 1] if row + 1 < len(self.starts) else len(self.text)
        return start + max(0.0, position - row) * (following - start)

    def layout(self, row: int) -> RowLayout:
        """How a row stands in the cells."""
        start, end = self.span(row)
        return RowLayout(self.text, start, end)

    def column_of(self, offset: int) -> int:
        """The cell, within its row, that the character at an offset begins in."""
        return self.layout(self.row_of_offset(offset)).column_of(offset)

    def offset_at(self, row: int, column: int) -> int:
        """Offset of the character that is shown in a cell of a row."""
        return self.layout(row).offset_at(column)


def wrap(paragraphs: Paragraphs, width: int) -> Rows:
    """Cut paragraphs into rows.

    Args:
        paragraphs: the text.
        width: the most cells that a row may take, at least 1. Blanks at the end of a row may go beyond;
            so does a single character, or a tab, that takes more cells than there are.

    Returns:
        rows that cover the whole text.
    """
    width = max(1, width)
    starts = array("I")
    for stretch in paragraphs.stretches:
        if stretch.cells is None:
            _wrap_plain(paragraphs.text, stretch, width, starts)
        else:
            _wrap_measured(paragraphs.text, stretch, stretch.cells, width, starts)
    return Rows(paragraphs.text, starts, width)


def _wrap_plain(text: str, stretch: Stretch, width: int, starts: array[int]) -> None:
    # These local names are worth a third of the time that 10 MB take.
    append, find, rfind = starts.append, text.find, text.rfind
    start, _, _ = stretch
    while start <= stretch.end:
        end = find("\n", start, stretch.end)
        if end < 0:
            end = stretch.end
        append(start)
        while end - start > width:
            cut = start + width
            blank = rfind(" ", start, cut + 1)
            if blank > start:
                cut = blank + 1
                while cut < end and text[cut] == " ":
                    cut += 1
                if cut >= end:
                    break
            append(cut)
            start = cut
        start = end + 1


def _wrap_measured(text: str, stretch: Stretch, cells: array[int], width: int, starts: array[int]) -> None:
    append, origin = starts.append, stretch.start
    start = origin
    while start <= stretch.end:
        end = text.find("\n", start, stretch.end)
        if end < 0:
            end = stretch.end
        append(start)
        while cells[end - origin] - cells[start - origin] > width:
            cut = _cut(text, start, end, origin, cells, width)
            if cut >= end:
                break
            append(cut)
            start = cut
        start = end + 1


def _cut(text: str, start: int, end: int, origin: int, cells: array[int], width: int) -> int:
    """Where the row that begins at `start` ends, in a paragraph that ends at `end`."""
    limit = cells[start - origin] + width
    # Most characters have a cell at least, so the place is near; where many have none, it is looked for.
    near = min(end - origin, start - origin + width + 1)
    if cells[near] <= limit:
        near = end - origin
    furthest = bisect_right(cells, limit, start - origin, near + 1) - 1 + origin
    if not is_boundary(text, furthest):
        furthest = previous_boundary(text, furthest)
    if furthest <= start:
        return next_boundary(text, start)
    if text[furthest] == " ":
        cut = furthest
    else:
        cut = furthest
        while cut > start and not _may_break(text, cut, origin, cells):
            cut -= 1
        if cut <= start:
            return furthest
    while cut < end and text[cut] == " " and is_boundary(text, cut + 1):
        cut += 1
    return cut


def _may_break(text: str, index: int, origin: int, cells: array[int]) -> bool:
    """May a row end before `index`: after a blank, or beside a character that takes two cells?"""
    before, after = text[index - 1], text[index]
    if before in _BREAKS_AFTER:
        return is_boundary(text, index)
    at = index - origin
    if cells[at + 1] - cells[at] != 2 and cells[at] - cells[at - 1] != 2:
        return False
    if after in _NO_ROW_BEGINS_WITH or before in _NO_ROW_ENDS_WITH:
        return False
    return is_boundary(text, index)
