"""Writing a collection again without losing what another program put into it.

`merged` writes what a comparison says now into the collection that was read. What says the same as before
stays word for word. Where something changed, the keys that reader does not know stay in the object that
has them: the collection, its page, an article, an annotation, a body, a target. Annotations, bodies and
selectors that are not reader's stay too, each behind the one that it stood behind. Who made something
stays as it was read; a verdict, a tag or a remark that changed is by whoever changed it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from readerapp.annotations.checking import one_or_more
from readerapp.annotations.entries import entries_of
from readerapp.annotations.reading_items import is_relation, remark_of
from readerapp.annotations.terms import (
    KNOWN_KEYS,
    finding_iri,
    finding_of_iri,
    note_iri,
    note_of_iri,
    read_time,
)
from readerapp.annotations.writing import Writer
from readerapp.model import Annotations, Comparison, Verdict

Values = Mapping[str, Any]

_PLACES = ("id", "reader:path", "reader:absolutePath")
"""Keys of an article that say where it lies, which no document tells."""


class Said(NamedTuple):
    """What a collection says."""

    comparison: Comparison
    annotations: Annotations


def merged(original: Values, before: Said, now: Said, writer: Writer, *, modified: str) -> dict[str, Any]:
    """The collection that was read, with what is to be said now.

    Args:
        original: the collection as it was read; it is not changed.
        before: what it said.
        now: what it is to say.
        writer: for the documents of `now`.
        modified: when it was last changed, in ISO form with time zone.
    """
    created = original.get("created")
    created = read_time(created) if isinstance(created, str) else modified
    frame = writer.collection(
        replace(now.comparison, findings=()), Annotations(), created=created, modified=modified
    )
    page = _object(original.get("first"))
    sources = {
        source.get("reader:document"): source
        for source in map(_object, _list(original.get("reader:sources")))
    }
    old_iris = {identity: source.get("id") for identity, source in sources.items()}
    items = _merged_items(_list(page.get("items")), old_iris, before, now, writer)
    frame["reader:sources"] = _merged_sources(sources, before, now, frame["reader:sources"])
    frame["@context"] = _merged_context(original.get("@context"), frame["@context"])
    for key in ("generator", "reader:settings"):
        frame[key] = _with_unknown(_object(original.get(key)), frame[key], key)
    kept = {key: page[key] for key in ("id", "partOf", "startIndex") if key in page}
    frame["first"] = _with_unknown(page, {**frame["first"], **kept, "items": items}, "page")
    frame["total"] = len(items)
    frame.pop("creator", None)
    frame.update({key: original[key] for key in ("id", "label", "creator") if key in original})
    return _with_unknown(original, frame, "collection")


def _object(value: Any) -> Values:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _with_unknown(original: Values, fresh: Values, sort: str) -> dict[str, Any]:
    """The new values of the keys that reader writes, and of the original those that it does not know."""
    known = KNOWN_KEYS[sort]
    kept = {key: value for key, value in original.items() if key in fresh or key not in known}
    return {**kept, **fresh}


def _merged_context(original: Any, own: list[Any]) -> list[Any]:
    entries = original if isinstance(original, list) else [] if original is None else [original]
    return [*entries, *(entry for entry in own if entry not in entries)]


def _merged_sources(
    known: Mapping[Any, Values], before: Said, now: Said, fresh: list[dict[str, Any]]
) -> list[Values]:
    unchanged = set(before.comparison.documents) & set(now.comparison.documents)
    result = []
    for document, value in zip(now.comparison.documents, fresh, strict=True):
        old = known.get(document.id, {})
        # Texts of megabytes are not compared: their documents tell, and are often the very same.
        if "reader:absolutePath" in old:
            # It was asked for once; only who asks for it again tells another one.
            value = {"reader:absolutePath": old["reader:absolutePath"], **value}
        same = document in unchanged and all(old.get(key) == value.get(key) for key in _PLACES)
        result.append(old if same else _with_unknown(old, value, "source"))
    return result


def _merged_items(
    originals: list[Any], old_iris: Mapping[Any, Any], before: Said, now: Said, writer: Writer
) -> list[Any]:
    old_entries = {entry.iri: entry for entry in entries_of(*before)}
    new_entries = {entry.iri: entry for entry in entries_of(*now)}
    names_hold = writer.iris == old_iris
    own = old_entries.keys() | new_entries.keys()
    keys = [key if (key := _item_key(item)) in own else None for item in originals]
    by_key = {key: item for key, item in zip(keys, originals, strict=True) if key is not None}
    fresh: dict[Hashable, Any] = {}
    for iri, entry in new_entries.items():
        old = by_key.get(iri)
        if old is not None and names_hold and old_entries.get(iri) == entry:
            fresh[iri] = old
        else:
            fresh[iri] = _merged_item(_object(old), writer.annotation(entry))
    return _with_foreign(keys, originals, fresh)


def _item_key(item: Any) -> str | None:
    iri = _object(item).get("id")
    if not isinstance(iri, str):
        return None
    finding, note = finding_of_iri(iri), note_of_iri(iri)
    if finding is not None:
        return finding_iri(finding)
    return None if note is None else note_iri(note)


def _merged_item(original: Values, fresh: dict[str, Any]) -> dict[str, Any]:
    """An annotation whose content changed, or that is new."""
    if original:
        # Whoever changes an annotation did not make it.
        fresh.pop("creator", None)
    motivations = one_or_more(original, "motivation")
    if fresh["motivation"] in motivations:
        fresh["motivation"] = original["motivation"]
    fresh["body"] = _merged_parts(one_or_more(original, "body"), fresh["body"], _body_keys, _merged_body)
    fresh["target"] = _merged_parts(
        one_or_more(original, "target"), fresh["target"], _target_keys, _merged_target
    )
    return _with_unknown(original, fresh, "annotation")


def _merged_body(original: Any, fresh: Any) -> Any:
    old = _object(original)
    if is_relation(fresh):
        return _with_unknown(old, fresh, "relation")
    if old.get("value") == fresh["value"]:
        # It is still what somebody said, or nobody who is known.
        fresh = {key: value for key, value in fresh.items() if key != "creator"}
        fresh.update({key: old[key] for key in ("creator",) if key in old})
    return _with_unknown(old, fresh, "remark")


def _merged_target(original: Any, fresh: Any) -> Any:
    if not isinstance(fresh, dict):
        return fresh
    old = _object(original)
    selectors = _merged_parts(
        one_or_more(old, "selector"), fresh["selector"], _selector_keys, lambda _, selector: selector
    )
    return _with_unknown(old, {**fresh, "selector": selectors}, "target")


def _merged_parts(
    originals: list[Any],
    fresh: list[Any],
    keys_of: Callable[[Sequence[Any]], list[Hashable | None]],
    merge: Callable[[Any, Any], Any],
) -> list[Any]:
    """New parts of an annotation, each merged with the part that it takes the place of."""
    keys = keys_of(originals)
    by_key = {key: part for key, part in zip(keys, originals, strict=True) if key is not None}
    parts = {key: merge(by_key.get(key), part) for key, part in zip(keys_of(fresh), fresh, strict=True)}
    return _with_foreign(keys, originals, parts)


def _with_foreign(
    keys: Sequence[Hashable | None], originals: Sequence[Any], fresh: Mapping[Hashable, Any]
) -> list[Any]:
    """The new members of a list, and the foreign ones behind the member that they stood behind.

    Args:
        keys: what each original member is; None for one that is not reader's.
        originals: the members as they were read.
        fresh: the new members by what they are, in their order.
    """
    beginning: list[Any] = []
    behind: dict[Hashable, list[Any]] = {}
    place = beginning
    for key, original in zip(keys, originals, strict=True):
        if key is None:
            place.append(original)
        elif key in fresh:
            place = behind.setdefault(key, [])
    result = beginning
    for key, value in fresh.items():
        result.append(value)
        result.extend(behind.get(key, ()))
    return result


def _body_keys(bodies: Sequence[Any]) -> list[Hashable | None]:
    """What each body is; of remarks and verdicts the first counts, as in reading."""
    keys: list[Hashable | None] = []
    tags: Counter[str] = Counter()
    for body in bodies:
        key: Hashable | None = None
        tag = remark_of(body, "tagging")
        if is_relation(body):
            key = "relation"
        elif tag is not None:
            tags[tag] += 1
            key = ("tag", tag, tags[tag])
        elif remark_of(body, "assessing") in list(Verdict):
            key = "verdict"
        elif remark_of(body, "commenting") is not None:
            key = "note"
        keys.append(None if key in keys else key)
    return keys


def _target_keys(targets: Sequence[Any]) -> list[Hashable | None]:
    """What each target is: an article as a whole, or a stretch of one; which of several equal ones."""
    keys: list[Hashable | None] = []
    seen: Counter[str] = Counter()
    for target in targets:
        positions = [
            (selector.get("start"), selector.get("end"))
            for selector in map(_object, one_or_more(_object(target), "selector"))
            if selector.get("type") == "TextPositionSelector"
        ]
        key = repr((_object(target).get("source", target), positions))
        seen[key] += 1
        keys.append((key, seen[key]))
    return keys


def _selector_keys(selectors: Sequence[Any]) -> list[Hashable | None]:
    """What each selector is; of other sorts than reader's two none is its own."""
    own = ("TextQuoteSelector", "TextPositionSelector")
    sorts = [_object(selector).get("type") for selector in selectors]
    return [sort if sort in own and sort not in sorts[:n] else None for n, sort in enumerate(sorts)]
