"""Rows that are checked and unchecked; what a row says, and what is checked, is up to the screen."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from readerapp.ui.widgets.row_list import RowList


class Checklist(RowList):
    """Rows that are checked and unchecked with the space bar or by a click."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space,x", "check", "Check", show=False)]

    class Toggled(Message):
        """The row under the cursor is to be checked or unchecked."""

    def action_check(self) -> None:
        """Check or uncheck the row under the cursor."""
        self.post_message(self.Toggled())

    def on_click(self, event: events.Click) -> None:
        """A click checks a row; it does not leave the screen."""
        event.prevent_default()
        index = event.y + self.scroll_offset.y
        if 0 <= index < self.count:
            self.cursor = index
            self.action_check()
