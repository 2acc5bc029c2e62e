"""Running a comparison beside the app.

A `Comparer` yields frames and can be stopped from another thread. `ChildComparer` starts a child
process (`readerapp.comparison_process`); tests put an iterator in its place. `multiprocessing` cannot
be used here: it asks standard error for its descriptor, which Textual has replaced.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO, BinaryIO, Protocol, cast

import readerapp
from readerapp.comparison_process import (
    Ended,
    Failed,
    Frame,
    Request,
    read_frame,
    write_frame,
)
from readerapp.known_results import ResultStore
from readerapp.model import ReaderError
from readerapp.saving.atomic import write_atomically

_START = "import sys; sys.path.append(sys.argv[1]); from readerapp.comparison_process import main; main()"


class Comparer(Protocol):
    """Something that compares, step by step."""

    def frames(self, request: Request) -> Iterator[Frame]:
        """Compare; the last frame is `Ended` or `Failed`, or there is none after `stop`."""
        ...

    def stop(self) -> None:
        """Break off, from any thread, at any time, also more than once."""
        ...

    def another(self) -> Comparer:
        """One of the same sort, for a comparison after this one."""
        ...


class ChildComparer:
    """Compares in a child process.

    Args:
        log: file for what the child prints when it breaks; None to keep nothing.
        results: where the child keeps results of comparisons; None to keep nothing.
    """

    def __init__(self, log: Path | None = None, results: ResultStore | None = None) -> None:
        self._log, self._results = log, results
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def frames(self, request: Request) -> Iterator[Frame]:
        """Compare in the child and hand on its frames."""
        with tempfile.TemporaryFile() as complaints:
            try:
                process = self._start(complaints)
            except OSError as error:
                yield Failed(f"The comparison could not be started: {error.strerror or error}.")
                return
            try:
                yield from self._converse(process, replace(request, cache=self._results), complaints)
            finally:
                _end(process)

    def stop(self) -> None:
        """End the child."""
        self._stopped = True
        process = self._process
        if process is not None:
            with suppress(OSError):
                process.kill()

    def another(self) -> ChildComparer:
        """A comparer with a child of its own."""
        return type(self)(self._log, self._results)

    def command(self) -> list[str]:
        """What is run as the child."""
        root = str(Path(readerapp.__file__).resolve().parent.parent)
        # -P: a file named random.py in the folder of the articles is none of our modules.
        return [sys.executable, "-P", "-c", _START, root]

    def _start(self, complaints: IO[bytes]) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            self.command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            # Keys such as Ctrl+C and a closing terminal are the app's business.
            start_new_session=os.name == "posix",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._process = process
        if self._stopped:
            process.kill()
        return process

    def _converse(
        self, process: subprocess.Popen[bytes], request: Request, complaints: IO[bytes]
    ) -> Iterator[Frame]:
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(OSError):
            # A child that is dead already shows in its silence.
            write_frame(cast(BinaryIO, process.stdin), request)
        while (frame := read_frame(cast(BinaryIO, process.stdout))) is not None:
            assert isinstance(frame, Frame)
            yield frame
            if isinstance(frame, Ended | Failed):
                return
        if not self._stopped:
            yield Failed(self._explain(process, complaints))

    def _explain(self, process: subprocess.Popen[bytes], complaints: IO[bytes]) -> str:
        """Why the child fell silent, in one line; the whole story goes into the log."""
        status = process.wait()
        complaints.seek(0)
        story = complaints.read().decode(errors="replace").strip()
        last_line = story.splitlines()[-1] if story else f"its process ended with status {status}"
        message = f"The comparison broke off: {last_line}."
        if self._log is not None and story:
            try:
                write_atomically(self._log, f"{story}\n".encode(), private=True)
            except ReaderError:
                return message
            message += f" More stands in {self._log}."
        return message


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a child that may run still, and forget it."""
    with suppress(OSError):
        process.kill()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()
    process.wait()
