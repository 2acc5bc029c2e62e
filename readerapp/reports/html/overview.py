"""Where in an article the findings lie: three lanes of bars, one for each kind."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from readerapp.reports.html.highlights import Highlight

PARTS = 240
"""Parts into which an article's length is divided."""
LANES = ("c", "o", "u")
"""From the top: contradictions, overlaps, what stands in one article only."""


class Bar(NamedTuple):
    """A run of parts in which findings of one kind lie."""

    kind: str
    """One of `LANES`."""
    lane: int
    """Number of the lane from the top, from 0."""
    start: int
    """First part, from 0."""
    width: int
    """Number of parts."""
    anchor: str
    """Where the first passage in it begins."""


def bars(length: int, highlights: Iterable[Highlight]) -> list[Bar]:
    """The bars of one article.

    Args:
        length: of its text, in code points.
        highlights: passages of the article; dismissed ones and notes are passed over.
    """
    shown = sorted((h for h in highlights if not h.is_dismissed), key=lambda h: h.span)
    made = []
    for lane, kind in enumerate(LANES):
        changes = [0] * (PARTS + 1)
        anchors: dict[int, str] = {}
        for highlight in shown:
            if highlight.kind == kind:
                first = min(PARTS - 1, highlight.span.start * PARTS // max(1, length))
                last = max(first, min(PARTS - 1, (highlight.span.end - 1) * PARTS // max(1, length)))
                changes[first] += 1
                changes[last + 1] -= 1
                anchors.setdefault(first, highlight.anchor)
        depth = list(accumulate(changes))
        start = 0
        while start < PARTS:
            end = start
            while end < PARTS and depth[end]:
                end += 1
            if end > start:
                made.append(Bar(kind, lane, start, end - start, anchors[start]))
            start = max(end, start + 1)
    return made
