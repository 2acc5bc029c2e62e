"""Units of measure and currencies: their names, the base unit, and by how much they multiply."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from readerapp.language.tokens import HYPHENS, Token, glued, lower_at, word_set


class Unit(NamedTuple):
    """What a word for a unit stands for."""

    name: str
    """The base unit: `metre`, `second`, `dollar` ..."""
    factor: float
    """How many of the base unit one of this is."""
    slack: float
    """How much of itself one of this may be longer or shorter: a month has 28 to 31 days."""
    offset: float
    """What is added in units of this before it is multiplied: Fahrenheit begins elsewhere."""


DAY = 86400.0

_UNITS: tuple[tuple[str, str, float, float], ...] = (
    ("metre metres meter meters", "metre", 1.0, 0),
    ("kilometre kilometres kilometer kilometers km kms", "metre", 1e3, 0),
    ("centimetre centimetres centimeter centimeters cm", "metre", 0.01, 0),
    ("millimetre millimetres millimeter millimeters mm", "metre", 1e-3, 0),
    ("mile miles", "metre", 1609.344, 0),
    ("foot feet ft", "metre", 0.3048, 0),
    ("inch inches", "metre", 0.0254, 0),
    ("yard yards", "metre", 0.9144, 0),
    ("second seconds sec secs", "second", 1.0, 0),
    ("minute minutes min mins", "second", 60.0, 0),
    ("hour hours hr hrs", "second", 3600.0, 0),
    ("day days", "second", DAY, 0),
    ("week weeks", "second", 7 * DAY, 0),
    ("fortnight fortnights", "second", 14 * DAY, 0),
    ("month months", "second", 30.44 * DAY, 0.08),
    ("year years", "second", 365.25 * DAY, 0.01),
    ("decade decades", "second", 3652.5 * DAY, 0.01),
    ("century centuries", "second", 36525 * DAY, 0.01),
    ("gram grams gramme grammes", "kilogram", 1e-3, 0),
    ("kilogram kilograms kilo kilos kg kgs", "kilogram", 1.0, 0),
    ("ton tons tonne tonnes", "kilogram", 1e3, 0.1),
    ("ounce ounces oz", "kilogram", 0.0283495, 0),
    ("lb lbs", "kilogram", 0.453592, 0),
    ("litre litres liter liters", "litre", 1.0, 0),
    ("gallon gallons", "litre", 3.78541, 0.2),
    ("barrel barrels", "barrel", 1.0, 0),
    ("acre acres", "square metre", 4046.86, 0),
    ("hectare hectares", "square metre", 1e4, 0),
    ("mph", "metre per second", 0.44704, 0),
    ("kph kmh", "metre per second", 1 / 3.6, 0),
    ("knot knots", "metre per second", 0.514444, 0),
    ("watt watts", "watt", 1.0, 0),
    ("kilowatt kilowatts", "watt", 1e3, 0),
    ("megawatt megawatts", "watt", 1e6, 0),
    ("gigawatt gigawatts", "watt", 1e9, 0),
    ("percent pct", "percent", 1.0, 0),
    ("degree degrees", "degree", 1.0, 0),
    ("caliber calibre", "calibre", 1.0, 0),
    ("dollar dollars usd", "dollar", 1.0, 0),
    ("cent cents", "dollar", 0.01, 0),
    ("euro euros eur", "euro", 1.0, 0),
    ("yen", "yen", 1.0, 0),
    ("yuan renminbi", "yuan", 1.0, 0),
    ("rupee rupees", "rupee", 1.0, 0),
    ("rouble roubles ruble rubles", "rouble", 1.0, 0),
    ("peso pesos", "peso", 1.0, 0),
    ("franc francs", "franc", 1.0, 0),
    ("krona kronor krone kroner", "krone", 1.0, 0),
    ("rand", "rand", 1.0, 0),
    ("lira liras", "lira", 1.0, 0),
    ("won", "won", 1.0, 0),
    ("riyal riyals rial rials", "rial", 1.0, 0),
    ("dirham dirhams", "dirham", 1.0, 0),
)

UNITS = {
    word: Unit(name, factor, slack, 0.0) for words, name, factor, slack in _UNITS for word in words.split()
}
"""Words for units that say everything alone."""

SYMBOLS = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee", "₽": "rouble", "₩": "won"}
"""Signs of currencies, which stand before the number."""

DOLLARS = {
    "A": "Australian dollar",
    "AU": "Australian dollar",
    "C": "Canadian dollar",
    "NZ": "New Zealand dollar",
}
DOLLARS |= {"S": "Singapore dollar", "HK": "Hong Kong dollar", "US": "dollar", "AUD": "Australian dollar"}
"""Letters that touch a dollar sign, and whose dollar they make it."""

CURRENCIES = frozenset(SYMBOLS.values()) | frozenset(DOLLARS.values())
CURRENCIES |= {"yuan", "peso", "franc", "krone", "rand", "lira", "rial", "dirham"}

TIMES = word_set("second minute hour day week month year season night shift semester quarter game")
"""What a rate may be of: `$20 a month`."""

_PAIRS = {
    ("nautical", "mile"): Unit("metre", 1852.0, 0, 0),
    ("nautical", "miles"): Unit("metre", 1852.0, 0, 0),
    ("per", "cent"): Unit("percent", 1.0, 0, 0),
    ("percentage", "point"): Unit("percentage point", 1.0, 0, 0),
    ("percentage", "points"): Unit("percentage point", 1.0, 0, 0),
    ("degrees", "celsius"): Unit("degree Celsius", 1.0, 0, 0),
    ("degree", "celsius"): Unit("degree Celsius", 1.0, 0, 0),
    ("degrees", "fahrenheit"): Unit("degree Celsius", 5 / 9, 0, -32.0),
    ("degree", "fahrenheit"): Unit("degree Celsius", 5 / 9, 0, -32.0),
    ("°", "c"): Unit("degree Celsius", 1.0, 0, 0),
    ("°", "f"): Unit("degree Celsius", 5 / 9, 0, -32.0),
}

_AFTER_METRES = word_set(
    "above across ahead apart at away back before below beyond by deep down downstream during "
    "east end fall final for freestyle from heats high in into long mark north of off on onto or "
    "out over race relay short south sprint tall through to under underground up was west where "
    "wide with and but"
)


def unit_at(tokens: Sequence[Token], place: int, value: float, scaled: bool) -> tuple[Unit, int] | None:
    """The unit that begins at a token right after a number, and the token after it.

    Args:
        tokens: of the text.
        place: where the number ends; a hyphen may stand there (`90-day`).
        value: the number's, which decides between pounds of money and of weight.
        scaled: whether a word such as `million` stands in the number.
    """
    if lower_at(tokens, place) in HYPHENS and glued(tokens, place) and glued(tokens, place + 1):
        place += 1
    word, following = lower_at(tokens, place), lower_at(tokens, place + 1)
    if following in HYPHENS:
        following = lower_at(tokens, place + 2)
    if (word, following) in _PAIRS:
        end = place + (3 if lower_at(tokens, place + 1) in HYPHENS else 2)
        return _PAIRS[word, following], end
    if word in ("square", "sq") and following in UNITS and UNITS[following].name == "metre":
        end = place + (3 if lower_at(tokens, place + 1) in HYPHENS else 2)
        return Unit("square metre", UNITS[following].factor ** 2, 0, 0), end
    if word == "%":
        return UNITS["percent"], place + 1
    if word in ("pound", "pounds"):
        money = scaled or value >= 10_000
        return Unit("pound" if money else "kilogram", 1.0 if money else 0.453592, 0, 0), place + 1
    if word in ("m", "g") and glued(tokens, place):
        return Unit("metre" if word == "m" else "kilogram", 1.0 if word == "m" else 1e-3, 0, 0), place + 1
    if word == "second" and value == 1 and not glued(tokens, place):
        return UNITS[word], place + 1
    if word == "second" and tokens[place - 1].text not in HYPHENS:
        return None
    if word == "won" and not scaled:
        return None
    found = UNITS.get(word)
    if found is None:
        return None
    if found.name == "metre":
        speed = _speed_at(tokens, place + 1)
        if speed is not None:
            return Unit("metre per second", found.factor / 3600, 0, 0), speed
    return found, place + 1


def is_million(tokens: Sequence[Token], place: int, has_currency: bool) -> bool:
    """Does an `m` that touches a number stand for a million and not for metres?

    Args:
        tokens: of the text.
        place: of the `m`.
        has_currency: whether a sign of a currency stands before the number.
    """
    following = lower_at(tokens, place + 1)
    if has_currency or following in ("euro", "euros", "dollars", "pounds", "yen", "people"):
        return True
    return following.isalpha() and following.endswith("s") and following not in _AFTER_METRES


def _speed_at(tokens: Sequence[Token], place: int) -> int | None:
    """The token after `per hour`, `an hour` or `/h`, where it stands at a place."""
    if lower_at(tokens, place) in ("per", "an", "/") and lower_at(tokens, place + 1) in ("hour", "h", "hr"):
        return place + 2
    return None
