"""Turning what is known about the findings and notes into marks on the texts."""

from __future__ import annotations

from readerapp.model import Finding, Verdict
from readerapp.session import Session
from readerapp.ui.marks import Mark


class Marking:
    """The marks of all documents, made anew when findings change, touched up when only the place does.

    With 20,000 findings it takes some 0.1 s to make all marks, too long for a key; so the marks of
    the finding that was current, and of the one that is, are replaced in the lists that there are.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._marks: dict[str, list[Mark]] = {}
        self._places: dict[str, list[tuple[str, int]]] = {}

    def all_marks(self) -> dict[str, list[Mark]]:
        """Make the marks of every document, by its identity."""
        session = self._session
        annotations = session.annotations
        current = session.current
        current_id = current.id if current else None
        self._marks = {document.id: [] for document in session.documents}
        self._places = {}
        shown = [finding for stop in session.stops for finding in stop.findings]
        if current is not None and session.position.number == 0:
            # A finding that the filters leave out is shown while the person is at it.
            shown.append(current)
        for finding in shown:
            self._add(finding, finding.id == current_id)
        for note in annotations.notes:
            for passage in note.passages:
                marks = self._marks.get(passage.document)
                if marks is not None:
                    marks.append(Mark(passage.start, passage.end, "note", note.id, False, False))
        return self._marks

    def _add(self, finding: Finding, is_current: bool) -> None:
        dismissed = self._session.annotations.review_of(finding.id).verdict is Verdict.DISMISSED
        places = self._places.setdefault(finding.id, [])
        for passage in finding.passages:
            marks = self._marks[passage.document]
            places.append((passage.document, len(marks)))
            marks.append(Mark(passage.start, passage.end, finding.kind, finding.id, is_current, dismissed))
