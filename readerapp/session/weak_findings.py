"""What can be dismissed in one go: the findings of a type that nobody judged and that are below a score."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from readerapp.model import Annotations, Finding, Kind, Origin
from readerapp.session.filters import KindAndType


class WeakFindings:
    """The findings without a verdict, by type and score; what a person made by hand is none of them."""

    def __init__(self, findings: Iterable[Finding], annotations: Annotations) -> None:
        """Look through them.

        Args:
            findings: all findings.
            annotations: what the person added.
        """
        by_type: dict[KindAndType, list[Finding]] = defaultdict(list)
        for finding in findings:
            is_judged = annotations.review_of(finding.id).verdict is not None
            if finding.origin is Origin.FOUND and not is_judged:
                by_type[finding.kind, finding.type].append(finding)
        order = list(Kind)
        self.types = tuple(sorted(by_type, key=lambda each: (order.index(each[0]), each[1])))
        """The types that occur."""
        self._findings = {
            each: sorted(by_type[each], key=lambda finding: finding.score) for each in self.types
        }
        self._scores = {each: [finding.score for finding in found] for each, found in self._findings.items()}

    def total(self, each: KindAndType | None) -> int:
        """How many there are of a type; of all types for None."""
        return sum(len(self._scores[name]) for name in self._named(each))

    def count_below(self, each: KindAndType | None, score: float) -> int:
        """How many of a type, or of all types for None, have a score below one."""
        return sum(bisect_left(self._scores[name], score) for name in self._named(each))

    def below(self, each: KindAndType | None, score: float) -> list[str]:
        """The identities of those."""
        return [
            finding.id
            for name in self._named(each)
            for finding in self._findings[name][: bisect_left(self._scores[name], score)]
        ]

    def example(self, each: KindAndType) -> Finding:
        """One of a type."""
        return self._findings[each][0]

    def _named(self, each: KindAndType | None) -> tuple[KindAndType, ...]:
        return self.types if each is None else (each,)
