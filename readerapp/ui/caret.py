"""Moving a caret through a wrapped text, and what counts as a word there.

A caret is an offset between two characters as a person sees them. Up and down keep the column that the
caret came from, as in every editor.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

from readerapp.model import Span
from readerapp.model.graphemes import is_boundary, next_boundary, previous_boundary, snap
from readerapp.ui.wrapping import Paragraphs, Rows

Direction = Literal[
    "left",
    "right",
    "up",
    "down",
    "page-up",
    "page-down",
    "word-left",
    "word-right",
    "line-start",
    "line-end",
    "paragraph-up",
    "paragraph-down",
    "text-start",
    "text-end",
]
"""Where a caret can go."""

_WITHIN_WORDS = frozenset("'’-‐‑·")
_LONGEST_WORD = 500
"""Code points after which a word is taken to end: a text without blanks is not searched to its end."""


def word_at(text: str, offset: int) -> Span:
    """The word that holds an offset.

    Returns:
        letters, digits, and hyphens and apostrophes between them; another character alone, where the
        offset is at no word.
    """
    if offset >= len(text):
        return Span(len(text), len(text))
    if not _in_word(text, offset):
        return snap(text, Span(offset, offset + 1))
    start = end = offset
    while start > max(0, offset - _LONGEST_WORD) and _in_word(text, start - 1):
        start -= 1
    while end < min(len(text), offset + _LONGEST_WORD) and _in_word(text, end):
        end += 1
    return snap(text, Span(start, end))


def _in_word(text: str, index: int) -> bool:
    character = text[index]
    if _is_letter(character):
        return True
    return (
        character in _WITHIN_WORDS
        and 0 < index < len(text) - 1
        and _is_letter(text[index - 1])
        and _is_letter(text[index + 1])
    )


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def moved(
    paragraphs: Paragraphs, rows: Rows, offset: int, direction: Direction, *, column: int, page: int
) -> int:
    """Where a caret is after a step.

    Args:
        paragraphs: the text in paragraphs.
        rows: the text in rows.
        offset: where the caret is.
        direction: where it goes.
        column: cell that steps up and down aim at.
        page: rows of a step by a page.

    Returns:
        an offset between two characters, from 0 to the length of the text.
    """
    text = paragraphs.text
    row = rows.row_of_offset(offset)
    match direction:
        case "left":
            return previous_boundary(text, offset)
        case "right":
            return next_boundary(text, offset) if offset < len(text) else offset
        case "up":
            return _in_row(rows, row - 1, column)
        case "down":
            return _in_row(rows, row + 1, column)
        case "page-up":
            return _in_row(rows, max(0, row - page), column)
        case "page-down":
            return _in_row(rows, min(len(rows) - 1, row + page), column)
        case "word-left":
            return _word_left(text, offset)
        case "word-right":
            return _word_right(text, offset)
        case "line-start":
            return rows.span(row).start
        case "line-end":
            return last_caret_of_row(rows, row)
        case "paragraph-up":
            index = paragraphs.index_at(offset)
            start = paragraphs.span(index).start
            return start if start < offset else paragraphs.span(max(0, index - 1)).start
        case "paragraph-down":
            index = paragraphs.index_at(offset) + 1
            return paragraphs.span(index).start if index < len(paragraphs) else len(text)
        case "text-start":
            return 0
        case "text-end":
            return len(text)


def last_caret_of_row(rows: Rows, row: int) -> int:
    """The last place for a caret that is still shown in a row.

    The end of a row that goes on in the next one is the beginning of that one.
    """
    span = rows.span(row)
    continues = row + 1 < len(rows) and rows.offset_of_row(row + 1) == span.end
    return previous_boundary(rows.text, span.end) if continues and span.length else span.end


def _in_row(rows: Rows, row: int, column: int) -> int:
    if row < 0:
        return 0
    if row >= len(rows):
        return len(rows.text)
    return min(rows.offset_at(row, column), last_caret_of_row(rows, row))


def _word_left(text: str, offset: int) -> int:
    index = offset
    while index > 0 and not _in_word(text, index - 1):
        index -= 1
    return word_at(text, index - 1).start if index > 0 else 0


def _word_right(text: str, offset: int) -> int:
    index, size = offset, len(text)
    if index < size and _in_word(text, index):
        index = word_at(text, index).end
    while index < size and not _in_word(text, index):
        index += 1
    return index if is_boundary(text, index) else next_boundary(text, index)
