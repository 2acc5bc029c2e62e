"""The text of one article as HTML, with its highlights.

Every covered stretch is a `mark`; they are numbered through the text, so that the run of marks that one
passage consists of is told by two numbers. Where a passage begins stands its anchor, where it ends a
reference to its finding. Everything else is the article's text, escaped.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from readerapp.model import Span
from readerapp.reports.html.highlights import Highlight, Piece, pieces
from readerapp.reports.html.paragraphs import Paragraph, paragraphs

if TYPE_CHECKING:
    from markupsafe import Markup

_CHUNK = 3000
"""Code points of the groups of paragraphs that a browser lays out only when they come into sight."""


class MarkedText:
    """Writes one text and remembers where its marks are."""

    def __init__(self, text: str, title: str, highlights: Sequence[Highlight]) -> None:
        """Write it.

        Args:
            text: of the document.
            title: of the document; a first paragraph that says the same is shown as the headline.
            highlights: passages of the document.
        """
        from markupsafe import Markup

        self._text = text
        self._title = " ".join(title.split())
        self._pieces = pieces(highlights)
        self._piece: Piece | None = next(self._pieces, None)
        self._anchors = sorted(((h.span.start, h.anchor) for h in highlights), reverse=True)
        self._references = sorted(highlights, key=lambda h: (h.span.end, h.span.start), reverse=True)
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._written: list[str] = []
        self._write()
        self.markup: Markup = Markup("".join(self._written))
        """The paragraphs."""

    def marks_of(self, span: Span) -> tuple[int, int]:
        """Numbers of the first and the last mark of a passage, from 0; (0, -1) where it has none.

        Args:
            span: of one of the highlights.
        """
        if span.start >= span.end:
            return 0, -1
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end) - 1
        return (first, last) if first <= last else (0, -1)

    def _write(self) -> None:
        write = self._written.append
        filled = 0
        write('<div class="chunk">')
        last: Paragraph | None = None
        for paragraph in paragraphs(self._text):
            if last is not None:
                self._write_references(paragraph.start)
                write("</p>\n")
                if filled > _CHUNK:
                    write('</div><div class="chunk">')
                    filled = 0
            write(f"<p{self._classes(paragraph, is_first=last is None)}>")
            self._write_paragraph(paragraph)
            filled += paragraph.end - paragraph.start
            last = paragraph
        if last is None:
            write("<p>")
        self._write_references(len(self._text))
        self._write_anchors(len(self._text) + 1)
        write("</p></div>")

    def _classes(self, paragraph: Paragraph, *, is_first: bool) -> str:
        classes = []
        if is_first and " ".join(self._text[paragraph.start : paragraph.end].split()) == self._title:
            classes.append("headline")
        if paragraph.flows:
            classes.append("flows")
        if paragraph.goes_on:
            classes.append("goes-on")
        return f' class="{" ".join(classes)}"' if classes else ""

    def _write_paragraph(self, paragraph: Paragraph) -> None:
        write = self._written.append
        place, end = paragraph.start, paragraph.end
        while place < end:
            piece = self._piece
            if piece is not None and piece.end <= place:
                self._piece = next(self._pieces, None)
                continue
            if piece is None or piece.start >= end:
                write(self._escaped(place, end))
                return
            first, last = max(piece.start, place), min(piece.end, end)
            if first > place:
                write(self._escaped(place, first))
            names = self._anchors_before(last)
            for name in names[1:]:
                write(f'<span id="{name}"></span>')
            identity = f' id="{names[0]}"' if names else ""
            write(f'<mark class="{piece.classes}"{identity} data-f="{piece.target}">')
            write(self._escaped(first, last))
            write("</mark>")
            self._starts.append(first)
            self._ends.append(last)
            self._write_references(last)
            place = last

    def _escaped(self, start: int, end: int) -> str:
        from markupsafe import escape

        return str(escape(self._text[start:end]))

    def _anchors_before(self, place: int) -> list[str]:
        names = []
        while self._anchors and self._anchors[-1][0] < place:
            names.append(self._anchors.pop()[1])
        return names

    def _write_anchors(self, place: int) -> None:
        for name in self._anchors_before(place):
            self._written.append(f'<span id="{name}"></span>')

    def _write_references(self, place: int) -> None:
        """Refer to the findings whose passages end up to a place."""
        from markupsafe import escape

        while self._references and self._references[-1].span.end <= place:
            highlight = self._references.pop()
            self._write_anchors(highlight.span.start + 1)
            kind = f"{highlight.kind} x" if highlight.is_dismissed else highlight.kind
            self._written.append(
                f'<a class="ref {kind}" href="#{highlight.target}" aria-label="{escape(highlight.name)}">'
                f"{escape(highlight.label)}</a>"
            )
