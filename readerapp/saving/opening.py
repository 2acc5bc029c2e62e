"""Opening a saved comparison, whatever the file may hold."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from readerapp.annotations import Contents, ForeignError, MalformedError, NewerError, Said, contents_of
from readerapp.model import Annotations, Comparison, ReaderError
from readerapp.model.printable import printable
from readerapp.sources.files import unreadable
from readerapp.sources.limits import VARIABLE, in_megabytes, limit_in_force

_TIMES_AN_ARTICLE = 10
"""How much larger than an article may be a saved comparison may be, which holds several."""


@dataclass(frozen=True, slots=True, eq=False)
class Original(Mapping[str, Any]):
    """The object that a file holds, with its bytes."""

    value: Mapping[str, Any]
    data: bytes
    path: Path
    """The file, absolute; the paths in it begin in its folder."""
    said: Said
    """What it says."""
    absolute_paths: Mapping[str, str] = field(default_factory=dict)
    """By document identity, the absolute paths that stand in it because somebody asked for them."""

    def __getitem__(self, key: str) -> Any:
        return self.value[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.value)

    def __len__(self) -> int:
        return len(self.value)


@dataclass(frozen=True, slots=True)
class SavedComparison:
    """A comparison as it stands in a file."""

    comparison: Comparison
    annotations: Annotations
    original: Original
    """What the file holds; to be given back when it is written again."""
    path: Path


def read_comparison_file(path: Path) -> SavedComparison:
    """Open a saved comparison.

    Args:
        path: the file.

    Raises:
        ReaderError: it cannot be read, is damaged, is something else, or was written by a later version;
            the message says what to do.
    """
    original = parsed(path, _read(path))
    return SavedComparison(*original.said, original, path)


def _read(path: Path) -> bytes:
    shown = printable(str(path))
    limit = _TIMES_AN_ARTICLE * limit_in_force(None)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ReaderError(f"{shown} is no file; name a saved comparison.")
        if status.st_size > limit:
            raise ReaderError(
                f"{shown} is larger than {in_megabytes(limit)}, which no saved comparison should be; "
                f"to open it anyway, set {VARIABLE} to a tenth of its size in bytes."
            )
        return path.read_bytes()
    except OSError as error:
        raise unreadable(shown, error) from error
    except ValueError as error:
        raise ReaderError(f"{shown}: there is no such file; a name cannot hold a NUL.") from error
    except MemoryError as error:
        raise ReaderError(
            f"{shown} does not fit into memory; close other programs, or compare less."
        ) from error


def parsed(path: Path, data: bytes) -> Original:
    """What the bytes of a file say.

    Args:
        path: the file.
        data: what it holds.

    Raises:
        ReaderError: it is damaged, is something else, or was written by a later version.
    """
    shown = printable(str(path))
    try:
        if not data.strip():
            raise MalformedError("it is empty")
        value = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant)
        contents = contents_of(value)
    except ForeignError as error:
        raise ReaderError(
            f"{shown} is no comparison saved by reader, but another JSON file; "
            "name the articles that you want to compare."
        ) from error
    except NewerError as error:
        raise ReaderError(
            f"{shown} was saved by a later version of reader; install that version to open it."
        ) from error
    except (MalformedError, RecursionError, ValueError, MemoryError) as error:
        raise ReaderError(
            f"{shown} is damaged: {_in_words(error)}. Open a copy, or compare the articles again."
        ) from error
    place = Path(os.path.abspath(path))
    said = Said(_located(contents, place.parent), contents.annotations)
    return Original(value, data, place, said, contents.absolute_paths)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _in_words(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"it is not UTF-8 from byte {error.start} on"
    if isinstance(error, json.JSONDecodeError):
        if error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated"):
            return "its end is missing"
        return f"it is no JSON from line {error.lineno}, column {error.colno} on"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if isinstance(error, MemoryError):
        return "it does not fit into memory"
    return printable(str(error), 300)


def _located(contents: Contents, folder: Path) -> Comparison:
    """The comparison with the places where its articles' files would lie."""
    documents = tuple(
        replace(document, location=os.path.abspath(folder / contents.paths[document.id]))
        if document.id in contents.paths
        else document
        for document in contents.comparison.documents
    )
    return replace(contents.comparison, documents=documents)
