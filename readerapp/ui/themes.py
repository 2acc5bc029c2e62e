"""Themes from files.

Every theme is a file `NAME.toml`: those that come along stand in `themes/` (inside the package in a
wheel, beside it in a checkout), a person's own in the folder `themes` of their configuration, in the
same format. A file may override a theme of the same name. A broken file is one message that names the
file, the key and the reason, and the other themes stay usable.

The format: `name`, `dark`, and if wanted `description` and `author`; `[colors]` with Textual's colours
(`primary`, `foreground` and `background` have to be there); `[reader]` with the colours of findings;
`[styles]` with text styles. What is left out of `[reader]` and `[styles]` falls back to a default.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from textual.color import Color, ColorParseError
from textual.theme import Theme

import readerapp

DEFAULT_THEME = "reader-dark"
"""Name of the theme that is used where nobody chose one."""

COLORS = (
    "primary",
    "secondary",
    "accent",
    "foreground",
    "background",
    "surface",
    "panel",
    "success",
    "warning",
    "error",
    "boost",
)
REQUIRED_COLORS = ("primary", "foreground", "background")

_DARK = {
    "reader-contradiction": "#6e2d38",
    "reader-overlap": "#1d4d61",
    "reader-unique": "#3f4a24",
    "reader-note": "#4f3d74",
    "reader-search": "#5f4d15",
    "reader-search-current": "#e3b24a",
    "reader-current": "#e8c468",
    "reader-insertion": "#28593d",
    "reader-deletion": "#713434",
    "reader-gutter": "#8d97a6",
}
_LIGHT = {
    "reader-contradiction": "#f7c6c4",
    "reader-overlap": "#bfe0ee",
    "reader-unique": "#dde8b4",
    "reader-note": "#dfd0f5",
    "reader-search": "#f7e59a",
    "reader-search-current": "#e2a400",
    "reader-current": "#8f5200",
    "reader-insertion": "#bfe6c8",
    "reader-deletion": "#f3c5bd",
    "reader-gutter": "#5d6773",
}
READER_COLORS = tuple(_DARK)
"""Keys of `[reader]`, each a variable of the style sheets."""

STYLES: Mapping[str, str] = {
    "contradiction": "bold",
    "overlap": "none",
    "unique": "italic",
    "note": "underline",
    "search": "none",
    "search-current": "bold",
    "current": "bold",
    "insertion": "bold",
    "deletion": "strike",
}
"""Keys of `[styles]` with their defaults; each is the variable `reader-KEY-style`."""

_TEXT_STYLES = ("none", "bold", "dim", "italic", "underline", "strike", "reverse")
_TOP_LEVEL = ("name", "dark", "description", "author", "colors", "reader", "styles")


class ThemeError(Exception):
    """What is wrong with a theme file: the key and the reason."""


@dataclass(frozen=True, slots=True)
class LoadedThemes:
    """What stands in the theme folders."""

    themes: tuple[Theme, ...]
    """One for every name; of several with the same name, the last."""
    failures: tuple[str, ...]
    """One line for a person for every file that could not be used."""


def built_in_folder() -> Path:
    """The folder of the themes that come along."""
    package = Path(readerapp.__file__).resolve().parent
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


def default_variables(dark: bool) -> dict[str, str]:
    """The style sheets' own variables as they are where a theme does not set them."""
    styles = {f"reader-{key}-style": style for key, style in STYLES.items()}
    return {**(_DARK if dark else _LIGHT), **styles}


def load_themes(folders: Iterable[Path]) -> LoadedThemes:
    """Read every `*.toml` of some folders, in the order of folders and names.

    A folder that does not exist holds no themes.
    """
    themes: dict[str, Theme] = {}
    failures = []
    for folder in folders:
        try:
            files = sorted(path for path in folder.glob("*.toml") if path.is_file())
        except OSError as error:
            failures.append(f"The themes in {folder} cannot be read: {error.strerror or error}.")
            continue
        for path in files:
            try:
                theme = read_theme(path)
            except ThemeError as error:
                failures.append(f"The theme {path} is left out: {error}")
            else:
                themes[theme.name] = theme
    return LoadedThemes(tuple(themes.values()), tuple(failures))


def read_theme(path: Path) -> Theme:
    """Read one theme file.

    Raises:
        ThemeError: it cannot be read, or something in it cannot be used.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ThemeError(f"it cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise ThemeError("it is not UTF-8 text.") from error
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(f"it is not TOML: {error}.") from error
    return theme_of(values)


def theme_of(values: Mapping[str, object]) -> Theme:
    """A theme from the values of its file.

    Raises:
        ThemeError: a key is missing or unknown, or a value cannot be used.
    """
    _known(values, _TOP_LEVEL, "")
    name = _text(values, "name", "")
    dark = values.get("dark", True)
    if not isinstance(dark, bool):
        raise ThemeError(f"dark has to be true or false, not {dark!r}.")
    for key in ("description", "author"):
        if key in values:
            _text(values, key, "")
    colors = _colors(_table(values, "colors"), COLORS, "colors")
    for key in REQUIRED_COLORS:
        if key not in colors:
            raise ThemeError(f"[colors] {key} is missing.")
    variables = default_variables(dark)
    variables.update(_colors(_table(values, "reader"), READER_COLORS, "reader"))
    variables.update(_styles(_table(values, "styles")))
    theme = Theme(
        name=name,
        dark=dark,
        variables=variables,
        primary=colors["primary"],
        secondary=colors.get("secondary"),
        accent=colors.get("accent"),
        foreground=colors["foreground"],
        background=colors["background"],
        surface=colors.get("surface"),
        panel=colors.get("panel"),
        success=colors.get("success"),
        warning=colors.get("warning"),
        error=colors.get("error"),
        boost=colors.get("boost"),
    )
    # Registering a theme does not try it: a colour that cannot be worked with would end the app later.
    try:
        theme.to_color_system().generate()
    except (ColorParseError, ValueError) as error:
        raise ThemeError(f"[colors] cannot be used: {error}.") from error
    return theme


def _known(values: Mapping[str, object], known: Iterable[str], table: str) -> None:
    for key in values:
        if key not in known:
            near = difflib.get_close_matches(key, list(known), n=1, cutoff=0.5)
            suggestion = f"; did you mean {near[0]}?" if near else "."
            raise ThemeError(f"{table}{key} is no key of a theme{suggestion}")


def _text(values: Mapping[str, object], key: str, table: str) -> str:
    if key not in values:
        raise ThemeError(f"{table}{key} is missing.")
    value = values[key]
    if not isinstance(value, str) or not value.strip():
        raise ThemeError(f"{table}{key} has to be a text in quotation marks, not {value!r}.")
    return value.strip()


def _table(values: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = values.get(key, {})
    if not isinstance(value, dict):
        raise ThemeError(f"{key} has to be a table, written [{key}].")
    return value


def _colors(values: Mapping[str, object], known: Iterable[str], table: str) -> dict[str, str]:
    _known(values, known, f"[{table}] ")
    colors = {}
    for key in values:
        color = _text(values, key, f"[{table}] ")
        try:
            parsed = Color.parse(color)
        except ColorParseError as error:
            raise ThemeError(
                f"[{table}] {key}: {color!r} is no colour; write it as #rrggbb or by its name."
            ) from error
        if parsed.ansi is not None:
            raise ThemeError(f"[{table}] {key}: {color!r} is a terminal's own colour; write it as #rrggbb.")
        colors[key] = color
    return colors


def _styles(values: Mapping[str, object]) -> dict[str, str]:
    _known(values, STYLES, "[styles] ")
    styles = {}
    for key in values:
        style = _text(values, key, "[styles] ")
        for word in style.split():
            if word not in _TEXT_STYLES:
                choice = ", ".join(_TEXT_STYLES)
                raise ThemeError(f"[styles] {key}: {word!r} is no text style; there are {choice}.")
        styles[f"reader-{key}-style"] = style
    return styles
