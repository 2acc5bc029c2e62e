"""Pairs of statements that may speak of the same thing.

Two ways lead to a pair: rare words that both share, found by an index, and nearness of meaning, where
vectors are at hand. Of each statement the nearest few in every document count, so that the number of pairs
grows with the number of statements and not with its square. In long texts only the sentences that rare words
have paired become statements at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Protocol

from readerapp.contradictions.statements import Sketch, Statement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAREST = 4
"""Statements of another document that are paired with each statement, in either direction."""

NEAREST_WITHIN = 2
"""The same within one document, where most neighbours only go on with the story."""

LEAST_COSINE = 0.25
LEAST_COSINE_WITHIN = 0.3

TOLD = 0.8
"""Cosine from which on one statement tells what another tells."""

CLEARLY_BETTER = 0.08
"""By how much nearer that statement must be than the other one of the pair."""

LEAST_SHARED = 4.0
"""Weight of the shared words from which on a pair counts without vectors: about two rare words."""

MOST_HOLDING = 60
"""A word that stands in more statements pairs nothing."""

SHORT = 200_000
"""Code points of all statements up to which the meaning of every one is compared."""

MOST_COMPARED = 2500
"""Sentences that are compared where there are more: some fifteen seconds of work."""

ROWS_AT_ONCE = 1024
"""Statements whose cosines with those of another document are held at once: with 2,500 there, some 40 MB."""

MOST_STEPS = 10_000_000
"""Meetings of two sentences in a word that are looked at; in long texts commoner words pair nothing."""


class Weighed(Protocol):
    """A sentence with the weights of its words: a sketch or a statement."""

    @property
    def document(self) -> int:
        """Index of the document."""

    @property
    def weights(self) -> Mapping[str, float]:
        """The weight of each base form."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two statements that may speak of the same thing."""

    first: int
    """Number of a statement."""
    second: int
    """Number of another, greater than `first`."""
    cosine: float = 0.0
    """Nearness of meaning from -1 to 1; 0 where there are no vectors."""
    rank: int = NEAREST
    """How many statements of the other's document are nearer to one, at the better side."""
    other_rank: int = NEAREST
    """The same at the other side."""
    better: float = 0.0
    """Cosine by which the one has a nearer statement in the other's document; 0 within one document."""
    other_better: float = 0.0
    """The same at the other side."""
    told_there: int = 0
    """How many of the two are told nearly alike in the other's document, too, from 0 to 2."""


def pairs_by_words(statements: Sequence[Weighed]) -> dict[tuple[int, int], float]:
    """Pairs that share rare words, with the weight of what they share.

    Args:
        statements: of all documents, in order.

    Returns:
        for each statement the pairs with the greatest weights in every document.
    """
    index: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for base in statement.weights:
            index[base].append(number)
    entries = sum(len(holding) for holding in index.values())
    most_holding = min(MOST_HOLDING, max(2, MOST_STEPS // max(entries, 1)))
    found: dict[tuple[int, int], float] = {}
    for number, statement in enumerate(statements):
        shared: dict[int, float] = defaultdict(float)
        for base, weight in statement.weights.items():
            holding = index[base]
            if 1 < len(holding) <= most_holding:
                for other in holding:
                    shared[other] += weight
        shared.pop(number, None)
        by_document: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for other, weight in shared.items():
            if weight >= LEAST_SHARED:
                by_document[statements[other].document].append((-weight, other))
        for document, others in by_document.items():
            keep = NEAREST_WITHIN if document == statement.document else NEAREST
            for weight, other in sorted(others)[:keep]:
                found[min(number, other), max(number, other)] = -weight
    return found


def pairs_by_meaning(
    statements: Sequence[Statement], vectors: NDArray[np.float32]
) -> tuple[dict[tuple[int, int], tuple[int, int]], dict[tuple[int, int], float]]:
    """Pairs that are near each other in meaning.

    Args:
        statements: of all documents, in order of document.
        vectors: of unit length, shape (statements, 384).

    Returns:
        pairs with how many statements are nearer to the first, and to the second, in the other's document;
        and for each statement and each document the cosine of the nearest there.
    """
    import numpy as np

    bounds: dict[int, tuple[int, int]] = {}
    for number, statement in enumerate(statements):
        start, _ = bounds.get(statement.document, (number, number))
        bounds[statement.document] = (start, number + 1)
    found: dict[tuple[int, int], list[int]] = {}
    best: dict[tuple[int, int], float] = {}
    for document, (start, end) in bounds.items():
        for (other, (begin, stop)), top in product(bounds.items(), range(start, end, ROWS_AT_ONCE)):
            cosines = vectors[top : min(top + ROWS_AT_ONCE, end)] @ vectors[begin:stop].T
            within = document == other
            if within:
                np.fill_diagonal(cosines[:, top - begin :], -1.0)
            keep = NEAREST_WITHIN if within else NEAREST
            least = LEAST_COSINE_WITHIN if within else LEAST_COSINE
            keep = min(keep, cosines.shape[1])
            nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :keep]
            for row, columns in enumerate(nearest, top):
                held = cosines[row - top]
                if len(columns):
                    best[row, other] = float(held[columns[0]])
                for rank, column in enumerate(columns):
                    if held[column] < least:
                        break
                    one, two = row, begin + int(column)
                    ranks = found.setdefault((min(one, two), max(one, two)), [NEAREST, NEAREST])
                    side = 0 if one < two else 1
                    ranks[side] = min(ranks[side], rank)
    return {pair: (ranks[0], ranks[1]) for pair, ranks in found.items()}, best


def worth_a_look(sketches: Sequence[Sketch]) -> list[Sketch]:
    """The sentences whose meaning is to be compared: in short texts all of them.

    In long texts, and in lists of very many lines, those that share rare words with another, the pairs that
    share most first.
    """
    short = sum(sketch.span.length for sketch in sketches) <= SHORT
    if short and len(sketches) <= MOST_COMPARED:
        return list(sketches)
    chosen: dict[int, None] = {}
    for pair, _ in sorted(pairs_by_words(sketches).items(), key=lambda item: (-item[1], item[0])):
        chosen.update(dict.fromkeys(pair))
        if len(chosen) >= MOST_COMPARED:
            break
    return [sketches[number] for number in sorted(chosen)]


def candidates_of(
    statements: Sequence[Statement], vectors: NDArray[np.float32] | None = None
) -> list[Candidate]:
    """All candidates, in order of their statements.

    Args:
        statements: of all documents, in order.
        vectors: of unit length, shape (statements, 384); without them shared words alone count.
    """
    by_words = pairs_by_words(statements)
    if vectors is None:
        return [Candidate(*pair) for pair in sorted(by_words)]
    by_meaning, best = pairs_by_meaning(statements, vectors)
    found = []
    for first, second in sorted(by_words.keys() | by_meaning.keys()):
        ranks = by_meaning.get((first, second), (NEAREST, NEAREST))
        cosine = float(vectors[first] @ vectors[second])
        better = [0.0, 0.0]
        if statements[first].document != statements[second].document:
            nearest = (best[first, statements[second].document], best[second, statements[first].document])
            better = [max(0.0, each - cosine) for each in nearest]
        told = sum(each > CLEARLY_BETTER and cosine + each >= TOLD for each in better)
        found.append(Candidate(first, second, cosine, min(ranks), max(ranks), min(better), max(better), told))
    return found
