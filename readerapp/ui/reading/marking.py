"""Turning what is known about the findings and notes into marks on the texts."""

from __future__ import annotations

from collections.abc import Hashable

from readerapp.model import Finding, Verdict
from readerapp.session import Session
from readerapp.ui.marks import Mark


def look_of(session: Session) -> Hashable:
    """Whatever of the annotations can be seen in the texts: where it is equal, so are the marks."""
    annotations = session.annotations
    dismissed = frozenset(
        identity for identity, review in annotations.reviews.items() if review.verdict is Verdict.DISMISSED
    )
    places = tuple((note.id, note.passages) for note in annotations.notes)
    return dismissed, places, annotations.findings


class Marking:
    """Makes the marks of a sitting.

    With 20,000 findings, making every mark takes longer than a key may; so the marks of a finding are
    kept until it is dismissed or taken back.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: dict[str, tuple[Mark, ...]] = {}

    def marks(self) -> dict[str, list[Mark]]:
        """The marks of every document, by its identity.

        A finding that the filters leave out is marked while the person is at it.
        """
        session = self._session
        marks: dict[str, list[Mark]] = {document.id: [] for document in session.documents}
        shown = [finding for stop in session.stops for finding in stop.findings]
        current = session.current
        if current is not None and not session.position.number:
            shown.append(current)
        reviews = session.annotations.reviews
        for finding in shown:
            review = reviews.get(finding.id)
            dismissed = review is not None and review.verdict is Verdict.DISMISSED
            made = self._made.get(finding.id)
            if made is None or made[0].dismissed is not dismissed:
                made = self._made[finding.id] = _marks_of(finding, dismissed)
            for passage, mark in zip(finding.passages, made, strict=True):
                marks[passage.document].append(mark)
        for note in session.annotations.notes:
            for passage in note.passages:
                if passage.document in marks:
                    marks[passage.document].append(Mark(passage.start, passage.end, "note", note.id))
        return marks


def _marks_of(finding: Finding, dismissed: bool) -> tuple[Mark, ...]:
    return tuple(
        Mark(passage.start, passage.end, finding.kind, finding.id, dismissed=dismissed, type=finding.type)
        for passage in finding.passages
    )
