"""From 40x12 to 250x70, and keeping the place while the size changes."""

from __future__ import annotations

import pytest
from reading_samples import evidence, reader, screen_text, settled, status
from ui_samples import COST, DOCUMENTS, FINDINGS, OPENING, document, finding, passage

from readerapp.ui.widgets.key_line import KeyLine

LONG = "\n\n".join(f"Paragraph {number} of a long article about the harbour." for number in range(1, 200))
FOUR = tuple(document(str(number), f"Article {number} begins.\n\n" + LONG) for number in range(1, 5))


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (250, 70), (20, 6), (1, 1)])
async def test_every_size_shows_something_and_no_key_breaks_it(size: tuple[int, int]) -> None:
    app = reader()
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("n", "enter", "z", "z", "slash", "a", "enter", "escape", "f", "escape", "tab")
        await settled(pilot)
        assert app.reading.session.current is not None


async def test_80_by_24_shows_two_panes_seven_rows_of_evidence_and_the_keys() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert len(app.reading.panes.visible) == 2
        assert app.reading.evidence.size.height in (6, 7)
        assert app.reading.query_one(KeyLine).display


async def test_40_by_12_shows_one_pane_three_rows_of_evidence_and_no_line_of_keys() -> None:
    app = reader()
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        assert len(app.reading.panes.visible) == 1
        assert app.reading.evidence.outer_size.height == 3
        assert not app.reading.query_one(KeyLine).display
        assert "+1 more (Tab)" in screen_text(app)
        await pilot.press("n")
        await settled(pilot)
        assert "1 of 4" in screen_text(app)
        assert evidence(app).strip()


async def test_more_articles_than_fit_are_one_key_away() -> None:
    app = reader(FOUR, ())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert status(app).hidden_panes == "+2 more (Tab)"
        await pilot.press("tab", "tab")
        await settled(pilot)
        assert app.reading.panes.focused.document.id == "3"
        assert app.reading.panes.focused in app.reading.panes.visible
        await pilot.press("4")
        await settled(pilot)
        assert app.reading.panes.focused.document.id == "4"


async def test_the_pane_of_a_passage_is_brought_in() -> None:
    found = finding("far", *(passage(name, "Paragraph 120 of", documents=FOUR) for name in ("1", "4")))
    app = reader(FOUR, (found,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        assert [pane.document.id for pane in app.reading.panes.visible] == ["1", "4"]
        for pane, place in zip(app.reading.panes.visible, found.passages, strict=True):
            assert pane.top_offset <= place.start < pane.bottom_offset


async def test_resizing_keeps_the_place() -> None:
    app = reader((document("1", LONG), document("2", LONG)), ())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("g", *"151", "enter")
        await settled(pilot)
        for size in ((120, 40), (40, 12), (250, 70), (80, 24)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            pane = app.reading.panes.focused
            assert pane.document.text.count("\n", 0, pane.top_offset) in range(148, 152)


async def test_the_current_passage_stays_in_sight_over_a_resize() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        await pilot.resize_terminal(60, 18)
        await settled(pilot)
        pane = app.reading.panes.focused
        place = next(p for p in COST.passages if p.document == pane.document.id)
        assert pane.top_offset <= place.start < pane.bottom_offset


async def test_three_articles_stand_side_by_side_in_120_columns() -> None:
    app = reader((*DOCUMENTS, document("3", "A third article.")), FINDINGS)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert len(app.reading.panes.visible) == 3
        widths = [pane.size.width for pane in app.reading.panes.visible]
        assert max(widths) - min(widths) <= 1
        await pilot.press("o")
        await settled(pilot)
        assert app.reading.session.current == OPENING
