"""Which theme the app begins with."""

from __future__ import annotations

from pathlib import Path

from readerapp.ui.theme_choice import choose_theme, remember_theme, remembered_theme
from readerapp.ui.themes import DEFAULT_THEME

NAMES = ["dusk", DEFAULT_THEME, "textual-dark"]


def test_without_a_choice_the_default_is_taken() -> None:
    assert choose_theme(NAMES, asked=None, remembered=None, environment={}) == (DEFAULT_THEME, None)


def test_what_was_asked_for_comes_before_the_environment_and_that_before_the_last_choice() -> None:
    environment = {"READER_THEME": "textual-dark"}
    assert choose_theme(NAMES, asked="dusk", remembered=None, environment=environment).name == "dusk"
    assert choose_theme(NAMES, asked=None, remembered="dusk", environment=environment).name == "textual-dark"
    assert choose_theme(NAMES, asked=None, remembered="dusk", environment={}).name == "dusk"


def test_an_unknown_name_is_told_with_the_nearest_one_and_something_else_is_taken() -> None:
    choice = choose_theme(NAMES, asked="dsuk", remembered="textual-dark", environment={})
    assert choice.name == "textual-dark"
    assert choice.complaint == "There is no theme 'dsuk' (--theme); did you mean dusk?"


def test_without_any_known_theme_there_is_still_one() -> None:
    assert choose_theme([], asked=None, remembered="gone", environment={}).name == "textual-dark"


def test_a_choice_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "state" / "theme"
    assert remembered_theme(file) is None
    remember_theme(file, "dusk")
    assert remembered_theme(file) == "dusk"


def test_a_choice_that_cannot_be_written_or_read_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    remember_theme(tmp_path / "file" / "theme", "dusk")
    (tmp_path / "folder").mkdir()
    assert remembered_theme(tmp_path / "folder") is None
    (tmp_path / "bytes").write_bytes(b"\xff")
    assert remembered_theme(tmp_path / "bytes") is None
