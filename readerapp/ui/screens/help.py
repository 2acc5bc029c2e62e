"""The help screen: every key that works, from the registry of actions."""

from __future__ import annotations

from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from readerapp.ui.actions import ACTIONS, Group, shown_keys
from readerapp.ui.widgets.key_line import KeyHint, KeyLine

READING_KEYS = (
    ("Arrows, PgUp, PgDn", "Scroll the article"),
    ("Home, End", "Go to its beginning or its end"),
    ("Mouse", "Click a highlight to go to its finding; drag to select; double click for a word"),
)


class Help(Screen[None]):
    """Every key with what it does; what cannot be done just now is greyed, with the reason.

    Args:
        reasons: why an action cannot be done now, by its name.
    """

    DEFAULT_CSS = """
    Help { background: $background; }
    Help .heading { background: $panel; color: $foreground; text-style: bold; padding: 0 1; height: 1; }
    Help VerticalScroll { padding: 0 1; scrollbar-size-vertical: 1; }
    Help .group { color: $primary; text-style: bold; margin-top: 1; height: 1; }
    Help .keys { height: auto; }
    """
    BINDINGS: ClassVar = [("escape,q,question_mark,f1", "dismiss", "Back")]

    def __init__(self, reasons: dict[str, str]) -> None:
        super().__init__()
        self._reasons = reasons

    def compose(self) -> ComposeResult:
        """One block a group."""
        yield Static("Keys", markup=False, classes="heading")
        with VerticalScroll():
            for group in Group:
                yield Static(group, markup=False, classes="group")
                yield Static(self._keys(group), markup=False, classes="keys")
        yield KeyLine([KeyHint("Esc", "back", "dismiss"), KeyHint("↑ ↓", "scroll", "noop")])

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        self.query_one(VerticalScroll).focus()

    def _keys(self, group: Group) -> Table:
        table = Table.grid(padding=(0, 2))
        table.add_column(width=18)
        table.add_column()
        for action in ACTIONS:
            if action.group is group:
                words = Text(action.description.replace("`", ""))
                reason = self._reasons.get(action.name)
                if reason:
                    words.append(f" ({reason})", "italic")
                table.add_row(
                    Text(shown_keys(action), "" if reason else "bold"), words, style="dim" if reason else ""
                )
        if group is Group.READ:
            for keys, description in READING_KEYS:
                table.add_row(Text(keys, "bold"), Text(description))
        return table
