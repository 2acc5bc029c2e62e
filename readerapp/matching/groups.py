"""Pairs of passages put together: one finding for all places that share a passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from readerapp.matching.boundaries import Bounds

SAME_PLACE = 0.7
"""Share of their common length that two stretches must have in common to be one place. In between lie
passages of which one holds a further sentence; those stay apart."""

TIGHT = 0.9
"""Rate of agreement from which sharing is passed on: what equals the second equals the third."""


class Pair(NamedTuple):
    """Two passages that share wording, and how well."""

    left: Bounds
    right: Bounds
    rate: float
    evidence: float


class Group(NamedTuple):
    """Places that all share a passage, in the order of the stream."""

    places: tuple[Bounds, ...]
    rate: float
    """The lowest among the pairs."""
    evidence: float
    """The lowest among the pairs."""


def without_contained(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs of which not both sides lie within the sides of another."""
    kept: list[Pair] = []
    active: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: (pair.left.first, -pair.left.last, pair.right)):
        active = [other for other in active if other.left.last >= pair.left.first]
        if any(_holds(other.left, pair.left) and _holds(other.right, pair.right) for other in active):
            continue
        active.append(pair)
        kept.append(pair)
    return [pair for pair in kept if not (_same_document_overlap(pair))]


def _same_document_overlap(pair: Pair) -> bool:
    return pair.left.last >= pair.right.first


def _holds(outer: Bounds, inner: Bounds) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def grouped(pairs: Sequence[Pair]) -> list[Group]:
    """Join pairs that speak of the same places.

    Pairs that are nearly verbatim are joined whenever they meet in a place. Others are joined only where
    every place is paired with every other.

    Args:
        pairs: pairs of passages, none contained in another.
    """
    place_of, places = _places(pairs)
    heads = list(range(len(places)))

    def head(place: int) -> int:
        while heads[place] != place:
            heads[place] = heads[heads[place]]
            place = heads[place]
        return place

    edges = [(place_of[pair.left], place_of[pair.right], pair) for pair in pairs]
    for one, other, pair in edges:
        if pair.rate >= TIGHT:
            heads[max(head(one), head(other))] = min(head(one), head(other))
    members: dict[int, list[int]] = defaultdict(list)
    for place in range(len(places)):
        members[head(place)].append(place)
    inner: dict[int, list[Pair]] = defaultdict(list)
    between: dict[tuple[int, int], Pair] = {}
    for one, other, pair in edges:
        ends = (min(head(one), head(other)), max(head(one), head(other)))
        if ends[0] == ends[1]:
            inner[ends[0]].append(pair)
        elif ends not in between or pair.evidence > between[ends].evidence:
            between[ends] = pair
    groups = []
    used: set[int] = set()
    for clique in _cliques(between):
        used.update(clique)
        joined = [between[min(a, b), max(a, b)] for a in clique for b in clique if a < b]
        joined += [pair for node in clique for pair in inner[node]]
        groups.append(_group([places[place] for node in clique for place in members[node]], joined))
    for node, within in inner.items():
        if node not in used:
            groups.append(_group([places[place] for place in members[node]], within))
    return [group for group in groups if len(group.places) > 1]


def _group(places: Sequence[Bounds], pairs: Sequence[Pair]) -> Group:
    apart: list[Bounds] = []
    for place in sorted(places):
        if not apart or place.first > apart[-1].last:
            apart.append(place)
    return Group(tuple(apart), min(pair.rate for pair in pairs), min(pair.evidence for pair in pairs))


def _places(pairs: Sequence[Pair]) -> tuple[dict[Bounds, int], list[Bounds]]:
    """Number the stretches, nearly equal ones alike; and the longest stretch of each number."""
    stretches = sorted({side for pair in pairs for side in (pair.left, pair.right)})
    place_of: dict[Bounds, int] = {}
    places: list[Bounds] = []
    recent: list[int] = []
    for stretch in stretches:
        recent = [number for number in recent if places[number].last >= stretch.first]
        for number in recent:
            if _common_share(places[number], stretch) >= SAME_PLACE:
                place_of[stretch] = number
                places[number] = max(places[number], stretch, key=lambda bounds: bounds.last - bounds.first)
                break
        else:
            place_of[stretch] = len(places)
            recent.append(len(places))
            places.append(stretch)
    return place_of, places


def _common_share(one: Bounds, other: Bounds) -> float:
    common = min(one.last, other.last) - max(one.first, other.first) + 1
    return max(0, common) / (max(one.last, other.last) - min(one.first, other.first) + 1)


def _cliques(between: dict[tuple[int, int], Pair]) -> list[list[int]]:
    """Sets of nodes of which every two are joined, so that every edge is in one; best edges first."""
    neighbours: dict[int, set[int]] = defaultdict(set)
    for one, other in between:
        neighbours[one].add(other)
        neighbours[other].add(one)
    covered: set[tuple[int, int]] = set()
    cliques = []
    for ends in sorted(between, key=lambda ends: (-between[ends].evidence, ends)):
        if ends in covered:
            continue
        clique = list(ends)
        common = neighbours[ends[0]] & neighbours[ends[1]]
        while common:
            node = min(common)
            clique.append(node)
            common &= neighbours[node]
        clique.sort()
        covered.update((a, b) for a in clique for b in clique if a < b)
        cliques.append(clique)
    return cliques
