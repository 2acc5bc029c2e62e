"""Whoever turns something down denies nothing; whoever rejects a claim does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.language.attribution import attributions_of
from readerapp.language.quotations import quotations_of
from readerapp.language.refusals import is_refused
from readerapp.language.report_verbs import Stance
from readerapp.language.sentences import sentences_of
from readerapp.model import Span


def denied_in(text: str) -> list[str]:
    """What is denied in a text."""
    found = attributions_of(text, sentences_of(text), quotations_of(text))
    return [text[slice(*one.content)] for one in found if one.stance is Stance.DENIED]


@pytest.mark.parametrize(
    "text",
    [
        "The board rejected a revised takeover offer of two million crowns.",
        "The board rejected the offer.",
        "The board rejects the union's bid for the yard.",
        "The council rejected an amendment on mooring fees.",
        "The judge dismissed the appeal, and the hall emptied.",
        "The court dismissed a lawsuit by Mona Kettle.",
        "Orlov, the owner, repeatedly rejected the “offer”.",
        "The rebels are rejecting the ceasefire.",
        "The offer was rejected by the board.",
        "The union's demands were dismissed by the owner of the yard.",
    ],
)
def test_whoever_rejects_what_is_offered_or_asked_for_denies_nothing(text: str) -> None:
    assert denied_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The judge denied bail.",
        "The judge denied the request for a new trial.",
        "The guards denied the sailors access to the harbour.",
        "The consul denied her a visa.",
        "Mona Kettle was denied bail.",
        "Mona Kettle was denied a visa on Monday.",
    ],
)
def test_whoever_does_not_grant_something_denies_nothing(text: str) -> None:
    assert denied_in(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor rejected the accusations.", "the accusations"),
        ("The mayor rejected the claim.", "the claim"),
        ("The mayor dismissed the report on the bridge.", "the report on the bridge"),
        ("The mayor dismissed the allegations as nonsense.", "the allegations"),
        ("The accusations were rejected by the mayor.", "The accusations"),
        ("The firm denied the allegations, the deal and the plan.", "the allegations, the deal and the plan"),
    ],
)
def test_claims_accusations_and_reports_that_are_rejected_stay_denials(text: str, content: str) -> None:
    assert denied_in(text) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor rejected claims of a secret deal.", "a secret deal"),
        ("The mayor rejected claims that the offer was a trick.", "the offer was a trick"),
        ("The mayor rejected the idea that she took the job.", "she took the job"),
        ("The mayor rejected suggestions she wanted the job.", "she wanted the job"),
        ("The firm denied the deal claims.", "the deal claims"),
    ],
)
def test_a_claim_of_a_deal_that_is_rejected_stays_a_denial(text: str, content: str) -> None:
    assert denied_in(text) == [content]


@pytest.mark.parametrize(
    "content",
    [
        "that she wanted the job",
        "she wanted the job",
        "that there was a plan",
        "there was a deal",
        "making an offer",
        "having signed the contract",
        "seeking asylum",
        "that the bank offered help",
        "her client needed help",
    ],
)
def test_a_deed_that_is_denied_stays_a_denial_whatever_its_last_word(content: str) -> None:
    assert denied_in(f"The mayor denied {content}.") == [content.removeprefix("that ")]


@pytest.mark.parametrize(
    "content", ["any deal with Orlan Bank", "plans to sell the ferry", "a merger", "any help from Norland"]
)
def test_what_cannot_be_withheld_is_denied_and_not_refused(content: str) -> None:
    assert denied_in(f"The firm denied {content}.") == [content]


def test_a_denial_that_hangs_on_a_claim_of_an_offer_stays_one() -> None:
    text = "Officials said that Norland made an offer, which Norland denied."
    assert denied_in(text) == ["Norland made an offer"]


def test_what_is_said_beside_a_refusal_is_still_read() -> None:
    text = "Orlov rejected the offer, saying that it was too low."
    (one,) = attributions_of(text, sentences_of(text), quotations_of(text))
    assert (one.stance, one.speaker, text[slice(*one.content)]) == (Stance.SAID, "Orlov", "it was too low")


def test_a_noun_behind_the_first_phrase_does_not_tell() -> None:
    assert denied_in("The mayor rejected the report on the plan.") == ["the report on the plan"]
    assert denied_in("The mayor rejected the plan in the report.") == []


WORDS = st.sampled_from(
    ["denied", "rejected", "was", "the", "offer", "bail", "claims", "of", "that", ",", ".", "“", "her", "any"]
)


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=20).map(" ".join)), st.data())
def test_any_spans_will_do(text: str, data: st.DataObject) -> None:
    places = st.lists(st.integers(0, len(text)), min_size=4, max_size=4).map(sorted)
    first, second, third, fourth = data.draw(places)
    one, other = Span(first, second), Span(third, fourth)
    assert is_refused(text, one, other) in (True, False)
    assert is_refused(text, other, one) in (True, False)


def speakers_of(text: str) -> list[str | None]:
    """Who denies something in a text."""
    found = attributions_of(text, sentences_of(text), quotations_of(text))
    return [each.speaker for each in found if each.stance is Stance.DENIED]


def test_a_noun_that_sums_up_a_claim_is_not_who_denies_it() -> None:
    assert speakers_of("They argued that the dam was cracked, a contention Ms. Berg's lawyer disputed.") == [
        "Ms. Berg's lawyer"
    ]


def test_claims_denied_by_somebody_are_denied_by_them() -> None:
    assert speakers_of("The posters drew charges of bias, claims denied by Greta Hahn.") == ["Greta Hahn"]


def test_a_rejected_deal_in_a_report_denies_nothing_told_before() -> None:
    assert (
        speakers_of("The shares rose sharply. Norco said on Monday that Delmore had rejected a deal.") == []
    )
