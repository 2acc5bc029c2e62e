"""Saving, the recovery file, and the place to come back to."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readerapp.model import Annotations, Comparison, ReaderError
from readerapp.saving.comparison_file import proposed_name, write_comparison_file
from readerapp.saving.places import Place, place_key, recall_place, remember_place
from readerapp.saving.recovery import Recovered, RecoveryFile, recovery_for
from readerapp.session import Session

if TYPE_CHECKING:
    from readerapp.saving.comparison_file import SavedComparison

_BRIEF = 0.03
"""Seconds that keeping may take between a key and its effect; what takes longer goes on in a thread."""

_SPEED = 50_000_000
"""Code points a second that are certainly written."""


class Keeper:
    """Keeps what a person added, on the disk.

    Args:
        session: the sitting.
        saved: the file that it was opened from.
        enabled: may anything be written into the user's folders?
    """

    def __init__(self, session: Session, *, saved: SavedComparison | None, enabled: bool) -> None:
        self._session = session
        self._original: Mapping[str, Any] | None = saved.original if saved else None
        self._enabled = enabled
        self._recovery = RecoveryFile.open_for(session.documents, enabled=enabled)
        self._lock = threading.Lock()
        self._newest: tuple[Comparison, Annotations] | None = None
        self._thread: threading.Thread | None = None
        # The first time, the texts are written along; afterwards it is known how long keeping takes.
        self._last_duration = sum(len(document.text) for document in session.documents) / _SPEED
        self.location: Path | None = saved.path if saved else None
        """The file that the comparison was saved in; None before the first time."""

    # The saved file

    def proposal(self) -> Path:
        """Where the comparison would be saved if nobody says otherwise."""
        return self.location or Path(proposed_name(self._session.documents))

    def write(self, location: Path, annotations: Annotations, *, overwrite: bool) -> Path:
        """Write the annotated comparison; may be called in a thread.

        Returns:
            the file that was written.

        Raises:
            ReaderError: it could not be written; whatever stood there stands there still.
        """
        saved = write_comparison_file(
            location, self._session.comparison, annotations, original=self._original, overwrite=overwrite
        )
        self._original = saved.original
        self.location = saved.path
        return saved.path

    # The recovery file

    def offered(self) -> Recovered | None:
        """What a sitting with the same articles left that did not come to its end."""
        return recovery_for(self._session.documents) if self._enabled else None

    def keep(self) -> str | None:
        """Put unsaved work into the recovery file, at once where that is quick.

        Returns:
            a complaint for the person if it could not be written.
        """
        if not self._enabled:
            return None
        if not self._session.is_dirty:
            self.flush()
            self._recovery.remove()
            return None
        self._newest = (self._session.comparison, self._session.annotations)
        if self._last_duration > _BRIEF:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._keep_newest, name="recovery")
                self._thread.start()
            return None
        return self._keep_newest()

    def _keep_newest(self) -> str | None:
        complaint = None
        with self._lock:
            while self._newest is not None:
                (comparison, annotations), self._newest = self._newest, None
                started = time.perf_counter()
                try:
                    self._recovery.keep(comparison, annotations)
                except ReaderError as error:
                    complaint = str(error)
                self._last_duration = time.perf_counter() - started
        return complaint

    def flush(self) -> None:
        """Wait until the recovery file holds everything."""
        if self._thread is not None:
            self._thread.join()
        self._keep_newest()

    def end(self, *, clean: bool) -> None:
        """The sitting ends.

        Args:
            clean: did the person leave by themselves? Otherwise what is unsaved stays for the next start.
        """
        self.flush()
        if clean or not self._session.is_dirty:
            self._recovery.remove()

    # The place

    def remember_place(self, offsets: Mapping[str, int]) -> None:
        """Remember where the person is, for the next sitting with the same articles."""
        if self._enabled:
            current = self._session.current
            place = Place(current.id if current else None, dict(offsets))
            remember_place(place_key(self._session.documents), place)

    def recall_place(self) -> Place | None:
        """Where the person was at the end of the last sitting with the same articles."""
        return recall_place(place_key(self._session.documents)) if self._enabled else None
