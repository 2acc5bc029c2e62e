"""A stretch of a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of one document's text, in Unicode code points."""

    start: int
    """First code point."""
    end: int
    """The code point after the last."""

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Do the two share at least one code point?"""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Does `other` lie within this span, bounds included?"""
        return self.start <= other.start and other.end <= self.end
