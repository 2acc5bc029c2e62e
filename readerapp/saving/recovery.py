"""What a person added since the last save, kept at every change until the sitting ends well.

Each sitting has a folder of its own below the user's state folder: a lock that tells that its process
lives, the texts of the articles (written once), and `work.json`, an annotation collection without the
texts that holds the findings which were judged and the notes, so that keeping it takes milliseconds
however long the articles are. Nothing is written before there is something to lose. A folder whose process
has ended is what a killed sitting left. All files can be read by the user alone.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from readerapp.annotations import (
    ForeignError,
    MalformedError,
    NewerError,
    Writer,
    contents_of,
    text_digest,
)
from readerapp.model import Annotations, Comparison, Document, ReaderError
from readerapp.model.json_text import json_text
from readerapp.model.portable import portable_source
from readerapp.saving.atomic import unwritable, write_atomically
from readerapp.saving.documents_key import documents_key
from readerapp.saving.folders import make_private_folder, state_place
from readerapp.saving.process_lock import ProcessLock, is_abandoned

LOCK, _WORK, _TEXTS = "lock", "work.json", "texts.json"

_BEGINNING = 60.0
"""Seconds within which a sitting that begins has written its first work."""


def recovery_folder() -> Path:
    """The folder that holds a folder for each sitting."""
    return state_place() / "recovery"


class RecoveryFile:
    """Keeps the unsaved work of one sitting."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._lock: ProcessLock | None = None

    @classmethod
    def open_for(cls, documents: Sequence[Document], *, enabled: bool) -> RecoveryFile:
        """Prepare to keep work on articles; nothing is written yet.

        Args:
            documents: the articles.
            enabled: may anything be written into the user's folders? Otherwise nothing ever is.
        """
        name = f"{documents_key(documents)}-{os.getpid()}-{secrets.token_hex(4)}"
        return cls(recovery_folder() / name if enabled else None)

    def keep(self, comparison: Comparison, annotations: Annotations) -> None:
        """Put the work onto the disk, in place of what was kept before.

        Args:
            comparison: what was found.
            annotations: what a person added.

        Raises:
            ReaderError: it could not be written.
        """
        if self._folder is None:
            return
        if self._lock is None:
            self._lock = self._begin(self._folder, comparison.documents)
        judged = [finding for finding in comparison.findings if finding.id in annotations.reviews]
        documents = comparison.documents
        sources = {
            # Without its place on this computer: the recovery file is no place to find it from.
            document.id: portable_source(replace(document, location=None), self._folder)
            for document in documents
        }
        writer = Writer(documents, sources)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        work = writer.collection(
            replace(comparison, findings=tuple(judged)),
            annotations,
            created=now,
            modified=now,
            with_texts=False,
        )
        write_atomically(self._folder / _WORK, json_text(work).encode(), private=True)

    def _begin(self, folder: Path, documents: Sequence[Document]) -> ProcessLock:
        try:
            make_private_folder(folder.parent)
            make_private_folder(folder)
            lock = ProcessLock(folder / LOCK)
        except OSError as error:
            raise unwritable(folder, error) from error
        texts = {text_digest(document): document.text for document in documents}
        try:
            write_atomically(folder / _TEXTS, json_text(texts).encode(), private=True)
        except ReaderError:
            lock.release()
            raise
        return lock

    def remove(self) -> None:
        """The work is saved, or the person does not want it: keep nothing until the next change."""
        if self._folder is not None and self._lock is not None:
            lock, self._lock = self._lock, None
            _remove(self._folder, lock)


def _remove(folder: Path, lock: ProcessLock | None = None) -> None:
    # The work goes first: a folder without it offers nothing, whatever happens in between.
    for name in (_WORK, _TEXTS):
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)
    if lock is not None:
        with suppress(OSError):
            lock.release()
    shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a sitting left that was cut short."""

    comparison: Comparison
    """The articles, and of the findings those that were judged."""
    annotations: Annotations
    modified: float
    """When it was kept, in seconds since 1970."""
    folder: Path

    def discard(self) -> None:
        """Remove it; it is not offered again."""
        _remove(self.folder)


def pending_recoveries() -> list[Recovered]:
    """What sittings left that were cut short, the newest first; what cannot be read is passed over."""
    return _pending("")


def recovery_for(documents: Sequence[Document]) -> Recovered | None:
    """The newest work that a sitting with these articles left which was cut short.

    Args:
        documents: the articles.
    """
    return next(iter(_pending(f"{documents_key(documents)}-")), None)


def unoffered_recovery(documents: Sequence[Document]) -> Recovered | None:
    """The newest work that was left, where it is on other articles and so is not offered with these.

    Args:
        documents: the articles that are opened.
    """
    newest = next(iter(pending_recoveries()), None)
    if newest is None or newest.folder.name.startswith(f"{documents_key(documents)}-"):
        return None
    return newest


def _pending(beginning: str) -> list[Recovered]:
    """What is there of articles whose key begins so, the newest first."""
    try:
        names = os.listdir(recovery_folder())
    except OSError:
        return []
    folders = [recovery_folder() / name for name in names if name.startswith(beginning)]
    found = [_recovered(folder) for folder in folders if is_abandoned(folder / LOCK)]
    return sorted(
        (recovered for recovered in found if recovered is not None),
        key=lambda recovered: recovered.modified,
        reverse=True,
    )


def _recovered(folder: Path) -> Recovered | None:
    """What a sitting left; None where it left nothing, and its folder then goes, or nothing readable."""
    try:
        modified = (folder / _WORK).stat().st_mtime
        work = json.loads((folder / _WORK).read_bytes())
        texts = json.loads((folder / _TEXTS).read_bytes())
        contents = contents_of(work, texts if isinstance(texts, dict) else {})
    except FileNotFoundError:
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > _BEGINNING:
                _remove(folder)
        return None
    except (OSError, ValueError, RecursionError, ForeignError, NewerError, MalformedError):
        return None
    if contents.annotations.is_empty:
        _remove(folder)
        return None
    return Recovered(contents.comparison, contents.annotations, modified, folder)
