"""One article with everything that is marked in it; only the rows in sight are ever drawn.

Every offset that comes in or goes out is one of the document's text, whatever the wrapping.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from readerapp.model import Document, Span
from readerapp.ui.caret import Direction
from readerapp.ui.graphemes import next_boundary, snap
from readerapp.ui.marks import Mark, MarkIndex
from readerapp.ui.widgets.mouse_selection import MouseSelection
from readerapp.ui.widgets.pane_caret import PaneCaret
from readerapp.ui.widgets.pane_keys import PANE_BINDINGS
from readerapp.ui.widgets.pane_styles import COMPONENTS, PaneStyles, styles_of
from readerapp.ui.widgets.row_drawing import GUTTER, Shown, draw_row
from readerapp.ui.widgets.wrapped_view import WrappedView

_KEPT_STRIPS = 1024


class ArticlePane(WrappedView, can_focus=True):
    """The text of a document with its marks, a selection, and perhaps a caret.

    Args:
        document: what to show.
    """

    # Selecting is done by `MouseSelection`: Textual's own would run from one pane into the next.
    ALLOW_SELECT = False
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

    class SpanSelected(FromPane):
        """Text was selected, with the mouse or with the caret."""

        def __init__(self, pane: ArticlePane, span: Span) -> None:
            super().__init__(pane)
            self.span = span
            """What is selected."""

        def can_replace(self, message: Message) -> bool:
            """Only the last selection matters."""
            return isinstance(message, ArticlePane.SpanSelected) and message.pane is self.pane

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
        self._mouse = MouseSelection(self)
        self._caret: PaneCaret | None = None

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

    # Selecting

    def select(self, span: Span) -> None:
        """Select a stretch, which is made to hold whole characters; nothing else stays selected."""
        span = snap(self.document.text, span)
        if span.length:
            self.screen.selections = {self: Selection(Offset(span.start, 0), Offset(span.end, 0))}
            self.post_message(self.SpanSelected(self, span))
        elif self in self.screen.selections:
            self.screen.selections = {}

    def selected_span(self) -> Span | None:
        """What is selected in this pane, with the mouse or with the caret; None where nothing is."""
        return self._span_of(self.text_selection) if self.is_attached else None

    def _span_of(self, selection: Selection | None) -> Span | None:
        if selection is None:
            return None
        start = selection.start.x if selection.start is not None else 0
        end = selection.end.x if selection.end is not None else len(self.document.text)
        span = snap(self.document.text, Span(start, end))
        return span if span.length else None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The article's own text, not the rows that it is wrapped into."""
        span = self._span_of(selection)
        return (self.document.text[span.start : span.end], "\n") if span else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected now."""
        self._shown.selection = self._span_of(selection)
        self._redraw()

    # The caret

    @property
    def caret(self) -> int | None:
        """Where the caret is; None where there is none."""
        return self._shown.caret

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

    def end_caret(self) -> None:
        """Hide the caret; what is selected stays so."""
        self._caret = None
        self._show_caret()

    def _show_caret(self) -> None:
        self._shown.caret = self._caret.offset if self._caret is not None else None
        if self._shown.caret is not None:
            self.reveal_row(self.rows.row_of_offset(self._shown.caret))
        self._redraw()

    # Keys

    def action_move(self, direction: Direction, extend: bool = False) -> None:
        """A key: moves the caret where there is one, else scrolls."""
        if self._caret is not None:
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
        if self._caret is not None:
            self._caret.toggle_anchor()
        else:
            self.scroll_rows(self.page_in_rows)

    # The mouse

    def offset_at(self, x: int, y: int) -> int:
        """Offset of what is shown in a cell of the pane; of the end of its row where there is nothing."""
        row = y + self.scroll_offset.y
        if row >= len(self.rows):
            return len(self.document.text)
        return self.rows.offset_at(max(0, row), x - GUTTER)

    def character_at(self, x: int, y: int) -> Span:
        """The character that is shown in a cell of the pane; an empty span where there is none."""
        offset = self.offset_at(x, y)
        row = min(max(0, y + self.scroll_offset.y), len(self.rows) - 1)
        end = next_boundary(self.document.text, offset) if offset < self.rows.span(row).end else offset
        return Span(offset, end)

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
        """Tell what was clicked on; twice selects the word, three times the paragraph."""
        if event.button != 1 or self._mouse.has_just_selected:
            return
        offset = self.offset_at(event.x, event.y)
        if event.chain == 2:
            self._mouse.select_word(offset)
        elif event.chain >= 3:
            self.select(self.paragraphs.span(self.paragraphs.index_at(offset)))
        elif self._caret is not None:
            self.start_caret(offset)
        elif marks := self._marks_under(event.x, event.y):
            findings = tuple(dict.fromkeys(mark.finding for mark in marks))
            self.post_message(self.PassageClicked(self, offset, findings))

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
