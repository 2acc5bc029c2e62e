"""One article in a pane: reading, scrolling, places."""

from __future__ import annotations

from rich.cells import cell_len
from widget_samples import FERRY, HARBOUR, PanesApp, document, line_of, mark, span_of

from readerapp.model import Kind, Span
from readerapp.ui.marks import Mark
from readerapp.ui.themes import default_variables

LONG = "\n".join(f"Paragraph {n} tells of things that happened in the year {1500 + n}." for n in range(400))

COLORS = default_variables(True)


def style_at(app: PanesApp, part: str, *, pane: int = 0) -> tuple[str | None, bool, bool]:
    """Background, boldness and underline of the first character of a part."""
    shown = app.panes[pane]
    offset = shown.document.text.index(part)
    row = shown.rows.row_of_offset(offset)
    strip = shown.render_line(row - shown.scroll_offset.y)
    column = 2 + shown.rows.column_of(offset)
    segment = next(iter(strip.crop(column, column + 1)))
    assert segment.style is not None
    color = segment.style.bgcolor
    return (color.name if color else None), bool(segment.style.bold), bool(segment.style.underline)


async def test_a_text_is_wrapped_to_its_pane() -> None:
    app = PanesApp(document("The minister said nothing at all about the new budget."))
    async with app.run_test(size=(24, 10)):
        assert [line_of(app.pane, y) for y in range(4)] == [
            "  The minister said",
            "  nothing at all about",
            "  the new budget.",
            "",
        ]


async def test_markup_in_an_article_is_shown_as_it_is_written() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(100, 24)):
        assert any("[bold]Nobody asked us[/bold]" in line_of(app.pane, y) for y in range(12))


async def test_rows_are_no_longer_than_a_comfortable_measure() -> None:
    app = PanesApp(document("word " * 200))
    async with app.run_test(size=(200, 10)):
        assert max(cell_len(line_of(app.pane, y)) for y in range(5)) <= 102


async def test_every_line_fills_the_pane_exactly() -> None:
    app = PanesApp(document("漢字 👩‍👩‍👧 e\u0301\t🇩🇪 word " * 40))
    async with app.run_test(size=(31, 12)):
        width = app.pane.size.width
        assert all(app.pane.render_line(y).cell_length == width for y in range(10))
        assert all(cell_len(app.pane.render_line(y).text) == width for y in range(10))


async def test_arrows_pages_and_ends_scroll() -> None:
    app = PanesApp(document(LONG))
    async with app.run_test(size=(80, 20)) as pilot:
        pane = app.pane
        await pilot.press("down", "down", "up")
        assert pane.top_row == 1
        await pilot.press("pagedown")
        assert pane.top_row == 1 + pane.height_in_rows - 2
        await pilot.press("end")
        assert pane.percentage == 100
        assert line_of(pane, pane.height_in_rows - 1).endswith("1899.")
        await pilot.press("home", "space")
        assert pane.top_row == pane.height_in_rows - 2


async def test_an_offset_is_put_where_it_is_wanted() -> None:
    app = PanesApp(document(LONG))
    async with app.run_test(size=(80, 32)):
        offset = LONG.index("Paragraph 200")
        app.pane.scroll_to_offset(offset, position=0.5)
        row = app.pane.rows.row_of_offset(offset)
        assert row - app.pane.top_row == app.pane.height_in_rows // 2


async def test_passages_put_at_the_same_share_stand_beside_one_another() -> None:
    app = PanesApp(document(HARBOUR * 9), document(FERRY * 9, "2"))
    async with app.run_test(size=(80, 18)):
        offsets = (HARBOUR.index("told reporters") + 2 * len(HARBOUR), FERRY.index("Mayor") + 2 * len(FERRY))
        for rows_down in range(app.pane.height_in_rows):
            places = []
            for pane, offset in zip(app.panes, offsets, strict=True):
                pane.scroll_to_offset(offset, position=rows_down / pane.height_in_rows)
                places.append(pane.rows.row_of_offset(offset) - pane.top_row)
            assert places == [rows_down, rows_down]


async def test_a_place_wanted_before_the_first_frame_is_kept() -> None:
    app = PanesApp(document(LONG))
    offset = LONG.index("Paragraph 200")
    app.pane.scroll_to_offset(offset, position=0.0)
    async with app.run_test(size=(80, 20)):
        assert app.pane.top_offset == offset


async def test_a_pane_that_is_not_on_the_screen_can_be_sent_to_a_place() -> None:
    app = PanesApp(document(LONG), document(LONG, "2"))
    async with app.run_test(size=(80, 20)) as pilot:
        app.columns[1].display = False
        await pilot.pause()
        app.panes[1].scroll_to_offset(LONG.index("Paragraph 200"), position=0.0)
        app.columns[1].display = True
        await pilot.pause()
        assert app.panes[1].top_offset == LONG.index("Paragraph 200")


async def test_articles_of_millions_of_characters_keep_their_place_when_they_are_wrapped_anew() -> None:
    text = "\n".join("The minister said on Tuesday that the “budget” would come. " * 6 for _ in range(28_000))
    app = PanesApp(document(text), document(text, "2"))
    async with app.run_test(size=(160, 48)) as pilot:
        app.pane.scroll_to_offset(5_000_000, position=0.0)
        await pilot.resize_terminal(100, 48)
        await pilot.pause()
        assert app.pane.top_offset <= 5_000_000 < app.pane.bottom_offset


async def test_what_is_in_sight_already_is_not_scrolled_to() -> None:
    app = PanesApp(document(LONG))
    async with app.run_test(size=(80, 20)):
        pane = app.pane
        pane.reveal(span_of(LONG, "Paragraph 5 tells"))
        assert pane.top_row == 0
        pane.reveal(span_of(LONG, "Paragraph 300 tells"))
        assert pane.top_offset < LONG.index("Paragraph 300") < pane.bottom_offset


async def test_a_change_of_width_keeps_the_place() -> None:
    app = PanesApp(document(LONG))
    async with app.run_test(size=(90, 20)) as pilot:
        app.pane.scroll_to_offset(LONG.index("Paragraph 200"), position=0.0)
        for width in (40, 120, 33, 90):
            await pilot.resize_terminal(width, 20)
            await pilot.pause()
        assert app.pane.top_offset == LONG.index("Paragraph 200")


async def test_a_change_of_height_keeps_a_passage_in_sight() -> None:
    app = PanesApp(document(LONG))
    async with app.run_test(size=(80, 40)) as pilot:
        offset = LONG.index("Paragraph 200")
        app.pane.scroll_to_offset(offset)
        await pilot.resize_terminal(80, 12)
        await pilot.pause()
        assert app.pane.top_offset <= offset < app.pane.bottom_offset


async def test_a_place_scrolled_to_by_key_survives_a_resize_and_back() -> None:
    app = PanesApp(document(LONG))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("pagedown", "pagedown", "down")
        before = app.pane.top_offset
        await pilot.resize_terminal(35, 30)
        await pilot.pause()
        await pilot.resize_terminal(80, 20)
        await pilot.pause()
        assert app.pane.top_offset == before


async def test_the_percentage_follows_the_scrolling() -> None:
    app = PanesApp(document(LONG))
    async with app.run_test(size=(80, 21)):
        assert app.pane.percentage == 0
        app.pane.scroll_to_offset(LONG.index("Paragraph 190"), position=0.0)
        assert app.pane.percentage == 50


async def test_an_empty_article_has_a_place_too() -> None:
    app = PanesApp(document(""))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("pagedown", "end", "up")
        app.pane.start_caret(0)
        await pilot.press("right", "shift+left", "down")
        assert (app.pane.top_offset, app.pane.bottom_offset, app.pane.percentage) == (0, 0, 100)
        assert app.pane.selected_span() is None


async def test_the_wheel_scrolls_and_tells() -> None:
    app = PanesApp(document(LONG), document(FERRY, "2"))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot._post_mouse_events([_wheel_down()], app.pane)
        await pilot.pause()
        assert app.pane.top_row > 0
        assert app.columns[0].header.render_line(0).text.rstrip().endswith("%")


def _wheel_down() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_kinds_are_told_apart_without_colour() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(90, 24)) as pilot:
        app.pane.show_marks(
            [
                mark(HARBOUR, "Harbour bridge", Kind.UNIQUE, "u"),
                mark(HARBOUR, "The old harbour", Kind.CONTRADICTION, "c"),
                mark(HARBOUR, "“We cannot", Kind.OVERLAP, "o"),
                Mark(*span_of(HARBOUR, "Shop owners"), "note", "n"),
            ]
        )
        await pilot.pause()
        signs = [line_of(app.pane, y)[:2].strip() for y in range(12)]
        assert [sign for sign in signs if sign] == ["•", "≠", "≈", "✎"]


async def test_a_stronger_passage_gives_the_background_and_the_other_the_underline() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(90, 24)) as pilot:
        app.pane.show_marks(
            [
                mark(HARBOUR, "Engineers found cracks in four", Kind.OVERLAP, "o"),
                mark(HARBOUR, "cracks", Kind.CONTRADICTION, "c"),
            ]
        )
        await pilot.pause()
        assert style_at(app, "Engineers") == (COLORS["reader-overlap"], False, False)
        assert style_at(app, "cracks") == (COLORS["reader-contradiction"], True, True)
        assert style_at(app, "four") == (COLORS["reader-overlap"], False, False)


async def test_the_current_finding_stands_out_with_a_bar_in_the_gutter() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(90, 24)) as pilot:
        app.pane.show_marks([mark(HARBOUR, "Harbour bridge", Kind.OVERLAP, "o")])
        await pilot.pause()
        plain = style_at(app, "Harbour bridge")
        assert line_of(app.pane, 0).startswith(" ≈Harbour")
        app.pane.show_current("o")
        await pilot.pause()
        assert line_of(app.pane, 0).startswith("▌≈Harbour")
        assert style_at(app, "Harbour bridge")[0] != plain[0]
        assert style_at(app, "Harbour bridge")[1]
        app.pane.show_current(None)
        assert style_at(app, "Harbour bridge") == plain


async def test_a_dismissed_finding_has_no_background_and_a_sign_of_its_own() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(90, 24)):
        plain = style_at(app, "closes")[0]
        app.pane.show_marks([Mark(0, 14, Kind.OVERLAP, "o", dismissed=True)])
        assert line_of(app.pane, 0).startswith(" ×Harbour")
        assert style_at(app, "Harbour")[0] == plain


async def test_hits_of_a_search_are_shown_and_the_current_one_stands_out() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(90, 24)):
        hits = [span_of(HARBOUR, "old"), span_of(HARBOUR, "cracks")]
        app.pane.show_hits(hits, 1)
        assert style_at(app, "old")[0] == COLORS["reader-search"]
        assert style_at(app, "cracks")[0] == COLORS["reader-search-current"]
        app.pane.show_hits((), None)
        assert style_at(app, "old")[0] == style_at(app, "closes")[0]


async def test_the_pane_takes_the_colours_of_another_theme_at_once() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(60, 20)) as pilot:
        before = style_at(app, "Harbour")[0]
        app.theme = "textual-light"
        await pilot.pause()
        assert style_at(app, "Harbour")[0] != before


async def test_the_positions_of_panes_can_be_compared() -> None:
    app = PanesApp(document(LONG))
    async with app.run_test(size=(80, 20)) as pilot:
        pane = app.pane
        assert pane.middle_position() == 0
        await pilot.press("end")
        assert pane.middle_position() == len(LONG)
        pane.scroll_to_offset(len(LONG) / 2, position=0.5)
        assert pane.sync_share == 0.5
        assert abs(pane.middle_position() - len(LONG) / 2) < 70


async def test_a_click_beside_the_text_leaves_marks_alone() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(90, 24)) as pilot:
        app.pane.show_marks([Mark(0, len(HARBOUR), Kind.OVERLAP, "o")])
        await pilot.click(app.pane, offset=(80, 0))
        await pilot.click(app.pane, offset=(80, 20))
        assert app.clicked == []


async def test_a_click_on_passages_tells_of_all_findings_there() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(90, 24)) as pilot:
        app.pane.show_marks(
            [
                mark(HARBOUR, "Harbour bridge", Kind.OVERLAP, "o"),
                mark(HARBOUR, "bridge", Kind.CONTRADICTION, "c"),
            ]
        )
        await pilot.click(app.pane, offset=(2 + 9, 0))
        await pilot.click(app.pane, offset=(2 + 1, 0))
        assert app.clicked == [("c", "o"), ("o",)]


async def test_a_click_on_a_sign_in_the_gutter_tells_of_the_findings_that_begin_there() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(90, 24)) as pilot:
        app.pane.show_marks([mark(HARBOUR, "bridge", Kind.CONTRADICTION, "c")])
        await pilot.click(app.pane, offset=(1, 0))
        assert app.clicked == [("c",)]


async def test_an_end_of_the_visible_part_is_the_end_of_the_last_row() -> None:
    app = PanesApp(document("one\ntwo\nthree"))
    async with app.run_test(size=(30, 10)):
        assert Span(app.pane.top_offset, app.pane.bottom_offset) == Span(0, 13)
        assert app.pane.visible_share == (0.0, 1.0)
