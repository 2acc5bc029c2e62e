"""Comparing in a process of its own, so that a screen never waits for the interpreter.

The parent writes one frame, a `Request`, and reads frames until the child ends: `Progressed` and
`FindingsArrived` as they come, then one `Ended` or one `Failed`. A frame is a pickle behind its length
in four bytes; both ends are this program, so pickles are safe here. The child reads its standard input
to the end all the while: when the parent dies, however it dies, the pipe ends and so does the child.
What the finders print goes to standard error, never between the frames.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO

from readerapp.comparing import FindingsArrived, Finished, steps
from readerapp.known_results import ResultStore
from readerapp.model import Document, Notice, Progressed, ReaderError, Settings

_LENGTH = struct.Struct("<I")
_NICENESS = 5


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be compared."""

    documents: tuple[Document, ...]
    settings: Settings
    budget: float = 1.0
    """How many times the usual work may be done before something is left out."""
    cache: ResultStore | None = None
    """Where results of earlier comparisons are kept; None to look anew and keep nothing."""


@dataclass(frozen=True, slots=True)
class Ended:
    """Everything was sent that there is to find."""

    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """The comparison broke off."""

    message: str
    """One line for a person."""


Frame = Progressed | FindingsArrived | Ended | Failed


def write_frame(stream: BinaryIO, value: object) -> None:
    """Send one value.

    Raises:
        OSError: nobody reads any more.
    """
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: BinaryIO) -> object | None:
    """Receive one value; None at the end, also where the end cuts a frame short."""
    header = stream.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(header)
    data = stream.read(length)
    return pickle.loads(data) if len(data) == length else None


def frames(request: Request) -> Iterator[Frame]:
    """Run a comparison and say what happens, in portions that are quick to take in."""
    try:
        for step in steps(request.documents, request.settings, cache=request.cache, budget=request.budget):
            # The findings of the finished comparison have all been sent before.
            yield Ended(step.comparison.notices) if isinstance(step, Finished) else step
    except ReaderError as error:
        yield Failed(str(error))
    except MemoryError:
        yield Failed("There was not enough memory to go on comparing. Compare fewer or shorter articles.")


def main() -> None:
    """Serve one request from standard input to standard output."""
    frame_output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    source = sys.stdin.buffer
    request = read_frame(source)
    if not isinstance(request, Request):
        return
    threading.Thread(target=_end_with_parent, args=(source.fileno(),), daemon=True).start()
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(_NICENESS)
    try:
        for frame in frames(request):
            write_frame(frame_output, frame)
    except OSError:
        # The parent has gone; nobody is left to tell.
        os._exit(1)


def _end_with_parent(descriptor: int) -> None:
    # The descriptor, not the buffered reader: a thread that waits with its lock held would stall the exit.
    with suppress(OSError):
        while os.read(descriptor, 4096):
            pass
    os._exit(1)


if __name__ == "__main__":
    main()
