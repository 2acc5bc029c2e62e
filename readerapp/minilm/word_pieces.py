"""Cut text into the word pieces that the networks know.

BERT's uncased WordPiece (Devlin et al., 2019): words are divided at spaces and punctuation, folded to
lower case without accents, and cut greedily into the longest pieces of a fixed vocabulary. The words keep
their original form until then, because a capital tells a name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from readerapp.minilm.weights import (
    FOLDER,
    REPAIR,
    Manifest,
    ModelUnavailableError,
    read_weights,
    shipped_manifest,
)

VOCABULARY = "vocabulary.txt"
"""One piece a line; the number of the line is the piece's number."""

UNKNOWN, START, SEPARATOR = 100, 101, 102
"""Numbers of the pieces `[UNK]`, `[CLS]` and `[SEP]`."""

MARKS = ["[UNK]", "[CLS]", "[SEP]"]

LONGEST_WORD = 100
"""Code points; a longer word is one unknown piece."""

REMEMBERED = 200_000
"""Words whose pieces are kept; then they are forgotten together, which bounds memory on odd texts."""

NUMBER = re.compile(r"(?<!\w)\d+(?:[.,]\d+)+(?:[kKmM]|mn|bn|trn|tn|st|nd|rd|th)?(?!\w)")
"""A number with marks inside, `1,200.5` or `2.4bn`: one word here, whose marks are pieces of their own."""

IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)
"""Ranges of code points, both ends included, whose characters are words of their own."""


class _Divider(dict[int, str]):
    """A table for `str.translate` that puts spaces around what stands alone; it fills itself."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        category = unicodedata.category(character)
        if character.isspace() or category == "Zs":
            put = " "
        elif point in (0, 0xFFFD) or category[0] == "C":
            put = ""
        elif category[0] == "P" or (point < 128 and not character.isalnum()) or _is_ideograph(point):
            put = f" {character} "
        else:
            put = character
        self[point] = put
        return put


_DIVIDER = _Divider()


def _is_ideograph(point: int) -> bool:
    return any(first <= point <= last for first, last in IDEOGRAPHS)


def words(text: str) -> list[str]:
    """The words and marks of a text in their original form; white space and controls are gone.

    Args:
        text: any text, of any length.
    """
    found: list[str] = []
    end = 0
    for number in NUMBER.finditer(text):
        found += text[end : number.start()].translate(_DIVIDER).split()
        found.append(number.group())
        end = number.end()
    return found + text[end:].translate(_DIVIDER).split()


def folded(word: str) -> str:
    """A word in lower case and without accents."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(character for character in decomposed if unicodedata.category(character) != "Mn")


class WordPieces:
    """The vocabulary, and how words are cut by it."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._remembered: dict[str, tuple[int, ...]] = {}

    def of_word(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces.

        Args:
            word: as `words` gives it. A word of nothing but accents has no pieces.
        """
        known = self._remembered.get(word)
        if known is None:
            known = tuple(
                number for part in folded(word).translate(_DIVIDER).split() for number in self._cut(part)
            )
            if len(word) > LONGEST_WORD:
                return known
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            self._remembered[word] = known
        return known

    def of_text(self, text: str) -> list[int]:
        """The numbers of the pieces of a whole text, without the marks of start and end."""
        return [number for word in words(text) for number in self.of_word(word)]

    def _cut(self, part: str) -> list[int]:
        if len(part) > LONGEST_WORD:
            return [UNKNOWN]
        numbers = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                number = self._numbers.get(part[start:end] if start == 0 else "##" + part[start:end])
                if number is not None:
                    break
            else:
                return [UNKNOWN]
            numbers.append(number)
            start = end
        return numbers


def read_word_pieces(manifest: Manifest, count: int | None = None, folder: Path = FOLDER) -> WordPieces:
    """The vocabulary of a folder of weights.

    Args:
        manifest: what the file must be.
        count: how many pieces there must be.
        folder: where it is.

    Raises:
        ModelUnavailableError: it is missing, damaged, or not the networks' vocabulary.
    """
    content = read_weights(VOCABULARY, manifest, folder)
    vocabulary = content.decode("utf-8", "replace").split("\n")[:-1]
    if vocabulary[UNKNOWN : SEPARATOR + 1] != MARKS or count not in (None, len(vocabulary)):
        raise ModelUnavailableError(
            f"A file of the model is another vocabulary: {folder / VOCABULARY}; {REPAIR}."
        )
    return WordPieces(vocabulary)


@cache
def shipped_word_pieces() -> WordPieces:
    """The vocabulary of the shipped networks, read once; errors as for `read_word_pieces`."""
    return read_word_pieces(shipped_manifest())
