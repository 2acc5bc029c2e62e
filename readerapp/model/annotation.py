"""What a person adds to a comparison: verdicts and notes, kept beside the findings, never inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from readerapp.model.finding import Finding, Origin, Passage


class Verdict(StrEnum):
    """A person's judgement of a finding."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Review:
    """A person's judgement of one finding."""

    verdict: Verdict | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    """Free text, perhaps of several lines."""
    modified: str | None = None
    """When it was last changed, in ISO form with time zone."""

    @property
    def is_empty(self) -> bool:
        """Does it say nothing?"""
        return self.verdict is None and not self.tags and not self.note


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on passages that a person selected."""

    id: str
    """A UUID in its canonical form."""
    passages: tuple[Passage, ...]
    text: str
    tags: tuple[str, ...] = ()
    created: str | None = None
    """When it was made, in ISO form with time zone."""
    modified: str | None = None


class OrphanCause(StrEnum):
    """Why an annotation is no longer part of the comparison."""

    TEXT_CHANGED = "text-changed"
    """A passage of it was not found again in its article."""
    NOT_FOUND_ANEW = "not-found-anew"
    """Its passages are there, but comparing again no longer brought it up."""


@dataclass(frozen=True, slots=True)
class Orphan:
    """A finding with its review, or a note, that is kept although it has no place any more."""

    cause: OrphanCause
    finding: Finding | None = None
    review: Review = field(default_factory=Review)
    note: Note | None = None

    @property
    def id(self) -> str:
        """Identity of the finding or of the note."""
        about = self.finding if self.finding is not None else self.note
        return about.id if about is not None else ""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What it is about; those that were not found again as they were."""
        about = self.finding if self.finding is not None else self.note
        return about.passages if about is not None else ()

    @property
    def is_of_person(self) -> bool:
        """Did a person make it, or say something about it?"""
        if self.finding is None:
            return True
        return self.finding.origin is Origin.PERSON or not self.review.is_empty


def _no_reviews() -> Mapping[str, Review]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything that a person added to one comparison; a new value for every change."""

    reviews: Mapping[str, Review] = field(default_factory=_no_reviews)
    """Review by finding identity; empty reviews are not kept."""
    notes: tuple[Note, ...] = ()
    """In the order in which they were made."""
    findings: tuple[Finding, ...] = ()
    """Findings that a person made by hand."""
    orphans: tuple[Orphan, ...] = ()
    """What lost its place when an article changed."""

    def with_review(self, finding: str, review: Review) -> Annotations:
        """These annotations with the review of one finding replaced (removed if it says nothing)."""
        reviews = {key: value for key, value in self.reviews.items() if key != finding}
        if not review.is_empty:
            reviews[finding] = review
        return replace(self, reviews=MappingProxyType(reviews))

    def with_reviews(self, reviews: Mapping[str, Review]) -> Annotations:
        """These annotations with the reviews of several findings replaced, by identity of the finding."""
        together = {**self.reviews, **reviews}
        kept = {key: review for key, review in together.items() if not review.is_empty}
        return replace(self, reviews=MappingProxyType(kept))

    def with_finding(self, finding: Finding) -> Annotations:
        """These annotations with a finding made by hand added, or replaced where its identity is known."""
        if any(known.id == finding.id for known in self.findings):
            findings = tuple(finding if known.id == finding.id else known for known in self.findings)
        else:
            findings = (*self.findings, finding)
        return replace(self, findings=findings)

    def without_finding(self, identity: str) -> Annotations:
        """These annotations without one finding made by hand, and without its review."""
        findings = tuple(finding for finding in self.findings if finding.id != identity)
        return replace(self.with_review(identity, Review()), findings=findings)

    def with_note(self, note: Note) -> Annotations:
        """These annotations with a note added, or replaced where its identity is known."""
        if any(known.id == note.id for known in self.notes):
            notes = tuple(note if known.id == note.id else known for known in self.notes)
        else:
            notes = (*self.notes, note)
        return replace(self, notes=notes)

    def without_note(self, identity: str) -> Annotations:
        """These annotations without one note."""
        return replace(self, notes=tuple(note for note in self.notes if note.id != identity))

    def without_orphan(self, identity: str) -> Annotations:
        """These annotations without one orphan."""
        return replace(self, orphans=tuple(orphan for orphan in self.orphans if orphan.id != identity))

    def review_of(self, finding: str) -> Review:
        """The review of a finding; an empty one where nobody has judged it."""
        return self.reviews.get(finding, Review())

    @property
    def is_empty(self) -> bool:
        """Has the person added nothing?"""
        return not (self.reviews or self.notes or self.findings or self.orphans)
