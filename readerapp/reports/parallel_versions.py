"""Do two articles run parallel, as versions of one text do, and where is each equal to the other?

Two articles run parallel if overlaps that stand in the same order in both cover more than half of each.
Such a chain of overlaps divides both texts; within it they are compared word by word, and between its
members one text stands against the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from readerapp.align import SequenceMatcher
from readerapp.model import Annotations, Comparison, Kind, Span, Verdict

_MOST = 0.5
"""Share of each text above which a chain of overlaps covers most of it."""

_LARGE = 20_000
"""Tokens up to which two passages are compared as a whole."""

_RUN = 8
"""Tokens of a run that is looked for in both passages where they are larger."""

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_WORD = re.compile(r"\w")


class Pair(NamedTuple):
    """A stretch of the first text and one of the second."""

    left: Span
    right: Span


class Segment(NamedTuple):
    """A stretch of both texts in which they are the same, or one in which they differ."""

    is_equal: bool
    left: Span
    right: Span


def parallel_segments(comparison: Comparison, annotations: Annotations) -> list[Segment] | None:
    """How two parallel texts run side by side.

    Args:
        comparison: of any articles.
        annotations: overlaps that a person dismissed do not count; those made by hand do.

    Returns:
        segments that cover both texts in order, those in which they differ between others; None where
        there are not exactly two articles or they do not run parallel.
    """
    if len(comparison.documents) != 2:
        return None
    one, other = comparison.documents
    pairs = _overlap_pairs(comparison, annotations)
    chain = best_chain(pairs)
    for length, spans in (
        (len(one.text), [pair.left for pair in chain]),
        (len(other.text), [pair.right for pair in chain]),
    ):
        if sum(span.length for span in spans) <= _MOST * length:
            return None
    return list(_joined(_pieces(one.text, other.text, chain)))


def _overlap_pairs(comparison: Comparison, annotations: Annotations) -> list[Pair]:
    one, other = comparison.documents
    pairs: set[Pair] = set()
    for finding in (*comparison.findings, *annotations.findings):
        if finding.kind is not Kind.OVERLAP:
            continue
        if annotations.review_of(finding.id).verdict is Verdict.DISMISSED:
            continue
        left = [passage.span for passage in finding.passages if passage.document == one.id]
        right = [passage.span for passage in finding.passages if passage.document == other.id]
        # What stands three times in both is most likely said in the same order.
        pairs.update(
            Pair(*spans) for spans in zip(left, right, strict=False) if spans[0].length and spans[1].length
        )
    return sorted(pairs)


def best_chain(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs that follow on each other in both texts and together are longest.

    Args:
        pairs: any; they may overlap and cross.

    Returns:
        pairs of which each begins in both texts where the one before has ended, or later.
    """
    waiting = sorted(set(pairs), key=lambda pair: pair.left.end)
    done = 0
    # Of the chains that have ended in the left text, those worth following on: by their end in the right
    # text, each longer than the one before.
    ends: list[int] = []
    best: dict[int, tuple[int, Pair]] = {}
    lengths: dict[Pair, int] = {}
    before: dict[Pair, Pair | None] = {}
    for pair in sorted(waiting, key=lambda pair: pair.left):
        while done < len(waiting) and waiting[done].left.end <= pair.left.start:
            _keep(ends, best, lengths[waiting[done]], waiting[done])
            done += 1
        place = bisect_right(ends, pair.right.start)
        length, last = best[ends[place - 1]] if place else (0, None)
        lengths[pair] = length + pair.left.length + pair.right.length
        before[pair] = last
    chain = []
    at = max(lengths, key=lambda pair: lengths[pair], default=None)
    while at is not None:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def _keep(ends: list[int], best: dict[int, tuple[int, Pair]], length: int, pair: Pair) -> None:
    """Take a chain that has ended in among those that a later pair can follow on."""
    end = pair.right.end
    place = bisect_right(ends, end)
    if place and best[ends[place - 1]][0] >= length:
        return
    while place < len(ends) and best[ends[place]][0] <= length:
        del best[ends.pop(place)]
    if end not in best:
        insort(ends, end)
    best[end] = (length, pair)


def _pieces(left: str, right: str, chain: Iterable[Pair]) -> Iterator[Segment]:
    """Segments that cover both texts; neighbours may be of the same sort."""
    at_left = at_right = 0
    for pair in (*chain, Pair(Span(len(left), len(left)), Span(len(right), len(right)))):
        yield from _between(left, right, Span(at_left, pair.left.start), Span(at_right, pair.right.start))
        yield from _within(left, right, pair)
        at_left, at_right = pair.left.end, pair.right.end


def _between(left: str, right: str, one: Span, other: Span) -> Iterator[Segment]:
    """What stands between two overlaps: the same at the ends at most."""
    shortest = min(one.length, other.length)
    start = end = 0
    while start < shortest and left[one.start + start] == right[other.start + start]:
        start += 1
    while end < shortest - start and left[one.end - end - 1] == right[other.end - end - 1]:
        end += 1
    # A word is not divided between what is the same and what differs.
    while (
        start
        and start < max(one.length, other.length)
        and not (_is_border(left, one.start + start) and _is_border(right, other.start + start))
    ):
        start -= 1
    while end and not (_is_border(left, one.end - end) and _is_border(right, other.end - end)):
        end -= 1
    yield Segment(True, Span(one.start, one.start + start), Span(other.start, other.start + start))
    yield Segment(False, Span(one.start + start, one.end - end), Span(other.start + start, other.end - end))
    yield Segment(True, Span(one.end - end, one.end), Span(other.end - end, other.end))


def _is_border(text: str, place: int) -> bool:
    return not (0 < place < len(text) and _WORD.match(text, place - 1) and _WORD.match(text, place))


def _within(left: str, right: str, pair: Pair) -> Iterator[Segment]:
    """What an overlap is made of, word by word."""
    one, other = left[pair.left.start : pair.left.end], right[pair.right.start : pair.right.end]
    if one == other:
        yield Segment(True, pair.left, pair.right)
        return
    borders_of_one, borders_of_other = _borders(one, pair.left.start), _borders(other, pair.right.start)
    for is_equal, i1, i2, j1, j2 in _aligned(_TOKEN.findall(one), _TOKEN.findall(other)):
        yield Segment(
            is_equal,
            Span(borders_of_one[i1], borders_of_one[i2]),
            Span(borders_of_other[j1], borders_of_other[j2]),
        )


def _aligned(one: list[str], other: list[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Which tokens are the same: `(is_equal, i1, i2, j1, j2)`, covering both in order."""
    at_i = at_j = 0
    for i, j in (*_signposts(one, other), (len(one), len(other))):
        if max(i - at_i, j - at_j) <= _LARGE:
            matcher = SequenceMatcher(None, one[at_i:i], other[at_j:j])
            for tag, i1, i2, j1, j2 in matcher.get_opcodes():
                yield tag == "equal", at_i + i1, at_i + i2, at_j + j1, at_j + j2
        else:
            yield False, at_i, i, at_j, j
        at_i, at_j = i, j


def _signposts(one: list[str], other: list[str]) -> list[tuple[int, int]]:
    """Places in two long lists of tokens that surely belong together; none in short lists.

    They divide what would take too long to compare as a whole: runs of tokens that stand once in each
    list, as many as follow on each other in both.
    """
    if max(len(one), len(other)) <= _LARGE:
        return []
    places = _single_runs(other)
    pairs = [(i, places[run]) for run, i in _single_runs(one).items() if run in places]
    return longest_rise(sorted(pairs))


def _single_runs(tokens: list[str]) -> dict[tuple[str, ...], int]:
    """Where each run of tokens begins that stands once."""
    places: dict[tuple[str, ...], int] = {}
    for place, run in enumerate(zip(*(tokens[shift:] for shift in range(_RUN)), strict=False)):
        places[run] = -1 if run in places else place
    return {run: place for run, place in places.items() if place >= 0}


def longest_rise(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """As many pairs as rise in both numbers.

    Args:
        pairs: in order of the first number; neither number stands twice.
    """
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, number) in enumerate(pairs):
        place = bisect_left(ends, number)
        before.append(last[place - 1] if place else -1)
        if place == len(ends):
            ends.append(number)
            last.append(index)
        else:
            ends[place] = number
            last[place] = index
    rise = []
    at = last[-1] if last else -1
    while at >= 0:
        rise.append(pairs[at])
        at = before[at]
    return rise[::-1]


def _borders(text: str, start: int) -> list[int]:
    return [*(start + match.start() for match in _TOKEN.finditer(text)), start + len(text)]


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The segments without empty ones, neighbours of the same sort as one."""
    last: Segment | None = None
    for segment in segments:
        if not segment.left.length and not segment.right.length:
            continue
        if last is not None and last.is_equal == segment.is_equal:
            last = Segment(
                last.is_equal,
                Span(last.left.start, segment.left.end),
                Span(last.right.start, segment.right.end),
            )
            continue
        if last is not None:
            yield last
        last = segment
    if last is not None:
        yield last
