"""Which panes stand side by side: pure arithmetic of widths."""

from __future__ import annotations

from collections.abc import Collection, Sequence

MINIMUM_WIDTH = 38
"""Cells below which a pane is not comfortable to read; two fit into 80 columns."""


def capacity(width: int) -> int:
    """How many panes fit into a width in cells; one always does."""
    return max(1, width // MINIMUM_WIDTH)


def visible_panes(
    total: int,
    width: int,
    focused: int,
    *,
    wanted: Collection[int] = (),
    before: Sequence[int] = (),
    zoomed: bool = False,
) -> tuple[int, ...]:
    """Choose the panes to show.

    Args:
        total: number of panes.
        width: cells that they share.
        focused: the pane that is always shown.
        wanted: panes that matter now, such as those of the current finding.
        before: panes shown up to now; they stay where there is room.
        zoomed: is the focused pane alone on the screen?

    Returns:
        indices in ascending order.
    """
    if zoomed:
        return (focused,)
    room = min(total, capacity(width))
    neighbours = sorted(range(total), key=lambda index: (abs(index - focused), index < focused))
    chosen: list[int] = []
    for index in (focused, *sorted(wanted), *before, *neighbours):
        if len(chosen) == room:
            break
        if index not in chosen:
            chosen.append(index)
    return tuple(sorted(chosen))
