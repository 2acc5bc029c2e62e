"""A whole comparison brought over to articles whose texts changed since it was saved.

Findings keep their identities, verdicts and notes; each of their passages says how it was found again. A
finding or note of which a passage is lost becomes an orphan, with its words as they were: nothing is
dropped. An orphan whose words stand there again comes back to its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from readerapp.anchoring.judgement import is_told_by_itself
from readerapp.anchoring.placing import Anchorer
from readerapp.annotations.selectors import surroundings
from readerapp.model import (
    Anchor,
    AnchorStatus,
    Annotations,
    Comparison,
    Document,
    Finding,
    Note,
    Notice,
    Origin,
    Orphan,
    OrphanCause,
    Passage,
    Review,
    Span,
)
from readerapp.model.graphemes import snap
from readerapp.word_differences import word_differences

_About = TypeVar("_About", Finding, Note)


class Reanchored(NamedTuple):
    """A comparison on the new texts."""

    comparison: Comparison
    annotations: Annotations
    counts: Mapping[str, Mapping[AnchorStatus, int]]
    """By identity of a document that changed, how many of its passages were found again, and how."""

    @property
    def total(self) -> Mapping[AnchorStatus, int]:
        """How many passages of all documents were found again, and how."""
        return sum((Counter(counts) for counts in self.counts.values()), Counter())


def reanchored(
    comparison: Comparison, annotations: Annotations, changed: Mapping[str, Document]
) -> Reanchored:
    """Bring a comparison over to new texts.

    Args:
        comparison: what was found, in the old texts.
        annotations: what a person added there.
        changed: by the identity of a document, that which has taken its place.
    """
    places = _Places(comparison, changed)
    findings: list[Finding] = []
    by_hand: list[Finding] = []
    notes: list[Note] = []
    orphans: list[Orphan] = []
    reviews = dict(annotations.reviews)

    def keep(finding: Finding, review: Review, cause: OrphanCause | None) -> None:
        moved = places.moved(finding)
        if cause is None and any(passage.is_orphan for passage in moved.passages):
            cause = OrphanCause.TEXT_CHANGED
        elif cause is OrphanCause.TEXT_CHANGED and not any(p.is_orphan for p in moved.passages):
            cause = None
        if cause is not None:
            reviews.pop(finding.id, None)
            orphans.append(Orphan(cause, moved, review))
            return
        if not review.is_empty:
            reviews[finding.id] = review
        (by_hand if finding.origin is Origin.PERSON else findings).append(moved)

    for finding in (*comparison.findings, *annotations.findings):
        keep(finding, annotations.review_of(finding.id), None)
    for note in annotations.notes:
        moved = places.moved(note)
        if any(passage.is_orphan for passage in moved.passages):
            orphans.append(Orphan(OrphanCause.TEXT_CHANGED, note=moved))
        else:
            notes.append(moved)
    for orphan in annotations.orphans:
        if orphan.finding is not None:
            keep(orphan.finding, orphan.review, orphan.cause)
        elif orphan.note is not None:
            moved = places.moved(orphan.note)
            if any(passage.is_orphan for passage in moved.passages):
                orphans.append(replace(orphan, note=moved))
            else:
                notes.append(moved)
    return Reanchored(
        replace(
            comparison,
            documents=places.documents,
            findings=tuple(sorted(findings, key=Finding.sort_key)),
            notices=_notices(comparison, changed, places.documents),
        ),
        Annotations(MappingProxyType(reviews), tuple(notes), tuple(by_hand), tuple(orphans)),
        places.counts,
    )


def _notices(
    comparison: Comparison, changed: Mapping[str, Document], documents: tuple[Document, ...]
) -> tuple[Notice, ...]:
    kept = [notice for notice in comparison.notices if notice.document not in changed]
    fresh = [notice for document in documents if document.id in changed for notice in document.notices]
    return tuple(dict.fromkeys((*kept, *fresh)))


class _Places:
    """Where the passages of a comparison stand now."""

    def __init__(self, comparison: Comparison, changed: Mapping[str, Document]) -> None:
        self._old = {document.id: document for document in comparison.documents if document.id in changed}
        self._new = {
            identity: replace(
                document,
                id=identity,
                notices=tuple(replace(notice, document=identity) for notice in document.notices),
            )
            for identity, document in changed.items()
        }
        self.documents = tuple(self._new.get(document.id, document) for document in comparison.documents)
        self._anchorers = {
            identity: Anchorer(document.text, self._new[identity].text)
            for identity, document in self._old.items()
        }
        self._counts: dict[str, Counter[AnchorStatus]] = {identity: Counter() for identity in self._old}
        self._known: dict[tuple[str, Span], tuple[AnchorStatus, Span | None, float]] = {}

    @property
    def counts(self) -> Mapping[str, Mapping[AnchorStatus, int]]:
        """By document, how many passages were found again, and how; equal passages count once each."""
        return self._counts

    def moved(self, about: _About) -> _About:
        """A finding or note with its passages where they stand now, in order."""
        passages = [self._passage(passage) for passage in about.passages]
        passages.sort(key=lambda passage: (int(passage.document), passage.start, passage.end))
        return replace(about, passages=tuple(passages))

    def _passage(self, passage: Passage) -> Passage:
        if passage.document not in self._old:
            return passage
        if passage.is_orphan:
            found = _found_again(passage, self._new[passage.document].text)
            self._counts[passage.document][found.anchor.status if found.anchor else AnchorStatus.EXACT] += 1
            return found
        key = (passage.document, passage.span)
        if key not in self._known:
            self._known[key] = self._anchorers[passage.document].place(passage.span)
        status, span, score = self._known[key]
        self._counts[passage.document][status] += 1
        old, new = self._old[passage.document].text, self._new[passage.document].text
        if span is None:
            prefix, suffix = surroundings(old, passage.span)
            return replace(passage, cues=(), anchor=Anchor(status, score, "", prefix, suffix))
        words = new[span.start : span.end]
        former = passage.anchor.text if passage.anchor is not None else ""
        former = former or (passage.text if status is AnchorStatus.CHANGED else "")
        if former == words:
            former = ""
        if former:
            status = AnchorStatus.CHANGED
        return replace(
            passage,
            start=span.start,
            end=span.end,
            text=words,
            cues=_moved_cues(passage, span, words, new),
            anchor=Anchor(status, score, former),
        )


def _moved_cues(passage: Passage, span: Span, words: str, new: str) -> tuple[Span, ...]:
    """The cues that are still there, where they stand now."""
    cues = [cue for cue in passage.cues if passage.span.contains(cue)]
    if words == passage.text:
        shift = span.start - passage.start
        return tuple(Span(cue.start + shift, cue.end + shift) for cue in cues)
    kept = []
    for step in word_differences(passage.text, words) if cues else ():
        if step.operation == "equal" and step.left.length == step.right.length:
            for cue in cues:
                inside = Span(cue.start - passage.start, cue.end - passage.start)
                if step.left.contains(inside):
                    start = span.start + step.right.start + inside.start - step.left.start
                    kept.append(snap(new, Span(start, start + inside.length)))
    return tuple(kept)


def _found_again(passage: Passage, text: str) -> Passage:
    """An orphan where its words stand again, once and with what stood beside them; else as it was."""
    anchor = passage.anchor
    assert anchor is not None
    place = text.find(passage.text) if passage.text else -1
    if place < 0 or text.find(passage.text, place + 1) >= 0:
        return passage
    end = place + len(passage.text)
    is_between = text[:place].endswith(anchor.prefix) and text.startswith(anchor.suffix, end)
    if not (is_told_by_itself(passage.text) or (is_between and anchor.prefix + anchor.suffix)):
        return passage
    span = snap(text, Span(place, end))
    if span.length != len(passage.text):
        return passage
    return replace(passage, start=span.start, end=span.end, anchor=Anchor(AnchorStatus.MOVED, anchor.score))
