"""One article with everything that is marked in it; only the rows in sight are ever drawn.

Every offset that comes in or goes out is one of the document's text, whatever the wrapping.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.cache import LRUCache
from textual.message import Message
from textual.strip import Strip

from readerapp.model import Document, Span
from readerapp.ui.caret import Direction
from readerapp.ui.marks import Mark, MarkIndex
from readerapp.ui.widgets.pane_keys import PANE_BINDINGS
from readerapp.ui.widgets.pane_styles import COMPONENTS, PaneStyles, styles_of
from readerapp.ui.widgets.row_drawing import GUTTER, Shown, draw_row
from readerapp.ui.widgets.selectable_view import SelectableView

_KEPT_STRIPS = 1024


class ArticlePane(SelectableView, can_focus=True):
    """The text of a document with its marks, a selection, and perhaps a caret.

    Args:
        document: what to show.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    DEFAULT_CSS = """
    ArticlePane {
        width: 1fr; height: 1fr; overflow: hidden scroll; scrollbar-size: 0 0;
        background: $background; color: $foreground;
    }
    ArticlePane > .article-pane--contradiction {
        background: $reader-contradiction; text-style: $reader-contradiction-style;
    }
    ArticlePane > .article-pane--overlap {
        background: $reader-overlap; text-style: $reader-overlap-style;
    }
    ArticlePane > .article-pane--unique { background: $reader-unique; text-style: $reader-unique-style; }
    ArticlePane > .article-pane--note { background: $reader-note; text-style: $reader-note-style; }
    ArticlePane > .article-pane--search { background: $reader-search; text-style: $reader-search-style; }
    ArticlePane > .article-pane--search-current {
        background: $reader-search-current; text-style: $reader-search-current-style;
    }
    ArticlePane > .article-pane--current { color: $reader-current; text-style: $reader-current-style; }
    ArticlePane > .article-pane--gutter { color: $reader-gutter; }
    ArticlePane > .article-pane--dismissed { text-style: dim; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*PANE_BINDINGS]

    class FromPane(Message):
        """What a pane tells."""

        def __init__(self, pane: ArticlePane) -> None:
            super().__init__()
            self.pane = pane

        @property
        def control(self) -> ArticlePane:
            """The pane."""
            return self.pane

    class PassageClicked(FromPane):
        """The person clicked on a place in the text, or on a sign in the gutter, that has marks."""

        def __init__(self, pane: ArticlePane, offset: int, findings: tuple[str, ...]) -> None:
            super().__init__(pane)
            self.offset = offset
            """Code point that was clicked on."""
            self.findings = findings
            """Identities of the findings and notes there, the strongest and shortest first."""

    class Scrolled(FromPane):
        """Other rows came into sight."""

        def can_replace(self, message: Message) -> bool:
            """Only where the pane is now matters."""
            return isinstance(message, ArticlePane.Scrolled) and message.pane is self.pane

    class MarksShown(FromPane):
        """Other marks are shown."""

        def can_replace(self, message: Message) -> bool:
            """Only the last marks matter."""
            return isinstance(message, ArticlePane.MarksShown) and message.pane is self.pane

    def __init__(self, document: Document) -> None:
        super().__init__(document.text)
        self.document = document
        self.marks: Sequence[Mark] = ()
        """What is marked, as it was given."""
        self._shown = Shown()
        self._strips: LRUCache[int, Strip] = LRUCache(_KEPT_STRIPS)
        self._pane_styles: PaneStyles | None = None

    # What is marked

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show other marks in place of those that there are.

        Args:
            marks: in any order.
        """
        self.marks = marks
        self._shown.marks = MarkIndex(marks)
        self._redraw()
        self.post_message(self.MarksShown(self))

    def show_current(self, finding: str | None) -> None:
        """Let another finding stand out, without giving all marks anew.

        Args:
            finding: its identity; None lets only those stand out whose marks say so.
        """
        if finding != self._shown.finding:
            self._shown.finding = finding
            self._redraw()
            self.post_message(self.MarksShown(self))

    @property
    def current_finding(self) -> str | None:
        """What `show_current` was given last."""
        return self._shown.finding

    def show_hits(self, hits: Sequence[Span], current: int | None) -> None:
        """Show the hits of a search.

        Args:
            hits: ascending, and apart from one another.
            current: index of the hit that the person is at.
        """
        self._shown.hits, self._shown.current_hit = tuple(hits), current
        self._redraw()

    # Drawing

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Another theme: nothing that was drawn holds any more."""
        super().notify_style_update()
        self._pane_styles = None
        self._strips.clear()

    def wrapped_anew(self) -> None:
        """Other rows: nothing that was drawn holds any more."""
        self._strips.clear()

    def look_changed(self) -> None:
        """Draw the selection and the caret where they are now."""
        self._shown.selection, self._shown.caret = self.selection, self.caret
        self._redraw()

    def came_into_sight(self) -> None:
        """Tell what is in sight."""
        self.post_message(self.Scrolled(self))

    def render_line(self, y: int) -> Strip:
        """Draw one line in sight."""
        row = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if self._pane_styles is None:
            self._pane_styles = styles_of(self)
        if row >= len(self.rows) or not self.is_wrapped:
            return Strip.blank(width, self._pane_styles.base)
        strip = self._strips.get(row)
        if strip is None or strip.cell_length != width:
            strip = draw_row(self.rows, row, self._shown, self._pane_styles, width)
            self._strips[row] = strip
        return strip

    # Keys

    def action_move(self, direction: Direction, extend: bool = False) -> None:
        """A key: moves the caret where there is one, else scrolls."""
        if self.caret is not None:
            self.move_caret(direction, extend)
            return
        match direction:
            case "up" | "down":
                self.scroll_rows(-1 if direction == "up" else 1)
            case "page-up" | "page-down":
                self.scroll_rows(-self.page_in_rows if direction == "page-up" else self.page_in_rows)
            case "line-start" | "text-start":
                self.scroll_to_row(0)
            case "line-end" | "text-end":
                self.scroll_to_row(len(self.rows))
            case "paragraph-up" | "paragraph-down":
                self._scroll_to_paragraph(-1 if direction == "paragraph-up" else 1)

    def _scroll_to_paragraph(self, step: int) -> None:
        index = self.paragraphs.index_at(self.top_offset)
        if step > 0 or self.paragraphs.span(index).start == self.top_offset:
            index += step
        index = max(0, min(index, len(self.paragraphs) - 1))
        self.scroll_to_offset(self.paragraphs.span(index).start, position=0.0)

    def action_space(self) -> None:
        """The space bar turns the page, or begins to select at the caret, for terminals that keep Shift."""
        if self.caret is not None:
            self.anchor_caret()
        else:
            self.scroll_rows(self.page_in_rows)

    # The mouse

    def was_clicked(self, x: int, y: int) -> None:
        """Tell what was clicked on."""
        if marks := self._marks_under(x, y):
            findings = tuple(dict.fromkeys(mark.finding for mark in marks))
            self.post_message(self.PassageClicked(self, self.offset_at(x, y), findings))

    def _marks_under(self, x: int, y: int) -> list[Mark]:
        """Marks on a cell; in the gutter those that its sign stands for."""
        row = y + self.scroll_offset.y
        if row >= len(self.rows):
            return []
        start, end = self.rows.span(row)
        if x < GUTTER:
            beginning = [m for m in self._shown.marks.marks_between(start, end) if m.start >= start]
            return beginning or self._shown.marks.marks_at(start)
        if x - GUTTER < self.rows.layout(row).cells:
            return self._shown.marks.marks_at(self.rows.offset_at(row, x - GUTTER))
        return []
