"""Which numbers of two statements stand in one slot, by what is counted and by the words around them.

`agreement_of` compares what two numbers say they are of, and is shy. Here the surroundings speak: "home to
200,000 people" and "a population of more than 100,000" share an island's name. Two numbers are rivals if each
is the other's best match, and neither has its equal on the other side.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from readerapp.contradictions.statements import Statement
from readerapp.language.agreement import noun_of
from readerapp.language.quantity import Quantity

MOST_COMPARED = 8
"""Numbers of a statement, or times, that are compared; a table in a sentence has more."""

AROUND = 7
"""Words to each side of a number that tell its slot."""

FADING = 3.0
"""Words after which another word of the surroundings counts half."""

NEARBY = 60
"""Code points to each side of a number in which a name tells whose it is."""

SAME_NOUN, OTHER_NOUN, SAME_ROLE, OTHER_ROLE = 3.0, -2.0, 2.0, -1.5
"""What is counted, and what happens to it, beside the weights of shared words."""


class Rivals(NamedTuple):
    """Two different numbers in what seems to be one slot."""

    first: Quantity
    second: Quantity
    strength: float
    """How much the slots have in common: the weights of shared words, and what is counted."""

    @property
    def are_apart(self) -> bool:
        """Can no number be what both say?"""
        return self.first.low > self.second.high or self.second.low > self.first.high


class Slots(NamedTuple):
    """What the numbers of two statements have to do with each other."""

    rivals: Rivals | None
    """The two that stand most surely in one slot and differ."""
    agreement: float
    """The strength of the surest slot in which both say the same; 0 without one."""


def slots_between(one: Statement, other: Statement) -> Slots:
    """Compare the numbers of two statements.

    Args:
        one: a statement.
        other: another; the order does not matter but for that of the rivals.
    """
    mine, yours = one.quantities[:MOST_COMPARED], other.quantities[:MOST_COMPARED]
    if not mine or not yours:
        return Slots(None, 0.0)
    around = [_surroundings(one, quantity) for quantity in mine]
    around_there = [_surroundings(other, quantity) for quantity in yours]
    table = [
        [_strength(a, b, words, words_there) for b, words_there in zip(yours, around_there, strict=True)]
        for a, words in zip(mine, around, strict=True)
    ]
    best_there = [max(row[place] for row in table) for place in range(len(yours))]
    agreement, found = 0.0, list[tuple[Rivals, int]]()
    for place, (a, row) in enumerate(zip(mine, table, strict=True)):
        best = max(row)
        for place_there, (b, strength, best_of_b) in enumerate(zip(yours, row, best_there, strict=True)):
            if strength <= 0 or strength < best or strength < best_of_b:
                continue
            if _are_equal(a, b):
                agreement = max(agreement, strength)
            elif not _has_equal(a, yours) and not _has_equal(b, mine):
                found.append((Rivals(a, b, strength), place + place_there))
    return Slots(max(found, key=_sureness)[0] if found else None, agreement)


def _sureness(candidate: tuple[Rivals, int]) -> tuple[float, int, list[tuple[str, float, float, float]]]:
    """The stronger, then the earlier; what is left decides the same way whichever statement is first."""
    rivals, places = candidate
    numbers = sorted(
        (each.unit or "", each.value, each.low, each.high) for each in (rivals.first, rivals.second)
    )
    return rivals.strength, -places, numbers


def _are_equal(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and math.isclose(one.value, other.value, rel_tol=1e-6)


def _has_equal(quantity: Quantity, among: Sequence[Quantity]) -> bool:
    return any(_are_equal(quantity, each) for each in among)


def _strength(a: Quantity, b: Quantity, words: dict[str, float], words_there: dict[str, float]) -> float:
    if a.unit != b.unit:
        return 0.0
    # An exact sum, so that the order of the words, and with it that of the statements, makes no difference.
    strength = math.fsum(min(words[base], words_there[base]) for base in words.keys() & words_there.keys())
    first, second = noun_of(a), noun_of(b)
    if first is not None and second is not None:
        strength += SAME_NOUN if first == second else OTHER_NOUN
    if a.role is not None and b.role is not None:
        strength += SAME_ROLE if a.role == b.role else OTHER_ROLE
    return strength


def _surroundings(statement: Statement, quantity: Quantity) -> dict[str, float]:
    """The words near a number with their weights, less the further away they stand."""
    before = [word.base for word in statement.words if word.span.start < quantity.span.start]
    behind = [word.base for word in statement.words if word.span.start >= quantity.span.start]
    found: dict[str, float] = {}
    for side in (before[: -AROUND - 1 : -1], behind[:AROUND]):
        for distance, base in enumerate(side):
            weight = statement.weights.get(base, 0.0) / (1 + distance / FADING)
            found[base] = max(weight, found.get(base, 0.0))
    return found


def names_around(statement: Statement, quantity: Quantity) -> list[str]:
    """The names near a number, as their keys: whose number it is, or where."""
    start, end = quantity.span.start - NEARBY, quantity.span.end + NEARBY
    return [name.key for name in statement.names if name.span.end > start and name.span.start < end]
