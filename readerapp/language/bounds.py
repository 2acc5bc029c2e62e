"""What bounds or softens a number: `at least`, `about`, `up to`, `or more`, and the values that it leaves."""

from __future__ import annotations

import math
from collections.abc import Sequence

from readerapp.language.amounts import Amount, coarse_step
from readerapp.language.tokens import Token, lower_at

_BOUNDS = {
    "least": "at least,no fewer than,no less than,not less than,not fewer than,a minimum of,minimum of,"
    "more than,well over,just over,over,above,upwards of,in excess of,exceeding,exceeded,"
    "greater than,better than,well above,far more than,slightly more than,little more than,"
    "a little over,north of,longer than",
    "most": "up to,as many as,as much as,at most,no more than,not more than,a maximum of,maximum of,"
    "less than,fewer than,under,below,as high as,at the most,just below,as long as,no longer than",
    "nearly": "nearly,almost,close to,just under,approaching,just shy of",
    "about": "about,around,approximately,roughly,some,an estimated,estimated,estimated at,approx,approx .,"
    "circa,~,like,more or less,at around,at about,in the region of,in the range of,"
    "an approximate,perhaps,maybe,possibly,something like,an average of,on average,a reported",
}

BOUNDS = {tuple(words.split()): kind for kind, phrases in _BOUNDS.items() for words in phrases.split(",")}
"""Words before a number that bound it or soften it."""

LONGEST_BOUND = 4

AFTER: dict[tuple[str, ...], str] = {
    ("or", "more"): "least",
    ("and", "more"): "least",
    ("plus",): "least",
    ("-", "plus"): "least",
    ("+",): "least",
    ("or", "so"): "about",
    ("-", "odd"): "about",
    ("odd",): "about",
    ("or", "less"): "most",
    ("or", "fewer"): "most",
}
"""Words after a number that do the same."""


def bounded(amount: Amount, kind: str) -> Amount:
    """The amount with the lowest and highest that a bound leaves.

    Args:
        amount: without bounds.
        kind: `least`, `most`, `nearly` or `about`.
    """
    value = amount.value
    if kind == "least":
        return amount._replace(low=min(amount.low, value) if amount.is_vague else value, high=math.inf)
    if kind == "most":
        return amount._replace(
            low=min(0.0, value), high=max(value, amount.high) if amount.is_vague else value
        )
    around = tolerance(value, amount.step)
    if kind == "nearly":
        return amount._replace(
            low=min(value - around, amount.low), high=max(value, amount.high) if amount.is_vague else value
        )
    return amount._replace(low=min(value - around, amount.low), high=max(value + around, amount.high))


def tolerance(value: float, step: float) -> float:
    """How far `about` lets a number be off: a tenth, or half of what its last digit counts, up to 15%."""
    size = abs(value)
    if step < 1 and size < 20:
        return step
    return max(size * 0.1, min(coarse_step(size, step) / 2, size * 0.15))


def bound_before(tokens: Sequence[Token], place: int) -> tuple[str, int] | None:
    """The kind of bound that ends at a token, and its first token."""
    for length in range(min(LONGEST_BOUND, place), 0, -1):
        kind = BOUNDS.get(tuple(token.lower for token in tokens[place - length : place]))
        if kind is not None:
            return kind, place - length
    return None


def bound_after(tokens: Sequence[Token], place: int) -> tuple[str, int] | None:
    """The kind of bound that begins at a token, and the token after it."""
    for length in (2, 1):
        kind = AFTER.get(tuple(token.lower for token in tokens[place : place + length]))
        if kind is not None and place + length <= len(tokens) and lower_at(tokens, place + length) != "than":
            return kind, place + length
    return None
