"""The stops of a walk through the findings.

Findings are kept in the order of `Finding.sort_key`. The same passages may stand in a contradiction
and in an overlap: the two are then one stop, so that nobody is led to the same place twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from readerapp.model import Annotations, Finding
from readerapp.session.filters import Filters

Place = tuple[tuple[str, int, int], ...]
"""Where the passages of a finding stand: document, start, end of each."""

SortKey = tuple[int, float, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class Stop:
    """One place of the walk: a finding, and those of other kinds on the very same passages."""

    findings: tuple[Finding, ...]
    """At least one, in the order of the kinds."""

    @property
    def finding(self) -> Finding:
        """The one that the stop is listed under."""
        return self.findings[0]


class OrderedFindings:
    """All findings in the order in which they are listed; batches are merged in as they come."""

    def __init__(self) -> None:
        self._entries: list[tuple[SortKey, Finding]] = []
        self._places: dict[str, Place] = {}
        self._by_id: dict[str, Finding] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, identity: object) -> bool:
        return identity in self._by_id

    def get(self, identity: str) -> Finding | None:
        """The finding of that identity."""
        return self._by_id.get(identity)

    def all(self) -> tuple[Finding, ...]:
        """Every finding, in order."""
        return tuple(finding for _, finding in self._entries)

    def add(self, findings: Iterable[Finding]) -> None:
        """Merge findings in; one that is known already is passed over."""
        for finding in findings:
            if finding.id in self._by_id:
                continue
            self._by_id[finding.id] = finding
            self._places[finding.id] = tuple((p.document, p.start, p.end) for p in finding.passages)
            self._entries.append((finding.sort_key(), finding))
        # The list is one long sorted run with a short tail, which is what the sort is fast at.
        self._entries.sort(key=itemgetter(0))

    def remove(self, identities: Iterable[str]) -> None:
        """Take findings out, as when one made by hand is undone."""
        gone = set(identities) & self._by_id.keys()
        if not gone:
            return
        self._entries = [entry for entry in self._entries if entry[1].id not in gone]
        for identity in gone:
            del self._by_id[identity], self._places[identity]

    def stops(self, filters: Filters, annotations: Annotations) -> list[Stop]:
        """The walk through the findings that the filters admit."""
        everything = filters.admits_all
        groups: dict[Place, list[Finding]] = {}
        walk: list[list[Finding]] = []
        for _, finding in self._entries:
            if not everything and not filters.admits(finding, annotations):
                continue
            place = self._places[finding.id]
            group = groups.get(place)
            if group is None or any(known.kind is finding.kind for known in group):
                groups[place] = group = [finding]
                walk.append(group)
            else:
                group.append(finding)
        return [Stop(tuple(group)) for group in walk]
