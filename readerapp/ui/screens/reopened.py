"""The reading screen of a saved comparison: it says what has become of the articles since.

Where one has changed, it asks whether to keep the saved text or to go on with the new one. The latter ends
the app with `chosen` set: who started it goes on with a screen for the new texts, on which the articles are
compared again. When that has come to its end, verdicts and notes go over to the new findings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readerapp.anchoring import Reanchored, carried_over, reanchored, succession, with_anchors
from readerapp.model import AnchorStatus, Document, Origin
from readerapp.model.portable import file_name
from readerapp.model.printable import printable
from readerapp.saving.source_states import SourceState, SourceStatus, changed_documents
from readerapp.session import Session
from readerapp.ui.child_comparer import Comparer
from readerapp.ui.reading.keeping import Keeper
from readerapp.ui.screens.question import Answer, Question
from readerapp.ui.screens.reading import ReadingScreen
from readerapp.ui.wording import plural

_AGAIN = 0.2
"""Seconds after which it is looked again whether another question has been answered."""

_MOST_LINES = 6
"""Articles that are told one by one."""

_LONGEST_NAME = 40


class ReopenedScreen(ReadingScreen):
    """Shows a saved comparison.

    Args:
        session: the sitting.
        keeper: keeps on the disk what the person adds.
        comparer: what compares the articles.
        states: what became of the articles; empty where nobody is to be asked.
        earlier: the comparison before it is made anew, on the same texts; None to compare nothing by itself.
    """

    def __init__(
        self,
        session: Session,
        keeper: Keeper,
        comparer: Comparer | None,
        *,
        states: Sequence[SourceState] = (),
        earlier: Reanchored | None = None,
    ) -> None:
        super().__init__(session, keeper, comparer, compares_at_once=earlier is not None)
        self._states = tuple(states)
        self._earlier = earlier
        self.chosen: Reanchored | None = None
        """The comparison on the new texts, if the person wants to go on with them."""

    def _begin(self) -> None:
        super()._begin()
        if self._earlier is not None:
            # What was brought over is unsaved until the person saves it.
            self.leaving.keep()
        self._tell_gone()
        changed = changed_documents(self._states)
        if changed:
            self._ask(changed)

    def _tell_gone(self) -> None:
        gone = [self._named(state) for state in self._states if state.status is SourceStatus.GONE]
        if gone:
            where = gone[0] if len(gone) == 1 else plural(len(gone), "article")
            verb = "is" if len(gone) == 1 else "are"
            self.say(f"{where} {verb} not where it was saved from; the saved text is shown.")

    def _named(self, state: SourceState) -> str:
        document = self.session.document(state.document)
        named = str(state.path) if state.is_by_absolute_path else document.source
        if state.is_by_absolute_path or named.startswith(".."):
            # A file that somebody sent may name any file of ours: which one is not to be hidden.
            path = printable(named)
            return path if len(path) <= _LONGEST_NAME else f"…{path[1 - _LONGEST_NAME :]}"
        return printable(file_name(document.source) or document.title, _LONGEST_NAME)

    # The question

    def _ask(self, changed: Mapping[str, Document]) -> None:
        if not self.is_current:
            # Another question waits for its answer, which may bring in more to be found again.
            self.set_timer(_AGAIN, lambda: self._ask(changed))
            return
        session = self.session
        before = (session.comparison, session.annotations)
        result = reanchored(*before, changed)
        names = [self._named(state) for state in self._states if state.document in changed]
        one = len(names) == 1
        subject = f"{names[0]} has" if one else f"{len(names)} articles have"
        answers = [
            Answer("keep", "k", "Keep the saved text" if one else "Keep the saved texts"),
            Answer("new", "n", f"Go on with the new {'text' if one else 'texts'} and compare again"),
        ]

        def answered(answer: str | None) -> None:
            if answer == "new":
                now = (session.comparison, session.annotations)
                self.chosen = result if now == before else reanchored(*now, changed)
                self.leaving.end(clean=True)
                self.app.exit(0)

        self.app.push_screen(
            Question(f"{subject} changed since this was saved.", self._explanation(result, changed), answers),
            answered,
        )

    def _explanation(self, result: Reanchored, changed: Mapping[str, Document]) -> str:
        lines = []
        for state in self._states:
            if state.document in changed:
                lines.append(f"{self._named(state)}, {counts_in_words(result.counts[state.document])}.")
        if len(lines) > _MOST_LINES:
            lines[_MOST_LINES - 1 :] = [f"In all: {counts_in_words(result.total)}."]
        if result.total.get(AnchorStatus.ORPHANED):
            lines.append("What is not found again stays in the list of notes, with its old text.")
        return "\n".join(lines)

    # After comparing again

    def comparison_ended(self) -> None:
        """Let verdicts and notes go over to the new findings, once all of them are there."""
        if self._earlier is not None and self.session.is_complete:
            earlier, self._earlier = self._earlier, None
            self._carry_over(earlier)
        super().comparison_ended()

    def _carry_over(self, earlier: Reanchored) -> None:
        session = self.session
        known = {finding.id for finding in earlier.comparison.findings}
        # Where no article changed, a finding has the name that it had.
        affected = [
            finding
            for finding in earlier.comparison.findings
            if any(passage.document in earlier.counts for passage in finding.passages)
        ]
        fresh = [f for f in session.findings if f.origin is Origin.FOUND and f.id not in known]
        found = succession(affected, fresh)
        judged = [f for f in found.gone if not session.annotations.review_of(f.id).is_empty]
        annotations = carried_over(session.annotations, affected, found)
        told = with_anchors(affected, fresh, found)
        session.put_in_place([finding.id for finding in affected], annotations, instead=told)
        self.findings_changed()
        self.leaving.keep()
        words = [f"{plural(len(found.successors), 'finding')} still there", f"{len(found.new):,} new"]
        if judged:
            words.append(f"{plural(len(judged), 'judged one')} gone, kept in the list of notes")
        self.say(f"Compared again: {', '.join(words)}.")


def counts_in_words(counts: Mapping[AnchorStatus, int]) -> str:
    """How passages were found again, such as `15 passages: 12 as before, 1 moved, 2 not found again`."""
    said = {
        AnchorStatus.EXACT: "as before",
        AnchorStatus.MOVED: "moved",
        AnchorStatus.CHANGED: "changed",
        AnchorStatus.ORPHANED: "not found again",
    }
    words = [f"{counts[status]:,} {what}" for status, what in said.items() if counts.get(status)]
    total = plural(sum(counts.values()), "passage")
    return f"{total}: {', '.join(words)}" if words else "no finding or note is on it"
