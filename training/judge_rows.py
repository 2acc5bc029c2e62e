"""What the judge is trained on: labelled pairs of sentences, from files of rows and from written groups.

A file of rows (`.tsv.gz`) holds label, premise, hypothesis and, if it likes, where the pair comes from. A
file of groups (`news_groups/*.tsv`) holds sentences about one invented event, a line each with role, kind and
sentence: `same` sentences tell one fact, `conflict` sentences cannot be true beside them, `open` ones leave
it open.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import numpy as np

LABELS = ("entailment", "neutral", "contradiction")


class Row(NamedTuple):
    """A labelled pair."""

    label: int
    """Place in `LABELS`."""
    premise: str
    hypothesis: str
    origin: str
    """Where the pair comes from; up to the first `/` (or the second, in `ecb1/g01/...`) one cluster."""


def rows_of(path: Path) -> list[Row]:
    """The rows of a file; lines with another label are left out."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        cells = [line.rstrip("\n").split("\t") for line in file]
    return [
        Row(LABELS.index(row[0]), row[1], row[2], row[3] if len(row) > 3 else "")
        for row in cells
        if row[0] in LABELS
    ]


def rows_from(path: Path, left_out: Sequence[str] = ()) -> list[Row]:
    """The rows of a source: a file of rows or a folder of written groups.

    Args:
        path: the file or folder.
        left_out: beginnings of origins whose rows are left out.
    """
    rows = written_rows(path) if path.is_dir() else rows_of(path)
    prefixes = tuple(prefix for prefix in left_out if prefix)
    return [row for row in rows if not row.origin.startswith(prefixes)] if prefixes else rows


def cluster_of(row: Row) -> str:
    """The group of articles that a row of the labelled news comes from."""
    return row.origin.split("/contradiction/")[0].split("/hard_negative/")[0].split("/same_fact/")[0]


def folded_out(rows: Sequence[Row], fold: str) -> tuple[list[Row], list[Row]]:
    """Rows to train on and rows that are left out, with no cluster on both sides.

    Args:
        rows: of one source; where they are not of labelled articles, all are kept.
        fold: `K/N`, the K-th (from 0) of N folds of clusters, or nothing.
    """
    if not fold or not any("/contradiction/" in row.origin for row in rows):
        return list(rows), []
    out = fold_of((cluster_of(row) for row in rows), fold)
    return [row for row in rows if cluster_of(row) not in out], [
        row for row in rows if cluster_of(row) in out
    ]


def fold_of(clusters: Iterable[str], fold: str) -> set[str]:
    """The clusters that a fold leaves out.

    Args:
        clusters: names, as often as they come.
        fold: as for `folded_out`.
    """
    number, count = (int(part) for part in fold.split("/"))
    ordered = sorted(set(clusters))
    np.random.default_rng(0).shuffle(ordered)
    return set(ordered[number::count])


def written_groups(path: Path) -> Iterator[list[tuple[str, str, str]]]:
    """The groups of a file: lists of role, kind, sentence."""
    group: list[tuple[str, str, str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) == 3:
            group.append((cells[0], cells[1], cells[2]))
        elif not line.strip() and group:
            yield group
            group = []


def rows_of_group(group: list[tuple[str, str, str]], origin: str) -> list[Row]:
    """The pairs that a group says something about, both directions."""
    same, conflict, leaves_open = (
        [(kind, text) for role, kind, text in group if role == wanted]
        for wanted in ("same", "conflict", "open")
    )
    rows = [Row(0, one, other, f"{origin}/same") for (_, one), (_, other) in permutations(same, 2)]
    # A group of two facts has two such rows beside some thirty others.
    rows *= 4 if len(same) == 2 else 2
    for _, fact in same:
        for label, name, others in ((2, "conflict", conflict), (1, "open", leaves_open)):
            for kind, other in others:
                rows.append(Row(label, fact, other, f"{origin}/{name}/{kind}"))
                rows.append(Row(label, other, fact, f"{origin}/{name}/{kind}"))
    return rows


def written_rows(folder: Path) -> list[Row]:
    """All pairs of all groups of a folder."""
    return [
        row
        for path in sorted(folder.glob("*.tsv"))
        for number, group in enumerate(written_groups(path))
        for row in rows_of_group(group, f"{path.stem}:{number}")
    ]
