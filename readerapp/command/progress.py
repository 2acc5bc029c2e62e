"""How far a comparison is, on one line of standard error that is gone when the report comes."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import time
from contextlib import suppress

from readerapp.command.terminal import is_terminal
from readerapp.model.printable import printable

_INTERVAL = 0.1
"""Seconds between two changes of the line; a line that changes more often flickers."""


class ProgressLine:
    """One line that is rewritten in place; silent where nobody could watch it."""

    def __init__(self, *, is_shown: bool) -> None:
        """Begin without writing anything.

        Args:
            is_shown: may the line be written at all?
        """
        self._is_shown = is_shown
        self._next = time.monotonic() + _INTERVAL
        self._is_dirty = False

    def tell(self, stage: str, done: float) -> None:
        """Say what is being done and how far it is.

        Args:
            stage: in words for a person.
            done: share of the stage that is done, from 0 to 1.
        """
        now = time.monotonic()
        if not self._is_shown or now < self._next:
            return
        self._next = now + _INTERVAL
        columns = shutil.get_terminal_size().columns
        self._write("\r\x1b[K" + printable(f"{stage} {min(max(done, 0.0), 1.0):.0%}", max(columns - 1, 1)))
        self._is_dirty = True

    def clear(self) -> None:
        """Take the line away."""
        if self._is_dirty:
            self._write("\r\x1b[K")
            self._is_dirty = False

    def _write(self, text: str) -> None:
        with suppress(OSError, ValueError):
            sys.stderr.write(text)
            sys.stderr.flush()


def may_show_progress(*, prints_report: bool) -> bool:
    """Is there a person at a terminal who waits for the report?

    Args:
        prints_report: does the report go to standard output, rather than into a file?
    """
    if not is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
        return False
    return not (prints_report and _is_pipe())


def _is_pipe() -> bool:
    try:
        mode = os.fstat(sys.stdout.fileno()).st_mode
    except (OSError, ValueError, AttributeError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)
