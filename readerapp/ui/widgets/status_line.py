"""The status line: where the person is, what is going on, what is not saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.timer import Timer
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
    weaker: str = ""
    """How many findings are hidden as weak."""
    mode: str = ""
    """A state to leave with Esc, such as the search."""
    progress: str = ""
    """How far the comparison is."""
    brief_progress: str = ""
    """The same where there is little room."""
    notices: str = ""
    """How many notices there are."""
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
    StatusLine > .status-line--message { background: $primary-muted; color: $foreground; }
    StatusLine > .status-line--unsaved { color: $warning; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "status-line--place",
        "status-line--quiet",
        "status-line--mode",
        "status-line--message",
        "status-line--unsaved",
    }
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._status = Status()
        self._message = ""
        self._forgetting: Timer | None = None

    @property
    def status(self) -> Status:
        """What the line says."""
        return self._status

    @property
    def message(self) -> str:
        """What is told at the moment in place of the status."""
        return self._message

    def tell(self, message: str, seconds: float) -> bool:
        """Tell something for a while in place of the status.

        Returns:
            whether there is room for it; otherwise nothing is told.
        """
        if cell_len(message) + 2 > self.size.width:
            return False
        self._message = message
        if self._forgetting is not None:
            self._forgetting.stop()
        self._forgetting = self.set_timer(seconds, self.forget)
        self.refresh()
        return True

    def forget(self) -> None:
        """Go back to the status."""
        self._message = ""
        self.refresh()

    def show(self, status: Status) -> None:
        """Say something else."""
        if status != self._status:
            self._status = status
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line: the place at the left, states at the right."""
        status, width = self._status, self.size.width
        if self._message:
            style = self.get_component_rich_style("status-line--message")
            return Strip([Segment(f" {self._message}", style)]).extend_cell_length(width, style)
        before = [(status.mode, "mode"), (status.place, "place"), (status.detail, "quiet")]
        room_for_progress = _fitting(before, width - 2)[1]
        is_tight = cell_len(status.progress) + 2 > room_for_progress
        left = [
            *before,
            (status.brief_progress if is_tight else status.progress, "mode"),
            (status.weaker, "quiet"),
            (status.filters, "quiet"),
        ]
        right = [
            ("● unsaved" if status.is_dirty else "", "unsaved"),
            (status.hidden_panes, "mode"),
            (status.notices, "quiet"),
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
        return [
            Segment(f"{text}  ", self.get_component_rich_style(f"status-line--{name}"))
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
