"""A number with its bound, its range and its unit, in base units.

Scores, ordinals, times of day, telephone numbers, names of weapons and flights are no measures.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from readerapp.language.amounts import Amount, amount_at, coarse_step
from readerapp.language.bounds import bound_after, bound_before, bounded
from readerapp.language.counted import counted_after
from readerapp.language.numbers import ORDINALS
from readerapp.language.tokens import DASHES, HYPHENS, Token, glued, lower_at, word_set
from readerapp.language.units import CURRENCIES, DOLLARS, SYMBOLS, TIMES, Unit, unit_at

DESIGNATORS = word_set(
    "flight highway route interstate room chapter section article page channel apartment apt "
    "level phase grade lot number no nos category class gate line platform pier chapter verse "
    "row bus exit episode season version windows apollo boeing airbus act proposition resolution "
    "amendment act area iphone formula bowl war pope ward bed zone precinct district figure "
    "table volume part step stage ak rpg mig title type model studio star unit squadron terminal "
    "engine ladder tier cell u under-"
)
"""Nouns whose number is a name: `Flight 12`, `No. 2`."""

SINGLE_UNITS = word_set("hour minute day week month year decade century mile kilometre kilometer")

QUAKES = word_set("quake earthquake temblor tremor aftershock quakes earthquakes tremors aftershocks shock")
MAGNITUDE_LINKS = word_set(
    "of at was is a an - measuring measured about around least estimated to between and roughly"
)


class Measure(NamedTuple):
    """A number in base units, with the tokens it takes."""

    first: int
    last: int
    value: float
    low: float
    high: float
    unit: str | None
    is_bounded: bool
    is_vague: bool
    takes_noun: bool
    """May a noun be looked for behind it?"""


def measure_at(tokens: Sequence[Token], place: int, free: int) -> Measure | None:
    """The measure whose number begins at a token.

    Args:
        tokens: of the text.
        place: of the number, or of the sign of a currency before it.
        free: the first token that no earlier measure has taken.
    """
    currency, number_place, first = _currency_before(tokens, place)
    amount = amount_at(tokens, number_place, currency is not None) or _single_unit(tokens, place)
    if amount is None:
        return None
    if currency is None and not _is_amount(tokens, amount):
        return None
    first = min(first, amount.first)
    unit, end = _unit_after(tokens, amount, currency)
    bound = bound_before(tokens, first) if first > free else None
    if bound is not None and bound[1] < free:
        bound = None
    between = lower_at(tokens, first - 1) == "between" and first - 1 >= free
    second = _range_end(tokens, amount, unit, end, currency, between)
    low, high = amount.low, amount.high
    value, step = amount.value, amount.step
    is_bounded = amount.is_vague
    if second is not None:
        other, unit, end = second
        share = other.scale if amount.scale == 1.0 and value * other.scale <= other.value else 1.0
        low, high = min(value * share, other.value), max(value * share, other.value)
        value, is_bounded, step = (low + high) / 2, True, 0.0
        if between:
            first -= 1
    elif amount.is_part:
        unit = Unit("percent", 1.0, 0.0, 0.0)
    if second is None and _is_score(tokens, amount, end, unit):
        return None
    if bound is None:
        after = bound_after(tokens, end)
        kind = after[0] if after else None
        end = after[1] if after else end
        if kind is not None and unit is None and lower_at(tokens, end - 1) in ("plus", "odd"):
            unit, end = _unit_after(tokens, amount._replace(last=end), None)
    elif (
        bound[0] == "least"
        and lower_at(tokens, bound[1]) == "over"
        and unit
        and unit.name == "second"
        and bound[1] == first - 1
    ):
        # `Over four days` is during them.
        kind = None
    else:
        kind, first = bound
    if kind is not None:
        is_bounded = True
        if second is None:
            narrowed = bounded(amount, kind)
            low, high = narrowed.low, narrowed.high
        elif kind in ("least", "most"):
            low, high = (low, float("inf")) if kind == "least" else (min(low, 0.0), high)
    name = None if unit is None else unit.name
    if _is_magnitude(tokens, amount, end, name):
        name, unit = "magnitude", Unit("magnitude", 1.0, 0.0, 0.0)
        if lower_at(tokens, end) in HYPHENS and lower_at(tokens, end + 1) == "magnitude":
            end += 2
        elif lower_at(tokens, end) == "magnitude":
            end += 1
    if unit is not None:
        if not is_bounded:
            low, high = _rounded(value, low, high, step, unit, amount.scale)
        value, low, high = ((number + unit.offset) * unit.factor for number in (value, low, high))
        low, high = low - abs(low) * unit.slack, high + (high * unit.slack if high < float("inf") else 0.0)
        value = float(f"{value:.12g}")
    low, high = min(low, value), max(high, value)
    if (
        name in CURRENCIES
        and lower_at(tokens, end) in ("per", "a", "an", "each", "every")
        and lower_at(tokens, end + 1) in TIMES
    ):
        name = f"{name} per {tokens[end + 1].lower}"
        end += 2
    return Measure(first, end, value, low, high, name, is_bounded, amount.is_vague, name != "magnitude")


def _single_unit(tokens: Sequence[Token], place: int) -> Amount | None:
    """The `an` of `less than an hour` and `for a week`, which is a one there."""
    if tokens[place].lower not in ("a", "an") or lower_at(tokens, place + 1) not in SINGLE_UNITS:
        return None
    before = lower_at(tokens, place - 1)
    if before not in ("for", "within") and (
        bound_before(tokens, place) is None or before in ("like", "some", "over")
    ):
        return None
    if lower_at(tokens, place + 2) in HYPHENS:
        return None
    return Amount(place, place + 1, 1.0, 1.0, 1.0, 1.0)


def _currency_before(tokens: Sequence[Token], place: int) -> tuple[str | None, int, int]:
    """The currency whose sign stands at a token, the place of its number, and its first token."""
    token = tokens[place]
    currency = SYMBOLS.get(token.text)
    first = place
    if currency is None:
        return None, place, place
    if currency == "dollar" and glued(tokens, place) and tokens[place - 1].text in DOLLARS:
        currency, first = DOLLARS[tokens[place - 1].text], place - 1
    place += 1
    if lower_at(tokens, place) == "us" and glued(tokens, place):
        place += 1
    if place >= len(tokens) or not (tokens[place].is_digits or tokens[place].is_word):
        return None, place, first
    return currency, place, first


def _is_amount(tokens: Sequence[Token], amount: Amount) -> bool:
    """Is a number without a currency an amount, and not a part of a name, an ordinal, a score or a time?"""
    first, last = amount.first, amount.last
    token = tokens[first]
    before = lower_at(tokens, first - 1)
    if glued(tokens, first):
        previous = tokens[first - 1]
        if previous.is_word or previous.text in "#/:.":
            return False
        if previous.text in HYPHENS and first > 1 and glued(tokens, first - 1):
            leading = tokens[first - 2]
            if (
                leading.is_digits
                or (leading.text.isupper() and leading.lower not in ("magnitude", "a"))
                or not leading.is_word
            ):
                return False
            if (
                leading.lower not in ("magnitude", "mid", "least")
                and token.is_digits
                and leading.is_capitalised
            ):
                return False
            if token.is_word:
                return False
    if before in DESIGNATORS or (
        before == "." and lower_at(tokens, first - 2) in ("no", "nos", "art", "sec", "p", "pp")
    ):
        named = first and (
            tokens[first - 1].is_capitalised
            or before in ("number", "no", "page", "room", "channel", "chapter")
        )
        if named or before == ".":
            return False
    if last < len(tokens):
        following = tokens[last]
        if token.is_digits and glued(tokens, last) and (following.is_word or following.text in ":/"):
            return unit_at(tokens, last, amount.value, False) is not None or following.lower == "plus"
        if following.text in HYPHENS and glued(tokens, last) and lower_at(tokens, last + 1) in ORDINALS:
            return lower_at(tokens, last + 1) == "second" and lower_at(tokens, last + 2) not in ("half", "-")
    if token.lower == "one" and last == first + 1:
        return _is_counting_one(tokens, first)
    return True


def _is_counting_one(tokens: Sequence[Token], place: int) -> bool:
    """Is `one` a number, and not a pronoun?"""
    if lower_at(tokens, place - 1) in (
        "no",
        "the",
        "this",
        "that",
        "which",
        "every",
        "each",
        "any",
        "another",
        "by",
        "-",
        "as",
        "these",
    ):
        return False
    following = lower_at(tokens, place + 1)
    if following in (
        "of",
        "another",
        "day",
        "'s",
        "can",
        "could",
        "would",
        "should",
        "must",
        "may",
        "by",
        "side",
        "thing",
        "reason",
        "way",
    ):
        return following == "of" and lower_at(tokens, place + 2) in ("them", "whom", "the", "those") and True
    if not following.isalpha():
        return lower_at(tokens, place - 1) in (
            "killing",
            "wounding",
            "injuring",
            "killed",
            "wounded",
            "injured",
            "arrested",
            "least",
        )
    if following in ("dead", "killed", "wounded", "injured", "missing", "hurt"):
        return True
    return counted_after(tokens, place + 1, one=True) is not None


def _unit_after(tokens: Sequence[Token], amount: Amount, currency: str | None) -> tuple[Unit | None, int]:
    if currency is not None:
        return Unit(currency, 1.0, 0.0, 0.0), amount.last
    place = amount.last
    if (
        lower_at(tokens, place) == "more"
        and amount.value > 0
        and lower_at(tokens, place + 1) in ("days", "years", "hours", "weeks")
    ):
        place += 1
    if lower_at(tokens, place) == "of" and amount.is_vague:
        place += 1
    found = unit_at(tokens, place, amount.value, amount.scale > 1)
    return (None, amount.last) if found is None else found


def _range_end(
    tokens: Sequence[Token], amount: Amount, unit: Unit | None, end: int, currency: str | None, between: bool
) -> tuple[Amount, Unit | None, int] | None:
    """The second number of a range whose first is known, its unit, and where it ends."""
    word = lower_at(tokens, end)
    if amount.is_vague and word != "or":
        return None
    if word == "and":
        if not between:
            return None
    elif word == "to":
        if lower_at(tokens, amount.first - 1) == "from" and lower_at(tokens, amount.first - 2) not in (
            "ranging",
            "varying",
            "ranged",
            "range",
            "varied",
            "vary",
            "anywhere",
        ):
            return None
    elif word not in DASHES and word != "or":
        return None
    place = end + 1
    if place >= len(tokens) or (
        word in HYPHENS
        and not (glued(tokens, end) and tokens[place].is_digits | (tokens[place].text in SYMBOLS))
    ):
        return None
    other_currency, number_place, _ = _currency_before(tokens, place)
    other = amount_at(tokens, number_place, currency is not None or other_currency is not None)
    if other is None or other.is_vague or (other.value <= amount.value and other.scale == amount.scale):
        return None
    if currency is None and other_currency is not None:
        return None
    other_unit, other_end = _unit_after(tokens, other, currency)
    if amount.is_part != other.is_part:
        return None
    if other.is_part:
        other_unit = Unit("percent", 1.0, 0.0, 0.0)
    if unit is not None and other_unit != unit:
        return None
    if (
        word in DASHES
        and glued(tokens, end)
        and other_unit is None
        and counted_after(tokens, other_end, one=False) is None
    ):
        return None
    if word == "or" and other.value > amount.value * 3:
        return None
    if (
        glued(tokens, other_end)
        and other_end < len(tokens)
        and tokens[other_end].text in "-/:"
        and other_unit is None
    ):
        return None
    return other, other_unit, other_end


def _is_score(tokens: Sequence[Token], amount: Amount, end: int, unit: Unit | None) -> bool:
    """Is it a part of `3-2`, `53-3` or `555-1234`?"""
    if unit is not None or not tokens[amount.first].is_digits:
        return False
    joined = lower_at(tokens, end) in DASHES and glued(tokens, end) and glued(tokens, end + 1)
    return joined and tokens[end + 1].is_digits


def _is_magnitude(tokens: Sequence[Token], amount: Amount, end: int, unit: str | None) -> bool:
    """Is a number the strength of an earthquake?"""
    if unit not in (None, "degree") or not 1 <= amount.value < 10 or amount.is_vague:
        return False
    after = [lower_at(tokens, end + step) for step in range(7)]
    if "magnitude" in after[:2] or "richter" in after:
        return True
    for place in range(amount.first - 1, max(amount.first - 7, -1), -1):
        word = tokens[place].lower
        if word in ("magnitude", "magnitudes"):
            return True
        if word not in MAGNITUDE_LINKS:
            break
    if tokens[amount.first].is_digits and ("." in tokens[amount.first].text or unit == "degree"):
        near = (
            after[:3]
            if unit is None
            else after + [lower_at(tokens, amount.first - step) for step in range(1, 9)]
        )
        if QUAKES.intersection(near):
            return True
        if unit is None and {"strength", "force", "magnitude", "varying", "ranging"}.intersection(
            lower_at(tokens, amount.first - step) for step in range(1, 7)
        ):
            return bool(QUAKES.intersection(lower_at(tokens, amount.first - step) for step in range(1, 12)))
    return False


def _rounded(
    value: float, low: float, high: float, step: float, unit: Unit, scale: float
) -> tuple[float, float]:
    """The lowest and the highest that an exact number of a unit admits, as it may be rounded."""
    if unit.name in CURRENCIES or "dollar" in unit.name:
        return low, high
    if (
        unit.name not in ("percent", "magnitude", "degree", "degree Celsius", "percentage point", "calibre")
        and scale == 1.0
    ):
        step = coarse_step(abs(value), step)
    share = 1.0 if unit.name == "magnitude" else 0.03
    around = min(step * 0.49, abs(value) * share)
    if unit.name == "calibre":
        around = 0.0
    return min(low, value - around), max(high, value + around)
