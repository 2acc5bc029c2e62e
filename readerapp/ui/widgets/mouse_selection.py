"""Selecting with the mouse within one pane.

A drag stays in the pane that it began in, and scrolls it when the pointer is held above or below.
Textual's own selection would go on into the next pane and there select from the top.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from readerapp.model import Span
from readerapp.ui.caret import word_at

if TYPE_CHECKING:
    from readerapp.ui.widgets.selectable_view import SelectableView

_INTERVAL = 0.05
"""Seconds between two steps of scrolling while the pointer is held outside."""


class MouseSelection:
    """One press of the button, from its beginning to its end.

    Args:
        pane: where it takes place.
    """

    def __init__(self, pane: SelectableView) -> None:
        self._pane = pane
        self._anchor: Span | None = None
        self._pointer = (0, 0)
        self._timer: Timer | None = None
        self.has_just_selected = False
        """Was the last press a drag, so that the click which ends it means nothing?"""

    def press(self, x: int, y: int) -> None:
        """The button went down in a cell of the pane."""
        self._pointer = (x, y)
        self._anchor = self._pane.character_at(x, y)
        self.has_just_selected = False
        # The first move may lead out of the pane already.
        self._pane.capture_mouse()

    def move(self, x: int, y: int) -> None:
        """The pointer moved, perhaps out of the pane."""
        if self._anchor is None or (x, y) == self._pointer:
            return
        self.has_just_selected = True
        self._pointer = (x, y)
        self._select()
        is_outside = not 0 <= y < self._pane.height_in_rows
        if is_outside and self._timer is None:
            self._timer = self._pane.set_interval(_INTERVAL, self._scroll)
        elif not is_outside:
            self._stop_timer()

    def release(self) -> None:
        """The button went up."""
        if self._anchor is not None:
            self._pane.release_mouse()
        self._anchor = None
        self._stop_timer()

    def select_word(self, offset: int) -> None:
        """Select the word at an offset."""
        self._pane.select(word_at(self._pane.paragraphs.text, offset))

    def _select(self) -> None:
        if self._anchor is None:
            return
        x, y = self._pointer
        height = self._pane.height_in_rows
        if y < 0:
            x, y = 0, 0
        elif y >= height:
            x, y = self._pane.size.width, height - 1
        pointer = self._pane.character_at(x, y)
        start = min(self._anchor.start, pointer.start)
        self._pane.select(Span(start, max(self._anchor.end, pointer.end)))

    def _scroll(self) -> None:
        y = self._pointer[1]
        height = self._pane.height_in_rows
        self._pane.scroll_rows(y if y < 0 else max(1, y - height + 1))
        self._select()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
