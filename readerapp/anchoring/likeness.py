"""How much a stretch of the new text is like a passage of the old one, by its words and what is around.

The weights are those of Hypothesis (hypothes.is, `match-quote.ts`): quotation 50, prefix 20, suffix 20,
position 2. Hypothesis takes the best stretch whatever its score; here a least score holds as well, and a
number that was changed is never taken for a slip of the pen.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from readerapp.model import Span
from readerapp.word_differences import word_differences

CONTEXT = 32
"""Code points before and after a passage that are compared."""

QUOTE_WEIGHT, PREFIX_WEIGHT, SUFFIX_WEIGHT, POSITION_WEIGHT = 50, 20, 20, 2
_WEIGHTS = QUOTE_WEIGHT + PREFIX_WEIGHT + SUFFIX_WEIGHT + POSITION_WEIGHT

_UNRELATED = 0.45
"""How alike texts are, letter by letter, that have nothing to do with each other."""

LONGEST_COMPARED = 5000
"""Code points beyond which passages are not compared letter by letter."""

_SHORTEST_WORD = 4
"""Letters of a word that may be mistyped in two of them; in shorter ones in one."""

_WORDS_TO_A_SLIP = 4
"""Words of a passage for each that may be mistyped."""

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD = re.compile(r"\w+")


class Likeness(NamedTuple):
    """How alike two stretches are; each part from 0 to 1."""

    quote: float
    prefix: float
    suffix: float
    position: float

    @property
    def score(self) -> float:
        """All parts by their weights, from 0 to 1."""
        total = (
            QUOTE_WEIGHT * self.quote
            + PREFIX_WEIGHT * self.prefix
            + SUFFIX_WEIGHT * self.suffix
            + POSITION_WEIGHT * self.position
        )
        return total / _WEIGHTS


def likeness(
    old: str, passage: Span, new: str, candidate: Span, expected: int, *, quote: float | None = None
) -> Likeness:
    """How much a stretch of the new text is like a passage of the old one.

    Args:
        old: the old text.
        passage: where the passage stood in it.
        new: the new text.
        candidate: a stretch of it.
        expected: where the passage would begin in the new text, going by what stands around it.
        quote: how alike the words are, where that is known already.
    """
    if quote is None:
        quote = words_alike(old[passage.start : passage.end], new[candidate.start : candidate.end])
    return Likeness(
        quote,
        _surroundings_alike(
            old[max(0, passage.start - CONTEXT) : passage.start],
            new[max(0, candidate.start - CONTEXT) : candidate.start],
        ),
        _surroundings_alike(
            old[passage.end : passage.end + CONTEXT], new[candidate.end : candidate.end + CONTEXT]
        ),
        1 - min(1.0, abs(candidate.start - expected) / max(1, len(new))),
    )


def words_alike(one: str, other: str) -> float:
    """How alike two passages are letter by letter, from 0 to 1; long ones are cut to their beginnings."""
    from rapidfuzz import fuzz

    if one == other:
        return 1.0
    return fuzz.ratio(one[:LONGEST_COMPARED], other[:LONGEST_COMPARED]) / 100


def _surroundings_alike(one: str, other: str) -> float:
    """The same for what stands before or after, where unrelated texts count as 0."""
    if one == other:
        return 1.0
    return max(0.0, (words_alike(one, other) - _UNRELATED) / (1 - _UNRELATED))


def same_numbers(one: str, other: str) -> bool:
    """Do two passages hold the same numbers in figures?"""
    return sorted(_NUMBER.findall(one)) == sorted(_NUMBER.findall(other))


def differs_by_slips(one: str, other: str, known: str) -> bool:
    """Do two passages differ by no more than some mistyped words?

    A word counts as mistyped if it has become, by a letter or two, one that neither the old text knows nor
    the table of common words.

    Args:
        one: the old passage.
        other: the new one.
        known: the old text.
    """
    from rapidfuzz.distance import OSA

    if max(len(one), len(other)) > LONGEST_COMPARED:
        return False
    slips = 0
    for difference in word_differences(one, other):
        if difference.operation == "equal":
            continue
        before = _WORD.findall(one[difference.left.start : difference.left.end])
        after = _WORD.findall(other[difference.right.start : difference.right.end])
        if len(before) != len(after):
            return False
        for word, mistyped in zip(before, after, strict=True):
            slips += 1
            if (
                _NUMBER.search(word + mistyped)
                # Two names may differ by a letter.
                or (word[0].isupper() and not one.startswith(word))
                or OSA.distance(word, mistyped) > (1 if len(word) < _SHORTEST_WORD else 2)
                or re.search(rf"\b{re.escape(mistyped)}\b", known)
                or _is_common(mistyped)
            ):
                return False
    return slips * _WORDS_TO_A_SLIP <= len(_WORD.findall(one))


def _is_common(word: str) -> bool:
    """Is it a common word of some language?"""
    import numpy as np

    from readerapp.language.common_words import common_words
    from readerapp.language.words import words_of

    return bool(np.isin(words_of(word).keys, common_words()[0]).any())
