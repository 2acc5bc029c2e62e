"""The comparison that runs beside the screen: its findings stream in, it can be stopped.

A worker thread reads frames and posts them; the screen gathers what arrives and takes it over a few
times a second, so that keys are answered in between.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from readerapp.comparing import FindingsArrived
from readerapp.comparison_process import Ended, Failed, Frame, Request
from readerapp.model import Finding, Progressed
from readerapp.ui.child_comparer import Comparer
from readerapp.ui.reading.part import Part
from readerapp.ui.wording import plural, stops_in_words

if TYPE_CHECKING:
    from readerapp.ui.screens.reading import ReadingScreen

_INTERVAL = 0.2
"""Seconds at least between two times that findings are taken over."""

_SHARE = 8
"""How many times longer than taking over the screen is left to the person afterwards."""


class FrameArrived(Message):
    """The comparison said something."""

    def __init__(self, frame: Frame | None) -> None:
        super().__init__()
        self.frame = frame
        """None: it said its last."""


class ComparisonRun(Part):
    """One comparison from its beginning to its end."""

    def __init__(self, screen: ReadingScreen, comparer: Comparer | None) -> None:
        super().__init__(screen)
        self._comparer = comparer
        self.is_running = False
        """Is the comparison going on?"""
        self.was_stopped = False
        """Did the person break it off?"""
        self._progress = ""
        self._waiting: list[Finding] = []
        self._timer: Timer | None = None

    @property
    def in_words(self) -> str:
        """How far it is, such as `comparing 40 % (S stops)`; empty where it does not run."""
        return f"comparing {self._progress} (S stops)".replace("  ", " ") if self.is_running else ""

    def start(self) -> None:
        """Begin, if there is something to do."""
        if self._comparer is None:
            return
        self.is_running = True
        self.session.is_complete = False
        self.screen.run_worker(self._read, thread=True, exclusive=True, group="compare", exit_on_error=False)
        self.screen.refresh_status()

    def _read(self) -> None:
        assert self._comparer is not None
        worker = get_current_worker()
        session = self.session
        try:
            for frame in self._comparer.frames(Request(session.documents, session.settings)):
                if worker.is_cancelled:
                    return
                self.screen.post_message(FrameArrived(frame))
        finally:
            self.screen.post_message(FrameArrived(None))

    def arrived(self, frame: Frame | None) -> None:
        """Take in what the comparison said."""
        if not self.is_running:
            return
        if isinstance(frame, FindingsArrived):
            self._waiting.extend(frame.findings)
            if self._timer is None:
                self._take_over()
        elif isinstance(frame, Progressed):
            progress = f"{frame.done:.0%}"
            if progress != self._progress:
                self._progress = progress
                self.screen.refresh_status()
        elif isinstance(frame, Failed):
            self._finish()
            self.screen.say(frame.message + self._kept(), severity="error")
        elif isinstance(frame, Ended):
            self.session.is_complete = True
            self.session.notices = tuple(dict.fromkeys((*self.session.notices, *frame.notices)))
            self._finish()
        else:
            self._finish()

    def _take_over(self) -> None:
        """Show what has arrived since the last time, and look again after a while."""
        self._timer = None
        if not self._waiting:
            return
        started = time.perf_counter()
        findings, self._waiting = self._waiting, []
        self.session.add_findings(findings)
        self.screen.findings_changed()
        if self.is_running:
            pause = max(_INTERVAL, _SHARE * (time.perf_counter() - started))
            self._timer = self.screen.set_timer(pause, self._take_over)

    def _finish(self) -> None:
        self.is_running = False
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._take_over()
        self.screen.comparison_ended()

    def _kept(self) -> str:
        found = len(self.session.findings)
        return (
            f" {plural(found, 'finding')} found until then {'is' if found == 1 else 'are'} kept."
            if found
            else ""
        )

    def stop(self) -> None:
        """Break off and keep what was found."""
        if self.is_running and self._comparer is not None:
            self.was_stopped = True
            self._comparer.stop()
            self._finish()
            found = stops_in_words(self.session.stops) or "nothing yet"
            self.screen.say(f"The comparison was stopped. Found until then: {found}.")

    def abandon(self) -> None:
        """The app ends: let nothing go on behind it."""
        self.is_running = False
        if self._comparer is not None:
            self._comparer.stop()
