"""A small app around the widgets, and texts to show in them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App, ComposeResult
from textual.containers import Horizontal

from readerapp.model import Document, Finding, Kind, Passage, Span
from readerapp.ui.marks import Mark
from readerapp.ui.themes import default_variables
from readerapp.ui.widgets.article_pane import ArticlePane
from readerapp.ui.widgets.evidence_panel import EvidencePanel
from readerapp.ui.widgets.pane_column import PaneColumn

HARBOUR = """Harbour bridge closes for repairs

The old harbour bridge will be closed to lorries from Monday, the city council said on Friday. \
Engineers found cracks in four of the nine pillars during an inspection in spring.

“We cannot take any risk with people's lives,” mayor Helen Brandt told reporters. \
The repairs are expected to cost 12 million euros and to last until autumn.

Shop owners on the island fear for their summer trade. [bold]Nobody asked us[/bold], said one of them.
"""

FERRY = """City shuts island crossing

Lorries may not use the old harbour bridge from Monday on, according to the city council. \
Cracks were found in five of the nine pillars when engineers inspected it in spring.

Mayor Helen Brandt said: “We cannot take any risk with people's lives.” \
The work will cost some 12 million euros. It is to last until Christmas, the council believes.

A ferry is to carry goods to the island. Its operator, who asked not to be named, doubts that it can.
"""


def document(text: str, identity: str = "1", title: str = "", source: str = "article.txt") -> Document:
    """A document with little more than its text."""
    return Document(text=text, source=source, id=identity, title=title)


def span_of(text: str, part: str) -> Span:
    """Where a part stands in a text."""
    start = text.index(part)
    return Span(start, start + len(part))


def mark(text: str, part: str, kind: Kind, finding: str, *, current: bool = False) -> Mark:
    """A mark on a part of a text."""
    start, end = span_of(text, part)
    return Mark(start, end, kind, finding, current)


def finding(
    kind: Kind, kind_type: str, *parts: tuple[Document, str], score: float = 0.87, reason: str = "Shared."
) -> Finding:
    """A finding on parts of documents."""
    passages = []
    for source, part in parts:
        start, end = span_of(source.text, part)
        passages.append(Passage(source.id, start, end, part))
    return Finding(f"{kind}-{kind_type}", kind, kind_type, score, reason, tuple(passages))


class PanesApp(App[None]):
    """Panes side by side above the evidence."""

    CSS = "#panes { height: 1fr; }"

    def __init__(self, *documents: Document, dark: bool = True, evidence: bool = False) -> None:
        self._dark = dark
        super().__init__()
        self.columns = [PaneColumn(each) for each in documents]
        self.evidence = EvidencePanel() if evidence else None
        self.clicked: list[tuple[str, ...]] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of findings."""
        return default_variables(self._dark)

    def compose(self) -> ComposeResult:
        """The widgets."""
        yield Horizontal(*self.columns, id="panes")
        if self.evidence is not None:
            yield self.evidence

    def on_mount(self) -> None:
        """No theme of a file is needed."""
        self.theme = "textual-dark" if self._dark else "textual-light"
        self.pane.focus()

    @property
    def pane(self) -> ArticlePane:
        """The first pane."""
        return self.columns[0].pane

    @property
    def panes(self) -> Sequence[ArticlePane]:
        """All panes."""
        return [column.pane for column in self.columns]

    def on_article_pane_passage_clicked(self, message: ArticlePane.PassageClicked) -> None:
        """Keep what was clicked on."""
        self.clicked.append(message.findings)


def line_of(pane: ArticlePane, y: int) -> str:
    """What a line of a pane shows."""
    return pane.render_line(y).text.rstrip()
