"""One sitting with a comparison.

`Session` holds the documents, the findings that are known by now, what the person added, which finding
is current, and which findings are wanted. It is changed only through its methods, by one thread.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import NamedTuple

from readerapp.model import (
    Annotations,
    Comparison,
    Document,
    Finding,
    Kind,
    Note,
    Notice,
    Passage,
    Review,
    Settings,
    Span,
    Verdict,
)
from readerapp.model.visibility import hides_weaker, is_visible
from readerapp.session.filters import Filters
from readerapp.session.history import History, Step, changed_reviews
from readerapp.session.stops import OrderedFindings, Stop


def current_time() -> str:
    """Now, in ISO form with time zone, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


INCOMPLETE = Notice(
    "comparison-incomplete", "The comparison had not come to its end: there may be more to find."
)
"""Stands in what is saved before everything was found."""


class _Extent(NamedTuple):
    """How much of a comparison is known."""

    found: int
    notices: tuple[Notice, ...]
    is_complete: bool


class Position(NamedTuple):
    """Where something stands in a row of things: `4 of 21`."""

    number: int
    """From 1; 0 where nothing is current."""
    total: int


class Session:
    """Documents, findings, annotations and the place of one sitting."""

    def __init__(
        self,
        documents: Sequence[Document],
        *,
        findings: Iterable[Finding] = (),
        annotations: Annotations | None = None,
        notices: Iterable[Notice] = (),
        settings: Settings | None = None,
        clock: Callable[[], str] = current_time,
    ) -> None:
        self.documents = tuple(documents)
        told = tuple(notices)
        self.notices = tuple(notice for notice in told if notice.code != INCOMPLETE.code)
        self.settings = settings or Settings()
        self.history = History(annotations or Annotations())
        self.filters = Filters()
        self.clock = clock
        """Tells the time, in ISO form with time zone."""
        self.is_complete = self.notices == told
        """Does the comparison hold all there is to find? Not while it goes on, nor where it broke off."""
        self._saved = self.history.annotations
        self._saved_comparison: _Extent | None = None
        self._found = OrderedFindings()
        self._found.add(findings)
        self._current: str | None = None
        self._stops: list[Stop] | None = None
        self._weaker_hidden: int | None = None
        self._index: dict[str, int] = {}
        self._merge_made_by_hand(Annotations())

    # What there is

    @property
    def annotations(self) -> Annotations:
        """Everything that the person has added."""
        return self.history.annotations

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding known by now, those made by hand included, in the order of `Finding.sort_key`."""
        return self._found.all()

    @property
    def comparison(self) -> Comparison:
        """The comparison as it is known by now, without what was made by hand.

        Where it is not complete, a notice says so.
        """
        by_hand = {finding.id for finding in self.annotations.findings}
        found = tuple(finding for finding in self.findings if finding.id not in by_hand)
        notices = self.notices if self.is_complete else (*self.notices, INCOMPLETE)
        return Comparison(self.documents, found, notices, self.settings)

    def finding(self, identity: str) -> Finding | None:
        """The finding of that identity."""
        return self._found.get(identity)

    def document(self, identity: str) -> Document:
        """The document of that identity.

        Raises:
            KeyError: there is none.
        """
        for document in self.documents:
            if document.id == identity:
                return document
        raise KeyError(identity)

    def add_findings(self, findings: Iterable[Finding]) -> None:
        """Merge in a batch that a comparison found; the current finding stays current."""
        self._found.add(findings)
        self._look_anew()

    # The walk

    @property
    def stops(self) -> list[Stop]:
        """The walk through the findings that the filters admit."""
        if self._stops is None:
            self._stops = self._found.stops(self.filters, self.annotations)
            self._index = {
                finding.id: number for number, stop in enumerate(self._stops) for finding in stop.findings
            }
        return self._stops

    @property
    def weaker_hidden(self) -> int:
        """How many findings are left out for nothing but that their score is too low to be shown at first."""
        if self._weaker_hidden is None:
            filters, annotations = self.filters, self.annotations
            self._weaker_hidden = 0
            if filters.minimum_score is None and hides_weaker():
                self._weaker_hidden = sum(
                    filters.admits_at_any_score(finding, annotations)
                    and not filters.admits(finding, annotations)
                    for finding in self.findings
                )
        return self._weaker_hidden

    def _look_anew(self) -> None:
        self._stops = self._weaker_hidden = None

    @property
    def current(self) -> Finding | None:
        """The finding that the person is at."""
        return None if self._current is None else self._found.get(self._current)

    def go_to(self, identity: str | None) -> Finding | None:
        """Make a finding current (None: no finding) and return it; an unknown one changes nothing."""
        if identity is None or identity in self._found:
            self._current = identity
        return self.current

    def step(self, direction: int, wanted: Callable[[Finding], bool] | None = None) -> Finding | None:
        """Go to the next or previous stop, round from the last to the first.

        Args:
            direction: 1 or -1.
            wanted: which findings count; all if None.

        Returns:
            the finding that is current now; None if none is wanted, and the current one then stays.
        """
        stops = self.stops
        if not stops:
            return None
        if self._current in self._index:
            start = self._index[self._current]
        else:
            start = self._place_of_unlisted(direction)
        for distance in range(1, len(stops) + 1):
            stop = stops[(start + direction * distance) % len(stops)]
            for finding in stop.findings:
                if wanted is None or wanted(finding):
                    self._current = finding.id
                    return finding
        return None

    def _place_of_unlisted(self, direction: int) -> int:
        """Stop from which to step where the current finding is none of the stops (filtered out, or none)."""
        current = self.current
        if current is None:
            return -1 if direction > 0 else 0
        key = current.sort_key()
        before = sum(stop.finding.sort_key() < key for stop in self.stops)
        return before - 1 if direction > 0 else before

    def is_unjudged(self, finding: Finding) -> bool:
        """Has nobody given a verdict on it?"""
        return self.annotations.review_of(finding.id).verdict is None

    @property
    def position(self) -> Position:
        """Where the current finding stands among the stops."""
        total = len(self.stops)
        return Position(self._index.get(self._current or "", -1) + 1, total)

    def position_within_kind(self) -> Position:
        """Where the current finding stands among those of its kind."""
        current = self.current
        if current is None:
            return Position(0, 0)
        alike = [stop for stop in self.stops if any(f.kind is current.kind for f in stop.findings)]
        number = next(
            (n for n, stop in enumerate(alike, 1) if any(f.id == current.id for f in stop.findings)), 0
        )
        return Position(number, len(alike))

    def companions(self, finding: Finding) -> tuple[Finding, ...]:
        """The other findings on the very same passages."""
        number = self._index.get(finding.id) if self.stops else None
        if number is None:
            return ()
        return tuple(other for other in self.stops[number].findings if other.id != finding.id)

    def count(self, kind: Kind) -> int:
        """How many stops hold a finding of a kind."""
        return sum(any(f.kind is kind for f in stop.findings) for stop in self.stops)

    def choose(self, filters: Filters) -> None:
        """Walk only through what the filters admit from now on; the current finding stays current."""
        self.filters = filters
        self._look_anew()

    # What the person adds

    def judge(self, identity: str, verdict: Verdict | None) -> None:
        """Give a verdict on a finding, or take it back with None."""
        review = replace(self.annotations.review_of(identity), verdict=verdict)
        self._review(identity, review, f"verdict {verdict}" if verdict else "verdict taken back")

    def note_finding(self, identity: str, text: str, tags: Sequence[str] = ()) -> None:
        """Write a note and tags on a finding; an empty text removes the note."""
        known = self.annotations.review_of(identity)
        review = replace(known, note=text, tags=tuple(tags))
        if (review.note, review.tags) != (known.note, known.tags):
            self._review(identity, review, "note on a finding" if text or tags else "note removed")

    def _review(self, identity: str, review: Review, description: str) -> None:
        stamped = replace(review, modified=None if review.is_empty else self.clock())
        self._change(self.annotations.with_review(identity, stamped), description, identity)

    def clear_review(self, identity: str) -> None:
        """Remove verdict, note and tags from a finding."""
        self._review(identity, Review(), "verdict and note removed")

    def note_passages(self, spans: Sequence[tuple[str, Span]], text: str, tags: Sequence[str] = ()) -> Note:
        """Write a note on stretches of documents, given as document identity and span."""
        passages = tuple(
            Passage(identity, span.start, span.end, self.document(identity).text[span.start : span.end])
            for identity, span in spans
        )
        now = self.clock()
        note = Note(str(uuid.uuid4()), passages, text, tuple(tags), created=now, modified=now)
        self._change(self.annotations.with_note(note), "note on selected text")
        return note

    def rewrite_note(self, note: Note, text: str, tags: Sequence[str] = ()) -> None:
        """Change the text and tags of a note on selected text."""
        if (text, tuple(tags)) != (note.text, note.tags):
            changed = replace(note, text=text, tags=tuple(tags), modified=self.clock())
            self._change(self.annotations.with_note(changed), "note changed")

    def remove_note(self, identity: str) -> None:
        """Remove a note on selected text."""
        self._change(self.annotations.without_note(identity), "note removed")

    def keep_finding(self, finding: Finding) -> None:
        """Add a finding that the person made, or put it in place of the one with its identity."""
        known = next((known for known in self.annotations.findings if known.id == finding.id), None)
        if finding != known:
            words = "finding made by hand" if known is None else "finding made by hand changed"
            self._change(self.annotations.with_finding(finding), words, finding.id)

    def remove_finding(self, identity: str) -> None:
        """Remove a finding that the person made, with its verdict, tags and note."""
        self._change(self.annotations.without_finding(identity), "finding made by hand removed", identity)

    def dismiss_all(self, identities: Sequence[str]) -> None:
        """Dismiss several findings in one step."""
        now, known = self.clock(), self.annotations
        reviews = {
            identity: replace(known.review_of(identity), verdict=Verdict.DISMISSED, modified=now)
            for identity in identities
        }
        number = f"{len(reviews):,} findings" if len(reviews) != 1 else "1 finding"
        self._change(known.with_reviews(reviews), f"{number} dismissed together")

    @property
    def tags(self) -> tuple[str, ...]:
        """Every tag that the person has used in this comparison, the most used first."""
        annotations = self.annotations
        tagged: tuple[Review | Note, ...] = (*annotations.reviews.values(), *annotations.notes)
        counts = Counter(tag for each in tagged for tag in each.tags)
        return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag.casefold(), tag)))

    def remove_orphan(self, identity: str) -> None:
        """Remove something that lost its place."""
        self._change(self.annotations.without_orphan(identity), "what had lost its place removed")

    def put_in_place(
        self, gone: Iterable[str], annotations: Annotations, *, instead: Iterable[Finding] = ()
    ) -> None:
        """Let new findings take the place of old ones.

        Args:
            gone: identities of the old ones.
            annotations: what the person added, said of the new ones.
            instead: new ones that say more than those of the same identity that are there.
        """
        instead = tuple(instead)
        self._found.remove((*gone, *(finding.id for finding in instead)))
        self._found.add(instead)
        self._change(annotations, "verdicts and notes carried over")
        self._look_anew()

    def undo(self) -> Step | None:
        """Take back the last change and say which it was; None if there is none."""
        before = self.annotations
        step = self.history.undo()
        self._annotations_changed(before)
        return step

    def redo(self) -> Step | None:
        """Do again what was undone last and say what it was; None if there is nothing."""
        before = self.annotations
        step = self.history.redo()
        self._annotations_changed(before)
        return step

    def merged_with(self, recovered: Annotations) -> Annotations:
        """What the person added, here and in a sitting cut short; that one wins where both say something."""
        here = self.annotations
        notes = {note.id: note for note in (*here.notes, *recovered.notes)}
        findings = {finding.id: finding for finding in (*here.findings, *recovered.findings)}
        orphans = {orphan.id: orphan for orphan in (*here.orphans, *recovered.orphans)}
        return Annotations(
            MappingProxyType({**here.reviews, **recovered.reviews}),
            tuple(notes.values()),
            tuple(findings.values()),
            tuple(orphans.values()),
        )

    def take_over(self, recovered: Comparison, annotations: Annotations) -> None:
        """Merge in what a sitting cut short left; its findings, and what the person added there.

        Args:
            recovered: findings of it that are not known here are added.
            annotations: what the person added there, which wins over what they added here.
        """
        self.add_findings(recovered.findings)
        self._change(self.merged_with(annotations), "taken over from the last sitting")

    def annotations_after(self, change: Callable[[Session], object]) -> Annotations:
        """What the annotations would be after a change, which is tried out and not made.

        Args:
            change: calls one of the methods of this class that change annotations.
        """
        trial = Session(self.documents, annotations=self.annotations, clock=self.clock)
        change(trial)
        return trial.annotations

    def _change(self, annotations: Annotations, description: str, finding: str | None = None) -> None:
        before = self.annotations
        self.history.change(annotations, description, finding)
        self._annotations_changed(before)

    def _annotations_changed(self, before: Annotations) -> None:
        if before.findings != self.annotations.findings:
            self._merge_made_by_hand(before)
        filters = self.filters
        depends_on_reviews = (
            filters.hide_dismissed
            or filters.text
            or (filters.minimum_score is None and self._is_weak_one_judged(before))
        )
        if depends_on_reviews or before.findings != self.annotations.findings:
            self._look_anew()

    def _is_weak_one_judged(self, before: Annotations) -> bool:
        """Did the review of a finding change that is shown, or not, for nothing but that review?"""
        if not hides_weaker():
            return False
        findings = map(self._found.get, changed_reviews(before, self.annotations))
        return any(finding is not None and not is_visible(finding) for finding in findings)

    def _merge_made_by_hand(self, before: Annotations) -> None:
        kept = {finding.id: finding for finding in self.annotations.findings}
        self._found.remove(finding.id for finding in before.findings if kept.get(finding.id) != finding)
        self._found.add(self.annotations.findings)

    # What is saved

    @property
    def has_unsaved_work(self) -> bool:
        """Has the person added something since it was last saved?"""
        return self.annotations != self._saved

    @property
    def is_dirty(self) -> bool:
        """Would saving write something that is not in the file?

        That is so for what the person added, and for findings that came after the comparison was saved;
        findings alone, of a comparison that nobody has saved, are none to be sorry for.
        """
        is_outgrown = self._saved_comparison not in (None, self._extent())
        return is_outgrown or self.has_unsaved_work

    def mark_saved(self, comparison: Comparison, annotations: Annotations) -> None:
        """Remember what is in the saved file.

        Args:
            comparison: a value that `comparison` had.
            annotations: the value that `annotations` had at the same time.
        """
        self._saved = annotations
        is_complete = comparison.notices[-1:] != (INCOMPLETE,)
        notices = comparison.notices if is_complete else comparison.notices[:-1]
        self._saved_comparison = _Extent(len(comparison.findings), notices, is_complete)

    def _extent(self) -> _Extent:
        found = len(self._found) - len(self.annotations.findings)
        return _Extent(found, self.notices, self.is_complete)
