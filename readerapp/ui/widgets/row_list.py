"""A list of many rows, each one line high, of which only the visible ones are ever drawn.

The owner says how many rows there are and draws a row when it is asked to; 20,000 rows open as fast as
20. A row is Rich text made by the owner, so nothing in an article is taken for markup.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

DrawRow = Callable[[int, int], Text]
"""Draws a row, given its index and the width in cells."""


class RowList(ScrollView, can_focus=True):
    """Rows to walk through and to choose from."""

    DEFAULT_CSS = """
    RowList {
        height: 1fr; overflow: hidden auto; scrollbar-size-vertical: 1;
        background: $background; color: $foreground;
    }
    RowList > .row-list--cursor { background: $boost; text-style: bold; }
    RowList:focus > .row-list--cursor { background: $primary-muted; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "move_page(-1)", "Page up", show=False),
        Binding("pagedown,space", "move_page(1)", "Page down", show=False),
        Binding("home", "move_to_end(-1)", "First", show=False),
        Binding("end", "move_to_end(1)", "Last", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]

    cursor: reactive[int] = reactive(0)
    """Index of the row that the cursor is on."""

    class Highlighted(Message):
        """The cursor came to a row."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

        def can_replace(self, message: Message) -> bool:
            """Only the last place of the cursor matters."""
            return isinstance(message, RowList.Highlighted)

    class Chosen(Message):
        """A row was chosen by Enter or by a click."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self._draw: DrawRow = lambda index, width: Text()

    def show(self, count: int, draw: DrawRow, cursor: int = 0) -> None:
        """Show other rows.

        Args:
            count: number of rows.
            draw: draws one of them.
            cursor: index that the cursor is put on, as far as there are rows.
        """
        self.count, self._draw = count, draw
        self.virtual_size = Size(self.scrollable_content_region.width, count)
        before, self.cursor = self.cursor, max(0, min(cursor, count - 1))
        if before == self.cursor:
            self._cursor_moved()
        self.refresh()

    def on_resize(self) -> None:
        """Rows take the new width; the cursor stays in sight."""
        self.virtual_size = Size(self.scrollable_content_region.width, self.count)
        self._reveal_cursor()

    def watch_cursor(self) -> None:
        """Follow the cursor."""
        self._cursor_moved()

    def _cursor_moved(self) -> None:
        self._reveal_cursor()
        self.refresh()
        if self.count:
            self.post_message(self.Highlighted(self.cursor))

    def _reveal_cursor(self) -> None:
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        if self.cursor < top:
            top = self.cursor
        elif height and self.cursor >= top + height:
            top = self.cursor - height + 1
        else:
            return
        self.scroll_to(y=top, animate=False, force=True, immediate=True)

    def action_move(self, rows: int) -> None:
        """Move the cursor up or down."""
        self.cursor = max(0, min(self.count - 1, self.cursor + rows))

    def action_move_page(self, pages: int) -> None:
        """Move the cursor by what is visible at once."""
        self.action_move(pages * max(1, self.scrollable_content_region.height - 1))

    def action_move_to_end(self, direction: int) -> None:
        """Move the cursor to the first or the last row."""
        self.cursor = 0 if direction < 0 else max(0, self.count - 1)

    def action_choose(self) -> None:
        """Choose the row that the cursor is on."""
        if self.count:
            self.post_message(self.Chosen(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; one on the cursor chooses."""
        index = event.y + self.scroll_offset.y
        if not 0 <= index < self.count:
            return
        if index == self.cursor or event.chain == 2:
            self.cursor = index
            self.action_choose()
        else:
            self.cursor = index

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        index = y + self.scroll_offset.y
        width, base = self.scrollable_content_region.width, self.rich_style
        if index >= self.count:
            return Strip.blank(width, base)
        text = self._draw(index, width)
        text.truncate(width, overflow="ellipsis", pad=True)
        strip = Strip(text.render(self.app.console), width)
        row = base
        if index == self.cursor:
            row = base + self.get_component_rich_style("row-list--cursor", partial=True)
        return Strip(
            [type(segment)(segment.text, row + (segment.style or Style())) for segment in strip], width
        )
