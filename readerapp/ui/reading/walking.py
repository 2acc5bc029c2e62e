"""Walking from finding to finding, and to the counterpart in another pane or further down in the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from readerapp.comparing import KIND_NAMES, LIMITS, LOOKED_FOR, not_looked_for
from readerapp.model import Finding, Kind, Passage, Span
from readerapp.ui.reading.part import Handler, Part, Reason
from readerapp.ui.screens.findings_list import FindingsList
from readerapp.ui.widgets.article_pane import ArticlePane
from readerapp.ui.wording import weaker_in_words

if TYPE_CHECKING:
    from readerapp.ui.screens.reading import ReadingScreen

PASSAGE_POSITION = 0.33
"""Share of a pane's height at which the beginning of a passage is put: what led to it stays in sight."""


class Walk(Part):
    """Where the person is among the findings, and among the passages of the current one."""

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self._passage = 0

    @property
    def passage(self) -> Passage | None:
        """The passage of the current finding that the person is at."""
        finding = self.session.current
        if finding is None:
            return None
        return finding.passages[min(self._passage, len(finding.passages) - 1)]

    def documents_of_current(self) -> list[str]:
        """Documents that the current finding touches, the one the person is at first."""
        finding, passage = self.session.current, self.passage
        if finding is None or passage is None:
            return []
        return list(dict.fromkeys([passage.document, *(p.document for p in finding.passages)]))

    def shown_passages(self) -> dict[str, Passage]:
        """The passage of the current finding that is looked at in each document that it touches."""
        finding, at = self.session.current, self.passage
        if finding is None or at is None:
            return {}
        shown = {at.document: at}
        for passage in finding.passages:
            shown.setdefault(passage.document, passage)
        return shown

    def go_to(
        self, finding: Finding, *, passage: int | None = None, still: ArticlePane | None = None
    ) -> None:
        """Make a finding current and show its passages side by side.

        Args:
            finding: where to go.
            passage: index of the passage to begin at; without it, the one in the focused pane.
            still: a pane that must not be scrolled, because the person clicked into it.
        """
        self.session.go_to(finding.id)
        panes = self.screen.panes
        if passage is None:
            here = panes.focused.document.id
            passage = next((n for n, p in enumerate(finding.passages) if p.document == here), 0)
        self._passage = passage
        if finding.passages[passage].document != panes.focused.document.id:
            panes.focus_document(finding.passages[passage].document)
        self.screen.current_changed()
        # The panes have to have their new widths before anything can be scrolled to in them.
        self.screen.call_after_refresh(self._show_passages, finding.id, still)

    def _show_passages(self, identity: str, still: ArticlePane | None) -> None:
        if self.session.current is None or self.session.current.id != identity:
            return
        for document, passage in self.shown_passages().items():
            pane = self.screen.panes.of(document)
            if pane is not still:
                pane.scroll_to_offset(passage.start, position=PASSAGE_POSITION)
        self.screen.scrolling.settle()

    # Actions

    def handlers(self) -> dict[str, Handler]:
        """Steps of every sort."""
        unjudged = self.session.is_unjudged
        steps: dict[str, Handler] = {
            "next_unjudged": partial(self._step, 1, unjudged, "findings without a verdict"),
            "previous_unjudged": partial(self._step, -1, unjudged, "findings without a verdict"),
            "next_finding": self._next,
            "previous_finding": partial(self._step, -1, None, "findings"),
            "counterpart": self._counterpart,
            "list_findings": self._list,
        }
        for kind in Kind:
            steps[f"next_{kind}"] = partial(self._step_of_kind, 1, kind)
            steps[f"previous_{kind}"] = partial(self._step_of_kind, -1, kind)
        return steps

    def reasons(self) -> dict[str, Reason]:
        """Nowhere to go without findings."""
        names = [name for name in self.handlers() if name != "next_finding"]
        return {**dict.fromkeys(names, self.screen.why_no_findings), "next_finding": self._why_no_next}

    def _why_no_next(self) -> str | None:
        return None if self.screen.search.is_active else self.screen.why_no_findings()

    def _next(self) -> None:
        if self.screen.search.is_active:
            self.screen.search.step(1)
        else:
            self._step(1, None, "findings")

    def _step_of_kind(self, direction: int, kind: Kind) -> None:
        wanted = partial(_is_of_kind, kind)
        if kind in LOOKED_FOR or any(map(wanted, self.session.findings)):
            self._step(direction, wanted, KIND_NAMES[kind])
        else:
            # Nobody looked, so that there are none would be a claim.
            self.screen.say(not_looked_for(kind))

    def _step(self, direction: int, wanted: Callable[[Finding], bool] | None, name: str) -> None:
        session = self.session
        before = session.position.number
        finding = session.step(direction, wanted)
        if finding is None:
            so_far = " so far" if self.screen.is_comparing else ""
            filters = session.filters.describe()
            reasons = [f"shown: {filters}"] if filters else []
            reasons += [weaker_in_words(session.weaker_hidden)] if session.weaker_hidden else []
            if name == KIND_NAMES[Kind.CONTRADICTION] and any(n.code in LIMITS for n in session.notices):
                reasons.append("not everything was examined: ! says why")
            left_out = f" ({'; '.join(reasons)})" if reasons else ""
            self.screen.say(f"There are no {name}{so_far}{left_out}.")
            return
        after = session.position.number
        if before and direction > 0 and after < before:
            self.screen.say("From the last to the first.", brief=True)
        elif before and direction < 0 and after > before:
            self.screen.say("From the first to the last.", brief=True)
        elif before == after and wanted is not None:
            self.screen.say(f"There are no other {name}.", brief=True)
        self.go_to(finding)

    def _counterpart(self) -> None:
        finding = self.session.current
        if finding is None:
            finding = self._finding_in_sight()
            if finding is None:
                self.screen.say("No finding is in sight in this pane; n goes to the next one.")
                return
            self.go_to(finding)
            return
        if len(finding.passages) < 2:
            self.screen.say("This finding has one passage only, so there is no counterpart.")
            return
        here = self.screen.panes.focused.document.id
        at = self.passage
        if at is not None and at.document != here:
            # The person went to another pane by themselves: the passage there is where they are.
            self._passage = next(
                (n for n, p in enumerate(finding.passages) if p.document == here), self._passage
            )
        following = (self._passage + 1) % len(finding.passages)
        self._passage = following
        passage = finding.passages[following]
        panes = self.screen.panes
        panes.focus_document(passage.document)
        self.screen.current_changed()
        self.screen.call_after_refresh(self._reveal, passage)

    def _reveal(self, passage: Passage) -> None:
        self.screen.panes.of(passage.document).reveal(Span(passage.start, passage.end))
        self.screen.scrolling.settle()

    def _finding_in_sight(self) -> Finding | None:
        """The first finding from the top of the focused pane on."""
        pane = self.screen.panes.focused
        top, bottom = pane.top_offset, pane.bottom_offset
        found = [
            (passage.start, number, stop.finding)
            for number, stop in enumerate(self.session.stops)
            for passage in stop.finding.passages
            if passage.document == pane.document.id and passage.start < bottom and passage.end > top
        ]
        return min(found)[2] if found else None

    def clicked(self, pane: ArticlePane, findings: tuple[str, ...], offset: int) -> None:
        """The person clicked on a highlight; on one where several lie, further clicks go through them.

        Args:
            pane: where.
            findings: identities of what is marked there.
            offset: code point that was clicked on.
        """
        known = [finding for identity in findings if (finding := self.session.finding(identity))]
        if not known:
            self.screen.judging.note_clicked(findings[0])
            return
        current = self.session.current
        names = [finding.id for finding in known]
        turn = (names.index(current.id) + 1) % len(names) if current and current.id in names else 0
        finding = known[turn]
        here = [n for n, p in enumerate(finding.passages) if p.document == pane.document.id]
        # A sign in the gutter may stand for a passage that begins further on in its row.
        passage = min(here, key=lambda n: _distance(finding.passages[n], offset))
        self.go_to(finding, passage=passage, still=pane)

    def _list(self) -> None:
        def chosen(identity: str | None) -> None:
            finding = self.session.finding(identity) if identity else None
            if finding is not None:
                self.go_to(finding)

        screen = self.screen
        findings = FindingsList(self.session, screen.judging.judge, screen.annotations_changed)
        screen.app.push_screen(findings, chosen)


def _is_of_kind(kind: Kind, finding: Finding) -> bool:
    return finding.kind is kind


def _distance(passage: Passage, offset: int) -> int:
    """Code points between an offset and a passage; 0 where it lies within."""
    if offset < passage.start:
        return passage.start - offset
    return max(0, offset - passage.end + 1)
