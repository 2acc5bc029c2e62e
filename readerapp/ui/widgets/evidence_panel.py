"""The evidence for the current finding: a headline that stays, and below it what can be scrolled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from readerapp.model import Document, Finding, Review
from readerapp.ui.widgets.evidence_text import EvidenceStyles, evidence, headline
from readerapp.ui.wording import kind_sign

_ROOM_FOR_TITLES = 100
"""Cells from which on documents are named by their titles."""
_NAMES = ("place", "quiet", "insertion", "deletion", "replacement", "cue")


class EvidencePanel(VerticalScroll, can_focus=False):
    """Shows one finding with all its passages under one another, or a message."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"evidence-panel--{name}" for name in _NAMES}
    DEFAULT_CSS = """
    EvidencePanel {
        height: 6; background: $surface; color: $foreground;
        overflow: hidden auto; scrollbar-size-vertical: 1;
    }
    EvidencePanel > .headline {
        dock: top; height: 1; padding: 0 1; background: $panel; color: $foreground; text-style: bold;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    EvidencePanel > .body { height: auto; padding: 0 1; }
    EvidencePanel > .evidence-panel--place { color: $text-primary; text-style: bold; }
    EvidencePanel > .evidence-panel--quiet { color: $text-muted; }
    EvidencePanel > .evidence-panel--insertion {
        background: $reader-insertion; text-style: $reader-insertion-style;
    }
    EvidencePanel > .evidence-panel--deletion {
        background: $reader-deletion; text-style: $reader-deletion-style;
    }
    EvidencePanel > .evidence-panel--replacement { background: $reader-overlap; text-style: underline; }
    EvidencePanel > .evidence-panel--cue {
        background: $reader-contradiction; text-style: $reader-contradiction-style;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._headline = Static("", markup=False, classes="headline")
        self._body = Static("", markup=False, classes="body")
        self._write: Callable[[EvidenceStyles], Text] | None = None
        self._key: object = None

    def compose(self) -> ComposeResult:
        """The parts."""
        yield self._headline
        yield self._body

    def show(
        self,
        finding: Finding,
        documents: Sequence[Document],
        review: Review,
        position: tuple[int, int],
        kind_position: tuple[int, int],
        *,
        is_final: bool = True,
    ) -> None:
        """Show a finding.

        Args:
            finding: what to show.
            documents: all documents of the comparison.
            review: what the person said of it.
            position: which of how many findings it is, counted from 1; 0 where it is none of them.
            kind_position: the same among the findings of its kind.
            is_final: is that all there are? Otherwise more may come.
        """
        key = (finding.id, review, tuple(position), tuple(kind_position), is_final)
        if key == self._key:
            return
        is_other = not isinstance(self._key, tuple) or self._key[0] != finding.id
        self._key = key
        words = headline(finding, review, position, kind_position, is_final=is_final)
        self._headline.update(Text(f"{kind_sign(finding)} {words}"))
        self._write = lambda styles: evidence(
            finding,
            documents,
            review,
            styles,
            titles=self.size.width >= _ROOM_FOR_TITLES,
            room=self._room_for_a_passage(finding),
        )
        self._write_body()
        if is_other:
            self.scroll_home(animate=False, immediate=True)

    def show_nothing(self, message: str, title: str = "No finding") -> None:
        """Show a message in place of a finding, under a title of its own."""
        if self._key == (title, message):
            return
        self._key = (title, message)
        self._headline.update(Text(title))
        self._write = lambda styles: Text(message)
        self._write_body()

    def notify_style_update(self) -> None:
        """Another theme: the text is written anew in its colours."""
        super().notify_style_update()
        if self.is_mounted:
            self._write_body()

    def on_resize(self) -> None:
        """Titles and long stretches of equal words are left out where there is no room for them."""
        self._write_body()

    def _write_body(self) -> None:
        if self._write is not None and self.is_attached:
            self._body.update(self._write(self._styles()))

    def _room_for_a_passage(self, finding: Finding) -> int:
        """Cells for one passage where all are to be seen at once, below the headline and the reason."""
        width = max(1, self.size.width - 3)
        rows = self.size.height - 1 - ceil(len(finding.reason) / width)
        return max(1, rows // len(finding.passages)) * width

    def _styles(self) -> EvidenceStyles:
        def component(name: str) -> Style:
            return self.get_component_rich_style(f"evidence-panel--{name}", partial=True)

        return EvidenceStyles(**{name: component(name) for name in _NAMES})
