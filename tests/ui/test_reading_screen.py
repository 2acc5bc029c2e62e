"""The main screen: every key, and what is shown after it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reading_samples import evidence, reader, said, screen_text, settled, status
from textual.widgets import Input
from ui_samples import COST, DOCUMENTS, FERRIES, FINDINGS, OPENING, WAITING, document, finding, passage

from readerapp.model import Kind, Notice, Verdict
from readerapp.ui.actions import ACTIONS
from readerapp.ui.app import ReaderApp
from readerapp.ui.screens.findings_list import FindingsList
from readerapp.ui.screens.go_to import GoTo
from readerapp.ui.screens.help import Help
from readerapp.ui.screens.note_editor import NoteEditor
from readerapp.ui.screens.notes_list import NotesList
from readerapp.ui.screens.question import Question
from readerapp.ui.screens.save_as import SaveAs

LONG = "\n\n".join(f"Paragraph {number} of a long article about the harbour." for number in range(1, 200))


def current(app: ReaderApp) -> str | None:
    finding = app.reading.session.current
    return finding.id if finding else None


def focused(app: ReaderApp) -> str:
    return app.reading.panes.focused.document.id


def line_in_sight(app: ReaderApp) -> int:
    pane = app.reading.panes.focused
    return pane.document.text.count("\n", 0, pane.top_offset) + 1


def shown_documents(app: ReaderApp) -> list[str]:
    return [pane.document.id for pane in app.reading.panes.visible]


async def test_the_first_frame_shows_the_articles_side_by_side() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        text = screen_text(app)
        assert "Brightwater opens its new bridge" in text
        assert "Harbour bridge is open at last" in text


async def test_before_the_walk_begins_the_evidence_says_what_there_is() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "1 contradiction, 2 overlaps, 1 statement only here" in evidence(app)
        assert status(app).place == "4 findings"


async def test_n_and_p_walk_through_the_findings_in_their_order() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        walked = []
        for key in ("n", "n", "n", "n", "p", "p"):
            await pilot.press(key)
            await settled(pilot)
            walked.append(current(app))
        assert walked == ["cost", "opening", "waiting", "ferries", "waiting", "opening"]
        assert status(app).place == "2 of 4"
        assert "2 of 4" in screen_text(app)


async def test_from_the_last_finding_n_goes_to_the_first_and_says_so() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("p", "n")
        await settled(pilot)
        assert current(app) == "cost"
        assert said(app) == "From the last to the first."


async def test_the_evidence_shows_the_current_finding_with_its_reason_and_passages() -> None:
    app = reader()
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        shown = " ".join(evidence(app).split())
        assert COST.reason in shown
        assert "48 million" in shown
        assert "52 million" in shown


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("c", "cost"),
        ("C", "cost"),
        ("o", "opening"),
        ("oo", "waiting"),
        ("O", "waiting"),
        ("OO", "opening"),
        ("i", "ferries"),
        ("I", "ferries"),
        ("ooo", "opening"),
    ],
)
async def test_keys_of_a_kind_go_to_findings_of_that_kind(keys: str, expected: str) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)
        assert current(app) == expected


async def test_a_kind_that_nobody_looks_for_is_not_said_to_be_missing() -> None:
    app = reader(findings=(OPENING,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("i")
        assert said(app) == "reader does not look for statements that stand in one article only yet."
        assert current(app) is None


async def test_j_goes_to_what_has_no_verdict_yet() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "y", "j")
        await settled(pilot)
        assert current(app) == "opening"
        await pilot.press("J")
        await settled(pilot)
        assert current(app) == "ferries"


async def test_both_panes_scroll_to_the_passages_of_a_finding() -> None:
    first, second = (
        document("1", LONG + "\n\n" + "The bell rang twice at dawn."),
        document("2", "The bell rang twice at dawn.\n\n" + LONG),
    )
    documents = (first, second)
    bell = finding(
        "bell", *(passage(name, "The bell rang twice at dawn", documents=documents) for name in "12")
    )
    app = reader(documents, (bell,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        for pane in app.reading.panes.visible:
            place = next(p for p in bell.passages if p.document == pane.document.id)
            assert pane.top_offset <= place.start < pane.bottom_offset


async def test_enter_jumps_to_the_counterpart_and_back() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        assert focused(app) == "1"
        await pilot.press("enter")
        await settled(pilot)
        assert focused(app) == "2"
        await pilot.press("enter")
        await settled(pilot)
        assert focused(app) == "1"


async def test_enter_goes_to_the_counterpart_further_down_in_the_same_article() -> None:
    alone = document("1", "The bell rang twice at dawn.\n\n" + LONG + "\n\nThe bell rang twice at dawn.")
    start = alone.text.rindex("The bell")
    first = passage("1", "The bell rang twice at dawn", documents=(alone,))
    twice = finding("twice", first, replace(first, start=start, end=start + len(first.text)))
    app = reader((alone,), (twice,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        pane = app.reading.panes.focused
        assert pane.top_offset <= first.start < pane.bottom_offset
        await pilot.press("enter")
        await settled(pilot)
        assert pane.top_offset <= start < pane.bottom_offset
        await pilot.press("enter")
        await settled(pilot)
        assert pane.top_offset <= first.start < pane.bottom_offset


async def test_enter_before_the_walk_goes_to_the_finding_in_sight() -> None:
    app = reader(findings=(OPENING, WAITING))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert current(app) == "opening"


async def test_enter_on_a_finding_with_one_passage_says_that_there_is_no_counterpart() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("i")
        await settled(pilot)
        await pilot.press("enter")
        assert "no counterpart" in said(app)


@pytest.mark.parametrize(
    ("key", "verdict"), [("y", Verdict.CONFIRMED), ("x", Verdict.DISMISSED), ("u", Verdict.UNSURE)]
)
async def test_a_verdict_is_one_key_and_the_same_key_takes_it_back(key: str, verdict: Verdict) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", key)
        await settled(pilot)
        assert app.reading.session.annotations.review_of("cost").verdict is verdict
        assert verdict in status(app).detail
        assert "● unsaved" in screen_text(app)
        await pilot.press(key)
        await settled(pilot)
        assert app.reading.session.annotations.is_empty
        assert "unsaved" not in screen_text(app)


async def test_a_verdict_without_a_finding_says_where_to_begin() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("y")
        assert said(app) == "Go to a finding first: n goes to the next one."


async def test_undo_and_redo_name_what_they_did_and_go_there() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "y", "n", "ctrl+z")
        await settled(pilot)
        assert said(app) == "Undone: verdict confirmed."
        assert current(app) == "cost"
        await pilot.press("ctrl+y")
        await settled(pilot)
        assert said(app) == "Done again: verdict confirmed."
        await pilot.press("ctrl+y")
        assert said(app) == "There is nothing to do again."


async def test_e_writes_a_note_on_the_finding() -> None:
    app = reader()
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        await pilot.press("n", "e")
        await settled(pilot)
        assert isinstance(app.screen, NoteEditor)
        await pilot.press(*"which sum?", "ctrl+s")
        await settled(pilot)
        assert app.reading.session.annotations.review_of("cost").note == "which sum?"
        assert "which sum?" in evidence(app)


async def test_text_selected_with_the_keyboard_is_noted() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("v")
        assert status(app).mode == "SELECT"
        await pilot.press(*["shift+right"] * 11, "m")
        await settled(pilot)
        assert isinstance(app.screen, NoteEditor)
        await pilot.press(*"a town", "ctrl+s")
        await settled(pilot)
        (note,) = app.reading.session.annotations.notes
        assert [p.text for p in note.passages] == ["Brightwater"]
        assert note.text == "a town"
        assert status(app).mode == ""


async def test_a_note_without_selected_text_says_how_to_select() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("m")
        assert said(app).startswith("Select text first")
        assert "Shift" in said(app)


async def test_a_note_on_selected_text_never_cuts_a_character_as_a_person_sees_it() -> None:
    family = "👨‍👩‍👧"
    app = reader((document("1", f"{family} and more"), document("2", "other words here")), ())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("v", "shift+right", "m")
        await settled(pilot)
        await pilot.press("x", "ctrl+s")
        await settled(pilot)
        (note,) = app.reading.session.annotations.notes
        assert note.passages[0].text == family


async def test_selected_text_is_copied_as_it_stands_in_the_article() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("v", *["shift+down"] * 4, "ctrl+c")
        await settled(pilot)
        assert app.clipboard
        assert app.clipboard in DOCUMENTS[0].text
        assert said(app).startswith("Copied")


async def test_copying_nothing_says_so() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+c")
        assert "nothing was copied" in said(app)
        assert app.is_running


async def test_escape_leaves_selecting() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("v", "shift+right", "escape")
        await settled(pilot)
        assert status(app).mode == ""
        assert app.reading.judging.selected_spans() == []


async def test_tab_goes_to_the_next_pane_and_shift_tab_back() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        places = []
        for key in ("tab", "tab", "shift+tab", "1"):
            await pilot.press(key)
            await settled(pilot)
            places.append(focused(app))
        assert places == ["2", "1", "2", "1"]
        assert app.focused is app.reading.panes.focused


async def test_a_digit_without_an_article_says_how_many_there_are() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("7")
        assert said(app) == "There is no article 7: 2 articles open."


async def test_z_gives_one_pane_the_whole_width_and_shares_it_again() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("tab", "z")
        await settled(pilot)
        assert shown_documents(app) == ["2"]
        assert app.reading.panes.focused.size.width > 60
        await pilot.press("z")
        await settled(pilot)
        assert shown_documents(app) == ["1", "2"]


async def test_escape_leaves_the_zoom() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("z", "escape")
        await settled(pilot)
        assert shown_documents(app) == ["1", "2"]


async def test_one_article_alone_has_one_pane_and_says_so() -> None:
    app = reader(DOCUMENTS[:1], ())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for key in ("tab", "z", "s"):
            await pilot.press(key)
            assert said(app) == "Only one article is open."


async def test_g_goes_to_a_line_and_to_a_percentage() -> None:
    app = reader((document("1", LONG), document("2", LONG)), ())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("g")
        await settled(pilot)
        assert isinstance(app.screen, GoTo)
        await pilot.press(*"101", "enter")
        await settled(pilot)
        assert line_in_sight(app) == 101
        await pilot.press("g", *"0%", "enter")
        await settled(pilot)
        assert line_in_sight(app) == 1


async def test_the_panes_scroll_together_until_s_switches_it_off() -> None:
    app = reader((document("1", LONG), document("2", LONG)), ())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        first, second = app.reading.panes.visible
        await pilot.press("pagedown", "pagedown")
        await settled(pilot)
        assert first.top_row > 0
        assert abs(first.top_row - second.top_row) <= 1
        assert "sync" in screen_text(app)
        await pilot.press("s", "pagedown")
        await settled(pilot)
        assert first.top_row > second.top_row + 3
        assert "⇅" not in screen_text(app)


async def test_scrolling_together_does_not_feed_back_into_the_pane_that_was_scrolled() -> None:
    app = reader((document("1", LONG), document("2", LONG[: len(LONG) // 3])), ())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        first = app.reading.panes.visible[0]
        rows = []
        for _ in range(12):
            await pilot.press("down")
            await settled(pilot)
            rows.append(first.top_row)
        assert rows == list(range(1, 13))


async def test_beside_a_moved_passage_the_panes_keep_the_passage_side_by_side() -> None:
    bell = "The bell rang twice at dawn."
    documents = (
        document("1", LONG + "\n\n" + bell + "\n\n" + LONG),
        document("2", LONG[:900] + "\n\n" + bell + "\n\n" + LONG),
    )
    found = finding("bell", *(passage(name, bell, documents=documents) for name in "12"))
    app = reader(documents, (found,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        await pilot.press("down", "down")
        await settled(pilot)
        rows = []
        for pane, place in zip(app.reading.panes.visible, found.passages, strict=True):
            rows.append(pane.rows.row_of_offset(place.start) - pane.top_row)
        assert abs(rows[0] - rows[1]) <= 1


async def test_search_counts_its_hits_and_n_steps_through_them_until_escape() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"harbour bridge", "enter")
        await settled(pilot)
        assert "1/3" in screen_text(app)
        await pilot.press("n")
        await settled(pilot)
        assert "2/3" in screen_text(app)
        assert focused(app) == "2"
        await pilot.press("N", "N")
        await settled(pilot)
        assert "3/3" in screen_text(app)
        await pilot.press("escape")
        await settled(pilot)
        assert "3/3" not in screen_text(app)
        await pilot.press("n")
        await settled(pilot)
        assert current(app) == "cost"


async def test_a_search_without_hits_says_so() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"zeppelin", "enter")
        await settled(pilot)
        assert said(app) == "“zeppelin” does not occur in any article."
        await pilot.press("n")
        assert "no hits" in said(app)


async def test_letters_typed_into_the_search_are_no_commands() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"nqy")
        await settled(pilot)
        assert app.screen.query_one(Input).value == "nqy"
        assert current(app) is None


async def test_shift_n_without_a_search_says_how_to_begin_one() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("N")
        assert said(app) == "No search is on; / begins one."


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("f", FindingsList),
        ("l", NotesList),
        ("question_mark", Help),
        ("f1", Help),
        ("g", GoTo),
        ("ctrl+s", SaveAs),
        ("w", SaveAs),
    ],
)
async def test_keys_that_open_a_screen_and_escape_that_leaves_it(key: str, screen: type) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(key)
        await settled(pilot)
        assert isinstance(app.screen, screen)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is app.reading


async def test_a_finding_chosen_from_the_list_becomes_the_current_one() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f", "down", "down", "enter")
        await settled(pilot)
        assert current(app) == "waiting"


async def test_k_shows_one_kind_after_the_other_and_then_all() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        shown = []
        for _ in range(4):
            await pilot.press("k")
            await settled(pilot)
            shown.append(status(app).filters)
        assert shown == ["only contradiction", "only overlap", "only unique", ""]


async def test_a_higher_minimum_leaves_weaker_findings_out() -> None:
    weak = replace(FERRIES, id="weak", score=0.05)
    app = reader(findings=(*FINDINGS, weak))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("greater_than_sign")
        await settled(pilot)
        assert status(app).filters == "score from 0.1"
        assert status(app).place == "4 findings"
        await pilot.press("less_than_sign")
        await settled(pilot)
        assert status(app).place == "5 findings"
        await pilot.press("less_than_sign")
        assert said(app) == "All scores are shown."


async def test_h_hides_dismissed_findings_and_shows_them_again() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "x", "h", "n")
        await settled(pilot)
        assert current(app) == "opening"
        assert status(app).place == "1 of 3"
        await pilot.press("h")
        await settled(pilot)
        assert status(app).place == "2 of 4"


async def test_plus_and_minus_give_the_evidence_more_and_fewer_rows() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        before = app.reading.evidence.size.height
        await pilot.press("plus")
        await settled(pilot)
        assert app.reading.evidence.size.height > before
        await pilot.press("minus", "minus", "minus", "minus", "minus")
        await settled(pilot)
        assert app.reading.evidence.size.height == 3
        assert "cannot have fewer rows" in said(app)


async def test_the_evidence_is_scrolled_with_ctrl_and_the_arrows() -> None:
    words = " ".join(f"word{number}" for number in range(400))
    documents = (document("1", words), document("2", words))
    reason = "Both tell of the same words, one after the other. " * 20
    found = finding("long", *(passage(name, words, documents=documents) for name in "12"), reason=reason)
    app = reader(documents, (found,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        before = evidence(app)
        await pilot.press("ctrl+down")
        await settled(pilot)
        assert evidence(app) != before
        await pilot.press("ctrl+up")
        await settled(pilot)
        assert evidence(app) == before


async def test_s_capital_without_a_comparison_says_that_none_is_running() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("S")
        assert said(app) == "No comparison is running."


async def test_nothing_found_is_said_with_its_reason() -> None:
    notice = Notice("nothing-found", "The two articles share no run of words that is not common.")
    app = reader(findings=(), notices=(notice,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "share no run of words" in " ".join(evidence(app).split())
        await pilot.press("n")
        assert said(app) == notice.text


async def test_the_palette_finds_an_action_by_its_words_and_does_it() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p")
        await pilot.pause(0.1)
        await pilot.press(*"next overlap")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause(0.2)
        await settled(pilot)
        assert current(app) == "opening"


async def test_t_offers_the_themes() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("t")
        await pilot.pause(0.1)
        await pilot.press(*"reader-light")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await settled(pilot)
        assert app.theme == "reader-light"


async def test_every_action_of_the_registry_is_carried_out_somewhere() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        missing = [a.name for a in ACTIONS if not app.reading.knows(a.name)]
        assert missing == ["focus_pane"]


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_without_unsaved_work_the_app_is_left_at_once_with_status_0(key: str) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", key)
        await pilot.pause()
        assert not app.is_running or app._exit
    assert app.return_code == 0
    assert app.return_value == 0


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_with_unsaved_work_leaving_asks(key: str) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "y", key)
        await settled(pilot)
        assert isinstance(app.screen, Question)
        await pilot.press("c")
        await settled(pilot)
        assert app.reading.is_current
        await pilot.press(key)
        await settled(pilot)
        await pilot.press("d")
        await pilot.pause()
    assert app.return_value == 0


async def test_a_click_on_a_highlight_goes_to_its_finding() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        pane = app.reading.panes.of("2")
        row = pane.rows.row_of_offset(WAITING.passages[1].start)
        await pilot.click(pane, offset=(8, row - pane.top_row))
        await settled(pilot)
        assert current(app) == "waiting"
        assert focused(app) == "2"


async def test_a_click_goes_to_the_passage_that_was_clicked_on_where_an_article_holds_several() -> None:
    twice = finding(
        "twice",
        passage("2", "Harbour bridge is open at last"),
        passage("2", "A first car crossed it at noon"),
    )
    app = reader(findings=(twice,))
    async with app.run_test(size=(80, 40)) as pilot:
        await settled(pilot)
        pane = app.reading.panes.of("2")
        row = pane.rows.row_of_offset(twice.passages[1].start)
        await pilot.click(pane, offset=(8, row - pane.top_row))
        await settled(pilot)
        assert app.reading.walk.passage == twice.passages[1]


async def test_an_overlap_and_a_contradiction_on_the_same_passages_are_one_stop_that_names_both() -> None:
    both = replace(COST, id="overlap-too", kind=Kind.OVERLAP, type="edited", reason="Much the same words.")
    app = reader(findings=(COST, both))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        assert status(app).place == "1 of 1"
        assert status(app).detail == "also overlap, edited"
