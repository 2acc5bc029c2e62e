"""Candidate pairs of labelled articles with their evidence, made by the program itself.

What the finder sees is what is learned from: statements, candidates and evidence come from
`readerapp.contradictions`. A pair is right if a labelled contradiction shares half of the shorter span with
it on both sides.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from judge_rows import written_groups

from readerapp.contradictions.candidates import Candidate, candidates_of
from readerapp.contradictions.evidence import Evidence, evidence_between
from readerapp.contradictions.judging import nearness_values
from readerapp.contradictions.reasons import possible_types
from readerapp.contradictions.statements import Statement, statements_of
from readerapp.embedding import SentenceEncoder
from readerapp.language.analysis import Analysis
from readerapp.model import Document

TYPES = {
    "number": "number",
    "date_time": "date",
    "name_actor": "name",
    "location": "place",
    "negation": "negation",
    "denial_vs_report": "denial",
    "antonym": "antonym",
    "cause_or_blame": "account",
    "other": "account",
}

UNSURE = ("t", "account")
"""Tensions that no single word carries: of those that were called so in haste many are none."""

LEFT_OPEN = "left open"
"""Label of pairs that nothing is to be learned from."""

Place = tuple[int, int, int]
"""A document of a cluster, start, end."""


@dataclass(slots=True)
class LabelledPair:
    """A candidate with its evidence and what is labelled for it."""

    cluster: str
    first: str
    second: str
    values: dict[str, float]
    is_right: bool
    label: str
    """Type of the contradiction, or `hard_negative`, `same_fact`, or nothing."""
    facts: frozenset[str]
    """The labelled facts that it finds."""
    possible: frozenset[str]
    places: tuple[tuple[str, int, int], ...] = ()
    """Where both stand: file, start, end."""
    is_checked: bool = False
    """Has it been looked at by itself?"""
    there: tuple[float, ...] = field(default=())
    back: tuple[float, ...] = field(default=())


def half(one: Place, other: Place) -> bool:
    """Do two places share at least half of the shorter?"""
    shared = min(one[2], other[2]) - max(one[1], other[1])
    return one[0] == other[0] and shared > 0 and 2 * shared >= min(one[2] - one[1], other[2] - other[1])


def clusters_of(paths: Sequence[Path]) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """The clusters of labels with the texts of their documents."""
    for path in paths:
        for cluster in json.loads(path.read_text(encoding="utf-8"))["clusters"]:
            files = [path.parent / document["file"] for document in cluster["documents"]]
            yield cluster, [file.read_text(encoding="utf-8") for file in files]


def labelled_pairs(paths: Sequence[Path]) -> Iterator[list[LabelledPair]]:
    """The candidates of each cluster."""
    encoder = SentenceEncoder.load()
    for cluster, texts in clusters_of(paths):
        files = [document["file"] for document in cluster["documents"]]
        documents = [
            Document(text=text, source=file, id=str(number), language="en")
            for number, (text, file) in enumerate(zip(texts, files, strict=True), 1)
        ]
        statements = statements_of(Analysis(documents))
        if not statements:
            yield []
            continue
        vectors = encoder.encode([statement.text for statement in statements])
        labels = [label for label in cluster["labels"] if "b" in label]
        places = [
            tuple(
                [
                    (files.index(file), start, end)
                    for file, start, end in [label[side], *label.get(f"{side}_alt", [])]
                ]
                for side in ("a", "b")
            )
            for label in labels
        ]
        found = []
        for candidate in candidates_of(statements, vectors):
            one, other = statements[candidate.first], statements[candidate.second]
            evidence = evidence_between(one, other)
            evidence.values.update(nearness_values(candidate, evidence.values))
            found.append(_pair(cluster["id"], files, one, other, evidence, labels, places))
        yield found


def check(pairs: Sequence[LabelledPair], path: Path) -> int:
    """Give pairs the labels of pairs that were looked at one by one.

    Labels that come from reading whole articles miss about half of what the finder brings up, so a pair that
    they do not hold may be right all the same.

    Args:
        pairs: these are changed: what was found right by reading stays right, and what is unsure gets the
            label `LEFT_OPEN`.
        path: lines of label, type, group, file, start, end, file, start, end.

    Returns:
        how many became right.
    """
    known: dict[tuple[str, str], list[tuple[Place, Place, str, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        label, kind, _, file, start, end, other, other_start, other_end = line.split("\t")
        one, two = (0, int(start), int(end)), (0, int(other_start), int(other_end))
        known[file, other].append((one, two, label, kind))
        known[other, file].append((two, one, label, kind))
    changed = 0
    for pair in pairs:
        (file, *span), (other, *other_span) = pair.places
        for one, two, label, kind in known.get((file, other), ()):
            if half((0, *span), one) and half((0, *other_span), two):
                pair.is_checked = True
                if pair.is_right:
                    break
                if (label, kind) == UNSURE:
                    pair.label = LEFT_OPEN
                elif label in ("c", "t"):
                    pair.is_right, pair.label = True, kind
                    changed += 1
                break
    return changed


def _pair(
    cluster: str,
    files: Sequence[str],
    one: Statement,
    other: Statement,
    evidence: Evidence,
    labels: list[dict[str, Any]],
    places: list[tuple[list[Place], ...]],
) -> LabelledPair:
    first: Place = (one.document, *one.span)
    second: Place = (other.document, *other.span)
    met = [
        label
        for label, (a, b) in zip(labels, places, strict=True)
        if any(
            any(half(x, place) for place in a) and any(half(y, place) for place in b)
            for x, y in ((first, second), (second, first))
        )
    ]
    right = [label for label in met if label["kind"] == "contradiction"]
    kinds = {label["kind"] for label in met}
    name = next((each for each in ("hard_negative", "same_fact", "overlap") if each in kinds), "")
    return LabelledPair(
        cluster=cluster,
        first=one.text,
        second=other.text,
        values=evidence.values,
        is_right=bool(right),
        label=TYPES.get(right[0].get("type") or "", "") if right else name,
        facts=frozenset(
            str(label.get("fact") or label.get("note")) for label in right if not label.get("weak")
        ),
        possible=frozenset(possible_types(evidence, one, other)),
        places=tuple((files[each.document], *each.span) for each in (one, other)),
    )


def written_pairs(folder: Path, groups: int, per_label: int) -> list[LabelledPair]:
    """Pairs of sentences of written groups, with a value `written` that tells them from those of articles.

    Args:
        folder: where the files of groups are.
        groups: how many groups to take.
        per_label: pairs of a group that are taken for each of same, conflict and open.
    """
    random = np.random.default_rng(0)
    encoder = SentenceEncoder.load()
    known = [
        (f"{path.stem}:{number}", group)
        for path in sorted(folder.glob("*.tsv"))
        for number, group in enumerate(written_groups(path))
    ]
    found = []
    for place in sorted(random.permutation(len(known))[:groups]):
        name, group = known[place]
        pairs = [(role, kind, text, other) for role, kind, text, other in _pairs_in(group)]
        chosen: list[tuple[str, str, str, str]] = []
        for wanted in ("same", "conflict", "open"):
            fitting = [pair for pair in pairs if pair[0] == wanted]
            chosen += [fitting[n] for n in random.permutation(len(fitting))[:per_label]]
        for role, kind, text, other in chosen:
            documents = [
                Document(text=each, source="-", id=str(n), language="en")
                for n, each in enumerate((text, other))
            ]
            statements = statements_of(Analysis(documents))
            if {statement.document for statement in statements} != {0, 1}:
                continue
            one, two = statements[0], statements[-1]
            vectors = encoder.encode([one.text, two.text])
            evidence = evidence_between(one, two)
            candidate = Candidate(0, 1, float(vectors[0] @ vectors[1]), 0, 0)
            evidence.values.update(nearness_values(candidate, evidence.values))
            evidence.values["written"] = 1.0
            found.append(
                LabelledPair(
                    f"written/{name}",
                    one.text,
                    two.text,
                    evidence.values,
                    role == "conflict",
                    kind if kind in TYPES.values() else "",
                    frozenset(),
                    frozenset(possible_types(evidence, one, two)),
                )
            )
    return found


def _pairs_in(group: list[tuple[str, str, str]]) -> Iterator[tuple[str, str, str, str]]:
    """Role, kind and the two sentences of each pair that a group says something about."""
    same = [text for role, _, text in group if role == "same"]
    for number, text in enumerate(same):
        for other in same[number + 1 :]:
            yield "same", "", text, other
        for role, kind, other in group:
            if role in ("conflict", "open"):
                yield role, kind, text, other


def judged(pairs: Sequence[LabelledPair], model: Any) -> None:
    """Let the judge read pairs in both directions."""
    first, second = [pair.first for pair in pairs], [pair.second for pair in pairs]
    for pair, there, back in zip(
        pairs, model.predict(first, second), model.predict(second, first), strict=True
    ):
        pair.there, pair.back = tuple(map(float, there)), tuple(map(float, back))


def table(pairs: Sequence[LabelledPair], names: Sequence[str]) -> np.ndarray:
    """Values under the given names, shape (pairs, names)."""
    return np.array([[pair.values.get(name, 0.0) for name in names] for pair in pairs], np.float64)
