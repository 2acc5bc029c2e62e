"""What has become of the articles of a saved comparison since it was saved.

Each source's file is looked for by its path from the saved file, then beside the saved file by its name, then
by its hash among the files of both folders, and at last by its absolute path, if somebody asked that this be
saved. Only where the bytes differ is it read as an article. A file that stands where it stood and has another
text has changed, also where a copy of the old one lies beside it. Articles from addresses and standard input
have no file and are not looked for.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from readerapp.annotations import text_digest
from readerapp.model import Document, ReaderError
from readerapp.model.portable import file_name, is_address
from readerapp.sources import open_source
from readerapp.sources.limits import limit_in_force

_MOST_FILES = 500
"""Files of a folder that are looked through for one that was renamed."""

_CHUNK = 1 << 20


class SourceStatus(StrEnum):
    """What became of a source."""

    UNCHANGED = "unchanged"
    """It is where it was, and its text is the one that was saved."""
    CHANGED = "changed"
    """It is where it was, and its text is another one."""
    MOVED = "moved"
    """It is not where it was; a file that is the same stands elsewhere."""
    GONE = "gone"
    """There is no such file any more, or none that can be read."""
    UNCHECKED = "unchecked"
    """It has no file to look at: an address, or standard input."""


@dataclass(frozen=True, slots=True)
class SourceState:
    """What became of the source of one document."""

    document: str
    """Identity of the document."""
    status: SourceStatus
    path: Path | None = None
    """The file that was found."""
    fresh: Document | None = None
    """The article as it is now, where it has changed; with the identity and the source of the saved one."""
    problem: str = ""
    """Why a file that is there cannot be read, in one line."""
    is_by_absolute_path: bool = False
    """Was it found by nothing but the absolute path in the saved file?"""


def source_states(
    documents: Sequence[Document], folder: Path, absolute_paths: Mapping[str, str] | None = None
) -> tuple[SourceState, ...]:
    """Look what has become of the sources of a saved comparison.

    Args:
        documents: its articles, with the places where their files would lie.
        folder: the folder of the saved file.
        absolute_paths: by document identity, those that stand in the saved file.
    """
    last = absolute_paths or {}
    return tuple(_state_anywhere(document, folder, last.get(document.id)) for document in documents)


def relocated(documents: Sequence[Document], states: Sequence[SourceState]) -> tuple[Document, ...]:
    """The saved articles with the places where they were found, so that saving renews the paths.

    Args:
        documents: as they stand in the saved file.
        states: what became of each of them. One that has changed and lies elsewhere may be another article
            of that name, and stays where it was unless the person goes on with its text.
    """
    found = {
        state.document: str(state.path)
        for state in states
        if state.path is not None and state.status in (SourceStatus.UNCHANGED, SourceStatus.MOVED)
    }
    return tuple(
        replace(document, location=found.get(document.id, document.location)) for document in documents
    )


def changed_documents(states: Sequence[SourceState]) -> Mapping[str, Document]:
    """The articles that have changed, by the identity of the saved ones."""
    return {state.document: state.fresh for state in states if state.fresh is not None}


def _state_anywhere(document: Document, folder: Path, absolute_path: str | None) -> SourceState:
    state = _state(document, folder)
    # A path of another system would be taken for one from the working directory.
    if state.status is not SourceStatus.GONE or absolute_path is None or not os.path.isabs(absolute_path):
        return state
    place = Path(absolute_path)
    if document.sha256 and _digest(place) == document.sha256:
        return SourceState(document.id, SourceStatus.MOVED, place, is_by_absolute_path=True)
    last = _read_anew(document, place)
    if last.status is SourceStatus.GONE:
        return state if state.problem else last
    return replace(last, is_by_absolute_path=True)


def _state(document: Document, folder: Path) -> SourceState:
    source = document.source
    if source == "-" or is_address(source):
        return SourceState(document.id, SourceStatus.UNCHECKED)
    places = _places(document, folder)
    problem = ""
    if document.sha256:
        for place in places[:1]:
            if _digest(place) == document.sha256:
                return SourceState(document.id, SourceStatus.UNCHANGED, place)
            state = _read_anew(document, place)
            if state.status is not SourceStatus.GONE:
                return state
            problem = state.problem
        for place in (*places[1:], *_neighbours(places, folder)):
            if _digest(place) == document.sha256:
                return SourceState(document.id, SourceStatus.MOVED, place)
    for place in places[1:] if document.sha256 else places:
        state = _read_anew(document, place)
        if state.status is not SourceStatus.GONE:
            return state
        problem = problem or state.problem
    return SourceState(document.id, SourceStatus.GONE, problem=problem)


def _read_anew(document: Document, place: Path) -> SourceState:
    """What a file says now, read as the article."""
    if not place.is_file():
        return SourceState(document.id, SourceStatus.GONE)
    try:
        fresh = open_source(place)
    except ReaderError as error:
        return SourceState(document.id, SourceStatus.GONE, problem=str(error))
    if fresh.text_sha256 == text_digest(document):
        return SourceState(document.id, SourceStatus.UNCHANGED, place)
    fresh = replace(fresh, id=document.id, source=document.source)
    return SourceState(document.id, SourceStatus.CHANGED, place, fresh)


def _places(document: Document, folder: Path) -> list[Path]:
    """Where a document's file should lie, the likeliest place first."""
    places = [] if document.location is None else [Path(document.location)]
    try:
        name = file_name(document.source)
        beside = folder / name
        if name and beside not in places:
            places.append(beside)
    except ValueError:
        pass
    return places


def _neighbours(places: Sequence[Path], folder: Path) -> Iterator[Path]:
    """The other files of the folders, those with a fitting suffix."""
    suffixes = {place.suffix.lower() for place in places}
    folders = dict.fromkeys((folder, *(place.parent for place in places)))
    for holder in folders:
        try:
            names = sorted(os.listdir(holder))
        except (OSError, ValueError):
            continue
        fitting = [name for name in names if Path(name).suffix.lower() in suffixes and name[0] != "."]
        for name in fitting[:_MOST_FILES]:
            if holder / name not in places:
                yield holder / name


def _digest(place: Path) -> str | None:
    """The hexadecimal SHA-256 of a file's bytes; None where it is no file, too large, or unreadable."""
    try:
        if not place.is_file() or place.stat().st_size > limit_in_force(None):
            return None
        digest = hashlib.sha256()
        with place.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except (OSError, ValueError):
        return None
    return digest.hexdigest()
