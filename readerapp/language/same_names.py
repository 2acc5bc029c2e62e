"""Whether the keys of two names, of two documents, can be the same name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from readerapp.language.countries import countries
from readerapp.language.name_words import BODIES, SITES, STATES


@lru_cache(maxsize=50_000)
def same_name(one: str, other: str) -> bool:
    """Can two keys, of two documents, be the same name?

    Args:
        one: the key of a name.
        other: the key of another. A surname is the same as a full name with it, initials as the words that
            they stand for; different first names are different persons.
    """
    one, other = _canonical(one), _canonical(other)
    if one == other:
        return True
    places = _places()
    if not one or not other or one in places or other in places:
        return False
    first, second = sorted((one.split(), other.split()), key=len)
    if len(first) == 1:
        if initials(second) == first[0].replace(".", "") and len(second) > 1:
            return True
        return first[0] == second[-1] and first[0] not in _GENERAL and second[0] not in _DIRECTIONS
    if first[-1] == second[-1] and first[0] == second[0]:
        return not (set(first) | set(second)) & _GENERAL or set(first) <= set(second)
    if first == second[-len(first) :]:
        return second[0] not in _DIRECTIONS
    named = first[-1] == second[-1] and first[-1] not in _GENERAL and len(first) == len(second)
    return (
        named
        and first[0][0] == second[0][0]
        and (len(first[0].strip(".")) == 1 or len(second[0].strip(".")) == 1)
    )


_GENERAL = BODIES | SITES
_DIRECTIONS = frozenset(
    ("north", "south", "east", "west", "new", "northern", "southern", "eastern", "western")
)
_PASSED_OVER = frozenset(("of", "the", "and", "for", "in", "&"))


@cache
def _places() -> frozenset[str]:
    table = countries()
    return STATES.union(table.names, table.capitals)


def _canonical(key: str) -> str:
    key = " ".join(key.casefold().replace("’", "'").split())
    key = key.removeprefix("the ")
    table = countries()
    return table.names.get(key) or table.capitals.get(key) or key


def initials(words: Sequence[str]) -> str:
    """The first letters of words, but for small ones."""
    return "".join(word[0] for word in words if word not in _PASSED_OVER)
