"""The looks of a pane, worked out once for a theme: a style for every kind of mark and every state."""

from __future__ import annotations

from dataclasses import dataclass

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from readerapp.model import Kind
from readerapp.ui.marks import MarkKind

COMPONENTS = frozenset(
    {
        "article-pane--contradiction",
        "article-pane--overlap",
        "article-pane--unique",
        "article-pane--note",
        "article-pane--search",
        "article-pane--search-current",
        "article-pane--current",
        "article-pane--gutter",
        "article-pane--dismissed",
    }
)
"""Names by which a style sheet reaches the parts."""

_READABLE = 4.5
"""Contrast of text to its background below which the text is made black or white (WCAG 2, level AA)."""
_EMPHASIS = 0.28
"""Share of the colour of the current finding in the background of its passages."""


@dataclass(frozen=True, slots=True)
class PaneStyles:
    """Styles to be laid upon one another."""

    base: Style
    """Text that nothing is said about."""
    kinds: dict[MarkKind, Style]
    """Passages of each kind."""
    current: dict[MarkKind, Style]
    """Passages of each kind that belong to the current finding."""
    dismissed: Style
    """Passages of dismissed findings."""
    several: Style
    """Where passages of several findings lie upon one another."""
    hit: Style
    """Hits of the search."""
    current_hit: Style
    """The hit that the person is at."""
    selection: Style
    """Selected text."""
    caret: Style
    """The cell of the caret."""
    gutter: Style
    """Signs at the left."""
    gutter_current: Style
    """Signs at the left, beside the current finding."""


def styles_of(widget: Widget) -> PaneStyles:
    """The styles of a pane under the theme that is in use."""
    base = widget.rich_style

    def component(name: str) -> Style:
        return widget.get_component_rich_style(f"article-pane--{name}", partial=True)

    emphasis = component("current")
    kinds: dict[MarkKind, Style] = {kind: component(kind.value) for kind in Kind}
    kinds["note"] = component("note")
    kinds["search"] = component("search")
    current = {
        kind: _readable(base, _blended(style, emphasis.color, base) + _text_style(emphasis))
        for kind, style in kinds.items()
    }
    selection = widget.screen.get_component_rich_style("screen--selection").bgcolor
    gutter = base + component("gutter")
    return PaneStyles(
        base=base,
        kinds={kind: _readable(base, style) for kind, style in kinds.items()},
        current=current,
        dismissed=component("dismissed"),
        several=Style(underline=True),
        hit=_readable(base, component("search")),
        current_hit=_readable(base, component("search-current")),
        # Only the background: the theme's foreground for selections is transparent, which comes out as
        # text in the colour of its background.
        selection=_readable(base, Style.from_color(None, selection)),
        caret=Style(reverse=True),
        gutter=gutter,
        gutter_current=gutter + Style.from_color(emphasis.color) + Style(bold=True),
    )


def _text_style(style: Style) -> Style:
    return style.without_color


def _blended(style: Style, color: RichColor | None, base: Style) -> Style:
    background = style.bgcolor or base.bgcolor
    if color is None or background is None or background.is_default or color.is_default:
        return style
    blended = Color.from_rich_color(background).blend(Color.from_rich_color(color), _EMPHASIS)
    return style + Style.from_color(None, blended.rich_color)


def _readable(base: Style, style: Style) -> Style:
    """The style with a foreground that can be read on its background."""
    foreground = style.color or base.color
    background = style.bgcolor
    if foreground is None or background is None or foreground.is_default or background.is_default:
        return style
    behind = Color.from_rich_color(background)
    if contrast(Color.from_rich_color(foreground), behind) >= _READABLE:
        return style
    black, white = Color(0, 0, 0), Color(255, 255, 255)
    better = max((black, white), key=lambda color: contrast(color, behind))
    return style + Style.from_color(better.rich_color)


def contrast(one: Color, other: Color) -> float:
    """Contrast of two colours after WCAG 2, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
