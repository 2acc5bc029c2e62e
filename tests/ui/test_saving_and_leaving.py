"""Saving from the app, the recovery file, coming back to the place."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from reading_samples import reader, said, screen_text, settled, status
from textual.widgets import Input
from ui_samples import DOCUMENTS, FINDINGS, document

from readerapp.model import ReaderError, Settings, Verdict
from readerapp.saving.comparison_file import read_comparison_file
from readerapp.saving.recovery import RecoveryFile, recovery_folder, recovery_for
from readerapp.ui.app import ReaderApp
from readerapp.ui.reading import keeping
from readerapp.ui.reading.keeping import Keeper
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
        await pilot.press("t")
        await settled(pilot)
        assert app.reading.session.annotations.review_of("cost").verdict is Verdict.CONFIRMED
        assert status(app).is_dirty
        # What was taken over is kept by this sitting now, and offered to no other one.
        assert len(kept_files()) == 1
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
