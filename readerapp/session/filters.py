"""Which findings a person wants to walk through."""

from __future__ import annotations

from dataclasses import dataclass

from readerapp.model import Annotations, Finding, Kind, Origin, Verdict
from readerapp.model.visibility import hides_weaker, is_visible

KindAndType = tuple[Kind, str]
"""A type of findings, such as `denial`, under its kind."""

_FEW_TYPES = 3
"""Types that are named one by one."""


@dataclass(frozen=True, slots=True)
class Filters:
    """A choice among the findings; the default admits what is shown at first."""

    kinds: frozenset[Kind] = frozenset(Kind)
    """Kinds that are admitted."""
    minimum_score: float | None = None
    """Lowest score that is admitted, None for what is shown at first; findings made by hand have 1."""
    hide_dismissed: bool = False
    """Are findings left out that the person dismissed? Otherwise they are only greyed."""
    text: str = ""
    """Words that must all stand in a passage, the reason, the type or the note, whatever their case."""
    hidden_types: frozenset[KindAndType] = frozenset()
    """Types that are left out; one that turns up later is admitted."""

    @property
    def admits_all(self) -> bool:
        """Is nothing filtered out, whatever there is?"""
        return self == Filters() and not hides_weaker()

    def admits(self, finding: Finding, annotations: Annotations) -> bool:
        """Does a finding pass, given what the person said about it?"""
        review = annotations.review_of(finding.id)
        return is_visible(finding, self.minimum_score, review) and self.admits_at_any_score(
            finding, annotations
        )

    def admits_at_any_score(self, finding: Finding, annotations: Annotations) -> bool:
        """Does a finding pass if its score is left aside?"""
        if finding.kind not in self.kinds or (finding.kind, finding.type) in self.hidden_types:
            return False
        if self.hide_dismissed and annotations.review_of(finding.id).verdict is Verdict.DISMISSED:
            return False
        words = self.text.casefold().split()
        if not words:
            return True
        searchable = self.searchable(finding, annotations)
        return all(word in searchable for word in words)

    @staticmethod
    def searchable(finding: Finding, annotations: Annotations) -> str:
        """Everything about a finding that can be searched for, case-folded."""
        review = annotations.review_of(finding.id)
        return "\n".join(
            (
                finding.kind,
                finding.type,
                finding.reason,
                review.note,
                review.verdict or "",
                *review.tags,
                "made by hand" if finding.origin is Origin.PERSON else "",
                *(passage.text for passage in finding.passages),
            )
        ).casefold()

    def describe(self) -> str:
        """The choice in a few words, such as `only overlap, score from .5`; empty for the default."""
        parts = []
        if self.kinds != frozenset(Kind):
            parts.append("only " + ", ".join(kind for kind in Kind if kind in self.kinds))
        left_out = sorted({name for kind, name in self.hidden_types if kind in self.kinds})
        if left_out:
            few = len(left_out) <= _FEW_TYPES
            parts.append("without " + (", ".join(left_out) if few else f"{len(left_out)} types"))
        if self.minimum_score:
            parts.append(f"score from {self.minimum_score:.1f}")
        elif self.minimum_score is not None and hides_weaker():
            parts.append("weaker ones too")
        if self.hide_dismissed:
            parts.append("dismissed hidden")
        if self.text.strip():
            parts.append(f"with “{self.text.strip()}”")
        return ", ".join(parts)
