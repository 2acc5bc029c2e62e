"""What is shown of a statement, and who is said to have said it."""

from __future__ import annotations

import pytest
from contradiction_samples import statements

from readerapp.contradictions.passages import passage_of
from readerapp.model import Passage, Span


def passage(text: str, *cues: str) -> Passage:
    (statement,) = statements(text)
    spans = [Span(text.index(cue), text.index(cue) + len(cue)) for cue in cues]
    return passage_of(text, "1", statement, statement.span, spans)


def speaker(text: str, *cues: str) -> str | None:
    return passage(text, *cues).speaker


HEADLINE = "Nine dead in the blast at the mill, company rejects claims of poor maintenance"


def test_a_count_beside_what_somebody_rejects_is_not_said_by_them() -> None:
    assert speaker(HEADLINE, "Nine") is None


@pytest.mark.parametrize("cue", ["rejects", "poor maintenance"])
def test_what_somebody_rejects_and_the_word_for_it_are_theirs(cue: str) -> None:
    assert speaker(HEADLINE, cue) == "company"


def test_whoever_says_the_whole_passage_says_each_of_its_words() -> None:
    text = "Seven people were killed in the blast at the mill, the county fire service said."
    assert speaker(text, "Seven") == "the county fire service"
    assert speaker(text, "said") == "the county fire service"


def test_what_is_reported_without_quotation_marks_is_no_quotation() -> None:
    text = "The valve of the silo was shut, said the county fire service."
    (statement,) = statements(text)
    found = passage_of(text, "1", statement, Span(0, text.index(", said")), ())
    assert (found.speaker, found.quotation) == ("the county fire service", False)


def test_what_stands_in_quotation_marks_is_one() -> None:
    text = "“The valve of the silo was shut,” said Anna Berg."
    (statement,) = statements(text)
    (content,) = (attribution.content for attribution in statement.attributions)
    assert passage_of(text, "1", statement, content, ()).quotation


def test_a_cue_holds_the_marks_of_its_last_letter() -> None:
    text = "The old cafe\u0301 was not in the plan."
    (found,) = passage(text, "cafe").cues
    assert text[found.start : found.end] == "cafe\u0301"
