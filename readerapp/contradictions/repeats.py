"""Which pairs of statements tell again what a pair before them told: articles print one wire text.

Statements tell the same here if they share most of their words, hold the same numbers and as many negations,
and are told in the same way; two tolls in otherwise equal sentences do not.
"""

from __future__ import annotations

from readerapp.contradictions.statements import Statement

ALIKE = 0.7
"""Share of the words of two statements together that both have, from which on one repeats the other."""

MOST_KEPT = 1000
"""Pairs that later ones are held against; there are a few hundred where the budget is usual."""


class Repeats:
    """The pairs that were told, and whether another one repeats one of them."""

    def __init__(self) -> None:
        self._told: list[tuple[Statement, Statement, float]] = []

    def is_new(self, one: Statement, other: Statement, score: float) -> bool:
        """Is a pair told for the first time, or for the first time so surely? It is remembered.

        Args:
            one: a statement.
            other: another; the order does not matter.
            score: of the pair.
        """
        for first, second, told in self._told:
            if told < score:
                continue
            if (_repeats(one, first) and _repeats(other, second)) or (
                _repeats(one, second) and _repeats(other, first)
            ):
                return False
        if len(self._told) < MOST_KEPT:
            self._told.append((one, other, score))
        return True


def _repeats(one: Statement, other: Statement) -> bool:
    if one is other or one.text == other.text:
        return True
    shared = len(one.bases & other.bases)
    if shared < ALIKE * (len(one.bases) + len(other.bases) - shared):
        return False
    return (
        sorted(quantity.value for quantity in one.quantities)
        == sorted(quantity.value for quantity in other.quantities)
        and len(one.negations) == len(other.negations)
        and one.stances == other.stances
    )
