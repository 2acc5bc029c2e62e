"""Where two passages differ, word by word.

A word is a run of letters, digits and combining marks, with apostrophes inside it (`didn’t`) and points or
commas inside a number (`1,000.5`); in scripts written without spaces each character is a word. Two words
are equal if they differ in case, width, invisible characters, the sort of apostrophe or the commas of a
number at most; accents count. Spaces and punctuation between words are not compared: each belongs to the
word that it stands at, so that the spans of the differences cover both passages completely.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Literal, NamedTuple

from readerapp.align import SequenceMatcher
from readerapp.model import Span

Operation = Literal["equal", "replace", "delete", "insert"]

_ALONE = (
    "\u0e01-\u0e30\u0e32-\u0e33\u0e40-\u0e46\u0e80-\u0eb0\u0eb2-\u0eb3\u0ec0-\u0ec6\u1000-\u102a\u1780-\u17b3"
    "\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9d\U00020000-\U000323af"
)
"""Letters of Thai, Lao, Myanmar, Khmer, Chinese and Japanese, which are written without spaces."""

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_APOSTROPHES = "'’ʼ＇"

_CORE = re.compile(
    f"[{_ALONE}]"
    rf"|(?:(?![{_ALONE}])[^\W_])+"
    rf"(?:(?:(?<=\d)[.,](?=\d)|[{_APOSTROPHES}](?=[^\W\d_]))(?:(?![{_ALONE}])[^\W_])+)*"
)
"""A word, or the part of one up to a combining mark or an invisible character."""

_STANDS_ALONE = re.compile(f"[{_ALONE}]")
_LEFT_OUT = re.compile(f"[{_INVISIBLE}]")
_CURLY = re.compile("[’ʼ]")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


class Difference(NamedTuple):
    """One step of the way from the left passage to the right one."""

    operation: Operation
    """`insert`: only the right has it; `delete`: only the left has it."""
    left: Span
    """In offsets of the left passage."""
    right: Span
    """In offsets of the right passage."""


def word_differences(left: str, right: str) -> list[Difference]:
    """How one passage becomes the other, word by word.

    Args:
        left: a passage.
        right: another.

    Returns:
        differences whose spans follow on each other and cover both passages; `equal` alternates with the
        other operations.
    """
    words_of_left, words_of_right = _words(left), _words(right)
    if not words_of_left or not words_of_right:
        return _without_words(left, right, equal=not words_of_left and not words_of_right)
    borders_of_left, borders_of_right = _borders(left, words_of_left), _borders(right, words_of_right)
    return [
        Difference(
            operation,
            Span(borders_of_left[i1], borders_of_left[i2]),
            Span(borders_of_right[j1], borders_of_right[j2]),
        )
        for operation, i1, i2, j1, j2 in _operations(left, words_of_left, right, words_of_right)
    ]


def cue_spans(left: str, right: str) -> tuple[list[Span], list[Span]]:
    """The words that differ, without the spaces and punctuation around them.

    Args:
        left: a passage.
        right: another.

    Returns:
        a span for each run of words that the other passage does not have there, in offsets of the left
        passage, and those of the right one.
    """
    words_of_left, words_of_right = _words(left), _words(right)
    of_left, of_right = [], []
    for operation, i1, i2, j1, j2 in _operations(left, words_of_left, right, words_of_right):
        if operation != "equal":
            if i1 < i2:
                of_left.append(Span(words_of_left[i1].start, words_of_left[i2 - 1].end))
            if j1 < j2:
                of_right.append(Span(words_of_right[j1].start, words_of_right[j2 - 1].end))
    return of_left, of_right


def _operations(
    left: str, words_of_left: list[Span], right: str, words_of_right: list[Span]
) -> list[tuple[Operation, int, int, int, int]]:
    keys_of_left = [_key(left[word.start : word.end]) for word in words_of_left]
    keys_of_right = [_key(right[word.start : word.end]) for word in words_of_right]
    return SequenceMatcher(None, keys_of_left, keys_of_right).get_opcodes()


def _words(text: str) -> list[Span]:
    """Where the words of a text stand."""
    words: list[Span] = []
    for match in _CORE.finditer(text):
        start, end = match.span()
        if words and words[-1].end == start and _is_divided(text, words[-1].start, start):
            start = words.pop().start
        while end < len(text) and _clings(text[end]):
            end += 1
        words.append(Span(start, end))
    return words


def _is_divided(text: str, start: int, place: int) -> bool:
    """Is a word divided at a place by no more than a mark or an invisible character before it?"""
    stands_alone = _STANDS_ALONE.match(text, start) or _STANDS_ALONE.match(text, place)
    return not stands_alone and _clings(text[place - 1])


def _clings(character: str) -> bool:
    """Does a character belong to the word before it, although it is no letter?"""
    return character > "\u007f" and (character in _INVISIBLE or unicodedata.category(character)[0] == "M")


def _key(word: str) -> str:
    """What equal words have in common."""
    if word.isascii():
        key = word.casefold()
    else:
        key = unicodedata.normalize("NFKC", _LEFT_OUT.sub("", word)).casefold()
        key = _CURLY.sub("'", unicodedata.normalize("NFKC", key))
    return key.replace(",", "") if _THOUSANDS.fullmatch(key) else key


def _borders(text: str, words: list[Span]) -> list[int]:
    """Where the text of each word begins if every character belongs to a word; at the end, its length.

    Of what stands between two words, all up to the last white space belongs to the word before it, so
    that an opening quotation mark stays with the word that it opens.
    """
    borders = [0]
    for before, word in pairwise(words):
        between = text[before.end : word.start]
        closing = next((n for n in range(len(between), 0, -1) if between[n - 1].isspace()), len(between))
        borders.append(before.end + closing)
    borders.append(len(text))
    return borders


def _without_words(left: str, right: str, *, equal: bool) -> list[Difference]:
    """The one difference of passages of which one or both have no words."""
    if not left and not right:
        return []
    operation: Operation
    if equal:
        operation = "equal"
    elif not left:
        operation = "insert"
    elif not right:
        operation = "delete"
    else:
        operation = "replace"
    return [Difference(operation, Span(0, len(left)), Span(0, len(right)))]
