"""Showing weaker or stronger findings, one step at a time.

What can be asked for is the choice that is shown at first, with a least score for each kind, and every
tenth as the least score of all kinds. A step goes to the nearest of these that shows everything that is
shown now and something more, or nothing but what is shown now and not all of it: no step is without an
effect, and none hides one thing while it shows another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from readerapp.model import Annotations, Finding
from readerapp.model.visibility import is_visible
from readerapp.session.filters import Filters

_TENTHS = tuple(tenth / 10 for tenth in range(11))


def weaker(filters: Filters, findings: Iterable[Finding], annotations: Annotations) -> Filters | None:
    """The choice one step down.

    Args:
        filters: the choice as it is.
        findings: all findings.
        annotations: what the person added.

    Returns:
        the choice that shows weaker findings too; None where no score is hidden.
    """
    scores = _Scores(filters, findings, annotations)
    now = filters.minimum_score
    wider = [other for other in _choices(now) if scores.count(other) > scores.count(now)]
    wider = [other for other in wider if scores.is_part(now, of=other)]
    if not wider:
        return None
    return replace(
        filters, minimum_score=min(wider, key=lambda m: (scores.count(m), m is not None, -(m or 0)))
    )


def stronger(filters: Filters, findings: Iterable[Finding], annotations: Annotations) -> Filters | None:
    """The choice one step up.

    Args:
        filters: the choice as it is.
        findings: all findings.
        annotations: what the person added.

    Returns:
        the choice that leaves the weakest out; None where nothing would remain.
    """
    scores = _Scores(filters, findings, annotations)
    now = filters.minimum_score
    narrower = [other for other in _choices(now) if 0 < scores.count(other) < scores.count(now)]
    narrower = [other for other in narrower if scores.is_part(other, of=now)]
    if not narrower:
        return None
    return replace(
        filters, minimum_score=min(narrower, key=lambda m: (-scores.count(m), m is not None, m or 0))
    )


def _choices(now: float | None) -> list[float | None]:
    return [choice for choice in (None, *_TENTHS) if choice != now]


class _Scores:
    """The scores of what a choice admits if the least score is left aside."""

    def __init__(self, filters: Filters, findings: Iterable[Finding], annotations: Annotations) -> None:
        admitted = [finding for finding in findings if filters.admits_at_any_score(finding, annotations)]
        self._all = sorted(finding.score for finding in admitted)
        first = [is_visible(finding, None, annotations.review_of(finding.id)) for finding in admitted]
        shown = [finding.score for finding, is_shown in zip(admitted, first, strict=True) if is_shown]
        hidden = [finding.score for finding, is_shown in zip(admitted, first, strict=True) if not is_shown]
        self._shown_at_first = len(shown)
        self._weakest_shown = min(shown, default=2.0)
        self._strongest_hidden = max(hidden, default=-1.0)

    def count(self, minimum: float | None) -> int:
        """How many are shown with a least score; None for what is shown at first."""
        if minimum is None:
            return self._shown_at_first
        return len(self._all) - bisect_left(self._all, minimum)

    def is_part(self, part: float | None, *, of: float | None) -> bool:
        """Is everything that is shown with one least score shown with the other as well?"""
        if part is None:
            return of is None or of <= self._weakest_shown
        return part > self._strongest_hidden if of is None else of <= part
