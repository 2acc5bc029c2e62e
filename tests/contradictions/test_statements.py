from __future__ import annotations

from contradiction_samples import documents, statements
from hypothesis import given
from hypothesis import strategies as st

from readerapp.contradictions.statements import statements_of, weight_of
from readerapp.language.analysis import Analysis
from readerapp.language.report_verbs import Stance


def test_a_statement_knows_its_document_and_its_number_there() -> None:
    found = statements(
        "The bridge was closed on Monday. The mayor opened it again.", "The bridge stayed open all week."
    )
    assert [(each.document, each.place) for each in found] == [(0, 0), (0, 1), (1, 0)]


def test_a_line_of_three_words_states_nothing() -> None:
    assert statements("By Ann Lee\n\nThe bridge was closed on Monday.")[0].text.startswith("The bridge")


def test_function_words_and_report_verbs_carry_no_meaning() -> None:
    (found,) = statements("The mayor said that the bridge was closed.")
    assert found.bases == {"mayor", "bridge", "close"}


def test_a_rare_word_weighs_more_than_one_that_stands_everywhere() -> None:
    assert weight_of(1, 100) > weight_of(10, 100) > weight_of(100, 100)


def test_a_negated_word_is_known_with_its_cue() -> None:
    text = "The minister did not resign over the affair."
    (found,) = statements(text)
    cue = found.negated["resign"]
    assert text[cue.start : cue.end] == "not"


def test_a_word_that_is_negated_twice_is_not_negated() -> None:
    (found,) = statements("The minister did not deny the meeting with the lobbyist.")
    assert "meeting" not in found.negated


def test_the_speaker_and_the_stance_of_a_denial_are_known() -> None:
    (found,) = statements("Anna Berg denied that the tests had been forged.")
    assert Stance.DENIED in found.stances
    assert found.speakers == {"anna berg"}


def test_a_question_and_a_condition_are_told() -> None:
    question, condition = statements(
        "Did the company hide the results of the tests?", "The tests would fail if the valve stuck."
    )
    assert question.is_question
    assert not condition.is_question
    assert condition.is_conditional


def test_a_table_in_one_endless_sentence_is_no_statement() -> None:
    assert statements("word " * 1000 + "end") == []


@given(st.text(max_size=300))
def test_every_span_lies_in_the_text(text: str) -> None:
    for found in statements_of(Analysis(documents(text))):
        assert 0 <= found.span.start < found.span.end <= len(text)
        for word in found.words:
            assert found.span.contains(word.span)
