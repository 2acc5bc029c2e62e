"""Numbers of two statements that stand in one slot by what is around them."""

from __future__ import annotations

import pytest
from contradiction_samples import statements
from hypothesis import given
from hypothesis import strategies as st

from readerapp.contradictions.number_slots import MOST_COMPARED, Rivals, Slots, names_around, slots_between


def between(one: str, other: str) -> Slots:
    first, second = statements(one, other)
    return slots_between(first, second)


def rivals(one: str, other: str) -> tuple[float, float] | None:
    """The numbers that stand in one slot and differ."""
    found = between(one, other).rivals
    return None if found is None else (found.first.value, found.second.value)


def rivals_of(one: str, other: str) -> Rivals:
    found = between(one, other).rivals
    assert found is not None
    return found


def test_two_numbers_of_one_noun_are_rivals() -> None:
    assert rivals("The firm owns 40 ferries.", "Brisk winds delayed 60 ferries.") == (40, 60)


def test_a_noun_that_means_the_same_will_do() -> None:
    assert rivals("Flames took 40 houses.", "Smoke darkened 60 homes.") == (40, 60)


def test_other_nouns_in_other_surroundings_are_none() -> None:
    assert rivals("The firm owns 40 ferries.", "Torholm bought 9 cranes.") is None


def test_the_same_noun_makes_the_slot_surer_than_another_noun() -> None:
    same = rivals_of("The harbour of Torholm has 40 ferries.", "The harbour of Torholm has 60 ferries.")
    other = rivals_of("The harbour of Torholm has 40 ferries.", "The harbour of Torholm has 60 cranes.")
    assert same.strength > other.strength > 0


def test_numbers_in_the_same_surroundings_are_rivals_without_a_noun() -> None:
    found = rivals("Torholm is home to 20,000 people.", "Torholm has a population of 31,000.")
    assert found == (20_000, 31_000)


def test_of_several_the_ones_in_the_likest_surroundings_are_rivals() -> None:
    found = rivals(
        "The bakery lost 12 loaves, and later on gave 30 loaves to hungry nurses.",
        "In spring it gave 33 loaves to hungry nurses and burned 15 loaves.",
    )
    assert found == (30, 33)


def test_words_far_away_make_no_surer_slot() -> None:
    near = rivals_of("The glassworks ordered 12 furnaces.", "The glassworks ordered 15 furnaces.")
    far = rivals_of(
        "The glassworks, which had stood idle since the old owner died of fever in spring, ordered 12 furnaces.",
        "The glassworks ordered 15 furnaces.",
    )
    assert near.strength > far.strength


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mast of Torholm rose by 40 percent.", "The mast of Torholm rose by 30 metres."),
        ("The mast is 40 metres high.", "The mast weighs 30 tonnes."),
        ("The mast cost $40 at the auction.", "The mast cost 30 hours at the auction."),
    ],
)
def test_numbers_of_other_units_have_nothing_to_do_with_each_other(one: str, other: str) -> None:
    assert between(one, other) == Slots(None, 0.0)


def test_the_same_number_in_one_slot_agrees() -> None:
    found = between("The firm owns 40 ferries.", "In all, 40 ferries belong to the firm.")
    assert found.rivals is None
    assert found.agreement > 3


def test_the_surest_slot_counts_for_the_agreement() -> None:
    alone = between("The firm owns 40 ferries.", "The firm owns 40 ferries.")
    more = between(
        "The firm owns 40 ferries and runs 7 hotels.", "The firm owns 40 ferries and sold 7 hotels."
    )
    assert more.rivals is None
    assert more.agreement == pytest.approx(alone.agreement, rel=0.3)


def test_a_number_with_its_equal_elsewhere_is_no_rival() -> None:
    assert (
        rivals(
            "The club won 21 games in May and 14 games in June.",
            "The club won 14 games in May and 25 games in June.",
        )
        is None
    )


def test_an_equal_of_another_unit_does_not_count() -> None:
    one = "The yard in Torholm built 12 ferries."
    assert rivals(one, "The yard in Torholm built 14 ferries and a quay of 12 metres.") == (12, 14)


def test_agreement_in_one_slot_leaves_the_rivals_of_another() -> None:
    found = between(
        "The firm owns 40 ferries and 7 hotels.",
        "The firm owns 40 ferries and 9 hotels.",
    )
    assert found.agreement > 0
    assert found.rivals is not None
    assert (found.rivals.first.value, found.rivals.second.value) == (7, 9)


@pytest.mark.parametrize(
    ("one", "other", "are_apart"),
    [
        ("The firm owns 40 ferries.", "The firm owns 60 ferries.", True),
        ("The firm owns 60 ferries.", "The firm owns 40 ferries.", True),
        ("The firm owns at least 40 ferries.", "The firm owns 60 ferries.", False),
        ("The firm owns at least 60 ferries.", "The firm owns 40 ferries.", True),
        ("The firm owns 30 to 50 ferries.", "The firm owns 45 ferries.", False),
    ],
)
def test_rivals_are_apart_where_no_number_is_what_both_say(one: str, other: str, are_apart: bool) -> None:
    assert rivals_of(one, other).are_apart is are_apart


def test_the_rivals_stand_in_the_order_of_the_statements() -> None:
    one, other = statements("The firm owns 40 ferries.", "The firm owns 60 ferries.")
    there, back = slots_between(one, other).rivals, slots_between(other, one).rivals
    assert there is not None
    assert back is not None
    assert (
        (there.first, there.second) == (back.second, back.first) == (one.quantities[0], other.quantities[0])
    )
    assert there.strength == back.strength


def test_of_slots_that_are_equally_sure_the_order_does_not_choose() -> None:
    # The slots of the ferries and of the hotels are of one strength.
    one, other = statements("Torholm has 3 ferries and 5 hotels.", "Torholm has 7 hotels and 2 ferries.")
    there, back = slots_between(one, other).rivals, slots_between(other, one).rivals
    assert there is not None
    assert back is not None
    assert (there.first, there.second) == (back.second, back.first)


def test_where_one_has_no_numbers_there_is_nothing() -> None:
    one, other = statements("The firm owns 40 ferries.", "The firm owns many ferries.")
    assert slots_between(one, other) == slots_between(other, one) == Slots(None, 0.0)


def test_a_table_in_a_sentence_is_compared_no_further_than_its_first_numbers() -> None:
    table = ", ".join(f"{number} cranes" for number in range(100, 100 + MOST_COMPARED))
    assert rivals(f"The port counts {table} and 7 windmills.", "Torholm repainted 9 windmills.") is None
    assert rivals("The port counts 7 windmills.", "Torholm repainted 9 windmills.") == (7, 9)


def test_names_around_a_number_are_those_near_it() -> None:
    (one,) = statements(
        "Anna Berg spoke for an hour about the long and dreary history of the glassworks by the sea, and of "
        "the 40 ferries of Torholm."
    )
    assert names_around(one, one.quantities[-1]) == ["torholm"]


def test_names_stand_around_a_number_on_both_sides() -> None:
    (one,) = statements("Anna Berg counted 40 ferries in Torholm.")
    assert names_around(one, one.quantities[0]) == ["anna berg", "torholm"]


def test_around_a_number_without_names_there_are_none() -> None:
    (one,) = statements("The firm owns 40 ferries.")
    assert names_around(one, one.quantities[0]) == []


PIECES = st.sampled_from(
    [
        "3",
        "5",
        "8",
        "eight",
        "12,000",
        "at least 5",
        "3 to 8",
        "40 percent",
        "40 metres",
        "$3",
        "ferries",
        "people",
        "killed",
        "were",
        "wounded",
        "houses",
        "homes",
        "Torholm",
        "Anna Berg",
        "in",
        "of",
        "and",
        "not",
        "the",
        ",",
        "years",
    ]
)
TEXTS = st.lists(PIECES, min_size=4, max_size=24).map(lambda pieces: f"The firm counted {' '.join(pieces)}.")


@given(TEXTS, TEXTS)
def test_any_two_statements_mirror_each_other(one: str, other: str) -> None:
    found = statements(one, other)
    mine, yours = found[0], found[-1]
    there, back = slots_between(mine, yours), slots_between(yours, mine)
    assert there.agreement == back.agreement >= 0
    assert (there.rivals is None) == (back.rivals is None)
    if there.rivals is not None and back.rivals is not None:
        assert there.rivals.strength == back.rivals.strength > 0
        assert there.rivals.first.value == back.rivals.second.value
        assert there.rivals.second.value == back.rivals.first.value
        assert there.rivals.are_apart == back.rivals.are_apart
        assert there.rivals.first.unit == there.rivals.second.unit
    for quantity in mine.quantities:
        assert set(names_around(mine, quantity)) <= {name.key for name in mine.names}
