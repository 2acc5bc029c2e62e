"""Denials that are found by what they are."""

from __future__ import annotations

from contradiction_samples import documents

from readerapp.contradictions.denials import (
    DEALING_SCORE,
    INNER_SCORE,
    MOST_DEALINGS,
    OTHERS_SCORE,
    WITHIN_SCORE,
    Denial,
    denials_in_one_sentence,
    denials_of_dealings,
)
from readerapp.contradictions.statements import statements_of
from readerapp.language.analysis import Analysis

DENIAL = "Boris Adler said that he did not have any relationship with Greta Hahn."
CLAIM = "The inquiry looks into possible ties between Greta Hahn and foreign officials."

SAID = f"Paul Stone said that {CLAIM[0].lower()}{CLAIM[1:]}"
MEDDLING = "Norland denied any involvement in the hacking of the vote."
DENIED_CLAIM = "Officials said that Norland had meddled in the vote, which Anna Berg denied."


def found(*texts: str) -> list[Denial]:
    analysis = Analysis(documents(*texts))
    return list(denials_of_dealings(analysis, statements_of(analysis)))


def test_the_reason_says_who_denies_and_what_is_spoken_of() -> None:
    (denial,) = found(DENIAL, CLAIM)
    assert denial.reason.startswith("1’s Boris Adler denies (“not")
    assert denial.reason.endswith("; 2 speaks of “ties” and names Greta Hahn.")


def test_the_verb_of_the_article_is_not_told_twice() -> None:
    (denial,) = found("Boris Adler rejected any link to Greta Hahn.", CLAIM)
    assert denial.reason.startswith("1’s Boris Adler rejects “any link”;")


def test_inside_one_article_the_other_place_is_called_so() -> None:
    (denial,) = found(f"{DENIAL} {CLAIM}")
    assert "; another place in 1 speaks of “ties”" in denial.reason


def test_those_across_articles_come_first() -> None:
    places = [{passage.document for passage in each.passages} for each in found(f"{DENIAL} {CLAIM}", CLAIM)]
    assert places == [{"1", "2"}, {"1"}]


def test_a_text_of_denials_gives_only_as_many_as_anybody_reads() -> None:
    assert len(found(" ".join([DENIAL] * 30), " ".join([CLAIM] * 30))) == MOST_DEALINGS


def inside(text: str) -> list[Denial]:
    """The denials inside the sentences of one article."""
    analysis = Analysis(documents(text))
    return list(denials_in_one_sentence(analysis, statements_of(analysis)))


def test_the_surer_a_denial_the_higher_its_score() -> None:
    (across,) = found(DENIAL, SAID)
    (of_others,) = found(f"{DENIAL} {SAID}")
    (in_one_sentence,) = inside(DENIED_CLAIM)
    (within,) = found(f"{DENIAL} {CLAIM}")
    assert across.score > of_others.score > in_one_sentence.score > within.score > 0
    scores = [DEALING_SCORE, OTHERS_SCORE, INNER_SCORE, WITHIN_SCORE]
    assert [each.score for each in (across, of_others, in_one_sentence, within)] == scores


def test_across_articles_nobody_need_be_named_as_speaker() -> None:
    (denial,) = found(DENIAL, CLAIM)
    assert denial.passages[1].speaker is None
    assert denial.score == DEALING_SCORE


def test_whoever_speaks_in_both_places_of_an_article_is_no_other() -> None:
    (denial,) = found(f"{DENIAL} {SAID.replace('Paul Stone', 'Boris Adler')}")
    assert [passage.speaker for passage in denial.passages] == ["Boris Adler", "Boris Adler"]
    assert denial.score == WITHIN_SCORE


def test_each_passage_has_its_speaker() -> None:
    (denial,) = found(DENIAL, SAID)
    assert [passage.speaker for passage in denial.passages] == ["Boris Adler", "Paul Stone"]
    assert [passage.text for passage in denial.passages] == [DENIAL, SAID]


def test_of_a_claim_that_the_same_sentence_denies_the_claim_is_shown_with_its_speaker() -> None:
    (denial,) = found(MEDDLING, DENIED_CLAIM)
    claim = denial.passages[1]
    assert (claim.speaker, claim.text) == ("Officials", "Norland had meddled in the vote")
    assert DENIED_CLAIM[claim.start : claim.end] == claim.text
    assert [DENIED_CLAIM[cue.start : cue.end] for cue in claim.cues] == ["meddled"]


def test_of_a_claim_that_nobody_denies_there_the_sentence_is_shown() -> None:
    text = "Officials said that Norland had meddled in the vote, and the harbour was closed."
    (denial,) = found(MEDDLING, text)
    assert (denial.passages[1].speaker, denial.passages[1].text) == ("Officials", text)


def test_inside_a_sentence_who_claims_and_who_denies_are_two() -> None:
    (denial,) = inside(DENIED_CLAIM)
    assert [passage.speaker for passage in denial.passages] == ["Officials", "Anna Berg"]
    assert denial.passages[0].text == "Norland had meddled in the vote"


def test_whoever_rejects_an_offer_denies_no_dealing() -> None:
    claim = "The inquiry looks into possible ties between Boris Adler and foreign officials."
    assert found("Boris Adler rejected claims of a link to the bank.", claim)
    assert not found("Boris Adler rejected an offer to link his firm to the bank.", claim)
