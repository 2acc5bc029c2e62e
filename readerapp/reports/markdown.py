"""The report for people: Markdown that reads well as it is and shows well on GitHub and elsewhere.

Findings stand under their kinds; each has its passages as quotations with the article and the line they
come from, and the words that carry it in bold. Nothing in an article can change how the report looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readerapp import __version__
from readerapp.model import (
    Annotations,
    Comparison,
    Document,
    Finding,
    Kind,
    Note,
    Origin,
    Orphan,
    Passage,
    Review,
    Span,
)
from readerapp.model.portable import reported_source, without_absolute_paths
from readerapp.model.visibility import confidence_in_words
from readerapp.reports.cues import with_cues
from readerapp.reports.lines import LineNumbers
from readerapp.reports.markdown_text import escaped, escaped_lines
from readerapp.reports.options import ReportOptions, reported_findings, reported_orphans
from readerapp.reports.wording import KIND_HEADINGS, ORPHAN_CAUSES, ORPHANS_HEADING, became, former_words
from readerapp.reports.words import number_of_words

_DIGEST_SHOWN = 12
"""Characters of a hash that are enough to tell a file by."""


def render(comparison: Comparison, annotations: Annotations, options: ReportOptions) -> str:
    """The report as text.

    Args:
        comparison: what was found.
        annotations: what a person added.
        options: what to report.
    """
    report = _Report(comparison, annotations)
    findings = reported_findings(comparison, annotations, options)
    return "\n".join(report.lines(findings, reported_orphans(annotations, options))) + "\n"


class _Report:
    """Writes the report of one comparison."""

    def __init__(self, comparison: Comparison, annotations: Annotations) -> None:
        self._comparison = comparison
        self._annotations = annotations
        self._names = {document.id: reported_source(document) for document in comparison.documents}
        self._lines = LineNumbers(comparison.documents)

    def lines(self, findings: Sequence[Finding], orphans: Sequence[Orphan]) -> Iterator[str]:
        """The whole report, line by line."""
        titles = [document.title or self._names[document.id] for document in self._comparison.documents]
        yield "# Comparison of " + " / ".join(escaped(title) for title in titles)
        made = f"Made by reader {__version__}. Words in bold are those that differ or carry the finding."
        yield from ("", made, "", "## Articles", "")
        yield from self._table()
        for kind in Kind:
            alike = [finding for finding in findings if finding.kind is kind]
            if alike:
                yield from ("", f"## {KIND_HEADINGS[kind]} ({len(alike)})")
                for number, finding in enumerate(alike, 1):
                    yield from self._finding(number, finding)
        if not findings:
            yield from ("", "No findings.")
        yield from self._notes()
        yield from self._orphans(orphans)
        if self._comparison.notices:
            yield from ("", "## Notices", "")
            for notice in self._comparison.notices:
                about = f"{self._article(notice.document)}: " if notice.document in self._names else ""
                text = without_absolute_paths(notice.text, self._comparison.documents)
                yield f"- {about}{escaped(text)}"

    def _table(self) -> Iterator[str]:
        yield "| | File | Title | Author | Published | Words | SHA-256 |"
        yield "|---|---|---|---|---|---:|---|"
        for document in self._comparison.documents:
            yield self._row(document)

    def _row(self, document: Document) -> str:
        cells = [
            document.id,
            self._names[document.id],
            document.title,
            document.author or "",
            document.published or "",
            f"{number_of_words(document):,}",
            document.sha256[:_DIGEST_SHOWN],
        ]
        return "| " + " | ".join(escaped(cell) for cell in cells) + " |"

    def _article(self, identity: str | None) -> str:
        return f"article {escaped(identity or '')}, {escaped(self._names.get(identity or '', ''))}"

    def _finding(self, number: int, finding: Finding) -> Iterator[str]:
        review = self._annotations.review_of(finding.id)
        yield from self._judged(number, finding, review)
        for passage in with_cues(finding).passages:
            yield from self._passage(passage)
        yield from self._review(review)

    def _judged(self, number: int, finding: Finding, review: Review) -> Iterator[str]:
        heading = [f"### {number}. {escaped(finding.type).capitalize()}"]
        heading.append(f"{confidence_in_words(finding.score)} ({finding.score:.2f})")
        if finding.origin is Origin.PERSON:
            heading.append("made by hand")
        if review.verdict is not None:
            heading.append(f"**{review.verdict}**")
        yield from ("", " · ".join(heading), "", *escaped_lines(finding.reason))

    def _passage(self, passage: Passage) -> Iterator[str]:
        said = [self._article(passage.document)]
        if not passage.is_orphan:
            said.append(f"line {self._lines.of(passage)}")
        if words := became(passage):
            said.append(words)
        if passage.speaker is not None:
            said.append(f"said by {escaped(passage.speaker)}")
        if passage.quotation:
            said.append("in quotation marks")
        introduction = ", ".join(said)
        yield from ("", introduction[0].upper() + introduction[1:] + ":", "")
        yield from _quoted(passage.text, _cues(passage))
        former = former_words(passage)
        if former is not None:
            yield from ("", "Before:", "", *_quoted(former.text, _cues(former)))

    def _review(self, review: Review) -> Iterator[str]:
        if review.note:
            yield from ("", "Note:", "", *_quoted(review.note))
        if review.tags:
            yield from ("", _tags(review.tags))

    def _notes(self) -> Iterator[str]:
        if not self._annotations.notes:
            return
        yield from ("", f"## Notes ({len(self._annotations.notes)})")
        for number, note in enumerate(self._annotations.notes, 1):
            yield from ("", f"### Note {number}")
            yield from self._note(note)

    def _note(self, note: Note) -> Iterator[str]:
        yield from ("", *escaped_lines(note.text))
        for passage in note.passages:
            yield from self._passage(passage)
        if note.tags:
            yield from ("", _tags(note.tags))

    def _orphans(self, orphans: Sequence[Orphan]) -> Iterator[str]:
        if orphans:
            yield from ("", f"## {ORPHANS_HEADING} ({len(orphans)})")
        for number, orphan in enumerate(orphans, 1):
            if orphan.finding is not None:
                yield from self._judged(number, orphan.finding, orphan.review)
            else:
                yield from ("", f"### {number}. Note")
            yield from ("", ORPHAN_CAUSES[orphan.cause])
            if orphan.finding is not None:
                for passage in orphan.finding.passages:
                    yield from self._passage(passage)
                yield from self._review(orphan.review)
            elif orphan.note is not None:
                yield from self._note(orphan.note)


def _cues(passage: Passage) -> list[Span]:
    """The words that carry a finding, in offsets of the passage's text."""
    return [
        Span(max(cue.start, passage.start) - passage.start, min(cue.end, passage.end) - passage.start)
        for cue in sorted(passage.cues)
        if cue.start < passage.end and cue.end > passage.start
    ]


def _quoted(text: str, marked: Sequence[Span] = ()) -> Iterator[str]:
    for line in escaped_lines(text, marked):
        yield f"> {line}" if line else ">"


def _tags(tags: Sequence[str]) -> str:
    return "Tags: " + ", ".join(escaped(tag) for tag in tags)
