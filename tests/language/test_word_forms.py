"""Inflected forms meet their base form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.language.word_forms import LONGEST, base_form


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("deny", "denies denied denying"),
        ("kill", "kills killed killing"),
        ("save", "saves saved saving"),
        ("stop", "stops stopped stopping"),
        ("cancel", "cancels cancelled canceled cancelling"),
        ("agree", "agrees agreed agreeing"),
        ("open", "opens opened opening"),
        ("close", "closes closed closing closer"),
        ("increase", "increases increased increasing"),
        ("damage", "damages damaged damaging"),
        ("create", "creates created creating"),
        ("defeat", "defeats defeated defeating"),
        ("declare", "declares declared declaring"),
        ("appear", "appears appeared appearing"),
        ("accuse", "accuses accused accusing"),
        ("change", "changes changed changing"),
        ("belong", "belongs belonged belonging"),
        ("injure", "injures injured injuring"),
        ("settle", "settles settled settling"),
        ("pass", "passes passed passing"),
    ],
)
def test_regular_endings_are_taken_off(base: str, forms: str) -> None:
    assert {form: base_form(form) for form in [base, *forms.split()]} == dict.fromkeys(
        [base, *forms.split()], base
    )


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("say", "said"),
        ("win", "won winning"),
        ("flee", "fled fleeing"),
        ("shoot", "shot shooting"),
        ("begin", "began begun beginning"),
        ("be", "is was were been being"),
        ("die", "died dying dies"),
        ("person", "people persons"),
        ("child", "children"),
        ("crisis", "crises"),
        ("gunman", "gunmen"),
    ],
)
def test_irregular_forms_stand_in_a_table(base: str, forms: str) -> None:
    assert {base_form(form) for form in forms.split()} == {base}


def test_comparatives_meet_their_adjective() -> None:
    assert [base_form(word) for word in ("bigger", "safest", "heavier", "high")] == [
        "big",
        "safe",
        "heavy",
        "high",
    ]


def test_a_verb_that_looks_like_a_comparative_stays_a_verb() -> None:
    assert base_form("lowered") == base_form("lower") == "lower"


@pytest.mark.parametrize(
    "word", ["news", "politics", "crisis", "Paris", "evening", "nothing", "hundred", "gas"]
)
def test_words_that_only_look_inflected_stay(word: str) -> None:
    assert base_form(word) == word.lower()


def test_derivation_is_not_undone() -> None:
    assert base_form("denials") == "denial"


@pytest.mark.parametrize("word", ["Mayor's", "mayor’s", "MAYORS'"])
def test_a_possessive_ending_goes(word: str) -> None:
    assert base_form(word) in {"mayor", "mayors"}


def test_a_very_long_word_is_left_alone() -> None:
    assert base_form("ab" * LONGEST + "ed") == "ab" * LONGEST + "ed"


@given(st.text())
def test_any_string_has_a_base_form(word: str) -> None:
    assert base_form(word) == base_form(word.lower())
