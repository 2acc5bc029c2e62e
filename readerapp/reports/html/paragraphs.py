"""A text as the paragraphs that a page shows.

Lines that follow on each other without an empty line between them are one paragraph, unless they are so
long that each is a paragraph itself. Lines that were broken at a fixed width flow again; verses and lists
keep their lines. Nothing is longer than a browser lays out at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from readerapp.model import Span
from readerapp.model.graphemes import snap_back

LONGEST = 4000
"""Code points of a paragraph; a longer one is shown as several."""
_LONG_LINE = 100
"""A line of more code points is a paragraph of its own."""
_BROKEN_LINE = 50
"""Lines that were broken at a fixed width have at least as many code points."""


class Paragraph(NamedTuple):
    """Lines that stand together."""

    start: int
    """First code point."""
    end: int
    """The code point after the last; the line feed that ends it is not in it."""
    flows: bool
    """May its line ends be shown as spaces?"""
    goes_on: bool
    """Does the next one belong to it, and stands apart only because of the length?"""


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of a text, in order; what lies between them is white space.

    Args:
        text: of a document.
    """
    lines: list[Span] = []
    for line in _lines(text):
        if lines:
            is_apart = line.start > lines[-1].end + 1 or max(line.length, lines[-1].length) > _LONG_LINE
            is_full = line.end - lines[0].start > LONGEST
            if is_apart or is_full:
                yield from _paragraph(text, lines, goes_on=not is_apart)
                lines = []
        lines.append(line)
    if lines:
        yield from _paragraph(text, lines, goes_on=False)


def _lines(text: str) -> Iterator[Span]:
    """The lines in which something stands."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start and not text[start:end].isspace():
            yield Span(start, end)
        start = end + 1


def _paragraph(text: str, lines: list[Span], *, goes_on: bool) -> Iterator[Paragraph]:
    start, end = lines[0].start, lines[-1].end
    flows = len(lines) > 1 and all(line.length >= _BROKEN_LINE for line in lines[:-1])
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1
        cut = space or max(snap_back(text, start + LONGEST), start + 1)
        yield Paragraph(start, cut, flows, True)
        start = cut
    yield Paragraph(start, end, flows, goes_on)
