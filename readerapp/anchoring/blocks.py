"""What of an old text stands unchanged in a new one, and where.

A block is a stretch that both texts hold. Blocks begin with grams that stand once in each text, and grow
to both sides as far as the texts agree; every code point of either text belongs to one block at most. The
blocks that keep the order of the old text are found as the heaviest rising chain; the others are stretches
that somebody moved. All of it takes time in proportion to the texts (times a logarithm), whatever they hold.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from readerapp.anchoring.grams import grams_of
from readerapp.model import Span

GRAM = 16
"""Code points that have to stand once in each text for a block to begin."""

SHORTEST_MOVED = 32
"""Code points of a block out of order; what is shorter may agree by chance."""

_FURTHEST_SLIDE = 200
"""Code points that a border is moved at most to stand between sentences."""


@dataclass(slots=True)
class Block:
    """A stretch that stands in both texts."""

    old: int
    """Its first code point in the old text."""
    new: int
    """Its first code point in the new text."""
    length: int
    in_order: bool
    """Does it keep its place among the other blocks?"""

    @property
    def old_end(self) -> int:
        """The code point after its last in the old text."""
        return self.old + self.length

    @property
    def new_end(self) -> int:
        """The code point after its last in the new text."""
        return self.new + self.length


class Blocks:
    """The blocks of two texts, and ways to look them up."""

    def __init__(self, old: str, new: str) -> None:
        found = _found(old, new)
        self.by_old = sorted(found, key=lambda block: block.old)
        self._by_new = sorted(found, key=lambda block: block.new)
        self._chain = [block for block in self.by_old if block.in_order]
        _slide(old, new, self._chain, [block for block in self.by_old if not block.in_order])
        self.by_old = [block for block in self.by_old if block.length]
        self._by_new = [block for block in self._by_new if block.length]
        self._chain = [block for block in self._chain if block.length]
        self._old_starts = [block.old for block in self.by_old]
        self._new_starts = [block.new for block in self._by_new]
        self._chain_starts = [block.old for block in self._chain]

    def of_old(self, span: Span) -> Iterator[Block]:
        """The blocks that hold something of a stretch of the old text, in its order."""
        number = max(0, bisect_right(self._old_starts, span.start) - 1)
        while number < len(self.by_old) and self.by_old[number].old < span.end:
            if self.by_old[number].old_end > span.start:
                yield self.by_old[number]
            number += 1

    def of_new(self, span: Span) -> Iterator[Block]:
        """The blocks that hold something of a stretch of the new text, in its order."""
        number = max(0, bisect_right(self._new_starts, span.start) - 1)
        while number < len(self._by_new) and self._by_new[number].new < span.end:
            if self._by_new[number].new_end > span.start:
                yield self._by_new[number]
            number += 1

    def before(self, place: int) -> Block | None:
        """The last block in order that begins in the old text before a place, or None."""
        number = bisect_left(self._chain_starts, place)
        return self._chain[number - 1] if number else None

    def from_on(self, place: int) -> Block | None:
        """The first block in order that ends in the old text after a place, or None."""
        number = bisect_right(self._chain_starts, place)
        if number and self._chain[number - 1].old_end > place:
            return self._chain[number - 1]
        return self._chain[number] if number < len(self._chain) else None


def _found(old: str, new: str) -> list[Block]:
    taken_in_old, taken_in_new = bytearray(len(old)), bytearray(len(new))
    found: list[Block] = []
    seeds = _ends(old, new) + _seeds(old, new)
    _mark_order(seeds)
    # What keeps its order is more likely than what was moved, and what is long more than what is short.
    for block in sorted(seeds, key=lambda block: (not block.in_order, -block.length)):
        _trim(block, taken_in_old, taken_in_new)
        if block.length <= 0:
            continue
        _grow(block, old, new, taken_in_old, taken_in_new)
        if block.in_order or block.length >= SHORTEST_MOVED:
            ones = b"\x01" * block.length
            taken_in_old[block.old : block.old_end] = ones
            taken_in_new[block.new : block.new_end] = ones
            found.append(block)
    return _joined(found)


def _ends(old: str, new: str) -> list[Block]:
    """The block at the beginning and the one at the end of both texts."""
    shorter = min(len(old), len(new))
    start = _common(old[:shorter], new[:shorter])
    rest = shorter - start
    end = _common(old[len(old) - rest :][::-1], new[len(new) - rest :][::-1]) if rest else 0
    blocks = [Block(0, 0, start, True), Block(len(old) - end, len(new) - end, end, True)]
    return [block for block in blocks if block.length]


def _common(one: str, other: str) -> int:
    """How many code points two texts of equal length begin with alike."""
    low, high = 0, len(one)
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _seeds(old: str, new: str) -> list[Block]:
    """Runs of grams that stand once in each text."""
    import numpy as np

    places = []
    for text in (old, new):
        grams, first, counts = np.unique(grams_of(text, GRAM), return_index=True, return_counts=True)
        places.append((grams[counts == 1], first[counts == 1]))
    (old_grams, old_places), (new_grams, new_places) = places
    _, of_old, of_new = np.intersect1d(old_grams, new_grams, assume_unique=True, return_indices=True)
    starts, images = old_places[of_old], new_places[of_new]
    order = np.argsort(starts)
    starts, images = starts[order], images[order]
    if not len(starts):
        return []
    borders = np.flatnonzero((np.diff(starts) != 1) | (np.diff(images) != 1)) + 1
    begins = np.concatenate(([0], borders))
    ends = np.concatenate((borders, [len(starts)]))
    runs = zip(starts[begins].tolist(), images[begins].tolist(), (ends - begins).tolist(), strict=True)
    blocks = (Block(start, image, count + GRAM - 1, False) for start, image, count in runs)
    return [b for b in blocks if old[b.old : b.old_end] == new[b.new : b.new_end]]


def _mark_order(blocks: list[Block]) -> None:
    """Mark the heaviest chain of blocks that rises in both texts (Fredman 1975, with weights)."""
    blocks.sort(key=lambda block: (block.old, block.new))
    ranks = {place: n for n, place in enumerate(sorted({block.new for block in blocks}), 1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)
    """For each node of a Fenwick tree over places in the new text: weight of a chain, its last block."""
    before = []
    for number, block in enumerate(blocks):
        weight, last = 0, -1
        node = ranks[block.new] - 1
        while node:
            if best[node][0] > weight:
                weight, last = best[node]
            node &= node - 1
        before.append(last)
        entry = (weight + block.length, number)
        node = ranks[block.new]
        while node < len(best):
            if best[node][0] < entry[0]:
                best[node] = entry
            node += node & -node
    number = max(best)[1] if blocks else -1
    for block in blocks:
        block.in_order = False
    while number >= 0:
        blocks[number].in_order = True
        number = before[number]


def _trim(block: Block, taken_in_old: bytearray, taken_in_new: bytearray) -> None:
    """Leave to other blocks what is theirs."""
    start, end = 0, block.length
    while start < end and (taken_in_old[block.old + start] or taken_in_new[block.new + start]):
        start += 1
    stop = start
    while stop < end and not (taken_in_old[block.old + stop] or taken_in_new[block.new + stop]):
        stop += 1
    block.old, block.new, block.length = block.old + start, block.new + start, stop - start


def _grow(block: Block, old: str, new: str, taken_in_old: bytearray, taken_in_new: bytearray) -> None:
    """Let a block reach as far as the texts agree."""
    i, j = block.old, block.new
    while i > 0 and j > 0 and old[i - 1] == new[j - 1] and not (taken_in_old[i - 1] or taken_in_new[j - 1]):
        i, j = i - 1, j - 1
    end, image = block.old_end, block.new_end
    while (
        end < len(old)
        and image < len(new)
        and old[end] == new[image]
        and not (taken_in_old[end] or taken_in_new[image])
    ):
        end, image = end + 1, image + 1
    block.old, block.new, block.length = i, j, end - i


def _joined(blocks: list[Block]) -> list[Block]:
    """Blocks that follow on each other in both texts made one."""
    joined: list[Block] = []
    for block in sorted(blocks, key=lambda block: block.old):
        last = joined[-1] if joined else None
        if last is not None and last.old_end == block.old and last.new_end == block.new:
            last.length += block.length
            last.in_order = last.in_order or block.in_order
        else:
            joined.append(block)
    return joined


def _slide(old: str, new: str, chain: Sequence[Block], moved: Sequence[Block]) -> None:
    """Move the borders of what was put in or taken out to stand between sentences or words.

    Where a sentence was put in, it may be read as `[A. ]B. ` or as `A[. B]. `; people mean the former.
    """
    in_old, in_new = sorted(block.old for block in moved), sorted(block.new for block in moved)
    for left, right in pairwise(chain):
        if left.old_end == right.old and left.new_end < right.new:
            text, begin, end, others = new, left.new_end, right.new, in_new
        elif left.new_end == right.new and left.old_end < right.old:
            text, begin, end, others = old, left.old_end, right.old, in_old
        else:
            continue
        if bisect_left(others, begin) < bisect_left(others, end):
            # What was moved here keeps its borders.
            continue
        back = forth = 0
        while back < min(left.length, _FURTHEST_SLIDE) and text[begin - back - 1] == text[end - back - 1]:
            back += 1
        while forth < min(right.length, _FURTHEST_SLIDE) and text[begin + forth] == text[end + forth]:
            forth += 1
        distance = max(
            range(-back, forth + 1),
            key=lambda n: (_border(text, begin + n) + _border(text, end + n), -abs(n)),
        )
        left.length += distance
        right.old, right.new = right.old + distance, right.new + distance
        right.length -= distance


def _border(text: str, place: int) -> int:
    """How well a text can be divided at a place."""
    if place <= 0 or place >= len(text):
        return 5
    before, after = text[place - 1], text[place]
    if before == "\n":
        return 5
    if before.isspace() and not after.isspace():
        return 4 if place > 1 and not (text[place - 2].isalnum() or text[place - 2] == ",") else 3
    if after.isspace():
        return 2
    return 0 if before.isalnum() and after.isalnum() else 1
