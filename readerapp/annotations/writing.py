"""From a comparison with annotations to a W3C Web Annotation collection, as plain values.

What is unknown is left out. Every value is written in the same order every time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from readerapp import __version__
from readerapp.annotations.anchors import anchoring_of
from readerapp.annotations.entries import Entry, entries_of
from readerapp.annotations.selectors import position_selector, quote_selector, selectors_of
from readerapp.annotations.terms import (
    OWN_CONTEXT,
    RELATION,
    VERSION,
    WEB_ANNOTATION_CONTEXT,
    derived_iri,
    written_time,
)
from readerapp.model import (
    Annotations,
    Comparison,
    Document,
    Finding,
    Note,
    Notice,
    Origin,
    Passage,
    Review,
)
from readerapp.model.portable import PortableSource, is_address, without_absolute_paths

_LONGEST_LABEL = 200


def text_digest(document: Document) -> str:
    """The hexadecimal SHA-256 of a document's text, also of a document that was made without one."""
    return document.text_sha256 or hashlib.sha256(document.text.encode("utf-8", "replace")).hexdigest()


class Writer:
    """Writes the parts of one comparison."""

    def __init__(
        self,
        documents: Iterable[Document],
        sources: Mapping[str, PortableSource],
        *,
        creator: str | None = None,
        absolute_paths: Mapping[str, str] | None = None,
    ) -> None:
        """Prepare to write.

        Args:
            documents: the articles.
            sources: by document identity, how its source is to be named.
            creator: name of the person who adds to the comparison; None where it is not to be told.
            absolute_paths: by document identity, where its file lies on this computer; only where a person
                asked that it be told.
        """
        self._absolute_paths = absolute_paths or {}
        self._creator = None if creator is None else {"type": "Person", "name": creator}
        self._documents = {document.id: document for document in documents}
        self._sources = sources
        self.iris: dict[str, str] = {}
        """IRI of each document's source."""
        for document in self._documents.values():
            self.iris[document.id] = self._source_iri(document)

    def _source_iri(self, document: Document) -> str:
        source = self._sources[document.id]
        iri = ""
        if is_address(source.name):
            iri = quote(source.name, safe="/:?#[]@!$&'()*+,;=%~", errors="replace")
        elif source.leads_there:
            iri = quote(source.name, safe="/", errors="replace")
        if not iri or iri in self.iris.values():
            iri = derived_iri("source", document.id, text_digest(document))
        return iri

    def collection(
        self,
        comparison: Comparison,
        annotations: Annotations,
        *,
        created: str | None = None,
        modified: str | None = None,
        with_texts: bool = True,
    ) -> dict[str, Any]:
        """The whole collection.

        Args:
            comparison: what was found.
            annotations: what a person added.
            created: when it was first saved, in ISO form with time zone; None where it is not to be told.
            modified: when it was last changed.
            with_texts: are the texts of the articles part of it?
        """
        iri = derived_iri("collection", created or "", *map(text_digest, comparison.documents))
        items = [self.annotation(entry) for entry in entries_of(comparison, annotations)]
        titles = " / ".join(document.title for document in comparison.documents)
        value = {
            "@context": [WEB_ANNOTATION_CONTEXT, OWN_CONTEXT],
            "id": iri,
            "type": "AnnotationCollection",
            "label": titles if len(titles) <= _LONGEST_LABEL else titles[: _LONGEST_LABEL - 1] + "…",
            "creator": self._creator,
            "created": None if created is None else written_time(created),
            "modified": None if modified is None else written_time(modified),
            "generator": {"type": "Software", "name": "reader", "reader:version": __version__},
            "reader:version": VERSION,
            "reader:settings": {"reader:entailment": comparison.settings.entailment},
            "reader:sources": [
                self.source(document, with_text=with_texts) for document in comparison.documents
            ],
            "reader:notices": self._notices(comparison.notices),
            "total": len(items),
            "first": {
                "id": derived_iri("page", iri),
                "type": "AnnotationPage",
                "partOf": iri,
                "startIndex": 0,
                "items": items,
            },
        }
        return {key: member for key, member in value.items() if member is not None}

    def source(self, document: Document, *, with_text: bool = True) -> dict[str, Any]:
        """One article: where it came from, and its text."""
        source = self._sources[document.id]
        leads = "reader:address" if is_address(source.name) else "reader:path"
        value = {
            "id": self.iris[document.id],
            "type": "Text",
            "format": document.media_type,
            "language": document.language,
            "reader:document": document.id,
            "reader:name": PurePosixPath(source.name).name if source.leads_there else source.name,
            leads: source.name if source.leads_there else None,
            "reader:absolutePath": self._absolute_paths.get(document.id),
            "reader:title": document.title,
            "reader:author": document.author,
            "reader:published": document.published,
            "reader:retrieved": document.retrieved,
            "reader:encoding": document.encoding,
            "reader:sha256": document.sha256,
            "reader:textSha256": text_digest(document),
            "reader:extractor": document.extractor,
            "reader:extractorVersion": document.extractor_version,
            "reader:notices": self._notices(document.notices),
            "reader:text": document.text if with_text else None,
        }
        return {key: member for key, member in value.items() if member is not None}

    def _notices(self, notices: Iterable[Notice]) -> list[dict[str, Any]]:
        values = []
        for notice in notices:
            text = without_absolute_paths(notice.text, self._documents.values())
            value = {"reader:code": notice.code, "reader:text": text}
            if notice.document is not None:
                value["reader:document"] = notice.document
            values.append(value)
        return values

    def annotation(self, entry: Entry) -> dict[str, Any]:
        """One annotation."""
        if entry.note is not None:
            value = self._note(entry.iri, entry.note)
        else:
            value = self._finding(entry.iri, entry.finding, entry.review)
        if entry.orphan is not None:
            value["reader:orphan"] = entry.orphan.value
        return value

    def _finding(self, iri: str, finding: Finding | None, review: Review) -> dict[str, Any]:
        bodies = [self._signed(body) for body in _review_bodies(review)]
        if finding is None:
            motivation, targets = "assessing", list[Any](self.iris.values())
        else:
            motivation = "linking" if len(finding.passages) > 1 else "highlighting"
            targets = [self._target(passage) for passage in finding.passages]
            bodies.insert(0, _relation(finding))
        value: dict[str, Any] = {"id": iri, "type": "Annotation", "motivation": motivation}
        if finding is not None and finding.origin is Origin.PERSON:
            value = self._signed(value)
        if finding is not None and finding.created is not None:
            value["created"] = written_time(finding.created)
        if review.modified is not None:
            value["modified"] = written_time(review.modified)
        return {**value, "body": bodies, "target": targets}

    def _note(self, iri: str, note: Note) -> dict[str, Any]:
        value = self._signed({"id": iri, "type": "Annotation", "motivation": "commenting"})
        if note.created is not None:
            value["created"] = written_time(note.created)
        if note.modified is not None:
            value["modified"] = written_time(note.modified)
        value["body"] = [_remark("commenting", note.text), *(_remark("tagging", tag) for tag in note.tags)]
        value["target"] = [self._target(passage) for passage in note.passages] or list(self.iris.values())
        return value

    def _signed(self, value: dict[str, Any]) -> dict[str, Any]:
        """Something that a person made, with that person's name if it is known."""
        return value if self._creator is None else {**value, "creator": self._creator}

    def _target(self, passage: Passage) -> dict[str, Any]:
        if passage.anchor is not None and passage.is_orphan:
            anchor = passage.anchor
            selectors = [quote_selector(passage.text, anchor.prefix, anchor.suffix)]
        else:
            selectors = selectors_of(self._documents[passage.document].text, passage.span)
        value: dict[str, Any] = {
            "type": "SpecificResource",
            "source": self.iris[passage.document],
            "selector": selectors,
        }
        if passage.speaker is not None:
            value["reader:speaker"] = passage.speaker
        if passage.quotation:
            value["reader:quotation"] = True
        if passage.cues:
            value["reader:cues"] = [position_selector(cue) for cue in passage.cues]
        if passage.anchor is not None:
            value["reader:anchoring"] = anchoring_of(passage)
        return value


def _relation(finding: Finding) -> dict[str, Any]:
    return {
        "type": RELATION,
        "reader:kind": finding.kind.value,
        "reader:type": finding.type,
        "reader:score": float(finding.score),
        "reader:reason": finding.reason,
        "reader:origin": finding.origin.value,
    }


def _review_bodies(review: Review) -> list[dict[str, Any]]:
    bodies = []
    if review.verdict is not None:
        bodies.append(_remark("assessing", review.verdict.value))
    bodies += [_remark("tagging", tag) for tag in review.tags]
    if review.note:
        bodies.append(_remark("commenting", review.note))
    return bodies


def _remark(purpose: str, text: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": text, "format": "text/plain"}
