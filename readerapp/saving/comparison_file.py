"""Saved comparisons: `NAME.reader.json`, read, checked, rendered and written.

A comparison that was opened and not changed is written as the same bytes; where something changed, what
other programs put into the file stays there. No file is ever written over an article, nor over a saved
comparison that somebody else changed in the meantime.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from readerapp.annotations import Said, Writer, merged
from readerapp.annotations.terms import read_time
from readerapp.model import Annotations, Comparison, Finding, ReaderError
from readerapp.model.json_text import json_text
from readerapp.model.portable import portable_source
from readerapp.model.printable import printable
from readerapp.saving.atomic import write_atomically
from readerapp.saving.creator import creator_name
from readerapp.saving.naming import proposed_name
from readerapp.saving.opening import Original, SavedComparison, parsed, read_comparison_file
from readerapp.saving.sparing import is_same_file, spare_articles

__all__ = [
    "Original",
    "SavedComparison",
    "proposed_name",
    "read_comparison_file",
    "render_comparison_file",
    "write_comparison_file",
]


def render_comparison_file(
    comparison: Comparison,
    annotations: Annotations,
    *,
    location: Path,
    original: Mapping[str, Any] | None = None,
    now: str,
    absolute_paths: bool = False,
) -> bytes:
    """The bytes of a saved comparison.

    Args:
        comparison: what was found.
        annotations: what a person added.
        location: where the file will lie; paths of articles begin in its folder.
        original: what the file held that the comparison was opened from.
        now: the time, in ISO form with time zone.
        absolute_paths: is it to tell where the files of the articles lie on this computer?

    Returns:
        UTF-8. What was not changed gives the bytes that were read.

    Raises:
        ReaderError: `original` is no saved comparison.
    """
    said = Said(comparison, annotations)
    return _rendered(location, said, original, now, absolute_paths=absolute_paths).data


def _rendered(
    location: Path,
    said: Said,
    original: Mapping[str, Any] | None,
    now: str,
    *,
    absolute_paths: bool,
) -> Original:
    comparison, annotations = said
    place = Path(os.path.abspath(location))
    sources = {document.id: portable_source(document, place.parent) for document in comparison.documents}
    absolute = _absolute_paths(comparison) if absolute_paths else {}
    writer = Writer(comparison.documents, sources, creator=creator_name(), absolute_paths=absolute)
    if original is None:
        value = writer.collection(comparison, annotations, created=now, modified=now)
        return Original(value, _encoded(value), place, said, absolute)
    if not isinstance(original, Original):
        original = parsed(location, _encoded(original))
    is_same = _is_same_content(original.said, said)
    told = {**original.absolute_paths, **absolute}
    places_hold = told == original.absolute_paths and _locations(comparison) == _locations(
        original.said.comparison
    )
    if is_same and places_hold and place.parent == original.path.parent:
        return replace(original, path=place, said=said)
    known = original.get("modified")
    modified = read_time(known) if is_same and isinstance(known, str) else now
    value = merged(original.value, original.said, said, writer, modified=modified)
    return Original(value, _encoded(value), place, said, told)


def _locations(comparison: Comparison) -> dict[str, str | None]:
    """Where the files of the articles lie, which is no part of what two documents are compared by."""
    return {document.id: document.location for document in comparison.documents}


def _absolute_paths(comparison: Comparison) -> dict[str, str]:
    """Those of the articles that have a file; a name that is not UTF-8 cannot be written down."""
    places = _locations(comparison)
    return {key: place for key, place in places.items() if place is not None and place.isprintable()}


def _encoded(value: Any) -> bytes:
    return json_text(value).encode("utf-8")


def _is_same_content(one: Said, other: Said) -> bool:
    """Do they say the same? The order of findings has no meaning."""
    return (
        replace(one.comparison, findings=()) == replace(other.comparison, findings=())
        and one.annotations == other.annotations
        and _sorted(one.comparison.findings) == _sorted(other.comparison.findings)
    )


def _sorted(findings: tuple[Finding, ...]) -> list[Finding]:
    return sorted(findings, key=lambda finding: finding.id)


def write_comparison_file(
    location: Path,
    comparison: Comparison,
    annotations: Annotations,
    *,
    original: Mapping[str, Any] | None = None,
    overwrite: bool,
    absolute_paths: bool = False,
) -> SavedComparison:
    """Save a comparison.

    Args:
        location: the file.
        comparison: what was found.
        annotations: what a person added.
        original: what the file held that the comparison was opened from, or was last saved as.
        overwrite: may another file be replaced that is there already?
        absolute_paths: is it to tell where the files of the articles lie on this computer?

    Returns:
        what stands in the file now.

    Raises:
        ReaderError: it was not written, because it is an article, or holds what nobody gave leave to
            replace, or for what the system said; the message says what to do.
    """
    spare_articles(location, comparison.documents)
    _spare_others(location, original, overwrite=overwrite)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    said = Said(comparison, annotations)
    written = _rendered(location, said, original, now, absolute_paths=absolute_paths)
    write_atomically(location, written.data)
    return SavedComparison(comparison, annotations, written, location)


def _spare_others(location: Path, original: Mapping[str, Any] | None, *, overwrite: bool) -> None:
    """Make sure that nothing is replaced that somebody may miss."""
    if not os.path.isfile(location):
        return
    shown = printable(str(location))
    if isinstance(original, Original) and is_same_file(location, str(original.path)):
        try:
            is_changed = location.read_bytes() != original.data
        except FileNotFoundError:
            return
        except OSError as error:
            raise ReaderError(
                f"{shown} cannot be read ({error.strerror or type(error).__name__}), so nobody knows whether "
                "another program changed it since it was opened; choose another name."
            ) from error
        if is_changed:
            raise ReaderError(
                f"{shown} was changed by another program since it was opened; "
                "choose another name, so that neither version is lost."
            )
    elif not overwrite:
        raise ReaderError(f"{shown} exists already; choose another name, or say that it may be replaced.")
