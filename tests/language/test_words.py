"""Words: where they stand, and which of them count as the same."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from readerapp.language.words import APOSTROPHES, SLICE, words_of


def words_in(text: str) -> list[str]:
    words = words_of(text)
    return [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]


def same_word(one: str, other: str) -> bool:
    return bool(words_of(one).keys.tolist() == words_of(other).keys.tolist())


def test_words_are_runs_of_letters_and_digits() -> None:
    assert words_in("Eight people, 12 of them children, died.") == [
        "Eight", "people", "12", "of", "them", "children", "died",
    ]  # fmt: skip


def test_an_apostrophe_inside_a_word_belongs_to_it_and_one_around_it_does_not() -> None:
    assert words_in("'Twas the dogs’ day, wasn't it?") == ["Twas", "the", "dogs", "day", "wasn't", "it"]


def test_a_hyphen_divides_words() -> None:
    assert words_in("back-channel") == ["back", "channel"]


def test_combining_marks_and_vowel_signs_stay_with_their_letter() -> None:
    assert words_in("e\u0301cole हिन्दी") == ["e\u0301cole", "हिन्दी"]


def test_every_ideograph_is_a_word_of_its_own() -> None:
    assert words_in("abc北京de") == ["abc", "北", "京", "de"]


def test_a_thai_vowel_sign_stays_with_its_consonant() -> None:
    assert words_in("ที่นี่") == ["ที่", "นี่"]


def test_case_accents_width_and_the_shape_of_apostrophes_do_not_matter() -> None:
    assert same_word("ÉCOLE", "ecole")
    assert same_word("e\u0301", "é")
    assert same_word("ＡＢＣ", "abc")
    assert same_word("don’t", "don't")


def test_a_soft_hyphen_and_a_zero_width_space_do_not_divide_or_change_a_word() -> None:
    assert words_in("so\u00adft zero\u200bwidth") == ["so\u00adft", "zero\u200bwidth"]
    assert same_word("so\u00adft", "soft")


def test_different_words_have_different_keys() -> None:
    text = " ".join(f"{letter}{number}" for letter in "abcdefgh" for number in range(2000))
    assert len(set(words_of(text).keys.tolist())) == 16_000


def test_anagrams_have_different_keys() -> None:
    assert not same_word("listen", "silent")
    assert not same_word("ab", "ba")


def test_a_word_on_the_edge_of_a_slice_is_not_divided() -> None:
    text = "word " * (SLICE // 5 + 10)
    assert set(words_in(text)) == {"word"}
    assert len(words_of(text)) == SLICE // 5 + 10


def test_nothing_gives_no_words() -> None:
    assert len(words_of("")) == 0
    assert len(words_of(" \n\t.,;")) == 0


@given(st.text(max_size=200))
def test_words_are_in_order_apart_and_within_the_text(text: str) -> None:
    words = words_of(text)
    edges = [edge for pair in zip(words.starts.tolist(), words.ends.tolist(), strict=True) for edge in pair]
    assert edges == sorted(edges)
    assert all(start < end for start, end in zip(words.starts, words.ends, strict=True))
    assert not edges or (edges[0] >= 0 and edges[-1] <= len(text))


@given(st.text(max_size=200))
def test_every_letter_and_digit_lies_in_a_word(text: str) -> None:
    words = words_of(text)
    covered = {
        place
        for start, end in zip(words.starts.tolist(), words.ends.tolist(), strict=True)
        for place in range(start, end)
    }
    for place, character in enumerate(text):
        if unicodedata.category(character)[0] in "LN" and character not in APOSTROPHES:
            assert place in covered


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=30))
def test_plain_words_are_found_as_a_regular_expression_finds_them(words: list[str]) -> None:
    text = ", ".join(words)
    assert words_in(text) == re.findall(r"\w+", text)
