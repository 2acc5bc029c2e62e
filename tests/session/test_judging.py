"""Verdicts, notes, undo, and what counts as unsaved."""

from __future__ import annotations

import pytest
from session_samples import document, finding

from readerapp.model import Comparison, Span, Verdict
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
    sitting.mark_saved(sitting.comparison, sitting.annotations)
    assert not sitting.is_dirty
    sitting.undo()
    assert sitting.is_dirty


def test_a_change_made_while_a_file_was_written_stays_unsaved(sitting: Session) -> None:
    sitting.judge("a", Verdict.CONFIRMED)
    being_written = sitting.annotations
    sitting.judge("b", Verdict.CONFIRMED)
    sitting.mark_saved(sitting.comparison, being_written)
    assert sitting.is_dirty


def test_what_was_recovered_is_merged_in_with_one_step_that_can_be_undone(sitting: Session) -> None:
    sitting.judge("a", Verdict.DISMISSED)
    mine = sitting.note_passages([("1", Span(0, 7))], "of today")
    before = sitting.annotations
    other = Session(sitting.documents, clock=lambda: WHEN)
    other.judge("a", Verdict.CONFIRMED)
    other.judge("b", Verdict.UNSURE)
    theirs = other.note_passages([("1", Span(8, 14))], "from before")
    sitting.take_over(other.comparison, other.annotations)
    assert sitting.annotations.review_of("a").verdict is Verdict.CONFIRMED
    assert sitting.annotations.review_of("b").verdict is Verdict.UNSURE
    assert sitting.annotations.notes == (mine, theirs)
    assert sitting.is_dirty
    sitting.undo()
    assert sitting.annotations == before


def test_findings_that_were_recovered_are_known_from_then_on(sitting: Session) -> None:
    more = finding("c", [("1", 0, 5), ("2", 7, 12)])
    sitting.take_over(Comparison(sitting.documents, (more,)), sitting.annotations)
    assert sitting.finding("c") == more


def test_trying_out_a_change_leaves_everything_as_it_was(sitting: Session) -> None:
    after = sitting.annotations_after(lambda session: session.note_finding("a", "half a no"))
    assert after.review_of("a").note == "half a no"
    assert sitting.annotations.is_empty
    assert not sitting.history.can_undo


def test_findings_that_nobody_saved_are_nothing_to_lose(sitting: Session) -> None:
    sitting.add_findings([finding("c", [("1", 0, 5), ("2", 7, 12)])])
    assert not sitting.is_dirty


def test_findings_that_come_after_a_save_are_unsaved(sitting: Session) -> None:
    sitting.mark_saved(sitting.comparison, sitting.annotations)
    sitting.add_findings([finding("c", [("1", 0, 5), ("2", 7, 12)])])
    assert sitting.is_dirty
    assert not sitting.has_unsaved_work
    sitting.mark_saved(sitting.comparison, sitting.annotations)
    assert not sitting.is_dirty


def test_a_comparison_says_that_it_is_incomplete_until_it_has_come_to_its_end(sitting: Session) -> None:
    sitting.is_complete = False
    assert [notice.code for notice in sitting.comparison.notices] == ["comparison-incomplete"]
    sitting.mark_saved(sitting.comparison, sitting.annotations)
    assert not sitting.is_dirty
    sitting.is_complete = True
    assert sitting.comparison.notices == ()
    assert sitting.is_dirty


def test_a_comparison_that_was_saved_incomplete_stays_so_when_it_is_reopened(sitting: Session) -> None:
    sitting.is_complete = False
    saved = sitting.comparison
    again = Session(saved.documents, findings=saved.findings, notices=saved.notices)
    assert again.comparison == saved
    again.mark_saved(again.comparison, again.annotations)
    assert not again.is_dirty
