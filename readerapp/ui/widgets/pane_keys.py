"""The keys of a pane: they scroll, or move the caret where one is shown."""

from __future__ import annotations

from textual.binding import Binding

_STEPS = {
    "up": "up",
    "down": "down",
    "left": "left",
    "right": "right",
    "pageup": "page-up",
    "pagedown": "page-down",
    "home": "line-start",
    "end": "line-end",
    "ctrl+left": "word-left",
    "ctrl+right": "word-right",
    "ctrl+home": "text-start",
    "ctrl+end": "text-end",
    "left_curly_bracket": "paragraph-up",
    "right_curly_bracket": "paragraph-down",
}
_EXTENDING = {
    "shift+up": "up",
    "shift+down": "down",
    "shift+left": "left",
    "shift+right": "right",
    "shift+pageup": "page-up",
    "shift+pagedown": "page-down",
    "shift+home": "line-start",
    "shift+end": "line-end",
    "ctrl+shift+left": "word-left",
    "ctrl+shift+right": "word-right",
    "ctrl+shift+home": "text-start",
    "ctrl+shift+end": "text-end",
}

PANE_BINDINGS: tuple[Binding, ...] = (
    *(Binding(key, f"move('{step}')", "Move", show=False) for key, step in _STEPS.items()),
    *(Binding(key, f"move('{step}', True)", "Select", show=False) for key, step in _EXTENDING.items()),
    Binding("space", "space", "Page down", show=False),
)
"""Bindings of `ArticlePane`."""
