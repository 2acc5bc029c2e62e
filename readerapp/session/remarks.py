"""Everything that a person added, as one list: notes, judged findings, findings of their own.

`remarks_of` makes the list, `Choice` says which of it is wanted and in which order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from readerapp.model import Finding, Kind, Note, Origin, OrphanCause, Passage, Verdict
from readerapp.session.session import Session


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person added: a note on selected text, or a verdict or note on a finding, or a finding."""

    id: str
    """Identity of the note or of the finding."""
    about: Note | Finding
    text: str
    tags: tuple[str, ...]
    verdict: Verdict | None
    passages: tuple[Passage, ...]
    orphan: OrphanCause | None = None
    """Why it has no place any more."""
    modified: str | None = None
    """When it was last changed, in ISO form with time zone."""

    @property
    def sort(self) -> str:
        """`note`, or the kind of the finding."""
        return self.about.kind.value if isinstance(self.about, Finding) else "note"

    @property
    def is_own(self) -> bool:
        """Is it a finding that the person made?"""
        return isinstance(self.about, Finding) and self.about.origin is Origin.PERSON

    def searchable(self) -> str:
        """Everything in it that can be searched for, without regard to case."""
        parts = [self.text, *self.tags, self.verdict or "", self.sort, *(p.text for p in self.passages)]
        if isinstance(self.about, Finding):
            parts += [self.about.type, self.about.reason, "made by hand" if self.is_own else ""]
        parts += [self.orphan or "", *(p.anchor.status for p in self.passages if p.anchor is not None)]
        return "\n".join(parts).casefold()

    def moment(self) -> datetime | None:
        """When it was last changed; None where nobody knows."""
        try:
            moment = datetime.fromisoformat(self.modified or "")
        except ValueError:
            return None
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def remarks_of(session: Session) -> list[Remark]:
    """All remarks in the order of the text that they are about; at the end those without a place."""
    annotations = session.annotations
    remarks = [
        Remark(note.id, note, note.text, note.tags, None, note.passages, None, note.modified or note.created)
        for note in annotations.notes
    ]
    by_hand = [finding.id for finding in annotations.findings]
    for identity in dict.fromkeys((*annotations.reviews, *by_hand)):
        finding, review = session.finding(identity), annotations.review_of(identity)
        if finding is not None:
            about = (review.note, review.tags, review.verdict, finding.passages)
            remarks.append(Remark(identity, finding, *about, None, review.modified or finding.created))
    for orphan in annotations.orphans:
        note, review = orphan.note, orphan.review
        text, tags = (review.note, review.tags) if note is None else (note.text, note.tags)
        lost = orphan.finding if note is None else note
        time = review.modified if note is None else note.modified or note.created
        if lost is not None:
            said = (text, tags, review.verdict, orphan.passages)
            remarks.append(Remark(orphan.id, lost, *said, orphan.cause, time))
    order = {document.id: number for number, document in enumerate(session.documents)}
    return sorted(
        remarks,
        key=lambda remark: (
            remark.orphan is not None,
            [(order.get(p.document, 0), p.start) for p in remark.passages[:1]],
        ),
    )


class Order(StrEnum):
    """What a list of remarks is sorted by."""

    POSITION = "position"
    TIME = "time"
    KIND = "kind"
    VERDICT = "verdict"


NO_VERDICT = "without a verdict"
"""Stands among the verdicts for what has none."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which remarks are wanted, and in which order; None admits all."""

    document: str | None = None
    """Identity of an article that it is about."""
    sort: str | None = None
    """`note`, or a kind of finding."""
    verdict: str | None = None
    """A verdict, or `NO_VERDICT`."""
    tag: str | None = None
    text: str = ""
    """Words that must all occur; one behind `#` is the beginning of a tag."""
    order: Order = Order.POSITION

    def of(self, remarks: Iterable[Remark]) -> list[Remark]:
        """The wanted ones in their order.

        Args:
            remarks: in the order of the text.
        """
        words = self.text.casefold().split()
        chosen = [remark for remark in remarks if self._admits(remark) and _has_words(remark, words)]
        if self.order is not Order.POSITION:
            chosen.sort(key=_KEYS[self.order])
        return chosen

    def _admits(self, remark: Remark) -> bool:
        return (
            (self.document is None or any(p.document == self.document for p in remark.passages))
            and self.sort in (None, remark.sort)
            and self.verdict in (None, remark.verdict or NO_VERDICT)
            and (self.tag is None or self.tag in remark.tags)
        )

    def describe(self) -> str:
        """The choice in a few words, such as `article 2, confirmed, by time`; empty for the default."""
        parts = [
            f"article {self.document}" if self.document else "",
            self.sort or "",
            self.verdict or "",
            f"#{self.tag}" if self.tag else "",
            f"by {self.order}" if self.order is not Order.POSITION else "",
        ]
        return ", ".join(part for part in parts if part)


def sorts_of(remarks: Iterable[Remark]) -> tuple[str, ...]:
    """What there are remarks on: `note` and kinds of findings, as far as they occur."""
    found = {remark.sort for remark in remarks}
    return tuple(sort for sort in _SORTS if sort in found)


def verdicts_of(remarks: Iterable[Remark]) -> tuple[str, ...]:
    """The verdicts that occur; `NO_VERDICT` at the end."""
    found = {remark.verdict or NO_VERDICT for remark in remarks}
    return tuple(str(verdict) for verdict in (*Verdict, NO_VERDICT) if verdict in found)


def tags_of(remarks: Iterable[Remark]) -> tuple[str, ...]:
    """The tags that occur, in the order of the alphabet."""
    return tuple(sorted({tag for remark in remarks for tag in remark.tags}, key=str.casefold))


def following(values: Sequence[str], value: str | None) -> str | None:
    """What comes after a value where the values are gone through one by one, and then none is chosen."""
    place = values.index(value) + 1 if value in values else 0
    return values[place] if place < len(values) else None


_SORTS = ("note", *(kind.value for kind in Kind))
_VERDICTS = (Verdict.CONFIRMED, Verdict.UNSURE, Verdict.DISMISSED, None)


def _has_words(remark: Remark, words: Sequence[str]) -> bool:
    if not words:
        return True
    searchable = remark.searchable()
    tags = [tag.casefold() for tag in remark.tags]
    return all(
        any(tag.startswith(word[1:]) for tag in tags) if word.startswith("#") else word in searchable
        for word in words
    )


def _newest_first(remark: Remark) -> float:
    moment = remark.moment()
    return -moment.timestamp() if moment is not None else 0.0


_KEYS: dict[Order, Callable[[Remark], Any]] = {
    Order.TIME: _newest_first,
    Order.KIND: lambda remark: _SORTS.index(remark.sort),
    Order.VERDICT: lambda remark: _VERDICTS.index(remark.verdict),
}
