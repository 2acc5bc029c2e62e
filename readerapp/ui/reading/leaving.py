"""Saving on the person's word, taking over what a killed sitting left, and leaving."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from readerapp.model import Annotations, Comparison, ReaderError
from readerapp.ui.reading.keeping import Keeper
from readerapp.ui.reading.part import Handler, Part
from readerapp.ui.screens.question import Answer, Question
from readerapp.ui.screens.save_as import SaveAs
from readerapp.ui.wording import plural

if TYPE_CHECKING:
    from readerapp.session import Session
    from readerapp.ui.screens.reading import ReadingScreen


class SaveEnded(Message):
    """Writing the file came to an end."""

    def __init__(
        self,
        comparison: Comparison,
        annotations: Annotations,
        location: Path | None,
        complaint: str,
        *,
        then_leave: bool,
    ) -> None:
        super().__init__()
        self.comparison, self.annotations = comparison, annotations
        """What was to be written."""
        self.location = location
        """The file; None where it could not be written."""
        self.complaint = complaint
        self.then_leave = then_leave


class NotKept(Message):
    """Unsaved work could not be put into the recovery file."""

    def __init__(self, complaint: str) -> None:
        super().__init__()
        self.complaint = complaint


class Leaving(Part):
    """What has to do with the end of the sitting, and with the one before."""

    def __init__(self, screen: ReadingScreen, keeper: Keeper) -> None:
        super().__init__(screen)
        self.keeper = keeper
        self._is_writing = False
        self._next_save: tuple[Path, bool] | None = None

    def handlers(self) -> dict[str, Handler]:
        """Saving and leaving."""
        return {"save": self.save, "save_as": self._ask_for_name, "quit": self.quit}

    # Saving

    def save(self, *, then_leave: bool = False) -> None:
        """Save where it was saved before, or ask for a name the first time."""
        if self.keeper.location is None:
            self._ask_for_name(then_leave=then_leave)
        elif not self.keeper.may_write():
            self.tell_open_elsewhere()
            self._ask_for_name(then_leave=then_leave)
        else:
            self._write(self.keeper.location, then_leave=then_leave)

    def tell_open_elsewhere(self) -> None:
        """Say that another reader has the saved comparison open, if one has."""
        location = self.keeper.location
        if location is not None and not self.keeper.may_write():
            self.screen.say(
                f"{location.name} is open in another reader: what you add here is saved under another name.",
                severity="warning",
            )

    def _ask_for_name(self, *, then_leave: bool = False) -> None:
        def chosen(location: Path | None) -> None:
            if location is not None:
                self._write(location, then_leave=then_leave)

        self.screen.app.push_screen(SaveAs(self.keeper.proposal(), self.keeper.location), chosen)

    def _write(self, location: Path, *, then_leave: bool) -> None:
        if self._is_writing:
            self._next_save = (location, then_leave)
            self.screen.say("The file is being written; it will be saved once more after that.")
            return
        self._is_writing = True
        # The session is read here, because only this thread may.
        comparison, annotations = self.session.comparison, self.session.annotations
        self.screen.run_worker(
            partial(self._write_in_thread, location, comparison, annotations, then_leave),
            thread=True,
            group="save",
            exit_on_error=False,
        )

    def _write_in_thread(
        self, location: Path, comparison: Comparison, annotations: Annotations, then_leave: bool
    ) -> None:
        written, complaint = None, ""
        try:
            written = self.keeper.write(location, comparison, annotations)
        except ReaderError as error:
            complaint = str(error)
        except Exception as error:
            complaint = f"{location.name} could not be saved: {error!r}."
        self.screen.post_message(
            SaveEnded(comparison, annotations, written, complaint, then_leave=then_leave)
        )

    def ended(self, message: SaveEnded) -> None:
        """Tell how the saving went."""
        self._is_writing = False
        following, self._next_save = self._next_save, None
        if message.location is None:
            self.screen.say(
                f"Not saved: {message.complaint} Nothing is lost; w saves under another name.",
                severity="error",
            )
        else:
            self.session.mark_saved(message.comparison, message.annotations)
            self.keep()
            self.screen.refresh_status()
            self.screen.say(f"Saved in {message.location.absolute()}")
        if following is not None:
            location, then_leave = following
            self._write(location, then_leave=then_leave)
        elif message.location is not None and message.then_leave and not self.session.has_unsaved_work:
            self.leave()

    # The recovery file

    def keep(self) -> None:
        """Let the recovery file hold what is unsaved, and nothing where nothing is."""
        self.keeper.keep(self._complain)

    def keep_draft(self, change: Callable[[Session], object] | None) -> None:
        """Keep a note that is still being written.

        Args:
            change: what will be done with it when it is ready; None if it was given up.
        """
        self.keeper.draft = self.session.annotations_after(change) if change is not None else None
        self.keep()

    def _complain(self, complaint: str) -> None:
        self.screen.post_message(NotKept(complaint))

    # What a killed sitting left

    def offer_recovered(self) -> None:
        """Ask whether to go on with what a sitting left that was cut short."""
        recovered = self.keeper.offered()
        if recovered is None:
            return
        if self.session.merged_with(recovered.annotations) == self.session.annotations:
            # The saved file that was opened holds all of it.
            recovered.discard()
            return
        notes, reviews = len(recovered.annotations.notes), len(recovered.annotations.reviews)
        own = len(recovered.annotations.findings)
        found = f", {plural(own, 'finding')} made by hand" if own else ""
        explanation = (
            "The last sitting with these articles was cut short. It left "
            f"{plural(reviews, 'judged or noted finding')}{found} and "
            f"{plural(notes, 'note on text', 'notes on text')}, not saved."
        )
        answers = [
            Answer("take", "t", "Take them over"),
            Answer("later", "l", "Leave them for another time"),
            Answer("discard", "d", "Discard them"),
        ]

        def answered(answer: str | None) -> None:
            if answer == "take":
                self.session.take_over(recovered.comparison, recovered.annotations)
                self.screen.findings_changed()
                # It goes only after this sitting has put it onto the disk.
                if self.keeper.keep_at_once(self._complain):
                    recovered.discard()
            elif answer == "discard":
                recovered.discard()

        self.screen.app.push_screen(Question("Take over unsaved work?", explanation, answers), answered)

    # Leaving

    def quit(self) -> None:
        """Leave; ask first where there is unsaved work."""
        if not self.session.is_dirty:
            self.leave()
            return
        lost = ": verdicts and notes are lost" if self.session.has_unsaved_work else ""
        answers = [
            Answer("save", "s", "Save and leave"),
            Answer("discard", "d", f"Leave without saving{lost}"),
            Answer("stay", "c", "Stay"),
        ]

        def answered(answer: str | None) -> None:
            if answer == "save":
                self.save(then_leave=True)
            elif answer == "discard":
                self.leave()

        explanation = (
            "Verdicts, notes or findings of yours have not been saved."
            if self.session.has_unsaved_work
            else "The comparison went on after it was saved: the file does not hold everything."
        )
        self.screen.app.push_screen(Question("Leave with unsaved work?", explanation, answers), answered)

    def leave(self) -> None:
        """End the app of the person's own will."""
        self.end(clean=True)
        self.screen.app.exit(0)

    def end(self, *, clean: bool) -> None:
        """Put everything in order behind the sitting."""
        self.screen.comparison_run.abandon()
        offsets = {pane.document.id: pane.top_offset for pane in self.screen.panes.all}
        self.keeper.remember_place(offsets)
        self.keeper.end(clean=clean)
