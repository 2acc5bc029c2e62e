"""The report for programs that know the W3C Web Annotation model: the form of a saved comparison.

What a saved comparison says and a report cannot know is left out: when it was made, so that the same
articles give the same report, and paths, because a report does not know where it will lie. See
`docs/saved-file.md` for every term.
"""

from __future__ import annotations

from dataclasses import replace

from readerapp.annotations import Writer
from readerapp.model import Annotations, Comparison, Origin, Verdict
from readerapp.model.json_text import json_text
from readerapp.model.portable import PortableSource, is_address, reported_source
from readerapp.reports.cues import with_cues
from readerapp.reports.options import ReportOptions, reported_findings, reported_orphans


def render(comparison: Comparison, annotations: Annotations, options: ReportOptions) -> str:
    """The report as text.

    Args:
        comparison: what was found.
        annotations: what a person added.
        options: what to report.
    """
    findings = [with_cues(finding) for finding in reported_findings(comparison, annotations, options)]
    reported = {finding.id for finding in findings}
    known = {finding.id for finding in (*comparison.findings, *annotations.findings)}
    reviews = {
        key: review
        for key, review in annotations.reviews.items()
        # Of a finding that is no longer known, nobody can say whether it would be left out.
        if key in reported
        or (key not in known and (review.verdict is Verdict.CONFIRMED or not options.only_confirmed))
    }
    sources = {}
    for document in comparison.documents:
        name = reported_source(document)
        sources[document.id] = PortableSource(name, leads_there=is_address(name))
    writer = Writer(comparison.documents, sources)
    collection = writer.collection(
        replace(comparison, findings=tuple(f for f in findings if f.origin is Origin.FOUND)),
        replace(
            annotations,
            findings=tuple(f for f in findings if f.origin is Origin.PERSON),
            reviews=reviews,
            orphans=tuple(reported_orphans(annotations, options)),
        ),
        with_texts=options.texts,
    )
    return json_text(collection)
