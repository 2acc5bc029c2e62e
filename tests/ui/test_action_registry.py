"""The one list of actions, and what is made from it."""

from __future__ import annotations

from collections import Counter

import pytest

from readerapp.ui.actions import (
    ACTION_BY_NAME,
    ACTIONS,
    bindings,
    hints,
    key_table_markdown,
    shown_key,
    shown_keys,
)


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ("n", "next_finding"),
        ("p", "previous_finding"),
        ("c", "next_contradiction"),
        ("C", "previous_contradiction"),
        ("o", "next_overlap"),
        ("O", "previous_overlap"),
        ("tab", "next_pane"),
        ("enter", "counterpart"),
        ("slash", "search"),
        ("escape", "leave"),
        ("ctrl+s", "save"),
        ("question_mark", "help"),
        ("ctrl+p", "palette"),
        ("q", "quit"),
        ("ctrl+q", "quit"),
    ],
)
def test_the_keys_that_scripts_rely_on(keys: str, name: str) -> None:
    assert keys in ACTION_BY_NAME[name].keys


def test_no_key_has_two_actions() -> None:
    counted = Counter(key for action in ACTIONS for key in action.keys)
    assert [key for key, number in counted.items() if number > 1] == []


def test_names_are_not_repeated() -> None:
    assert len(ACTION_BY_NAME) == len(ACTIONS)


def test_every_key_is_bound() -> None:
    assert {binding.key for binding in bindings()} == {key for action in ACTIONS for key in action.keys}


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("ctrl+s", "Ctrl+S"),
        ("slash", "/"),
        ("C", "C"),
        ("shift+tab", "Shift+Tab"),
        ("ctrl+down", "Ctrl+Down"),
    ],
)
def test_keys_are_written_for_people(key: str, shown: str) -> None:
    assert shown_key(key) == shown


def test_the_table_for_the_manual_has_a_row_for_every_action() -> None:
    table = key_table_markdown()
    for action in ACTIONS:
        assert action.description in table
    assert "| `q`, `Ctrl+Q` | Leave; asks when there is unsaved work |" in table
    assert shown_keys(ACTION_BY_NAME["focus_pane"]) == "1 … 9"


def test_the_line_of_keys_is_in_the_order_of_importance() -> None:
    assert [action.name for action in hints()][:3] == ["next_finding", "previous_finding", "counterpart"]
