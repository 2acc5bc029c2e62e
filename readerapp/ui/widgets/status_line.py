"""The status line: where the person is, what is going on, what is not saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Status:
    """What the line says; empty parts are left out."""

    place: str = ""
    """Where the person is, such as `4 of 21`."""
    detail: str = ""
    """What is there, such as `overlap, edited`."""
    filters: str = ""
    """Which findings are left out."""
    mode: str = ""
    """A state to leave with Esc, such as the search."""
    progress: str = ""
    """How far the comparison is."""
    hidden_panes: str = ""
    """How many articles are not on the screen."""
    synchronised: bool = False
    """Do the panes scroll together?"""
    is_dirty: bool = False
    """Is there unsaved work?"""


class StatusLine(Widget):
    """One line; what matters less is left out first where it is narrow."""

    DEFAULT_CSS = """
    StatusLine { height: 1; background: $surface; color: $foreground; }
    StatusLine > .status-line--place { text-style: bold; color: $primary; }
    StatusLine > .status-line--quiet { color: $text-muted; }
    StatusLine > .status-line--mode { color: $accent; text-style: bold; }
    StatusLine > .status-line--unsaved { color: $warning; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "status-line--place",
        "status-line--quiet",
        "status-line--mode",
        "status-line--unsaved",
    }
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._status = Status()

    @property
    def status(self) -> Status:
        """What the line says."""
        return self._status

    def show(self, status: Status) -> None:
        """Say something else."""
        if status != self._status:
            self._status = status
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line: the place at the left, states at the right."""
        status, width = self._status, self.size.width
        left = [
            (status.mode, "mode"),
            (status.place, "place"),
            (status.detail, "quiet"),
            (status.progress, "mode"),
            (status.filters, "quiet"),
        ]
        right = [
            ("● unsaved" if status.is_dirty else "", "unsaved"),
            (status.hidden_panes, "mode"),
            ("⇅ sync" if status.synchronised else "", "quiet"),
        ]
        room = width - 2
        shown_left, room = _fitting(left, room)
        shown_right, room = _fitting(right, room)
        base = self.rich_style
        segments = [Segment(" ", base)]
        segments += self._drawn(shown_left)
        segments.append(Segment(" " * max(0, room), base))
        segments += self._drawn(shown_right)
        return Strip(segments).extend_cell_length(width, base).crop(0, width)

    def _drawn(self, parts: list[tuple[str, str]]) -> list[Segment]:
        base = self.rich_style
        return [
            Segment(f"{text}  ", base + self.get_component_rich_style(f"status-line--{name}", partial=True))
            for text, name in parts
        ]


def _fitting(parts: list[tuple[str, str]], room: int) -> tuple[list[tuple[str, str]], int]:
    """The parts that fit into some cells, each with two blanks after it, and the cells that are left."""
    shown = []
    for text, name in parts:
        if text and cell_len(text) + 2 <= room:
            shown.append((text, name))
            room -= cell_len(text) + 2
    return shown, room
