"""A real terminal for tests: a pseudo-terminal with the command in it, and a screen to look at."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

READER = (sys.executable, "-m", "readerapp")
# The child has a session of its own; the terminal becomes the one that /dev/tty stands for there.
_TAKE_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
PATIENCE = 30.0
"""Seconds to wait for something to be shown; a busy machine is slow, a broken app never shows it."""


class Terminal:
    """A child process whose controlling terminal is ours."""

    def __init__(
        self,
        words: Sequence[str],
        *,
        columns: int = 100,
        rows: int = 30,
        folder: Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Start a command.

        Args:
            words: the command and its arguments.
            columns: width of the terminal in cells.
            rows: height of the terminal in cells.
            folder: where the command is started; here where None.
            environment: variables beside those of this process.
        """
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.output = b""
        """Everything that came out so far."""
        self._terminal, inner = pty.openpty()
        self.resize(columns, rows)
        self.process = subprocess.Popen(
            [sys.executable, "-c", _TAKE_TERMINAL, *words],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            start_new_session=True,
        )
        os.close(inner)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.status is None:
            self.process.kill()
            self.process.wait()
        os.close(self._terminal)

    @property
    def status(self) -> int | None:
        """Exit status, negative where a signal ended the process; None while it runs."""
        return self.process.poll()

    @property
    def text(self) -> str:
        """What is on the screen, a line for each row."""
        return "\n".join(self.screen.display)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal, as somebody does with a window."""
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def press(self, keys: str) -> None:
        """Type some keys, as the bytes that a terminal sends for them."""
        os.write(self._terminal, keys.encode())

    def wait_for(self, text: str) -> str:
        """Wait until a text is on the screen, and return the screen."""
        return self.wait_until(lambda: text in self.text, f"{text!r} to be shown")

    def wait_until(self, condition: Callable[[], bool], what: str) -> str:
        """Wait until something is so, and return the screen."""
        end = time.monotonic() + PATIENCE
        while not condition():
            if not self._read(0.1) and self.status is not None and not condition():
                raise AssertionError(f"ended with {self.status} while waiting for {what}:\n{self.text}")
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what}:\n{self.text}")
        return self.text

    def wait_for_end(self) -> int:
        """Wait until the process has ended, and return its exit status."""
        end = time.monotonic() + PATIENCE
        while (status := self.status) is None or self._read(0):
            self._read(0.1)
            if time.monotonic() > end:
                raise AssertionError(f"has not ended:\n{self.text}")
        return status

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal to the process."""
        self.process.send_signal(number)

    def _read(self, seconds: float) -> bool:
        """Take in what comes within a time; is there perhaps more?"""
        ready, _, _ = select.select([self._terminal], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            # Linux says so when the other side is closed.
            return False
        self.output += data
        self._stream.feed(data)
        return bool(data)
