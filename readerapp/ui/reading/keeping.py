"""Saving, the recovery file, and the place to come back to."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readerapp.model import Annotations, Comparison, ReaderError
from readerapp.model.printable import printable
from readerapp.saving.atomic import unwritable
from readerapp.saving.claim import Claim, claimed
from readerapp.saving.comparison_file import proposed_name, write_comparison_file
from readerapp.saving.naming import free_name_beside
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
        absolute_paths: is what is saved to tell where the files of the articles lie on this computer?
    """

    def __init__(
        self,
        session: Session,
        *,
        saved: SavedComparison | None,
        enabled: bool,
        absolute_paths: bool = False,
    ) -> None:
        self._session = session
        self._original: Mapping[str, Any] | None = saved.original if saved else None
        self._enabled = enabled
        self._absolute_paths = absolute_paths
        self._recovery = RecoveryFile.open_for(session.documents, enabled=enabled)
        self._lock = threading.Lock()
        self._newest: tuple[Comparison, Annotations] | None = None
        self._thread: threading.Thread | None = None
        self._is_writing = False
        # The first time, the texts are written along; afterwards it is known how long keeping takes.
        self._last_duration = sum(len(document.text) for document in session.documents) / _SPEED
        self.location: Path | None = saved.path if saved else None
        """The file that the comparison was saved in; None before the first time."""
        self.draft: Annotations | None = None
        """What the annotations will be when the note that is being written is done."""
        self._claim: Claim | None = None

    # The saved file

    def proposal(self) -> Path:
        """Where the comparison would be saved if nobody says otherwise."""
        if self.location is None:
            return Path(proposed_name(self._session.documents))
        return self.location if self.may_write() else free_name_beside(self.location)

    def may_write(self) -> bool:
        """Has no other reader the file open that the comparison is saved in? It is kept from others then."""
        if self.location is None:
            return True
        if self._claim is None or not self._claim.covers(self.location):
            self.give_up_claim()
            self._claim = claimed(self.location)
        return self._claim is not None

    def give_up_claim(self) -> None:
        """Let other readers save in the file."""
        if self._claim is not None:
            self._claim.release()
            self._claim = None

    def write(self, location: Path, comparison: Comparison, annotations: Annotations) -> Path:
        """Write an annotated comparison in place of what is there; may be called in a thread.

        Returns:
            the file that was written.

        Raises:
            ReaderError: it could not be written; whatever stood there stands there still.
        """
        is_own = self._claim is not None and self._claim.covers(location)
        claim = self._claim if is_own else claimed(location)
        if claim is None:
            raise ReaderError(
                f"{printable(str(location))} is open in another reader, whose work it would replace; "
                "choose another name."
            )
        try:
            saved = write_comparison_file(
                location,
                comparison,
                annotations,
                original=self._original,
                overwrite=True,
                absolute_paths=self._absolute_paths,
            )
            # What stands there now is another file than the one that was claimed.
            self.give_up_claim()
            self._claim = claimed(saved.path)
        except OSError as error:
            raise unwritable(location, error) from error
        finally:
            if claim is not self._claim:
                claim.release()
        self._original = saved.original
        self.location = saved.path
        return saved.path

    # The recovery file

    def offered(self) -> Recovered | None:
        """What a sitting with the same articles left that did not come to its end."""
        return recovery_for(self._session.documents) if self._enabled else None

    def keep(self, complain: Callable[[str], None]) -> None:
        """Put unsaved work into the recovery file, at once where that is quick.

        Args:
            complain: called, from any thread, with what to tell the person if it could not be written.
        """
        if not self._enabled:
            return
        work = self._unsaved()
        if work is None:
            self.flush()
            self._recovery.remove()
            return
        with self._lock:
            self._newest = work
            if self._is_writing:
                return
            self._is_writing = True
        if self._last_duration > _BRIEF:
            self._thread = threading.Thread(target=self._keep_newest, args=(complain,), name="recovery")
            self._thread.start()
        else:
            self._keep_newest(complain)

    def keep_at_once(self, complain: Callable[[str], None]) -> bool:
        """Put unsaved work into the recovery file, and wait for it however long it takes.

        Returns:
            is it there? Otherwise `complain` was called.
        """
        complaints: list[str] = []
        self.flush()
        self.keep(complaints.append)
        self.flush()
        for complaint in complaints:
            complain(complaint)
        return self._enabled and not complaints

    def _unsaved(self) -> tuple[Comparison, Annotations] | None:
        """What would be lost if the app ended now."""
        session = self._session
        annotations = self.draft or session.annotations
        is_draft = annotations != session.annotations
        return (session.comparison, annotations) if is_draft or session.has_unsaved_work else None

    def _keep_newest(self, complain: Callable[[str], None]) -> None:
        while True:
            with self._lock:
                work, self._newest = self._newest, None
                if work is None:
                    # Told under the lock: who comes later writes by themselves.
                    self._is_writing = False
                    return
            started = time.perf_counter()
            try:
                self._recovery.keep(*work)
            except ReaderError as error:
                complain(str(error))
            except Exception as error:
                complain(f"Unsaved work could not be kept: {error!r}.")
            self._last_duration = time.perf_counter() - started

    def flush(self) -> None:
        """Wait until the recovery file holds everything."""
        if self._thread is not None:
            self._thread.join()

    def end(self, *, clean: bool) -> None:
        """The sitting ends.

        Args:
            clean: did the person leave by themselves? Otherwise what is unsaved stays for the next start.
        """
        self.flush()
        self.give_up_claim()
        if clean or self._unsaved() is None:
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
