"""The best stretch of one side of a shared passage.

A side is scored like a local alignment: each word that agrees adds its information, each word that does
not takes `PENALTY` bits away, and the maximal segment is the passage (Bentley, 1984). Word order plays no
part, so swapped words cost nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from readerapp.matching.stream import Stream

if TYPE_CHECKING:
    from numpy.typing import NDArray

PENALTY = 3.0
"""Bits taken for a word without agreement. A passage in which six words of ten agree at seven bits each
still gains; one in which three of ten do, as in unrelated texts on one subject, loses."""

EXTENSION = 8
"""Equal words by which a passage may grow at an end; words too common to agree by pairs come in runs of a
few, and a passage that was divided must not grow back."""


class Stretch(NamedTuple):
    """A run of words of the stream and how well it agrees with its other side."""

    first: int
    last: int
    """The last word, included."""
    gain: float
    """Bits of the words that agree less the penalty for the others."""
    rate: float
    """Share of the words that agree."""


def best_stretch(stream: Stream, agreeing: NDArray[np.int64]) -> Stretch:
    """The stretch of one side that gains most.

    Args:
        stream: the words.
        agreeing: positions of the words that agree with the other side, in any order.
    """
    first = int(agreeing.min())
    values = np.full(int(agreeing.max()) - first + 1, -PENALTY)
    values[agreeing - first] = stream.bits[agreeing]
    sums = np.concatenate([[0.0], np.cumsum(values)])
    rises = sums - np.minimum.accumulate(sums)
    end = int(rises.argmax())
    # The last of the lowest sums before the end: the shortest of the best stretches.
    begin = end - int(sums[end::-1].argmin())
    rate = float(np.count_nonzero(values[begin:end] > 0)) / (end - begin)
    return Stretch(first + begin, first + end - 1, float(rises[end]), rate)


def extended(stream: Stream, left: Stretch, right: Stretch) -> tuple[Stretch, Stretch]:
    """Both sides grown by the equal words before and after them, which are too common to agree by pairs.

    Args:
        stream: the words.
        left: the earlier side.
        right: the later side.
    """
    forms, documents = stream.identities, stream.documents
    before = 0
    while (
        before < EXTENSION
        and left.first > before
        and documents[left.first - before - 1] == documents[left.first]
        and documents[right.first - before - 1] == documents[right.first]
        and forms[left.first - before - 1] == forms[right.first - before - 1]
        and not left.first <= right.first - before - 1 <= left.last
    ):
        before += 1
    after = 0
    while (
        after < EXTENSION
        and right.last + after + 1 < len(stream)
        and documents[left.last + after + 1] == documents[left.last]
        and documents[right.last + after + 1] == documents[right.last]
        and forms[left.last + after + 1] == forms[right.last + after + 1]
        and left.last + after + 1 < right.first - before
    ):
        after += 1
    grown = []
    for side in (left, right):
        first, last = side.first - before, side.last + after
        bits = float(stream.bits[first : side.first].sum() + stream.bits[side.last + 1 : last + 1].sum())
        agreeing = side.rate * (side.last - side.first + 1) + before + after
        grown.append(Stretch(first, last, side.gain + bits, agreeing / (last - first + 1)))
    length = grown[0].last - grown[0].first + 1
    ours, theirs = (forms[side.first : side.first + length] for side in grown)
    if grown[1].last - grown[1].first + 1 == length and np.array_equal(ours, theirs):
        bits = float(stream.bits[grown[0].first : grown[0].last + 1].sum())
        grown = [side._replace(gain=bits, rate=1.0) for side in grown]
    return grown[0], grown[1]
