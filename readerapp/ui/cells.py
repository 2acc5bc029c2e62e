"""How a stretch of text is shown in the cells of a terminal, and which code point stands where.

What has no shape of its own (soft hyphens, zero width spaces, marks of direction) is shown as nothing, a
tab as blanks up to a tab stop, and a control as U+FFFD, so that nothing in an article can move the cursor.
Offsets are those of the text in every case. Widths agree with `rich.cells`, which Textual measures with.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from itertools import accumulate

from rich.cells import cell_len, get_character_cell_size, set_cell_size

from readerapp.model.graphemes import ZERO_WIDTH_JOINER, is_joining, next_boundary, previous_boundary

TAB_SIZE = 4
"""Cells between two tab stops, counted from the beginning of the row."""

OUT_OF_THE_ORDINARY = re.compile(
    "[^\n -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2030-\u205e]"
)
"""A character that may take another number of cells than one, or is not shown as it is."""

_HIDDEN = frozenset("\n\xad\u034f\u061c\u180e\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff")
_DANGEROUS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_COMPLEX = re.compile("[\u200d\ufe0f]")


class _CharacterCells(dict[str, int]):
    """Cells of single characters, worked out when first met."""

    def __missing__(self, character: str) -> int:
        if character == "\t":
            cells = TAB_SIZE
        elif character in _HIDDEN:
            cells = 0
        elif _DANGEROUS.match(character):
            cells = 1
        else:
            cells = get_character_cell_size(character)
        self[character] = cells
        return cells


_CELLS = _CharacterCells()


def shown_cluster(text: str, start: int, end: int) -> str:
    """What is put on the screen for one character as a person sees it.

    Args:
        text: the whole text.
        start: first code point of the character.
        end: the code point after its last.

    Returns:
        the code points to show, perhaps none.
    """
    shown = []
    for index in range(start, end):
        character = text[index]
        if character in _HIDDEN or (character == ZERO_WIDTH_JOINER and not is_joining(text, index)):
            continue
        shown.append("\ufffd" if _DANGEROUS.match(character) else character)
    return "".join(shown)


def measure(text: str, start: int, end: int) -> array[int]:
    """Running sum of the cells that the characters of a stretch take.

    Args:
        text: the whole text.
        start: first code point of the stretch.
        end: the code point after its last.

    Returns:
        `end - start + 1` sums, from 0; tabs count as `TAB_SIZE`, which is the most that they take.
    """
    stretch = text[start:end]
    if _COMPLEX.search(stretch) is None:
        return array("I", accumulate(map(_CELLS.__getitem__, stretch), initial=0))
    cells = list(map(_CELLS.__getitem__, stretch))
    done = start
    for found in _COMPLEX.finditer(text, start, end):
        if found.start() < done:
            continue
        first = max(start, previous_boundary(text, found.end()))
        last = min(end, next_boundary(text, found.start()))
        cells[first - start : last - start] = [0] * (last - first)
        cells[first - start] = cell_len(shown_cluster(text, first, last))
        done = last
    return array("I", accumulate(cells, initial=0))


class RowLayout:
    """One row as it stands in the cells.

    Args:
        text: the whole text.
        start: first code point of the row.
        end: the code point after its last, without the line feed.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self.start = start
        self.end = end
        self._is_plain = OUT_OF_THE_ORDINARY.search(text, start, end) is None
        self._offsets = [start]
        self._columns = [0]
        self._shown: list[str] = []
        if not self._is_plain:
            self._lay_out()

    def _lay_out(self) -> None:
        offset, column = self.start, 0
        while offset < self.end:
            following = min(self.end, next_boundary(self._text, offset))
            if self._text[offset] == "\t":
                shown = " " * (TAB_SIZE - column % TAB_SIZE)
            else:
                shown = shown_cluster(self._text, offset, following)
            offset = following
            column += cell_len(shown)
            self._shown.append(shown)
            self._offsets.append(offset)
            self._columns.append(column)

    @property
    def cells(self) -> int:
        """Cells that the row takes."""
        return self.end - self.start if self._is_plain else self._columns[-1]

    def shown(self, start: int, end: int) -> str:
        """What is put on the screen for a part of the row.

        Args:
            start: first code point; a character that it lies within belongs to the part before it.
            end: the code point after the last.
        """
        start, end = max(start, self.start), min(end, self.end)
        if start >= end:
            return ""
        if self._is_plain:
            return self._text[start:end]
        return "".join(self._shown[self._index_from(start) : self._index_from(end)])

    def _index_from(self, offset: int) -> int:
        """Index of the first character that begins at an offset or after it."""
        index = bisect_right(self._offsets, offset) - 1
        return index if self._offsets[index] == offset else index + 1

    def column_of(self, offset: int) -> int:
        """The cell that the character at an offset begins in; the row's cells where it is past the end."""
        offset = max(self.start, min(offset, self.end))
        if self._is_plain:
            return offset - self.start
        return self._columns[bisect_right(self._offsets, offset) - 1]

    def offset_at(self, column: int) -> int:
        """Offset of the character that is shown in a cell; the row's end where it is past the last."""
        if column < 0:
            return self.start
        if self._is_plain:
            return min(self.end, self.start + column)
        # Of several characters in one column, all but the last have no cells.
        return self._offsets[bisect_right(self._columns, column) - 1]


def fitted(text: str, cells: int) -> str:
    """The text in exactly so many cells: cut with an ellipsis, or filled with blanks."""
    taken = cell_len(text)
    if taken <= cells:
        return text + " " * (cells - taken)
    return set_cell_size(text, cells - 1) + "…" if cells > 0 else ""
