"""A passage made shorter for a small panel, so that what stands out in it stays in sight."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text

from readerapp.model import Span
from readerapp.model.graphemes import snap

CONTEXT = 24
"""Characters that are kept on both sides of what stands out, and at both ends, up to the next space."""

GAP = " … "
"""What stands for the characters that are left out."""

LONGEST_WORD = 30
"""Characters up to which a cut moves outwards to the next space; without one, as in Chinese, it stays."""


def abridged(text: Text, outstanding: Sequence[Span], room: int, style: Style) -> Text:
    """A text without the middle of stretches in which nothing stands out.

    Nothing that stands out is left out, so the result can be longer than the room.

    Args:
        text: the whole text.
        outstanding: stretches of it that stand out, in characters.
        room: characters to fit into, if it can be.
        style: of the signs for what is left out.
    """
    plain = text.plain
    if not outstanding:
        tail = max(CONTEXT, room // 3)
        kept = [Span(0, max(CONTEXT, room - tail - len(GAP))), Span(len(plain) - tail, len(plain))]
    else:
        kept = [Span(0, CONTEXT), Span(len(plain) - CONTEXT, len(plain))]
        kept += [Span(span.start - CONTEXT, span.end + CONTEXT) for span in outstanding]
    shorter = Text()
    reached = 0
    for first, last in _joined([_to_spaces(plain, span) for span in kept]):
        if first > reached:
            shorter.append(GAP, style)
        shorter.append_text(text[first:last])
        reached = last
    return shorter


def _to_spaces(plain: str, span: Span) -> Span:
    """The span, grown to the next spaces if they are near, and to whole characters, within the text."""
    start, end = max(0, span.start), max(0, min(len(plain), span.end))
    space = plain.rfind(" ", max(0, start - LONGEST_WORD), start)
    if space >= 0:
        start = space + 1
    elif start <= LONGEST_WORD:
        start = 0
    space = plain.find(" ", end, end + LONGEST_WORD)
    if space >= 0:
        end = space
    elif len(plain) - end <= LONGEST_WORD:
        end = len(plain)
    return snap(plain, Span(start, end))


def _joined(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, those that lie so near that leaving out saves nothing made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end + 2 * len(GAP):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
