"""What becomes an annotation of its own: each finding, with what a person said of it, and each note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from readerapp.annotations.terms import finding_iri, note_iri
from readerapp.model import Annotations, Comparison, Finding, Note, OrphanCause, Review


@dataclass(frozen=True, slots=True)
class Entry:
    """One annotation to be."""

    iri: str
    finding: Finding | None = None
    """None also where a person judged a finding that is no longer known."""
    review: Review = field(default_factory=Review)
    note: Note | None = None
    orphan: OrphanCause | None = None
    """Why it has no place any more; None where it has one."""


def entries_of(comparison: Comparison, annotations: Annotations) -> Iterator[Entry]:
    """The annotations to be: findings in order, those made by hand, reviews without one, notes, orphans.

    Args:
        comparison: what was found.
        annotations: what a person added.
    """
    known = set()
    for finding in (*comparison.findings, *annotations.findings):
        if finding.id not in known:
            known.add(finding.id)
            yield Entry(finding_iri(finding.id), finding, annotations.review_of(finding.id))
    for identity in sorted(annotations.reviews.keys() - known):
        known.add(identity)
        yield Entry(finding_iri(identity), review=annotations.reviews[identity])
    for note in annotations.notes:
        known.add(note.id)
        yield Entry(note_iri(note.id), note=note)
    for orphan in annotations.orphans:
        if orphan.id not in known:
            known.add(orphan.id)
            iri = note_iri(orphan.id) if orphan.note is not None else finding_iri(orphan.id)
            yield Entry(iri, orphan.finding, orphan.review, orphan.note, orphan.cause)
