"""Writing a report from the app."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from reading_samples import reader, said, screen_text, settled, status
from textual.pilot import Pilot
from textual.widgets import Input, Static
from ui_samples import DOCUMENTS, FERRIES, FINDINGS

from readerapp.model import Annotations, Kind, Note, Orphan, OrphanCause, ReaderError, Review, Verdict
from readerapp.reports import FORMATS, Format
from readerapp.ui.app import ReaderApp
from readerapp.ui.screens.export import ExportScreen
from readerapp.ui.screens.question import Question
from readerapp.ui.widgets.checklist import Checklist


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def exporting(pilot: Pilot[int], *keys: str) -> None:
    await settled(pilot)
    await pilot.press("E")
    await settled(pilot)
    await pilot.press(*keys)
    await settled(pilot)


def name(app: ReaderApp) -> str:
    return app.screen.query_one(Input).value


def explanation(app: ReaderApp) -> str:
    return str(app.screen.query_one(".explanation", Static).render())


def heading(app: ReaderApp) -> str:
    return str(app.screen.query_one(".heading", Static).render())


async def test_two_keys_write_a_page_and_a_message_says_where(folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(120, 24)) as pilot:
        await exporting(pilot, "enter")
        assert said(app) == f"Written: {folder / '1-2.html'}"
    assert (folder / "1-2.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [path.name for path in folder.iterdir()] == ["1-2.html"]


@pytest.mark.parametrize("format_", FORMATS)
async def test_every_format_can_be_chosen_and_is_written(folder: Path, format_: str) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await exporting(pilot)
        for _ in FORMATS:
            if f"‹ {format_} ›" in screen_text(app):
                break
            await pilot.press("right")
            await settled(pilot)
        written = folder / name(app)
        await pilot.press("enter")
        await settled(pilot)
        assert not isinstance(app.screen, ExportScreen)
    made = FORMATS[format_]
    if isinstance(made, Format):
        assert written.name == f"1-2{made.suffixes[0]}"
        assert written.read_bytes()
    else:
        assert written.name == "1-2"
        assert any(written.iterdir())


async def test_after_another_format_was_chosen_the_name_is_written_at_its_end(folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await exporting(pilot, "left", "right", "right", "tab", "ctrl+u", *"all.md")
        assert name(app) == "all.md"
        await pilot.press("enter")
        await settled(pilot)
    assert [path.name for path in folder.iterdir()] == ["all.md"]


async def test_kinds_least_score_and_texts_are_chosen(folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        # Format csv, json; no contradictions; no texts; at least .8.
        await exporting(
            pilot, "right", "right", "right", "down", "space", "end", "space", "up", "up", "left", "left"
        )
        assert "‹ 0.9 ›" in screen_text(app)
        assert heading(app) == "Write a report: 2 findings, 0 notes"
        await pilot.press("enter")
        await settled(pilot)
    value = json.loads((folder / "1-2.json").read_text(encoding="utf-8"))
    assert [finding["id"] for finding in value["findings"]] == ["opening", "waiting"]
    assert value["documents"][0]["text"] is None


async def test_only_what_was_confirmed_is_written_if_asked_for(folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("i", "y")
        await exporting(pilot, "end", "up", "space", "tab", *(["backspace"] * 4), *"json", "enter")
    value = json.loads((folder / "1-2.json").read_text(encoding="utf-8"))
    assert [finding["id"] for finding in value["findings"]] == [FERRIES.id]


async def test_the_report_begins_with_what_is_shown(folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("k")
        await exporting(pilot)
        assert app.reading.session.filters.kinds == {Kind.CONTRADICTION}
        assert heading(app) == "Write a report: 1 finding, 0 notes"


async def test_notes_on_findings_count_among_the_notes_of_a_report(folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("c", "e", *"why", "ctrl+s")
        await exporting(pilot)
        assert heading(app) == "Write a report: 4 findings, 1 note"
        await pilot.press("down", "space")
        await settled(pilot)
        assert heading(app) == "Write a report: 3 findings, 0 notes"


async def test_what_has_no_place_in_the_articles_any_more_is_counted_too(folder: Path) -> None:
    lost = replace(FINDINGS[0], id="lost", kind=Kind.OVERLAP)
    orphans = (
        Orphan(OrphanCause.TEXT_CHANGED, lost, Review(Verdict.UNSURE)),
        Orphan(OrphanCause.TEXT_CHANGED, note=Note("n", (), "Who?")),
    )
    app = reader(annotations=Annotations(orphans=orphans))
    async with app.run_test(size=(80, 24)) as pilot:
        await exporting(pilot)
        assert heading(app).endswith("0 notes, 2 no longer in the articles")
        await pilot.press(*["down"] * (1 + list(Kind).index(Kind.OVERLAP)), "space")
        await settled(pilot)
        assert heading(app).endswith("0 notes, 1 no longer in the articles")


async def test_a_suffix_that_is_typed_chooses_the_format(folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await exporting(pilot, "tab", *(["backspace"] * 4), *"md")
        assert "‹ markdown ›" in screen_text(app)
        await pilot.press("enter")
        await settled(pilot)
    assert (folder / "1-2.md").read_text(encoding="utf-8").startswith("# Comparison")


async def test_a_file_that_exists_is_replaced_only_after_asking(folder: Path) -> None:
    (folder / "1-2.html").write_text("mine")
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await exporting(pilot)
        assert "exists already" in explanation(app)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, Question)
        await pilot.press("r")
        await settled(pilot)
        assert isinstance(app.screen, ExportScreen)
        assert (folder / "1-2.html").read_text() == "mine"
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("o")
        await settled(pilot)
        assert "Written" in said(app)
    assert (folder / "1-2.html").read_text(encoding="utf-8") != "mine"


async def test_a_folder_with_something_of_the_persons_own_is_never_replaced(folder: Path) -> None:
    (folder / "1-2").mkdir()
    (folder / "1-2" / "diary.txt").write_text("mine")
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await exporting(pilot, "left", "enter")
        await pilot.press("o")
        await settled(pilot)
        assert "diary.txt" in said(app)
    assert [path.name for path in (folder / "1-2").iterdir()] == ["diary.txt"]


def article(folder: Path) -> ReaderApp:
    source = folder / "piece.html"
    source.write_text("<p>An article.")
    documents = (replace(DOCUMENTS[0], source="piece.html", location=str(source)), DOCUMENTS[1])
    return reader(documents, FINDINGS)


async def test_an_article_is_never_written_over(folder: Path) -> None:
    app = article(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await exporting(pilot)
        app.screen.query_one(Input).value = "./piece.html"
        await pilot.press("enter")
        await settled(pilot)
        assert "is one of the articles" in explanation(app)
        assert isinstance(app.screen, ExportScreen)
    assert (folder / "piece.html").read_text() == "<p>An article."


async def test_a_folder_with_an_article_is_never_replaced(folder: Path) -> None:
    app = article(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await exporting(pilot, "left")
        app.screen.query_one(Input).value = str(folder)
        await pilot.press("enter")
        await settled(pilot)
        assert "one of the articles" in explanation(app)
    assert (folder / "piece.html").exists()


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("", "Write the name of a file."),
        ("nowhere/report.html", "There is no folder"),
        ("work.reader.json", "name for a saved comparison"),
        (".", "Write the name of a file."),
        ("inside", "is a folder"),
    ],
)
async def test_a_name_that_cannot_be_is_a_complaint_and_the_screen_stays(
    folder: Path, typed: str, complaint: str
) -> None:
    (folder / "inside").mkdir()
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await exporting(pilot)
        app.screen.query_one(Input).value = typed
        await pilot.press("enter")
        await settled(pilot)
        assert complaint in " ".join(explanation(app).split())
        assert isinstance(app.screen, ExportScreen)


async def test_the_saved_comparison_is_not_written_over_by_its_report(folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
        app.screen.query_one(Input).value = "work.json"
        await pilot.press("enter")
        await settled(pilot)
        before = (folder / "work.json").read_bytes()
        await exporting(pilot)
        app.screen.query_one(Input).value = "work.json"
        await pilot.press("enter")
        await settled(pilot)
        assert "holds the saved comparison" in explanation(app)
    assert (folder / "work.json").read_bytes() == before


async def test_at_least_one_kind_is_needed(folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await exporting(pilot, "down", "space", "down", "space", "down", "space", "enter")
        assert explanation(app) == "At least one kind of finding has to be checked."
    assert list(folder.iterdir()) == []


async def test_brat_holds_the_texts_whatever_was_checked(folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await exporting(pilot, "left", "left", "end", "space")
        assert "[x] the whole texts of the articles (brat needs them)" in screen_text(app)


async def test_a_disk_that_refuses_is_a_message_and_the_app_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*anything: object) -> None:
        raise ReaderError("the disk is full.")

    monkeypatch.setattr("readerapp.ui.reading.exporting.write_atomically", refuse)
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await exporting(pilot, "enter")
        assert said(app) == "No report was written: the disk is full."
        await pilot.press("n")
        await settled(pilot)
        assert status(app).place == "1 of 4"


async def test_a_report_says_how_many_weak_findings_it_leaves_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden: dict[Kind, float] = {Kind.CONTRADICTION: 0.0, Kind.OVERLAP: 0.95, Kind.UNIQUE: 0.0}
    monkeypatch.setattr("readerapp.model.visibility.DEFAULT_MINIMUM_SCORE", hidden)
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await exporting(pilot, "enter")
    assert "1 weaker finding is not reported." in (folder / "1-2.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_everything_fits_on_a_small_screen(folder: Path, size: tuple[int, int]) -> None:
    app = reader()
    async with app.run_test(size=size) as pilot:
        await exporting(pilot)
        assert app.screen.query_one(Input).region.bottom <= size[1] - 1
        assert app.screen.query_one(Checklist).size.height >= (8 if size[1] == 24 else 3)
