"""Numbers in words and in digits have one value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.language.numbers import number_values


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("8 dead", [8, None]),
        ("eight dead", [8, None]),
        ("1,200 litres", [1200, None]),
        ("1.2 thousand litres", [1200, 1200, None]),
        ("two hundred people", [200, 200, None]),
        ("a hundred people", [None, 100, None]),
        ("two dozen", [24, 24]),
        ("a dozen", [None, 12]),
        ("40m", [40_000_000]),
        ("2.4bn", [2_400_000_000]),
        ("the 4th", [None, 4]),
        ("third place", [3, None]),
        ("twenty - five", [25, 25, 25]),
        ("fifty - fifty", [50, None, 50]),
        ("one of them", [None, None, None]),
        ("one million", [1_000_000, 1_000_000]),
        ("the 1990s", [None, 1990]),
        ("f16 b52", [None, None]),
        ("half a million", [None, None, 500_000]),
        ("1.5trn", [1.5e12]),
        ("1.5 tn", [1.5e12, 1.5e12]),
        ("the thirteenth", [None, 13]),
        ("5 m high", [5, None, None]),
        ("1,500th", [1500]),
        ("two hundred and fifty", [250] * 4),
        ("two thousand five hundred", [2500] * 4),
        ("two thousand five hundred and twelve dead", [2512] * 6 + [None]),
        ("a hundred and twenty", [None, 120, 120, 120]),
        ("two hundred and 50", [200, 200, None, 50]),
        ("twenty ‑ five", [25, 25, 25]),
        ("twenty - first", [21, 21, 21]),
        ("twenty - eleven", [20, None, 11]),
        ("3 and 4", [3, None, 4]),
        ("1,2,3", [None]),
        ("", [None]),
    ],
)
def test_the_value_of_a_number_is_found(words: str, values: list[float | None]) -> None:
    assert number_values(words.split(" ")) == values


def test_a_product_and_its_digits_are_equal() -> None:
    assert number_values(["4.1", "million"])[0] == number_values(["4,100,000"])[0]


def test_no_words_have_no_values() -> None:
    assert number_values([]) == []


@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                "7",
                "one",
                "two",
                "twenty",
                "-",
                "five",
                "hundred",
                "million",
                "dozen",
                "1,000",
                "3.5",
                "k",
                "th",
                "x",
            ]
        )
    )
)
def test_every_word_gets_a_value_or_none(words: list[str]) -> None:
    values = number_values(words)
    assert len(values) == len(words)
    assert all(value is None or value >= 0 for value in values)


@given(st.integers(min_value=0, max_value=10**12))
def test_commas_between_thousands_change_nothing(number: int) -> None:
    assert number_values([f"{number:,}"]) == number_values([str(number)]) == [number]
