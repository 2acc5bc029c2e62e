"""The report for the annotation tool brat: a folder with the texts and their standoff annotations.

Each article is a `.txt`, which is its text character for character, and an `.ann` with a line for each
passage. Positions are half-open and count code points. A passage over several lines is one annotation in
fragments, because none of brat's may hold a line end. brat's relations cannot lead from one article to
another, so the passages of a finding are annotations whose notes begin with the finding's id; passages in
one article are joined by relations as well. What has no place in an article, a note on no passage or what
an article lost when it changed, is a row of the table `unplaced.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from readerapp.model import (
    Annotations,
    Comparison,
    Document,
    Finding,
    Kind,
    Note,
    Orphan,
    Passage,
    Review,
    Verdict,
)
from readerapp.model.printable import printable
from readerapp.reports.file_names import file_stems
from readerapp.reports.options import ReportOptions, reported_findings, reported_orphans

_LINE = re.compile(r"[^\n]+")
_OTHERS_NAMED = 20
"""Other passages of a finding that the note on one of them names at most."""

_UNPLACED_NAME = "unplaced.tsv"
_UNPLACED = ("sort", "id", "verdict", "said", "passages", "orphan")
"""Names of the columns of what has no place in an article."""

_RELATIONS = {Kind.CONTRADICTION: "contradicts", Kind.OVERLAP: "overlaps", Kind.UNIQUE: "stands-with"}


class _Mark(NamedTuple):
    """One annotation of a passage."""

    document: str
    name: str
    """Such as `T3`."""
    passage: Passage


def render(comparison: Comparison, annotations: Annotations, options: ReportOptions) -> dict[str, bytes]:
    """The files of the report.

    Args:
        comparison: what was found.
        annotations: what a person added.
        options: what to report; without the texts there is nothing to annotate, so they are always there.

    Returns:
        content by name.
    """
    findings = reported_findings(comparison, annotations, options)
    writer = _Writer(comparison.documents)
    for finding in findings:
        writer.finding(finding, annotations.review_of(finding.id))
    unplaced: list[tuple[str, ...]] = [_UNPLACED]
    for note in annotations.notes:
        if not writer.note(note):
            unplaced.append(writer.row_of_note(note, ""))
    unplaced += [writer.row_of_orphan(orphan) for orphan in reported_orphans(annotations, options)]
    files = {
        "annotation.conf": _configuration(findings).encode(),
        # Always there: a folder is only replaced by one that has all of its files.
        _UNPLACED_NAME: "".join(_row(cells) for cells in unplaced).encode("utf-8", "replace"),
    }
    for document in comparison.documents:
        stem = writer.stems[document.id]
        files[f"{stem}.txt"] = document.text.encode("utf-8", "replace")
        files[f"{stem}.ann"] = "".join(f"{line}\n" for line in writer.lines[document.id]).encode(
            "utf-8", "replace"
        )
    return files


def fragments(passage: Passage) -> list[tuple[int, int]]:
    """Where the parts of a passage stand that hold no line end.

    Args:
        passage: any.

    Returns:
        half-open stretches in code points of the document, without white space at their ends; none where
        the passage holds nothing else.
    """
    found = []
    for match in _LINE.finditer(passage.text):
        line = match[0]
        begin = len(line) - len(line.lstrip())
        end = len(line.rstrip())
        if begin < end:
            start = passage.start + match.start()
            found.append((start + begin, start + end))
    return found


class _Writer:
    """Writes the lines of the annotation files."""

    def __init__(self, documents: Iterable[Document]) -> None:
        documents = tuple(documents)
        self.stems = file_stems(documents)
        self.lines: dict[str, list[str]] = {document.id: [] for document in documents}
        self._numbers: dict[tuple[str, str], int] = {}

    def finding(self, finding: Finding, review: Review) -> None:
        """Write the annotations of a finding's passages."""
        sort = _type(finding)
        marks = [mark for passage in finding.passages if (mark := self._mark(passage, sort))]
        said = "; ".join(_said(finding, review))
        for number, mark in enumerate(marks):
            if review.verdict is not None:
                self._line(mark.document, "A", f"Verdict {mark.name} {review.verdict.value}")
            told = [f"{finding.id}", f"passage {number + 1} of {len(marks)}"]
            others = [other for other in marks[: _OTHERS_NAMED + 1] if other is not mark][:_OTHERS_NAMED]
            if others:
                more = ", ..." if len(marks) - 1 > len(others) else ""
                told.append("with " + ", ".join(self._place(other) for other in others) + more)
            self._remark(mark, "; ".join([*told, said, *_speaker(mark.passage)]))
        self._relate(marks, _RELATIONS[finding.kind])

    def note(self, note: Note) -> bool:
        """Write the annotations of the passages that a note is about; was there one that has a place?"""
        marks = [mark for passage in note.passages if (mark := self._mark(passage, "Note"))]
        for mark in marks:
            self._remark(mark, _said_in(note))
        return bool(marks)

    def row_of_note(self, note: Note, orphan: str) -> tuple[str, ...]:
        """The cells of a note without a place."""
        return ("Note", note.id, "", _said_in(note), self._words(note.passages), orphan)

    def row_of_orphan(self, orphan: Orphan) -> tuple[str, ...]:
        """The cells of what lost its place when an article changed."""
        finding, verdict = orphan.finding, orphan.review.verdict
        if finding is None:
            assert orphan.note is not None
            return self.row_of_note(orphan.note, orphan.cause.value)
        said = "; ".join(_said(finding, orphan.review))
        words = self._words(finding.passages)
        return (_type(finding), finding.id, verdict.value if verdict else "", said, words, orphan.cause.value)

    def _words(self, passages: Iterable[Passage]) -> str:
        return " | ".join(f"{self.stems[passage.document]}: {passage.text}" for passage in passages)

    def _mark(self, passage: Passage, sort: str) -> _Mark | None:
        parts = fragments(passage)
        if not parts:
            return None
        places = ";".join(f"{start} {end}" for start, end in parts)
        text = " ".join(passage.text[start - passage.start : end - passage.start] for start, end in parts)
        name = self._line(passage.document, "T", f"{sort} {places}", text)
        return _Mark(passage.document, name, passage)

    def _remark(self, mark: _Mark, text: str) -> None:
        self._line(mark.document, "#", f"AnnotatorNotes {mark.name}", printable(text))

    def _relate(self, marks: list[_Mark], relation: str) -> None:
        """Join each passage with the first one in the same article."""
        first: dict[str, _Mark] = {}
        for mark in marks:
            one = first.setdefault(mark.document, mark)
            if one is not mark:
                self._line(mark.document, "R", f"{relation} Arg1:{one.name} Arg2:{mark.name}")

    def _line(self, document: str, letter: str, *parts: str) -> str:
        """Write a line; its name."""
        number = self._numbers[document, letter] = self._numbers.get((document, letter), 0) + 1
        name = f"{letter}{number}"
        self.lines[document].append("\t".join((name, *parts)))
        return name

    def _place(self, mark: _Mark) -> str:
        return f"{self.stems[mark.document]} {mark.name}"


def _row(cells: Iterable[str]) -> str:
    """A row of a table with tabs."""
    return "\t".join(printable(cell) for cell in cells) + "\n"


def _said_in(note: Note) -> str:
    return "; ".join([note.text, *(f"tag: {tag}" for tag in note.tags)])


def _type(finding: Finding) -> str:
    """A finding's kind and type as brat's type of annotation."""
    kind = finding.kind.value.capitalize()
    plain = re.sub(r"[^A-Za-z0-9]+", "-", finding.type).strip("-")
    return f"{kind}-{plain}" if plain else kind


def _said(finding: Finding, review: Review) -> Iterator[str]:
    yield f"score {finding.score:.2f}"
    if finding.reason:
        yield finding.reason
    for tag in review.tags:
        yield f"tag: {tag}"
    if review.note:
        yield f"note: {review.note}"


def _speaker(passage: Passage) -> Iterator[str]:
    if passage.speaker is not None:
        yield f"said by {passage.speaker}"


def _configuration(findings: Iterable[Finding]) -> str:
    """What tells brat which annotations there are, in its own form."""
    types: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    for finding in findings:
        types[finding.kind].add(_type(finding))
    lines = ["[entities]"]
    for kind in Kind:
        name = kind.value.capitalize()
        lines.append(name)
        lines += [f"\t{sort}" for sort in sorted(types[kind] - {name})]
    lines += ["Note", "", "[relations]", "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"]
    lines += [f"{relation}\tArg1:<ENTITY>, Arg2:<ENTITY>" for relation in _RELATIONS.values()]
    lines += ["", "[events]", "", "[attributes]"]
    lines.append("Verdict\tArg:<ENTITY>, Value:" + "|".join(verdict.value for verdict in Verdict))
    return "\n".join(lines) + "\n"
