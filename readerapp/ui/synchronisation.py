"""Which places of several texts belong beside one another, worked out from what they share.

For each pair of documents the passages of findings are chained: the heaviest sequence of passages that
stand in the same order in both texts and do not overlap there (passages that were moved stay out of it).
Between the passages of the chain, and from them to the beginnings and ends of the texts, places
correspond in proportion, as in meld. A pair is worked out when it is first asked for.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from readerapp.model import Finding, Kind, Passage

MOST_PASSAGES = 4000
"""Passages that a chain is built from; of more, the heaviest are taken, which settle it anyhow."""
_MOST_PASSAGES_OF_A_DOCUMENT = 4
"""Passages of one finding in one document that are paired with those in another."""


class Pairing(NamedTuple):
    """A passage of one document with its counterpart in another."""

    start: int
    """First code point in the one."""
    end: int
    """The code point after the last in the one."""
    other_start: int
    """First code point in the other."""
    other_end: int
    """The code point after the last in the other."""
    weight: float
    """How much it counts: its length by the finding's score."""


class Synchronisation:
    """The alignment of some documents.

    Args:
        lengths: code points of each document, by its identity.
        findings: what they share; statements that stand in one document only say nothing here.
    """

    def __init__(self, lengths: Mapping[str, int], findings: Iterable[Finding] = ()) -> None:
        self._lengths = dict(lengths)
        self._pairings: dict[tuple[str, str], list[Pairing]] = {}
        self._alignments: dict[tuple[str, str], Alignment] = {}
        for finding in findings:
            if finding.kind is not Kind.UNIQUE:
                self._take(finding)

    def _take(self, finding: Finding) -> None:
        by_document: dict[str, list[Passage]] = {}
        for passage in finding.passages:
            by_document.setdefault(passage.document, []).append(passage)
        documents = [document for document in by_document if document in self._lengths]
        for index, one in enumerate(documents):
            for other in documents[index + 1 :]:
                first, second = sorted((one, other))
                pairings = self._pairings.setdefault((first, second), [])
                for left in by_document[first][:_MOST_PASSAGES_OF_A_DOCUMENT]:
                    for right in by_document[second][:_MOST_PASSAGES_OF_A_DOCUMENT]:
                        weight = min(left.end - left.start, right.end - right.start) * finding.score
                        if weight > 0:
                            pairings.append(Pairing(left.start, left.end, right.start, right.end, weight))

    def counterpart(self, document: str, offset: float) -> dict[str, float]:
        """Places of the other documents that belong beside a place of one.

        Args:
            document: identity of the one.
            offset: code point in it, perhaps with a fraction.

        Returns:
            for each other document its offset; rising with `offset`, from 0 at its beginning to the
            document's length at its end.
        """
        return {
            other: self.alignment(document, other).at(offset) for other in self._lengths if other != document
        }

    def alignment(self, document: str, other: str) -> Alignment:
        """The alignment of one document with another.

        Raises:
            KeyError: one of them is not known.
        """
        known = self._alignments.get((document, other))
        if known is None:
            first, second = sorted((document, other))
            chained = chain(self._pairings.get((first, second), ()))
            known = Alignment(self._lengths[first], self._lengths[second], chained)
            self._alignments[first, second] = known
            self._alignments[second, first] = known.turned()
            known = self._alignments[document, other]
        return known


class Alignment:
    """Places of one text and their places in another, in proportion between passages.

    Args:
        length: code points of the one.
        other_length: code points of the other.
        passages: in the same order in both, without overlaps.
    """

    def __init__(self, length: int, other_length: int, passages: Iterable[Pairing] = ()) -> None:
        self._here = [0]
        self._there = [0]
        for passage in passages:
            self._here += (passage.start, passage.end)
            self._there += (passage.other_start, passage.other_end)
        self._here.append(max(length, self._here[-1]))
        self._there.append(max(other_length, self._there[-1]))

    def turned(self) -> Alignment:
        """The same alignment seen from the other text."""
        turned = Alignment(0, 0)
        turned._here, turned._there = self._there, self._here
        return turned

    def at(self, offset: float) -> float:
        """The place in the other text that belongs to a place in this one."""
        here, there = self._here, self._there
        if offset <= 0:
            return 0.0
        if offset >= here[-1]:
            return float(there[-1])
        index = bisect_right(here, offset) - 1
        share = (offset - here[index]) / (here[index + 1] - here[index])
        return there[index] + share * (there[index + 1] - there[index])


def chain(pairings: Iterable[Pairing]) -> list[Pairing]:
    """The heaviest sequence of passages in the same order in both documents.

    A sweep over the one document with a Fenwick tree of the best chains by their end in the other
    (Fenwick 1994), in O(n log n).

    Args:
        pairings: in any order; of more than `MOST_PASSAGES` the heaviest count.

    Returns:
        passages that overlap in neither document, ascending.
    """
    items = sorted(set(heapq.nlargest(MOST_PASSAGES, pairings, key=lambda pairing: pairing.weight)))
    if not items:
        return []
    ends = sorted({item.other_end for item in items})
    best_weight = [0.0] * len(items)
    before: list[int | None] = [None] * len(items)
    tree: list[int | None] = [None] * (len(ends) + 1)
    by_end = sorted(range(len(items)), key=lambda index: items[index].end)
    entered = 0
    for index, item in enumerate(items):
        while entered < len(by_end) and items[by_end[entered]].end <= item.start:
            _enter(
                tree, by_end[entered], bisect_left(ends, items[by_end[entered]].other_end) + 1, best_weight
            )
            entered += 1
        previous = _best_up_to(tree, bisect_right(ends, item.other_start), best_weight)
        before[index] = previous
        best_weight[index] = item.weight + (best_weight[previous] if previous is not None else 0.0)
    at: int | None = max(range(len(items)), key=best_weight.__getitem__)
    chained = []
    while at is not None:
        chained.append(items[at])
        at = before[at]
    chained.reverse()
    return chained


def _enter(tree: list[int | None], index: int, place: int, weights: list[float]) -> None:
    while place < len(tree):
        known = tree[place]
        if known is None or weights[known] < weights[index]:
            tree[place] = index
        place += place & -place


def _best_up_to(tree: list[int | None], place: int, weights: list[float]) -> int | None:
    best: int | None = None
    while place > 0:
        known = tree[place]
        if known is not None and (best is None or weights[known] > weights[best]):
            best = known
        place -= place & -place
    return best


def sync_point(top: float, height: float, total: float) -> float:
    """Share of a pane's height at which it is compared with other panes.

    It is the middle, but slides to the top within the first half screen and to the bottom within the
    last, so that panes of different lengths reach their beginnings and ends together (as meld does it).

    Args:
        top: first row in sight.
        height: rows in sight.
        total: rows of the text.

    Returns:
        0 at the top, 1 at the bottom.
    """
    if height <= 0 or total <= height:
        return 0.0
    # A text of less than two screens slides as far as it can be scrolled.
    half = min(height, total - height) / 2
    beginning = min(1.0, max(0.0, top / half))
    ending = min(1.0, max(0.0, (top - (total - height - half)) / half))
    return 0.5 * beginning + 0.5 * ending
