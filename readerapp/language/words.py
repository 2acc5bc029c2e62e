"""The words of a text, with where they stand and a key under which equal words meet.

A word is a run of letters, digits and combining marks, with apostrophes inside it (`didn’t`); a hyphen
divides. In scripts written without spaces every character is a word of its own, so that runs of words
are runs of characters there. Keys ignore case, accents and width, and characters that do not show. All
of it is done on whole arrays of code points: a megabyte takes some hundredths of a second.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SLICE = 1 << 18
"""Code points worked on at a time, which bounds memory to a few bytes for each of the text's."""

SEPARATOR, LETTER, JOINER, INVISIBLE, ALONE = range(5)
"""Classes of code points: between words; in a word; in a word if letters stand on both sides; not
there at all; a word of its own."""

APOSTROPHES = "'’ʼ＇"
INVISIBLES = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

SCRIPTS_WITHOUT_SPACES = (
    (0x0E00, 0x0E7F),  # Thai
    (0x0E80, 0x0EFF),  # Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # CJK radicals
    (0x3005, 0x3007),  # ideographic iteration mark, closing mark and zero
    (0x3040, 0x30FF),  # Hiragana and Katakana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),  # CJK ideographs
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9D),
    (0x20000, 0x323AF),
)
"""Ranges of code points, both ends included (Unicode 15, blocks)."""

BLOCK = 256
"""Code points that are classified together, the first time that one of them occurs."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, in order."""

    starts: NDArray[np.int32]
    """First code point of each word, shape (n,)."""
    ends: NDArray[np.int32]
    """The code point after each word, shape (n,)."""
    keys: NDArray[np.uint64]
    """A 64-bit hash of each word's folded form, shape (n,)."""

    def __len__(self) -> int:
        return len(self.starts)


def words_of(text: str) -> Words:
    """The words of a text.

    Args:
        text: any text; offsets count its code points.
    """
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    pieces = [_words_between(points, start, end) for start, end in _slices(points)]
    if not pieces:
        return Words(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.uint64))
    if len(pieces) == 1:
        return pieces[0]
    return Words(
        np.concatenate([piece.starts for piece in pieces]),
        np.concatenate([piece.ends for piece in pieces]),
        np.concatenate([piece.keys for piece in pieces]),
    )


def _slices(points: NDArray[np.uint32]) -> list[tuple[int, int]]:
    """Cut the text behind spaces or line ends, so that no word is divided."""
    slices = []
    start = 0
    while start < len(points):
        end = min(start + SLICE, len(points))
        if end < len(points):
            spaces = np.flatnonzero(points[start:end] <= 32)
            if len(spaces):
                end = start + int(spaces[-1]) + 1
        slices.append((start, end))
        start = end
    return slices


def _words_between(points: NDArray[np.uint32], first: int, last: int) -> Words:
    piece = points[first:last]
    classes, folded = _classified(piece)
    inside = (classes == LETTER) | (classes == ALONE)
    invisible = classes == INVISIBLE
    joiner = classes == JOINER
    if joiner.any() or invisible.any():
        # Apostrophes between two letters, and whatever does not show, belong to the word around them.
        before = np.zeros(len(piece), bool)
        after = np.zeros(len(piece), bool)
        before[1:] = classes[:-1] == LETTER
        after[:-1] = classes[1:] == LETTER
        inside |= joiner & before & after
        inside |= invisible & _between(classes, invisible)
    # A word begins where the text enters a word, and at every character that is a word of its own
    # (its combining marks are letters and stay with it) or follows such a one.
    begins = inside.copy()
    begins[1:] &= ~inside[:-1]
    alone = classes == ALONE
    if alone.any():
        marks = (folded == 0) & (classes == LETTER)
        follows = np.zeros(len(piece), bool)
        follows[1:] = alone[:-1] & inside[1:] & ~marks[1:]
        begins |= alone | follows
    starts = np.flatnonzero(begins)
    if not len(starts):
        return Words(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.uint64))
    outside = np.flatnonzero(~inside)
    place = np.searchsorted(outside, starts)
    leaves = np.full(len(starts), len(piece))
    known = place < len(outside)
    leaves[known] = outside[place[known]]
    ends = np.minimum(leaves, np.append(starts[1:], len(piece)))
    return Words(
        (starts + first).astype(np.int32),
        (ends + first).astype(np.int32),
        _keys(folded, inside, starts, ends),
    )


def _between(classes: NDArray[np.uint8], invisible: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which invisible characters have a letter on both sides, other invisible ones skipped."""
    position = np.arange(len(classes))
    left = np.maximum.accumulate(np.where(invisible, 0, position))
    right = np.minimum.accumulate(np.where(invisible, len(classes) - 1, position)[::-1])[::-1]
    enclosed: NDArray[np.bool_] = (classes[left] == LETTER) & (classes[right] == LETTER)
    return enclosed


def _keys(
    folded: NDArray[np.uint32],
    inside: NDArray[np.bool_],
    starts: NDArray[np.intp],
    ends: NDArray[np.intp],
) -> NDArray[np.uint64]:
    """Hash each word: the sum of its characters' values, each times an odd number of its place.

    Characters folded to nothing take no place, so that a soft hyphen does not change a key.
    """
    shown = inside & (folded != 0)
    count = np.cumsum(shown)
    letters = folded[shown].astype(np.uint64)
    first = count[starts] - shown[starts]
    sizes = count[ends - 1] - first
    place = np.arange(len(letters)) - np.repeat(first, sizes)
    letters += np.uint64(1)
    letters *= letters * np.uint64(0x9E3779B97F4A7C15) | np.uint64(1)
    letters ^= letters >> np.uint64(29)
    letters *= _multipliers()[place & 63]
    sums = np.zeros(len(letters) + 1, np.uint64)
    np.cumsum(letters, out=sums[1:])
    keys: NDArray[np.uint64] = sums[first + sizes] - sums[first]
    keys ^= keys >> np.uint64(32)
    keys *= np.uint64(0xD6E8FEB86659FD93)
    return keys


@cache
def _multipliers() -> NDArray[np.uint64]:
    """Sixty-four odd numbers, the same in every run."""
    value, values = 1, []
    for _ in range(64):
        value = (value * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        values.append(value | 1)
    return np.array(values, np.uint64)


def _classified(points: NDArray[np.uint32]) -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """The class and the folded form (0: nothing) of every code point."""
    table = _table()
    highest = int(points.max()) if len(points) else 0
    blocks = (
        np.arange((highest >> 8) + 1)
        if highest < 0x300
        else np.flatnonzero(np.bincount((points >> np.uint32(8)).astype(np.intp)))
    )
    table.learn(blocks)
    return table.classes[points], table.folds[points]


class _Table:
    """Classes and folded forms of code points, block by block as they are needed."""

    def __init__(self) -> None:
        self.classes = np.zeros(0x110000, np.uint8)
        self.folds = np.zeros(0x110000, np.uint32)
        self._known: set[int] = set()

    def learn(self, blocks: NDArray[np.intp]) -> None:
        for block in blocks.tolist():
            if block not in self._known:
                self._known.add(block)
                for point in range(block * BLOCK, (block + 1) * BLOCK):
                    self.classes[point], self.folds[point] = _character(point)


@cache
def _table() -> _Table:
    return _Table()


def _character(point: int) -> tuple[int, int]:
    """Class and folded form of one code point."""
    character = chr(point)
    if character in INVISIBLES:
        return INVISIBLE, 0
    if character in APOSTROPHES:
        return JOINER, 0
    category = unicodedata.category(character)
    if category[0] == "M":
        return LETTER, 0
    if category[0] not in "LN":
        return SEPARATOR, 0
    base = unicodedata.normalize("NFKD", character.casefold())[:1].casefold()[:1] or character
    if any(low <= point <= high for low, high in SCRIPTS_WITHOUT_SPACES):
        return ALONE, ord(base)
    return LETTER, ord(base)
