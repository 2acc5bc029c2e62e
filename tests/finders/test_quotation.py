"""One utterance in two wordings."""

from __future__ import annotations

import pytest

from readerapp.finders import quotation
from readerapp.finders.quotation import EXCHANGED_SCORE, QUOTED_SCORE, QuotationFinder
from readerapp.language.analysis import Analysis
from readerapp.model import Document, Finding, Notice


def found(*texts: str) -> list[Finding]:
    documents = [
        Document(text=text, source="-", id=str(number), text_sha256=str(number))
        for number, text in enumerate(texts, 1)
    ]
    return [step for step in QuotationFinder().find(Analysis(documents), ()) if isinstance(step, Finding)]


def test_an_exchanged_word_makes_two_wordings_with_that_word_as_the_cue() -> None:
    (finding,) = found(
        "“We will close the old harbour before the winter,” she said.",
        "She said: “We will sell the old harbour before the winter.”",
    )
    assert finding.type == "quotation"
    assert finding.score == EXCHANGED_SCORE
    assert [
        passage.text[cue.start - passage.start : cue.end - passage.start]
        for passage in finding.passages
        for cue in passage.cues
    ] == ["close", "sell"]


def test_a_word_left_out_within_makes_a_weaker_one() -> None:
    (finding,) = found(
        "“Your streets must be so empty in the evenings,” he said.",
        "“Your streets must be empty in the evenings,” he said.",
    )
    assert finding.score == QUOTED_SCORE


def test_a_wording_that_differs_at_the_very_end_is_found() -> None:
    (finding,) = found(
        "“We do not like him, we reject his visit,” he said.",
        "“We do not like him, we reject his message,” he said.",
    )
    assert finding.score == EXCHANGED_SCORE


def test_the_same_words_are_no_two_wordings() -> None:
    text = "“We will close the old harbour before the winter,” she said."
    assert found(text, text) == []


def test_a_shortened_quotation_is_no_other_wording() -> None:
    assert (
        found(
            "“We will close the old harbour before the winter, whatever it costs,” she said.",
            "“We will close the old harbour before the winter,” she said.",
        )
        == []
    )


def test_spelling_numbers_and_what_a_reporter_put_in_do_not_count() -> None:
    assert (
        found(
            "“There were 11 air strikes on the harbour during the night,” he said.",
            "“There were eleven airstrikes on the harbour [of Torvik] during the night,” he said.",
        )
        == []
    )


def test_small_words_do_not_count() -> None:
    assert (
        found(
            "“The safety of the harbour is in the hands of experts,” he said.",
            "“The safety of this harbour is in the hands of the experts,” he said.",
        )
        == []
    )


def test_two_quotations_within_one_article_are_compared() -> None:
    (finding,) = found(
        "“We will close the old harbour before the winter,” she said. Later it was: "
        "“We will keep the old harbour before the winter.”"
    )
    assert "twice in 1" in finding.reason


def test_different_utterances_are_left_in_peace() -> None:
    assert (
        found(
            "“The harbour has to be closed for good,” she said.",
            "“Nobody can close the bridge to the north,” he said.",
        )
        == []
    )


def test_two_ways_to_write_one_letter_are_one_wording() -> None:
    assert (
        found(
            "“The old cafe\u0301 had never burnt before this night,” he said.",
            "“The old caf\u00e9 had never burnt before this night,” he said.",
        )
        == []
    )


def test_the_most_promising_come_first_and_what_is_left_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotation, "MOST_FINDINGS", 1)
    weak = "“Your streets must be {}empty in the evenings,” he said. "
    strong = "“We will {} the old harbour before the winter,” she said."
    texts = (weak.format("so ") + strong.format("close"), weak.format("") + strong.format("sell"))
    documents = [
        Document(text=text, source="-", id=str(number), text_sha256=str(number))
        for number, text in enumerate(texts, 1)
    ]
    steps = list(QuotationFinder().find(Analysis(documents), ()))
    assert [step.score for step in steps if isinstance(step, Finding)] == [EXCHANGED_SCORE]
    assert [step.code for step in steps if isinstance(step, Notice)] == ["pairs-not-examined"]
