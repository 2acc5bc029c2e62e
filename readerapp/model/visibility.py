"""Which findings are shown while nobody has asked for others, and how sure they are, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from readerapp.model.annotation import Review, Verdict
from readerapp.model.finding import Finding, Kind

DEFAULT_MINIMUM_SCORE: Mapping[Kind, float] = MappingProxyType(
    {Kind.CONTRADICTION: 0.5, Kind.OVERLAP: 0.0, Kind.UNIQUE: 0.0}
)
"""Least score at which the app shows a finding of a kind at first; a report goes by it too."""


def visible_score(kind: Kind) -> float:
    """The least score at which a finding of that kind is shown at first, from 0 to 1."""
    return DEFAULT_MINIMUM_SCORE[kind]


def hides_weaker() -> bool:
    """Can there be findings that are not shown at first?"""
    return any(DEFAULT_MINIMUM_SCORE.values())


def is_visible(finding: Finding, minimum_score: float | None = None, review: Review | None = None) -> bool:
    """Is the finding shown?

    Args:
        finding: what was found.
        minimum_score: the score that was asked for; None for what is shown at first.
        review: what a person said of it: what they kept is shown at first, however weak it is.
    """
    if minimum_score is not None:
        return finding.score >= minimum_score
    if finding.score >= visible_score(finding.kind):
        return True
    return review is not None and not review.is_empty and review.verdict is not Verdict.DISMISSED


_DEGREES = (
    (0.95, "almost certain"),
    (0.85, "very likely"),
    (0.6, "likely"),
    (0.3, "possible"),
    (0.0, "doubtful"),
)


def confidence_in_words(score: float) -> str:
    """How sure a finding of that score is, for a person."""
    return next(words for least, words in _DEGREES if score >= least)
