"""The panes side by side: which are shown, which has the focus."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from readerapp.ui.actions import ACTION_BY_NAME
from readerapp.ui.marks import Mark
from readerapp.ui.pane_layout import visible_panes
from readerapp.ui.reading.marking import Marking, look_of
from readerapp.ui.reading.part import Handler, Part, Reason
from readerapp.ui.screens.go_to import GoTo, Target
from readerapp.ui.widgets.article_pane import ArticlePane
from readerapp.ui.widgets.pane_column import PaneColumn
from readerapp.ui.wording import plural

if TYPE_CHECKING:
    from readerapp.ui.screens.reading import ReadingScreen


class Panes(Part):
    """All articles in their order; as many of them side by side as are comfortable to read."""

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.columns: Sequence[PaneColumn] = ()
        """One for every document, in their order."""
        self.is_zoomed = False
        """Does one pane have the whole width?"""
        self._marking = Marking(screen.session)
        self._look: Hashable = None
        self._visible: tuple[int, ...] = ()
        self._focused = 0

    @property
    def all(self) -> list[ArticlePane]:
        """The pane of every document, also of those that are not on the screen."""
        return [column.pane for column in self.columns]

    @property
    def visible(self) -> list[ArticlePane]:
        """The panes that are on the screen, from left to right."""
        return [self.columns[index].pane for index in self._visible]

    @property
    def focused(self) -> ArticlePane:
        """The pane that has the focus, or had it before something else took it."""
        return self.columns[self._focused].pane

    def of(self, document: str) -> ArticlePane:
        """The pane of a document."""
        return self.columns[self._index_of(document)].pane

    def _index_of(self, document: str) -> int:
        for index, column in enumerate(self.columns):
            if column.document.id == document:
                return index
        raise KeyError(document)

    def took_focus(self, pane: ArticlePane) -> None:
        """A pane got the focus, perhaps by a click."""
        self._focused = self._index_of(pane.document.id)

    def arrange(self, wanted: Collection[str] = ()) -> None:
        """Choose the panes that are shown.

        Args:
            wanted: documents that matter now; they are shown as far as there is room.
        """
        self._visible = visible_panes(
            len(self.columns),
            self.screen.size.width,
            self._focused,
            wanted=[self._index_of(document) for document in wanted],
            before=self._visible if not self.is_zoomed else (),
            zoomed=self.is_zoomed,
        )
        for index, column in enumerate(self.columns):
            column.display = index in self._visible
        self.screen.refresh_status()

    def hidden_in_words(self) -> str:
        """How many articles are not on the screen, such as `+1 more (Tab)`."""
        hidden = len(self.columns) - len(self._visible)
        return f"+{hidden} more (Tab)" if hidden else ""

    def focus(self, index: int) -> None:
        """Give the focus to a pane, and show it if it is not on the screen."""
        self._focused = index
        if self.is_zoomed or index not in self._visible:
            self.arrange()
        self.focused.focus(scroll_visible=False)
        self.screen.refresh_status()

    def focus_document(self, document: str) -> None:
        """Give the focus to a document's pane."""
        self.focus(self._index_of(document))

    def show_marks(self, *, anew: bool) -> None:
        """Show what is found and noted, and let the current finding stand out.

        Args:
            anew: did the findings change? Otherwise the marks are made anew only where something that
                the person added, or another place, shows in them.
        """
        session = self.session
        current = session.current
        left_out = current.id if current is not None and not session.position.number else None
        waiting = self.screen.relating.first
        look = (left_out, waiting, look_of(session))
        if anew or look != self._look:
            self._look = look
            for document, marks in self._marking.marks().items():
                if waiting is not None and waiting.document == document:
                    marks.append(Mark(waiting.start, waiting.end, "note", current=True))
                self.of(document).show_marks(marks)
        for pane in self.all:
            pane.show_current(current.id if current is not None else None)

    # Actions

    def handlers(self) -> dict[str, Handler]:
        """Moving between panes."""
        return {
            "next_pane": partial(self._step, 1),
            "previous_pane": partial(self._step, -1),
            "zoom": self.zoom,
            "go_to_line": self._ask_where_to_go,
        }

    def reasons(self) -> dict[str, Reason]:
        """One article alone has no second pane."""
        return {
            "next_pane": self._why_alone,
            "previous_pane": self._why_alone,
            "zoom": self._why_alone,
        }

    def _why_alone(self) -> str | None:
        return None if len(self.columns) > 1 else "Only one article is open."

    def focus_number(self, number: int) -> None:
        """Give the focus to the pane of that number, counted from 1."""
        if 1 <= number <= len(self.columns):
            self.focus(number - 1)
        else:
            self.screen.say(f"There is no article {number}: {plural(len(self.columns), 'article')} open.")

    def focus_next(self) -> None:
        """Give the focus to the pane after the one that has it, round from the last to the first."""
        self._step(1)

    def _step(self, direction: int) -> None:
        self.focus((self._focused + direction) % len(self.columns))

    def zoom(self) -> None:
        """Give the whole width to the focused pane, or share it again."""
        self.is_zoomed = not self.is_zoomed
        self.arrange(self.screen.walk.documents_of_current())
        if self.is_zoomed:
            key = ACTION_BY_NAME["zoom"].keys[0]
            self.screen.say(f"One article has the whole width; {key} shows the others again.")

    def _ask_where_to_go(self) -> None:
        pane = self.focused
        document = pane.document

        def go(target: Target | None) -> None:
            if target is None:
                return
            text = document.text
            if target.share is not None:
                offset = min(len(text), round(target.share * len(text)))
            else:
                offset = offset_of_line(text, target.line or 1)
            pane.scroll_to_offset(offset, position=0.0)

        self.screen.app.push_screen(GoTo(document.title or document.source, text_lines(document.text)), go)


def text_lines(text: str) -> int:
    """Number of lines of a text; a last line without its end counts."""
    return text.count("\n") + (not text.endswith("\n"))


def offset_of_line(text: str, line: int) -> int:
    """Offset of the beginning of a line, counted from 1; of the last where there are not so many."""
    offset = 0
    for _ in range(line - 1):
        end = text.find("\n", offset)
        if end < 0 or end + 1 >= len(text):
            break
        offset = end + 1
    return offset
