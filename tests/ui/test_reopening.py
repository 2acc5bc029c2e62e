"""Opening a saved comparison whose articles changed: the question, going on with the new text, what is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from reading_samples import ScriptedComparer, said, screen_text, settled

from readerapp.comparing import FindingsArrived
from readerapp.comparison_process import Ended
from readerapp.model import (
    AnchorStatus,
    Annotations,
    Comparison,
    Finding,
    Kind,
    Note,
    OrphanCause,
    Passage,
    Review,
    Verdict,
)
from readerapp.model.identity import FindingIdentities
from readerapp.saving.comparison_file import SavedComparison, read_comparison_file, write_comparison_file
from readerapp.session.remarks import remarks_of
from readerapp.sources import open_sources
from readerapp.ui.app import ReaderApp
from readerapp.ui.reopening import reanchored_screen, reopened
from readerapp.ui.screens.notes_list import NotesList
from readerapp.ui.screens.question import Question
from readerapp.ui.screens.reopened import ReopenedScreen

FIRST = "The mill at Orrin burned down on Friday.\n\nTwo wagons of grain were lost, the miller said.\n\nNobody was hurt.\n"
SECOND = "Fire took the mill.\n\nTwo wagons of grain were lost, the miller told us.\n\nThe mill will be built again.\n"
LOST = "The mill will be built again."


def overlap(comparison: Comparison, words: str) -> Finding:
    passages = []
    for document in comparison.documents:
        start = document.text.index(words)
        passages.append(Passage(document.id, start, start + len(words), words))
    identity = FindingIdentities(comparison.documents).of(Kind.OVERLAP, passages)
    return Finding(identity, Kind.OVERLAP, "verbatim", 0.9, "The same words.", tuple(passages))


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SavedComparison:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(FIRST)
    (tmp_path / "b.txt").write_text(SECOND)
    comparison = Comparison(open_sources(["a.txt", "b.txt"]).documents)
    finding = overlap(comparison, "Two wagons of grain were lost")
    start = SECOND.index(LOST)
    note = Note(
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301", (Passage("2", start, start + len(LOST), LOST),), "by whom?"
    )
    annotations = Annotations(MappingProxyType({finding.id: Review(Verdict.CONFIRMED)}), (note,))
    comparison = replace(comparison, findings=(finding,))
    write_comparison_file(tmp_path / "mill.reader.json", comparison, annotations, overwrite=False)
    return read_comparison_file(tmp_path / "mill.reader.json")


def app_of(screen: ReopenedScreen) -> ReaderApp:
    return ReaderApp(screen)


def change_second(saved: SavedComparison, text: str) -> None:
    (saved.path.absolute().parent / "b.txt").write_text(text)


async def test_unchanged_articles_bring_up_no_question(saved: SavedComparison) -> None:
    app = app_of(reopened(saved, None, cache=False))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert not isinstance(app.screen, Question)


async def test_an_article_that_is_gone_is_told_and_its_saved_text_shown(saved: SavedComparison) -> None:
    (saved.path.absolute().parent / "b.txt").unlink()
    app = app_of(reopened(saved, None, cache=False))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert said(app) == "b.txt is not where it was saved from; the saved text is shown."
        assert "Fire took the mill." in screen_text(app)


async def test_a_changed_article_is_asked_about_with_the_numbers(saved: SavedComparison) -> None:
    change_second(saved, "Corrected.\n\n" + SECOND.replace("\n\n" + LOST, ""))
    app = app_of(reopened(saved, None, cache=False))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, Question)
        shown = screen_text(app)
        assert "b.txt has changed since this was saved." in shown
        assert "2 passages: 1 as before, 1 not found again" in " ".join(shown.split())
        await pilot.press("k")
        await settled(pilot)
        assert "Fire took the mill." in screen_text(app)
        assert app.reading.session.document("2").text == SECOND


async def test_a_changed_article_outside_the_folder_of_the_saved_file_is_asked_about_with_its_path(
    saved: SavedComparison, tmp_path: Path
) -> None:
    folder = tmp_path / "sent"
    folder.mkdir()
    words = saved.path.read_text(encoding="utf-8")
    words = words.replace('"reader:path": "b.txt"', '"reader:path": "../b.txt"')
    (folder / "mill.reader.json").write_text(words, encoding="utf-8")
    change_second(saved, SECOND + "\nCorrected.\n")
    app = app_of(reopened(read_comparison_file(folder / "mill.reader.json"), None, cache=False))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert "../b.txt has changed since this was saved." in screen_text(app)


async def test_a_changed_article_that_only_an_absolute_path_leads_to_is_asked_about_with_that_path(
    saved: SavedComparison, tmp_path: Path
) -> None:
    write_comparison_file(
        saved.path,
        saved.comparison,
        saved.annotations,
        original=saved.original,
        overwrite=True,
        absolute_paths=True,
    )
    folder = tmp_path / "sent"
    folder.mkdir()
    alone = saved.path.rename(folder / "mill.reader.json")
    change_second(saved, SECOND + "\nCorrected.\n")
    app = app_of(reopened(read_comparison_file(alone), None, cache=False))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        shown = screen_text(app)
        assert f"{tmp_path.name}/b.txt"[-20:] + " has changed since" in shown
        assert app.reading.session.document("1").location == str(tmp_path / "a.txt")


@pytest.mark.parametrize("asks", [False, True])
async def test_what_the_app_saves_tells_absolute_paths_where_that_is_asked(
    saved: SavedComparison, asks: bool
) -> None:
    app = app_of(reopened(saved, None, cache=False, absolute_paths=asks))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("n", "x", "ctrl+s")
        await settled(pilot)
    paths = read_comparison_file(saved.path).original.absolute_paths
    folder = saved.path.absolute().parent
    assert paths == ({"1": str(folder / "a.txt"), "2": str(folder / "b.txt")} if asks else {})


async def chosen(
    saved: SavedComparison, words: str = "Two wagons of grain were lost, the miller"
) -> ReopenedScreen:
    """The screen after the person chose the new text, with a comparer that finds some words in both."""
    first = reopened(saved, None, cache=False)
    app = app_of(first)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
    assert first.chosen is not None
    comparison = first.chosen.comparison
    found = overlap(comparison, words)
    comparer = ScriptedComparer([FindingsArrived((found,)), Ended(())])
    return reanchored_screen(saved, first.chosen, comparer, cache=False)


async def test_verdicts_go_over_to_what_is_found_in_the_new_text(saved: SavedComparison) -> None:
    change_second(saved, "Corrected.\n\n" + SECOND.replace("\n\n" + LOST, ""))
    screen = await chosen(saved)
    app = app_of(screen)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        session = app.reading.session
        (finding,) = session.findings
        assert session.annotations.review_of(finding.id).verdict is Verdict.CONFIRMED
        assert said(app) == "Compared again: 1 finding still there, 0 new."
        assert "Corrected." in screen_text(app)
        assert session.is_dirty


async def test_a_verdict_that_went_over_to_other_words_says_so_and_shows_the_old_ones(
    saved: SavedComparison,
) -> None:
    change_second(saved, SECOND.replace("grain were lost", "grain were probably lost"))
    app = app_of(await chosen(saved, "Two wagons of grain were"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        (finding,) = app.reading.session.findings
        anchor = finding.passages[1].anchor
        assert anchor is not None
        assert (anchor.status, anchor.text) == (AnchorStatus.CHANGED, "Two wagons of grain were lost")
        await pilot.press("n")
        await settled(pilot)
        assert "line 3 · changed" in screen_text(app)
        await pilot.press("l")
        await settled(pilot)
        assert "[changed]" in screen_text(app)


async def test_what_lost_its_place_is_in_the_list_of_notes_and_can_be_removed(saved: SavedComparison) -> None:
    change_second(saved, "Corrected.\n\n" + SECOND.replace("\n\n" + LOST, ""))
    screen = await chosen(saved)
    app = app_of(screen)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        app.reading.action_perform("list_notes")
        await settled(pilot)
        assert isinstance(app.screen, NotesList)
        assert remarks_of(app.reading.session)[-1].orphan is OrphanCause.TEXT_CHANGED
        assert "[not found] by whom?" in screen_text(app)
        await pilot.press("end", "d")
        await settled(pilot)
        assert not app.reading.session.annotations.orphans
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert app.reading.session.annotations.orphans


async def test_a_judged_finding_that_is_not_found_again_is_kept(saved: SavedComparison) -> None:
    change_second(saved, "Corrected.\n\n" + SECOND)
    first = reopened(saved, None, cache=False)
    app = app_of(first)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
    assert first.chosen is not None
    app = app_of(reanchored_screen(saved, first.chosen, ScriptedComparer([Ended(())]), cache=False))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        (orphan,) = app.reading.session.annotations.orphans
        assert orphan.cause is OrphanCause.NOT_FOUND_ANEW
        assert orphan.review.verdict is Verdict.CONFIRMED
        assert "1 judged one gone, kept in the list of notes" in said(app)


async def test_the_new_text_is_saved_into_the_same_file_and_opens_without_a_question(
    saved: SavedComparison,
) -> None:
    change_second(saved, "Corrected.\n\n" + SECOND)
    app = app_of(await chosen(saved))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "Saved in" in said(app)
    again = read_comparison_file(saved.path)
    assert again.comparison.documents[1].text.startswith("Corrected.")
    (identity,) = again.annotations.reviews
    assert again.comparison.findings[0].id == identity
    app = app_of(reopened(again, None, cache=False))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert not isinstance(app.screen, Question)
