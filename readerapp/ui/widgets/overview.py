"""A whole article on the height of its pane: where findings lie, where the current one is, what is in sight.

Every cell stands for a part of the text and shows the sign of the strongest finding there; a bar shows
the part that is in sight. A click or a drag goes to that place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from readerapp.model import Kind
from readerapp.ui.marks import STRENGTH, Mark
from readerapp.ui.wrapping import Rows

_CURRENT = "◆"
_BAR = "┃"
_CURRENT_STRENGTH = 99


class OverviewStrip(Widget):
    """One column of cells."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "overview--contradiction",
        "overview--overlap",
        "overview--unique",
        "overview--note",
        "overview--current",
        "overview--bar",
    }
    DEFAULT_CSS = """
    OverviewStrip { width: 1; height: 1fr; background: $surface; color: $foreground; }
    OverviewStrip > .overview--contradiction { background: $reader-contradiction; }
    OverviewStrip > .overview--overlap { background: $reader-overlap; }
    OverviewStrip > .overview--unique { background: $reader-unique; }
    OverviewStrip > .overview--note { background: $reader-note; }
    OverviewStrip > .overview--current { color: $reader-current; text-style: bold; }
    OverviewStrip > .overview--bar { color: $reader-gutter; }
    """

    class Jumped(Message):
        """The person chose a place."""

        def __init__(self, strip: OverviewStrip, fraction: float) -> None:
            super().__init__()
            self.strip = strip
            self.fraction = fraction
            """Share of the text's length, from 0 to 1."""

        def can_replace(self, message: Message) -> bool:
            """Only the last place of a drag matters."""
            return isinstance(message, OverviewStrip.Jumped) and message.strip is self.strip

        @property
        def control(self) -> OverviewStrip:
            """The strip."""
            return self.strip

    def __init__(self) -> None:
        super().__init__()
        self._marks: Sequence[Mark] = ()
        self._finding: str | None = None
        self._length = 0
        self._rows: Rows | None = None
        self._visible = (0.0, 1.0)
        self._cells: list[Mark | None] | None = None
        self._is_dragging = False

    def show(self, marks: Sequence[Mark], length: int, *, finding: str | None = None) -> None:
        """Show other marks.

        Args:
            marks: in any order; dismissed ones are left out.
            length: code points of the text.
            finding: identity of a finding that counts as the current one, whatever its marks say.
        """
        self._marks, self._length, self._finding = marks, length, finding
        self._cells = None
        self.refresh()

    def show_visible(self, visible: tuple[float, float], rows: Rows) -> None:
        """Show which part is in sight.

        Args:
            visible: beginning and end as shares of the text's length.
            rows: the text in rows; where all of them are in sight, each cell stands for the row beside it.
        """
        if rows is not self._rows:
            self._rows, self._cells = rows, None
            self.refresh()
        if visible != self._visible:
            self._visible = visible
            self.refresh()

    def on_resize(self) -> None:
        """Every cell stands for another part now."""
        self._cells = None

    def _is_current(self, mark: Mark) -> bool:
        return mark.current or (self._finding is not None and mark.finding == self._finding)

    def _strongest(self) -> list[Mark | None]:
        """The strongest mark of each cell."""
        height = self.size.height
        found: list[Mark | None] = [None] * height
        strengths = [-1] * height
        length = max(1, self._length)
        rows = self._rows if self._rows is not None and len(self._rows) <= height else None
        for mark in self._marks:
            is_current = self._is_current(mark)
            if mark.dismissed and not is_current:
                continue
            strength = _CURRENT_STRENGTH if is_current else STRENGTH[mark.kind]
            if rows is not None:
                first, last = rows.row_of_offset(mark.start), rows.row_of_offset(mark.end - 1) + 1
            else:
                first = mark.start * height // length
                last = min(height, max(first + 1, -(-mark.end * height // length)))
            for cell in range(first, last):
                if strengths[cell] < strength:
                    strengths[cell] = strength
                    found[cell] = mark
        return found

    def render_line(self, y: int) -> Strip:
        """Draw one cell."""
        if self._cells is None or len(self._cells) != self.size.height:
            self._cells = self._strongest()
        height = len(self._cells)
        if not 0 <= y < height:
            return Strip.blank(1, self.rich_style)
        start, end = self._visible
        in_sight = (start * height < y + 1 and end * height > y) and not (start <= 0 and end >= 1)
        mark = self._cells[y]
        if mark is not None:
            sign, style = self._drawn(mark)
        elif in_sight:
            sign, style = _BAR, self._component("bar")
        else:
            sign, style = " ", Style()
        return Strip([Segment(sign, self.rich_style + style)], 1)

    def _drawn(self, mark: Mark) -> tuple[str, Style]:
        if self._is_current(mark):
            return _CURRENT, self._component("current")
        kind = mark.kind.value if isinstance(mark.kind, Kind) else "note"
        return mark.sign, self._component(kind)

    def _component(self, name: str) -> Style:
        return self.get_component_rich_style(f"overview--{name}", partial=True)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to a place, and follow the pointer from now on."""
        if event.button == 1:
            event.stop()
            self._is_dragging = True
            self.capture_mouse()
            self._jump(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer while the button is held."""
        if self._is_dragging:
            self._jump(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The end of a drag."""
        if self._is_dragging:
            self._is_dragging = False
            self.release_mouse()

    def _jump(self, y: int) -> None:
        height = max(1, self.size.height)
        fraction = (y + 0.5) / height if 0 < y < height - 1 else 0.0 if y <= 0 else 1.0
        self.post_message(self.Jumped(self, fraction))
