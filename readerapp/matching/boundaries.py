"""Where a person would begin and end a passage that was found word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readerapp.matching.candidates import Candidate
from readerapp.matching.stream import Stream
from readerapp.model import Span
from readerapp.model.graphemes import is_boundary

FURTHEST = 8
"""Words by which a passage may grow to reach the end of a sentence or clause."""

NEAREST = 3
"""Words that a passage may lose at an end to stop where a sentence stops: the `And` of the next one."""

COMMON_BITS = 6.0
"""A word of fewer bits, one in 64 or more, is not left dangling at an end: `the`, `of`, `and`."""

STOP = re.compile(r"[.!?;:。！？；：…][”’\"'»)\]]*(?=\s|$|[“‘\"'«(\[]|[^\x00-\x7f])|\n|--|—")
"""The end of a sentence, clause or line between two words."""

ABBREVIATION = re.compile(
    r"(?:\b[A-Za-z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|St|Jr|Sr|No|vs|Inc|Corp))$"
)
"""What stands before a full stop that ends no sentence."""

SENTENCE_END = re.compile(r"[.!?…。！？]+[”’\"'»)\]]*")


class Bounds(NamedTuple):
    """First and last word of a passage in the stream, the last one included."""

    first: int
    last: int


def bounds_of(stream: Stream, texts: Sequence[str], candidate: Candidate) -> tuple[Bounds, Bounds]:
    """The two passages of a candidate with their ends put where sentences and clauses end.

    Args:
        stream: the words.
        texts: the text of each document of the stream.
        candidate: a pair of passages as found.
    """
    left = Bounds(candidate.left_first, candidate.left_last)
    right = Bounds(candidate.right_first, candidate.right_last)
    length = left.last - left.first
    if length == right.last - right.first and candidate.rate >= 1 and _equal(stream, left, right):
        # Equal runs stay equal: both lose the same words, and none where either begins or ends a sentence.
        starts, ends = zip(*(_inward(stream, texts, side) for side in (left, right)), strict=True)
        start = max(starts) if min(starts) else 0
        end = max(ends) if min(ends) else 0
        if length - start - end >= 2:
            return (
                Bounds(left.first + start, left.last - end),
                Bounds(right.first + start, right.last - end),
            )
        return left, right
    return _settled(stream, texts, left, candidate.rate), _settled(stream, texts, right, candidate.rate)


def _equal(stream: Stream, left: Bounds, right: Bounds) -> bool:
    ours = stream.identities[left.first : left.last + 1]
    theirs = stream.identities[right.first : right.last + 1]
    return bool((ours == theirs).all())


def _inward(stream: Stream, texts: Sequence[str], side: Bounds) -> tuple[int, int]:
    """Words to drop at the beginning and at the end of one side."""
    start = next(
        (step for step in range(NEAREST + 1) if _stops_before(stream, texts, side.first + step)), None
    )
    end = next(
        (step for step in range(NEAREST + 1) if _stops_before(stream, texts, side.last + 1 - step)), None
    )
    return (
        _dangling(stream, range(side.first, side.last)) if start is None else start,
        _dangling(stream, range(side.last, side.first, -1)) if end is None else end,
    )


def _dangling(stream: Stream, words: range) -> int:
    """How many of the first words are common ones, at most `NEAREST`."""
    count = 0
    for word in words[:NEAREST]:
        beside = word + words.step
        divided = stream.ends[min(word, beside)] < stream.starts[max(word, beside)]
        if stream.bits[word] >= COMMON_BITS or not divided:
            break
        count += 1
    return count


def _settled(stream: Stream, texts: Sequence[str], side: Bounds, rate: float) -> Bounds:
    """One side of a passage that was reworded, grown or cut to the nearest stop.

    It may grow by as many words as it already tolerates without agreement.
    """
    length = side.last - side.first + 1
    outward = min(FURTHEST, int(length * (1 - rate)))
    document = int(stream.documents[side.first])
    lowest, highest = stream.firsts[document], stream.firsts[document + 1] - 1
    first, last = side
    for step in range(max(outward, NEAREST) + 1):
        if (
            step <= outward
            and side.first - step >= lowest
            and _stops_before(stream, texts, side.first - step)
        ):
            first = side.first - step
            break
        if (
            step <= NEAREST
            and side.first + step < side.last
            and _stops_before(stream, texts, side.first + step)
        ):
            first = side.first + step
            break
    for step in range(max(outward, NEAREST) + 1):
        if (
            step <= outward
            and side.last + step <= highest
            and _stops_before(stream, texts, side.last + step + 1)
        ):
            last = side.last + step
            break
        if (
            step <= NEAREST
            and side.last - step > first
            and _stops_before(stream, texts, side.last - step + 1)
        ):
            last = side.last - step
            break
    return Bounds(first, last)


def _stops_before(stream: Stream, texts: Sequence[str], word: int) -> bool:
    """Does a sentence, clause or line end between the word before and this one?"""
    if word <= 0 or word >= len(stream) or stream.documents[word - 1] != stream.documents[word]:
        return True
    text = texts[int(stream.documents[word])]
    end, start = int(stream.ends[word - 1]), int(stream.starts[word])
    # One code point further than the gap, so that the point of `7.15` is seen to stand before a digit.
    stop = STOP.search(text, end, start + 1)
    if stop is None or stop.start() >= start:
        return False
    return not (stop[0] == "." and stop.start() == end and ABBREVIATION.search(text, max(0, end - 6), end))


def span_of(stream: Stream, texts: Sequence[str], bounds: Bounds) -> Span:
    """The code points of a passage: its words, with the stop and the quotation marks that belong to it."""
    document = int(stream.documents[bounds.first])
    return with_marks(texts[document], Span(int(stream.starts[bounds.first]), int(stream.ends[bounds.last])))


def with_marks(text: str, span: Span) -> Span:
    """A span of whole words, grown by the marks that belong to it.

    Those are a stop behind it, and a quotation mark or bracket whose partner it holds. Marks around the
    whole of it stay outside, so that a quotation and the same words elsewhere look alike.
    """
    start, end = span
    if (stop := SENTENCE_END.match(text, end)) is not None:
        closing = len(stop[0].rstrip("”’\"'»)]"))
        end += closing
    inside = text[start:end]
    after = text[end : end + 1]
    before = text[start - 1 : start] if start else ""
    if after and after in "”»)]":
        partner = {"”": "“", "»": "«", ")": "(", "]": "["}[after]
        if inside.rfind(partner) > inside.rfind(after):
            end += 1
    elif before and before in "“«([":
        partner = {"“": "”", "«": "»", "(": ")", "[": "]"}[before]
        place = inside.find(partner)
        if place >= 0 and not 0 <= inside.find(before) < place:
            start -= 1
    elif (after == '"' or before == '"') and inside.count('"') % 2 == 1:
        start, end = (start, end + 1) if after == '"' else (start - 1, end)
    while not is_boundary(text, start):
        start -= 1
    while not is_boundary(text, end):
        end += 1
    return Span(start, end)
