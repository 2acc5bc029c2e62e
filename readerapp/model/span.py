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


def stripped(text: str, span: Span, characters: str) -> Span:
    """A span without the characters given at its ends; empty, at its end, where it holds no others.

    Args:
        text: the text that the span is of.
        span: where it stands.
        characters: what is taken off, in any order and number.
    """
    start, end = span
    while start < end and text[start] in characters:
        start += 1
    while end > start and text[end - 1] in characters:
        end -= 1
    return Span(start, end)
