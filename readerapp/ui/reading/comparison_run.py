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

from readerapp.comparing import OWN_NOTICES, FindingsArrived
from readerapp.comparison_process import Ended, Failed, Frame, Request
from readerapp.model import Finding, Progressed
from readerapp.model.printable import printable
from readerapp.ui.child_comparer import Comparer
from readerapp.ui.reading.part import Handler, Part, Reason
from readerapp.ui.wording import plural, stops_in_words

if TYPE_CHECKING:
    from readerapp.ui.screens.reading import ReadingScreen

_INTERVAL = 0.2
"""Seconds at least between two times that findings are taken over."""

_SHORT_STAGE = 24
"""Characters up to which the status line says what is being done."""

_MORE = 4.0
"""How many times the work that was allowed before may be done when the person goes on."""

_SHARE = 8
"""How many times longer than taking over the screen is left to the person afterwards."""


class FrameArrived(Message):
    """The comparison said something."""

    def __init__(self, frame: Frame | None, run: int) -> None:
        super().__init__()
        self.frame = frame
        """None: it said its last."""
        self.run = run
        """Which of the comparisons of this sitting it was."""


class ComparisonRun(Part):
    """A comparison from its beginning to its end, and those that go on with it."""

    def __init__(self, screen: ReadingScreen, comparer: Comparer | None) -> None:
        super().__init__(screen)
        self._comparer = comparer
        self.is_running = False
        """Is the comparison going on, or about to begin?"""
        self.was_stopped = False
        """Did the person break it off?"""
        self._is_due = False
        self._run = 0
        self._budget = 1.0
        self._progress = ""
        self._stage = ""
        self._told = 0.0
        self._waiting: list[Finding] = []
        self._timer: Timer | None = None

    @property
    def in_words(self) -> str:
        """How far it is, such as `comparing 40%: 120 pairs left (S stops)`; empty where it does not run."""
        stage = f": {printable(self._stage)}" if 0 < len(self._stage) <= _SHORT_STAGE else ""
        return self._with_progress(stage)

    @property
    def in_few_words(self) -> str:
        """The same without what is being done."""
        return self._with_progress("")

    def _with_progress(self, stage: str) -> str:
        if not self.is_running:
            return ""
        return f"comparing {self._progress}{stage if self._progress else ''} (S stops)".replace("  ", " ")

    def announce(self) -> None:
        """Count as running, if there is something to do: `start` comes next, perhaps a frame later."""
        if self._comparer is None:
            return
        self.is_running = self._is_due = True
        self.was_stopped = False
        self._run += 1
        self._progress = self._stage = ""
        self.session.is_complete = False

    def start(self) -> None:
        """Begin what was announced, unless it was stopped before."""
        if not self._is_due:
            return
        self._is_due = False
        self.screen.run_worker(self._read, thread=True, exclusive=True, group="compare", exit_on_error=False)
        self.screen.comparison_began()

    def _read(self) -> None:
        comparer, run = self._comparer, self._run
        assert comparer is not None
        worker = get_current_worker()
        request = Request(self.session.documents, self.session.settings, self._budget)
        try:
            for frame in comparer.frames(request):
                if worker.is_cancelled:
                    return
                self.screen.post_message(FrameArrived(frame, run))
        finally:
            self.screen.post_message(FrameArrived(None, run))

    def arrived(self, frame: Frame | None, run: int) -> None:
        """Take in what a comparison said.

        Args:
            frame: what it said; None for its last.
            run: which one; one that was stopped may have said something before it heard of that.
        """
        if not self.is_running or run != self._run:
            return
        if isinstance(frame, FindingsArrived):
            self._waiting.extend(frame.findings)
            if self._timer is None:
                self._take_over()
        elif isinstance(frame, Progressed):
            self._tell_progress(frame)
        elif isinstance(frame, Failed):
            self._finish()
            self.screen.say(frame.message + self._kept(), severity="error")
        elif isinstance(frame, Ended):
            self.session.is_complete = True
            # A comparison that went on says anew what there is to say.
            kept = (notice for notice in self.session.notices if notice.code not in OWN_NOTICES)
            self.session.notices = tuple(dict.fromkeys((*kept, *frame.notices)))
            self._finish()
        else:
            self._finish()

    def _tell_progress(self, progressed: Progressed) -> None:
        """Show how far it is, but not so often that the person is kept waiting for it."""
        progress, now = f"{progressed.done:.0%}", time.monotonic()
        is_new = (progress, progressed.stage) != (self._progress, self._stage)
        if is_new and (not self._progress or now - self._told >= _INTERVAL or progress != self._progress):
            self._told, self._progress, self._stage = now, progress, progressed.stage
            self.screen.refresh_status()

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
        self.is_running = self._is_due = False
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

    # Going on

    def handlers(self) -> dict[str, Handler]:
        """Going on."""
        return {"examine_rest": self._go_on}

    def reasons(self) -> dict[str, Reason]:
        """There has to be a rest."""
        return {"examine_rest": self._why_no_rest}

    def _why_no_rest(self) -> str | None:
        if self.is_running:
            return "The comparison is still going on."
        if self._comparer is None or not (self._was_cut_short or not self.session.is_complete):
            return "Nothing was left out."
        return None

    @property
    def _was_cut_short(self) -> bool:
        return any(notice.code == "pairs-not-examined" for notice in self.session.notices)

    def _go_on(self) -> None:
        """Compare once more, with more time where that was what lacked; what is known stays."""
        assert self._comparer is not None
        if self._was_cut_short:
            self._budget *= _MORE
        self._comparer = self._comparer.another()
        self.announce()
        self.start()
        self.screen.say("The comparison goes on; what is found comes in addition.")

    def abandon(self) -> None:
        """The app ends: let nothing go on behind it."""
        self.is_running = self._is_due = False
        if self._comparer is not None:
            self._comparer.stop()
