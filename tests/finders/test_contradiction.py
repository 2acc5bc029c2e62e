"""Contradictions: what is found, why, and what is left in peace. The networks that come along take part."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from readerapp.comparing import FindingsArrived, Finished, steps
from readerapp.contradictions.judging import Networks
from readerapp.finders.contradiction import ContradictionFinder
from readerapp.language.analysis import Analysis
from readerapp.minilm import ModelUnavailableError
from readerapp.model import Comparison, Document, Finding, Kind, Notice, Settings
from readerapp.model.visibility import visible_score

CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parents[1] / "contradictions" / "cases.tsv").read_text("utf-8").splitlines()
]

KNOWN_MISSED = (
    "The Senate approved",
    "The earthquake struck",
    "The ferry Marlin",
    "Harriet Stone",
    "Mr Olsen met",
    "The bomb went off",
    "The rescue in Porto",
    "The plane crashed",
    "Turnout in the Velden",
)
"""Opening words of contradictions that are not shown at first, most of them only weaker: known shortfalls."""

KNOWN_FALSE: tuple[str, ...] = ()
"""Opening words of pairs that are shown although they do not conflict: known shortfalls."""


def documents(*texts: str, language: str | None = "en") -> list[Document]:
    return [Document(text=text, source=f"{n}.txt", language=language) for n, text in enumerate(texts, 1)]


def compared(*texts: str, entailment: bool = True, language: str | None = "en") -> Comparison:
    for step in steps(documents(*texts, language=language), Settings(entailment=entailment)):
        if isinstance(step, Finished):
            return step.comparison
    raise AssertionError


def contradictions(comparison: Comparison) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.kind is Kind.CONTRADICTION]


def shown(comparison: Comparison) -> list[Finding]:
    least = visible_score(Kind.CONTRADICTION)
    return [finding for finding in contradictions(comparison) if finding.score >= least]


def codes(comparison: Comparison) -> list[str]:
    return [notice.code for notice in comparison.notices]


@pytest.mark.parametrize(
    ("one", "other"), [(one, other) for answer, _, one, other in CASES if answer == "yes"]
)
def test_what_conflicts_is_shown(one: str, other: str) -> None:
    is_shown = bool(shown(compared(one, other)))
    assert is_shown != one.startswith(KNOWN_MISSED)


@pytest.mark.parametrize(
    ("one", "other"), [(one, other) for answer, _, one, other in CASES if answer == "no"]
)
def test_what_only_looks_like_a_conflict_is_not_shown(one: str, other: str) -> None:
    is_shown = bool(shown(compared(one, other)))
    assert is_shown == one.startswith(KNOWN_FALSE)


TOLLS = (
    "The blast killed eight people at the market in Torvik on Sunday.",
    "Nine people were killed in the explosion at Torvik's market on Sunday.",
)


def test_two_tolls_are_a_number_with_both_numbers_as_cues_and_as_the_reason() -> None:
    (finding,) = contradictions(compared(*TOLLS))
    assert finding.type == "number"
    cues = [
        passage.text[cue.start - passage.start : cue.end - passage.start]
        for passage in finding.passages
        for cue in passage.cues
    ]
    assert cues == ["eight", "Nine"]
    assert finding.reason == "1 says “eight people”, 2 “Nine people”."


def test_a_passage_is_the_text_where_it_stands() -> None:
    comparison = compared(*TOLLS)
    for passage in contradictions(comparison)[0].passages:
        assert comparison.document(passage.document).text[passage.start : passage.end] == passage.text


def test_a_denial_names_who_denies() -> None:
    found = contradictions(
        compared(
            "The army shelled the hospital in Karsk on Friday, doctors said.",
            "General Ivo Brandt denied that the army had shelled the hospital in Karsk.",
        )
    )
    denial = next(finding for finding in found if finding.type == "denial")
    assert "2’s Ivo Brandt denies" in denial.reason
    assert [passage.speaker for passage in denial.passages] == ["doctors", "Ivo Brandt"]


def test_contradictions_inside_one_article_are_found() -> None:
    (finding,) = contradictions(compared(f"{TOLLS[0]} The town was in shock.\n\n{TOLLS[1]}"))
    assert [passage.document for passage in finding.passages] == ["1", "1"]
    assert "1 first" in finding.reason


def test_a_claim_and_its_denial_in_one_sentence_are_two_passages() -> None:
    text = "The firm had paid the judges of the contest for years, a claim that Anna Berg denied on Monday."
    found = contradictions(compared(text))
    assert [passage.text for passage in found[0].passages] == [
        "The firm had paid the judges of the contest for years",
        "that Anna Berg denied on Monday.",
    ]
    assert found[0].type == "denial"


def test_who_claims_and_who_denies_in_one_sentence_are_told_apart() -> None:
    text = "Officials alleged that hackers had helped the party to win, something Estland has flatly denied."
    found = contradictions(compared(text))
    assert [passage.speaker for passage in found[0].passages] == ["Officials", "Estland"]


def test_the_same_articles_give_the_same_findings() -> None:
    assert contradictions(compared(*TOLLS)) == contradictions(compared(*TOLLS))


def test_a_finding_keeps_its_name_where_the_articles_change_places() -> None:
    (one,), (other,) = contradictions(compared(*TOLLS)), contradictions(compared(*TOLLS[::-1]))
    assert one.id == other.id


def test_without_the_networks_numbers_are_found_still_and_it_is_said() -> None:
    comparison = compared(*TOLLS, entailment=False)
    assert [finding.type for finding in contradictions(comparison)] == ["number"]
    assert "entailment-off" in codes(comparison)


def test_without_the_networks_a_plain_denial_is_found_still() -> None:
    comparison = compared(
        "Engineers said that the safety tests of the Delmore brakes had been forged.",
        "Anna Berg denied that the safety tests of the Delmore brakes had been forged.",
        entailment=False,
    )
    assert contradictions(comparison)


def test_networks_that_cannot_be_loaded_are_named_and_the_words_still_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> None:
        raise ModelUnavailableError("the weights are damaged")

    monkeypatch.setattr(Networks, "load", fail)
    comparison = compared(*TOLLS)
    assert contradictions(comparison)
    notice = next(each for each in comparison.notices if each.code == "entailment-unavailable")
    assert "the weights are damaged" in notice.text


def test_an_article_in_another_language_is_not_judged_and_it_is_said() -> None:
    comparison = compared("Acht Menschen starben bei dem Brand.", "Neun Menschen starben.", language="de")
    assert contradictions(comparison) == []
    assert [notice.document for notice in comparison.notices if notice.code == "language-not-judged"] == [
        "1",
        "2",
    ]


def long_story(seed: int) -> str:
    return " ".join(
        f"Officials in the harbour of Torvik{place} said that {seed + place} boats were lost in the storm."
        for place in range(80)
    )


def test_what_the_budget_leaves_out_is_said_and_a_larger_one_reads_on() -> None:
    analysis = Analysis([*numbered(long_story(3), long_story(5))])
    few, many = (list(ContradictionFinder(budget=budget).find(analysis, ())) for budget in (0.1, 20))
    assert any(isinstance(step, Notice) and step.code == "pairs-not-examined" for step in few)
    assert not any(isinstance(step, Notice) for step in many)
    assert sum(isinstance(step, Finding) for step in few) < sum(isinstance(step, Finding) for step in many)


def numbered(*texts: str) -> Iterator[Document]:
    for number, text in enumerate(texts, 1):
        yield Document(text=text, source="-", id=str(number), language="en", text_sha256=str(number))


def test_what_was_found_before_about_the_same_passages_is_not_told_again() -> None:
    analysis = Analysis([*numbered(*TOLLS)])
    before = [step for step in ContradictionFinder().find(analysis, ()) if isinstance(step, Finding)]
    again = [step for step in ContradictionFinder().find(analysis, before) if isinstance(step, Finding)]
    assert before
    assert again == []


def test_the_threads_end_with_a_search_that_is_broken_off() -> None:
    before = threading.active_count()
    search = ContradictionFinder().find(Analysis([*numbered(*TOLLS)]), ())
    assert isinstance(search, Generator)
    assert any(isinstance(step, Finding) for step in search)
    search.close()
    wait_until = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < wait_until:
        time.sleep(0.01)
    assert threading.active_count() <= before


def test_who_stops_listening_keeps_what_came_before() -> None:
    arrived: list[Finding] = []
    for step in steps(documents(*TOLLS), Settings()):
        if isinstance(step, FindingsArrived):
            arrived += step.findings
            break
    assert arrived


def test_progress_never_goes_back() -> None:
    analysis = Analysis([*numbered(long_story(3), long_story(5))])
    done = [
        step.done
        for step in ContradictionFinder().find(analysis, ())
        if not isinstance(step, Finding | Notice)
    ]
    assert all(one <= other for one, other in pairwise(done))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "“" * 300,
        "not " * 500,
        "8 " * 500,
        "denied " * 300,
        "\ud83d said it",
        "\ud83d said that nine people had been killed \udc00 in Torvik.",
        "A. " * 400,
        "said said. " * 200,
    ],
)
def test_hostile_texts_are_compared_without_a_complaint(text: str) -> None:
    assert compared(text, TOLLS[0], text) is not None
