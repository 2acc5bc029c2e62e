"""Whether a stretch of the new text is taken for a passage of the old one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from readerapp.anchoring.likeness import Likeness, differs_by_slips, same_numbers
from readerapp.model import Span

LEAST_SCORE = 0.75
"""Of a stretch that is taken for what it says and what stands around it, wherever it stands."""

LEAST_NEAR = 0.72
"""The same between the old neighbours."""

LEAST_QUOTE = 0.6
"""How alike the words have to be for a stretch to be a candidate, whatever stands around them."""

MARGIN = 0.05
"""By how much the best stretch has to be better than the second best, in score."""

_SURE = 0.8
"""Score from which a stretch between the old neighbours needs no comparison with what stands elsewhere."""

_TELLING, _TELLING_WORDS = 20, 4
"""Code points, and words, of a quotation that nobody writes twice by chance."""

_SHORTEST_NEAR = 8
"""Code points of the same words that are known again between the old neighbours."""

_SHORTEST_CHANGED = 32
_SURE_QUOTE = 0.8
"""Code points, and likeness, of changed words that are known again although what is around them changed."""


class Candidate(NamedTuple):
    """A stretch of the new text that may be the passage."""

    span: Span
    likeness: Likeness
    is_near: bool
    """Does it stand between the passage's old neighbours?"""


def best_of(candidates: Sequence[Candidate]) -> tuple[Candidate, bool] | None:
    """The best of some candidates, and whether it is clearly better than every other stretch.

    What stands between the old neighbours needs no margin over what stands elsewhere among other words.
    """
    if not candidates:
        return None
    best = max(
        candidates,
        key=lambda candidate: (_is_preferred(candidate), candidate.likeness.score, candidate.likeness.quote),
    )
    rivals = [other for other in candidates if not _is_same_stretch(other.span, best.span)]
    if _is_preferred(best):
        rivals = [rival for rival in rivals if rival.is_near or rival.likeness.score >= LEAST_SCORE]
    highest = max((rival.likeness.score for rival in rivals), default=0.0)
    has_margin = highest <= best.likeness.score - MARGIN
    # Borders that what stands around speaks for may hold what was put in beside the passage.
    same = [other for other in candidates if _is_same_stretch(other.span, best.span)]
    closest = max(same, key=lambda candidate: candidate.likeness.quote)
    if closest.likeness.quote > best.likeness.quote + MARGIN:
        best = best._replace(span=closest.span)
    return best, has_margin


def _is_preferred(candidate: Candidate) -> bool:
    return candidate.is_near and candidate.likeness.quote >= _SURE_QUOTE


def _is_same_stretch(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 >= min(one.length, other.length)


def is_surely_here(best: tuple[Candidate, bool]) -> bool:
    """Is the best stretch between the old neighbours so good that none elsewhere is looked for?"""
    candidate, has_margin = best
    return has_margin and candidate.likeness.score >= _SURE


def is_good_enough(candidate: Candidate, old: str, new: str, known: str) -> bool:
    """Is a stretch surely the passage?

    Args:
        candidate: the best stretch.
        old: the words of the passage.
        new: the words of the stretch.
        known: the old text.
    """
    alike = candidate.likeness
    # A statement with another number, elsewhere, is another statement.
    if not candidate.is_near and not same_numbers(old, new):
        return False
    if alike.score >= (LEAST_NEAR if candidate.is_near else LEAST_SCORE):
        return True
    if old == new:
        if candidate.is_near:
            return len(old) >= _SHORTEST_NEAR
        return is_told_by_itself(old) and known.count(old) == 1
    if len(old) < _SHORTEST_CHANGED or not same_numbers(old, new):
        return False
    is_sure = candidate.is_near and alike.quote >= _SURE_QUOTE
    return is_sure or differs_by_slips(old, new, known)


def is_told_by_itself(words: str) -> bool:
    """Is a quotation so long that nobody writes it twice by chance, whatever stands around it?"""
    is_of_words = len(words.split()) >= _TELLING_WORDS or (not words.isascii() and " " not in words)
    return len(words) >= _TELLING and is_of_words
