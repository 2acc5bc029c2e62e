"""Types and scores: which findings are shown, and how the weaker ones come to sight."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reading_samples import evidence, reader, said, screen_text, settled, status
from ui_samples import COST, FINDINGS, OPENING, WAITING

from readerapp.model import Kind, visibility
from readerapp.session import Filters
from readerapp.ui.app import ReaderApp
from readerapp.ui.screens.types_choice import TypesChoice
from readerapp.ui.widgets.checklist import Checklist

DENIAL = replace(COST, id="denial", type="denial", score=0.72)
WEAK = tuple(
    replace(
        COST,
        id=f"weak{number}",
        score=0.3 + number / 100,
        passages=(COST.passages[0], OPENING.passages[number]),
    )
    for number in (0, 1)
)


@pytest.fixture
def weak_are_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Contradictions with a score below .5 are not shown at first."""
    least = {Kind.CONTRADICTION: 0.5, Kind.OVERLAP: 0.0, Kind.UNIQUE: 0.0}
    monkeypatch.setattr(visibility, "DEFAULT_MINIMUM_SCORE", least)


def rows(app: ReaderApp) -> list[str]:
    checklist = app.screen.query_one(Checklist)
    return [" ".join(checklist.render_line(y).text.split()) for y in range(checklist.count)]


async def test_the_types_that_occur_are_listed_with_their_counts() -> None:
    app = reader(findings=(DENIAL, *FINDINGS))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("T")
        await settled(pilot)
        assert rows(app) == [
            "[x] ≠ contradiction, denial 1",
            "[x] ≠ contradiction, number 1",
            "[x] ≈ overlap, edited 2",
            "[x] • only here 1",
            "least score as at first: all are shown",
        ]
        assert "Which findings are shown: 5 of 5 findings" in screen_text(app)


async def test_space_unchecks_a_type_and_enter_applies() -> None:
    app = reader(findings=(DENIAL, *FINDINGS))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("T", "down", "space", "enter")
        await settled(pilot)
        assert app.screen is app.reading
        assert status(app).filters == "without number"
        assert [stop.finding.id for stop in app.reading.session.stops] == [
            "denial",
            "opening",
            "waiting",
            "ferries",
        ]
        assert said(app) == "Shown: without number (4)."
        await pilot.press("T", "down", "space", "enter")
        await settled(pilot)
        assert status(app).filters == ""


async def test_a_kind_of_which_nothing_is_checked_is_left_out_as_a_whole() -> None:
    app = reader(findings=(DENIAL, *FINDINGS))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("T", "o", "enter")
        await settled(pilot)
        assert status(app).filters == "only contradiction, without number"
        await pilot.press("T", "o", "enter")
        await settled(pilot)
        assert app.reading.session.filters == Filters()


async def test_a_kind_that_does_not_occur_is_not_said_to_be_among_the_only_ones() -> None:
    found = tuple(finding for finding in FINDINGS if finding.kind is not Kind.UNIQUE)
    app = reader(findings=(DENIAL, *found))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("T", "o", "enter")
        await settled(pilot)
        assert status(app).filters == "only contradiction, without number"
        await pilot.press("T", "o", "enter")
        await settled(pilot)
        assert app.reading.session.filters == Filters()


async def test_escape_changes_nothing() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("T", "space", "escape")
        await settled(pilot)
        assert app.screen is app.reading
        assert app.reading.session.filters == Filters()


async def test_to_uncheck_everything_is_not_taken() -> None:
    app = reader(findings=(OPENING, WAITING))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("T", "space", "enter")
        await settled(pilot)
        assert isinstance(app.screen, TypesChoice)
        assert "At least one type has to be checked." in screen_text(app)


async def test_a_click_checks_a_type() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("T")
        await settled(pilot)
        await pilot.click(Checklist, offset=(3, 1))
        await settled(pilot)
        assert rows(app)[1].startswith("[ ] ≈ overlap")
        await pilot.click(Checklist, offset=(3, 1))
        await settled(pilot)
        assert rows(app)[1].startswith("[x] ≈ overlap")


async def test_without_findings_there_are_no_types_to_choose() -> None:
    app = reader(findings=())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("T")
        await settled(pilot)
        assert app.screen is app.reading
        assert said(app) == "Nothing was found."


@pytest.mark.usefixtures("weak_are_hidden")
async def test_weaker_findings_are_hidden_at_first_and_one_key_shows_and_hides_them() -> None:
    app = reader(findings=(*FINDINGS, *WEAK))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        words = "1 contradiction, 2 overlaps, 1 statement only here, 2 weaker hidden: a shows them."
        assert words in " ".join(evidence(app).split())
        assert "2 weaker hidden (a)" in screen_text(app)
        await pilot.press("a")
        await settled(pilot)
        assert status(app).place == "6 findings"
        assert status(app).filters == "weaker ones too"
        assert status(app).weaker == ""
        assert said(app) == "Shown: weaker ones too (6)."
        await pilot.press("a")
        await settled(pilot)
        assert status(app).place == "4 findings"
        assert said(app) == "Shown as at first (4; 2 weaker hidden: a shows them)."


async def test_where_none_is_weak_the_key_says_so() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("a")
        assert said(app) == "No weaker findings are hidden."


@pytest.mark.usefixtures("weak_are_hidden")
async def test_nothing_but_weak_findings_is_not_said_to_be_nothing() -> None:
    app = reader(findings=WEAK)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Nothing sure was found; 2 weaker hidden: a shows them." in evidence(app)
        await pilot.press("n")
        assert said(app) == "Nothing sure was found; 2 weaker hidden: a shows them."
        await pilot.press("a", "n")
        await settled(pilot)
        assert app.reading.session.current == WEAK[1]


@pytest.mark.usefixtures("weak_are_hidden")
async def test_a_step_to_contradictions_names_those_that_are_hidden() -> None:
    app = reader(findings=(OPENING, *WEAK))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("c")
        assert said(app) == "There are no contradictions (2 weaker hidden: a shows them)."


@pytest.mark.usefixtures("weak_are_hidden")
async def test_less_than_shows_the_next_weaker_ones_and_greater_than_goes_back() -> None:
    app = reader(findings=(*FINDINGS, *WEAK))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("less_than_sign")
        await settled(pilot)
        assert status(app).filters == "score from 0.3"
        assert status(app).place == "6 findings"
        await pilot.press("greater_than_sign")
        await settled(pilot)
        assert status(app).filters == ""
        assert status(app).place == "4 findings"


@pytest.mark.usefixtures("weak_are_hidden")
async def test_the_list_of_types_counts_the_weaker_ones_and_moves_the_least_score() -> None:
    app = reader(findings=(*FINDINGS, *WEAK))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("T")
        await settled(pilot)
        assert rows(app)[0] == "[x] ≠ contradiction, number 1 + 2 weaker"
        assert rows(app)[-1] == "least score as at first; a shows the weaker ones too"
        await pilot.press("less_than_sign")
        await settled(pilot)
        assert rows(app)[0] == "[x] ≠ contradiction, number 3"
        assert rows(app)[-1] == "least score 0.3"
        await pilot.press("greater_than_sign", "end", "space", "enter")
        await settled(pilot)
        assert app.reading.session.filters == Filters(minimum_score=0.0)


@pytest.mark.usefixtures("weak_are_hidden")
async def test_the_list_of_findings_says_how_many_are_hidden() -> None:
    app = reader(findings=(*FINDINGS, *WEAK))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f")
        await settled(pilot)
        assert "4 of 6 findings   2 weaker hidden: a shows them" in screen_text(app)
