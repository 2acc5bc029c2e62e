"""A text cut into words, numbers and marks, for reading the amounts and the dates in it.

Digits and letters never share a token, so that `4.1million`, `7pm` and `100,000m` come apart; a number
keeps its commas and its point; a word keeps its apostrophes; every other character is a token of its
own, white space none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readerapp.model.span import Span

TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|(?<![\w.])\.[0-9]+|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")


def word_set(words: str) -> frozenset[str]:
    """The words of a string, as a set."""
    return frozenset(words.split())


HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–—")


class Token(NamedTuple):
    """A word, a number or a mark."""

    start: int
    """First code point in the text."""
    end: int
    """The code point after the last."""
    text: str
    """As it is written."""
    lower: str
    """In lower case, with plain apostrophes."""

    @property
    def is_digits(self) -> bool:
        """Is it a number in digits?"""
        return self.text[-1] in "0123456789"

    @property
    def is_word(self) -> bool:
        """Does it begin with a letter?"""
        return self.text[0].isalpha()

    @property
    def is_capitalised(self) -> bool:
        """Does it begin with a capital letter?"""
        return self.text[0].isupper()


def tokens_of(text: str, within: Span) -> list[Token]:
    """The tokens of a stretch of a text, in order.

    Args:
        text: the whole text.
        within: the stretch to cut, in code points of the text.
    """
    return [
        Token(match.start(), match.end(), found := match.group(), found.lower().replace("’", "'"))
        for match in TOKEN.finditer(text, max(within.start, 0), max(within.end, 0))
    ]


def glued(tokens: Sequence[Token], place: int) -> bool:
    """Does the token at a place touch the one before it?"""
    return 0 < place < len(tokens) and tokens[place - 1].end == tokens[place].start


def lower_at(tokens: Sequence[Token], place: int) -> str:
    """The token at a place in lower case; nothing outside the tokens."""
    return tokens[place].lower if 0 <= place < len(tokens) else ""


def begins_sentence(tokens: Sequence[Token], place: int) -> bool:
    """Does the token at a place follow a mark that ends a sentence, or nothing?"""
    previous = place - 1
    while previous >= 0 and tokens[previous].text in "\"'“”‘’()[]":
        previous -= 1
    return previous < 0 or tokens[previous].text in ".!?:;…"
