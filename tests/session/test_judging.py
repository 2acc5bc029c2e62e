"""Verdicts, notes, undo, and what counts as unsaved."""

from __future__ import annotations

import pytest
from session_samples import document, finding

from readerapp.model import Note, Span, Verdict
from readerapp.session import Session
from readerapp.session.history import MAXIMUM_STEPS

WHEN = "2026-01-02T03:04:05+00:00"


@pytest.fixture
def sitting() -> Session:
    found = [finding("a", [("1", 0, 5), ("2", 0, 5)]), finding("b", [("1", 7, 9), ("2", 7, 9)])]
    documents = (document("1", "harbour bridge"), document("2", "bridge harbour"))
    return Session(documents, findings=found, clock=lambda: WHEN)


def test_a_verdict_is_kept_beside_the_finding_with_its_time(sitting: Session) -> None:
    sitting.judge("a", Verdict.CONFIRMED)
    review = sitting.annotations.review_of("a")
    assert (review.verdict, review.modified) == (Verdict.CONFIRMED, WHEN)


def test_a_verdict_taken_back_leaves_no_review(sitting: Session) -> None:
    sitting.judge("a", Verdict.CONFIRMED)
    sitting.judge("a", None)
    assert sitting.annotations.is_empty


def test_a_verdict_keeps_the_note_on_the_finding(sitting: Session) -> None:
    sitting.note_finding("a", "check the date", ["date"])
    sitting.judge("a", Verdict.UNSURE)
    review = sitting.annotations.review_of("a")
    assert (review.note, review.tags, review.verdict) == ("check the date", ("date",), Verdict.UNSURE)


def test_a_note_that_says_the_same_is_no_change(sitting: Session) -> None:
    sitting.note_finding("a", "same")
    sitting.note_finding("a", "same")
    sitting.undo()
    assert not sitting.history.can_undo


def test_a_note_on_selected_text_holds_the_passage_as_it_stands_in_the_document(sitting: Session) -> None:
    note = sitting.note_passages([("1", Span(8, 14))], "which one?")
    assert [passage.text for passage in note.passages] == ["bridge"]
    assert sitting.annotations.notes == (note,)


def test_a_note_can_speak_of_passages_in_two_documents(sitting: Session) -> None:
    note = sitting.note_passages([("1", Span(8, 14)), ("2", Span(0, 6))], "the same bridge?")
    assert [(p.document, p.text) for p in note.passages] == [("1", "bridge"), ("2", "bridge")]


def test_a_note_can_be_rewritten_and_removed(sitting: Session) -> None:
    note = sitting.note_passages([("1", Span(0, 7))], "first")
    sitting.rewrite_note(note, "second", ["port"])
    (changed,) = sitting.annotations.notes
    assert (changed.id, changed.text, changed.tags) == (note.id, "second", ("port",))
    sitting.remove_note(note.id)
    assert sitting.annotations.notes == ()


def test_undo_and_redo_walk_through_the_changes_and_name_them(sitting: Session) -> None:
    sitting.judge("a", Verdict.CONFIRMED)
    sitting.judge("b", Verdict.DISMISSED)
    step = sitting.undo()
    assert step is not None
    assert (step.description, step.finding) == ("verdict dismissed", "b")
    assert sitting.annotations.review_of("b").is_empty
    again = sitting.redo()
    assert again is not None
    assert again.description == "verdict dismissed"
    assert sitting.annotations.review_of("b").verdict is Verdict.DISMISSED


def test_undo_and_redo_say_none_where_there_is_nothing_to_do(sitting: Session) -> None:
    assert sitting.undo() is None
    assert sitting.redo() is None


def test_a_new_change_ends_what_could_be_done_again(sitting: Session) -> None:
    sitting.judge("a", Verdict.CONFIRMED)
    sitting.undo()
    sitting.judge("b", Verdict.CONFIRMED)
    assert sitting.redo() is None


def test_only_the_last_steps_can_be_undone_but_the_result_of_all_is_kept(sitting: Session) -> None:
    for number in range(MAXIMUM_STEPS + 50):
        sitting.note_finding("a", f"note {number}")
    undone = 0
    while sitting.undo() is not None:
        undone += 1
    assert undone == MAXIMUM_STEPS
    assert sitting.annotations.review_of("a").note == "note 49"


def test_work_is_unsaved_from_a_change_until_it_is_saved_or_undone(sitting: Session) -> None:
    assert not sitting.is_dirty
    sitting.judge("a", Verdict.CONFIRMED)
    assert sitting.is_dirty
    sitting.undo()
    assert not sitting.is_dirty
    sitting.redo()
    sitting.mark_saved(sitting.annotations)
    assert not sitting.is_dirty
    sitting.undo()
    assert sitting.is_dirty


def test_a_change_made_while_a_file_was_written_stays_unsaved(sitting: Session) -> None:
    sitting.judge("a", Verdict.CONFIRMED)
    being_written = sitting.annotations
    sitting.judge("b", Verdict.CONFIRMED)
    sitting.mark_saved(being_written)
    assert sitting.is_dirty


def test_what_was_recovered_replaces_the_annotations_in_one_step_that_can_be_undone(sitting: Session) -> None:
    recovered = sitting.annotations.with_note(Note("n", (), "from before"))
    sitting.take_over(recovered, "recovered")
    assert sitting.annotations == recovered
    assert sitting.is_dirty
    sitting.undo()
    assert sitting.annotations.is_empty
