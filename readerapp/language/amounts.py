"""The numbers in a text as they are written: digits, words, scales, fractions and vague plurals.

An amount is not yet of anything. It knows which tokens it takes, the value it names, and the lowest and
the highest value that its words admit. Values of number words come from `numbers`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from readerapp.language.numbers import SCALES, TENS, UNITS, number_values
from readerapp.language.tokens import DASHES, HYPHENS, Token, glued, lower_at
from readerapp.language.units import is_million

LONGEST = 20
"""Digits and commas in one number; what is longer is no amount that anyone reports."""

DIGITS = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+)?(?:\.[0-9]+)?")

SHORT_SCALES = {"k": 1e3, "mn": 1e6, "mm": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
MORE_SCALES = SCALES | {"lakh": 1e5, "crore": 1e7}

PARTS = {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5}
PARTS |= {"sixth": 6, "eighths": 8, "tenth": 10, "tenths": 10, "half": 2, "halves": 2}
GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

VAGUE = {
    "dozens": (24.0, 20.0, 150.0),
    "scores": (40.0, 30.0, 300.0),
    "hundreds": (300.0, 150.0, 2000.0),
    "thousands": (3000.0, 1500.0, 99_999.0),
    "millions": (3e6, 1.5e6, 999e6),
    "billions": (3e9, 1.5e9, 999e9),
    "several": (4.0, 3.0, 20.0),
}
"""Words that name no number: a value in the middle of what they admit, and the lowest and the highest of
that.
"""


BEGINNERS = frozenset((*UNITS, *TENS, *GLYPHS, *VAGUE, "dozen", "half", "few", "couple", "tens", "a", "an"))
"""Words that an amount may begin with."""

AFTER_ARTICLE = frozenset((*MORE_SCALES, *PARTS, "few", "couple", "half"))
"""Words that make `a` and `an` the beginning of an amount."""

_VAGUE_BEGINNERS = frozenset((*VAGUE, "few", "couple", "tens"))
_PART_BEGINNERS = frozenset((*GLYPHS, "a", "an", "half", "one", "two", "three", "four"))


class Amount(NamedTuple):
    """A number in its words."""

    first: int
    """Its first token."""
    last: int
    """The token after its last."""
    value: float
    """What it names."""
    low: float
    """The lowest that its words admit."""
    high: float
    """The highest that its words admit."""
    step: float
    """What its last digit counts: 0.1 for 2.4, 100,000 for 2.4 million."""
    scale: float = 1.0
    """What a word such as million multiplies it by."""
    is_part: bool = False
    """Is it a fraction of something, in per cent?"""
    is_vague: bool = False
    """Does it name no number?"""


def amount_at(tokens: Sequence[Token], place: int, has_currency: bool = False) -> Amount | None:
    """The number that begins at a token, without bounds.

    Args:
        tokens: of the text.
        place: of the number's first token.
        has_currency: whether a sign of a currency stands before it, so that `m` is a million.
    """
    if place >= len(tokens):
        return None
    token = tokens[place]
    if token.is_digits:
        return _digits_at(tokens, place, has_currency)
    word = token.lower
    if word not in BEGINNERS:
        return None
    if word in ("a", "an") and lower_at(tokens, place + 1) not in AFTER_ARTICLE:
        return None
    if word in _VAGUE_BEGINNERS:
        return _vague_at(tokens, place)
    if word in _PART_BEGINNERS:
        part = _part_at(tokens, place)
        if part is not None:
            return part
    if word in ("a", "an"):
        return _scale_after_article(tokens, place)
    return _words_at(tokens, place) if word in UNITS or word in TENS or word == "dozen" else None


def coarse_step(value: float, step: float) -> float:
    """What the last digit that is not a zero counts: 100 in 1,500."""
    while step * 10 <= value and abs(math.remainder(value, step * 10)) < step * 1e-6:
        step *= 10
    return step


def digits_value(text: str) -> float | None:
    """The value of a number in digits, None where commas and points stand otherwise than in an amount."""
    if len(text) > LONGEST or DIGITS.fullmatch(text) is None:
        return None
    if len(text) > 1 and text[0] == "0" and text[1] != ".":
        return None
    return float(text.replace(",", ""))


def _exact(first: int, last: int, value: float, step: float, scale: float = 1.0) -> Amount:
    """An amount whose words admit nothing but what silent rounding covers."""
    value = float(f"{value:.12g}")
    around = 0.0
    if scale >= 1000:
        around = min(step * 0.49, value * 0.025)
    elif value >= 1000 and step >= 1:
        zeros = coarse_step(value, step)
        around = min(zeros * 0.49, value * 0.025) if zeros >= 100 else 0.0
    return Amount(first, last, value, value - around, value + around, step, scale)


def _digits_at(tokens: Sequence[Token], place: int, has_currency: bool) -> Amount | None:
    text = tokens[place].text
    value = digits_value(text)
    if value is None:
        return None
    step = 10.0 ** -len(text.partition(".")[2])
    end = place + 1
    if lower_at(tokens, end) in GLYPHS:
        return _exact(place, end + 1, value + GLYPHS[tokens[end].lower], 0.1)
    if (
        lower_at(tokens, end + 1) == "/"
        and lower_at(tokens, end) in ("1", "2", "3")
        and not glued(tokens, end)
    ):
        below = digits_value(lower_at(tokens, end + 2))
        if below and glued(tokens, end + 1) and glued(tokens, end + 2):
            return _exact(place, end + 3, value + float(tokens[end].text) / below, 0.1)
    scale, end = _scales_at(tokens, end, has_currency)
    return _exact(place, end, value * scale, step * scale, scale)


def _scales_at(tokens: Sequence[Token], place: int, has_currency: bool) -> tuple[float, int]:
    """By how much the words after a number multiply it, and where they end."""
    scale = 1.0
    while place < len(tokens):
        at = place
        if tokens[at].text in HYPHENS and glued(tokens, at) and glued(tokens, at + 1):
            at += 1
        word = lower_at(tokens, at)
        if word in MORE_SCALES and word not in ("mn", "bn", "tn", "trn"):
            scale *= MORE_SCALES[word]
        elif word in SHORT_SCALES and (glued(tokens, at) or word in ("bn", "mn", "trn")):
            # `b` and `mm` are a billion and a million of money only.
            if word in ("b", "mm") and not has_currency:
                break
            scale *= SHORT_SCALES[word]
        elif word == "m" and glued(tokens, at) and at == place and is_million(tokens, at, has_currency):
            scale *= 1e6
        else:
            break
        place = at + 1
    return scale, place


def _words_at(tokens: Sequence[Token], place: int) -> Amount | None:
    """A number in words."""
    end = place
    run: list[str] = []
    while end < len(tokens) and len(run) < LONGEST:
        word = tokens[end].lower
        joins = word == "and" or (word in HYPHENS and glued(tokens, end) and glued(tokens, end + 1))
        if not joins and word not in UNITS and word not in TENS and word not in SCALES:
            break
        run.append(word)
        end += 1
    if run[0] == "one" and len(run) > 1 and run[1] not in SCALES and run[1] not in HYPHENS:
        run = run[:1]
    if run[:2] == ["one", "-"] or run == ["one"]:
        return _exact(place, place + 1, 1.0, 1.0)
    values = number_values(run)
    value = values[0]
    if value is None:
        return None
    length = 1
    while (
        length < len(run)
        and values[length] == value
        and not (run[length] in UNITS and run[length - 1] in UNITS)
    ):
        length += 1
    end = place + length
    if lower_at(tokens, end) in HYPHENS and lower_at(tokens, end + 1) in SCALES and glued(tokens, end):
        value *= SCALES[tokens[end + 1].lower]
        end += 2
    if tuple(token.lower for token in tokens[end : end + 3]) == ("and", "a", "half"):
        return _exact(place, end + 3, value + 0.5, 0.5)
    if lower_at(tokens, end) in ("lakh", "crore"):
        value *= MORE_SCALES[tokens[end].lower]
        end += 1
    scale = max((SCALES[word] for word in run[:length] if word in SCALES), default=1.0)
    step = SCALES.get(run[length - 1], 1.0)
    return _exact(place, end, value, step, scale if scale >= 1000 and step >= 1000 else 1.0)


def _vague_at(tokens: Sequence[Token], place: int) -> Amount | None:
    word = tokens[place].lower
    before = lower_at(tokens, place - 1)
    first = place - 1 if before == "a" else place
    of = lower_at(tokens, place + 1) == "of"
    if word == "few":
        return Amount(first, place + 1, 4.0, 2.0, 12.0, 1.0, is_vague=True) if before == "a" else None
    if word == "couple":
        return Amount(first, place + 2, 2.0, 2.0, 3.0, 1.0, is_vague=True) if before == "a" and of else None
    if word == "several":
        return Amount(place, place + 1, *VAGUE[word], 1.0, is_vague=True)
    if word in ("tens", "hundreds", "dozens", "scores") and of and lower_at(tokens, place + 2) in VAGUE:
        large = {"thousands": 1e3, "millions": 1e6, "billions": 1e9}.get(tokens[place + 2].lower, 1.0)
        scale = 1.0 if word == "hundreds" else 0.1
        return Amount(
            place,
            place + 3,
            300 * scale * large,
            150 * scale * large,
            999 * scale * large,
            large,
            is_vague=True,
        )
    if word == "tens":
        return None
    return Amount(place, place + 1, *VAGUE[word], 1.0, is_vague=True)


def _part_at(tokens: Sequence[Token], place: int) -> Amount | None:
    """A fraction: of a scale, an hour or a dozen it is a number, of anything else per cent."""
    word = tokens[place].lower
    if word in GLYPHS:
        return _part(place, place + 1, GLYPHS[word])
    end = place + 1
    above = 1.0
    if word in ("a", "an", "one", "two", "three", "four"):
        above = float(UNITS.get(word, 1))
        if lower_at(tokens, end) in HYPHENS and glued(tokens, end):
            end += 1
        if lower_at(tokens, end) not in PARTS:
            return None
        word = tokens[end].lower
        end += 1
        plural = word.endswith("s") or word == "halves"
        if (above > 1) != plural:
            return None
    elif word != "half":
        return None
    value = above / PARTS[word]
    following = lower_at(tokens, end)
    if following in HYPHENS and glued(tokens, end):
        following = lower_at(tokens, end + 1)
        end += 1 if following in ("dozen", "million", "hour", "billion", "mile", "century") else 0
    elif following in ("a", "an"):
        following = lower_at(tokens, end + 1)
        if following not in SCALES and following not in (
            "hour",
            "mile",
            "century",
            "day",
            "kilometre",
            "kilometer",
            "ton",
            "minute",
        ):
            return None
        end += 1
    if following in SCALES:
        return _exact(place, end + 1, value * SCALES[following], SCALES[following] / 10, SCALES[following])
    if following in ("hour", "mile", "century", "day", "kilometre", "kilometer", "ton", "minute", "percent"):
        return _exact(place, end, value, 0.1)
    whole = following in ("of", "the", "their", "its", "his", "her", "that", "in") or following in DASHES
    return (
        _part(place, end, value)
        if whole or following == "and" or (word != "half" and following in (".", ","))
        else None
    )


def _part(first: int, last: int, value: float) -> Amount:
    percent = value * 100
    return Amount(first, last, percent, max(percent - 3, 0), percent + 3, 1.0, is_part=True)


def _scale_after_article(tokens: Sequence[Token], place: int) -> Amount | None:
    """`a dozen`, `a hundred`, `a million`; `a third` and `a few` are found elsewhere."""
    word = lower_at(tokens, place + 1)
    if word == "half" and lower_at(tokens, place + 2) in HYPHENS and lower_at(tokens, place + 3) == "dozen":
        return _exact(place, place + 4, 6.0, 1.0)
    if word == "half" and lower_at(tokens, place + 2) in SCALES:
        return _exact(place, place + 3, SCALES[tokens[place + 2].lower] / 2, 1.0)
    if word in ("few", "couple"):
        if word == "few" and lower_at(tokens, place + 2) in SCALES:
            scale = SCALES[tokens[place + 2].lower]
            return Amount(place, place + 3, 4 * scale, 2 * scale, 12 * scale, scale, is_vague=True)
        vague = _vague_at(tokens, place + 1)
        if vague is not None and vague.first == place:
            return vague
    if word in SCALES and lower_at(tokens, place + 2) not in ("th",):
        scale, end = _scales_at(tokens, place + 1, False)
        return _exact(place, end, scale, scale)
    return None
