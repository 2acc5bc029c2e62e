"""Dismissing all findings of a type below a score."""

from __future__ import annotations

from dataclasses import replace

from reading_samples import reader, said, screen_text, settled
from textual.widgets import Static
from ui_samples import COST, FERRIES, OPENING, WAITING

from readerapp.model import Verdict
from readerapp.ui.app import ReaderApp

FAINT = replace(WAITING, id="faint", score=0.3, passages=(WAITING.passages[0], OPENING.passages[1]))
FINDINGS = (COST, OPENING, WAITING, FAINT, FERRIES)


def dismissed(app: ReaderApp) -> set[str]:
    reviews = app.reading.session.annotations.reviews
    return {name for name, review in reviews.items() if review.verdict is Verdict.DISMISSED}


def heading(app: ReaderApp) -> str:
    return str(app.screen.query_one(".heading", Static).render())


async def test_three_keys_dismiss_a_type_below_a_score_and_one_undo_takes_it_back() -> None:
    app = reader(findings=FINDINGS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("o", "X", "9")
        await settled(pilot)
        assert heading(app) == "Dismiss 1 finding: overlap, edited, below 0.90"
        await pilot.press("enter")
        await settled(pilot)
        assert dismissed(app) == {"faint"}
        assert "Dismissed 1 finding (overlap, edited, below 0.90)" in said(app)
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert dismissed(app) == set()
        await pilot.press("ctrl+y")
        await settled(pilot)
        assert dismissed(app) == {"faint"}


async def test_the_counts_can_be_read_on_a_narrow_screen() -> None:
    app = reader(findings=FINDINGS)
    async with app.run_test(size=(40, 24)) as pilot:
        await settled(pilot)
        await pilot.press("o", "X", "9")
        await settled(pilot)
        (row,) = [
            line for line in screen_text(app).split("\n") if "overlap, edited" in line and " of " in line
        ]
        assert "1 of 3" in row


async def test_the_form_begins_at_the_type_and_just_above_the_score_of_the_current_finding() -> None:
    app = reader(findings=FINDINGS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.reading.session.go_to("faint")
        await pilot.press("X")
        await settled(pilot)
        assert heading(app) == "Dismiss 1 finding: overlap, edited, below 0.35"


async def test_type_and_score_are_chosen_with_the_arrows() -> None:
    app = reader(findings=FINDINGS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("X", "end", *["right"] * 7)
        await settled(pilot)
        assert heading(app) == "Dismiss 3 findings: all types, below 0.85"
        await pilot.press("up", "enter")
        await settled(pilot)
        assert dismissed(app) == {"ferries"}


async def test_what_was_judged_stays_as_it_is() -> None:
    app = reader(findings=FINDINGS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("c", "y", "X", "end", "9", "enter")
        await settled(pilot)
        assert dismissed(app) == {"faint", "ferries"}
        assert app.reading.session.annotations.review_of("cost").verdict is Verdict.CONFIRMED


async def test_where_nothing_is_so_weak_the_form_says_so_and_stays() -> None:
    app = reader(findings=FINDINGS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("X", "1", "enter")
        await settled(pilot)
        assert "nothing to dismiss" in heading(app)
        await pilot.press("escape")
        await settled(pilot)
        assert dismissed(app) == set()


async def test_where_everything_is_judged_the_key_says_so() -> None:
    app = reader(findings=(COST,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "y", "X")
        await settled(pilot)
        assert said(app) == "There is no finding without a verdict."
        assert "Dismiss" not in screen_text(app)
