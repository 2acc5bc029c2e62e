"""The main screen: the articles side by side, the evidence below them, and where the person is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input

from readerapp.model import Notice
from readerapp.model.printable import printable
from readerapp.session import Session
from readerapp.session.session import INCOMPLETE
from readerapp.ui.actions import bindings
from readerapp.ui.child_comparer import Comparer
from readerapp.ui.reading.comparison_run import ComparisonRun, FrameArrived
from readerapp.ui.reading.exporting import ExportEnded, Exporting
from readerapp.ui.reading.judging import Judging
from readerapp.ui.reading.keeping import Keeper
from readerapp.ui.reading.leaving import Leaving, NotKept, SaveEnded
from readerapp.ui.reading.panes import Panes
from readerapp.ui.reading.part import Handler, Part, Reason
from readerapp.ui.reading.relating import Relating
from readerapp.ui.reading.scrolling import SynchronisedScrolling
from readerapp.ui.reading.searching import HitsFound, Search
from readerapp.ui.reading.showing import Showing, evidence_rows
from readerapp.ui.reading.summary import hints_of, nothing_in_words, nothing_title, notices_of, status_of
from readerapp.ui.reading.walking import Walk
from readerapp.ui.screens.help import Help
from readerapp.ui.screens.notices import Notices
from readerapp.ui.widgets.article_pane import ArticlePane
from readerapp.ui.widgets.evidence_panel import EvidencePanel
from readerapp.ui.widgets.key_line import KeyLine
from readerapp.ui.widgets.pane_column import PaneColumn
from readerapp.ui.widgets.search_bar import SearchBar
from readerapp.ui.widgets.status_line import StatusLine

_FEW_NOTICES = 2
"""Notices that are told one by one over the text."""

_LOW = 16
"""Rows below which the line of keys gives way to the text."""


class ReadingScreen(Screen[None]):
    """Shows a sitting and lets the person walk, read, judge and note.

    Args:
        session: the sitting.
        keeper: keeps on the disk what the person adds.
        comparer: what compares the articles; None where nothing can be compared.
        compares_at_once: does the comparison begin by itself? Otherwise only where the person wants to go on
            with one that came to no end.
    """

    DEFAULT_CSS = """
    ReadingScreen { layout: vertical; background: $background; }
    ReadingScreen #panes { height: 1fr; }
    ReadingScreen PaneColumn { width: 1fr; }
    ReadingScreen EvidencePanel { height: 6; }
    ReadingScreen.-low KeyLine { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    AUTO_FOCUS = "ArticlePane"

    def __init__(
        self,
        session: Session,
        keeper: Keeper,
        comparer: Comparer | None,
        *,
        compares_at_once: bool = True,
    ) -> None:
        super().__init__()
        self.session = session
        self.last_message = ""
        """What the person was told last."""
        self.panes = Panes(self)
        self.scrolling = SynchronisedScrolling(self)
        self.walk = Walk(self)
        self.judging = Judging(self)
        self.relating = Relating(self)
        self.search = Search(self)
        self.showing = Showing(self)
        self.leaving = Leaving(self, keeper)
        self.exporting = Exporting(self)
        self.comparison_run = ComparisonRun(self, comparer)
        self._compares_at_once = compares_at_once
        self._by_hand = session.annotations.findings
        self._handlers: dict[str, Handler] = {
            "help": self._show_help,
            "leave": self._leave,
            "list_notices": self._list_notices,
            "palette": lambda: self.app.action_command_palette(),
        }
        self._reasons: dict[str, Reason] = {"list_notices": self._why_no_notices}
        parts: tuple[Part, ...] = (
            self.panes,
            self.scrolling,
            self.walk,
            self.judging,
            self.relating,
            self.search,
            self.showing,
            self.leaving,
            self.exporting,
            self.comparison_run,
        )
        for part in parts:
            self._handlers.update(part.handlers())
            self._reasons.update(part.reasons())

    def compose(self) -> ComposeResult:
        """Panes, search, evidence, status, keys."""
        self.panes.columns = [PaneColumn(document) for document in self.session.documents]
        yield Horizontal(*self.panes.columns, id="panes")
        yield SearchBar()
        yield EvidencePanel()
        yield StatusLine()
        yield KeyLine()

    # What is on the screen

    @property
    def evidence(self) -> EvidencePanel:
        """The panel with the current finding."""
        return self.query_one(EvidencePanel)

    @property
    def search_bar(self) -> SearchBar:
        """The line in which a search is written."""
        return self.query_one(SearchBar)

    @property
    def is_comparing(self) -> bool:
        """Is the comparison going on, or about to begin?"""
        return self.comparison_run.is_running

    def on_mount(self) -> None:
        """Show the articles first; everything that takes time begins after the first frame."""
        if self._compares_at_once:
            # The first frame must not say that nothing was found.
            self.comparison_run.announce()
        self.share_room()
        self._show_findings()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.comparison_run.start()
        self._come_back()
        if not self.is_comparing and not self.comparison_run.was_stopped:
            self._tell(notices_of(self))
        self.leaving.tell_open_elsewhere()
        self.leaving.offer_recovered()

    def _come_back(self) -> None:
        """Go to where the person was at the end of the last sitting."""
        place = self.leaving.keeper.recall_place()
        if place is None:
            return
        known = {document.id: document for document in self.session.documents}
        for identity, offset in place.offsets.items():
            if identity in known and offset <= len(known[identity].text):
                self.panes.of(identity).scroll_to_offset(offset, position=0.0)
        self.scrolling.settle()
        if place.finding is not None and self.session.go_to(place.finding) is not None:
            self.current_changed()

    def on_unmount(self) -> None:
        """However the app ends, the comparison goes with it: its thread would be waited for."""
        self.comparison_run.abandon()
        self.leaving.keeper.give_up_claim()

    @on(events.Resize)
    def share_room(self) -> None:
        """Share the room anew."""
        self.set_class(self.size.height < _LOW, "-low")
        self.evidence.styles.height = evidence_rows(self.size.height, self.showing.extra_rows)
        self.panes.arrange(self.walk.documents_of_current())

    # What changed

    def findings_changed(self) -> None:
        """Findings came in, or other ones are wanted."""
        self.scrolling.findings_changed()
        self._show_findings()

    def comparison_began(self) -> None:
        """A comparison goes on from now on, the first one or a further one."""
        self._show_findings(anew=False)

    def comparison_ended(self) -> None:
        """The comparison came to its end, one way or another."""
        self._show_findings()
        # That it did not come to its end, and why, is told by what broke it off.
        self._tell([notice for notice in notices_of(self) if notice != INCOMPLETE])

    def _tell(self, notices: Sequence[Notice]) -> None:
        if len(notices) > _FEW_NOTICES:
            self.say(f"There are {len(notices):,} notices: ! shows them.", severity="warning")
            return
        for notice in notices:
            about = f"Article {notice.document}: " if notice.document else ""
            self.say(about + notice.text, severity="warning")

    def _why_no_notices(self) -> str | None:
        return None if notices_of(self) else "There are no notices."

    def _list_notices(self) -> None:
        self.app.push_screen(Notices(notices_of(self), self.session.documents))

    def current_changed(self) -> None:
        """Another finding, or another passage of it, is current."""
        self.panes.arrange(self.walk.documents_of_current())
        self._show_findings(anew=False)

    def annotations_changed(self) -> None:
        """The person added something, or took it back."""
        self.leaving.keep_draft(None)
        if self._by_hand != self.session.annotations.findings:
            self._by_hand = self.session.annotations.findings
            self.scrolling.findings_changed()
        self._show_findings(anew=False)

    def _show_findings(self, *, anew: bool = True) -> None:
        self.panes.show_marks(anew=anew)
        current = self.session.current
        if current is None:
            self.evidence.show_nothing(nothing_in_words(self), nothing_title(self))
        else:
            session = self.session
            review = session.annotations.review_of(current.id)
            self.evidence.show(
                current,
                session.documents,
                review,
                session.position,
                session.position_within_kind(),
                is_final=not self.is_comparing,
            )
        self.refresh_status()

    def refresh_status(self) -> None:
        """Say anew where the person is."""
        if self.is_mounted:
            self.query_one(StatusLine).show(status_of(self))
            self.query_one(KeyLine).show(hints_of(self))

    def why_no_findings(self) -> str | None:
        """Why there is nothing to walk through; None if there is."""
        if self.session.stops:
            return None
        return nothing_in_words(self)

    def say(
        self,
        message: str,
        *,
        severity: Literal["information", "warning", "error"] = "information",
        brief: bool = False,
    ) -> None:
        """Tell the person something for a few seconds: in the status line, or over the text if it is bad.

        Args:
            message: plain text.
            severity: what is no information stays longer, and is told over the text.
            brief: is it something that one glance takes in?
        """
        seconds = 2 if brief else 5 if severity == "information" else 12
        message = printable(message)
        self.last_message = message
        if (
            severity == "information"
            and self.is_current
            and self.query_one(StatusLine).tell(message, seconds)
        ):
            return
        self.app.notify(message, severity=severity, timeout=seconds, markup=False)

    # Actions

    def action_perform(self, name: str, argument: int | None = None) -> None:
        """Do what the registry of actions calls by a name, or say why it cannot be done."""
        self.query_one(StatusLine).forget()
        reason = self.reason_against(name)
        if reason is not None:
            self.say(reason)
        elif argument is not None:
            self.panes.focus_number(argument)
        else:
            self._handlers[name]()

    def reason_against(self, name: str) -> str | None:
        """Why an action cannot be done now; None if it can."""
        reason = self._reasons.get(name)
        return reason() if reason is not None else None

    def knows(self, name: str) -> bool:
        """Can an action be carried out by its name alone?"""
        return name in self._handlers

    def stop_comparing(self) -> None:
        """Break off the comparison and keep what was found."""
        self.comparison_run.stop()

    def _show_help(self) -> None:
        reasons = {name: reason for name in self._reasons if (reason := self.reason_against(name))}
        self.app.push_screen(Help(reasons))

    def _leave(self) -> None:
        """Leave one transient state: the selection, a kept passage, the search, the zoom, in this order."""
        if self.judging.selecting is not None or self.judging.selected_spans():
            self.judging.clear_selection()
        elif self.relating.first is not None:
            self.relating.forget()
        elif self.search.is_active:
            self.search.end()
        elif self.panes.is_zoomed:
            self.panes.zoom()
        else:
            self.clear_selection()
            self.panes.focused.focus(scroll_visible=False)

    # Messages

    @on(events.DescendantFocus)
    def _focus_moved(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, ArticlePane):
            self.panes.took_focus(event.widget)
            self.refresh_status()

    @on(ArticlePane.Scrolled)
    def _pane_scrolled(self, message: ArticlePane.Scrolled) -> None:
        self.scrolling.scrolled(message.pane)

    @on(ArticlePane.PassageClicked)
    def _passage_clicked(self, message: ArticlePane.PassageClicked) -> None:
        self.walk.clicked(message.pane, message.findings, message.offset)

    @on(Input.Changed)
    def _query_changed(self, message: Input.Changed) -> None:
        self.search.query_changed(message.value)

    @on(Input.Submitted)
    def _query_submitted(self) -> None:
        self.search.submitted()

    @on(HitsFound)
    def _hits_found(self, message: HitsFound) -> None:
        self.search.found(message.hits)

    @on(FrameArrived)
    def _frame_arrived(self, message: FrameArrived) -> None:
        self.comparison_run.arrived(message.frame, message.run)

    @on(SaveEnded)
    def _save_ended(self, message: SaveEnded) -> None:
        self.leaving.ended(message)

    @on(ExportEnded)
    def _export_ended(self, message: ExportEnded) -> None:
        self.exporting.ended(message)

    @on(NotKept)
    def _not_kept(self, message: NotKept) -> None:
        self.say(message.complaint, severity="warning")
