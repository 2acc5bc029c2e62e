"""A text wrapped to the width of its widget, and the place that it is scrolled to.

The place is kept over every change of size: the offset that the view was last sent to stays at the share
of the height where it was put, and does not drift however often the size changes.
"""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView

from readerapp.model import Span
from readerapp.ui.synchronisation import sync_point
from readerapp.ui.widgets.row_drawing import GUTTER
from readerapp.ui.wrapping import Paragraphs, Rows, paragraphs_of, wrap

WIDEST_TEXT = 100
"""Cells that a row takes at most; longer rows are hard to follow."""
_PAGE_OVERLAP = 2
"""Rows that stay in sight when a page is turned."""
_TOLERANCE = 1e-6


class WrappedView(ScrollView):
    """Rows of a text, to be scrolled through.

    Args:
        text: what is shown.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.paragraphs: Paragraphs = paragraphs_of(text)
        """The text in paragraphs."""
        self.rows: Rows = wrap(paragraphs_of(""), 1)
        """The text in rows; a single empty one until the width is known."""
        self.is_wrapped = False
        """Is the width known, so that `rows` are those of the text?"""
        self._place: tuple[float, float] = (0, 0.0)
        self._is_placing = False

    def came_into_sight(self) -> None:
        """Other rows are in sight than before."""

    def wrapped_anew(self) -> None:
        """The size changed, and with it perhaps the rows."""

    # What is in sight

    @property
    def height_in_rows(self) -> int:
        """Rows that are in sight at once."""
        return max(1, self.scrollable_content_region.height)

    @property
    def page_in_rows(self) -> int:
        """Rows that a page is turned by."""
        return max(1, self.height_in_rows - _PAGE_OVERLAP)

    @property
    def top_row(self) -> int:
        """The first row in sight."""
        return min(self.scroll_offset.y, len(self.rows) - 1)

    @property
    def top_offset(self) -> int:
        """Offset of the first code point in sight."""
        if not self.is_wrapped:
            return int(self._place[0])
        return self.rows.offset_of_row(self.top_row)

    @property
    def bottom_offset(self) -> int:
        """Offset after the last code point in sight."""
        if not self.is_wrapped:
            return int(self._place[0])
        return self.rows.span(min(len(self.rows) - 1, self.top_row + self.height_in_rows - 1)).end

    @property
    def percentage(self) -> int:
        """How far the view is scrolled, from 0 to 100; 100 where everything is in sight."""
        furthest = len(self.rows) - self.height_in_rows
        return 100 if furthest <= 0 else round(100 * min(1.0, self.scroll_offset.y / furthest))

    @property
    def visible_share(self) -> tuple[float, float]:
        """The part of the text that is in sight, as shares of its length."""
        length = max(1, len(self.paragraphs.text))
        return self.top_offset / length, self.bottom_offset / length

    @property
    def sync_share(self) -> float:
        """Share of the height at which this view is compared with others; see `sync_point`."""
        return sync_point(self.scroll_offset.y, self.height_in_rows, len(self.rows))

    def position_at(self, share: float) -> float:
        """Offset, with its fraction, that stands at a share of the height."""
        return self.rows.offset_of_position(self.scroll_offset.y + share * self.height_in_rows)

    def middle_position(self) -> float:
        """Offset, with its fraction, at the place by which views are kept beside one another."""
        return self.position_at(self.sync_share)

    # Scrolling

    def scroll_to_offset(self, offset: float, *, position: float = 0.33) -> None:
        """Put the row of an offset at a share of the height, at once.

        Args:
            offset: code point. Of a float, the share of its row that lies before it counts too, for views
                that scroll along with another.
            position: 0 is the top, 1 the bottom.
        """
        self._place = (offset, position)
        self._keep_place()

    def reveal(self, span: Span) -> None:
        """Scroll so that a stretch can be seen; nothing happens where all of it is in sight."""
        first, last = (
            self.rows.row_of_offset(span.start),
            self.rows.row_of_offset(max(span.start, span.end - 1)),
        )
        top = self.scroll_offset.y
        if not self.is_wrapped or first < top or last >= top + self.height_in_rows:
            self.scroll_to_offset(span.start)

    def reveal_row(self, row: int) -> None:
        """Scroll by as little as brings a row into sight."""
        top = self.scroll_offset.y
        if row < top:
            self.scroll_to_row(row)
        elif row >= top + self.height_in_rows:
            self.scroll_to_row(row - self.height_in_rows + 1)

    def scroll_rows(self, rows: int) -> None:
        """Scroll by a number of rows, up where it is negative."""
        self.scroll_to_row(self.scroll_offset.y + rows)

    def scroll_to_row(self, row: int) -> None:
        """Put a row at the top, as far as there are rows below it; at once."""
        self.scroll_to(y=max(0, row), animate=False, force=True, immediate=True)

    def _keep_place(self) -> None:
        """Scroll to where the view was last sent."""
        if not self.is_wrapped:
            return
        offset, share = self._place
        rows_down = share * self.height_in_rows
        if isinstance(offset, int):
            # Whole rows, so that passages in two views come to stand beside one another; what is just
            # short of a whole number is one that was divided by the height before.
            top = self.rows.row_of_offset(offset) - int(rows_down + _TOLERANCE)
        else:
            top = round(self.rows.position_of_offset(offset) - rows_down)
        self._is_placing = True
        try:
            self.scroll_to_row(top)
        finally:
            self._is_placing = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember where the person scrolled to."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            if not self._is_placing:
                self._place = (self.rows.offset_of_row(round(new_value)), 0.0)
            self.came_into_sight()

    def on_resize(self) -> None:
        """Wrap to the new width and keep the place."""
        width = self.scrollable_content_region.width
        if width < 1:
            return
        margin = 1 if width > 20 else 0
        text_width = max(1, min(WIDEST_TEXT, width - GUTTER - margin))
        if not self.is_wrapped or text_width != self.rows.width:
            self.rows = wrap(self.paragraphs, text_width)
            self.is_wrapped = True
        self._is_placing = True
        try:
            # Fewer rows may put the present row beyond the last one, which is not the person's doing.
            self.virtual_size = Size(width, len(self.rows))
        finally:
            self._is_placing = False
        self.wrapped_anew()
        self._keep_place()
        self.came_into_sight()
