"""Marks on a text: where findings, notes and hits of a search stand, found quickly for any stretch.

`MarkIndex` keeps marks in classes of similar length, each sorted by start. A stretch is then asked for by
two binary searches a class, whether 20,000 short marks lie in the text or one covers all of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from readerapp.model import Kind

MarkKind = Kind | Literal["note", "search"]

STRENGTH: dict[MarkKind, int] = {
    Kind.CONTRADICTION: 4,
    Kind.OVERLAP: 3,
    Kind.UNIQUE: 2,
    "note": 1,
    "search": 0,
}
"""Where marks lie upon one another, the one of greater strength gives the background."""

_SIGNS: dict[MarkKind, str] = {
    Kind.CONTRADICTION: "≠",
    Kind.OVERLAP: "≈",
    Kind.UNIQUE: "•",
    "note": "✎",
    "search": "/",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one text that is shown in a way of its own."""

    start: int
    """First code point."""
    end: int
    """The code point after the last."""
    kind: MarkKind
    """What stands there."""
    finding: str = ""
    """Identity of the finding or note."""
    current: bool = False
    """Does it belong to the finding that the person is at?"""
    dismissed: bool = False
    """Did the person dismiss the finding?"""
    type: str = ""
    """Subdivision of the kind, such as `verbatim`."""

    @property
    def sign(self) -> str:
        """A sign of one cell that tells the kinds apart without colour."""
        if self.kind is Kind.OVERLAP and self.type == "verbatim":
            return "="
        return _SIGNS[self.kind]


_BY_START = attrgetter("start", "end")


class MarkIndex:
    """Marks that can be asked for by where they stand.

    Args:
        marks: in any order; empty ones are passed over.
    """

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        classes: dict[int, list[Mark]] = {}
        for mark in marks:
            length = mark.end - mark.start
            if length > 0:
                classes.setdefault((length.bit_length() + 1) // 2, []).append(mark)
        self._classes: list[tuple[int, list[int], list[Mark]]] = []
        for members in classes.values():
            members.sort(key=_BY_START)
            longest = max(mark.end - mark.start for mark in members)
            self._classes.append((longest, [mark.start for mark in members], members))

    def __len__(self) -> int:
        return sum(len(members) for _, _, members in self._classes)

    def marks_between(self, start: int, end: int) -> list[Mark]:
        """Marks that share at least one code point with a stretch.

        Args:
            start: first code point.
            end: the code point after the last.

        Returns:
            marks in the order of their starts, then ends.
        """
        found: list[Mark] = []
        for longest, starts, members in self._classes:
            first = bisect_right(starts, start - longest)
            last = bisect_left(starts, end)
            found.extend(mark for mark in members[first:last] if mark.end > start)
        found.sort(key=_BY_START)
        return found

    def marks_at(self, offset: int) -> list[Mark]:
        """Marks that hold a code point, the strongest and shortest first."""
        found = self.marks_between(offset, offset + 1)
        found.sort(key=lambda mark: (not mark.current, -STRENGTH[mark.kind], mark.end - mark.start))
        return found
