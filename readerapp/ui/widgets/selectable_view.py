"""A wrapped text in which the mouse and a caret select; what is selected are characters of the text.

The selection is kept in the screen's `selections`, so that Textual copies it and takes it away as it does
with any other; its offsets are (code point, 0).
"""

from __future__ import annotations

from textual import events
from textual.geometry import Offset
from textual.selection import Selection

from readerapp.model import Span
from readerapp.model.graphemes import next_boundary, snap
from readerapp.ui.caret import Direction
from readerapp.ui.widgets.mouse_selection import MouseSelection
from readerapp.ui.widgets.pane_caret import PaneCaret
from readerapp.ui.widgets.row_drawing import GUTTER
from readerapp.ui.widgets.wrapped_view import WrappedView


class SelectableView(WrappedView):
    """Rows of a text, to be selected in.

    Args:
        text: what is shown.
    """

    # Selecting is done by `MouseSelection`: Textual's own would run from one pane into the next.
    ALLOW_SELECT = False

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.selection: Span | None = None
        """What is shown as selected."""
        self._mouse = MouseSelection(self)
        self._caret: PaneCaret | None = None

    def look_changed(self) -> None:
        """Another selection, or another place of the caret, has to be drawn."""
        self.refresh()

    # What is selected

    def select(self, span: Span) -> None:
        """Select a stretch, which is made to hold whole characters; nothing else stays selected."""
        span = snap(self.paragraphs.text, span)
        if span.length:
            self.screen.selections = {self: Selection(Offset(span.start, 0), Offset(span.end, 0))}
        elif self in self.screen.selections:
            self.screen.selections = {}

    def selected_span(self) -> Span | None:
        """What is selected here, with the mouse or with the caret; None where nothing is."""
        return self._span_of(self.text_selection) if self.is_attached else None

    def _span_of(self, selection: Selection | None) -> Span | None:
        if selection is None:
            return None
        text = self.paragraphs.text
        start = selection.start.x if selection.start is not None else 0
        end = selection.end.x if selection.end is not None else len(text)
        span = snap(text, Span(start, end))
        return span if span.length else None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text itself, not the rows that it is wrapped into."""
        span = self._span_of(selection)
        return (self.paragraphs.text[span.start : span.end], "\n") if span else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected now."""
        self.selection = self._span_of(selection)
        self.look_changed()

    # The caret

    @property
    def caret(self) -> int | None:
        """Where the caret is; None where there is none."""
        return self._caret.offset if self._caret is not None else None

    def start_caret(self, offset: int) -> None:
        """Show a caret; from now on the arrows move it, and with Shift they select."""
        self._caret = PaneCaret(self, offset)
        self._show_caret()

    def move_caret(self, direction: Direction, extend: bool = False) -> None:
        """Move the caret by a step; without a caret nothing happens.

        Args:
            direction: where to.
            extend: select what lies between; otherwise nothing stays selected.
        """
        if self._caret is not None:
            self._caret.move(direction, extend)
            self._show_caret()

    def anchor_caret(self) -> None:
        """Let every step of the caret select, or none any more; for terminals that keep Shift."""
        if self._caret is not None:
            self._caret.toggle_anchor()

    def end_caret(self) -> None:
        """Hide the caret; what is selected stays so."""
        self._caret = None
        self._show_caret()

    def _show_caret(self) -> None:
        if self._caret is not None:
            self.reveal_row(self.rows.row_of_offset(self._caret.offset))
        self.look_changed()

    # The mouse

    def offset_at(self, x: int, y: int) -> int:
        """Offset of what is shown in a cell; of the end of its row where there is nothing."""
        row = y + self.scroll_offset.y
        if row >= len(self.rows):
            return len(self.paragraphs.text)
        return self.rows.offset_at(max(0, row), x - GUTTER)

    def character_at(self, x: int, y: int) -> Span:
        """The character that is shown in a cell; an empty span where there is none."""
        offset = self.offset_at(x, y)
        row = min(max(0, y + self.scroll_offset.y), len(self.rows) - 1)
        is_text = offset < self.rows.span(row).end
        return Span(offset, next_boundary(self.paragraphs.text, offset) if is_text else offset)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Perhaps the beginning of a selection."""
        if event.button == 1:
            self._mouse.press(event.x, event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select while the button is held."""
        self._mouse.move(event.x, event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The end of a selection."""
        self._mouse.release()

    def on_click(self, event: events.Click) -> None:
        """Once puts the caret there, if one is shown; twice selects the word, three times the paragraph."""
        if event.button != 1 or self._mouse.has_just_selected:
            return
        offset = self.offset_at(event.x, event.y)
        if event.chain == 2:
            self._mouse.select_word(offset)
        elif event.chain >= 3:
            self.select(self.paragraphs.span(self.paragraphs.index_at(offset)))
        elif self._caret is not None:
            self.start_caret(offset)
        else:
            self.was_clicked(event.x, event.y)

    def was_clicked(self, x: int, y: int) -> None:
        """The person clicked once on a cell, and selected nothing by it."""
