"""Denials that are found by what they are."""

from __future__ import annotations

from contradiction_samples import documents

from readerapp.contradictions.denials import MOST_DEALINGS, Denial, denials_of_dealings
from readerapp.contradictions.statements import statements_of
from readerapp.language.analysis import Analysis

DENIAL = "Boris Adler said that he did not have any relationship with Greta Hahn."
CLAIM = "The inquiry looks into possible ties between Greta Hahn and foreign officials."


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
