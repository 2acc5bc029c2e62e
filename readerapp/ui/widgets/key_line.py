"""The line of keys at the bottom of a screen: what can be done here, by key or by a click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget


class KeyHint(NamedTuple):
    """One entry."""

    key: str
    """The key as written for people."""
    label: str
    """What it does, in one or two words."""
    action: str
    """Textual action that a click runs on the screen."""
    is_kept: bool = False
    """Is it shown at the right however narrow the line is?"""

    @property
    def width(self) -> int:
        """Cells that it takes."""
        return cell_len(self.key) + 1 + cell_len(self.label)


class KeyLine(Widget):
    """As many hints as the width holds, in order of importance; some stand at the right in any case."""

    DEFAULT_CSS = """
    KeyLine { height: 1; background: $panel; color: $foreground; }
    KeyLine > .key-line--key { color: $primary; text-style: bold; }
    KeyLine > .key-line--label { color: $text-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key", "key-line--label"}
    ALLOW_SELECT = False

    def __init__(self, hints: Sequence[KeyHint] = ()) -> None:
        super().__init__()
        self._hints = tuple(hints)

    def show(self, hints: Sequence[KeyHint]) -> None:
        """Show other hints."""
        if tuple(hints) != self._hints:
            self._hints = tuple(hints)
            self.refresh()

    def _placed(self) -> list[tuple[int, int, KeyHint]]:
        """The hints that fit, with their first column and the column after the last."""
        kept = [hint for hint in self._hints if hint.is_kept]
        limit = self.size.width - sum(hint.width + 2 for hint in kept)
        placed, column = [], 1
        for hint in self._hints:
            if hint.is_kept:
                continue
            if column + hint.width > limit:
                break
            placed.append((column, column + hint.width, hint))
            column += hint.width + 2
        column = max(column, limit + 1)
        for hint in kept:
            placed.append((column, column + hint.width, hint))
            column += hint.width + 2
        return placed

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        base = self.rich_style
        key_style = self.get_component_rich_style("key-line--key")
        label_style = self.get_component_rich_style("key-line--label")
        segments, column = [], 0
        for start, end, hint in self._placed():
            segments.append(Segment(" " * (start - column), base))
            segments.append(Segment(hint.key, key_style))
            segments.append(Segment(f" {hint.label}", label_style))
            column = end
        return Strip(segments).extend_cell_length(self.size.width, base).crop(0, self.size.width)

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        for start, end, hint in self._placed():
            if start <= event.x < end:
                await self.screen.run_action(hint.action)
                return
