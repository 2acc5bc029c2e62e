"""An article as it stands beside others: header, text, overview."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from readerapp.model import Document
from readerapp.ui.widgets.article_pane import ArticlePane
from readerapp.ui.widgets.overview import OverviewStrip
from readerapp.ui.widgets.pane_header import PaneHeader


class PaneColumn(Vertical):
    """The pane of one document with what belongs to it.

    Args:
        document: what to show.
    """

    DEFAULT_CSS = """
    PaneColumn { width: 1fr; height: 1fr; }
    PaneColumn > Horizontal { height: 1fr; }
    """

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.pane = ArticlePane(document)
        """The text."""
        self.header = PaneHeader(document)
        """The line above it."""
        self.overview = OverviewStrip()
        """The strip beside it."""

    def compose(self) -> ComposeResult:
        """The parts."""
        yield self.header
        yield Horizontal(self.pane, self.overview)

    @on(ArticlePane.Scrolled)
    def _show_place(self) -> None:
        self.header.show_percentage(self.pane.percentage)
        self.overview.show_visible(self.pane.visible_share, self.pane.rows)

    @on(ArticlePane.MarksShown)
    def _show_marks(self, message: ArticlePane.MarksShown) -> None:
        message.stop()
        self.overview.show(self.pane.marks, len(self.document.text), finding=self.pane.current_finding)

    @on(OverviewStrip.Jumped)
    def _jump(self, message: OverviewStrip.Jumped) -> None:
        message.stop()
        self.pane.scroll_to_offset(message.fraction * len(self.document.text), position=0.5)

    @on(events.DescendantFocus)
    def _focused(self) -> None:
        self.header.mark(True)

    @on(events.DescendantBlur)
    def _blurred(self) -> None:
        self.header.mark(False)
