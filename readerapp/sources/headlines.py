"""The title of an article that has none in its format.

People who save an article as text put the headline first, on a line of its own. That line is the title
if it looks like one: short, no sentence, and set apart from what follows.
"""

from __future__ import annotations

import re

from readerapp.sources.cleaning import clean_text

_MOST_CHARACTERS = 160
"""The longest headlines of news sites have about 150."""

_PARAGRAPH = 200
"""A line this long is a paragraph on one line, in which case no blank line need precede it."""

_BEGINNING = 4000
"""Code points in which a headline is looked for."""

_SENTENCE_END = re.compile(r"[.,:;][\"'”’»)\]]*$")


def headline_of(text: str) -> str | None:
    """The headline that a text begins with, or None where it begins with anything else.

    Args:
        text: clean or not.
    """
    lines = [line.strip() for line in clean_text(text[:_BEGINNING]).split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    if len(lines) < 2 or not any(lines[1:]):
        return None
    first, second = lines[0], lines[1]
    if len(first) > _MOST_CHARACTERS or not any(character.isalpha() for character in first):
        return None
    if _SENTENCE_END.search(first) and not first.endswith("..."):
        return None
    if second and not (len(second) >= _PARAGRAPH and len(first) < len(second) / 2):
        return None
    return first
