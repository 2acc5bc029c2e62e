"""Where one character, as a person sees it, ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.model import Span
from readerapp.model.graphemes import is_boundary, next_boundary, previous_boundary, snap


@pytest.mark.parametrize(
    "character",
    [
        "e\u0301",
        "👩‍👩‍👧",
        "👍🏽",
        "❤️",
        "🇩🇪",
        "1️⃣",
        "\u1112\u1161\u11ab",
        "\uac00\u11a8",
        "\u0928\u093f",
        "กำ",
        "🏴\U000e0067\U000e0062\U000e007f",
    ],
)
def test_a_character_of_several_code_points_is_one(character: str) -> None:
    text = f"a{character}b"
    assert next_boundary(text, 1) == 1 + len(character)
    assert previous_boundary(text, 1 + len(character)) == 1


@pytest.mark.parametrize(
    ("text", "boundaries"),
    [
        ("🇩🇪🇫🇷", [0, 2, 4]),
        ("a\u200db", [0, 2, 3]),
        ("한국", [0, 1, 2]),
        ("가\u1100", [0, 1, 2]),
        ("a\n\u0301", [0, 1, 2, 3]),
    ],
)
def test_characters_that_only_stand_beside_one_another_are_apart(text: str, boundaries: list[int]) -> None:
    assert [index for index in range(len(text) + 1) if is_boundary(text, index)] == boundaries


@given(st.text(max_size=30), st.data())
def test_a_snapped_span_holds_the_span_and_cuts_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    snapped = snap(text, Span(start, end))
    assert snapped.start <= start <= end <= snapped.end
    assert is_boundary(text, snapped.start)
    assert is_boundary(text, snapped.end)
    assert snap(text, snapped) == snapped
