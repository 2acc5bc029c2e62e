"""Themes are files; a broken one is a message and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from readerapp.ui.themes import READER_COLORS, built_in_folder, load_themes

GOOD = """
name = "dusk"
dark = true
description = "Calm"
[colors]
primary = "#88c0d0"
foreground = "#d8dee9"
background = "#2e3440"
[reader]
reader-overlap = "#123456"
[styles]
overlap = "bold underline"
"""


def written(folder: Path, text: str | bytes, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_theme_file_becomes_a_theme_with_its_colours_and_styles(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    loaded = load_themes([tmp_path])
    assert loaded.failures == ()
    (theme,) = loaded.themes
    assert (theme.name, theme.dark, theme.primary) == ("dusk", True, "#88c0d0")
    assert theme.variables["reader-overlap"] == "#123456"
    assert theme.variables["reader-overlap-style"] == "bold underline"


def test_what_a_theme_leaves_out_falls_back_to_a_default(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    (theme,) = load_themes([tmp_path]).themes
    assert set(READER_COLORS) <= set(theme.variables)


def test_a_folder_that_does_not_exist_holds_no_themes(tmp_path: Path) -> None:
    loaded = load_themes([tmp_path / "none"])
    assert (loaded.themes, loaded.failures) == ((), ())


def test_a_persons_theme_takes_the_place_of_a_built_in_one_of_the_same_name(tmp_path: Path) -> None:
    first, second = tmp_path / "built-in", tmp_path / "mine"
    first.mkdir()
    second.mkdir()
    written(first, GOOD)
    written(second, GOOD.replace("#88c0d0", "#ff0000"))
    (theme,) = load_themes([first, second]).themes
    assert theme.primary == "#ff0000"


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        ('name = "x', "", "it is not TOML"),
        (b'name = "\xff\xfe"', "", "it is not UTF-8"),
        (GOOD.replace('name = "dusk"', ""), "name", "is missing"),
        (GOOD.replace('name = "dusk"', 'nmae = "dusk"'), "nmae", "did you mean name?"),
        (GOOD.replace("primary", "primery"), "[colors] primery", "did you mean primary?"),
        (GOOD.replace('primary = "#88c0d0"', ""), "[colors] primary", "is missing"),
        (GOOD.replace("#88c0d0", "#88c0"), "", ""),
        (GOOD.replace("#88c0d0", "blueish"), "[colors] primary", "'blueish' is no colour"),
        (GOOD.replace('"#88c0d0"', "7"), "[colors] primary", "has to be a text"),
        (GOOD.replace("dark = true", 'dark = "yes"'), "dark", "has to be true or false"),
        (
            GOOD.replace("reader-overlap", "reader-overlab"),
            "[reader] reader-overlab",
            "did you mean reader-overlap?",
        ),
        (GOOD.replace("#123456", "ansi_red"), "[reader] reader-overlap", "terminal's own colour"),
        (GOOD.replace("bold underline", "bold loud"), "[styles] overlap", "'loud' is no text style"),
        (GOOD.replace('[reader]\nreader-overlap = "#123456"', ""), "", ""),
        ("colors = 3\nname='x'", "colors", "has to be a table"),
    ],
)
def test_a_broken_theme_is_one_message_that_names_file_key_and_reason(
    tmp_path: Path, text: str | bytes, key: str, reason: str
) -> None:
    path = written(tmp_path, text)
    written(tmp_path, GOOD.replace("dusk", "good"), "good.toml")
    loaded = load_themes([tmp_path])
    names = {theme.name for theme in loaded.themes}
    assert "good" in names
    if not reason:
        assert loaded.failures == ()
        return
    (failure,) = loaded.failures
    assert str(path) in failure
    assert key in failure
    assert reason in failure
    assert "\n" not in failure


def test_a_file_that_cannot_be_read_is_one_message(tmp_path: Path) -> None:
    (tmp_path / "gone.toml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder.toml").mkdir()
    assert load_themes([tmp_path]).themes == ()


def test_every_built_in_theme_can_be_used() -> None:
    loaded = load_themes([built_in_folder()])
    assert loaded.failures == ()
