"""Opposites meet in any form; values of a closed class exclude each other."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.language.opposites import (
    MOST_PLACES,
    TABLE,
    are_opposites,
    exclusive_values,
    opposites_between,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("denies", "confirmed"),
        ("denial", "confirmation"),
        ("denied", "admitting"),
        ("rejects", "accepted"),
        ("refuted", "confirms"),
        ("won", "losing"),
        ("victory", "defeat"),
        ("passed", "fails"),
        ("approved", "blocks"),
        ("acquitted", "convicted"),
        ("survived", "died"),
        ("released", "detained"),
        ("repelled", "captured"),
        ("rose", "fell"),
        ("increases", "decreased"),
        ("strengthened", "weakens"),
        ("guilty", "Innocent"),
        ("true", "false"),
        ("legal", "illegal"),
        ("safe", "dangerous"),
        ("alive", "dead"),
        ("supports", "opposed"),
        ("praised", "condemned"),
        ("agreed", "refuses"),
        ("left", "joined"),
        ("resigned", "stays"),
        ("hired", "fired"),
        ("intact", "destroyed"),
        ("empty", "full"),
        ("calm", "violent"),
        ("voluntary", "forced"),
        ("accident", "murder"),
        ("accidental", "deliberate"),
        ("confirmed", "unconfirmed"),
        ("higher", "lower"),
    ],
)
def test_opposites_meet_in_any_form_and_order(one: str, other: str) -> None:
    assert are_opposites(one, other)
    assert are_opposites(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("man", "woman"),
        ("first", "last"),
        ("new", "old"),
        ("left", "right"),
        ("win", "won"),
        ("kill", "murder"),
    ],
)
def test_pairs_without_a_clash_in_news_are_no_opposites(one: str, other: str) -> None:
    assert not are_opposites(one, other)


def test_places_of_opposed_words_are_given() -> None:
    first = ["the", "harbour", "strike", "ended", "in", "victory", "and", "prices", "rose"]
    second = ["prices", "fell", "after", "the", "dockers'", "defeat"]
    assert opposites_between(first, second) == [(5, 5), (8, 1)]


def test_opposites_that_both_passages_hold_are_passed_over() -> None:
    words = ["shares", "rose", "before", "they", "fell"]
    assert opposites_between(words, words) == []


def test_a_word_many_times_over_stays_cheap() -> None:
    assert len(opposites_between(["win"] * 10_000, ["lost"] * 10_000)) == MOST_PLACES**2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("north", "southern"),
        ("red", "blue"),
        ("morning", "evening"),
        ("winter", "summer"),
        ("married", "divorced"),
        ("second", "third"),
        ("minor", "severe"),
        ("convicted", "acquitted"),
        ("truck", "ambulance"),
        ("knife", "pistol"),
        ("suicide", "accident"),
        ("retired", "resigned"),
        ("killed", "injured"),
    ],
)
def test_values_of_one_class_exclude_each_other(one: str, other: str) -> None:
    assert exclusive_values([one], [other]) == exclusive_values([other], [one]) == [(0, 0)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lorry", "truck"),
        ("north", "northern"),
        ("gray", "grey"),
        ("red", "north"),
        ("gun", "rifle"),
        ("night", "evening"),
    ],
)
def test_words_for_one_value_or_of_two_classes_do_not(one: str, other: str) -> None:
    assert exclusive_values([one], [other]) == []


def test_a_value_that_both_passages_hold_settles_its_class() -> None:
    assert exclusive_values(["a", "red", "and", "a", "blue", "van"], ["the", "blue", "van"]) == []


def test_the_table_is_small_and_well_formed() -> None:
    table = files("readerapp.language").joinpath(TABLE).read_text(encoding="utf-8")
    rows = [tuple(line.split("\t")) for line in table.splitlines()]
    assert len(table) < 60_000
    assert {origin for _, _, origin in rows} == {"wordnet", "news"}
    assert all(one < other for one, other, _ in rows)
    assert len({row[:2] for row in rows}) == len(rows)


WORDS = st.lists(
    st.sampled_from(
        ["won", "lost", "rose", "fell", "red", "blue", "north", "south", "deny", "confirm", "the", "of"]
    )
    | st.text()
)


@given(WORDS, WORDS)
def test_places_lie_in_the_passages_and_turn_round_with_them(first: list[str], second: list[str]) -> None:
    for between in (opposites_between, exclusive_values):
        pairs = between(first, second)
        assert all(0 <= one < len(first) and 0 <= other < len(second) for one, other in pairs)
        assert sorted((other, one) for one, other in pairs) == between(second, first)
