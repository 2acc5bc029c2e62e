"""Anything becomes one line that is safe to print."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.model.printable import printable


@given(st.text(st.characters()))
def test_the_line_has_no_control_no_line_end_and_can_be_encoded(text: str) -> None:
    line = printable(text)
    line.encode("utf-8")
    assert len(line) == len(text)
    assert not {unicodedata.category(character) for character in line} & {"Cc", "Cs", "Zl", "Zp"}
    assert len(line.splitlines()) <= 1


@given(st.text(st.characters()), st.integers(0, 20))
def test_the_line_is_no_longer_than_asked(text: str, limit: int) -> None:
    assert len(printable(text, limit)) <= limit


@pytest.mark.parametrize("line_end", ["\n", "\r", "\t", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_a_tab_or_line_end_becomes_a_space(line_end: str) -> None:
    assert printable(f"a{line_end}b") == "a b"


def test_an_escape_sequence_loses_its_escape() -> None:
    assert printable("\x1b[31mred\x1b[0m") == "\ufffd[31mred\ufffd[0m"


def test_a_bidirectional_override_is_replaced() -> None:
    assert printable("report\u202efdp.txt") == "report\ufffdfdp.txt"


def test_the_lone_surrogates_of_a_file_name_that_is_not_utf8_are_replaced() -> None:
    assert printable("caf\udce9.txt") == "caf\ufffd.txt"


def test_markup_is_left_as_it_is() -> None:
    assert printable("[bold]x[/bold]") == "[bold]x[/bold]"


def test_a_long_text_is_cut_and_says_so() -> None:
    assert printable("a long title", 7) == "a long…"
    assert printable("a long title", 12) == "a long title"


def test_a_cut_does_not_divide_a_letter_from_its_accent() -> None:
    assert printable("cafe\u0301 society", 5) == "caf…"
