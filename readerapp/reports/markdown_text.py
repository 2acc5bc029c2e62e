"""Text of strangers inside Markdown: it shows as it was written, and means nothing.

Whatever could be Markdown or HTML is escaped: in GitHub's dialect, in CommonMark, in a table's cell. White
space at the beginning of a line, which could make it a block of code, is left out. Addresses that a
viewer turns into links by itself lead where they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from readerapp.model import Span
from readerapp.model.printable import printable

_SPECIAL = re.compile(r"[\\`*_\[\]|~$]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_BEGINNING = re.compile(r"([ \t]*)(?:([#+=:!-])|(\d{1,9})([.)]))?")


def escaped(text: str) -> str:
    """One line of text inside a paragraph, a heading or a table's cell.

    Args:
        text: anything; line ends become spaces.
    """
    return _inline(printable(text))


def escaped_lines(text: str, marked: Sequence[Span] = ()) -> list[str]:
    """Text of several lines, for paragraphs of its own.

    Args:
        text: in the form in which it is shown.
        marked: what is to stand out in bold, in offsets of the text, in order, none overlapping.

    Returns:
        a line for each line of the text, empty ones included.
    """
    lines = []
    start = 0
    spans = list(_flanked(text, marked))
    for line in text.split("\n"):
        end = start + len(line)
        inside = [
            (max(span.start, start) - start, min(span.end, end) - start)
            for span in spans
            if span.start < end and span.end > start
        ]
        lines.append(_line(line, inside))
        spans = [span for span in spans if span.end > end]
        start = end + 1
    return lines


def _line(line: str, marked: Iterable[tuple[int, int]]) -> str:
    pieces = []
    place = 0
    for start, end in marked:
        bold = line[start:end]
        stripped = bold.strip()
        if not stripped:
            continue
        start += len(bold) - len(bold.lstrip())
        pieces += [_inline(line[place:start]), "**", _inline(stripped), "**"]
        place = start + len(stripped)
    pieces.append(_inline(line[place:]))
    return _begun("".join(pieces).rstrip())


def _inline(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text).translate(_ENTITIES)


def _begun(line: str) -> str:
    """A line that begins no heading, list, rule, table or block of code."""
    match = _BEGINNING.match(line)
    assert match is not None
    rest = line[match.end() :]
    if match[2]:
        return f"\\{match[2]}{rest}"
    if match[3]:
        return f"{match[3]}\\{match[4]}{rest}"
    return rest


def _flanked(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The spans, grown to where asterisks are taken for emphasis: between spaces, or inside a word."""
    last: Span | None = None
    for span in spans:
        start, end = span
        while start > 0 and not _may_open(text, start):
            start -= 1
        while end < len(text) and not _may_close(text, end):
            end += 1
        if last is not None and start <= last.end:
            last = Span(last.start, max(end, last.end))
            continue
        if last is not None:
            yield last
        last = Span(start, end)
    if last is not None:
        yield last


def _may_open(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place : place + 1]
    return before.isspace() or (before.isalnum() and after.isalnum())


def _may_close(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    return after.isspace() or (before.isalnum() and after.isalnum())
