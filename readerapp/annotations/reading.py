"""From a W3C Web Annotation collection, as plain values, back to a comparison with annotations.

The values may come from anywhere: whatever a later step relies on is checked here. The text of an article
has to match its hash, every position has to lie in its text and every quotation has to stand there, and
everything that a finding names has to exist. Annotations that reader did not write, or about other texts,
are passed over; `merging` keeps them when the collection is written again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

from readerapp.annotations.checking import (
    list_in,
    object_in,
    quoted,
    truth_in,
    whole_number_in,
    wrong,
)
from readerapp.annotations.entries import Entry
from readerapp.annotations.reading_items import ItemReader
from readerapp.annotations.reading_sources import read_notices, read_sources
from readerapp.annotations.terms import VERSION, finding_of_iri
from readerapp.model import Annotations, Comparison, Finding, Note, Origin, Orphan, Review, Settings

DEEPEST = 50
"""Containers within containers that a collection may have; it needs fewer than ten."""

_HIGHEST = 1 << 53
"""The whole numbers up to here are the same in every program that reads JSON."""


class ForeignError(Exception):
    """It is something else than a comparison saved by reader."""


class NewerError(Exception):
    """A later reader wrote it."""


class Contents(NamedTuple):
    """What a collection says."""

    comparison: Comparison
    annotations: Annotations
    paths: Mapping[str, str]
    """By document identity, the path of its file from the folder of the collection, where that is known."""
    absolute_paths: Mapping[str, str]
    """By document identity, where its file lay on the computer where it was saved, if that was to be told."""


def contents_of(collection: Any, texts: Mapping[str, str] | None = None) -> Contents:
    """What a collection says.

    Args:
        collection: the parsed JSON.
        texts: texts by their hash, for sources whose text is not in the collection.

    Raises:
        ForeignError: it is another sort of file.
        NewerError: its form is one that came later.
        MalformedError: it is damaged.
    """
    if not _is_own(collection):
        raise ForeignError
    if whole_number_in(collection, "reader:version", "the file", _HIGHEST) > VERSION:
        raise NewerError
    _check_depth(collection)
    sources = read_sources(list_in(collection, "reader:sources", "the file"), texts or {})
    entries = _entries(object_in(collection.get("first"), "first"), ItemReader(sources))
    documents = tuple(source.document for source in sources)
    notices = read_notices(collection, "the file", {document.id for document in documents})
    told = tuple(source.notice for source in sources if source.notice is not None)
    placed = [entry for entry in entries if entry.orphan is None]
    findings = [entry.finding for entry in placed if entry.finding is not None]
    comparison = Comparison(
        documents,
        tuple(finding for finding in findings if finding.origin is Origin.FOUND),
        (*notices, *told),
        _settings(collection),
    )
    return Contents(
        comparison,
        replace(_annotations(placed, findings), orphans=_orphans(entries)),
        {source.document.id: source.path for source in sources if source.path is not None},
        {source.document.id: place for source in sources if (place := source.absolute_path) is not None},
    )


def _is_own(collection: Any) -> bool:
    return (
        isinstance(collection, dict)
        and "AnnotationCollection" in (collection.get("type"), *_list(collection.get("type")))
        and "reader:version" in collection
    )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _check_depth(collection: Any) -> None:
    """Make sure that whatever walks through the values later comes to an end of it."""
    level = [collection]
    for _ in range(DEEPEST):
        level = [
            member
            for holder in level
            for member in (holder.values() if isinstance(holder, dict) else holder)
            if isinstance(member, dict | list)
        ]
        if not level:
            return
    raise wrong("the file", f"is nested more than {DEEPEST} levels deep")


def _entries(page: Mapping[str, Any], reader: ItemReader) -> list[Entry]:
    entries = []
    known = set()
    for number, item in enumerate(list_in(page, "items", "first")):
        where = f"first.items[{number}]"
        entry = reader.entry(item, where)
        if entry is not None:
            if entry.iri in known:
                raise wrong(where, f"repeats the id {quoted(entry.iri)}")
            known.add(entry.iri)
            entries.append(entry)
    return entries


def _annotations(entries: list[Entry], findings: list[Finding]) -> Annotations:
    reviews: dict[str, Review] = {}
    notes: list[Note] = []
    for entry in entries:
        if entry.note is not None:
            notes.append(entry.note)
        elif not entry.review.is_empty:
            reviews[finding_of_iri(entry.iri) or ""] = entry.review
    by_hand = tuple(finding for finding in findings if finding.origin is Origin.PERSON)
    return Annotations(MappingProxyType(reviews), tuple(notes), by_hand)


def _orphans(entries: list[Entry]) -> tuple[Orphan, ...]:
    return tuple(
        Orphan(entry.orphan, entry.finding, entry.review, entry.note)
        for entry in entries
        if entry.orphan is not None
    )


def _settings(collection: Mapping[str, Any]) -> Settings:
    value = object_in(collection.get("reader:settings", {}), "reader:settings")
    return Settings(entailment=truth_in(value, "reader:entailment", "reader:settings", True))
