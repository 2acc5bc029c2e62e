"""What the list of findings and the list of notes share: rows, a filter, and a preview below."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, Static

from readerapp.ui.widgets.key_line import KeyHint, KeyLine
from readerapp.ui.widgets.row_list import RowList

Entry = TypeVar("Entry")

_DEBOUNCE = 0.08
"""Seconds without a key after which the filter is applied."""


class ListScreen(Screen[str | None], Generic[Entry]):
    """A full screen of rows; returns the identity of the entry that was chosen, None for none."""

    DEFAULT_CSS = """
    ListScreen { background: $background; }
    ListScreen .heading { background: $panel; text-style: bold; padding: 0 1; height: 1; }
    ListScreen Input, ListScreen Input:focus {
        border: none; height: 1; padding: 0 1; background: $surface;
    }
    ListScreen Input:focus { background: $boost; }
    ListScreen .preview {
        height: 30%; max-height: 14; min-height: 3; background: $surface; padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    ListScreen .preview Static { height: auto; }
    """
    BINDINGS: ClassVar = [
        Binding("escape", "back", "Back", show=False),
        Binding("q", "dismiss(None)", "Back", show=False),
        Binding("slash", "filter", "Filter", show=False),
        Binding("tab", "other_field", "Other field", show=False),
        Binding("shift+tab", "other_field", "Other field", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self._waiting: Timer | None = None

    @abstractmethod
    def heading(self) -> str:
        """The first line of the screen."""

    @abstractmethod
    def matching(self, text: str) -> Sequence[Entry]:
        """The entries in which all words of a text occur."""

    @abstractmethod
    def draw(self, entry: Entry, width: int) -> Text:
        """One row."""

    @abstractmethod
    def preview(self, entry: Entry) -> Content:
        """The entry at length."""

    @abstractmethod
    def identity(self, entry: Entry) -> str:
        """What the screen returns for the entry."""

    @abstractmethod
    def hints(self) -> Sequence[KeyHint]:
        """What can be done here."""

    def explanation(self) -> str:
        """What stands in the filter while nothing is written there."""
        return "/ filter: words in the passages, reasons, notes and tags"

    def start(self) -> str | None:
        """Identity of the entry that the cursor begins on."""
        return None

    def compose(self) -> ComposeResult:
        """Heading, filter, rows, preview, keys."""
        yield Static("", markup=False, classes="heading")
        yield Input(placeholder=self.explanation())
        yield RowList()
        with VerticalScroll(classes="preview", can_focus=False):
            yield Static("", markup=False)
        yield KeyLine(self.hints())

    def on_mount(self) -> None:
        """Show everything; the arrows move at once."""
        self.refill(self.start())
        self.query_one(RowList).focus()

    @property
    def selected(self) -> Entry | None:
        """The entry that the cursor is on."""
        cursor = self.query_one(RowList).cursor
        return self.entries[cursor] if cursor < len(self.entries) else None

    def refill(self, identity: str | None = None) -> None:
        """Apply the filter anew.

        Args:
            identity: entry to put the cursor on; None keeps it on its entry, or on the next one after that
                which is left, or else in its row.
        """
        rows = self.query_one(RowList)
        following = [self.identity(entry) for entry in self.entries[rows.cursor :]]
        self.entries = list(self.matching(self.query_one(Input).value))
        row_of = {self.identity(entry): row for row, entry in enumerate(self.entries)}
        if identity is not None:
            cursor = row_of.get(identity, 0)
        else:
            cursor = next((row_of[each] for each in following if each in row_of), rows.cursor)
        rows.show(len(self.entries), lambda index, width: self.draw(self.entries[index], width), cursor)
        self.query_one(".heading", Static).update(self.heading())
        if not self.entries:
            self._show_preview()

    @on(RowList.Highlighted)
    def _show_preview(self) -> None:
        entry = self.selected
        words = Content("Nothing to show.") if entry is None else self.preview(entry)
        self.query_one(".preview Static", Static).update(words)
        self.query_one(".preview", VerticalScroll).scroll_home(animate=False)

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        entry = self.selected
        if entry is not None:
            self.dismiss(self.identity(entry))

    @on(Input.Changed)
    def _filter_changed(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(_DEBOUNCE, self.refill)

    @on(Input.Submitted)
    def _filter_done(self) -> None:
        self.refill()
        self.query_one(RowList).focus()

    def action_filter(self) -> None:
        """Write in the filter."""
        self.query_one(Input).focus()

    def action_other_field(self) -> None:
        """From the rows to the filter and back."""
        rows = self.query_one(RowList)
        (self.query_one(Input) if rows.has_focus else rows).focus()

    def action_back(self) -> None:
        """Leave the filter, empty it, leave the screen: one of them, in this order."""
        field, rows = self.query_one(Input), self.query_one(RowList)
        if field.has_focus:
            rows.focus()
        elif field.value:
            field.value = ""
        else:
            self.dismiss(None)
