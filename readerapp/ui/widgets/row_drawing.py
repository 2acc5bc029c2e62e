"""Drawing one row of an article: signs in the gutter, then the text with everything marked in it.

Segments are built directly, never from markup, so that an article's `[bold]` is shown as it is written.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from readerapp.model import Span
from readerapp.model.graphemes import next_boundary
from readerapp.ui.cells import RowLayout
from readerapp.ui.marks import STRENGTH, Mark, MarkIndex
from readerapp.ui.widgets.pane_styles import PaneStyles
from readerapp.ui.wrapping import Rows

GUTTER = 2
"""Cells at the left that hold signs."""
_BAR = "▌"
_CONTINUED = "┊"
_DISMISSED = "×"


@dataclass(slots=True)
class Shown:
    """What is marked in a text just now."""

    marks: MarkIndex = field(default_factory=MarkIndex)
    """Passages of findings, and notes."""
    finding: str | None = None
    """Identity of a finding that counts as the current one, whatever its marks say."""
    hits: Sequence[Span] = ()
    """Hits of the search, ascending and apart from one another."""
    current_hit: int | None = None
    """Index of the hit that the person is at."""
    selection: Span | None = None
    """Selected text."""
    caret: int | None = None
    """Where the caret is."""

    def is_current(self, mark: Mark) -> bool:
        """Does a mark belong to the current finding?"""
        return mark.current or (self.finding is not None and mark.finding == self.finding)

    def hits_between(self, start: int, end: int) -> list[tuple[Span, bool]]:
        """Hits that share something with a stretch, and whether each is the current one."""
        first = bisect_right(self.hits, start, key=lambda hit: hit.end)
        last = bisect_left(self.hits, end, key=lambda hit: hit.start)
        return [(self.hits[index], index == self.current_hit) for index in range(first, last)]


def draw_row(rows: Rows, row: int, shown: Shown, styles: PaneStyles, width: int) -> Strip:
    """Draw one row.

    Args:
        rows: the text in rows.
        row: index of the row.
        shown: what is marked in the text.
        styles: how it looks.
        width: cells of the pane.

    Returns:
        a strip of exactly that width.
    """
    start, end = rows.span(row)
    layout = rows.layout(row)
    marks = shown.marks.marks_between(start, max(end, start + 1))
    hits = shown.hits_between(start, end) if shown.hits else []
    segments = _gutter(start, marks, any(current for _, current in hits), shown, styles)
    segments += _text(rows, layout, marks, hits, shown, styles)
    room = width - GUTTER - layout.cells
    if shown.caret is not None and shown.caret == end and rows.row_of_offset(end) == row and room > 0:
        segments.append(Segment(" ", styles.base + styles.caret))
    return Strip(segments).extend_cell_length(width, styles.base).crop(0, width)


def _gutter(
    start: int, marks: list[Mark], has_current_hit: bool, shown: Shown, styles: PaneStyles
) -> list[Segment]:
    """Two cells: a bar beside what is current, and the sign of the strongest passage that begins here."""
    if not marks and not has_current_hit:
        return [Segment("  ", styles.base)]
    ordered = sorted(
        marks, key=lambda mark: (shown.is_current(mark), not mark.dismissed, STRENGTH[mark.kind])
    )
    ordered.reverse()
    beginning = [mark for mark in ordered if mark.start >= start]
    signs = list(dict.fromkeys(_sign(mark) for mark in beginning))
    has_current = bool(ordered) and shown.is_current(ordered[0])
    sign_style = styles.gutter_current if beginning and shown.is_current(beginning[0]) else styles.gutter
    if has_current or has_current_hit:
        return [Segment(_BAR, styles.gutter_current), Segment(signs[0] if signs else " ", sign_style)]
    other = signs[1] if len(signs) > 1 else " "
    return [Segment(other, styles.gutter), Segment(signs[0] if signs else _CONTINUED, sign_style)]


def _sign(mark: Mark) -> str:
    return _DISMISSED if mark.dismissed else mark.sign


def _text(
    rows: Rows,
    layout: RowLayout,
    marks: list[Mark],
    hits: list[tuple[Span, bool]],
    shown: Shown,
    styles: PaneStyles,
) -> list[Segment]:
    start, end = layout.start, layout.end
    layers: list[tuple[Span, Style]] = []
    for hit, is_current in hits:
        layers.append((hit, styles.current_hit if is_current else styles.hit))
    if shown.selection is not None and shown.selection.start < end and shown.selection.end > start:
        layers.append((shown.selection, styles.selection))
    if shown.caret is not None and start <= shown.caret < end:
        layers.append((Span(shown.caret, next_boundary(rows.text, shown.caret)), styles.caret))
    if not marks and not layers:
        return [Segment(layout.shown(start, end), styles.base)]
    # Blanks that hang at the end of a row would make marks ragged.
    text_end = start + len(rows.text[start:end].rstrip(" "))
    cuts = {start, text_end, end}
    for first, last in [*(layer for layer, _ in layers), *((mark.start, mark.end) for mark in marks)]:
        cuts.update(cut for cut in (first, last) if start < cut < end)
    places = sorted(cuts)
    segments = []
    for first, last in itertools.pairwise(places):
        style = styles.base
        active = [mark for mark in marks if mark.start <= first and mark.end >= last]
        if active and first < text_end:
            style += _style_of(active, shown, styles)
        for layer, layer_style in layers:
            if layer.start <= first and layer.end >= last:
                style += layer_style
        if text := layout.shown(first, last):
            segments.append(Segment(text, style))
    return segments


def _style_of(marks: list[Mark], shown: Shown, styles: PaneStyles) -> Style:
    """The background of the strongest mark, underlined where others lie below it."""
    alive = [mark for mark in marks if not mark.dismissed or shown.is_current(mark)]
    if not alive:
        return styles.dismissed
    strongest = max(alive, key=lambda mark: (shown.is_current(mark), STRENGTH[mark.kind]))
    looks = styles.current if shown.is_current(strongest) else styles.kinds
    style = looks[strongest.kind]
    if any(mark.finding != strongest.finding for mark in alive):
        style += styles.several
    return style
