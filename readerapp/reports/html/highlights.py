"""Where the passages of findings and notes lie on a text, cut so that nothing overlaps.

Passages may overlap in any way, and HTML elements may not. So a text is cut wherever a passage or a cue
begins or ends; each piece knows what covers it. The work grows with the number of passages, not with how
deep they lie upon one another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple

from readerapp.model import Span

STRENGTH = {"c": 4, "o": 3, "u": 2, "n": 1}
"""Classes of what can cover a piece: contradiction, overlap, unique, note. The strongest gives the colour."""
DISMISSED = "x"
"""Class of a piece that nothing covers but findings that a person dismissed."""
CUE = "q"
"""Class of a piece that carries a relation or differs."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage of a finding or of a note on one text."""

    span: Span
    kind: str
    """A key of `STRENGTH`."""
    target: str
    """Identity of the element that says what it is, such as `f3`."""
    anchor: str
    """Identity of the place where the passage begins, such as `p3-1`."""
    label: str
    """What the reference at its end shows, such as `≠3`."""
    name: str
    """The same in words, such as `Contradiction 3`."""
    cues: tuple[Span, ...] = ()
    """Words that carry the relation, in offsets of the text."""
    is_dismissed: bool = False
    """Did a person dismiss the finding?"""


class Piece(NamedTuple):
    """A stretch of a text that the same passages cover from end to end."""

    start: int
    """First code point."""
    end: int
    """The code point after the last."""
    classes: str
    """What covers it, separated by spaces: the kinds, falling in strength, `DISMISSED`, `CUE`."""
    target: str
    """Of the strongest and shortest passage that covers it."""


def pieces(highlights: Iterable[Highlight]) -> Iterator[Piece]:
    """The covered stretches of a text, in order.

    Args:
        highlights: in any order; empty ones are passed over.
    """
    changes: list[tuple[int, int, str, Highlight | None]] = []
    for highlight in highlights:
        start, end = highlight.span
        if start >= end:
            continue
        kind = DISMISSED if highlight.is_dismissed else highlight.kind
        changes.append((start, 1, kind, highlight))
        changes.append((end, -1, kind, None))
        if not highlight.is_dismissed:
            for cue in highlight.cues:
                first, last = max(cue.start, start), min(cue.end, end)
                if first < last:
                    changes.append((first, 1, CUE, None))
                    changes.append((last, -1, CUE, None))
    changes.sort(key=lambda change: change[0])
    depth: Counter[str] = Counter()
    covering: list[tuple[int, int, int, int, str]] = []
    place = 0
    for number, (at, step, kind, begun) in enumerate(changes):
        if at > place:
            while covering and covering[0][3] <= place:
                heappop(covering)
            if covering:
                yield Piece(place, at, _classes(depth), covering[0][4])
            place = at
        depth[kind] += step
        if begun is not None:
            start, end = begun.span
            heappush(covering, (-STRENGTH.get(kind, 0), end - start, number, end, begun.target))


def _classes(depth: Counter[str]) -> str:
    kinds = [kind for kind in STRENGTH if depth[kind]] or [DISMISSED]
    return " ".join((*kinds, CUE) if depth[CUE] else kinds)
