"""The place where a person stopped reading, kept in the user's state folder and not in the saved file."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from readerapp.model import Document, ReaderError
from readerapp.model.json_text import json_text
from readerapp.saving.atomic import write_atomically
from readerapp.saving.documents_key import documents_key
from readerapp.saving.folders import state_place

_MOST = 1000
"""Places that are kept; the one that was left longest ago goes first."""

_LARGEST = 1_000_000
"""Bytes of the file of a place, with room for many thousand articles."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was in a comparison."""

    finding: str | None
    """Identity of the finding that was current."""
    offsets: Mapping[str, int]
    """By document identity, the code point at the top of its pane."""


def places_folder() -> Path:
    """The folder that holds them, one file each."""
    return state_place() / "places"


def place_key(documents: Sequence[Document]) -> str:
    """The key under which the place in these articles is kept."""
    return documents_key(documents)


def remember_place(key: str, place: Place) -> None:
    """Remember where a person was; that it cannot be written is no reason to disturb anybody.

    Args:
        key: of the articles, from `place_key`.
        place: where the person was.
    """
    data = json_text({"finding": place.finding, "offsets": dict(place.offsets)}).encode()
    with suppress(ReaderError):
        write_atomically(places_folder() / f"{key}.json", data, private=True)
        _forget_oldest()


def recall_place(key: str) -> Place | None:
    """Where the person was; None if that is not known.

    Args:
        key: of the articles, from `place_key`.

    Returns:
        the place; its offsets may lie behind the end of a text if somebody changed the file.
    """
    try:
        with open(places_folder() / f"{key}.json", "rb") as stream:
            value = json.loads(stream.read(_LARGEST))
        finding, offsets = value["finding"], value["offsets"]
        if not (finding is None or isinstance(finding, str)):
            return None
        if not all(isinstance(offset, int) and offset >= 0 for offset in offsets.values()):
            return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return Place(finding, offsets)


def _forget_oldest() -> None:
    with suppress(OSError):
        names = os.listdir(places_folder())
        if len(names) > _MOST:
            files = sorted((places_folder() / name for name in names), key=lambda file: file.stat().st_mtime)
            for file in files[: len(files) - _MOST]:
                file.unlink()
