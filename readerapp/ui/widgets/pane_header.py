"""The line above a pane: which article it is, and how far it is scrolled."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from readerapp.model import Document
from readerapp.model.printable import printable
from readerapp.ui.cells import fitted

_MARKED = "▸"
_LONGEST_PART = 300


class PaneHeader(Widget):
    """Number, title, source, author and date, as far as there is room.

    Args:
        document: the article.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PaneHeader { height: 1; background: $panel; color: $text-muted; }
    PaneHeader.-focused { background: $primary; color: $text; text-style: bold; }
    """

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._number = printable(document.id, 8)
        self._words = describe(document)
        self._percentage = ""

    def show_percentage(self, percentage: int) -> None:
        """Show how far the pane is scrolled."""
        words = f"{percentage} %"
        if words != self._percentage:
            self._percentage = words
            self.refresh()

    def mark(self, is_focused: bool) -> None:
        """Show whether the pane has the focus, by a sign as well as by colour."""
        self.set_class(is_focused, "-focused")
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        sign = _MARKED if self.has_class("-focused") else " "
        before, after = f"{sign}{self._number} ", f" {self._percentage:>5} "
        room = max(0, self.size.width - len(before) - len(after))
        text = before + fitted(self._words, room) + after
        return Strip([Segment(fitted(text, self.size.width), self.rich_style)], self.size.width)


def describe(document: Document) -> str:
    """An article in one line that is safe to show: title, source, author and date."""
    source = document.source.rstrip("/").replace("\\", "/")
    name = source if "://" in source else source.rsplit("/", 1)[-1]
    parts = [document.title, name, document.author, (document.published or "")[:10]]
    shown = [printable(part, _LONGEST_PART).strip() for part in parts if part]
    return " · ".join(dict.fromkeys(part for part in shown if part))
