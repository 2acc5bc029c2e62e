from __future__ import annotations

from itertools import pairwise

from contradiction_samples import statements
from hypothesis import given
from hypothesis import strategies as st

from readerapp.contradictions.repeats import Repeats

FIRE = "Eight people were killed when fire swept through the old mill in Torvik on Sunday night."
FIRE_AGAIN = "Eight people were killed when a fire swept through the old mill in Torvik late on Sunday night."
OTHER_TOLL = "Nine people were killed when fire swept through the old mill in Torvik on Sunday night."
RAIN = "Heavy rain put the blaze out by morning, the mayor of Torvik said."


def are_new(*pairs: tuple[str, str]) -> list[bool]:
    """Whether each pair is new when they are told in this order."""
    repeats = Repeats()
    answers = []
    for one, other in pairs:
        first, second = statements(one, other)
        answers.append(repeats.is_new(first, second, 0.5))
    return answers


def test_the_first_pair_is_new_and_the_same_pair_is_not() -> None:
    assert are_new((FIRE, OTHER_TOLL), (FIRE, OTHER_TOLL)) == [True, False]


def test_the_order_within_a_pair_does_not_matter() -> None:
    assert are_new((FIRE, OTHER_TOLL), (OTHER_TOLL, FIRE)) == [True, False]


def test_a_wire_text_with_another_word_or_two_repeats_it() -> None:
    assert are_new((FIRE, OTHER_TOLL), (FIRE_AGAIN, OTHER_TOLL)) == [True, False]


def test_another_number_in_an_equal_sentence_is_something_new() -> None:
    third = OTHER_TOLL.replace("Nine", "Eleven")
    assert are_new((FIRE, OTHER_TOLL), (FIRE, third)) == [True, True]


def test_a_pair_with_one_statement_in_common_is_new() -> None:
    assert are_new((FIRE, OTHER_TOLL), (FIRE, RAIN)) == [True, True]


def test_a_denial_in_almost_the_same_words_is_new() -> None:
    denial = FIRE.replace("were killed", "were not killed")
    assert are_new((FIRE, OTHER_TOLL), (denial, OTHER_TOLL)) == [True, True]


def test_what_is_told_more_surely_than_before_is_new() -> None:
    first, second = statements(FIRE, OTHER_TOLL)
    for one, other in ((first, second), (second, first)):
        repeats = Repeats()
        assert repeats.is_new(first, second, 0.2)
        assert repeats.is_new(one, other, 0.6)
        assert not repeats.is_new(one, other, 0.4)


@given(st.lists(st.sampled_from((FIRE, FIRE_AGAIN, OTHER_TOLL, RAIN)), min_size=2, max_size=8))
def test_of_equal_pairs_only_the_first_is_new(texts: list[str]) -> None:
    pairs = list(pairwise(texts))
    assert not any(are_new(*pairs, *pairs)[len(pairs) :])
