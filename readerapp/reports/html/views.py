"""What the page shows, as values that the template can print without further thought.

Every text in them is plain and of one line, or `Markup` that was escaped here; numbers are formatted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readerapp.annotations import text_digest
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
)
from readerapp.model.portable import reported_source, without_absolute_paths
from readerapp.model.printable import printable
from readerapp.model.visibility import confidence_in_words
from readerapp.model.wording import VERDICT_SIGNS, kind_sign
from readerapp.reports.cues import with_cues
from readerapp.reports.html.highlights import Highlight
from readerapp.reports.html.overview import PARTS, Bar, bars
from readerapp.reports.html.passages import quoted
from readerapp.reports.html.text import MarkedText
from readerapp.reports.lines import LineNumbers
from readerapp.reports.options import ReportOptions, reported_findings, reported_orphans
from readerapp.reports.wording import (
    KIND_HEADINGS,
    KIND_NAMES,
    ORPHAN_CAUSES,
    ORPHANS_HEADING,
    became,
    former_words,
    type_words,
)
from readerapp.reports.words import number_of_words

if TYPE_CHECKING:
    from markupsafe import Markup

_CLASSES = {Kind.CONTRADICTION: "c", Kind.OVERLAP: "o", Kind.UNIQUE: "u"}
_COUNTED = {
    Kind.CONTRADICTION: ("contradiction", "contradictions"),
    Kind.OVERLAP: ("shared passage", "shared passages"),
    Kind.UNIQUE: ("statement in one article only", "statements in one article only"),
}
_LONGEST_NAME = 200
"""Code points of a title or a name that are shown; the text of an article stands elsewhere."""
NOTE_SIGN = "✎"
_ADDRESSES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage beside its finding or note."""

    anchor: str
    """Identity of the place in the article's text where it begins; empty where nothing leads there."""
    document: str
    """Number of the article."""
    line: str
    """Number of the line in which it begins; empty where it does not stand in the text any more."""
    marks: str
    """Numbers of the first and the last mark of its article that it consists of, such as `3-5`; or empty."""
    speaker: str
    """Who is said to have said it, or empty."""
    quotation: bool
    language: str
    """Code of the language, or empty."""
    text: Markup
    became: str
    """What became of it when its article changed, or empty."""
    former: Markup | None
    """The words that stood there before, where they were others."""


@dataclass(frozen=True, slots=True)
class CardView:
    """A finding or a note in the list, or one that has no place any more."""

    id: str
    """Identity of the element."""
    number: int
    """From 1, through all findings or all notes."""
    kind: str
    """Its class: a key of `STRENGTH`."""
    sign: str
    name: str
    """What it is, for a person."""
    confidence: str
    """The score in words, or that it was made by hand; empty for a note."""
    score: str
    """The score as a number; empty where a person made it."""
    reason: str
    verdict: str
    """A person's judgement, or empty."""
    verdict_sign: str
    note: tuple[str, ...]
    """Lines that a person wrote."""
    tags: tuple[str, ...]
    passages: tuple[PassageView, ...]
    cause: str = ""
    """Why it has no place any more; empty where it has one."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """The findings of one kind."""

    kind: str
    sign: str
    heading: str
    count: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article: what is known of it, where its findings lie, and its text."""

    number: str
    title: str
    source: str
    address: str
    """The source where it is one on the web, else empty."""
    author: str
    published: str
    language: str
    encoding: str
    words: str
    digest: str
    """SHA-256 of the source's bytes."""
    text_digest: str
    bars: tuple[Bar, ...]
    text: Markup | None
    """None where the report holds no texts."""


class Report:
    """Everything that stands on the page."""

    parts = PARTS
    orphans_heading = ORPHANS_HEADING

    def __init__(self, comparison: Comparison, annotations: Annotations, options: ReportOptions) -> None:
        """Work it out.

        Args:
            comparison: what was found.
            annotations: what a person added.
            options: what to report.
        """
        self._documents = {document.id: document for document in comparison.documents}
        self._annotations = annotations
        self._lines = LineNumbers(comparison.documents)
        self.has_texts = options.texts
        findings = [with_cues(finding) for finding in reported_findings(comparison, annotations, options)]
        highlights = self._highlights(findings, annotations.notes)
        self._texts = (
            {
                document.id: MarkedText(document.text, document.title, highlights[document.id])
                for document in comparison.documents
            }
            if options.texts
            else {}
        )
        self.articles = tuple(
            self._article(document, highlights[document.id]) for document in comparison.documents
        )
        self.groups = self._groups(findings)
        self.notes = tuple(self._note(number, note) for number, note in enumerate(annotations.notes, 1))
        self.orphans = tuple(
            self._orphan(number, orphan)
            for number, orphan in enumerate(reported_orphans(annotations, options), 1)
        )
        self.notices = tuple(
            (
                notice.document if notice.document in self._documents else "",
                printable(without_absolute_paths(notice.text, comparison.documents)),
            )
            for notice in comparison.notices
        )
        self.number_of_findings = len(findings)
        self.summary = self._summary(findings)
        self.selection = _selection(options)
        self.judge = comparison.settings.entailment

    def _highlights(self, findings: Sequence[Finding], notes: Sequence[Note]) -> dict[str, list[Highlight]]:
        made: dict[str, list[Highlight]] = {identity: [] for identity in self._documents}
        for number, finding in enumerate(findings, 1):
            verdict = self._annotations.review_of(finding.id).verdict
            for place, passage in enumerate(finding.passages, 1):
                highlight = Highlight(
                    passage.span,
                    _CLASSES[finding.kind],
                    f"f{number}",
                    f"p{number}-{place}",
                    f"{kind_sign(finding)}{number}",
                    f"{KIND_NAMES[finding.kind]} {number}",
                    # What differs in shared wording stands in the list; in the text it would be too much.
                    passage.cues if finding.kind is Kind.CONTRADICTION else (),
                    verdict == "dismissed",
                )
                made[passage.document].append(highlight)
        for number, note in enumerate(notes, 1):
            for place, passage in enumerate(note.passages, 1):
                anchor, label = f"q{number}-{place}", f"{NOTE_SIGN}{number}"
                made[passage.document].append(
                    Highlight(passage.span, "n", f"n{number}", anchor, label, f"Note {number}")
                )
        return made

    def _article(self, document: Document, highlights: Sequence[Highlight]) -> ArticleView:
        source = printable(reported_source(document))
        text = self._texts.get(document.id)
        return ArticleView(
            number=document.id,
            title=printable(document.title, _LONGEST_NAME).strip() or source,
            source=source,
            address=source if source.lower().startswith(_ADDRESSES) else "",
            author=printable(document.author or "", _LONGEST_NAME),
            published=printable(document.published or "", _LONGEST_NAME),
            language=printable(document.language or ""),
            encoding=printable(document.encoding),
            words=f"{number_of_words(document):,}",
            digest=printable(document.sha256),
            text_digest=text_digest(document),
            bars=tuple(bars(len(document.text), highlights)),
            text=None if text is None else text.markup,
        )

    def _groups(self, findings: Sequence[Finding]) -> tuple[GroupView, ...]:
        cards = [(finding, self._finding(number, finding)) for number, finding in enumerate(findings, 1)]
        groups = []
        for kind in Kind:
            alike = tuple(card for finding, card in cards if finding.kind is kind)
            if alike:
                sign = {Kind.CONTRADICTION: "≠", Kind.OVERLAP: "≈", Kind.UNIQUE: "•"}[kind]
                groups.append(GroupView(_CLASSES[kind], sign, KIND_HEADINGS[kind], f"{len(alike):,}", alike))
        return tuple(groups)

    def _orphan(self, number: int, orphan: Orphan) -> CardView:
        cause = ORPHAN_CAUSES[orphan.cause]
        if orphan.note is not None:
            card = self._note(number, orphan.note)
        else:
            assert orphan.finding is not None
            card = self._card(number, orphan.finding, orphan.review)
        # Nothing in the articles leads here, and nothing leads from here into them.
        passages = tuple(replace(passage, anchor="", marks="") for passage in card.passages)
        return replace(card, id=f"o{number}", passages=passages, cause=cause)

    def _finding(self, number: int, finding: Finding) -> CardView:
        return self._card(number, finding, self._annotations.review_of(finding.id))

    def _card(self, number: int, finding: Finding, review: Review) -> CardView:
        by_hand = finding.origin is Origin.PERSON
        differs = finding.kind is Kind.OVERLAP and finding.type == "edited"
        classes = ("del", "ins") if differs else ("cue", "cue")
        return CardView(
            id=f"f{number}",
            number=number,
            kind=_CLASSES[finding.kind],
            sign=kind_sign(finding),
            name=type_words(finding),
            confidence="made by hand" if by_hand else confidence_in_words(finding.score),
            score="" if by_hand else f"{finding.score:.2f}",
            reason=printable(finding.reason),
            verdict="" if review.verdict is None else str(review.verdict),
            verdict_sign="" if review.verdict is None else VERDICT_SIGNS[review.verdict],
            note=_lines_of(review.note),
            tags=tuple(printable(tag) for tag in review.tags),
            passages=tuple(
                self._passage(passage, f"p{number}-{place}", classes[place > 1])
                for place, passage in enumerate(finding.passages, 1)
            ),
        )

    def _note(self, number: int, note: Note) -> CardView:
        return CardView(
            id=f"n{number}",
            number=number,
            kind="n",
            sign=NOTE_SIGN,
            name="Note",
            confidence="",
            score="",
            reason="",
            verdict="",
            verdict_sign="",
            note=_lines_of(note.text),
            tags=tuple(printable(tag) for tag in note.tags),
            passages=tuple(
                self._passage(passage, f"q{number}-{place}", "cue")
                for place, passage in enumerate(note.passages, 1)
            ),
        )

    def _passage(self, passage: Passage, anchor: str, cue_class: str) -> PassageView:
        marks = ""
        former = former_words(passage)
        text = self._texts.get(passage.document)
        if text is not None and not passage.is_orphan:
            first, last = text.marks_of(passage.span)
            marks = f"{first}-{last}" if first <= last else ""
        return PassageView(
            anchor,
            passage.document,
            "" if passage.is_orphan else f"{self._lines.of(passage):,}",
            marks,
            printable(passage.speaker or "", _LONGEST_NAME),
            passage.quotation,
            printable(self._documents[passage.document].language or ""),
            quoted(passage, cue_class, abridged=self.has_texts),
            became(passage),
            None if former is None else quoted(former, "del", abridged=self.has_texts),
        )

    def _summary(self, findings: Sequence[Finding]) -> str:
        """How many findings there are of each kind, and how many of them were judged."""
        parts = []
        for kind in Kind:
            count = sum(finding.kind is kind for finding in findings)
            if count:
                parts.append(f"{count:,} {_COUNTED[kind][count != 1]}")
        reviews: list[Review] = [self._annotations.review_of(finding.id) for finding in findings]
        for verdict in VERDICT_SIGNS:
            count = sum(review.verdict is verdict for review in reviews)
            if count:
                parts.append(f"{count:,} {verdict}")
        return " · ".join(parts) or "No findings"


def _selection(options: ReportOptions) -> str:
    """What the report was restricted to, as a sentence; empty where it holds everything."""
    parts = []
    if options.only:
        parts.append("of the kind " + " or ".join(KIND_NAMES[k].lower() for k in Kind if k in options.only))
    if options.minimum_score:
        parts.append(f"with a score of at least {options.minimum_score:g}")
    if options.only_confirmed:
        parts.append("that were confirmed or made by hand")
    return f"This report holds only findings {', '.join(parts)}." if parts else ""


def _lines_of(text: str) -> tuple[str, ...]:
    return tuple(printable(line) for line in text.splitlines())
