"""Words that agree because a neighbour agrees too: the seeds of shared passages.

Two words of one form are an agreement if another pair of words, at most `NEIGHBOURHOOD` words away on
both sides and in either order, is of one form too. Runs of equal words give agreements, and so do
passages whose words were swapped, dropped or replaced one by one; two texts that merely use the same
words give few. (Skip-bigrams as seeds: Guthrie et al., LREC 2006; here without order.)

Pairs of words are joined by sorting, never by comparing place with place, so the cost is that of
sorting `NEIGHBOURHOOD` keys for each word of the input.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from readerapp.matching.stream import Stream

if TYPE_CHECKING:
    from numpy.typing import NDArray

PAIRS = ((0, 1), (0, 2), (0, 3))
"""Which neighbours of a word form a pair with it. Two words away tolerates one inserted word, three a
swap beside it; four gave a fifth more agreements inside reworded passages and two thirds more outside."""

TRIPLES = ((0, 1, 2), (0, 1, 3), (0, 2, 3))
"""The same for long inputs, in which most pairs occur too often to tell anything."""

MANY_WORDS = 200_000
"""Words of input from which triples are used: a pair of words says some 16 bits, and 2^17 places hold most
such pairs several times."""

LEAST_BITS = 10.0
"""Information that the two words of a pair must carry together: two function words (each some four
bits in English) are too little, a function word beside another word is enough."""

MOST_PAIRS = 8
"""A pair of words that occurs more often joins nothing, since it would join everything: the number of
agreements stays linear in the length of the input."""

MOST_TRIPLES = 4
"""The same for triples. Eight found a tenth more of what two translations of the Bible share, in twice the
time and memory."""

LONG_RUN = 6
"""A run of so many words may occur any number of times: each occurrence is joined to the next, so that
the same paragraph in a hundred documents is still found."""

LEAST_DISTANCE = 30
"""Words between two agreeing places of one document; nearer ones are the
rhetoric of one sentence or its neighbour."""


class Agreements(NamedTuple):
    """Pairs of word positions in the stream, `left` before `right`, sorted, none twice."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]


def agreements_in(stream: Stream) -> Agreements:
    """All agreements between different places of the stream, within documents and across them."""
    packed = np.concatenate([*_join_neighbours(stream), _join_long_runs(stream)])
    packed.sort()
    if len(packed):
        packed = packed[np.append(True, packed[1:] != packed[:-1])]
    return Agreements(packed >> 32, packed & 0xFFFFFFFF)


def _join_neighbours(stream: Stream) -> list[NDArray[np.int64]]:
    """Agreements from unordered pairs or triples of neighbouring words, packed."""
    identities = stream.identities
    shapes, most = (PAIRS, MOST_PAIRS) if len(stream) < MANY_WORDS else (TRIPLES, MOST_TRIPLES)
    place_bits = np.uint64((len(shapes) * len(stream)).bit_length())
    joined = _neighbour_keys(stream, shapes, place_bits)
    joined.sort()
    source, target = _all_pairs(joined >> place_bits, most)
    places = joined & ((np.uint64(1) << place_bits) - np.uint64(1))
    del joined
    one, other = places[source].astype(np.int32), places[target].astype(np.int32)
    del places, source, target
    offsets = np.array(shapes, np.int32)
    one, one_offsets = one // len(shapes), offsets[one % len(shapes)]
    other, other_offsets = other // len(shapes), offsets[other % len(shapes)]
    packed = []
    for column in range(offsets.shape[1]):
        word = one + one_offsets[:, column]
        form = identities[word]
        for other_column in range(offsets.shape[1]):
            partner = other + other_offsets[:, other_column]
            # Also parts keys that met only because they were cut to fit.
            same = np.flatnonzero(identities[partner] == form)
            packed.append(_packed(stream, word[same], partner[same]))
    return packed


def _neighbour_keys(
    stream: Stream, shapes: tuple[tuple[int, ...], ...], place_bits: np.uint64
) -> NDArray[np.uint64]:
    """For every word and shape a key of the words together, with their place in the lower bits.

    Key and place share one number, so that sorting needs no second array.
    """
    # A sum of hashed words does not depend on their order.
    hashes = np.arange(1, stream.forms + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    hashes ^= hashes >> np.uint64(31)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    values = hashes[stream.identities]
    keys = np.empty(len(shapes) * len(stream), np.uint64)
    filled = 0
    for number, shape in enumerate(shapes):
        count = len(stream) - shape[-1]
        if count <= 0:
            continue
        bits = stream.bits[:count].copy()
        key = values[:count].copy()
        for offset in shape[1:]:
            bits += stream.bits[offset : offset + count]
            key += values[offset : offset + count]
        use = bits > LEAST_BITS
        use &= stream.documents[:count] == stream.documents[shape[-1] :]
        place = np.flatnonzero(use)
        key = key[place]
        key ^= key >> np.uint64(32)
        key *= np.uint64(0xD6E8FEB86659FD93)
        key >>= place_bits
        key <<= place_bits
        key |= (place * len(shapes) + number).astype(np.uint64)
        keys[filled : filled + len(key)] = key
        filled += len(key)
    return keys[:filled]


def _all_pairs(keys: NDArray[np.uint64], most: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Indices of every two equal neighbours in a sorted array, of groups of at most `most`."""
    if not len(keys):
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    firsts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])).astype(np.int32)
    sizes = np.diff(np.append(firsts, np.int32(len(keys))))
    chosen = (sizes > 1) & (sizes <= most)
    sources, targets = [], []
    for size in range(2, most + 1):
        group = firsts[chosen & (sizes == size)]
        if len(group):
            for i in range(size - 1):
                for j in range(i + 1, size):
                    sources.append(group + i)
                    targets.append(group + j)
    if not sources:
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    return np.concatenate(sources), np.concatenate(targets)


def _join_long_runs(stream: Stream) -> NDArray[np.int64]:
    """Agreements from long runs of equal words that occur too often for `_join_neighbours`, packed."""
    count = len(stream) - LONG_RUN + 1
    if count < 2:
        return np.zeros(0, np.int64)
    key = np.zeros(count, np.uint64)
    for offset in range(LONG_RUN):
        key *= np.uint64(0x100000001B3)
        key += stream.identities[offset : offset + count].astype(np.uint64)
        key += np.uint64(1)
    key *= np.uint64(0x9E3779B97F4A7C15)
    place_bits = np.uint64(max(1, count.bit_length()))
    key >>= place_bits
    key <<= place_bits
    key |= np.arange(count, dtype=np.uint64)
    joined = key[stream.documents[:count] == stream.documents[LONG_RUN - 1 :]]
    del key
    joined.sort()
    group = joined >> place_bits
    if not len(group):
        return np.zeros(0, np.int64)
    firsts = np.flatnonzero(np.append(True, group[1:] != group[:-1]))
    sizes = np.diff(np.append(firsts, len(group)))
    often = np.repeat(sizes > MOST_TRIPLES, sizes)
    source = np.flatnonzero(often[:-1] & (group[1:] == group[:-1]))
    place = (joined & ((np.uint64(1) << place_bits) - np.uint64(1))).astype(np.int32)
    left = np.concatenate([place[source] + np.int32(offset) for offset in range(LONG_RUN)])
    right = np.concatenate([place[source + 1] + np.int32(offset) for offset in range(LONG_RUN)])
    real = stream.identities[left] == stream.identities[right]
    return _packed(stream, left[real], right[real])


def _packed(stream: Stream, one: NDArray[np.int32], other: NDArray[np.int32]) -> NDArray[np.int64]:
    """Pairs of words in one number each, the earlier word in the upper half; near ones left out."""
    left, right = np.minimum(one, other), np.maximum(one, other)
    apart = right - left > LEAST_DISTANCE
    apart |= stream.documents[left] != stream.documents[right]
    packed = left[apart].astype(np.int64)
    packed <<= 32
    packed |= right[apart]
    return packed
