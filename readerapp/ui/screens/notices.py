"""The notices: what a person should know about the articles and the comparison."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from readerapp.model import Document, Notice
from readerapp.model.printable import printable
from readerapp.ui.widgets.key_line import KeyHint, KeyLine
from readerapp.ui.wording import plural


class Notices(Screen[None]):
    """Every notice with the article that it is about.

    Args:
        notices: what there is to know.
        documents: the articles.
    """

    DEFAULT_CSS = """
    Notices { background: $background; }
    Notices .heading { background: $panel; color: $foreground; text-style: bold; padding: 0 1; height: 1; }
    Notices VerticalScroll { padding: 0 1; scrollbar-size-vertical: 1; }
    Notices .notice { height: auto; margin-top: 1; }
    """
    BINDINGS: ClassVar = [("escape,q,exclamation_mark", "dismiss", "Back")]

    def __init__(self, notices: Sequence[Notice], documents: Sequence[Document]) -> None:
        super().__init__()
        self._notices = tuple(notices)
        self._titles = {document.id: document.title or document.source for document in documents}

    def compose(self) -> ComposeResult:
        """One block a notice."""
        yield Static(plural(len(self._notices), "notice"), markup=False, classes="heading")
        with VerticalScroll():
            for notice in self._notices:
                yield Static(self._words(notice), markup=False, classes="notice")
        yield KeyLine([KeyHint("Esc", "back", "dismiss"), KeyHint("↑ ↓", "scroll", "noop")])

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        self.query_one(VerticalScroll).focus()

    def _words(self, notice: Notice) -> Text:
        words = Text()
        title = self._titles.get(notice.document or "")
        if title is not None:
            words.append(f"{notice.document} {printable(title, 60)}\n", "bold")
        words.append(printable(notice.text))
        return words
