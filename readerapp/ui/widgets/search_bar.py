"""The line in which a search is written, with the counter of its hits."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static


class SearchBar(Horizontal):
    """A slash, the query, and `4/14`."""

    DEFAULT_CSS = """
    SearchBar { height: 1; background: $boost; display: none; }
    SearchBar.-shown { display: block; }
    SearchBar .slash { width: 3; color: $accent; text-style: bold; padding: 0 1; }
    SearchBar Input, SearchBar Input:focus {
        width: 1fr; border: none; height: 1; padding: 0; background: $boost;
    }
    SearchBar .counter { width: auto; min-width: 8; padding: 0 1; color: $text-muted; text-align: right; }
    """

    def compose(self) -> ComposeResult:
        """The parts of the line."""
        yield Static("/", markup=False, classes="slash")
        yield Input(placeholder="search in all articles; Enter goes to the first hit")
        yield Static("", markup=False, classes="counter")

    @property
    def field(self) -> Input:
        """Where the query is written."""
        return self.query_one(Input)

    def open(self) -> None:
        """Show the line; typing begins at once and replaces what stands there."""
        self.add_class("-shown")
        self.field.focus()
        self.field.select_all()

    def close(self) -> None:
        """Hide the line and forget the query."""
        self.remove_class("-shown")
        self.field.value = ""
        self.count("")

    def count(self, words: str) -> None:
        """Show the counter."""
        self.query_one(".counter", Static).update(words)
