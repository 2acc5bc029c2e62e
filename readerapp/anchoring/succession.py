"""Which findings of a new comparison are those of an old one, so that verdicts and notes go with them.

Identities of findings are made of texts and offsets, so a new text gives new ones. An old finding and a new
one are the same if they are of one kind and each passage of the one with fewer passages shares half of the
shorter passage, at least, with one of the other, in the same article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from readerapp.model import AnchorStatus, Annotations, Finding, Orphan, OrphanCause, Passage, Review

_BUCKET = 512
"""Code points of a text in which findings are looked up together."""

_MOST_BUCKETS = 64
"""Stretches of a passage by which its finding is looked up."""

_MOST_CANDIDATES = 200
"""New findings that one old finding is compared with."""


class Succession(NamedTuple):
    """What became of the findings of an old comparison in a new one."""

    successors: Mapping[str, str]
    """By identity of an old finding, that of the new one that it is."""
    gone: tuple[Finding, ...]
    """Old findings that are no longer found."""
    new: tuple[Finding, ...]
    """New findings that there were none of before."""


def succession(before: Sequence[Finding], after: Sequence[Finding]) -> Succession:
    """Find the old findings among the new ones.

    Args:
        before: what was found before, re-anchored to the texts of `after`.
        after: what was found now.
    """
    index = _index(after)
    pairs: list[tuple[float, int, int]] = []
    for number, finding in enumerate(before):
        candidates: set[int] = set()
        for passage in finding.passages[:1]:
            for bucket in _buckets(passage):
                candidates.update(index.get((finding.kind, passage.document, bucket), ()))
        for other in sorted(candidates)[:_MOST_CANDIDATES]:
            shared = _shared(finding, after[other])
            if shared:
                pairs.append((-shared, number, other))
    successors: dict[str, str] = {}
    taken: set[int] = set()
    for _, number, other in sorted(pairs):
        identity = before[number].id
        if identity not in successors and other not in taken:
            successors[identity] = after[other].id
            taken.add(other)
    return Succession(
        MappingProxyType(successors),
        tuple(finding for finding in before if finding.id not in successors),
        tuple(finding for number, finding in enumerate(after) if number not in taken),
    )


def _index(findings: Sequence[Finding]) -> Mapping[tuple[str, str, int], list[int]]:
    """The numbers of findings by kind, document and stretch of text."""
    index: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    for number, finding in enumerate(findings):
        for passage in finding.passages:
            for bucket in _buckets(passage):
                index[finding.kind, passage.document, bucket].append(number)
    return index


def _buckets(passage: Passage) -> range:
    first = passage.start // _BUCKET
    last = max(first, (passage.end - 1) // _BUCKET)
    # The middle of the passage is always among them: two that share half of the shorter one meet there.
    step = max(1, (last - first + 1) // _MOST_BUCKETS)
    return range(first, last + 1, step)


def _shared(one: Finding, other: Finding) -> float:
    """The least share of a shorter passage that two findings have in common; 0 where they are not one."""
    fewer, more = sorted((one.passages, other.passages), key=len)
    free = list(more)
    least = 1.0
    for passage in fewer:
        best = max(free, key=lambda partner: _share(passage, partner), default=None)
        share = 0.0 if best is None else _share(passage, best)
        if best is None or share < 0.5:
            return 0.0
        free.remove(best)
        least = min(least, share)
    return least


def _share(one: Passage, other: Passage) -> float:
    """How much of the shorter of two passages they share, from 0 to 1."""
    if one.document != other.document:
        return 0.0
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(1, min(one.end - one.start, other.end - other.start))


def with_anchors(before: Sequence[Finding], after: Sequence[Finding], found: Succession) -> list[Finding]:
    """New findings that say how the passages of those were found again whose place they take.

    A verdict that goes over to words that changed was one on other words.

    Args:
        before: the old findings, re-anchored to the texts of `after`.
        after: the new ones.
        found: what became of the old ones.

    Returns:
        those of the new findings that have something to say.
    """
    by_id = {finding.id: finding for finding in after}
    told = []
    for old in before:
        new = by_id.get(found.successors.get(old.id, ""))
        if new is not None:
            passages = tuple(_with_anchor(passage, old.passages) for passage in new.passages)
            if passages != new.passages:
                told.append(replace(new, passages=passages))
    return told


def _with_anchor(passage: Passage, earlier: Sequence[Passage]) -> Passage:
    partner = max(earlier, key=lambda old: _share(old, passage))
    if partner.anchor is None or _share(partner, passage) < 0.5:
        return passage
    if partner.anchor.status is AnchorStatus.EXACT and partner.span != passage.span:
        return passage
    return replace(passage, anchor=partner.anchor)


def carried_over(annotations: Annotations, before: Sequence[Finding], found: Succession) -> Annotations:
    """What a person said about old findings, said about those that have taken their place.

    What was said since about the new finding itself stays. A judged finding that is gone becomes an orphan.

    Args:
        annotations: with reviews of the old findings and perhaps of new ones.
        before: the old findings.
        found: what became of them.
    """
    reviews = dict(annotations.reviews)
    known = {orphan.id for orphan in annotations.orphans}
    orphans = [orphan for orphan in annotations.orphans if orphan.is_of_person]
    for finding in before:
        review = annotations.review_of(finding.id)
        if review.is_empty:
            continue
        successor = found.successors.get(finding.id)
        if successor == finding.id:
            continue
        reviews.pop(finding.id, None)
        if successor is not None:
            reviews[successor] = _joined(review, reviews.get(successor))
        elif finding.id not in known:
            orphans.append(Orphan(OrphanCause.NOT_FOUND_ANEW, finding, review))
    return replace(annotations, reviews=MappingProxyType(reviews), orphans=tuple(orphans))


def _joined(old: Review, new: Review | None) -> Review:
    """An old review, and what was said anew, which outweighs it."""
    if new is None or new == old:
        return old
    note = new.note if not old.note or old.note == new.note else f"{old.note}\n\n{new.note}".strip()
    return Review(
        new.verdict or old.verdict,
        tuple(dict.fromkeys((*old.tags, *new.tags))),
        note,
        new.modified or old.modified,
    )
