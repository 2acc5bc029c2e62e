"""The values of the numbers in a sentence, so that `eight` meets `8` and `1,200` meets `1.2 thousand`."""

from __future__ import annotations

import re
from collections.abc import Sequence

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"

UNITS = {word: value for value, word in enumerate(_UNITS.split())}
TENS = {word: value * 10 for value, word in enumerate(_TENS.split(), 2)}
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), 1)}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "k": 1e3,
}

DIGITS = re.compile(r"(?P<digits>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<after>[a-z]{0,3})$", re.ASCII)

ENDINGS = {"": 1.0, "st": 1.0, "nd": 1.0, "rd": 1.0, "th": 1.0, "s": 1.0} | {
    scale: SCALES[scale] for scale in ("m", "mn", "bn", "k")
}
"""What may follow the digits of a number in one word, and by how much it multiplies."""


def number_values(words: Sequence[str]) -> list[float | None]:
    """The value of each word that is a number or a part of one, None for every other word.

    Args:
        words: in lower case, in their order. The words of one number all have the value of the whole:
            of `two hundred people` the first two have 200. `one` counts only beside another number word,
            since it is a pronoun more often.
    """
    values: list[float | None] = [None] * len(words)
    place = 0
    while place < len(words):
        end, value = _number_at(words, place)
        if end > place:
            values[place:end] = [value] * (end - place)
        place = max(end, place + 1)
    return values


def _number_at(words: Sequence[str], start: int) -> tuple[int, float]:
    """Where the number that begins at a word ends, and its value; no number where the end is the start."""
    value, end = _small_number(words, start)
    if end == start:
        if words[start] == "dozen" or (words[start] in SCALES and words[max(0, start - 1)] == "a"):
            return start + 1, SCALES[words[start]]
        return start, 0.0
    while end < len(words) and words[end] in SCALES:
        value *= SCALES[words[end]]
        end += 1
    if end == start + 1 and words[start] == "one":
        return start, 0.0
    return end, value


def _small_number(words: Sequence[str], start: int) -> tuple[float, int]:
    """A number without scales at a word: its value, and where it ends (the start where there is none)."""
    word = words[start]
    if word[:1].isdigit():
        match = DIGITS.match(word)
        if match is not None and match["after"] in ENDINGS:
            return float(match["digits"].replace(",", "")) * ENDINGS[match["after"]], start + 1
        return 0.0, start
    if word in UNITS:
        return float(UNITS[word]), start + 1
    if word in ORDINALS:
        return float(ORDINALS[word]), start + 1
    if word in TENS:
        if start + 2 < len(words) and words[start + 1] == "-" and words[start + 2] in UNITS:
            return float(TENS[word] + UNITS[words[start + 2]]), start + 3
        return float(TENS[word]), start + 1
    return 0.0, start
