"""A pair of sentences as the judge reads it: word pieces, and which words have an equal in the other one.

The network would have to find out by itself that `8` stands in both sentences and `nine` in one alone, and
does it badly: small models mistake numbers and names. So the token types, which in BERT tell only the first
segment from the second, tell here as well whether a word, a name or a number has its equal in the other one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from readerapp.language.numbers import number_values
from readerapp.minilm.word_pieces import SEPARATOR, START, WordPieces, folded, words

LONGEST = 192
"""Word pieces of a pair, marks included; of longer sentences the end is not read."""

PLAIN, WORD_HERE_TOO, WORD_ALONE, NAME_HERE_TOO, NAME_ALONE, NUMBER_HERE_TOO, NUMBER_AGAINST, NUMBER_ALONE = (
    range(8)
)
"""What a word is to the other sentence: a function word or mark; a word, name or number that stands there
too, or does not; and of numbers that do not, whether the other sentence has such numbers as well."""

CURRENCIES = "£€¥₹₽₩₺₴"

SENTENCES_KEPT = 2000
"""Sentences that are kept cut: those of a few articles."""

ROLES = 8
"""The token type is the role, plus this for the hypothesis."""

_FUNCTION_WORDS = (
    "a an the this that these those of in on at to for from by with as and or but if than then so such it "
    "its he his him she her hers they their them we our us you your i my me who whom whose which what "
    "when where while is are was were be been being am has have had having do does did will would shall "
    "should can could may might must there here s t re ve ll d m also said says say"
)
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words whose presence in the other sentence says nothing. The network was trained with just these."""


class Pair(NamedTuple):
    """What the network is given."""

    pieces: list[int]
    """Numbers of word pieces: start, premise, separator, hypothesis, separator."""
    types: list[int]
    """The token type of each piece."""


class Sentence(NamedTuple):
    """A sentence that has been cut; worth keeping when it occurs in many pairs."""

    pieces: tuple[tuple[int, ...], ...]
    """The word pieces of each word."""
    keys: tuple[str, ...]
    """Under which equal words meet; empty for function words and marks."""
    names: tuple[bool, ...]
    """Is the word written as a name is?"""
    values: tuple[float | None, ...]
    """The value of a number."""


def cut(text: str, vocabulary: WordPieces) -> Sentence:
    """Cut a sentence into words and their pieces.

    Args:
        text: any text; no more of it is read than a pair can hold.
        vocabulary: the word pieces.
    """
    # A word has one piece at least, but for the rare one that is nothing but an accent.
    found = words(text.lstrip()[: LONGEST * 40])[:LONGEST]
    # Signs of currency but the dollar's are part of the word in this vocabulary.
    lowered = [folded(word).lstrip(CURRENCIES) for word in found]
    first = next((place for place, word in enumerate(found) if word[0].isalnum()), 0)
    return Sentence(
        tuple(vocabulary.of_word(word) for word in found),
        tuple(_key(word) for word in lowered),
        tuple(place > first and word[0].isupper() for place, word in enumerate(found)),
        tuple(number_values(lowered)),
    )


def _key(word: str) -> str:
    """What is left of a word without its ending: rough, but the same for both sentences."""
    if word in FUNCTION_WORDS or not word[:1].isalnum():
        return ""
    for ending in ("ingly", "edly", "ing", "ies", "ied", "ed", "es", "ly", "s", "d", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def roles(sentence: Sentence, other: Sentence) -> list[int]:
    """What each word of a sentence is to the other sentence."""
    keys = set(other.keys)
    values = {value for value in other.values if value is not None}
    own = {value for value in sentence.values if value is not None}
    against = bool(values - own)
    found = []
    for key, name, value in zip(sentence.keys, sentence.names, sentence.values, strict=True):
        if value is not None:
            role = NUMBER_HERE_TOO if value in values else NUMBER_AGAINST if against else NUMBER_ALONE
        elif not key:
            role = PLAIN
        elif name:
            role = NAME_HERE_TOO if key in keys else NAME_ALONE
        else:
            role = WORD_HERE_TOO if key in keys else WORD_ALONE
        found.append(role)
    return found


def paired(premise: Sentence, hypothesis: Sentence) -> Pair:
    """Put two sentences together as the network reads them.

    Where both do not fit, the longer one loses its end, and of two long ones each is cut to half of the room.
    """
    first = _typed(premise, hypothesis, 0)
    second = _typed(hypothesis, premise, ROLES)
    room = LONGEST - 3
    first = first[: max(room // 2, room - len(second))]
    second = second[: room - len(first)]
    pieces = [START, *(piece for piece, _ in first), SEPARATOR, *(piece for piece, _ in second), SEPARATOR]
    types = [0, *(role for _, role in first), 0, *(role for _, role in second), ROLES]
    return Pair(pieces, types)


def _typed(sentence: Sentence, other: Sentence, offset: int) -> list[tuple[int, int]]:
    """Each piece with its token type."""
    return [
        (piece, role + offset)
        for pieces, role in zip(sentence.pieces, roles(sentence, other), strict=True)
        for piece in pieces
    ]


def read_pairs(premises: Iterable[str], hypotheses: Iterable[str], vocabulary: WordPieces) -> Iterator[Pair]:
    """Pairs one after another; a sentence is not cut again while it was among the last ones.

    Args:
        premises: sentences.
        hypotheses: as many.
        vocabulary: the word pieces.
    """
    once = lru_cache(SENTENCES_KEPT)(lambda text: cut(text, vocabulary))
    for premise, hypothesis in zip(premises, hypotheses, strict=True):
        yield paired(once(premise), once(hypothesis))
