"""From regions to pairs of passages: split where the wording parts, trim, and weigh what is left.

Each side of a pair is the stretch that gains most (see `stretches`); a pair is kept if its gain is more
than the search itself explains.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from readerapp.matching.regions import Regions
from readerapp.matching.stream import MOST_BITS, Stream
from readerapp.matching.stretches import best_stretch, extended

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST_GAP = 40
"""Words without agreement over which a passage goes on at most, about two sentences."""

GAP_NATS = 25.0
"""How unlikely a gap may be, in nats. At the passage's own rate of agreement r a run of g words without
agreement has probability (1 - r)^g; a passage ends where that falls under e^-25. So a nearly verbatim
passage (r = .9) ends at 11 words that were rewritten and a loose one (r = .55) at 32."""

LEAST_RATE = 0.4
"""Share of the words, on the worse side, that must agree."""

LEAST_BITS = 22.0
"""Gain that a pair needs beyond what the search itself explains: log2 of the places compared. Together
some 38 bits for two short articles (a run of five full words has 40) and 57 for two of 180,000 words, as
for the significance of local alignments (Karlin and Altschul, 1990). Unrelated news articles share as
much about once in three thousand pairs."""


OWN_PHRASES = 8.0
"""Bits that two passages of one document need besides, since an author repeats his own phrases."""


class Candidate(NamedTuple):
    """Two stretches of the stream that share wording; word positions, both ends included."""

    left_first: int
    left_last: int
    right_first: int
    right_last: int
    gain: float
    """Bits of agreement less the penalty, of the worse side."""
    rate: float
    """Share of words that agree, of the worse side."""
    evidence: float
    """Bits of `gain` times the squared rate (swapped and scattered words prove less than a run of them),
    as a multiple of what was needed; 1 or more."""


BLOCK = 32
"""Agreements over which the usual displacement of the two sides is taken."""

NEARBY = 6
"""Words from the usual displacement within which an agreement counts in any case."""

LONGEST = 1500
"""Words of a passage at most, some ten screens. A longer one is divided where a paragraph begins."""


def candidates_in(
    stream: Stream, regions: Regions, paragraphs: Callable[[], NDArray[np.int64]]
) -> Iterator[Candidate]:
    """The pairs of passages in the regions, those that chance explains left out.

    Args:
        stream: the words.
        regions: where agreements are dense.
        paragraphs: gives the positions of words that begin a paragraph, sorted; asked for when needed.
    """
    if not len(regions.labels):
        return
    begins = np.append(True, regions.labels[1:] != regions.labels[:-1])
    new_words = begins | np.append(True, regions.left[1:] != regions.left[:-1])
    bounds = np.flatnonzero(begins)
    most_gains = np.add.reduceat(stream.bits[regions.left] * new_words, bounds).tolist()
    sizes = np.diff(np.array(stream.firsts)).tolist()
    firsts = stream.documents[regions.left[bounds]].tolist()
    seconds = stream.documents[regions.right[bounds]].tolist()
    ends = [*bounds[1:].tolist(), len(regions.labels)]
    for start, end, first, second, most in zip(
        bounds.tolist(), ends, firsts, seconds, most_gains, strict=True
    ):
        needed = LEAST_BITS + math.log2(max(2, sizes[first] * sizes[second]))
        if first == second:
            needed += OWN_PHRASES
        if most >= needed:
            yield from _within(stream, regions.left[start:end], regions.right[start:end], needed, paragraphs)


def _within(
    stream: Stream,
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    needed: float,
    paragraphs: Callable[[], NDArray[np.int64]],
) -> Iterator[Candidate]:
    """The pairs of passages in one region; `left` is sorted."""
    waiting = [(*_partners(left, right), LONGEST_GAP)]
    while waiting:
        left, right, gap = waiting.pop()
        if len(left) * MOST_BITS < needed or float(stream.bits[left].sum()) < needed:
            continue
        pieces = _cut(left, right, gap)
        if len(pieces) > 1:
            waiting.extend((*piece, gap) for piece in pieces)
            continue
        if stream.documents[left[0]] == stream.documents[right[0]] and left[-1] >= right.min():
            # Two places of one document that run into each other: part them in the middle.
            middle = (int(left[0]) + int(right.max())) // 2
            apart = (left <= middle) & (right > middle)
            if not apart.all():
                waiting.append((left[apart], right[apart], gap))
                continue
        left_side, right_side = best_stretch(stream, left), best_stretch(stream, right)
        inside = (left >= left_side.first) & (left <= left_side.last)
        inside &= (right >= right_side.first) & (right <= right_side.last)
        if not inside.all():
            # What was trimmed may be a passage of its own.
            waiting.append((left[inside], right[inside], gap))
            for rest in (left < left_side.first, left > left_side.last):
                waiting.append((left[rest], right[rest], gap))
            continue
        rate = min(left_side.rate, right_side.rate)
        own_gap = gap if rate >= 1 else math.ceil(GAP_NATS / -math.log(1 - rate))
        pieces = _cut(left, right, own_gap) if own_gap < gap else []
        if len(pieces) > 1:
            waiting.extend((*piece, own_gap) for piece in pieces)
            continue
        if left_side.last - left_side.first > LONGEST:
            waiting.extend((*half, own_gap) for half in _halves(left, right, paragraphs()))
            continue
        left_side, right_side = extended(stream, left_side, right_side)
        rate = min(left_side.rate, right_side.rate)
        gain = min(left_side.gain, right_side.gain)
        evidence = gain * rate**2 / needed
        if rate >= LEAST_RATE and evidence >= 1:
            yield Candidate(
                left_side.first, left_side.last, right_side.first, right_side.last, gain, rate, evidence
            )


def _partners(
    left: NDArray[np.int64], right: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The agreements near the local diagonal, and of the others each word's nearest.

    A word that occurs again agrees several times; counting each would let a passage reach for the
    `and I` of the sentence before.
    """
    displacement = right - left
    whole = len(left) // BLOCK * BLOCK
    usual = np.sort(displacement[:whole].reshape(-1, BLOCK), axis=1)[:, BLOCK // 2]
    if whole < len(left):
        rest = np.sort(displacement[whole:])
        usual = np.append(usual, rest[len(rest) // 2])
    middles = np.arange(len(usual)) * BLOCK + BLOCK // 2
    expected = np.interp(np.arange(len(left)), middles, usual)
    distance = np.abs(displacement - expected)
    near = distance <= NEARBY
    order = np.lexsort((distance, left))
    order = order[np.append(True, left[order][1:] != left[order][:-1])]
    order = order[np.lexsort((distance[order], right[order]))]
    near[order[np.append(True, right[order][1:] != right[order][:-1])]] = True
    return left[near], right[near]


def _cut(
    left: NDArray[np.int64], right: NDArray[np.int64], gap: int
) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """The agreements divided where one side has more than `gap` words without any."""
    breaks = np.flatnonzero(left[1:] - left[:-1] > gap) + 1
    if len(breaks):
        return list(zip(np.split(left, breaks), np.split(right, breaks), strict=True))
    order = np.argsort(right, kind="stable")
    ordered = right[order]
    breaks = np.flatnonzero(ordered[1:] - ordered[:-1] > gap) + 1
    if len(breaks):
        parts = [np.sort(part) for part in np.split(order, breaks)]
        return [(left[part], right[part]) for part in parts]
    return [(left, right)]


def _halves(
    left: NDArray[np.int64], right: NDArray[np.int64], paragraphs: NDArray[np.int64]
) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """The agreements divided at the paragraph that begins nearest to the middle, or in the middle."""
    middle = (int(left[0]) + int(left[-1])) // 2
    place = int(np.searchsorted(paragraphs, middle))
    near = paragraphs[max(0, place - 1) : place + 1]
    if len(near):
        nearest = int(near[np.abs(near - middle).argmin()])
        if abs(nearest - middle) < (int(left[-1]) - int(left[0])) // 4:
            middle = nearest
    cut = int(np.searchsorted(left, middle))
    # The other side is cut where most agreements stay with their half.
    opposite = int(np.median(right[max(0, cut - 8) : cut + 8]))
    before, after = left < middle, left >= middle
    before &= right < opposite
    after &= right >= opposite
    return [(left[half], right[half]) for half in (before, after)]
