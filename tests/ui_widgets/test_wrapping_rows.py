"""A text in rows of cells, and the way from offsets to rows and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from readerapp.model.graphemes import is_boundary
from readerapp.ui.wrapping import Rows, paragraphs_of, wrap

PIECES = [
    "a",
    "ß",
    "word",
    " ",
    "  ",
    "\n",
    "\t",
    "-",
    "https://example.org/a/very/long/address",
    "中",
    "漢字。",
    "（",
    "e\u0301",
    "\u0301",
    "\u00ad",
    "\u200b",
    "\u200d",
    "\ufe0f",
    "❤️",
    "👩‍👩‍👧",
    "👍🏽",
    "🇩🇪🇫🇷",
    "한",
    "\u1112\u1161\u11ab",
    "हिन्दी",
    "กำ",
    "שלום",
    "\ufffd",
    "\u3000",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
WIDTHS = st.integers(min_value=4, max_value=40)


def rows_of(text: str, width: int) -> Rows:
    return wrap(paragraphs_of(text), width)


def shown_rows(text: str, width: int) -> list[str]:
    rows = rows_of(text, width)
    return [rows.layout(row).shown(*rows.span(row)).rstrip(" ") for row in range(len(rows))]


@given(TEXTS, WIDTHS)
def test_rows_cover_the_text_from_its_beginning_to_its_end(text: str, width: int) -> None:
    rows = rows_of(text, width)
    ends = [rows.span(row).end for row in range(len(rows))]
    assert rows.starts[0] == 0
    assert ends[-1] == len(text)
    for end, following in zip(ends, rows.starts[1:], strict=False):
        assert text[end:following] in ("", "\n")


@given(TEXTS, WIDTHS)
def test_no_row_begins_within_a_character(text: str, width: int) -> None:
    assert all(is_boundary(text, start) for start in rows_of(text, width).starts)


@given(TEXTS, WIDTHS)
def test_no_row_is_wider_than_asked_but_for_blanks_at_its_end(text: str, width: int) -> None:
    for shown in shown_rows(text, width):
        assert cell_len(shown.rstrip(" \u3000")) <= width


@given(TEXTS, WIDTHS)
def test_a_row_break_stands_at_every_line_feed(text: str, width: int) -> None:
    starts = set(rows_of(text, width).starts)
    assert all(index + 1 in starts for index, character in enumerate(text) if character == "\n")


@given(TEXTS, WIDTHS, st.data())
def test_the_row_of_an_offset_holds_it(text: str, width: int, data: st.DataObject) -> None:
    rows = rows_of(text, width)
    offset = data.draw(st.integers(0, len(text)))
    row = rows.row_of_offset(offset)
    assert rows.offset_of_row(row) <= offset
    assert row + 1 == len(rows) or offset < rows.offset_of_row(row + 1)


@given(TEXTS, WIDTHS, st.data())
def test_the_cell_of_a_shown_character_leads_back_to_it(text: str, width: int, data: st.DataObject) -> None:
    rows = rows_of(text, width)
    row = data.draw(st.integers(0, len(rows) - 1))
    start, end = rows.span(row)
    layout = rows.layout(row)
    for offset in range(start, end):
        has_cells = is_boundary(text, offset) and cell_len(layout.shown(offset, offset + 1)) > 0
        if has_cells:
            assert layout.offset_at(layout.column_of(offset)) == offset


@given(TEXTS, WIDTHS, st.data())
def test_the_parts_of_a_row_make_up_the_row_wherever_it_is_cut(
    text: str, width: int, data: st.DataObject
) -> None:
    rows = rows_of(text, width)
    row = data.draw(st.integers(0, len(rows) - 1))
    start, end = rows.span(row)
    cut = data.draw(st.integers(start, end))
    layout = rows.layout(row)
    assert layout.shown(start, cut) + layout.shown(cut, end) == layout.shown(start, end)
    assert layout.cells == cell_len(layout.shown(start, end))


@given(TEXTS, WIDTHS, st.floats(0, 1))
def test_a_place_between_rows_leads_to_an_offset_and_back(text: str, width: int, share: float) -> None:
    rows = rows_of(text, width)
    offset = share * len(text)
    assert rows.offset_of_position(rows.position_of_offset(offset)) == pytest.approx(offset)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80), WIDTHS)
@settings(max_examples=200)
def test_nothing_in_a_text_reaches_the_terminal_as_a_control(text: str, width: int) -> None:
    for shown in shown_rows(text, width):
        assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in shown)


def test_words_go_to_the_next_row_whole() -> None:
    assert shown_rows("the minister said nothing", 12) == ["the minister", "said nothing"]


def test_a_word_longer_than_a_row_is_cut_at_the_width() -> None:
    assert shown_rows("see https://example.org/x", 10) == ["see", "https://ex", "ample.org/", "x"]


def test_an_empty_text_has_one_row() -> None:
    assert shown_rows("", 10) == [""]


def test_a_line_feed_at_the_end_leaves_an_empty_row() -> None:
    assert shown_rows("one\n", 10) == ["one", ""]


def test_characters_of_two_cells_fill_a_row_with_half_as_many() -> None:
    assert shown_rows("漢字漢字漢字", 5) == ["漢字", "漢字", "漢字"]


def test_no_row_begins_with_a_full_stop_of_chinese_or_japanese() -> None:
    assert shown_rows("漢字漢字。漢字", 8) == ["漢字漢", "字。漢字"]


def test_a_family_of_joined_emoji_stays_together() -> None:
    family = "👩‍👩‍👧"
    assert shown_rows(f"ab{family}cd", 3) == ["ab", f"{family}c", "d"]


def test_a_flag_is_not_cut_in_two() -> None:
    assert shown_rows("🇩🇪🇫🇷", 3) == ["🇩🇪", "🇫🇷"]


def test_a_tab_is_shown_as_blanks_up_to_the_next_stop() -> None:
    assert shown_rows("a\tb", 20) == ["a   b"]


def test_offsets_hold_behind_a_tab() -> None:
    rows = rows_of("a\tb", 20)
    assert rows.column_of(2) == 4
    assert [rows.offset_at(0, column) for column in range(6)] == [0, 1, 1, 1, 2, 3]


def test_soft_hyphens_and_zero_width_spaces_are_not_shown() -> None:
    rows = rows_of("Bun\u00addes\u200btag", 20)
    assert rows.layout(0).shown(0, 12) == "Bundestag"
    assert rows.offset_at(0, 3) == 4


def test_a_row_may_end_at_a_zero_width_space() -> None:
    assert shown_rows("中文\u200babcdef", 8) == ["中文", "abcdef"]


def test_a_text_of_ten_million_characters_in_one_paragraph_is_wrapped() -> None:
    text = "nine char " * 1_000_000
    rows = rows_of(text, 40)
    assert len(rows) == 250_000
    assert rows.row_of_offset(5_000_000) == 125_000
