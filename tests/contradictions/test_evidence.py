from __future__ import annotations

import pytest
from contradiction_samples import statements
from hypothesis import given
from hypothesis import strategies as st

from readerapp.contradictions.evidence import Evidence, evidence_between


def between(one: str, other: str) -> Evidence:
    first, second = statements(one, other)
    return evidence_between(first, second)


def test_two_tolls_of_one_event_conflict() -> None:
    found = between("Eight people were killed in the fire.", "Nine people were killed in the fire.")
    assert found.values["numbers conflict"] == 1
    assert found.values["conflict of people"] == 1
    assert found.quantities is not None
    assert {quantity.value for quantity in found.quantities} == {8, 9}


def test_the_same_toll_agrees() -> None:
    found = between("Eight people were killed in the fire.", "The fire killed 8 people.")
    assert found.values["numbers conflict"] == 0
    assert found.values["numbers agree"] > 0


def test_at_least_eight_and_nine_go_together() -> None:
    found = between("At least eight people were killed.", "Nine people were killed.")
    assert found.values["numbers conflict"] == 0
    assert found.values["numbers compatible"] > 0


def test_the_dead_and_the_wounded_are_not_compared() -> None:
    found = between("Eight people were killed in the blast.", "Twenty people were wounded in the blast.")
    assert found.values["numbers conflict"] == 0


def test_a_number_with_its_equal_in_the_other_list_is_no_rival_of_the_rest() -> None:
    one = "The club won 21 games in May and 14 games in June."
    other = "It was 14 games in June and 21 games in May that the club won."
    assert between(one, other).values["numbers conflict"] == 0


def test_two_weekdays_differ() -> None:
    found = between("The talks ended on Monday.", "The talks ended on Thursday.")
    assert found.values["times differ"] == 1
    assert found.moments is not None


def test_a_negation_of_a_shared_word_differs_in_polarity() -> None:
    found = between("The suspect was not armed.", "The suspect was armed.")
    assert found.values["polarity differs"] > 0
    assert found.negated is not None
    assert found.negated[1] is None


def test_two_negations_agree_in_polarity() -> None:
    found = between("The suspect was not armed.", "Police said the suspect had not been armed.")
    assert found.values["polarity differs"] == 0


def test_opposites_are_told_with_their_places() -> None:
    one, other = "The court acquitted the banker.", "The court convicted the banker."
    found = between(one, other)
    assert found.values["opposites"] > 0
    assert found.opposed is not None
    assert one[found.opposed[0].start : found.opposed[0].end] == "acquitted"
    assert other[found.opposed[1].start : found.opposed[1].end] == "convicted"


def test_an_opposite_that_is_negated_is_none() -> None:
    found = between("The court did not acquit the banker.", "The court convicted the banker.")
    assert found.values["opposites"] == 0


def test_a_denial_of_what_the_other_says_has_a_full_share() -> None:
    found = between(
        "Anna Berg denied that the safety tests had been forged.",
        "Engineers said the safety tests were forged.",
    )
    assert found.values["denial in one"] == 1
    assert found.values["denied share"] > 0.8
    assert found.denied is not None
    assert found.denied.by_first


def test_a_denial_of_something_else_has_a_small_share() -> None:
    found = between(
        "Anna Berg denied that she would resign as minister.", "Engineers said the safety tests were forged."
    )
    assert found.values["denied share"] < 0.2


def test_names_that_only_one_side_has_clash() -> None:
    found = between("Anna Berg signed the contract.", "Paul Stone signed the contract.")
    assert found.values["name clashes"] > 0
    assert found.names is not None


def test_the_surname_of_the_same_person_does_not_clash() -> None:
    found = between("Anna Berg signed the contract.", "Ms. Berg signed the contract.")
    assert found.values["name clashes"] == 0


SENTENCES = st.sampled_from(
    [
        "Eight people were killed in the fire on Monday.",
        "The minister denied that eight people had been killed.",
        "Nobody was hurt when the old bridge fell, Anna Berg said.",
        "At least 12 of the 40 houses were damaged, officials in Paris told reporters.",
        "“We never met,” Paul Stone wrote on 3 May 2019.",
        "Did the company sell more cars than in 2018?",
    ]
)


@given(SENTENCES, SENTENCES)
def test_the_numbers_do_not_depend_on_the_order(one: str, other: str) -> None:
    assert between(one, other).values == pytest.approx(between(other, one).values)
