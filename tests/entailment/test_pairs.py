"""What the judge is told of each word: whether it has its equal in the other sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.entailment.pairs import (
    LONGEST,
    NAME_ALONE,
    NAME_HERE_TOO,
    NUMBER_AGAINST,
    NUMBER_ALONE,
    NUMBER_HERE_TOO,
    PLAIN,
    ROLES,
    WORD_ALONE,
    WORD_HERE_TOO,
    Pair,
    cut,
    read_pairs,
    roles,
)
from readerapp.minilm.word_pieces import SEPARATOR, START, shipped_word_pieces, words


def pair(premise: str, hypothesis: str) -> Pair:
    (read,) = read_pairs([premise], [hypothesis], shipped_word_pieces())
    return read


def role(word: str, sentence: str, other: str) -> int:
    vocabulary = shipped_word_pieces()
    found = roles(cut(sentence, vocabulary), cut(other, vocabulary))
    return found[words(sentence).index(word)]


def test_a_word_finds_its_other_forms() -> None:
    assert role("killed", "They killed him.", "The killing was filmed.") == WORD_HERE_TOO
    assert role("killed", "They killed him.", "He died.") == WORD_ALONE


def test_function_words_and_marks_are_plain() -> None:
    assert role("the", "On the hill.", "On the hill.") == PLAIN
    assert role(".", "On the hill.", "On the hill.") == PLAIN


def test_names_are_told_from_words_by_their_capital() -> None:
    assert role("Ruiz", "Senator Ruiz signed.", "It was Ruiz.") == NAME_HERE_TOO
    assert role("Ruiz", "Senator Ruiz signed.", "Senator Whitcomb signed.") == NAME_ALONE


def test_the_capital_of_the_first_word_says_nothing() -> None:
    assert role("Police", "Police came.", "The fire brigade came.") == WORD_ALONE


def test_the_capital_after_an_opening_quotation_mark_says_nothing() -> None:
    assert role("Police", "“Police came.”", "The fire brigade came.") == WORD_ALONE


def test_a_number_with_a_letter_behind_it_is_one_number() -> None:
    assert role("2.4bn", "They paid $2.4bn.", "The price was 2.4 billion.") == NUMBER_HERE_TOO


@pytest.mark.parametrize("sign", "$£€¥")
def test_a_sign_of_currency_does_not_hide_a_number(sign: str) -> None:
    assert (
        role(f"{sign}40m".lstrip("$"), f"They paid {sign}40m.", "The price was 40 million.")
        == NUMBER_HERE_TOO
    )
    assert role(f"{sign}250".lstrip("$"), f"They paid {sign}250.", f"They paid {sign}300.") == NUMBER_AGAINST


def test_blanks_before_a_sentence_do_not_hide_it() -> None:
    assert pair(" " * 20_000 + "He came.", "He left.") == pair("He came.", "He left.")


def test_a_number_meets_its_value_in_words() -> None:
    assert role("8", "At least 8 died.", "Eight people died.") == NUMBER_HERE_TOO


def test_a_number_beside_another_number_stands_against_it() -> None:
    assert role("8", "At least 8 died.", "Nine people died.") == NUMBER_AGAINST


def test_a_number_without_a_counterpart_stands_alone() -> None:
    assert role("8", "At least 8 died.", "Several people died.") == NUMBER_ALONE
    assert role("8", "At least 8 of 20 died.", "Twenty were on board.") == NUMBER_ALONE


def test_a_pair_is_marked_as_the_network_expects() -> None:
    read = pair("He came.", "She left.")
    assert read.pieces[0] == START
    assert read.pieces.count(SEPARATOR) == 2
    assert read.pieces[-1] == SEPARATOR
    assert max(read.types[: read.pieces.index(SEPARATOR) + 1]) < ROLES
    assert min(read.types[read.pieces.index(SEPARATOR) + 1 :]) >= ROLES


def test_of_two_long_sentences_each_keeps_half() -> None:
    read = pair("tree " * 500, "house " * 500)
    assert len(read.pieces) == LONGEST
    assert abs(read.pieces.index(SEPARATOR) - LONGEST // 2) <= 1


def test_a_short_sentence_stays_whole_beside_a_long_one() -> None:
    for read in (pair("tree " * 500, "a house"), pair("a house", "tree " * 500)):
        assert len(read.pieces) == LONGEST
        assert set(shipped_word_pieces().of_text("a house")) <= set(read.pieces)


@given(st.text(), st.text())
def test_any_two_texts_make_a_pair(premise: str, hypothesis: str) -> None:
    read = pair(premise, hypothesis)
    assert len(read.pieces) == len(read.types) <= LONGEST
    assert all(0 <= kind < 2 * ROLES for kind in read.types)
