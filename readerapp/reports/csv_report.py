"""The report for spreadsheets: a table with one row for each finding, for each note, and for each orphan.

RFC 4180: commas, CRLF after each row, quotation marks around what needs them; a line end inside a passage
stays the LF that it is. The text begins with a byte order mark, without which spreadsheets read UTF-8 as
something else. A cell that a spreadsheet would take for a formula begins with an apostrophe (`guarded`).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from readerapp.model import Annotations, Comparison, Document, Finding, Note, Origin, Passage, Review
from readerapp.model.portable import reported_source
from readerapp.model.printable import printable
from readerapp.reports.cues import with_cues
from readerapp.reports.lines import LineNumbers
from readerapp.reports.options import ReportOptions, reported_findings, reported_orphans

_OF_THE_FINDING = ("id", "kind", "type", "score", "origin", "reason", "verdict", "tags", "note", "passages")
_OF_A_PASSAGE = ("document", "source", "line", "start", "end", "speaker", "quotation", "cues", "text")
_IN_COLUMNS = 2
"""Passages that have columns of their own; the others of a finding share one, so that every report has
the same columns and a phrase that stands five hundred times makes no table of thousands."""

COLUMNS = (
    *_OF_THE_FINDING,
    *(f"{name}_{number}" for number in range(1, _IN_COLUMNS + 1) for name in _OF_A_PASSAGE),
    "further_passages",
    "orphan",
)
"""Names of the columns, in their order."""

_BYTE_ORDER_MARK = "\ufeff"
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
"""How a text begins that is a formula for some spreadsheet, or that would pass for a guarded one."""


def render(comparison: Comparison, annotations: Annotations, options: ReportOptions) -> str:
    """The report as text.

    Args:
        comparison: what was found.
        annotations: what a person added.
        options: what to report.
    """
    stream = io.StringIO(newline="")
    stream.write(_BYTE_ORDER_MARK)
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    rows = _Rows(comparison.documents)
    for finding in reported_findings(comparison, annotations, options):
        writer.writerow(rows.of_finding(with_cues(finding), annotations.review_of(finding.id)))
    writer.writerows(rows.of_note(note) for note in annotations.notes)
    for orphan in reported_orphans(annotations, options):
        if orphan.finding is not None:
            writer.writerow(rows.of_finding(orphan.finding, orphan.review, orphan=orphan.cause.value))
        elif orphan.note is not None:
            writer.writerow(rows.of_note(orphan.note, orphan=orphan.cause.value))
    return stream.getvalue()


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula.

    Args:
        text: anything.

    Returns:
        the text, with an apostrophe before it where it begins like a formula, if need be after white space
        or apostrophes; so the text comes back by taking one apostrophe off a cell that begins like that.
    """
    return f"'{text}" if _FORMULA.match(text) else text


class _Rows:
    """Makes rows of findings and notes about some documents."""

    def __init__(self, documents: Iterable[Document]) -> None:
        documents = tuple(documents)
        self._names = {document.id: printable(reported_source(document)) for document in documents}
        self._lines = LineNumbers(documents)

    def of_finding(self, finding: Finding, review: Review, *, orphan: str = "") -> list[str]:
        """The cells of a finding; of one without a place in the articles with the cause of that."""
        cells = [
            finding.id,
            finding.kind.value,
            finding.type,
            repr(float(finding.score)),
            finding.origin.value,
            finding.reason,
            review.verdict.value if review.verdict else "",
            "; ".join(review.tags),
            review.note,
        ]
        return self._row(cells, finding.passages, orphan)

    def of_note(self, note: Note, *, orphan: str = "") -> list[str]:
        """The cells of a note on text, whose kind is `note`."""
        cells = [note.id, "note", "", "", Origin.PERSON.value, "", "", "; ".join(note.tags), note.text]
        return self._row(cells, note.passages, orphan)

    def _row(self, cells: list[str], passages: Sequence[Passage], orphan: str) -> list[str]:
        cells.append(str(len(passages)))
        for passage in passages[:_IN_COLUMNS]:
            cells += self._cells(passage)
        cells += [""] * (len(COLUMNS) - 2 - len(cells))
        cells += ["\n".join(self._further(passages[_IN_COLUMNS:])), orphan]
        return [guarded(cell) for cell in cells]

    def _cells(self, passage: Passage) -> Iterator[str]:
        yield passage.document
        yield self._names[passage.document]
        if passage.is_orphan:
            # Where it stood is no place in the text that is reported.
            yield from ("", "", "")
        else:
            yield from (str(self._lines.of(passage)), str(passage.start), str(passage.end))
        yield passage.speaker or ""
        yield "true" if passage.quotation else "false"
        yield "; ".join(_within(passage))
        yield passage.text

    def _further(self, passages: Iterable[Passage]) -> Iterator[str]:
        for passage in passages:
            place = f"{passage.document}, {self._names[passage.document]}"
            if not passage.is_orphan:
                place += f", line {self._lines.of(passage)}, {passage.start}-{passage.end}"
            yield f"{place}: {printable(passage.text)}"


def _within(passage: Passage) -> Iterator[str]:
    """The words that carry a finding, as far as they stand in the passage."""
    for cue in passage.cues:
        start, end = max(cue.start, passage.start), min(cue.end, passage.end)
        if start < end:
            yield passage.text[start - passage.start : end - passage.start]
