"""Where a passage stands, said twice: by position, and by its words with those around them.

The position counts Unicode code points of the source's text, as the Web Annotation model asks. The words
before and after make the quotation findable where the text has changed; they are cut between words, or
where a script has no spaces between characters as a person sees them.
"""

from __future__ import annotations

from typing import Any

from readerapp.model import Span
from readerapp.model.graphemes import is_boundary

CONTEXT = 32
"""Code points before and after a passage that are quoted at least, where the text has them."""

_FURTHEST = 32
"""Code points that are added at most to end at a space."""

_GIVEN_UP = 1000
"""Marks stacked on one character after which nothing around the passage is quoted."""


def selectors_of(text: str, span: Span) -> list[dict[str, Any]]:
    """The two selectors of a passage.

    Args:
        text: the document's text.
        span: where the passage stands in it.
    """
    exact = text[span.start : span.end]
    prefix, suffix = surroundings(text, span)
    return [quote_selector(exact, prefix, suffix), position_selector(span)]


def surroundings(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a passage, as much as is quoted with it."""
    return text[_beginning(text, span.start) : span.start], text[span.end : _ending(text, span.end)]


def quote_selector(exact: str, prefix: str, suffix: str) -> dict[str, Any]:
    """A stretch of a text by its words."""
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def position_selector(span: Span) -> dict[str, Any]:
    """A stretch of a text by its position."""
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def _beginning(text: str, start: int) -> int:
    """Where to begin to quote what stands before a passage."""
    least = start - CONTEXT
    if least <= 0:
        return 0
    for place in range(least, max(least - _FURTHEST, 0), -1):
        if text[place - 1].isspace() and is_boundary(text, place):
            return place
    return next((n for n in range(least, max(0, least - _GIVEN_UP), -1) if is_boundary(text, n)), start)


def _ending(text: str, end: int) -> int:
    """Where to stop quoting what stands after a passage."""
    least = end + CONTEXT
    if least >= len(text):
        return len(text)
    for place in range(least, min(least + _FURTHEST, len(text))):
        if text[place].isspace():
            return place
    return next((n for n in range(least, min(len(text), least + _GIVEN_UP)) if is_boundary(text, n)), end)
