"""Selecting in a pane, with the mouse and with the keyboard."""

from __future__ import annotations

from textual import events
from textual.pilot import Pilot
from widget_samples import FERRY, HARBOUR, PanesApp, document, span_of

from readerapp.model import Kind, Span
from readerapp.ui.marks import Mark
from readerapp.ui.widgets.article_pane import ArticlePane

LINES = "The minister said nothing at all about the new budget.\n\nA second paragraph follows here.\n"


async def drag(pilot: Pilot[None], pane: ArticlePane, start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(pane, offset=start)
    await pilot.hover(pane, offset=end)
    await pilot.mouse_up(pane, offset=end)
    await pilot.pause()


async def test_a_drag_selects_the_article_s_own_text_without_the_wrapping() -> None:
    app = PanesApp(document(LINES))
    async with app.run_test(size=(24, 12)) as pilot:
        await drag(pilot, app.pane, (2 + 4, 0), (2 + 2, 2))
        selected = app.pane.selected_span()
        assert selected == Span(4, LINES.index("the new") + 3)
        assert app.screen.get_selected_text() == "minister said nothing at all about the"


async def test_a_drag_over_a_blank_line_keeps_the_line_feeds() -> None:
    app = PanesApp(document(LINES))
    async with app.run_test(size=(70, 12)) as pilot:
        await drag(pilot, app.pane, (2 + 47, 0), (2 + 7, 2))
        assert app.screen.get_selected_text() == "budget.\n\nA second"


async def test_a_drag_upwards_selects_the_same_as_one_downwards() -> None:
    app = PanesApp(document(LINES))
    async with app.run_test(size=(24, 12)) as pilot:
        await drag(pilot, app.pane, (2 + 2, 2), (2 + 4, 0))
        assert app.screen.get_selected_text() == "minister said nothing at all about the"


async def test_a_drag_beside_the_text_selects_to_the_end_of_the_row() -> None:
    app = PanesApp(document("short\nlonger line\nend"))
    async with app.run_test(size=(40, 8)) as pilot:
        await drag(pilot, app.pane, (2 + 2, 0), (30, 1))
        assert app.screen.get_selected_text() == "ort\nlonger line"


async def test_a_drag_into_another_pane_stays_in_the_first() -> None:
    app = PanesApp(document(HARBOUR), document(FERRY, "2"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.mouse_down(app.pane, offset=(2, 0))
        await pilot.hover(app.panes[1], offset=(10, 5))
        await pilot.mouse_up(app.panes[1], offset=(10, 5))
        await pilot.pause()
        selected = app.pane.selected_span()
        assert selected is not None
        assert selected.start == 0
        assert selected.end == app.pane.rows.span(5).end
        assert app.panes[1].selected_span() is None


async def test_a_selection_never_cuts_a_character_in_two() -> None:
    text = "ab👩‍👩‍👧cd e\u0301f"
    app = PanesApp(document(text))
    async with app.run_test(size=(40, 8)) as pilot:
        await drag(pilot, app.pane, (2 + 3, 0), (2 + 3, 0))
        await drag(pilot, app.pane, (2 + 3, 0), (2 + 2, 0))
        assert app.screen.get_selected_text() == "👩‍👩‍👧"


async def test_wide_characters_are_selected_by_the_cells_that_they_take() -> None:
    app = PanesApp(document("漢字かな交じり文"))
    async with app.run_test(size=(40, 8)) as pilot:
        await drag(pilot, app.pane, (2 + 2, 0), (2 + 7, 0))
        assert app.screen.get_selected_text() == "字かな"


async def test_holding_the_pointer_below_the_pane_scrolls_on() -> None:
    text = "\n".join(f"line {n}" for n in range(200))
    app = PanesApp(document(text), evidence=True)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.mouse_down(app.pane, offset=(2, 2))
        await pilot.hover(app.evidence, offset=(5, 3))
        await pilot.pause(0.4)
        assert app.pane.top_row > 4
        await pilot.mouse_up(app.evidence, offset=(5, 3))
        top = app.pane.top_row
        await pilot.pause(0.2)
        assert app.pane.top_row == top
        selected = app.pane.selected_span()
        assert selected is not None
        assert text[selected.start : selected.end].startswith("line 2\n")


async def test_a_drag_is_no_click() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.show_marks([Mark(0, len(HARBOUR), Kind.OVERLAP, "o")])
        await drag(pilot, app.pane, (2, 0), (8, 0))
        assert app.clicked == []
        assert app.pane.selected_span() == Span(0, 7)


async def test_a_click_takes_the_selection_away() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(60, 20)) as pilot:
        await drag(pilot, app.pane, (2, 0), (8, 0))
        await pilot.click(app.pane, offset=(12, 3))
        assert app.pane.selected_span() is None


async def test_a_double_click_selects_the_word() -> None:
    app = PanesApp(document("He didn't pay the well-known firm."))
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.click(app.pane, offset=(2 + 5, 0), times=2)
        assert app.screen.get_selected_text() == "didn't"
        await pilot.click(app.pane, offset=(2 + 21, 0), times=2)
        assert app.screen.get_selected_text() == "well-known"


async def test_a_triple_click_selects_the_paragraph() -> None:
    app = PanesApp(document(LINES))
    async with app.run_test(size=(24, 12)) as pilot:
        await pilot.click(app.pane, offset=(2 + 5, 1), times=3)
        assert app.screen.get_selected_text() == "The minister said nothing at all about the new budget."


async def test_selected_text_has_the_theme_s_background() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(60, 20)) as pilot:
        before = next(iter(app.pane.render_line(0).crop(2, 3))).style
        app.pane.select(Span(0, 7))
        await pilot.pause()
        after = next(iter(app.pane.render_line(0).crop(2, 3))).style
        assert before is not None
        assert after is not None
        assert after.bgcolor == app.screen.get_component_rich_style("screen--selection").bgcolor
        assert after.bgcolor != before.bgcolor
        assert after.color != after.bgcolor


async def test_the_arrows_move_the_caret_and_shift_selects() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(60, 20)) as pilot:
        pane = app.pane
        pane.start_caret(0)
        await pilot.press("right", "right")
        assert (pane.caret, pane.selected_span()) == (2, None)
        await pilot.press("shift+right", "shift+right", "shift+right")
        assert (pane.caret, pane.selected_span()) == (5, Span(2, 5))
        await pilot.press("shift+left")
        assert pane.selected_span() == Span(2, 4)
        await pilot.press("left")
        assert (pane.caret, pane.selected_span()) == (3, None)


async def test_the_space_bar_selects_from_the_caret_on() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.start_caret(0)
        await pilot.press("space", "ctrl+right", "ctrl+right")
        assert app.screen.get_selected_text() == "Harbour bridge "
        await pilot.press("space", "right")
        assert app.pane.selected_span() is None


async def test_words_lines_and_paragraphs_are_steps_of_the_caret() -> None:
    app = PanesApp(document(LINES))
    async with app.run_test(size=(24, 12)) as pilot:
        pane = app.pane
        pane.start_caret(LINES.index("nothing"))
        await pilot.press("end")
        assert pane.caret == LINES.index(" the new")
        await pilot.press("home")
        assert pane.caret == LINES.index("nothing")
        await pilot.press("ctrl+left")
        assert pane.caret == LINES.index("said")
        await pilot.press("right_curly_bracket", "right_curly_bracket")
        assert pane.caret == LINES.index("A second")
        await pilot.press("left_curly_bracket", "ctrl+end")
        assert pane.caret == len(LINES)
        await pilot.press("ctrl+home")
        assert pane.caret == 0


async def test_the_caret_keeps_its_column_over_shorter_rows() -> None:
    app = PanesApp(document("long line here\nab\nanother long line"))
    async with app.run_test(size=(40, 8)) as pilot:
        app.pane.start_caret(8)
        await pilot.press("down")
        assert app.pane.caret == 17
        await pilot.press("down")
        assert app.pane.caret == 18 + 8


async def test_the_caret_does_not_stop_within_a_character() -> None:
    app = PanesApp(document("a👩‍👩‍👧b"))
    async with app.run_test(size=(40, 8)) as pilot:
        app.pane.start_caret(3)
        assert app.pane.caret == 1
        await pilot.press("right")
        assert app.pane.caret == 6


async def test_the_caret_brings_its_row_into_sight() -> None:
    text = "\n".join(f"line {n}" for n in range(100))
    app = PanesApp(document(text))
    async with app.run_test(size=(40, 12)) as pilot:
        app.pane.start_caret(0)
        await pilot.press("ctrl+end")
        assert app.pane.bottom_offset == len(text)
        await pilot.press("pageup", "pageup")
        assert app.pane.caret is not None
        assert app.pane.top_offset <= app.pane.caret < len(text) - 100


async def test_the_caret_is_shown_as_a_cell_of_its_own() -> None:
    app = PanesApp(document("ab\ncd"))
    async with app.run_test(size=(40, 8)) as pilot:
        app.pane.start_caret(1)
        reversed_cells = [s.text for s in app.pane.render_line(0) if s.style and s.style.reverse]
        assert reversed_cells == ["b"]
        await pilot.press("right")
        assert [s.text for s in app.pane.render_line(0) if s.style and s.style.reverse] == [" "]
        app.pane.end_caret()
        assert not any(s.style and s.style.reverse for s in app.pane.render_line(0))


async def test_what_is_selected_stays_so_when_the_caret_goes() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.start_caret(0)
        await pilot.press("shift+ctrl+right", "shift+right", "shift+right")
        app.pane.end_caret()
        await pilot.press("down")
        assert app.pane.caret is None
        assert app.pane.selected_span() is not None


async def test_everything_selected_is_the_whole_text() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(60, 20)):
        app.pane.text_select_all()
        assert app.pane.selected_span() == Span(0, len(HARBOUR))


async def test_a_middle_button_does_nothing() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.show_marks([Mark(0, len(HARBOUR), Kind.OVERLAP, "o")])
        await pilot._post_mouse_events(
            [events.MouseDown, events.MouseUp, events.Click], app.pane, offset=(5, 0), button=2
        )
        assert app.clicked == []


def test_samples_hold_what_tests_look_for() -> None:
    assert span_of(HARBOUR, "Harbour bridge") == Span(0, 14)
