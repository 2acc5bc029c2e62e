"""What a report holds: which findings, in which order, and whether the texts of the articles too."""

from __future__ import annotations

from dataclasses import dataclass

from readerapp.model import Annotations, Comparison, Finding, Kind, Origin, Orphan, Review, Verdict
from readerapp.model.visibility import is_visible


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a report is restricted to."""

    only: frozenset[Kind] = frozenset()
    """Kinds of finding; empty for all."""
    minimum_score: float | None = None
    """Least score, from 0 to 1; None for what the app shows at first."""
    only_confirmed: bool = False
    """Leave out what nobody confirmed? What was made by hand counts as confirmed until judged otherwise."""
    texts: bool = True
    """Hold the whole texts of the articles, where the format has a place for them?"""


def reported_findings(
    comparison: Comparison, annotations: Annotations, options: ReportOptions
) -> list[Finding]:
    """The findings of a report, those made by hand among them, in the order of `Finding.sort_key`.

    Args:
        comparison: what was found.
        annotations: what a person added.
        options: what to report.
    """
    findings = {finding.id: finding for finding in (*annotations.findings, *comparison.findings)}
    return sorted(
        (finding for finding in findings.values() if is_reported(finding, annotations, options)),
        key=Finding.sort_key,
    )


def is_reported(finding: Finding, annotations: Annotations, options: ReportOptions) -> bool:
    """Is a finding part of a report?

    Args:
        finding: what was found.
        annotations: what a person added.
        options: what to report.
    """
    return (
        (not options.only or finding.kind in options.only)
        and is_visible(finding, options.minimum_score, annotations.review_of(finding.id))
        and (not options.only_confirmed or _is_confirmed(finding, annotations.review_of(finding.id)))
    )


def reported_orphans(annotations: Annotations, options: ReportOptions) -> list[Orphan]:
    """What a person said that has no place any more: all notes, and of the findings those of the report.

    Args:
        annotations: what a person added.
        options: what to report.
    """
    return [orphan for orphan in annotations.orphans if _is_reported_orphan(orphan, options)]


def _is_reported_orphan(orphan: Orphan, options: ReportOptions) -> bool:
    finding, review = orphan.finding, orphan.review
    if finding is None or not orphan.is_of_person:
        return finding is None
    return (
        (not options.only or finding.kind in options.only)
        and is_visible(finding, options.minimum_score, review)
        and (not options.only_confirmed or _is_confirmed(finding, review))
    )


def _is_confirmed(finding: Finding, review: Review) -> bool:
    verdict = review.verdict
    return verdict is Verdict.CONFIRMED or (verdict is None and finding.origin is Origin.PERSON)
