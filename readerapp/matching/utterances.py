"""The same quotation in two places, however short, perhaps in two wordings.

Between quotations a few shared words mean more than elsewhere: there are few quotations, each is one
utterance, and a reporter who shortens one keeps its beginning or its end.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from readerapp.matching.boundaries import Bounds
from readerapp.matching.groups import Pair
from readerapp.matching.stream import Stream
from readerapp.matching.stretches import PENALTY

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_WORDS = 60
"""Longer quotations are left to the search for passages, which finds them."""

FEW_WORDS = 5
"""A match of fewer words must open or end both quotations, and hold a word that is rare."""

RARE = 3
"""A word that occurs so often at most in the whole input, and is no common one: an echo, not a habit of
speech."""

NEAR = 30
"""Words between two quotations of one line under which the second is the rhetoric of the first."""

MOST_OCCURRENCES = 8
"""Two words that begin together in more quotations join none of them."""

LEAST_BITS = 8.0
"""Gain that a pair needs beyond what the search explains, log2 of the pairs of quotations; with a dozen
quotations in each article the two make some 15 bits."""

LEAST_NEEDED = 15.0
"""The same where there are fewer quotations: just under what two full words have."""

LEAST_SHARE = 0.6
"""Share of the shorter quotation's words that must agree."""


def shared_utterances(
    stream: Stream, quotations: Sequence[Bounds], same_line: Callable[[int, int], bool]
) -> list[Pair]:
    """Pairs of quotations that give the same words.

    Args:
        stream: the words.
        quotations: first and last word of every quotation, in the order of the stream.
        same_line: do two words of the stream stand in one line of one document?
    """
    chosen = [bounds for bounds in quotations if 2 <= bounds.last - bounds.first + 1 <= MOST_WORDS]
    if len(chosen) < 2:
        return []
    homes = stream.documents[[bounds.first for bounds in chosen]].tolist()
    spoken = Counter(homes)
    common = stream.common.tolist()
    counts = np.bincount(stream.identities, minlength=stream.forms)
    meeting: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, bounds in enumerate(chosen):
        forms = stream.identities[bounds.first : bounds.last + 1].tolist()
        for first, second in set(pairwise(forms)):
            if not (common[first] and common[second]):
                meeting[first, second].append(number)
    together = {
        (one, other)
        for numbers in meeting.values()
        if len(numbers) <= MOST_OCCURRENCES
        for place, one in enumerate(numbers)
        for other in numbers[place + 1 :]
    }
    pairs = []
    for one, other in sorted(together):
        left, right = chosen[one], chosen[other]
        if right.first - left.last <= NEAR and same_line(left.last, right.first):
            continue
        needed = max(LEAST_NEEDED, LEAST_BITS + math.log2(spoken[homes[one]] * spoken[homes[other]]))
        pair = _compared(stream, left, right, needed, counts)
        if pair is not None:
            pairs.append(pair)
    return pairs


def _compared(
    stream: Stream, left: Bounds, right: Bounds, needed: float, counts: NDArray[np.intp]
) -> Pair | None:
    ours = stream.identities[left.first : left.last + 1]
    theirs = stream.identities[right.first : right.last + 1]
    matches = _common_subsequence(ours, theirs)
    if len(matches) < max(2, LEAST_SHARE * min(len(ours), len(theirs))):
        return None
    first, last = matches[0], matches[-1]
    if len(matches) < FEW_WORDS:
        opens = first == (0, 0)
        ends = last == (len(ours) - 1, len(theirs) - 1)
        rare = any(counts[ours[place]] <= RARE and not stream.common[ours[place]] for place, _ in matches)
        if not (opens or ends) or not rare or not _in_a_row(matches):
            return None
    covered = max(last[0] - first[0], last[1] - first[1]) + 1
    bits = sum(float(stream.bits[left.first + place]) for place, _ in matches)
    gain = bits - PENALTY * (covered - len(matches))
    if gain < needed:
        return None
    return Pair(
        Bounds(left.first + first[0], left.first + last[0]),
        Bounds(right.first + first[1], right.first + last[1]),
        rate=len(matches) / covered,
        evidence=gain / needed,
    )


def _in_a_row(matches: Sequence[tuple[int, int]]) -> bool:
    return all(second[0] - first[0] == 1 and second[1] - first[1] == 1 for first, second in pairwise(matches))


def _common_subsequence(ours: NDArray[np.int32], theirs: NDArray[np.int32]) -> list[tuple[int, int]]:
    """Places of a longest common subsequence, in order."""
    from rapidfuzz.distance import LCSseq

    return [
        (block.a + step, block.b + step)
        for block in LCSseq.opcodes(ours.tolist(), theirs.tolist()).as_matching_blocks()
        for step in range(block.size)
    ]
