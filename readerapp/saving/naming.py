"""The name that is proposed for a saved comparison."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from readerapp.model import Document
from readerapp.model.portable import SAVED_SUFFIX, file_name, is_address

_LONGEST_PART = 40
_LONGEST = 100
"""Bytes of the proposed name without its suffix, which every file system allows."""

_NAMED = 3
"""Articles that are named; of more the number is told."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def proposed_name(documents: Sequence[Document]) -> str:
    """A file name made of those of the articles, such as `a-b.reader.json`.

    Args:
        documents: the articles that are compared.

    Returns:
        a name without folder, of letters and digits (of any script), dots, hyphens and underscores.
    """
    parts = [_part(document) for document in documents[:_NAMED]]
    if len(documents) > _NAMED:
        parts = [*parts[: _NAMED - 1], f"and-{len(documents) - _NAMED + 1}-more"]
    stem = _cut("-".join(part for part in parts if part), _LONGEST) or "comparison"
    return (f"{stem}-comparison" if _RESERVED.fullmatch(stem) else stem) + SAVED_SUFFIX


def free_name_beside(location: Path) -> Path:
    """A name like that of a file, in its folder, that no file has yet, such as `a-b-2.reader.json`.

    Args:
        location: a saved comparison.
    """
    name = location.name
    suffix = SAVED_SUFFIX if name.lower().endswith(SAVED_SUFFIX) else location.suffix
    stem = name[: len(name) - len(suffix)]
    names = (location.with_name(f"{stem}-{number}{SAVED_SUFFIX}") for number in count(2))
    return next(path for path in names if not os.path.lexists(path))


def _part(document: Document) -> str:
    if document.source == "-" or is_address(document.source):
        return _safe(document.title)
    name = file_name(document.source)
    stem, dot, _ = name.rpartition(".")
    return _safe(stem if dot and stem else name) or _safe(document.title)


def _safe(text: str) -> str:
    """The text with whatever could mean something to a shell or a file system turned into hyphens."""
    text = re.sub(r"[^\w.]+", "-", unicodedata.normalize("NFC", text))
    return _cut(re.sub(r"[-.]{2,}", "-", text).strip("-._"), _LONGEST_PART)


def _cut(text: str, limit: int) -> str:
    """At most `limit` bytes of the text, cut behind a word where that loses little."""
    if len(text.encode()) <= limit:
        return text
    short = text.encode()[:limit].decode("utf-8", "ignore")
    place = short.rfind("-")
    return (short[:place] if place > len(short) // 2 else short).strip("-._")
