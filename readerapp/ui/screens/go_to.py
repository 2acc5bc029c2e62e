"""Asking for a line or a percentage of the article to go to."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static


class Target(NamedTuple):
    """Where to go; one of the two is None."""

    line: int | None
    """Line of the text, from 1."""
    share: float | None
    """Share of the text, from 0 to 1."""


def target_of(text: str) -> Target | None:
    """Read `120` as a line and `35%` or `35.5 %` as a percentage; None for anything else."""
    text = text.strip()
    if text.endswith("%"):
        try:
            percentage = float(text[:-1].strip().replace(",", "."))
        except ValueError:
            return None
        # Written so that "nan" is refused as well.
        return Target(None, percentage / 100) if 0 <= percentage <= 100 else None
    if text.isdecimal() and len(text) <= 12 and int(text) >= 1:
        return Target(int(text), None)
    return None


class GoTo(ModalScreen[Target | None]):
    """Returns where to go in the article; None where the person leaves with Esc.

    Args:
        title: the article's title.
        lines: number of lines of its text.
    """

    DEFAULT_CSS = """
    GoTo { align: center middle; background: $background 60%; }
    GoTo > Vertical {
        width: 56; max-width: 100%; height: auto; border: round $primary; background: $surface; padding: 0 1;
    }
    GoTo Input, GoTo Input:focus { border: none; height: 1; padding: 0; background: $boost; }
    GoTo .complaint { color: $error; height: auto; }
    """
    BINDINGS: ClassVar = [("escape", "dismiss(None)", "Stay")]

    def __init__(self, title: str, lines: int) -> None:
        super().__init__()
        self._title, self._lines = title, lines

    def compose(self) -> ComposeResult:
        """One line to write in."""
        with Vertical():
            yield Static(f"Go to a line (1 to {self._lines:,}) or a percentage in", markup=False)
            yield Static(self._title, markup=False)
            yield Input(placeholder="120 or 35%")
            yield Static("", markup=False, classes="complaint")

    def on_mount(self) -> None:
        """Typing begins at once."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        target = target_of(event.value)
        if target is None:
            complaint = "Write a line such as 120, or a percentage such as 35%."
            self.query_one(".complaint", Static).update(complaint)
        else:
            self.dismiss(target)
