"""The list of findings and the list of notes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.text import Text
from textual.widgets import Input, Static, TextArea
from ui_samples import DOCUMENTS, FINDINGS, OPENING, Stage, finding, passage

from readerapp.model import Finding, Kind, Span, Verdict
from readerapp.session import Session
from readerapp.session.own_findings import own_finding
from readerapp.ui.screens.findings_list import FindingsList
from readerapp.ui.screens.notes_list import NotesList
from readerapp.ui.widgets.row_list import RowList


def sitting(findings: tuple[Finding, ...] = FINDINGS) -> Session:
    return Session(DOCUMENTS, findings=findings)


def findings_list(session: Session) -> FindingsList:
    return FindingsList(session, lambda finding, verdict: session.judge(finding.id, verdict))


def rows_of(app: Stage) -> list[str]:
    rows = app.screen.query_one(RowList)
    return [rows.render_line(y).text.rstrip() for y in range(rows.count)]


def heading_of(app: Stage) -> str:
    return str(app.screen.query_one(".heading", Static).render())


def preview_of(app: Stage) -> str:
    return str(app.screen.query_one(".preview Static", Static).render())


async def test_every_finding_is_a_row_with_its_sign_type_score_and_first_words() -> None:
    app = Stage(findings_list(sitting()))
    async with app.run_test(size=(80, 24)):
        rows = rows_of(app)
        assert len(rows) == 4
        assert "≠ number" in rows[0]
        assert ".80" in rows[0]
        assert "The work cost 48 million crowns" in rows[0]
        assert heading_of(app) == "4 findings"


async def test_the_row_under_the_cursor_is_shown_at_length() -> None:
    app = Stage(findings_list(sitting()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down")
        assert OPENING.reason in preview_of(app)
        assert OPENING.passages[1].text in preview_of(app)


async def test_the_list_opens_at_the_current_finding_and_enter_returns_the_chosen_one() -> None:
    session = sitting()
    session.go_to("opening")
    app = Stage(findings_list(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
    assert app.returned == ["waiting"]


async def test_the_filter_keeps_the_rows_in_which_all_words_occur() -> None:
    app = Stage(findings_list(sitting()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"Eleven morning", "enter")
        await pilot.pause()
        assert len(rows_of(app)) == 1
        assert heading_of(app) == "1 of 4 findings"


async def test_escape_leaves_the_filter_then_empties_it_then_leaves_the_list() -> None:
    app = Stage(findings_list(sitting()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"eleven", "enter", "escape")
        await pilot.pause(0.2)
        assert app.screen.query_one(Input).value == ""
        assert len(rows_of(app)) == 4
        await pilot.press("escape")
        await pilot.pause()
    assert app.returned == [None]


async def test_a_filter_that_fits_nothing_says_so() -> None:
    app = Stage(findings_list(sitting()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"zzz", "enter", "enter")
        await pilot.pause()
        assert preview_of(app) == "Nothing to show."
    assert app.returned == []


async def test_verdicts_are_given_from_the_list() -> None:
    session = sitting()
    app = Stage(findings_list(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("y", "down", "x")
        await pilot.pause()
        assert session.annotations.review_of("cost").verdict is Verdict.CONFIRMED
        assert session.annotations.review_of("opening").verdict is Verdict.DISMISSED
        assert "✓" in rows_of(app)[0]
        assert "✗" in rows_of(app)[1]


async def test_a_click_moves_the_cursor_and_a_second_one_chooses() -> None:
    app = Stage(findings_list(sitting()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click(RowList, offset=(10, 2))
        assert app.screen.query_one(RowList).cursor == 2
        await pilot.click(RowList, offset=(10, 2))
        await pilot.pause()
    assert app.returned == ["waiting"]


async def test_brackets_in_an_article_are_no_markup_in_a_list() -> None:
    hostile = replace(
        OPENING, passages=tuple(replace(p, text="[bold]x[/bold] [/]") for p in OPENING.passages)
    )
    app = Stage(findings_list(sitting((hostile,))))
    async with app.run_test(size=(80, 24)):
        assert "[bold]x[/bold] [/]" in rows_of(app)[0]
        assert "[bold]x[/bold] [/]" in preview_of(app)


async def test_of_twenty_thousand_findings_only_those_in_sight_are_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[str] = []
    draw = FindingsList.draw

    def counted(screen: FindingsList, entry: Finding, width: int) -> Text:
        drawn.append(entry.id)
        return draw(screen, entry, width)

    monkeypatch.setattr(FindingsList, "draw", counted)
    many = tuple(replace(OPENING, id=str(number), score=number / 20_000) for number in range(20_000))
    session = sitting(many)
    app = Stage(findings_list(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        assert app.screen.query_one(RowList).cursor == 19_999
    assert 0 < len(set(drawn)) < 100


def with_remarks() -> Session:
    session = sitting()
    session.judge("cost", Verdict.CONFIRMED)
    session.note_finding("waiting", "who counted the years?", ["quotation"])
    ferries = passage("1", "Ferries")
    session.note_passages([("1", Span(ferries.start, ferries.end))], "ask the harbour office")
    return session


async def test_notes_and_judged_findings_are_listed_in_the_order_of_the_text() -> None:
    app = Stage(NotesList(with_remarks(), lambda: None))
    async with app.run_test(size=(80, 24)):
        rows = rows_of(app)
        assert ["who counted" in rows[0], "✓" in rows[1], "ask the harbour" in rows[2]] == [True] * 3
        assert "#quotation" in rows[0]


async def test_notes_are_searched() -> None:
    app = Stage(NotesList(with_remarks(), lambda: None))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"HARBOUR office", "enter")
        await pilot.pause()
        assert len(rows_of(app)) == 1


async def test_without_notes_the_list_says_so() -> None:
    app = Stage(NotesList(sitting(), lambda: None))
    async with app.run_test(size=(80, 24)):
        assert heading_of(app) == "No notes and no verdicts yet"


async def test_a_note_is_chosen_edited_and_removed() -> None:
    session = with_remarks()
    changes: list[int] = []
    app = Stage(NotesList(session, lambda: changes.append(1)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "e")
        await pilot.pause()
        app.screen.query_one(TextArea).text = "asked: until August"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert [note.text for note in session.annotations.notes] == ["asked: until August"]
        await pilot.press("d")
        await pilot.pause()
        assert session.annotations.notes == ()
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert len(session.annotations.notes) == 1
        assert len(changes) == 3
        await pilot.press("end", "enter")
        await pilot.pause()
    assert app.returned == [session.annotations.notes[0].id]


async def test_removing_a_judged_finding_from_the_list_takes_its_verdict_back() -> None:
    session = with_remarks()
    app = Stage(NotesList(session, lambda: None))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("home", "down", "d")
        await pilot.pause()
        assert session.annotations.review_of("cost").is_empty
        assert session.finding("cost") is not None


async def test_the_note_on_a_finding_is_edited_from_the_list() -> None:
    session = sitting((finding("f", *OPENING.passages),))
    session.note_finding("f", "old")
    app = Stage(NotesList(session, lambda: None))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await pilot.pause()
        await pilot.press(*"er", "ctrl+s")
        await pilot.pause()
        assert session.annotations.review_of("f").note == "older"


def with_more_remarks() -> Session:
    session = with_remarks()
    passages = [passage("1", "four firms took part in it"), passage("2", "Four firms took part in the work")]
    session.keep_finding(
        own_finding(passages[0], passages[1], (Kind.OVERLAP, "paraphrase"), "Both count four.")
    )
    return session


def notes_list(session: Session) -> Stage:
    return Stage(NotesList(session, lambda: None))


@pytest.mark.parametrize(
    ("keys", "heading"),
    [
        (("2",), "3 of 4 notes and verdicts   article 2"),
        (("2", "2"), "4 notes and verdicts"),
        (("a",), "1 of 4 notes and verdicts   note"),
        (("a", "a"), "1 of 4 notes and verdicts   contradiction"),
        (("v",), "1 of 4 notes and verdicts   confirmed"),
        (("v", "v"), "3 of 4 notes and verdicts   without a verdict"),
        (("v", "v", "v"), "4 notes and verdicts"),
        (("number_sign",), "1 of 4 notes and verdicts   #quotation"),
        (("s",), "4 notes and verdicts   by time"),
        (("s", "s", "s", "s"), "4 notes and verdicts"),
        (("2", "v", "s", "0"), "4 notes and verdicts   by time"),
        (("slash", *"#quo", "enter"), "1 of 4 notes and verdicts"),
    ],
)
async def test_keys_choose_article_kind_verdict_tag_and_order(keys: tuple[str, ...], heading: str) -> None:
    app = notes_list(with_more_remarks())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert heading_of(app) == heading


async def test_the_cursor_stays_on_its_entry_when_the_list_is_sorted_anew() -> None:
    app = notes_list(with_more_remarks())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "s", "s")
        await pilot.pause()
        assert "ask the harbour office" in preview_of(app)


async def test_an_article_that_is_not_open_cannot_be_chosen() -> None:
    app = notes_list(with_more_remarks())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("7")
        await pilot.pause()
        assert [notice.message for notice in app._notifications] == [
            "There is no article 7: 2 articles open."
        ]


async def test_ones_own_finding_is_listed_without_a_verdict_told_apart_and_removed() -> None:
    session = with_more_remarks()
    app = notes_list(session)
    async with app.run_test(size=(80, 24)) as pilot:
        row = next(number for number, words in enumerate(rows_of(app)) if "own  " in words)
        await pilot.press(*["down"] * row)
        await pilot.pause()
        assert "made by hand" in preview_of(app)
        assert "Both count four." in preview_of(app)
        await pilot.press("d")
        await pilot.pause()
        assert session.annotations.findings == ()
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert len(session.annotations.findings) == 1
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert session.annotations.findings == ()


async def test_undo_and_redo_work_in_the_list_of_findings() -> None:
    session = sitting()
    app = Stage(findings_list(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("y", "ctrl+z")
        await pilot.pause()
        assert session.annotations.is_empty
        assert "✓" not in rows_of(app)[0]
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert "✓" in rows_of(app)[0]
