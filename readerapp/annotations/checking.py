"""Taking values out of JSON that anybody may have written or damaged.

Each function takes one member of an object and either returns a value of the right type or raises
`MalformedError`, whose message says where it was looked for and what is wrong with it. Text for one line
comes back safe to show: what could move a cursor or turn a line round is replaced.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from readerapp.model.printable import printable

_SHOWN = 40


class MalformedError(Exception):
    """Something is not as the form demands; the message is one line without the file's name."""


def wrong(where: str, what: str) -> MalformedError:
    """The complaint about one place.

    Args:
        where: the way to it, such as `first.items[3].body`.
        what: what is wrong with it.
    """
    return MalformedError(f"{printable(where, 120)} {what}")


def object_in(value: Any, where: str) -> dict[str, Any]:
    """The value, which has to be an object."""
    if not isinstance(value, dict):
        raise wrong(where, "is no object")
    return value


def list_in(holder: Mapping[str, Any], key: str, where: str) -> list[Any]:
    """A member that is a list; empty where there is none."""
    value = holder.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise wrong(f"{where}.{key}", "is no list")
    return value


def one_or_more(holder: Mapping[str, Any], key: str) -> list[Any]:
    """A member that may be a list or, as the model allows, a single value in its place."""
    value = holder.get(key)
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def text_in(holder: Mapping[str, Any], key: str, where: str, default: str | None = None) -> str:
    """A member that is text, just as it is.

    Args:
        holder: the object.
        key: the member's name.
        where: the way to the object.
        default: what to return where it is missing; None where it may not be missing.
    """
    value = holder.get(key, default)
    if not isinstance(value, str):
        raise wrong(f"{where}.{key}", "is missing" if key not in holder else "is no text")
    return value


def line_in(holder: Mapping[str, Any], key: str, where: str, default: str | None = None) -> str:
    """A member that is text of one line, made safe to show."""
    return printable(text_in(holder, key, where, default))


def optional_line_in(holder: Mapping[str, Any], key: str, where: str) -> str | None:
    """A member that is text of one line or unknown."""
    return None if holder.get(key) is None else line_in(holder, key, where)


def whole_number_in(holder: Mapping[str, Any], key: str, where: str, highest: int) -> int:
    """A member that is a whole number from 0 to `highest`."""
    value = holder.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong(f"{where}.{key}", "is no whole number")
    if not 0 <= value <= highest:
        raise wrong(f"{where}.{key}", f"is not between 0 and {highest}")
    return value


def score_in(holder: Mapping[str, Any], key: str, where: str) -> float:
    """A member that is a number from 0 to 1."""
    value = holder.get(key)
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise wrong(f"{where}.{key}", "is no number")
    if math.isnan(value) or not 0 <= value <= 1:
        raise wrong(f"{where}.{key}", "is not between 0 and 1")
    return float(value)


def truth_in(holder: Mapping[str, Any], key: str, where: str, default: bool) -> bool:
    """A member that is true or false."""
    value = holder.get(key, default)
    if not isinstance(value, bool):
        raise wrong(f"{where}.{key}", "is neither true nor false")
    return value


def quoted(text: str) -> str:
    """What a file says, for a complaint."""
    return f"“{printable(text, _SHOWN)}”"
