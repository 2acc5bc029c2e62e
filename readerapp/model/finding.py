"""What was found between passages of articles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from readerapp.model.anchor import Anchor, AnchorStatus
from readerapp.model.span import Span


class Kind(StrEnum):
    """What sort of relation a finding states, in the order in which findings are listed."""

    CONTRADICTION = "contradiction"
    OVERLAP = "overlap"
    UNIQUE = "unique"


class Origin(StrEnum):
    """Who made a finding."""

    FOUND = "found"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one document that a finding speaks of."""

    document: str
    """Identity of the document."""
    start: int
    """First code point in the document's text."""
    end: int
    """The code point after the last."""
    text: str
    """The document's text from `start` to `end`."""
    speaker: str | None = None
    """Who is said to have said it; None where the article itself says it or it is not clear."""
    quotation: bool = False
    """Does it stand in quotation marks?"""
    cues: tuple[Span, ...] = ()
    """The words that carry the relation, in offsets of the document's text."""
    anchor: Anchor | None = None
    """How it was found again after its document changed; None where it never had to be. Of an orphan,
    `start`, `end` and `text` are those of the text that it stood in."""

    @property
    def is_orphan(self) -> bool:
        """Is it one that was not found again?"""
        return self.anchor is not None and self.anchor.status is AnchorStatus.ORPHANED

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation between two or more passages (or, for `unique`, a remark on one)."""

    id: str
    """The same in every run on the same texts."""
    kind: Kind
    type: str
    """Subdivision of the kind, such as `verbatim` or `denial`."""
    score: float
    """Calibrated confidence from 0 to 1."""
    reason: str
    """One sentence for a person."""
    passages: tuple[Passage, ...]
    """In order of document and position; every one stands in the relation to every other."""
    origin: Origin = Origin.FOUND
    created: str | None = None
    """When a person made it, in ISO form with time zone."""

    def sort_key(self) -> tuple[int, float, tuple[tuple[int, int], ...]]:
        """Order of findings: kind, falling score, position."""
        return (
            list(Kind).index(self.kind),
            -self.score,
            tuple((int(passage.document), passage.start) for passage in self.passages),
        )
