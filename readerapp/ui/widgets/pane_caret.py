"""Selecting with the keyboard: a caret that the arrows move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readerapp.model import Span
from readerapp.model.graphemes import snap_back
from readerapp.ui.caret import Direction, moved

if TYPE_CHECKING:
    from readerapp.ui.widgets.selectable_view import SelectableView

_VERTICAL = frozenset({"up", "down", "page-up", "page-down"})


class PaneCaret:
    """The caret of one pane, from where it was put on.

    Args:
        pane: where it is shown.
        offset: where it begins.
    """

    def __init__(self, pane: SelectableView, offset: int) -> None:
        self._pane = pane
        self.offset = snap_back(pane.paragraphs.text, offset)
        """Where it is, between two characters."""
        self._column = pane.rows.column_of(self.offset)
        self._anchor: int | None = None
        self._is_anchored = False

    def toggle_anchor(self) -> None:
        """Let every step select from where the caret is now, or no step any more."""
        self._is_anchored = not self._is_anchored
        self._anchor = self.offset if self._is_anchored else None

    def move(self, direction: Direction, extend: bool) -> None:
        """Take a step.

        Args:
            direction: where to.
            extend: select what lies between; otherwise nothing stays selected.
        """
        pane, before = self._pane, self.offset
        self.offset = moved(
            pane.paragraphs, pane.rows, before, direction, column=self._column, page=pane.page_in_rows
        )
        if direction not in _VERTICAL:
            self._column = pane.rows.column_of(self.offset)
        if extend or self._is_anchored:
            if self._anchor is None:
                self._anchor = before
            pane.select(Span(min(self._anchor, self.offset), max(self._anchor, self.offset)))
        else:
            self._anchor = None
            pane.select(Span(self.offset, self.offset))
