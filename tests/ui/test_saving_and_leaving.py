"""Saving from the app, the recovery file, coming back to the place."""

from __future__ import annotations

import json
import signal
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from reading_samples import reader, said, screen_text, settled, status
from textual.widgets import Input
from ui_samples import DOCUMENTS, FINDINGS, document, passage

from readerapp.model import (
    Annotations,
    Comparison,
    Note,
    ReaderError,
    Review,
    Settings,
    Span,
    Verdict,
)
from readerapp.saving.comparison_file import SavedComparison, read_comparison_file, write_comparison_file
from readerapp.saving.recovery import RecoveryFile, recovery_folder, recovery_for
from readerapp.ui.app import ReaderApp
from readerapp.ui.reading import keeping
from readerapp.ui.reading.keeping import Keeper
from readerapp.ui.screens.note_editor import NoteEditor
from readerapp.ui.screens.question import Question
from readerapp.ui.screens.reading import ReadingScreen
from readerapp.ui.screens.save_as import SaveAs
from readerapp.ui.start import session_of


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reopened(path: Path) -> ReaderApp:
    saved = read_comparison_file(path)
    session = session_of((), Settings(), (), saved)
    return ReaderApp(ReadingScreen(session, Keeper(session, saved=saved, enabled=True), None))


def kept_files() -> list[Path]:
    return list(recovery_folder().rglob("work.json")) if recovery_folder().exists() else []


async def test_the_first_save_shows_where_and_under_which_name_and_then_says_what_was_written(
    folder: Path,
) -> None:
    app = reader()
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "y", "ctrl+s")
        await settled(pilot)
        assert isinstance(app.screen, SaveAs)
        assert app.screen.query_one(Input).value.endswith(".reader.json")
        assert str(folder) in "".join(screen_text(app).split())
        app.screen.query_one(Input).value = "bridge"
        await pilot.press("enter")
        await settled(pilot)
        assert said(app) == f"Saved in {folder / 'bridge.reader.json'}"
        assert not status(app).is_dirty
    saved = read_comparison_file(folder / "bridge.reader.json")
    assert saved.annotations.review_of("cost").verdict is Verdict.CONFIRMED
    assert [f.id for f in saved.comparison.findings] == [f.id for f in FINDINGS]


async def test_later_saves_write_the_same_file_without_asking(folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("n", "x")
        await settled(pilot)
        assert status(app).is_dirty
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert app.reading.is_current
        assert not status(app).is_dirty
    (path,) = folder.glob("*.reader.json")
    assert read_comparison_file(path).annotations.review_of("cost").verdict is Verdict.DISMISSED


async def test_a_failed_save_is_a_message_and_loses_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise ReaderError("a.reader.json cannot be written: the disk is full.")

    monkeypatch.setattr(keeping, "write_comparison_file", refuse)
    app = reader()
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "y", "ctrl+s")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert "the disk is full" in said(app)
        assert status(app).is_dirty
        assert app.reading.session.annotations.review_of("cost").verdict is Verdict.CONFIRMED
    assert list(folder.iterdir()) == []


async def test_an_article_is_never_written_over(folder: Path) -> None:
    article = folder / "article.json"
    article.write_text("the text")
    source = replace(DOCUMENTS[0], source="article.json", location=str(article))
    app = reader((source, DOCUMENTS[1]))
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("w")
        await settled(pilot)
        app.screen.query_one(Input).value = "article.json"
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("o")
        await settled(pilot)
        assert "one of the articles" in said(app)
    assert article.read_text() == "the text"


async def test_leaving_can_save_first(folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "y", "q")
        await settled(pilot)
        assert isinstance(app.screen, Question)
        await pilot.press("s")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
    assert app.return_value == 0
    (path,) = folder.glob("*.reader.json")
    assert read_comparison_file(path).annotations.review_of("cost").verdict is Verdict.CONFIRMED


async def test_leaving_without_a_name_for_the_file_stays(folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "y", "q")
        await settled(pilot)
        await pilot.press("s")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert app.reading.is_current
        assert status(app).is_dirty


async def test_every_change_is_in_the_recovery_file_at_once_and_leaving_removes_it() -> None:
    app = reader(cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        assert kept_files() == []
        await pilot.press("n", "y")
        await settled(pilot)
        (kept,) = kept_files()
        assert "confirmed" in kept.read_text()
        await pilot.press("x")
        await settled(pilot)
        assert "dismissed" in kept.read_text()
        await pilot.press("q")
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
    assert kept_files() == []


async def test_saving_removes_what_was_kept(folder: Path) -> None:
    app = reader(cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "y", "ctrl+s")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert kept_files() == []


async def test_undoing_everything_leaves_nothing_to_recover() -> None:
    app = reader(cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "y", "ctrl+z")
        await settled(pilot)
        assert kept_files() == []


async def test_without_the_users_folders_nothing_is_kept() -> None:
    app = reader(cache=False)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "y")
        await settled(pilot)
        assert not recovery_folder().exists()


async def test_a_recovery_file_that_cannot_be_written_is_told_and_the_app_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*arguments: object) -> None:
        raise ReaderError("The work cannot be kept: the disk is full.")

    monkeypatch.setattr(RecoveryFile, "keep", refuse)
    app = reader(cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "y")
        await settled(pilot)
        assert said(app) == "The work cannot be kept: the disk is full."
        assert app.reading.session.annotations.review_of("cost").verdict is Verdict.CONFIRMED


async def test_work_that_a_thread_could_not_keep_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise ReaderError("The work cannot be kept: the disk is full.")

    monkeypatch.setattr(RecoveryFile, "keep", refuse)
    monkeypatch.setattr(keeping, "_BRIEF", -1.0)
    app = reader(cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "y")
        app.reading.leaving.keeper.flush()
        await settled(pilot)
        assert said(app) == "The work cannot be kept: the disk is full."


def test_what_changes_while_a_thread_keeps_is_kept_by_that_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    session = session_of(DOCUMENTS, Settings(), (), None)
    session.add_findings(FINDINGS)
    keeper = Keeper(session, saved=None, enabled=True)
    kept: list[Annotations] = []
    has_begun, may_go_on = threading.Event(), threading.Event()

    def slow(recovery: RecoveryFile, comparison: Comparison, annotations: Annotations) -> None:
        kept.append(annotations)
        has_begun.set()
        may_go_on.wait(timeout=30)

    monkeypatch.setattr(RecoveryFile, "keep", slow)
    monkeypatch.setattr(keeping, "_BRIEF", -1.0)
    for verdict in Verdict:
        session.judge("cost", verdict)
        keeper.keep(pytest.fail)
        assert has_begun.wait(timeout=30)
    may_go_on.set()
    keeper.flush()
    assert [annotations.review_of("cost").verdict for annotations in kept] == [
        Verdict.CONFIRMED,
        Verdict.UNSURE,
    ]


@pytest.fixture
def waiting_disk(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Saving waits for this event."""
    may_go_on = threading.Event()

    def slow(*arguments: Any, **options: Any) -> SavedComparison:
        may_go_on.wait(timeout=30)
        return write_comparison_file(*arguments, **options)

    monkeypatch.setattr(keeping, "write_comparison_file", slow)
    return may_go_on


async def test_what_is_saved_is_the_comparison_as_it_was_at_the_key(
    folder: Path, waiting_disk: threading.Event
) -> None:
    app = reader(findings=FINDINGS[:2])
    app.reading.leaving.keeper.location = folder / "work.reader.json"
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+s")
        app.reading.session.add_findings(FINDINGS)
        waiting_disk.set()
        await settled(pilot)
        assert app.reading.session.is_dirty
    saved = read_comparison_file(folder / "work.reader.json")
    assert saved.comparison.findings == FINDINGS[:2]


async def test_saving_and_leaving_while_the_file_is_being_written_saves_again_and_leaves(
    folder: Path, waiting_disk: threading.Event
) -> None:
    app = reader()
    path = folder / "work.reader.json"
    app.reading.leaving.keeper.location = path
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+s", "n", "y", "q", "s")
        waiting_disk.set()
        await settled(pilot)
        await settled(pilot)
    assert app.return_value == 0
    assert read_comparison_file(path).annotations.review_of("cost").verdict is Verdict.CONFIRMED


async def test_a_name_that_is_too_long_is_a_complaint_and_nothing_else(folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("w")
        await settled(pilot)
        app.screen.query_one(Input).value = "a" * 300
        await pilot.press("enter")
        await settled(pilot)
        assert "the name is too long" in said(app)
    assert list(folder.iterdir()) == []


async def test_a_note_that_is_being_written_is_kept_when_the_app_is_ended_from_outside() -> None:
    app = reader(cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "e", *"half a no")
        app._ended_by(signal.SIGTERM)
        await pilot.pause()
    (kept,) = kept_files()
    assert "half a no" in kept.read_text()


async def test_a_draft_is_kept_while_the_note_is_open_and_forgotten_when_it_is_given_up() -> None:
    app = reader(cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "e", *"half a no")
        assert isinstance(app.screen, NoteEditor)
        app.screen.tell_draft()
        (kept,) = kept_files()
        assert "half a no" in kept.read_text()
        await pilot.press("escape", "d")
        await settled(pilot)
        assert app.reading.is_current
        assert kept_files() == []
        assert app.reading.session.annotations.is_empty
        assert not app.reading.session.history.can_undo


@pytest.mark.parametrize("keys", [("l", "e"), ()])
async def test_drafts_of_every_note_are_kept(keys: tuple[str, ...]) -> None:
    known = Annotations().with_review("cost", Review(note="old"))
    app = reader(annotations=known, cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        if keys:
            await pilot.press(*keys)
        else:
            app.reading.panes.focused.select(Span(0, 11))
            await pilot.press("m")
        await settled(pilot)
        assert isinstance(app.screen, NoteEditor)
        await pilot.press(*"er words")
        app.screen.tell_draft()
        (kept,) = kept_files()
        assert ("older words" if keys else "er words") in kept.read_text()


@pytest.fixture
def cut_short() -> None:
    """A sitting with the sample articles was killed after it had confirmed the contradiction."""
    session = session_of(DOCUMENTS, Settings(), (), None)
    session.add_findings(FINDINGS)
    session.judge("cost", Verdict.CONFIRMED)
    recovery = RecoveryFile.open_for(DOCUMENTS, enabled=True)
    recovery.keep(session.comparison, session.annotations)
    # The lock is what tells that the process lives; a killed one holds none.
    assert recovery._lock is not None
    recovery._lock.release()


@pytest.mark.usefixtures("cut_short")
async def test_what_a_killed_sitting_left_is_offered_and_taken_over() -> None:
    assert recovery_for(DOCUMENTS) is not None
    app = reader(cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, Question)
        assert "cut short" in screen_text(app)
        assert "1 judged or noted finding and 0 notes on text" in " ".join(
            screen_text(app).replace("│", " ").split()
        )
        await pilot.press("t")
        await settled(pilot)
        assert app.reading.session.annotations.review_of("cost").verdict is Verdict.CONFIRMED
        assert status(app).is_dirty
        # What was taken over is kept by this sitting now, and offered to no other one.
        assert len(kept_files()) == 1
        assert recovery_for(DOCUMENTS) is None


@pytest.mark.usefixtures("cut_short")
async def test_taking_over_keeps_what_stood_in_the_file_that_was_opened() -> None:
    note = Note("9d3cd6c9-7e0f-4a6e-9f0f-0f1f5b6d7a01", (passage("1", "the new harbour bridge"),), "which?")
    known = Annotations().with_review("waiting", Review(Verdict.UNSURE)).with_note(note)
    app = reader(annotations=known, cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("t")
        await settled(pilot)
        annotations = app.reading.session.annotations
        assert annotations.review_of("cost").verdict is Verdict.CONFIRMED
        assert annotations.review_of("waiting").verdict is Verdict.UNSURE
        assert annotations.notes == (note,)


@pytest.mark.usefixtures("cut_short")
async def test_findings_that_were_judged_before_the_end_are_taken_over_with_their_verdicts() -> None:
    app = reader(findings=(), cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("t")
        await settled(pilot)
        assert app.reading.session.findings == (FINDINGS[0],)


@pytest.mark.usefixtures("cut_short")
async def test_what_a_killed_sitting_left_stays_until_this_one_has_it_on_the_disk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*arguments: object) -> None:
        raise ReaderError("The work cannot be kept: the disk is full.")

    monkeypatch.setattr(RecoveryFile, "keep", refuse)
    app = reader(cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("t")
        await settled(pilot)
        assert "the disk is full" in said(app)
    assert recovery_for(DOCUMENTS) is not None


@pytest.mark.usefixtures("cut_short")
async def test_what_stands_in_the_opened_file_already_is_not_offered_and_not_kept_any_longer() -> None:
    recovered = recovery_for(DOCUMENTS)
    assert recovered is not None
    app = reader(annotations=recovered.annotations, cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        assert app.reading.is_current
    assert recovery_for(DOCUMENTS) is None


@pytest.mark.usefixtures("cut_short")
async def test_what_a_killed_sitting_left_can_be_discarded() -> None:
    app = reader(cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
        assert app.reading.session.annotations.is_empty
        assert kept_files() == []


@pytest.mark.usefixtures("cut_short")
async def test_what_a_killed_sitting_left_can_wait_for_another_time() -> None:
    app = reader(cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert app.reading.session.annotations.is_empty
    assert recovery_for(DOCUMENTS) is not None


@pytest.mark.usefixtures("cut_short")
async def test_other_articles_are_not_offered_it() -> None:
    app = reader((document("1", "Other."), document("2", "Words.")), (), cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        assert app.reading.is_current


async def test_a_saved_comparison_opens_with_its_findings_verdicts_notes_and_the_place(folder: Path) -> None:
    app = reader(cache=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "n", "y", "e", *"two days", "ctrl+s")
        await settled(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
        app.screen.query_one(Input).value = "work"
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("q")
        await settled(pilot)
    path = folder / "work.reader.json"
    before = path.read_bytes()
    again = reopened(path)
    async with again.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        session = again.reading.session
        assert [f.id for f in session.findings] == [f.id for f in FINDINGS]
        assert session.annotations.review_of("opening").note == "two days"
        assert status(again).place == "2 of 4"
        assert not status(again).is_dirty
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert said(again) == f"Saved in {path}"
        await pilot.press("q")
        await settled(pilot)
    assert again.return_value == 0
    assert path.read_bytes() == before


async def test_the_file_names_no_folder_of_the_person(folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
    (path,) = folder.glob("*.reader.json")
    assert str(folder) not in path.read_text()
    assert json.loads(path.read_text())["type"] == "AnnotationCollection"
