"""Text becomes the word pieces that BERT's uncased vocabulary has for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.minilm.weights import FOLDER
from readerapp.minilm.word_pieces import UNKNOWN, folded, shipped_word_pieces, words

PIECES = (FOLDER / "vocabulary.txt").read_text(encoding="utf-8").split("\n")


def pieces(text: str) -> list[str]:
    return [PIECES[number] for number in shipped_word_pieces().of_text(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \t\n ", []),
        ("He never met him.", ["he", "never", "met", "him", "."]),
        ("unbelievable", ["unbelievable"]),
        ("embeddings", ["em", "##bed", "##ding", "##s"]),
        ("didn’t", ["didn", "’", "t"]),
        ("Café ŁÓDŹ", ["cafe", "łodz"]),
        ("1,200.5 litres", ["1", ",", "200", ".", "5", "litres"]),
        ("$40m", ["$", "40", "##m"]),
        ("東京", ["東", "京"]),
        ("soft\u00adhyphen", ["soft", "##hy", "##ph", "##en"]),
        ("zero\u200bwidth", ["zero", "##wi", "##dt", "##h"]),
        ("a" * 101, ["[UNK]"]),
    ],
)
def test_text_is_cut_as_the_networks_were_trained_with(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_words_keep_their_capitals_and_numbers_stay_whole() -> None:
    assert words("In Paris, 1,200 of 3.5 million.") == [
        "In",
        "Paris",
        ",",
        "1,200",
        "of",
        "3.5",
        "million",
        ".",
    ]


def test_a_date_is_not_taken_for_one_number() -> None:
    assert words("July 4, 2019") == ["July", "4", ",", "2019"]


def test_folding_takes_case_and_accents_away() -> None:
    assert folded("Élysée") == "elysee"


def test_a_word_of_nothing_but_accents_has_no_pieces() -> None:
    assert shipped_word_pieces().of_word("\u0301") == ()


@given(st.text())
def test_any_text_becomes_numbers_of_the_vocabulary(text: str) -> None:
    assert all(0 <= number < len(PIECES) for number in shipped_word_pieces().of_text(text))


@given(st.text(st.characters(codec="ascii")))
def test_pieces_of_known_words_spell_the_text(text: str) -> None:
    numbers = shipped_word_pieces().of_text(text)
    if UNKNOWN not in numbers:
        spelled = "".join(PIECES[number].removeprefix("##") for number in numbers)
        plain = "".join(
            character for character in text.lower() if character.isprintable() and character != " "
        )
        # `##` itself is cut into two marks, of which the prefix is not to be taken away.
        assert "#" in text or spelled == plain
