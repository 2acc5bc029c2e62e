"""Do two quantities fill the same slot, and do they say the same there?

The comparison is shy: where it is not clear that both measure the same, they are unrelated. Two that
measure the same conflict where the ranges that their words admit lie apart.
"""

from __future__ import annotations

import math
from enum import Enum

from readerapp.language.quantity import Quantity
from readerapp.language.tokens import word_set

PERSONS = word_set(
    "person people human villager resident local victim passenger body life individual soul "
    "casualty fatality death injury inhabitant citizen resident being civilian survivor other"
)
"""Nouns that stand for any person in a report."""

GROUPS = word_set(
    "man woman child boy girl student pupil teenager youth adult soldier troop officer policeman "
    "police cop civilian worker employee medic nurse doctor protester demonstrator rioter "
    "marcher pirate suspect militant rebel insurgent tourist fan journalist firefighter miner "
    "sailor fisherman prisoner inmate guard official migrant refugee activist gunman attacker "
    "driver pilot customer member patient hostage crew servicemen marine farmer lawmaker "
    "delegate voter shopper guest attendee teacher schoolgirl schoolboy toddler infant baby "
    "pensioner neighbour neighbor pedestrian motorist cyclist bystander onlooker climber hiker "
    "skier player"
)
"""Nouns for some persons among others."""

SAME_NOUNS = {
    noun: nouns.split()[0]
    for nouns in (
        "house home dwelling residence",
        "ship vessel boat craft",
        "car vehicle automobile",
        "building structure",
        "storey story floor",
        "protester demonstrator marcher",
        "policeman police officer cop",
        "worker employee staff",
        "rebel insurgent militant",
        "shot bullet round",
        "firefighter fireman",
        "student pupil",
        "gun weapon firearm",
        "kid child",
        "seat constituency",
        "deal contract agreement",
        "quake earthquake temblor tremor",
        "day daytime",
    )
    for noun in nouns.split()
}

PERSONAL_ROLES = word_set(
    "death injury arrest missing displacement rescue hostage attendance casualty population audience charge"
)
"""Slots that persons fill, so that a number without a noun is one of persons there."""

OPEN_ROLES = frozenset(("duration", "interval", "distance", "weight", "area", "volume", "power", "sentence"))
"""Slots that several things of one event fill: each needs more than the slot to be the same."""

NEAR = 3.0
"""By how much two measures in an open slot may differ and still be taken for the same."""


class Agreement(Enum):
    """How two quantities stand to each other."""

    SAME = "same"
    """The same number, bound alike."""
    COMPATIBLE = "compatible"
    """Both can be true of one thing."""
    CONFLICT = "conflict"
    """Both cannot be true of one thing."""
    UNRELATED = "unrelated"
    """They do not measure the same."""


def agreement_of(one: Quantity, other: Quantity) -> Agreement:
    """How two quantities stand to each other; the order does not matter.

    Args:
        one: of one text.
        other: of another.
    """
    if one.unit != other.unit or one.whole != other.whole:
        return Agreement.UNRELATED
    if one.unit is None:
        return _of_counts(one, other)
    if not _is_same_measure(one, other):
        return Agreement.UNRELATED
    return _of_ranges(one, other)


def _of_counts(one: Quantity, other: Quantity) -> Agreement:
    if one.role != other.role and (one.role is not None and other.role is not None):
        return Agreement.UNRELATED
    first, second = noun_of(one), noun_of(other)
    if one.role != other.role or one.role is None:
        # Without a slot on both sides only the same noun, and not `people`, shows that both count the same.
        if first is None or first != second or first in PERSONS:
            return Agreement.UNRELATED
        return _of_ranges(one, other)
    if first == second or (first in PERSONS and second in PERSONS):
        return (
            _of_ranges(one, other) if first is not None or one.role in PERSONAL_ROLES else Agreement.UNRELATED
        )
    if first is None or second is None:
        known = first or second
        if one.role in PERSONAL_ROLES and (known in PERSONS or known in GROUPS):
            narrow = known in GROUPS and known not in PERSONS
            if not narrow:
                return _of_ranges(one, other)
            return _of_group_and_all(one, other) if first is not None else _of_group_and_all(other, one)
        return Agreement.UNRELATED
    if first in PERSONS and second in GROUPS:
        return _of_group_and_all(other, one)
    if second in PERSONS and first in GROUPS:
        return _of_group_and_all(one, other)
    return Agreement.UNRELATED


def _of_group_and_all(group: Quantity, everyone: Quantity) -> Agreement:
    """Two women among five people agree; six women among five people do not."""
    if group.value == everyone.value:
        return _of_ranges(group, everyone)
    return Agreement.CONFLICT if group.low > everyone.high else Agreement.COMPATIBLE


def _is_same_measure(one: Quantity, other: Quantity) -> bool:
    """Do two quantities of the same unit measure the same?"""
    first, second = noun_of(one), noun_of(other)
    if one.role != other.role:
        return False
    if one.role == "age":
        return first is not None and first == second
    if one.role == "magnitude":
        return first == second
    if one.role in OPEN_ROLES or one.role is None:
        if first is not None and second is not None:
            return first == second
        return first == second and _are_near(one, other) if one.role is None else _are_near(one, other)
    if one.unit == "percent" and first is not None and second is not None:
        return first == second or {first, second} <= PERSONS | GROUPS
    return True


def _are_near(one: Quantity, other: Quantity) -> bool:
    smaller, larger = sorted((abs(one.value), abs(other.value)))
    return larger <= smaller * NEAR


def noun_of(quantity: Quantity) -> str | None:
    """What a quantity counts, one noun for all that mean the same; None where no noun is known."""
    return None if quantity.counted is None else SAME_NOUNS.get(quantity.counted, quantity.counted)


def _of_ranges(one: Quantity, other: Quantity) -> Agreement:
    alike = (
        math.isclose(one.value, other.value, rel_tol=1e-9)
        and one.is_bounded == other.is_bounded
        and math.isinf(one.high) == math.isinf(other.high)
        and math.isclose(one.low, other.low, rel_tol=0.05, abs_tol=1e-9)
    )
    if alike:
        return Agreement.SAME
    if one.low > other.high or other.low > one.high:
        return Agreement.CONFLICT
    return Agreement.COMPATIBLE
