"""The report for programs: one JSON object, `"format": "reader-report"`.

What is unknown is null, and empty lists stay, so that every key is always there. Positions are half-open
and count the code points of the document's `text`.
"""

from __future__ import annotations

from typing import Any

from readerapp import __version__
from readerapp.annotations import text_digest
from readerapp.model import Annotations, Comparison, Document, Finding, Notice, Passage, Review
from readerapp.model.json_text import json_text
from readerapp.model.portable import reported_source, without_absolute_paths
from readerapp.reports.cues import with_cues
from readerapp.reports.options import ReportOptions, reported_findings, reported_orphans
from readerapp.reports.words import number_of_words

VERSION = 1
"""Of the form of the report."""


def render(comparison: Comparison, annotations: Annotations, options: ReportOptions) -> str:
    """The report as text.

    Args:
        comparison: what was found.
        annotations: what a person added.
        options: what to report.
    """
    findings = reported_findings(comparison, annotations, options)
    documents = comparison.documents
    return json_text(
        {
            "format": "reader-report",
            "version": VERSION,
            "generator": {
                "name": "reader",
                "version": __version__,
                "settings": {"entailment": comparison.settings.entailment},
            },
            "documents": [_document(document, with_text=options.texts) for document in documents],
            "findings": [_finding(with_cues(finding), annotations) for finding in findings],
            "notes": [
                {
                    "passages": [_passage(passage) for passage in note.passages],
                    "text": note.text,
                    "tags": list(note.tags),
                }
                for note in annotations.notes
            ],
            "notices": [
                {
                    "document": notice.document,
                    "code": notice.code,
                    "text": without_absolute_paths(notice.text, documents),
                }
                for notice in (*comparison.notices, *_left_out(annotations, options))
            ],
        }
    )


def _left_out(annotations: Annotations, options: ReportOptions) -> list[Notice]:
    """What to say where something has no place in the articles any more, and so none in this report."""
    number = len(reported_orphans(annotations, options))
    if not number:
        return []
    what = "One verdict or note has" if number == 1 else f"{number:,} verdicts and notes have"
    words = f"{what} no place in the articles any more; every format but json and pan holds them."
    return [Notice("orphans-left-out", words)]


def _document(document: Document, *, with_text: bool) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "source": reported_source(document),
        "media_type": document.media_type,
        "encoding": document.encoding,
        "language": document.language,
        "sha256": document.sha256,
        "text_sha256": text_digest(document),
        "length": len(document.text),
        "words": number_of_words(document),
        "author": document.author,
        "published": document.published,
        "text": document.text if with_text else None,
    }


def _finding(finding: Finding, annotations: Annotations) -> dict[str, Any]:
    review = annotations.review_of(finding.id)
    return {
        "id": finding.id,
        "origin": finding.origin.value,
        "kind": finding.kind.value,
        "type": finding.type,
        "score": finding.score,
        "reason": finding.reason,
        "passages": [_passage(passage) for passage in finding.passages],
        "review": _review(review),
        "notes": [review.note] if review.note else [],
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "document": passage.document,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "speaker": passage.speaker,
        "quotation": passage.quotation,
        "cues": [{"start": cue.start, "end": cue.end} for cue in passage.cues],
    }


def _review(review: Review) -> dict[str, Any] | None:
    """A judgement; a note alone is none."""
    if review.verdict is None and not review.tags:
        return None
    return {"verdict": review.verdict, "tags": list(review.tags)}
