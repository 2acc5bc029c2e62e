from __future__ import annotations

import pytest
from contradiction_samples import statements

from readerapp.contradictions.denied_relations import (
    DeniedRelation,
    denied_in,
    denied_relation,
    may_report,
    reported_in,
)

RELATIONSHIP = "Boris Adler said that he did not have any relationship with Greta Hahn."
MEDDLING = "Norland denied any involvement in the hacking of the vote."
CLAIM = "The inquiry looks into possible ties between Greta Hahn and foreign officials."
UNTRUE = "Boris Adler says that claims of an involvement of Norland in the vote are untrue."


def between(denial: str, claim: str) -> DeniedRelation | None:
    one, other = statements(denial, claim)
    return denied_relation(denied_in(one), reported_in(other))


def test_a_denied_relationship_meets_reported_ties() -> None:
    found = between(
        "Boris Adler said that he did not have any relationship with Greta Hahn.",
        "The inquiry looks into possible ties between Greta Hahn and foreign officials.",
    )
    assert found is not None
    assert (found.cue.base, found.reported.base, found.name) == ("relationship", "tie", "Greta Hahn")


def test_what_is_called_untrue_is_denied() -> None:
    assert between(
        "Boris Adler says that claims of an involvement of Norland in the vote are untrue.",
        "Officials alleged that hackers of Norland had meddled in the vote.",
    )


def test_without_a_common_name_nothing_meets() -> None:
    assert not between(
        "Boris Adler said that he did not have any relationship with Greta Hahn.",
        "The inquiry looks into possible ties between the bank and foreign officials.",
    )


def test_a_dealing_that_is_denied_there_too_is_no_claim() -> None:
    assert not between(
        "Boris Adler said that he did not have any relationship with Greta Hahn.",
        "Greta Hahn denied allegations of ties to foreign officials.",
    )


def test_a_relationship_that_nobody_alleges_is_left_alone() -> None:
    assert not between(
        "Boris Adler said that he did not have any relationship with Greta Hahn.",
        "Greta Hahn praised the good relations of the two towns.",
    )


def test_a_hint_behind_the_dealing_does_not_count() -> None:
    assert between(RELATIONSHIP, "An inquiry looks into ties between Greta Hahn and foreign officials.")
    assert not between(RELATIONSHIP, "Ties between Greta Hahn and foreign officials led to an inquiry.")


def test_a_hint_far_before_the_dealing_does_not_count() -> None:
    assert not between(
        RELATIONSHIP,
        "The inquiry, which has cost the town more than any other in its history, spoke of ties of Greta Hahn.",
    )


def test_a_deed_needs_no_hint() -> None:
    found = between(MEDDLING, "Hackers of Norland meddled in the vote.")
    assert found is not None
    assert (found.cue.base, found.name) == ("involvement", "Norland")


@pytest.mark.parametrize(
    "claim",
    [
        "If Norland meddled in the vote, the count will be held again.",
        "The count will be held again IF Norland meddled in the vote.",
        "Was it Norland that meddled in the vote?",
        "Norland was made a scapegoat for the hacking of the vote.",
        "The court acquitted Norland of the hacking of the vote.",
    ],
)
def test_what_is_supposed_or_asked_or_excused_is_not_reported(claim: str) -> None:
    (statement,) = statements(claim)
    assert not may_report(statement)
    assert not between(MEDDLING, claim)


def test_a_word_in_which_if_stands_supposes_nothing() -> None:
    assert between(MEDDLING, "With a gift of money Norland meddled in the vote.")


def test_names_too_far_from_the_dealing_are_not_in_common() -> None:
    near = "The inquiry looks into possible ties of Greta Hahn to the bank on the northern shore of the lake."
    far = "The inquiry looks into possible ties of the bank on the northern shore of the lake to Greta Hahn."
    assert between(RELATIONSHIP, near)
    assert not between(RELATIONSHIP, far)


def test_a_third_name_beside_the_dealing_is_not_in_common() -> None:
    claim = "The inquiry looks into possible ties of {} to {} and {}."
    assert between(RELATIONSHIP, claim.format("Norland", "Greta Hahn", "Sandvik"))
    assert not between(RELATIONSHIP, claim.format("Norland", "Sandvik", "Greta Hahn"))


def test_a_negation_far_from_the_dealing_does_not_deny_it() -> None:
    assert between("Boris Adler said that he has no link to Greta Hahn.", CLAIM)
    assert not between(
        "Boris Adler said that he did not remember the year in which his link to Greta Hahn began.", CLAIM
    )


def test_the_speaker_of_the_denial_counts_as_named() -> None:
    found = between(
        MEDDLING.replace("Norland", "Paul Stone"), "Paul Stone meddled in the vote, the mayor said."
    )
    assert found is not None
    assert found.name == "Paul Stone"


def test_the_speaker_of_the_denial_is_named_by_a_surname_or_a_seat_of_government() -> None:
    assert between(
        "Boris Adler said that he did not have any links to the bank.",
        "The inquiry looks into possible ties of Mr. Adler to a bank.",
    )
    found = between(
        "Russia denied any involvement in the hacking of the vote.", "The Kremlin meddled in the vote."
    )
    assert found is not None
    assert found.name == "Kremlin"


def test_whoever_only_speaks_of_the_deed_has_nothing_to_do_with_it() -> None:
    assert not between(MEDDLING, "Norland said that the rebels had meddled in the vote.")
    assert not between(
        RELATIONSHIP, "Greta Hahn said that the inquiry looks into possible ties to officials."
    )


@pytest.mark.parametrize("blame", ["blamed Norland", "were blaming Norland for it", "accused Norland"])
def test_somebody_who_is_wrongly_blamed_did_not_do_it(blame: str) -> None:
    assert not between(MEDDLING, f"The rebels meddled in the vote and {blame}.")


def test_somebody_who_is_accused_before_the_deed_is_named_is_said_to_have_done_it() -> None:
    assert between(MEDDLING, "Officials accuse Norland of meddling in the vote.")


@pytest.mark.parametrize(
    "claim",
    [
        "Anna Berg says that claims of meddling by Norland in the vote are untrue.",
        "Anna Berg called the claim that Norland meddled in the vote false.",
        "Anna Berg said that the involvement of Norland in the vote was fake news.",
    ],
)
def test_nothing_meets_where_both_call_it_untrue(claim: str) -> None:
    assert not between(UNTRUE, claim)
    assert not between(claim, UNTRUE)


def test_a_claim_that_the_same_sentence_denies_is_still_a_claim() -> None:
    found = between(
        UNTRUE, "Officials said that Norland had meddled in the vote, which the prime minister denied."
    )
    assert found is not None
    assert (found.cue.base, found.reported.base) == ("involvement", "meddle")


def test_a_sentence_that_only_denies_claims_nothing() -> None:
    assert not between(UNTRUE, "The prime minister denied that Norland had meddled in the vote.")


def test_words_for_another_sort_of_deed_do_not_meet() -> None:
    assert not between(MEDDLING, "Officials said that Norland conspired with the bank.")
    assert not between(RELATIONSHIP, "The inquiry looks into possible meddling of Greta Hahn in the vote.")


def test_the_denial_is_told_with_the_words_that_deny() -> None:
    found = between(MEDDLING, "Hackers of Norland meddled in the vote.")
    assert found is not None
    assert MEDDLING[found.denial.start : found.denial.end] == "denied"


def test_beside_a_denial_of_something_else_only_what_somebody_claims_is_reported() -> None:
    assert not between(UNTRUE, "Norland meddled in the vote, and Anna Berg denied that the count was late.")
    assert between(
        UNTRUE, "Officials said Norland meddled in the vote, and Anna Berg denied that the count was late."
    )
