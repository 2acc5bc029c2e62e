"""Where a passage of the old text should stand in the new one, going by what is unchanged around it."""

from __future__ import annotations

from typing import NamedTuple

from readerapp.anchoring.blocks import Blocks
from readerapp.model import Span

NEIGHBOUR = 16
"""Code points outside a passage that an unchanged stretch has to hold to be its neighbour."""


_WIDEST, _WIDEST_TIMES = 1000, 4
"""Code points between two neighbours, beside so many times the passage, beyond which they tell nothing."""


class Expectation(NamedTuple):
    """Where a passage should be."""

    start: int
    """Where it should begin in the new text."""
    window: Span
    """What stands now between the unchanged stretches around it; cut at its ends where those lie in one."""
    gap: Span
    """The part of the old text that became the window."""
    is_bounded: bool
    """Do both ends of the passage lie in unchanged stretches?"""


def expectation(blocks: Blocks, passage: Span, new_length: int, old_length: int) -> Expectation:
    """Where a passage should be.

    Args:
        blocks: of the two texts.
        passage: where it stood in the old text; not empty.
        new_length: code points of the new text.
        old_length: code points of the old text.
    """
    left, right = blocks.before(passage.start + 1), blocks.from_on(passage.end - 1)
    gap_start, start = 0, 0
    gap_end, end = old_length, new_length
    begins_in_block = ends_in_block = False
    if left is not None:
        begins_in_block = left.old_end > passage.start
        gap_start = passage.start if begins_in_block else left.old_end
        start = left.new + gap_start - left.old
    if right is not None:
        ends_in_block = right.old < passage.end
        gap_end = passage.end if ends_in_block else right.old
        end = right.new + gap_end - right.old
    end = max(start, end)
    inside = passage.start - gap_start
    share = (end - start) / max(1, gap_end - gap_start)
    return Expectation(
        start=start + int(inside * min(1.0, share)),
        window=Span(start, end),
        gap=Span(gap_start, gap_end),
        is_bounded=begins_in_block and ends_in_block,
    )


def held_by_others(blocks: Blocks, passage: Span, candidate: Span) -> tuple[int, int]:
    """How much of a stretch of the new text is unchanged from the passage, and how much from elsewhere.

    Args:
        blocks: of the two texts.
        passage: where the passage stood in the old text.
        candidate: the stretch.

    Returns:
        code points that came from the passage, and code points that came from outside it.
    """
    own = others = 0
    for block in blocks.of_new(candidate):
        shift = block.old - block.new
        first = max(block.new, candidate.start) + shift
        last = min(block.new_end, candidate.end) + shift
        within = max(0, min(last, passage.end) - max(first, passage.start))
        own += within
        others += max(0, last - first) - within
    return own, others


def is_between_neighbours(blocks: Blocks, passage: Span, candidate: Span, new_length: int) -> bool:
    """Does a stretch of the new text stand between what stood around the passage, with nothing moved there?

    Pieces of the passage itself do not count as neighbours: they are where the stretch is.

    Args:
        blocks: of the two texts.
        passage: where the passage stood in the old text.
        candidate: the stretch.
        new_length: code points of the new text.
    """
    left, right = blocks.before(passage.start - NEIGHBOUR + 1), blocks.from_on(passage.end + NEIGHBOUR - 1)
    start = left.new + min(left.length, passage.start - left.old) if left is not None else 0
    end = right.new + max(0, passage.end - right.old) if right is not None else new_length
    if end - start > passage.length * _WIDEST_TIMES + _WIDEST:
        return False
    if not start - NEIGHBOUR <= candidate.start <= candidate.end <= end + NEIGHBOUR:
        return False
    return all(block.in_order for block in blocks.of_new(Span(start, end)))
