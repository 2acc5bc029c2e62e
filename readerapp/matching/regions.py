"""Where agreements gather along a diagonal: places in two texts that may share wording.

Think of a plane with one word position of the stream across and one down, and a dot for each agreement.
Shared wording makes dots along a diagonal; chance strews them thinly. The plane is cut into cells that
lie along the diagonals, cells with enough information around them are kept, and cells that are near each
other along the diagonal are one region. Only cells with dots exist, so the cost is that of sorting them.
(Density clustering as in DBSCAN, Ester et al. 1996, on a grid; the reach is longer along the diagonal,
since a passage goes on there after a stretch that was rewritten.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from readerapp.matching.agreements import Agreements
from readerapp.matching.stream import Stream

if TYPE_CHECKING:
    from numpy.typing import NDArray

CELL_LENGTH = 12
"""Words that a cell covers along the diagonal: about a clause."""

CELL_WIDTH = 8
"""Words of displacement that a cell covers: what a clause gains or loses when it is reworded."""

LEAST_BITS = 80.0
"""Information in a cell and the eight around it that makes it part of a region: ten full words within
36 words on both sides, or a run of five or six."""

REACH = 3
"""Cells along the diagonal over which two cells are still neighbours."""

SIDEWAYS = 2
"""Cells of displacement over which two cells are still neighbours."""

MARGIN = 4096
"""Empty words between documents, so that no region spans two of them."""


class Regions(NamedTuple):
    """Agreements that belong to regions, sorted by region, then left, then right."""

    labels: NDArray[np.int64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]


def regions_of(stream: Stream, agreements: Agreements) -> Regions:
    """The regions in which agreements are dense.

    Args:
        stream: the words.
        agreements: what `agreements_in` found in it.
    """
    left, right = agreements
    if not len(left):
        return Regions(left, left, right)
    across = left + stream.documents[left].astype(np.int64) * MARGIN
    down = right + stream.documents[right].astype(np.int64) * MARGIN
    along = (across + down) // (2 * CELL_LENGTH)
    aside = (down - across) // CELL_WIDTH
    width = int(aside.max()) + 4 * SIDEWAYS
    number = along * width + aside + 2 * SIDEWAYS
    del across, down, along, aside
    order = np.argsort(number, kind="stable")
    ordered = number[order]
    begins = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    cells = ordered[begins]
    weights = np.add.reduceat(_weights(stream, agreements)[order], begins).astype(np.float64)
    sums = np.append(0.0, np.cumsum(weights))
    around = np.zeros(len(cells))
    for step in (-1, 0, 1):
        begin, end = _row(cells, step * width, 1)
        around += sums[end] - sums[begin]
    dense = np.flatnonzero(around >= LEAST_BITS)
    label_of_cell = np.full(len(cells), -1)
    label_of_cell[dense] = _connected(cells[dense], width)
    labels = np.empty(len(number), np.int64)
    labels[order] = np.repeat(label_of_cell, np.diff(np.append(begins, len(ordered))))
    kept = np.flatnonzero(labels >= 0)
    # Agreements come sorted by left and right; a stable sort by label keeps that order.
    kept = kept[np.argsort(labels[kept], kind="stable")]
    return Regions(labels[kept], left[kept], right[kept])


def _weights(stream: Stream, agreements: Agreements) -> NDArray[np.float32]:
    """Bits of each agreement, twice where the next words agree too: a short quotation is all runs."""
    packed = (agreements.left << 32) | agreements.right
    following = packed + ((1 << 32) | 1)
    place = np.searchsorted(packed, following)
    place[place == len(packed)] = 0
    weights = stream.bits[agreements.left]
    weights[packed[place] == following] *= 2
    return weights


def _row(cells: NDArray[np.int64], away: int, sideways: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """For each cell which of the sorted cells lie `away` along the diagonal and at most `sideways` aside.

    Such cells are neighbours in the array: the first of them and the one behind the last are returned.
    """
    begin = np.searchsorted(cells, cells + (away - sideways))
    end = np.searchsorted(cells, cells + (away + sideways), side="right")
    return begin, end


def _connected(cells: NDArray[np.int64], width: int) -> NDArray[np.int64]:
    """For each of the sorted cells the smallest index in its connected component.

    Labels are spread over the edges and then shortened until they stay (the scheme of Shiloach and
    Vishkin, 1982), some ten rounds for a hundred thousand cells.
    """
    ones, others = [], []
    for step in range(REACH + 1):
        begin, end = _row(cells, step * width, SIDEWAYS)
        # Of the cells in reach the outermost are enough: those between are joined to one of them.
        here = np.flatnonzero(end > begin)
        ones += [here, here]
        others += [begin[here], end[here] - 1]
    one, other = np.concatenate(ones), np.concatenate(others)
    labels = np.arange(len(cells))
    while True:
        least = np.minimum(labels[one], labels[other])
        spread = labels.copy()
        # Onto the components' heads as well as the cells, so that whole components join at once.
        np.minimum.at(spread, labels[one], least)
        np.minimum.at(spread, labels[other], least)
        while True:
            shorter = spread[spread]
            if np.array_equal(shorter, spread):
                break
            spread = shorter
        if np.array_equal(spread, labels):
            return labels
        labels = spread
