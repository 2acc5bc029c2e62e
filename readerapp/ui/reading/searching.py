"""Searching in all articles: the query is looked for in a thread, the hits are stepped through."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from readerapp.model import Span
from readerapp.session import Hits, search
from readerapp.ui.reading.part import Handler, Part, Reason

if TYPE_CHECKING:
    from readerapp.ui.screens.reading import ReadingScreen


class HitsFound(Message):
    """A search ended."""

    def __init__(self, hits: Hits) -> None:
        super().__init__()
        self.hits = hits


class Search(Part):
    """A query, its hits, and the hit that the person is at."""

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.is_active = False
        """Do n and N step through hits?"""
        self._hits = Hits("", ())
        self._index: int | None = None
        self._wants_first = False

    def handlers(self) -> dict[str, Handler]:
        """Beginning and stepping."""
        return {
            "search": self.begin,
            "next_hit": partial(self.step, 1),
            "previous_hit": partial(self.step, -1),
        }

    def reasons(self) -> dict[str, Reason]:
        """Steps need a search."""
        return dict.fromkeys(
            ("next_hit", "previous_hit"),
            lambda: None if self.is_active else "No search is on; / begins one.",
        )

    def begin(self) -> None:
        """Open the line in which the query is written."""
        self.is_active = True
        self.screen.search_bar.open()
        self.screen.refresh_status()

    def end(self) -> None:
        """Forget the query and its hits."""
        self.is_active = False
        self.screen.workers.cancel_group(self.screen, "search")
        self._hits, self._index, self._wants_first = Hits("", ()), None, False
        self.screen.search_bar.close()
        for pane in self.screen.panes.all:
            pane.show_hits((), None)
        self.screen.panes.focused.focus(scroll_visible=False)
        self.screen.refresh_status()

    def query_changed(self, query: str) -> None:
        """Look for what the query says now."""
        if self.is_active:
            self.screen.run_worker(
                partial(self._look, query), thread=True, exclusive=True, group="search", exit_on_error=False
            )

    def _look(self, query: str) -> None:
        worker = get_current_worker()
        hits = search(self.session.documents, query, is_cancelled=lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.screen.post_message(HitsFound(hits))

    def submitted(self) -> None:
        """The query is complete: go to the first hit from where the person reads."""
        self.screen.panes.focused.focus(scroll_visible=False)
        if self.screen.search_bar.field.value == self._hits.query:
            self._go_to_first()
        else:
            self._wants_first = True

    def found(self, hits: Hits) -> None:
        """Show the hits of a search that has ended."""
        if not self.is_active or hits.query != self.screen.search_bar.field.value:
            return
        self._hits, self._index = hits, None
        self._show()
        if self._wants_first:
            self._go_to_first()

    def _go_to_first(self) -> None:
        self._wants_first = False
        pane = self.screen.panes.focused
        names = [document.id for document in self.session.documents]
        self._index = self._hits.at_or_after(names, pane.document.id, pane.top_offset)
        if self._index is None and self._hits.query.strip():
            self.screen.say(f"“{self._hits.query.strip()}” does not occur in any article.")
        self._go_to_hit()

    def step(self, direction: int) -> None:
        """Go to the next or previous hit, round from the last to the first."""
        if not self._hits.hits:
            self.screen.say("The search has no hits; Esc leaves it.")
            return
        if self._index is None:
            self._go_to_first()
            return
        self._index = (self._index + direction) % len(self._hits.hits)
        self._go_to_hit()

    def _go_to_hit(self) -> None:
        self._show()
        if self._index is None:
            return
        hit = self._hits.hits[self._index]
        self.screen.panes.focus_document(hit.document)
        self.screen.call_after_refresh(self._reveal, hit.document, hit.span)

    def _reveal(self, document: str, span: Span) -> None:
        self.screen.panes.of(document).reveal(span)

    def _show(self) -> None:
        """Mark the hits in the panes and count them."""
        by_document: dict[str, list[Span]] = {document.id: [] for document in self.session.documents}
        current: tuple[str, int] | None = None
        for number, hit in enumerate(self._hits.hits):
            if number == self._index:
                current = (hit.document, len(by_document[hit.document]))
            by_document[hit.document].append(hit.span)
        for document, spans in by_document.items():
            index = current[1] if current is not None and current[0] == document else None
            self.screen.panes.of(document).show_hits(spans, index)
        self.screen.search_bar.count(self.counter())

    def counter(self) -> str:
        """Which hit of how many, such as `4/14`; `20000+` where there are more than were kept."""
        if not self._hits.query.strip():
            return ""
        total = f"{len(self._hits.hits)}{'' if self._hits.complete else '+'}"
        return f"{0 if self._index is None else self._index + 1}/{total}"
