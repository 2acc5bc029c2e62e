"""Where in a new text something like a passage of the old one might stand.

Each function proposes stretches; none of them decides. Near the place where the passage is expected,
everything is looked at; farther away only what no unchanged stretch has a claim to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readerapp.anchoring.likeness import LONGEST_COMPARED, words_alike
from readerapp.model import Span
from readerapp.word_differences import Difference, word_differences

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from readerapp.anchoring.grams import GramIndex

_LEAST_LIKENESS = 45.0
"""Of a hundred: what the best stretch of a window has to be like to be proposed."""

_FARTHEST_BORDER = 200
"""Code points by which a border is moved at most to fit better."""

_BORDERS = 12
"""Borders that are tried to each side."""

_MOST_PLACES = 20
"""Places of one gram beyond which it says nothing about where a passage stands."""

_LEAST_MEETINGS = 4
_LEAST_SHARE = 0.08
"""Grams of a passage, and their share of all, that have to meet in one place."""


def occurrences(text: str, words: str, window: Span, most: int) -> Iterator[Span]:
    """Where exactly these words stand in a window of a text.

    Args:
        text: where to look.
        words: what to look for; not empty.
        window: where in the text.
        most: how many are wanted at most.
    """
    place = text.find(words, max(0, window.start), window.end)
    while place >= 0 and most:
        yield Span(place, place + len(words))
        most -= 1
        place = text.find(words, place + 1, window.end)


def by_differences(old: str, passage: Span, gap: Span, new: str, new_gap: Span) -> Span | None:
    """Where a passage went if a part of the text was rewritten around its borders.

    Args:
        old: the old text.
        passage: where the passage stood; it overlaps the gap or lies in it.
        gap: the part of the old text that was rewritten.
        new: the new text.
        new_gap: what that part has become.
    """
    if not gap.length or max(gap.length, new_gap.length) > LONGEST_COMPARED:
        return None
    steps = word_differences(old[gap.start : gap.end], new[new_gap.start : new_gap.end])
    start = new_gap.start + _image(steps, passage.start - gap.start, after=False)
    end = new_gap.start + _image(steps, passage.end - gap.start, after=True)
    return Span(start, end) if start < end else None


def _image(steps: list[Difference], place: int, *, after: bool) -> int:
    """Where a border of the left text stands in the right one; within other words, around them."""
    for step in steps:
        start, end = step.left
        if start < place <= end if after else start <= place < end:
            if step.operation == "equal" and step.left.length == step.right.length:
                return step.right.start + place - start
            return step.right.end if after else step.right.start
    return steps[-1].right.end if steps and place > 0 else 0


def most_alike(words: str, text: str, window: Span) -> Span | None:
    """The stretch of a window that is most like these words, with borders that fit.

    Args:
        words: what to look for.
        text: where to look.
        window: where in the text.
    """
    from rapidfuzz import fuzz

    window = Span(max(0, window.start), min(len(text), window.end))
    if not words or window.length <= 0 or len(words) > LONGEST_COMPARED:
        return None
    within = text[window.start : window.end]
    if len(within) <= len(words):
        return fitted(words, text, window, window)
    found = fuzz.partial_ratio_alignment(words, within, score_cutoff=_LEAST_LIKENESS)
    if found is None:
        return None
    span = Span(window.start + found.dest_start, window.start + found.dest_end)
    return fitted(words, text, span, window)


def fitted(words: str, text: str, span: Span, window: Span) -> Span:
    """A stretch with its borders moved to those between words that make it most like a passage.

    Args:
        words: the passage.
        text: where the stretch stands.
        span: the stretch.
        window: the borders are not moved out of it.
    """
    reach = min(_FARTHEST_BORDER, max(20, len(words) // 2))
    starts = [place for place in _borders(text, span.start, reach, window) if place < span.end]
    start = max(starts, key=lambda place: words_alike(words, text[place : span.end]), default=span.start)
    ends = [place for place in _borders(text, span.end, reach, window) if place > start]
    end = max(ends, key=lambda place: words_alike(words, text[start:place]), default=span.end)
    return Span(start, end)


def _borders(text: str, place: int, reach: int, window: Span) -> list[int]:
    """Places between words around one, that one first if it is one of them."""
    found = []
    for step in (1, -1):
        number = 0
        other = place if step > 0 else place - 1
        while window.start <= other <= window.end and abs(other - place) <= reach and number < _BORDERS:
            if not (0 < other < len(text) and text[other - 1].isalnum() and text[other].isalnum()):
                found.append(other)
                number += 1
            other += step
    return found or [place]


def met_elsewhere(grams: NDArray[np.uint64], index: GramIndex, most: int) -> list[int]:
    """Where a text has most in common with a passage, by grams.

    Args:
        grams: of the passage, in order.
        index: of the text.
        most: how many places are wanted.

    Returns:
        where the passage would begin, the best places first; they may lie outside the text.
    """
    import numpy as np

    if not len(grams) or not len(index):
        return []
    numbers, places = index.meetings(grams, _MOST_PLACES)
    if not len(numbers):
        return []
    width = max(16, len(grams) // 2)
    beginnings, counts = np.unique((places - numbers) // width, return_counts=True)
    # A passage whose beginning falls on a border of two is counted with both.
    joined = counts.copy()
    follow = np.flatnonzero(np.diff(beginnings) == 1)
    joined[follow] += counts[follow + 1]
    least = max(_LEAST_MEETINGS, _LEAST_SHARE * len(grams))
    best = np.argsort(-joined, kind="stable")[: most * 2]
    found: list[int] = []
    for number in best.tolist():
        begin = int(beginnings[number]) * width
        if joined[number] >= least and all(abs(begin - other) > 2 * width for other in found):
            found.append(begin)
    return found[:most]
