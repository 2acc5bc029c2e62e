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


def marks_of(session: Session) -> dict[str, list[Mark]]:
    """The marks of every document, by its identity.

    A finding that the filters leave out is marked while the person is at it.
    """
    marks: dict[str, list[Mark]] = {document.id: [] for document in session.documents}
    for stop in session.stops:
        for finding in stop.findings:
            _add(marks, session, finding)
    current = session.current
    if current is not None and not session.position.number:
        _add(marks, session, current)
    for note in session.annotations.notes:
        for passage in note.passages:
            if passage.document in marks:
                marks[passage.document].append(Mark(passage.start, passage.end, "note", note.id))
    return marks


def _add(marks: dict[str, list[Mark]], session: Session, finding: Finding) -> None:
    dismissed = session.annotations.review_of(finding.id).verdict is Verdict.DISMISSED
    for passage in finding.passages:
        mark = Mark(
            passage.start,
            passage.end,
            finding.kind,
            finding.id,
            dismissed=dismissed,
            type=finding.type,
        )
        marks[passage.document].append(mark)
