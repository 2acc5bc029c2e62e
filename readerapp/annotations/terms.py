"""The words of the saved form: those of the W3C Web Annotation vocabulary, and reader's own.

Reader's own terms all stand in one namespace and are written with its prefix, so that they can meet no
term of anybody else. `KNOWN_KEYS` says which keys of each sort of object reader writes itself: every other
key belongs to another program and is kept.
"""

from __future__ import annotations

import re
import uuid
from typing import Any
from urllib.parse import quote, unquote

WEB_ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
NAMESPACE = "urn:reader:terms:"
OWN_CONTEXT: dict[str, Any] = {
    "reader": NAMESPACE,
    "reader:sources": {"@id": f"{NAMESPACE}sources", "@container": "@list"},
    "reader:notices": {"@id": f"{NAMESPACE}notices", "@container": "@list"},
    "reader:cues": {"@id": f"{NAMESPACE}cues", "@container": "@list"},
}

VERSION = 1
"""Of the saved form; a file with a greater number was written by a later reader."""

RELATION = "reader:Relation"
"""Type of the body that says how the targets of an annotation stand to each other."""

_FINDING = "urn:reader:finding:"
_NOTE = "urn:reader:note:"
_UUID = "urn:uuid:"
_NAMES = uuid.UUID("f3f0a7d2-59f5-4a7e-9a52-6d0c2f6ce6a5")

KNOWN_KEYS: dict[str, frozenset[str]] = {
    "collection": frozenset(
        {
            "@context",
            "id",
            "type",
            "label",
            "created",
            "modified",
            "generator",
            "reader:version",
            "reader:settings",
            "reader:sources",
            "reader:notices",
            "total",
            "first",
        }
    ),
    "page": frozenset({"id", "type", "partOf", "startIndex", "items"}),
    "generator": frozenset({"type", "name", "reader:version"}),
    "reader:settings": frozenset({"reader:entailment"}),
    "source": frozenset(
        {
            "id",
            "type",
            "format",
            "language",
            "reader:document",
            "reader:name",
            "reader:path",
            "reader:absolutePath",
            "reader:address",
            "reader:title",
            "reader:author",
            "reader:published",
            "reader:retrieved",
            "reader:encoding",
            "reader:sha256",
            "reader:textSha256",
            "reader:extractor",
            "reader:extractorVersion",
            "reader:notices",
            "reader:text",
        }
    ),
    "annotation": frozenset(
        {"id", "type", "motivation", "created", "modified", "body", "target", "reader:orphan"}
    ),
    "relation": frozenset(
        {"type", "reader:kind", "reader:type", "reader:score", "reader:reason", "reader:origin"}
    ),
    "remark": frozenset({"type", "purpose", "value", "format", "creator"}),
    "target": frozenset(
        {
            "type",
            "source",
            "selector",
            "reader:speaker",
            "reader:quotation",
            "reader:cues",
            "reader:anchoring",
        }
    ),
}
"""Keys that reader writes, by the sort of object."""


def finding_iri(identity: str) -> str:
    """The IRI of the annotation that states a finding."""
    return _FINDING + quote(identity, safe="", errors="replace")


def finding_of_iri(iri: str) -> str | None:
    """The identity of the finding that an annotation of that IRI states, or None if it states none."""
    return unquote(iri.removeprefix(_FINDING)) if iri.startswith(_FINDING) else None


def note_iri(identity: str) -> str:
    """The IRI of the annotation that holds a note."""
    if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", identity):
        return _UUID + identity
    return _NOTE + quote(identity, safe="", errors="replace")


def note_of_iri(iri: str) -> str | None:
    """The identity of the note that an annotation of that IRI holds, or None if it can hold none."""
    if iri.startswith(_UUID):
        return iri.removeprefix(_UUID)
    return unquote(iri.removeprefix(_NOTE)) if iri.startswith(_NOTE) else None


def derived_iri(*parts: str) -> str:
    """An IRI that is always the same for the same parts."""
    return _UUID + str(uuid.uuid5(_NAMES, "\n".join(parts).encode("utf-8", "replace").decode("utf-8")))


def written_time(time: str) -> str:
    """A time as the model wants it: universal time is written `Z`."""
    return time.removesuffix("+00:00") + "Z" if time.endswith("+00:00") else time


def read_time(time: str) -> str:
    """A time as reader writes it elsewhere."""
    return time.removesuffix("Z") + "+00:00" if time.endswith("Z") else time
