"""What stands around an article: the line above it and the strip beside it."""

from __future__ import annotations

from widget_samples import FERRY, HARBOUR, PanesApp, document, mark

from readerapp.model import Document, Kind
from readerapp.ui.marks import Mark
from readerapp.ui.widgets.overview import OverviewStrip
from readerapp.ui.widgets.pane_column import PaneColumn
from readerapp.ui.widgets.pane_header import describe

LONG = "\n".join(f"line {n:03}" for n in range(1000))


def header_of(column: PaneColumn) -> str:
    return column.header.render_line(0).text


def cells_of(strip: OverviewStrip) -> str:
    return "".join(strip.render_line(y).text for y in range(strip.size.height))


async def test_the_line_above_an_article_names_it_and_its_source() -> None:
    app = PanesApp(document(HARBOUR, "1", "Harbour bridge", "papers/harbour.txt"))
    async with app.run_test(size=(60, 20)):
        assert header_of(app.columns[0]).startswith("▸1 Harbour bridge · harbour.txt")
        assert header_of(app.columns[0]).endswith(" 100 % ")


async def test_a_title_that_does_not_fit_ends_in_an_ellipsis() -> None:
    app = PanesApp(document(HARBOUR, "1", "A very long headline about the harbour bridge"))
    async with app.run_test(size=(30, 10)):
        header = header_of(app.columns[0])
        assert len(header) == 30
        assert "A very long headlin…" in header


async def test_a_title_cannot_move_the_cursor_or_set_markup() -> None:
    app = PanesApp(document(HARBOUR, "1", "\x1b[31m[red]Title[/red]\n漢字"))
    async with app.run_test(size=(60, 20)):
        assert header_of(app.columns[0]).startswith("▸1 �[31m[red]Title[/red] 漢字")


async def test_the_pane_with_the_focus_is_marked_without_colour_too() -> None:
    app = PanesApp(document(HARBOUR), document(FERRY, "2"))
    async with app.run_test(size=(80, 20)) as pilot:
        assert [header_of(column)[0] for column in app.columns] == ["▸", " "]
        app.panes[1].focus()
        await pilot.pause()
        assert [header_of(column)[0] for column in app.columns] == [" ", "▸"]


def test_author_and_date_stand_behind_the_source() -> None:
    article = Document(
        HARBOUR, "https://example.org/a", title="Bridge", author="H. Moor", published="2026-05-03T10:00:00"
    )
    assert describe(article) == "Bridge · https://example.org/a · H. Moor · 2026-05-03"


def test_a_title_that_is_the_file_name_is_said_once() -> None:
    assert describe(Document(HARBOUR, "harbour.txt", title="harbour.txt")) == "harbour.txt"


async def test_the_strip_shows_where_findings_lie_in_the_whole_text() -> None:
    app = PanesApp(document(LONG))
    async with app.run_test(size=(60, 21)) as pilot:
        end = len(LONG)
        app.pane.show_marks(
            [
                Mark(end // 2 + 20, end // 2 + 25, Kind.CONTRADICTION, "c"),
                Mark(end - 5, end, Kind.OVERLAP, "o", type="verbatim"),
                Mark(end // 4, end // 4 + 5, Kind.UNIQUE, "u", dismissed=True),
            ]
        )
        await pilot.pause()
        assert cells_of(app.columns[0].overview) == "┃" + " " * 9 + "≠" + " " * 8 + "="


async def test_the_strip_shows_the_part_that_is_in_sight() -> None:
    app = PanesApp(document(LONG))
    async with app.run_test(size=(60, 21)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        assert cells_of(app.columns[0].overview) == " " * 19 + "┃"


async def test_the_strip_shows_where_the_current_finding_is() -> None:
    app = PanesApp(document(LONG))
    async with app.run_test(size=(60, 21)) as pilot:
        app.pane.show_marks([Mark(len(LONG) // 2, len(LONG) // 2 + 5, Kind.OVERLAP, "o")])
        app.pane.show_current("o")
        await pilot.pause()
        assert cells_of(app.columns[0].overview)[10] == "◆"


async def test_the_strongest_kind_wins_a_cell() -> None:
    app = PanesApp(document(LONG))
    async with app.run_test(size=(60, 21)) as pilot:
        marks = [
            Mark(4500, 4510, kind, kind.value) for kind in (Kind.UNIQUE, Kind.CONTRADICTION, Kind.OVERLAP)
        ]
        app.pane.show_marks(marks)
        await pilot.pause()
        assert cells_of(app.columns[0].overview)[10] == "≠"


async def test_beside_a_short_text_the_signs_stand_beside_their_rows() -> None:
    app = PanesApp(document(HARBOUR))
    async with app.run_test(size=(90, 40)) as pilot:
        app.pane.show_marks([mark(HARBOUR, "Shop owners", Kind.UNIQUE, "u")])
        await pilot.pause()
        row = app.pane.rows.row_of_offset(HARBOUR.index("Shop owners"))
        assert cells_of(app.columns[0].overview).index("•") == row


async def test_a_click_on_the_strip_goes_there() -> None:
    app = PanesApp(document(LONG))
    async with app.run_test(size=(60, 21)) as pilot:
        await pilot.click(app.columns[0].overview, offset=(0, 10))
        await pilot.pause()
        assert app.pane.top_offset < len(LONG) * 0.525 < app.pane.bottom_offset
        await pilot.click(app.columns[0].overview, offset=(0, 19))
        await pilot.pause()
        assert app.pane.percentage == 100


async def test_a_drag_on_the_strip_scrolls_along() -> None:
    app = PanesApp(document(LONG))
    async with app.run_test(size=(60, 21)) as pilot:
        strip = app.columns[0].overview
        await pilot.mouse_down(strip, offset=(0, 2))
        await pilot.hover(strip, offset=(0, 15))
        await pilot.pause()
        assert app.pane.percentage > 70
        await pilot.mouse_up(strip, offset=(0, 15))
        await pilot.hover(strip, offset=(0, 3))
        await pilot.pause()
        assert app.pane.percentage > 70
