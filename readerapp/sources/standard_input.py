"""An article from standard input, named `-`."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Hashable

from readerapp.model import ReaderError
from readerapp.sources.files import unreadable
from readerapp.sources.formats import Loaded, Origin
from readerapp.sources.limits import too_large

NAME = "standard input"


def load_standard_input(argument: str, limit: int) -> Loaded:
    """The bytes of standard input, to its end.

    Args:
        argument: `-`.
        limit: the most bytes to read.

    Raises:
        ReaderError: it is closed, is the keyboard, or holds too much.
    """
    stream = sys.stdin
    if stream is None or stream.closed:
        raise ReaderError(f"{NAME}: it is closed; pipe an article in, or name a file")
    if stream.isatty():
        # Waiting for somebody to type an article looks like hanging.
        raise ReaderError(f"{NAME}: nothing is piped into it; pipe an article in, or name a file")
    try:
        data = stream.buffer.read(limit + 1)
    except OSError as error:
        raise unreadable(NAME, error) from error
    if len(data) > limit:
        raise too_large(NAME, limit)
    return Loaded(data=data, source="-", name=NAME, is_named=False)


def _identity(argument: str) -> Hashable | None:
    try:
        status = os.fstat(sys.stdin.fileno())
    except (OSError, ValueError, AttributeError, io.UnsupportedOperation):
        return "standard input"
    return (status.st_dev, status.st_ino)


ORIGIN = Origin(accepts=lambda argument: argument == "-", load=load_standard_input, identity=_identity)
