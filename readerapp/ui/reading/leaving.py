"""Saving on the person's word, taking over what a killed sitting left, and leaving."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from readerapp.model import Annotations, ReaderError
from readerapp.ui.reading.keeping import Keeper
from readerapp.ui.reading.part import Handler, Part
from readerapp.ui.screens.question import Answer, Question
from readerapp.ui.screens.save_as import SaveAs

if TYPE_CHECKING:
    from readerapp.ui.screens.reading import ReadingScreen


class SaveEnded(Message):
    """Writing the file came to an end."""

    def __init__(
        self, annotations: Annotations, location: Path | None, complaint: str, *, then_leave: bool
    ) -> None:
        super().__init__()
        self.annotations = annotations
        """What was to be written."""
        self.location = location
        """The file; None where it could not be written."""
        self.complaint = complaint
        self.then_leave = then_leave


class Leaving(Part):
    """What has to do with the end of the sitting, and with the one before."""

    def __init__(self, screen: ReadingScreen, keeper: Keeper) -> None:
        super().__init__(screen)
        self.keeper = keeper
        self._is_writing = False

    def handlers(self) -> dict[str, Handler]:
        """Saving and leaving."""
        return {"save": self.save, "save_as": self._ask_for_name, "quit": self.quit}

    # Saving

    def save(self, *, then_leave: bool = False) -> None:
        """Save where it was saved before, or ask for a name the first time."""
        if self.keeper.location is None:
            self._ask_for_name(then_leave=then_leave)
        else:
            self._write(self.keeper.location, overwrite=True, then_leave=then_leave)

    def _ask_for_name(self, *, then_leave: bool = False) -> None:
        def chosen(location: Path | None) -> None:
            if location is not None:
                # SaveAs has asked before it returns a file that exists.
                self._write(location, overwrite=True, then_leave=then_leave)

        self.screen.app.push_screen(SaveAs(self.keeper.proposal(), self.keeper.location), chosen)

    def _write(self, location: Path, *, overwrite: bool, then_leave: bool) -> None:
        if self._is_writing:
            self.screen.say("The file is being written already.")
            return
        self._is_writing = True
        self.screen.run_worker(
            partial(self._write_in_thread, location, overwrite, then_leave),
            thread=True,
            group="save",
            exit_on_error=False,
        )

    def _write_in_thread(self, location: Path, overwrite: bool, then_leave: bool) -> None:
        annotations = self.session.annotations
        written, complaint = None, ""
        try:
            written = self.keeper.write(location, annotations, overwrite=overwrite)
        except ReaderError as error:
            complaint = str(error)
        except Exception as error:
            complaint = f"{location.name} could not be saved: {error!r}."
        self.screen.post_message(SaveEnded(annotations, written, complaint, then_leave=then_leave))

    def ended(self, message: SaveEnded) -> None:
        """Tell how the saving went."""
        self._is_writing = False
        if message.location is None:
            self.screen.say(
                f"Not saved: {message.complaint} Nothing is lost; w saves under another name.",
                severity="error",
            )
            return
        self.session.mark_saved(message.annotations)
        self.keeper.keep()
        self.screen.refresh_status()
        self.screen.say(f"Saved in {message.location.absolute()}")
        if message.then_leave and not self.session.is_dirty:
            self.leave()

    # What a killed sitting left

    def offer_recovered(self) -> None:
        """Ask whether to go on with what a sitting left that was cut short."""
        recovered = self.keeper.offered()
        if recovered is None or recovered.annotations == self.session.annotations:
            return
        notes, reviews = len(recovered.annotations.notes), len(recovered.annotations.reviews)
        explanation = (
            f"The last sitting with these articles was cut short. It left {reviews} judged or noted "
            f"findings and {notes} notes on text that were not saved."
        )
        answers = [
            Answer("take", "t", "Take them over"),
            Answer("later", "l", "Leave them for another time"),
            Answer("discard", "d", "Discard them"),
        ]

        def answered(answer: str | None) -> None:
            if answer == "take":
                self.session.take_over(recovered.annotations, "taken over from the last sitting")
                self.screen.annotations_changed()
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
        answers = [
            Answer("save", "s", "Save and leave"),
            Answer("discard", "d", "Leave without saving: verdicts and notes are lost"),
            Answer("stay", "c", "Stay"),
        ]

        def answered(answer: str | None) -> None:
            if answer == "save":
                self.save(then_leave=True)
            elif answer == "discard":
                self.leave()

        explanation = "Verdicts or notes have not been saved."
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
