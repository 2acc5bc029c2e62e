"""Finding the passages of an old text again in a new one.

What stands in an unchanged stretch of the text is found by it. For every other passage stretches are
proposed: the same words near the place where they are expected or anywhere; what stands now between the
same neighbours; the most similar words near that place; similar words anywhere that no unchanged stretch
has a claim to. They are rated (see `likeness`), and the best is taken only if it is good enough, clearly
better than the second best, and not more like another passage of the old text. Otherwise the passage is
an orphan: better none than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from readerapp.anchoring.blocks import Blocks
from readerapp.anchoring.candidates import by_differences, most_alike, occurrences
from readerapp.anchoring.expectation import (
    NEIGHBOUR,
    Expectation,
    expectation,
    held_by_others,
    is_between_neighbours,
)
from readerapp.anchoring.free_text import FreeText
from readerapp.anchoring.judgement import (
    LEAST_QUOTE,
    MARGIN,
    Candidate,
    best_of,
    is_good_enough,
    is_surely_here,
)
from readerapp.anchoring.likeness import LONGEST_COMPARED, likeness
from readerapp.model import AnchorStatus, Span
from readerapp.model.graphemes import snap

_NEAR = 2000
"""Code points around the expected place that are looked at, beside the length of the passage."""

_SLACK = 200
"""Code points by which what is looked at reaches beyond the neighbours at most."""

_MOST_OCCURRENCES = 20


class Placement(NamedTuple):
    """What became of one passage."""

    status: AnchorStatus
    span: Span | None
    """Where it stands in the new text; None for an orphan."""
    score: float
    """How sure that is, from 0 to 1; of an orphan, how good the best stretch was that was not taken."""


class Anchorer:
    """Finds passages of one text again in another.

    Args:
        old: the text that the passages were taken from.
        new: the text that they are to be found in.
    """

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._is_same = old == new
        self._blocks = Blocks("", "") if self._is_same else Blocks(old, new)
        self._free_in_old = FreeText(old, ((block.old, block.old_end) for block in self._blocks.by_old))
        self._free_in_new = FreeText(new, ((block.new, block.new_end) for block in self._blocks.by_old))

    def place(self, passage: Span) -> Placement:
        """Find one passage again.

        Args:
            passage: where it stood in the old text.

        Raises:
            ValueError: it does not lie in the old text.
        """
        if not 0 <= passage.start <= passage.end <= len(self._old):
            raise ValueError(f"{passage} does not lie in a text of {len(self._old)} code points")
        if self._is_same:
            return Placement(AnchorStatus.EXACT, passage, 1.0)
        if not passage.length:
            return Placement(AnchorStatus.ORPHANED, None, 0.0)
        return self._in_one_block(passage) or self._among_candidates(passage)

    def _in_one_block(self, passage: Span) -> Placement | None:
        """Where it stands, if all of it lies in one unchanged stretch that keeps its order."""
        block = next(self._blocks.of_old(passage), None)
        if block is None or block.old > passage.start or block.old_end < passage.end:
            return None
        around = max(passage.start - block.old, block.old_end - passage.end)
        # Alone or out of order, it may be a copy of what stands, a little changed, where it always stood.
        if not block.in_order or around < NEIGHBOUR:
            return None
        start = block.new + passage.start - block.old
        return self._placement(passage, Span(start, start + passage.length), 1.0, is_near=True)

    def _placement(self, passage: Span, found: Span, score: float, *, is_near: bool) -> Placement:
        span = snap(self._new, found)
        if self._new[span.start : span.end] != self._old[passage.start : passage.end]:
            return Placement(AnchorStatus.CHANGED, span, score)
        return Placement(AnchorStatus.EXACT if is_near else AnchorStatus.MOVED, span, score)

    # Candidates

    def _among_candidates(self, passage: Span) -> Placement:
        expected = expectation(self._blocks, passage, len(self._new), len(self._old))
        near = self._rated(passage, expected, self._near(passage, expected))
        best = best_of(near)
        if best is None or not is_surely_here(best):
            far = self._rated(passage, expected, self._far(passage, expected))
            best = best_of((*near, *far))
        if best is None:
            return Placement(AnchorStatus.ORPHANED, None, 0.0)
        candidate, has_margin = best
        score = candidate.likeness.score
        old = self._old[passage.start : passage.end]
        new = self._new[candidate.span.start : candidate.span.end]
        if (
            not has_margin
            or not is_good_enough(candidate, old, new, self._old)
            or self._is_more_like_another(passage, candidate, expected)
        ):
            return Placement(AnchorStatus.ORPHANED, None, score)
        return self._placement(passage, candidate.span, score, is_near=candidate.is_near)

    def _rated(self, passage: Span, expected: Expectation, spans: Iterable[Span]) -> list[Candidate]:
        candidates = []
        for span in dict.fromkeys(spans):
            own, others = held_by_others(self._blocks, passage, span)
            # What is unchanged from another place of the old text belongs there.
            if span.length and others <= max(own, span.length // 4):
                quote = None
                if max(span.length, passage.length) > LONGEST_COMPARED:
                    quote = 2 * own / (span.length + passage.length)
                alike = likeness(self._old, passage, self._new, span, expected.start, quote=quote)
                if alike.quote >= LEAST_QUOTE:
                    is_near = is_between_neighbours(self._blocks, passage, span, len(self._new))
                    candidates.append(Candidate(span, alike, is_near))
        return candidates

    def _near(self, passage: Span, expected: Expectation) -> Iterator[Span]:
        """What may be the passage between its old neighbours."""
        words = self._old[passage.start : passage.end]
        window, slack = expected.window, min(passage.length, _SLACK)
        around = Span(window.start - slack, window.end + slack)
        yield from occurrences(self._new, words, around, _MOST_OCCURRENCES)
        if expected.is_bounded:
            yield window
        else:
            mapped = by_differences(self._old, passage, expected.gap, self._new, window)
            if mapped is not None:
                yield mapped
        reach = _NEAR + passage.length
        around = Span(
            max(around.start, expected.start - reach),
            min(around.end, expected.start + passage.length + reach),
        )
        found = most_alike(words, self._new, around)
        if found is not None:
            yield found

    def _far(self, passage: Span, expected: Expectation) -> Iterator[Span]:
        """What may be the passage anywhere else."""
        words = self._old[passage.start : passage.end]
        slack = min(passage.length, _SLACK)
        for span in occurrences(self._new, words, Span(0, len(self._new)), _MOST_OCCURRENCES):
            if span.end <= expected.window.start - slack or span.start >= expected.window.end + slack:
                yield span
        moved = [block for block in self._blocks.of_old(passage) if not block.in_order]
        places = [block.new - block.old + passage.start for block in moved]
        for place in (*places, *self._free_in_new.like(words)):
            found = most_alike(words, self._new, Span(place - slack, place + passage.length + slack))
            if found is not None:
                yield found

    def _is_more_like_another(self, passage: Span, candidate: Candidate, expected: Expectation) -> bool:
        """Is a stretch at least as like another passage of the old text that has no place yet?"""
        if expected.is_bounded and candidate.span == expected.window:
            return False
        words = self._new[candidate.span.start : candidate.span.end]
        for place in self._free_in_old.like(words):
            around = Span(place - _SLACK, place + len(words) + _SLACK)
            parts = (Span(around.start, passage.start), Span(passage.end, around.end))
            if around.end <= passage.start or around.start >= passage.end:
                parts = (around, Span(0, 0))
            for part in parts:
                rival = most_alike(words, self._old, part)
                if rival is None:
                    continue
                alike = likeness(self._old, rival, self._new, candidate.span, candidate.span.start)
                if alike.score >= candidate.likeness.score - MARGIN:
                    return True
        return False
