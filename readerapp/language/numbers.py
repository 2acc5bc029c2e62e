"""The values of the numbers in a sentence, so that `eight` meets `8` and `1,200` meets `1.2 thousand`."""

from __future__ import annotations

import re
from collections.abc import Sequence

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)

UNITS = {word: value for value, word in enumerate(_UNITS.split())}
TENS = {word: value * 10 for value, word in enumerate(_TENS.split(), 2)}
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), 1)}
SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "trn": 1e12,
}

HYPHENS = ("-", "\u2010", "\u2011")

DIGITS = re.compile(r"(?P<digits>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<after>[a-z]{0,3})$", re.ASCII)

ENDINGS = {
    **dict.fromkeys(("", "st", "nd", "rd", "th", "s"), 1.0),
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
"""What may follow the digits of a number in one word, and by how much it multiplies. Apart from the digits
`m` and `k` are metres and initials as often."""


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
        value, end = _number_at(words, place)
        if end > place and words[place:end] != ["one"]:
            # Products such as 4.1 x 1,000,000 miss their value by a last digit.
            values[place:end] = [float(f"{value:.12g}")] * (end - place)
        place = max(end, place + 1)
    return values


def _number_at(words: Sequence[str], start: int) -> tuple[float, int]:
    """The number that begins at a word, and where it ends; the end is the start where there is none."""
    value, end = _scaled_number(words, start)
    least_scale = value
    while end > start and value >= 100 and words[end - 1] in SCALES:
        # `two thousand five hundred and twelve`: each part is smaller than the scale before it.
        following = end + 1 if words[end : end + 1] == ["and"] else end
        if following >= len(words) or words[following][:1].isdigit():
            break
        part, part_end = _scaled_number(words, following)
        least_scale = min(least_scale, SCALES[words[end - 1]])
        if part_end == following or part >= least_scale:
            break
        value, end = value + part, part_end
    return value, end


def _scaled_number(words: Sequence[str], start: int) -> tuple[float, int]:
    """A small number and the scales behind it; a scale alone is a number after `a`."""
    value, end = _small_number(words, start)
    if end == start:
        if words[start] == "dozen" or (words[start] in SCALES and start and words[start - 1] == "a"):
            half = start > 1 and words[start - 2] == "half"
            return SCALES[words[start]] / (2 if half else 1), start + 1
        return 0.0, start
    while end < len(words) and words[end] in SCALES:
        value *= SCALES[words[end]]
        end += 1
    return value, end


def _small_number(words: Sequence[str], start: int) -> tuple[float, int]:
    """A number without scales at a word, and where it ends (the start where there is none)."""
    word = words[start]
    if word[:1].isdigit():
        match = DIGITS.match(word)
        if match is not None and match["after"] in ENDINGS:
            return float(match["digits"].replace(",", "")) * ENDINGS[match["after"]], start + 1
        return 0.0, start
    for table in (UNITS, ORDINALS):
        if word in table:
            return float(table[word]), start + 1
    if word in TENS:
        if start + 2 < len(words) and words[start + 1] in HYPHENS:
            unit = UNITS.get(words[start + 2]) or ORDINALS.get(words[start + 2])
            if unit and unit < 10:
                return float(TENS[word] + unit), start + 3
        return float(TENS[word]), start + 1
    return 0.0, start
