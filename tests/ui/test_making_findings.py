"""Findings that a person makes: two passages, a kind, a type, a reason, with few keys."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from reading_samples import evidence, reader, said, screen_text, settled, status
from textual.pilot import Pilot
from textual.widgets import Input
from ui_samples import DOCUMENTS, FIRST, SECOND

from readerapp.model import Finding, Kind, Origin, Span, Verdict
from readerapp.reports import render
from readerapp.saving.comparison_file import read_comparison_file
from readerapp.ui.app import ReaderApp
from readerapp.ui.screens.relation_form import RELATIONS, RelationForm
from readerapp.ui.widgets.row_list import RowList

SELECT_7 = ["shift+right"] * 7


async def related(pilot: Pilot[int], *keys: str) -> None:
    """Select the first seven letters of both articles and relate them."""
    await pilot.press("v", *SELECT_7, "r", *SELECT_7, "r")
    await settled(pilot)
    await pilot.press(*keys)
    await settled(pilot)


def own(app: ReaderApp) -> Finding:
    (finding,) = app.reading.session.annotations.findings
    return finding


async def test_two_selections_and_one_key_make_a_finding_of_ones_own() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await related(pilot, "enter")
        finding = own(app)
        assert finding.origin is Origin.PERSON
        assert [(p.document, p.text) for p in finding.passages] == [("1", FIRST[:7]), ("2", SECOND[:7])]
        assert finding.type == "account"
        assert datetime.fromisoformat(finding.created or "").tzinfo is not None
        assert app.reading.session.current == finding
        assert "made by hand" in evidence(app)
        assert status(app).mode == ""


async def test_kind_type_and_reason_are_chosen_in_the_form() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await related(pilot, "o", "o", "tab", *"Said twice, carefully", "enter")
        finding = own(app)
        assert (finding.kind, finding.type, finding.reason) == (
            Kind.OVERLAP,
            "edited",
            "Said twice, carefully",
        )


async def test_a_click_selects_as_well_as_the_keyboard_and_the_focus_then_stays() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        one = app.reading.panes.all[0]
        one.select(Span(0, 11))
        await pilot.press("r")
        assert app.reading.panes.focused is one
        assert status(app).mode == "RELATE"
        one.select(Span(34, 44))
        await pilot.press("r", "enter")
        await settled(pilot)
        assert [p.document for p in own(app).passages] == ["1", "1"]


async def test_the_kept_passage_is_marked_until_escape_forgets_it() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        one = app.reading.panes.all[0]
        before = len(one.marks)
        one.select(Span(0, 11))
        await pilot.press("r")
        await settled(pilot)
        assert len(one.marks) == before + 1
        await pilot.press("escape")
        await settled(pilot)
        assert app.reading.relating.first is None
        assert len(one.marks) == before
        assert status(app).mode == ""


async def test_leaving_the_form_keeps_the_first_passage_and_the_selection() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await related(pilot, "escape")
        assert app.reading.session.annotations.is_empty
        await pilot.press("r", "enter")
        await settled(pilot)
        assert own(app).passages[1].text == SECOND[:7]


async def test_a_passage_is_not_related_to_itself() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        one = app.reading.panes.all[0]
        one.select(Span(0, 11))
        await pilot.press("r")
        one.select(Span(5, 20))
        await pilot.press("r")
        await settled(pilot)
        assert "lie upon one another" in said(app)
        assert app.reading.relating.first is not None


async def test_without_a_selection_the_key_says_what_to_do() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "r")
        assert "Select a passage first" in said(app)
        app.reading.panes.all[0].select(Span(0, 11))
        await pilot.press("r", "r")
        assert "Now select the other passage" in said(app)


async def test_it_is_judged_noted_walked_to_and_listed_like_a_found_one() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await related(pilot, "enter", "y", "e", *"whose bridge?", "ctrl+s")
        finding, session = own(app), app.reading.session
        review = session.annotations.review_of(finding.id)
        assert (review.verdict, review.note) == (Verdict.CONFIRMED, "whose bridge?")
        await pilot.press("n", "p")
        await settled(pilot)
        assert session.current == finding
        await pilot.press("f")
        await settled(pilot)
        assert "own" in screen_text(app)
        await pilot.press("slash", *"made by hand", "enter", "enter")
        await settled(pilot)
        assert session.current == finding


async def test_a_report_tells_it_apart() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await related(pilot, "enter")
        session = app.reading.session
        value = json.loads(render(session.comparison, session.annotations))
        assert [f["origin"] for f in value["findings"]].count("person") == 1
        for name in ("markdown", "html", "tei"):
            assert "made by hand" in render(session.comparison, session.annotations, name=name)


async def test_it_is_saved_and_is_there_when_the_comparison_is_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await related(pilot, "enter", "x", "ctrl+s", "enter")
    saved = read_comparison_file(tmp_path / "1-2.reader.json")
    assert saved.annotations.findings == (own(app),)
    assert saved.annotations.review_of(own(app).id).verdict is Verdict.DISMISSED


async def test_undo_takes_it_back_and_redo_goes_to_it_again() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await related(pilot, "enter")
        finding = own(app)
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert app.reading.session.annotations.is_empty
        assert "Undone: finding made by hand" in said(app)
        await pilot.press("ctrl+y")
        await settled(pilot)
        assert app.reading.session.current == finding


@pytest.mark.parametrize("key", ["delete", "backspace"])
async def test_it_is_removed_with_its_verdict_and_undo_brings_both_back(key: str) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await related(pilot, "enter", "y", key)
        finding_count = len(app.reading.session.stops)
        assert app.reading.session.annotations.is_empty
        assert app.reading.session.current is not None
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert len(app.reading.session.stops) == finding_count + 1
        assert app.reading.session.annotations.review_of(own(app).id).verdict is Verdict.CONFIRMED


async def test_what_was_found_cannot_be_removed() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "delete")
        assert "x dismisses" in said(app)
        assert len(app.reading.session.findings) == 4


async def test_the_same_key_on_ones_own_finding_changes_it() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await related(pilot, "tab", *"Rivals", "enter")
        before = own(app)
        await pilot.press("r")
        await settled(pilot)
        assert app.screen.query_one(Input).value == "Rivals"
        await pilot.press("o", "enter")
        await settled(pilot)
        after = own(app)
        assert (after.id, after.reason, after.kind) == (before.id, "Rivals", Kind.OVERLAP)
        assert "overlap" in evidence(app)


async def test_the_form_fits_a_small_screen() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await related(pilot)
        assert isinstance(app.screen, RelationForm)
        assert app.screen.query_one(RowList).size.height >= len(RELATIONS)
        assert app.screen.query_one(Input).region.bottom < 24


async def test_v_in_another_pane_goes_on_selecting_there() -> None:
    app = reader(DOCUMENTS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("v", "tab", "v")
        assert app.reading.judging.selecting is app.reading.panes.all[1]
        assert app.reading.panes.all[0].caret is None
