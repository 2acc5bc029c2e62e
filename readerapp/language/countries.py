"""Countries, what is said of their people, and their capitals: which word means which country.

The table beside this module has a line for each country: its name, adjectives, capital and other names,
several of them divided by commas.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TABLE = "countries.tsv"

SEATS = {
    "kremlin": "russia",
    "white house": "united states",
    "pentagon": "united states",
    "state department": "united states",
    "capitol hill": "united states",
    "washington dc": "united states",
    "downing street": "united kingdom",
    "whitehall": "united kingdom",
    "westminster": "united kingdom",
    "elysee": "france",
    "élysée": "france",
    "elysee palace": "france",
    "quai d'orsay": "france",
    "blue house": "south korea",
    "zhongnanhai": "china",
    "foggy bottom": "united states",
}
"""Buildings and offices that newspapers put for a country's government."""


@dataclass(frozen=True, slots=True)
class Countries:
    """The table, by case-folded word."""

    names: dict[str, str]
    """Every name and adjective of a country, and its plural: the country."""
    capitals: dict[str, str]
    """Every spelling of a capital: the first of them."""
    country_of_capital: dict[str, str]
    """First spelling of a capital: its country."""


@cache
def countries() -> Countries:
    """The table of countries, read once."""
    names: dict[str, str] = {}
    capitals: dict[str, str] = {}
    country_of_capital: dict[str, str] = {}
    table = files("readerapp.language").joinpath(TABLE).read_text(encoding="utf-8")
    for line in table.splitlines()[1:]:
        country, adjectives, seats, aliases = (field.casefold() for field in line.split("\t"))
        names[country] = country
        for alias in filter(None, aliases.split(",")):
            names[alias] = country
        for adjective in filter(None, adjectives.split(",")):
            names[adjective] = country
            names.setdefault(adjective + "s", country)
        spellings = [seat for seat in seats.split(",") if seat]
        for seat in spellings:
            capitals[seat] = spellings[0]
            country_of_capital.setdefault(spellings[0], country)
    return Countries(names, capitals, country_of_capital)


def stands_for(one: str, other: str) -> bool:
    """Is one of two names put for the other: a capital, or a seat of government, for its country?

    Args:
        one: the key of a name, such as `kremlin`.
        other: another, such as `russia`; the order does not matter, and two seats of one government stand
            for each other.
    """
    one, other = one.casefold(), other.casefold()
    return one != other and _government(one) is not None and _government(one) == _government(other)


def _government(name: str) -> str | None:
    table = countries()
    if name in SEATS:
        return SEATS[name]
    if name in table.names:
        return table.names[name]
    capital = table.capitals.get(name)
    return None if capital is None else table.country_of_capital[capital]
