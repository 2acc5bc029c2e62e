"""What a person adds to a comparison: verdicts and notes, kept beside the findings, never inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from readerapp.model.finding import Finding, Passage


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

    def with_review(self, finding: str, review: Review) -> Annotations:
        """These annotations with the review of one finding replaced (removed if it says nothing)."""
        reviews = {key: value for key, value in self.reviews.items() if key != finding}
        if not review.is_empty:
            reviews[finding] = review
        return replace(self, reviews=MappingProxyType(reviews))

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

    def review_of(self, finding: str) -> Review:
        """The review of a finding; an empty one where nobody has judged it."""
        return self.reviews.get(finding, Review())

    @property
    def is_empty(self) -> bool:
        """Has the person added nothing?"""
        return not self.reviews and not self.notes and not self.findings
