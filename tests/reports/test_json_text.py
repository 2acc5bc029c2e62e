"""JSON that is the same every time, quick to make, and can always be read again."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.model.json_text import json_text

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=60,
)


@given(VALUES)
def test_any_value_can_be_read_again(value: Any) -> None:
    text = json_text(value)
    assert json.loads(text) == value
    assert text.endswith("\n")
    text.encode("utf-8")


def test_outer_levels_stand_one_to_a_line_and_inner_ones_on_one() -> None:
    value = {"a": [1, {"b": {}, "c": []}], "d": {"e": {"f": {"g": {"h": [1, 2]}}}}}
    assert json_text(value).splitlines() == [
        "{",
        ' "a": [',
        "  1,",
        "  {",
        '   "b": {},',
        '   "c": []',
        "  }",
        " ],",
        ' "d": {',
        '  "e": {',
        '   "f": {',
        '    "g": {',
        '     "h": [1, 2]',
        "    }",
        "   }",
        "  }",
        " }",
        "}",
    ]


def test_letters_of_any_script_are_written_as_they_are() -> None:
    assert json_text("橋 é “x”") == '"橋 é “x”"\n'


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    assert json_text({"a\ud800": "\udfff"}) == '{\n "a\ufffd": "\ufffd"\n}\n'


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_json_has_no_number_for_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_text([number])
