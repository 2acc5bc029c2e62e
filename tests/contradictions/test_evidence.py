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


def test_rivals_of_one_slot_are_told_with_what_they_have_in_common() -> None:
    found = between("The mast is 40 metres high.", "The mast is 50 metres high.")
    assert found.values["rivals"] > 0
    assert found.values["rivals apart"] == found.values["rivals near"] == found.values["rivals alone"] == 1
    assert found.values["rivals measured"] == found.values["rivals in one role"] == 1
    assert found.values["rivals of one noun"] == found.values["rivals far"] == 0
    assert found.values["rivals bounded"] == found.values["rivals and agreement"] == 0


def test_rivals_of_which_one_is_bounded_may_both_be_right() -> None:
    found = between("The firm owns at least 40 ferries.", "The firm owns 600 ferries.")
    assert found.values["rivals bounded"] == found.values["rivals far"] == 1
    assert found.values["rivals of one noun"] == 1
    assert found.values["rivals apart"] == found.values["rivals near"] == 0
    assert found.quantities is None


def test_rivals_that_are_apart_are_shown_where_nothing_surer_conflicts() -> None:
    found = between("The harbour of Torholm holds 40 boats.", "The harbour of Torholm holds 60 yachts.")
    assert found.values["numbers conflict"] == 0
    assert found.quantities is not None
    assert [quantity.value for quantity in found.quantities] == [40, 60]


def test_a_conflict_that_is_surer_is_shown_instead_of_the_rivals() -> None:
    found = between(
        "Eight people were killed when the ice of Lake Torholm broke under 30 sledges.",
        "Nine people died, and the ice of Lake Torholm broke under 45 horses.",
    )
    assert found.values["numbers conflict"] == 1
    assert found.quantities is not None
    assert [quantity.value for quantity in found.quantities] == [8, 9]


def test_the_surer_the_slot_the_more_the_rivals_count() -> None:
    unsure = between("The firm owns 40 ferries.", "Brisk winds delayed 60 ferries.").values
    sure = between("The old firm in Torholm bought 40 ferries.", "The old firm in Torholm bought 60 ferries.")
    assert 0 < unsure["rivals"] < sure.values["rivals"] <= 1.5
    assert unsure["rivals surely"] == unsure["rivals most surely"] == 0
    assert sure.values["rivals surely"] > sure.values["rivals most surely"] > 0


def test_rivals_beside_other_names_are_of_others() -> None:
    one = "In Torholm the yard built 40 ferries."
    others = between(one, "In Sandvik the yard built 50 ferries.").values
    same = between(one, "In Torholm the yard built 50 ferries.").values
    nameless = between(one, "The yard built 50 ferries.").values
    assert (others["rivals of others"], others["rivals of the same"]) == (1, 0)
    assert (same["rivals of others"], same["rivals of the same"]) == (0, 1)
    assert (nameless["rivals of others"], nameless["rivals of the same"]) == (0, 0)


def test_rivals_of_two_days_are_at_other_times() -> None:
    one = "The yard built 40 ferries on Monday."
    assert between(one, "The yard built 50 ferries on Friday.").values["rivals at other times"] == 1
    assert between(one, "The yard built 50 ferries on Monday.").values["rivals at other times"] == 0


def test_slots_agree_where_the_same_number_stands_in_both() -> None:
    found = between("The firm owns 40 ferries.", "In all, 40 ferries belong to the firm.")
    assert found.values["slots agree"] > 0
    assert "rivals" not in found.values


def test_beside_a_slot_that_agrees_the_rivals_are_told_with_it() -> None:
    found = between("The firm owns 40 ferries and 7 hotels.", "The firm owns 40 ferries and 9 hotels.")
    assert found.values["slots agree"] > 0
    assert found.values["rivals and agreement"] == 1
    assert found.values["rivals alone"] == 0


def test_without_numbers_no_slot_agrees() -> None:
    found = between("The firm owns 40 ferries.", "The firm owns many ferries.")
    assert found.values["slots agree"] == 0
    assert "rivals" not in found.values


def test_two_denials_of_one_claim_are_on_one_side() -> None:
    found = between(
        "Anna Berg denied that the tests were forged.",
        "Paul Stone rejected claims that the tests were forged.",
    )
    assert found.values["both deny"] == 1
    assert found.values["denial meets claim"] == found.values["denial meets another's claim"] == 0
    assert found.values["one denies"] == 0


def test_a_denial_and_what_is_called_untrue_are_on_one_side_almost_as_much() -> None:
    found = between(
        "Anna Berg denied that the tests were forged.",
        "The report of forged tests was untrue, Paul Stone said.",
    )
    assert 0.5 < found.values["both deny"] < 1
    assert found.values["denial meets claim"] < 0.1


def test_a_denial_meets_an_allegation_in_full_and_a_plain_statement_in_part() -> None:
    denial = "Anna Berg denied that the tests were forged."
    alleged = between(denial, "Paul Stone alleged that the tests were forged.").values
    stated = between(denial, "The forged tests fill a shelf.").values
    assert alleged["denial meets claim"] == alleged["one denies"] == 1
    assert 0 < stated["denial meets claim"] < 0.5
    assert alleged["both deny"] == stated["both deny"] == 0


SENTENCES = st.sampled_from(
    [
        "Eight people were killed in the fire on Monday.",
        "The minister denied that eight people had been killed.",
        "Nobody was hurt when the old bridge fell, Anna Berg said.",
        "At least 12 of the 40 houses were damaged, officials in Paris told reporters.",
        "“We never met,” Paul Stone wrote on 3 May 2019.",
        "Did the company sell more cars than in 2018?",
        "The town has 40 houses and 12 inns, and nine people were killed, officials said on Friday.",
        "Officials in Paris called the report of eight deaths untrue.",
    ]
)


@given(SENTENCES, SENTENCES)
def test_the_numbers_do_not_depend_on_the_order(one: str, other: str) -> None:
    assert between(one, other).values == pytest.approx(between(other, one).values)
