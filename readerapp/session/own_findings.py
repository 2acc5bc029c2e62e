"""Findings that a person makes: what two passages have to do with each other, on the person's word.

They have origin `person` and score 1, and an identity of their own that no comparison gives.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence

from readerapp.model import Document, Finding, Kind, Origin, Passage, Span
from readerapp.session.filters import KindAndType

REASON = "Marked by hand."
"""Stands for the reason where the person gives none."""

_LONGEST_COMPARED = 2000
"""Code points of a passage that are looked at to propose a relation."""

_ALIKE = 0.6
"""Share of equal words from which two passages are taken for one, edited."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def passage_of(document: Document, span: Span) -> Passage:
    """The passage on a stretch of a document."""
    return Passage(document.id, span.start, span.end, document.text[span.start : span.end])


def why_not_related(one: Passage, other: Passage) -> str | None:
    """Why two passages cannot be the two sides of a finding; None where they can."""
    if one.document == other.document and one.span.overlaps(other.span):
        return "The two passages lie upon one another: select another one for the second."
    return None


def own_finding(
    one: Passage, other: Passage, relation: KindAndType, reason: str, *, created: str | None = None
) -> Finding:
    """A finding on two passages, made by hand.

    Args:
        one: a passage.
        other: another, which does not overlap it.
        relation: the kind and type.
        reason: a sentence; `REASON` stands for an empty one.
        created: the time, in ISO form with time zone.
    """
    passages = sorted((one, other), key=lambda passage: (int(passage.document), passage.start))
    kind, type_ = relation
    words = reason.strip() or REASON
    identity = f"by-hand-{uuid.uuid4()}"
    return Finding(identity, kind, type_, 1.0, words, tuple(passages), Origin.PERSON, created)


def likely_relation(passages: Sequence[Passage]) -> KindAndType:
    """What two passages most likely have to do with each other, to be proposed.

    Args:
        passages: two of them.

    Returns:
        `verbatim` for equal words, `number` for much the same words with other numbers, `edited` for much the
        same words, `account` else.
    """
    from readerapp.word_differences import word_differences

    left, right = (passage.text[:_LONGEST_COMPARED] for passage in passages[:2])
    steps = word_differences(left, right)
    equal = sum(step.left.length + step.right.length for step in steps if step.operation == "equal")
    share = equal / max(1, len(left) + len(right))
    if share == 1:
        return Kind.OVERLAP, "verbatim"
    if share < _ALIKE:
        return Kind.CONTRADICTION, "account"
    if sorted(_NUMBER.findall(left)) != sorted(_NUMBER.findall(right)):
        return Kind.CONTRADICTION, "number"
    return Kind.OVERLAP, "edited"
