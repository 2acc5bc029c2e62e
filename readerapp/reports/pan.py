"""The report for the scorer of the PAN tasks on text alignment: what two articles share, as PAN's XML.

There is a file for each two articles, `features` on the first with a `source` in the second, and for an
article that repeats itself one of its own. The texts lie in `texts/`, and `pairs` lists the two names of
each file. Positions count code points. Overlaps alone are reported, and none that a person dismissed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from readerapp.model import Annotations, Comparison, Finding, Kind, Passage, Verdict
from readerapp.model.printable import printable
from readerapp.reports.file_names import file_stems
from readerapp.reports.options import ReportOptions, reported_findings
from readerapp.reports.xml_text import writable

_MOST_PAIRS = 10_000
"""Pairs of passages of one finding up to which all are written: a phrase that stands a thousand times makes
half a million of them."""


def render(comparison: Comparison, annotations: Annotations, options: ReportOptions) -> dict[str, bytes]:
    """The files of the report.

    Args:
        comparison: what was found.
        annotations: what a person added.
        options: what to report.

    Returns:
        content by path.
    """
    order = {document.id: number for number, document in enumerate(comparison.documents)}
    detections: dict[tuple[str, str], list[tuple[Passage, Passage, Finding]]] = defaultdict(list)
    for finding in reported_findings(comparison, annotations, options):
        is_dismissed = annotations.review_of(finding.id).verdict is Verdict.DISMISSED
        if finding.kind is not Kind.OVERLAP or is_dismissed:
            continue
        passages = sorted(finding.passages, key=lambda passage: (order[passage.document], passage.start))
        for one, other in _pairs(passages):
            if one.start < one.end and other.start < other.end:
                detections[one.document, other.document].append((one, other, finding))
    identities = list(order)
    stems = file_stems(comparison.documents)
    wanted = [*combinations(identities, 2), *((one, one) for one in identities if (one, one) in detections)]
    files = {"pairs": "".join(f"{stems[this]}.txt {stems[source]}.txt\n" for this, source in wanted).encode()}
    for this, source in wanted:
        name = f"{stems[this]}-{stems[source]}.xml"
        files[name] = _document(f"{stems[this]}.txt", f"{stems[source]}.txt", detections[this, source])
    for document in comparison.documents if options.texts else ():
        files[f"texts/{stems[document.id]}.txt"] = document.text.encode("utf-8", "replace")
    return files


def _pairs(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Each two passages; where they would be too many, each with the first alone."""
    if len(passages) * (len(passages) - 1) // 2 <= _MOST_PAIRS:
        return combinations(passages, 2)
    return ((passages[0], passage) for passage in passages[1:])


def _document(this: str, source: str, detections: Sequence[tuple[Passage, Passage, Finding]]) -> bytes:
    from lxml import etree

    root = etree.Element("document", reference=this)
    root.text = "\n" if detections else None
    for one, other, finding in detections:
        feature = etree.SubElement(root, "feature")
        feature.set("name", "detected-plagiarism")
        feature.set("type", writable(printable(finding.type)))
        feature.set("this_offset", str(one.start))
        feature.set("this_length", str(one.end - one.start))
        feature.set("source_reference", source)
        feature.set("source_offset", str(other.start))
        feature.set("source_length", str(other.end - other.start))
        feature.set("score", repr(float(finding.score)))
        feature.set("finding", writable(printable(finding.id)))
        feature.tail = "\n"
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
