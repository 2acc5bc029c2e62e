"""A passage as it is quoted beside its finding, with the words that carry it marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from readerapp.model import Passage, Span
from readerapp.model.graphemes import snap_back

if TYPE_CHECKING:
    from markupsafe import Markup

LONGEST = 1200
"""Code points of a passage that are quoted where the whole text stands beside it."""
_OF_ONE_LINE = re.compile(r"[^\s\n](?:[^\n]*[^\s\n])?")
_SLACK = 200
"""Leaving out less than that would save nothing."""


def quoted(passage: Passage, cue_class: str, *, abridged: bool) -> Markup:
    """The passage's text as HTML.

    Args:
        passage: of a finding or a note.
        cue_class: class of the elements that hold the cues.
        abridged: leave out what is beyond `LONGEST`, and say how much?
    """
    from markupsafe import Markup, escape

    text = passage.text
    end = len(text)
    if abridged and end > LONGEST + _SLACK:
        end = snap_back(text, LONGEST) or LONGEST
    written = []
    place = 0
    for first, last in _cues(passage, end):
        # A line end inside it would draw a mark on nothing.
        for word in _OF_ONE_LINE.finditer(text, first, last):
            written.append(escape(text[place : word.start()]))
            written.append(Markup('<b class="{}">{}</b>').format(cue_class, word[0]))
            place = word.end()
    written.append(escape(text[place:end]))
    if end < len(text):
        rest = f"{len(text) - end:,} characters more"
        written.append(Markup('<span class="rest">… and {}</span>').format(rest))
    return Markup("").join(written)


def _cues(passage: Passage, end: int) -> Iterable[tuple[int, int]]:
    """The cues in offsets of the passage's text up to an end, in order, none overlapping."""
    place = 0
    for cue in sorted(passage.cues):
        span = Span(max(cue.start - passage.start, place), min(cue.end - passage.start, end))
        if span.start < span.end:
            yield span
            place = span.end
