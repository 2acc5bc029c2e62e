"""The report for scholars: TEI P5.

Two versions that run parallel stand in one text, by the method of parallel segmentation: what differs is
an `app` with a `rdg` for each witness. Other articles stand one after the other. Either way `standOff`
holds the findings: a `span` for each passage, between two anchors in the text; a `link` between the
passages of a finding; and a `note` for its reason and for all that a person said of it. A passage that has no
place in the texts any more is a `span` with its old words.

The text of an article is the text of its `ab` (of one witness, that without the other's readings),
character for character but for those that XML has no way to write, which become U+FFFD.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from readerapp import __version__
from readerapp.model import (
    Annotations,
    Comparison,
    Document,
    Finding,
    Note,
    Origin,
    Orphan,
    Passage,
    Review,
    Span,
)
from readerapp.model.portable import is_address, reported_source
from readerapp.model.printable import printable
from readerapp.reports.options import ReportOptions, reported_findings, reported_orphans
from readerapp.reports.parallel_versions import Segment, parallel_segments
from readerapp.reports.wording import ORPHAN_CAUSES
from readerapp.reports.xml_text import writable

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_BREAK = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


def render(comparison: Comparison, annotations: Annotations, options: ReportOptions) -> str:
    """The report as text.

    Args:
        comparison: what was found.
        annotations: what a person added.
        options: what to report.
    """
    from lxml import etree

    segments = parallel_segments(comparison, annotations) if options.texts else None
    root = etree.Element(_name("TEI"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    root.append(_header(comparison, is_parallel=segments is not None))
    anchors: dict[str, list[_Anchor]] = defaultdict(list)
    findings = reported_findings(comparison, annotations, options)
    orphans = reported_orphans(annotations, options)
    stand_off = _stand_off(findings, annotations, orphans, anchors if options.texts else None)
    if len(stand_off):
        root.append(stand_off)
    if segments is not None:
        root.append(_parallel_text(comparison.documents, segments, anchors))
    elif options.texts or not len(stand_off):
        root.append(_texts(comparison.documents, anchors, with_texts=options.texts))
    _break_lines(root)
    written = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


class _Anchor(NamedTuple):
    """A place in a text that a span begins or ends at."""

    place: int
    is_start: bool
    id: str


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _element(parent: _Element, tag: str, text: str = "", **attributes: str) -> _Element:
    from lxml import etree

    made = etree.SubElement(parent, _name(tag))
    for key, value in attributes.items():
        made.set(f"{_XML}{key[4:]}" if key.startswith("xml_") else key, writable(printable(value)))
    if text:
        made.text = writable(text)
    return made


def _word(text: str) -> str:
    """A text as the one word that TEI's types are."""
    return _BREAK.sub("-", printable(text).strip()) or "unknown"


def _header(comparison: Comparison, *, is_parallel: bool) -> _Element:
    from lxml import etree

    header = etree.Element(_name("teiHeader"))
    file = _element(header, "fileDesc")
    titles = " / ".join(document.title or reported_source(document) for document in comparison.documents)
    _element(_element(file, "titleStmt"), "title", f"Comparison of {printable(titles)}")
    publication = "Made by reader; the texts belong to those who wrote them."
    _element(_element(file, "publicationStmt"), "p", publication)
    witnesses = _element(_element(file, "sourceDesc"), "listWit")
    for document in comparison.documents:
        _witness(witnesses, document)
    encoding = _element(header, "encodingDesc")
    application = _element(
        _element(encoding, "appInfo"), "application", ident="reader", version=_version_number(__version__)
    )
    _element(application, "label", f"reader {__version__}")
    if is_parallel:
        _element(encoding, "variantEncoding", method="parallel-segmentation", location="internal")
    return header


def _version_number(version: str) -> str:
    """The part of a version that TEI's pattern for versions allows."""
    match = re.match(r"\d+(\.\d+){0,3}", version)
    return match[0] if match else "0"


def _witness(parent: _Element, document: Document) -> None:
    named = _element(parent, "witness", xml_id=f"d{document.id}", n=document.id)
    described = _element(named, "bibl")
    _element(described, "title", printable(document.title or reported_source(document)))
    if document.author:
        _element(described, "author", printable(document.author))
    if document.published:
        _element(described, "date", printable(document.published))
    source = printable(reported_source(document))
    _element(described, "idno", source, type="URI" if is_address(document.source) else "file")
    if document.sha256:
        _element(described, "idno", document.sha256, type="SHA-256")


def _stand_off(
    findings: Sequence[Finding],
    annotations: Annotations,
    orphans: Sequence[Orphan],
    anchors: dict[str, list[_Anchor]] | None,
) -> _Element:
    """All that is said of the texts.

    Args:
        findings: what is reported.
        annotations: what a person added.
        orphans: what has no place any more.
        anchors: takes the anchors of each document; None where the texts are left out.
    """
    from lxml import etree

    stand_off = etree.Element(_name("standOff"))
    spans = etree.Element(_name("spanGrp"), type="passages")
    links = etree.Element(_name("linkGrp"), type="findings")
    notes = etree.Element(_name("listAnnotation"))
    for number, finding in enumerate(findings, 1):
        about = _finding(f"f{number}", finding, spans, links, anchors)
        _remarks(f"f{number}", about, finding, annotations.review_of(finding.id), notes)
    for number, note in enumerate(annotations.notes, 1):
        _note(f"n{number}", note, spans, notes, anchors)
    for number, orphan in enumerate(orphans, 1):
        name = f"o{number}"
        if orphan.finding is not None:
            target = {"target": _finding(name, orphan.finding, spans, links, anchors)}
            _remarks(name, target["target"], orphan.finding, orphan.review, notes)
        elif orphan.note is not None:
            target = _note(name, orphan.note, spans, notes, anchors)
        _element(notes, "note", ORPHAN_CAUSES[orphan.cause], type="orphan", **target)
    stand_off.extend(group for group in (spans, links, notes) if len(group))
    return stand_off


def _finding(
    name: str,
    finding: Finding,
    spans: _Element,
    links: _Element,
    anchors: dict[str, list[_Anchor]] | None,
) -> str:
    """Write a finding; what a note about it points to."""
    told = {"n": finding.id, "cert": f"{finding.score:.4f}", "subtype": _word(finding.type)}
    alone = len(finding.passages) < 2
    for number, passage in enumerate(finding.passages, 1):
        more = {"n": finding.id, "cert": told["cert"]} if alone else {}
        _span(f"{name}.{number}", passage, spans, anchors, type=_word(finding.kind.value), **more)
    if alone:
        return f"#{name}.1"
    target = " ".join(f"#{name}.{number}" for number in range(1, len(finding.passages) + 1))
    _element(links, "link", xml_id=name, type=_word(finding.kind.value), target=target, **told)
    return f"#{name}"


def _span(
    name: str,
    passage: Passage,
    spans: _Element,
    anchors: dict[str, list[_Anchor]] | None,
    **attributes: str,
) -> None:
    corresp = f"#d{passage.document}"
    if anchors is None or passage.is_orphan:
        _element(spans, "span", passage.text, xml_id=name, target=corresp, **attributes)
        return
    ends = f"{name}.start", f"{name}.end"
    places = f"#{ends[0]}", f"#{ends[1]}"
    made = _element(spans, "span", xml_id=name, corresp=corresp, **attributes)
    made.set("from", places[0])
    made.set("to", places[1])
    anchors[passage.document].append(_Anchor(passage.start, True, ends[0]))
    anchors[passage.document].append(_Anchor(passage.end, False, ends[1]))


def _remarks(name: str, about: str, finding: Finding, review: Review, notes: _Element) -> None:
    """Write all that is said of a finding."""
    for kind, text in _said_of(finding, review):
        _element(notes, "note", text, type=kind, target=about)
    for place, passage in enumerate(finding.passages, 1):
        if passage.speaker is not None:
            _element(notes, "note", passage.speaker, type="speaker", target=f"#{name}.{place}")


def _said_of(finding: Finding, review: Review) -> Iterator[tuple[str, str]]:
    if finding.reason:
        yield "reason", finding.reason
    if finding.origin is Origin.PERSON:
        yield "origin", "made by hand"
    if review.verdict is not None:
        yield "verdict", review.verdict.value
    for tag in review.tags:
        yield "tag", tag
    if review.note:
        yield "note", review.note


def _note(
    name: str, note: Note, spans: _Element, notes: _Element, anchors: dict[str, list[_Anchor]] | None
) -> dict[str, str]:
    """Write a note; what points to what it is about."""
    for number, passage in enumerate(note.passages, 1):
        _span(f"{name}.{number}", passage, spans, anchors, type="note")
    about = " ".join(f"#{name}.{number}" for number in range(1, len(note.passages) + 1))
    target = {"target": about} if about else {}
    _element(notes, "note", note.text, type="note", **target)
    for tag in note.tags:
        _element(notes, "note", tag, type="tag", **target)
    return target


def _texts(documents: Sequence[Document], anchors: dict[str, list[_Anchor]], *, with_texts: bool) -> _Element:
    """The articles one after the other."""
    from lxml import etree

    text = etree.Element(_name("text"))
    body = _element(text, "body")
    for document in documents:
        division = _element(body, "div", type="article", corresp=f"#d{document.id}")
        block = _block(division)
        if with_texts:
            places = _Places(sorted(anchors[document.id], key=_order))
            places.write(block, document.text, Span(0, len(document.text)), is_last=True)
    return text


def _parallel_text(
    documents: Sequence[Document], segments: Sequence[Segment], anchors: dict[str, list[_Anchor]]
) -> _Element:
    """Two articles as one text with variant readings."""
    from lxml import etree

    one, other = documents
    text = etree.Element(_name("text"))
    block = _block(_element(text, "body"))
    of_one, of_other = (_Places(sorted(anchors[document.id], key=_order)) for document in documents)
    for number, segment in enumerate(segments, 1):
        is_last = number == len(segments)
        if segment.is_equal:
            # The anchors of the second text are brought to where they stand in the first.
            shift = segment.left.start - segment.right.start
            moved = of_other.taken(segment.right, shift, is_last=is_last)
            both = _Places(sorted((*of_one.taken(segment.left, 0, is_last=is_last), *moved), key=_order))
            both.write(block, one.text, segment.left, is_last=True)
            continue
        app = _element(block, "app")
        for document, span, places in ((one, segment.left, of_one), (other, segment.right, of_other)):
            reading = _element(app, "rdg", wit=f"#d{document.id}")
            places.write(reading, document.text, span, is_last=is_last)
    return text


def _block(parent: _Element) -> _Element:
    block = _element(parent, "ab")
    block.set(f"{_XML}space", "preserve")
    return block


def _order(anchor: _Anchor) -> tuple[int, bool]:
    # Where one passage ends and another begins, the end comes first.
    return anchor.place, anchor.is_start


class _Places:
    """Anchors in order, taken one after the other as the text is written."""

    def __init__(self, anchors: Sequence[_Anchor]) -> None:
        self._anchors = anchors
        self._next = 0

    def taken(self, span: Span, shift: int, *, is_last: bool) -> Iterator[_Anchor]:
        """The next anchors, those that belong to a stretch of the text.

        Args:
            span: the stretch. A passage that begins at its end belongs to the next stretch.
            shift: what to add to the places.
            is_last: does no stretch follow?
        """
        while self._next < len(self._anchors):
            anchor = self._anchors[self._next]
            if anchor.place > span.end or (anchor.place == span.end and anchor.is_start and not is_last):
                return
            self._next += 1
            yield anchor._replace(place=anchor.place + shift)

    def write(self, parent: _Element, text: str, span: Span, *, is_last: bool) -> None:
        """Write a stretch of a text with its anchors into an element."""
        from lxml import etree

        tag = _name("anchor")
        identity = f"{_XML}id"
        at = span.start
        for anchor in self.taken(span, 0, is_last=is_last):
            _append(parent, text[at : anchor.place])
            at = anchor.place
            etree.SubElement(parent, tag).set(identity, anchor.id)
        _append(parent, text[at : span.end])


def _append(parent: _Element, text: str) -> None:
    """Add text at the end of an element."""
    if not text:
        return
    text = writable(text)
    # Asking for the number of children would count them every time.
    last = next(parent.iterchildren(reversed=True), None)
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _break_lines(element: _Element) -> None:
    """Begin a line for each element that holds elements only; text stays as it is."""
    if element.tag == _name("ab") or element.text or not len(element):
        return
    element.text = "\n"
    for child in element:
        _break_lines(child)
        child.tail = "\n"
