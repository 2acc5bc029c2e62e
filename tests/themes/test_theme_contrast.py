"""Every theme that comes along can be read: contrast as WCAG 2.2 measures it, and kinds that differ."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from readerapp.ui.themes import READER_COLORS, STYLES, built_in_folder

Triple = tuple[float, float, float]

FILES = sorted(built_in_folder().glob("*.toml"))
NAMES = [path.stem for path in FILES]

TEXT = 4.5
"""WCAG 2.2, success criterion 1.4.3, level AA: least contrast of text."""
GLYPH = 3.0
"""Success criterion 1.4.11: least contrast of signs and borders."""

BEHIND_TEXT = [
    "reader-contradiction",
    "reader-overlap",
    "reader-unique",
    "reader-note",
    "reader-search",
    "reader-insertion",
    "reader-deletion",
]
KINDS = ["reader-contradiction", "reader-overlap", "reader-unique"]

# Machado, Oliveira and Fernandes (2009), full severity, for linear RGB.
VISIONS: Mapping[str, tuple[Triple, Triple, Triple]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(color: str) -> Triple:
    red, green, blue = (int(color[index : index + 2], 16) / 255 for index in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(share: float) -> float:
    return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)


def luminance(color: str) -> float:
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def lightness(color: str) -> float:
    """CIE L*, from 0 for black to 100 for white."""
    share = luminance(color)
    return 116 * share ** (1 / 3) - 16 if share > 216 / 24389 else share * 24389 / 27


def seen_by(vision: str, color: str) -> Triple:
    rows = VISIONS[vision]
    values = linear(color)
    red, green, blue = (
        min(max(sum(weight * value for weight, value in zip(row, values, strict=True)), 0.0), 1.0)
        for row in rows
    )
    return red, green, blue


def mixed(ground: str, sign: str) -> str:
    """The ground of a passage of the current finding: panes mix in a share of the sign's colour."""
    parts = (
        round(int(ground[index : index + 2], 16) * 0.72 + int(sign[index : index + 2], 16) * 0.28)
        for index in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


def difference(one: Triple, other: Triple) -> float:
    """Distance in CIELAB (1976); about 2 can just be seen."""
    return float(sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5)


def lab(color: Triple) -> Triple:
    red, green, blue = color
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (
        value ** (1 / 3) if value > 216 / 24389 else (value * 24389 / 27 + 16) / 116 for value in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def read(path: Path) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    return values["colors"], values["reader"], values["styles"]


def test_there_are_a_dark_a_light_a_colour_blind_safe_and_a_monochrome_theme() -> None:
    assert {"reader-dark", "reader-light", "okabe-ito", "okabe-ito-light", "monochrome"} <= set(NAMES)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_built_in_theme_sets_every_colour_and_style_so_that_it_can_be_copied_and_changed(
    path: Path,
) -> None:
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    _, reader, styles = read(path)
    assert values["name"] == path.stem
    assert values["description"]
    assert set(reader) == set(READER_COLORS)
    assert set(styles) == set(STYLES)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
@pytest.mark.parametrize("ground", ["background", "surface", "panel"])
def test_text_can_be_read_on_every_plain_ground(path: Path, ground: str) -> None:
    colors, _, _ = read(path)
    assert contrast(colors["foreground"], colors[ground]) >= TEXT


@pytest.mark.parametrize("path", FILES, ids=NAMES)
@pytest.mark.parametrize("highlight", BEHIND_TEXT)
def test_text_can_be_read_on_every_highlight(path: Path, highlight: str) -> None:
    colors, reader, _ = read(path)
    assert contrast(colors["foreground"], reader[highlight]) >= TEXT


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_the_current_hit_of_a_search_is_read_in_the_colour_of_the_ground_or_of_the_text(path: Path) -> None:
    colors, reader, _ = read(path)
    hit = reader["reader-search-current"]
    assert max(contrast(colors["background"], hit), contrast(colors["foreground"], hit)) >= TEXT


@pytest.mark.parametrize("path", FILES, ids=NAMES)
@pytest.mark.parametrize("sign", ["reader-gutter", "reader-current"])
@pytest.mark.parametrize("ground", ["background", "surface"])
def test_signs_at_the_edge_can_be_read(path: Path, sign: str, ground: str) -> None:
    colors, reader, _ = read(path)
    assert contrast(reader[sign], colors[ground]) >= TEXT


@pytest.mark.parametrize("path", FILES, ids=NAMES)
@pytest.mark.parametrize("color", ["primary", "secondary", "accent", "success", "warning", "error"])
def test_colours_of_the_app_can_be_told_from_the_ground(path: Path, color: str) -> None:
    colors, _, _ = read(path)
    assert contrast(colors[color], colors["background"]) >= GLYPH


@pytest.mark.parametrize("path", FILES, ids=NAMES)
@pytest.mark.parametrize(("one", "other"), list(itertools.combinations([*KINDS, "reader-note"], 2)))
def test_kinds_differ_in_colour_or_in_style(path: Path, one: str, other: str) -> None:
    _, reader, styles = read(path)
    assert difference(linear(reader[one]), linear(reader[other])) >= 12 or (
        styles[one.removeprefix("reader-")] != styles[other.removeprefix("reader-")]
    )


@pytest.mark.parametrize("name", ["okabe-ito", "okabe-ito-light"])
@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(KINDS, 2)))
def test_a_colour_blind_safe_theme_keeps_the_kinds_apart_for_every_vision(
    name: str, vision: str, one: str, other: str
) -> None:
    _, reader, _ = read(built_in_folder() / f"{name}.toml")
    assert difference(seen_by(vision, reader[one]), seen_by(vision, reader[other])) >= 15


@pytest.mark.parametrize("name", ["okabe-ito", "okabe-ito-light"])
@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize(("one", "other"), list(itertools.permutations(KINDS, 2)))
def test_the_current_passage_still_looks_like_its_own_kind_for_every_vision(
    name: str, vision: str, one: str, other: str
) -> None:
    _, reader, _ = read(built_in_folder() / f"{name}.toml")
    current = seen_by(vision, mixed(reader[one], reader["reader-current"]))
    own, foreign = seen_by(vision, reader[one]), seen_by(vision, reader[other])
    assert difference(current, own) < difference(current, foreign)


@pytest.mark.parametrize("name", ["okabe-ito", "okabe-ito-light", "monochrome"])
@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(KINDS, 2)))
def test_kinds_differ_in_lightness_too(name: str, one: str, other: str) -> None:
    _, reader, _ = read(built_in_folder() / f"{name}.toml")
    assert abs(lightness(reader[one]) - lightness(reader[other])) >= 8


@pytest.mark.parametrize("name", ["okabe-ito", "okabe-ito-light"])
@pytest.mark.parametrize("vision", VISIONS)
def test_insertions_and_deletions_stay_apart_for_every_vision(name: str, vision: str) -> None:
    _, reader, _ = read(built_in_folder() / f"{name}.toml")
    inserted, deleted = reader["reader-insertion"], reader["reader-deletion"]
    assert difference(seen_by(vision, inserted), seen_by(vision, deleted)) >= 15


def test_the_monochrome_theme_holds_greys_alone() -> None:
    colors, reader, _ = read(built_in_folder() / "monochrome.toml")
    for color in (*colors.values(), *reader.values()):
        assert color[1:3] == color[3:5] == color[5:7]


@pytest.mark.parametrize("highlight", BEHIND_TEXT)
def test_the_high_contrast_theme_reaches_the_enhanced_level(highlight: str) -> None:
    colors, reader, _ = read(built_in_folder() / "high-contrast.toml")
    assert contrast(colors["foreground"], reader[highlight]) >= 7
