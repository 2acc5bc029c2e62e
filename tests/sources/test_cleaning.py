"""The form of a text that every offset refers to."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.sources.cleaning import clean_text

BIDIRECTIONAL = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
CONTROLS = "".join(chr(point) for point in (*range(0x20), *range(0x7F, 0xA0)) if chr(point) not in "\t\n\r\f")
LONE_SURROGATES = "\ud800\udc80\udfff"

texts = st.text(st.characters() | st.sampled_from("\r\n\f\u2028\u2029\ufeff\t\x1b" + BIDIRECTIONAL))


@given(texts)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(texts)
def test_only_a_byte_order_mark_and_the_second_half_of_a_line_end_are_lost(text: str) -> None:
    without_mark = text.lstrip("\ufeff")
    assert len(clean_text(text)) == len(without_mark) - without_mark.count("\r\n")


@given(texts)
def test_nothing_that_commands_a_terminal_or_cannot_be_encoded_is_left(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode("utf-8")
    assert not set(cleaned) & set(BIDIRECTIONAL)
    assert {character for character in cleaned if unicodedata.category(character) == "Cc"} <= {"\t", "\n"}


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters=BIDIRECTIONAL)))
def test_every_other_character_stays_as_it_was(text: str) -> None:
    assert clean_text("x" + text) == "x" + text


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\f", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_line_feed(line_end: str) -> None:
    assert clean_text(f"one{line_end}two") == "one\ntwo"


def test_a_lone_carriage_return_becomes_a_line_feed_beside_whole_line_ends() -> None:
    assert clean_text("a\r\r\nb\n\rc") == "a\n\nb\n\nc"


@pytest.mark.parametrize("character", CONTROLS + BIDIRECTIONAL + LONE_SURROGATES)
def test_a_dangerous_character_is_replaced_by_one_other(character: str) -> None:
    assert clean_text(f"a{character}b{character}") == "a\ufffdb\ufffd"


def test_many_different_dangerous_characters_are_all_replaced() -> None:
    assert clean_text(f"a{CONTROLS}b") == "a" + "\ufffd" * len(CONTROLS) + "b"


def test_a_tab_stays() -> None:
    assert clean_text("a\tb") == "a\tb"


@pytest.mark.parametrize("character", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00a0", "e\u0301"])
def test_zero_width_characters_soft_hyphens_and_combining_marks_stay(character: str) -> None:
    assert clean_text(f"a{character}b") == f"a{character}b"


def test_a_byte_order_mark_at_the_beginning_goes() -> None:
    assert clean_text("\ufeffArticle") == "Article"


@pytest.mark.parametrize(
    "sentence", ["The mayor said no.\n", "Мэр сказал «нет».\r\n", "a\x00b\x1b[0m \U0001f600 "]
)
def test_ten_megabytes_take_no_noticeable_time(sentence: str) -> None:
    text = sentence * (10_000_000 // len(sentence))
    began = time.process_time()
    clean_text(text)
    # About 0.05 s; the bound only catches a way of work that is slower by orders.
    assert time.process_time() - began < 3
