"""Articles in files, and in the pipes that a shell opens for `<(...)`.

Only ordinary files are opened by name: a named pipe would wait for ever and a device has no end. The
pipes of a process substitution (`/dev/fd/63`) and `/dev/stdin` come from the command itself and are read,
up to the limit.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Hashable
from pathlib import Path

from readerapp.model import ReaderError
from readerapp.model.portable import SAVED_SUFFIX
from readerapp.model.printable import printable
from readerapp.sources.formats import Loaded, Origin
from readerapp.sources.limits import too_large

_PASSED_ON = re.compile(r"/dev/std(?P<name>in)|/(?:dev|proc/self)/fd/(?P<number>\d{1,6})", re.ASCII)
_CHUNK = 1 << 20

_REASONS = {
    errno.ENOENT: "there is no such file; check the name and the folder",
    errno.ENOTDIR: "there is no such file; a part of its path is no folder",
    errno.EACCES: "you may not read it; change its permissions, or name a copy",
    errno.EPERM: "you may not read it; change its permissions, or name a copy",
    errno.ELOOP: "its links lead in a circle; name the file itself",
    errno.ENAMETOOLONG: "there is no such file; the name is too long",
    errno.EBADF: "it is not open; give the article a name",
    errno.EIO: "the disk reported an error; try a copy",
}


def load_file(argument: str, limit: int) -> Loaded:
    """The bytes of a file.

    Args:
        argument: its path, with lone surrogates where the name is not UTF-8.
        limit: the most bytes to read.

    Raises:
        ReaderError: it cannot be read, is too large, or is no file.
    """
    shown = printable(argument)
    if argument.lower().endswith(SAVED_SUFFIX):
        raise ReaderError(
            f"{shown}: it is a saved comparison, which opens alone; name it without other articles"
        )
    passed_on = _PASSED_ON.fullmatch(argument)
    try:
        if passed_on:
            # Opening such a name again fails for sockets; its descriptor is open already.
            descriptor = os.dup(int(passed_on["number"] or 0))
        else:
            # Asked before opening, as opening some devices does something.
            _refuse_irregular(os.stat(argument), shown)
            flags = ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY", "O_NOCTTY")
            descriptor = os.open(argument, os.O_RDONLY | sum(getattr(os, flag, 0) for flag in flags))
        try:
            status = os.fstat(descriptor)
            if passed_on:
                if stat.S_ISDIR(status.st_mode) or os.isatty(descriptor):
                    raise ReaderError(f"{shown}: nothing is piped into it; name a file or pipe an article in")
            else:
                _refuse_irregular(status, shown)
            if stat.S_ISREG(status.st_mode) and status.st_size > limit:
                raise too_large(shown, limit, status.st_size)
            data = read_all(descriptor, limit, shown)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise unreadable(shown, error) from error
    except ValueError as error:
        raise ReaderError(f"{shown}: there is no such file; no file can have this name") from error
    name = os.path.basename(argument)
    return Loaded(
        data=data,
        # Lone surrogates could not be written to a report.
        source=os.fsencode(argument).decode("utf-8", "replace"),
        name=os.fsencode(name).decode("utf-8", "replace"),
        suffix="" if passed_on else Path(name).suffix.lower(),
        is_named=not passed_on,
        location=None if passed_on else os.path.abspath(argument),
    )


def read_all(descriptor: int, limit: int, shown: str) -> bytes:
    """Everything that a descriptor gives.

    Raises:
        ReaderError: it gives more than the limit.
        OSError: reading failed.
    """
    chunks = []
    size = 0
    while chunk := os.read(descriptor, min(_CHUNK, limit - size + 1)):
        size += len(chunk)
        if size > limit:
            raise too_large(shown, limit)
        chunks.append(chunk)
    return b"".join(chunks)


def unreadable(shown: str, error: OSError) -> ReaderError:
    """The complaint about a file that the system does not let us read.

    Args:
        shown: its name, safe to print.
        error: what the system said.
    """
    reason = _REASONS.get(error.errno or 0)
    if reason is None:
        said = printable(error.strerror or type(error).__name__)
        reason = f"it cannot be read ({said}); try a copy of it"
    return ReaderError(f"{shown}: {reason}")


def _refuse_irregular(status: os.stat_result, shown: str) -> None:
    mode = status.st_mode
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise ReaderError(f"{shown}: it is a folder; name a file in it")
    what = "a named pipe" if stat.S_ISFIFO(mode) else "a socket" if stat.S_ISSOCK(mode) else "a device"
    raise ReaderError(f"{shown}: it is {what}, not a file; to read what it gives, pipe that in and name `-`")


def _identity(argument: str) -> Hashable | None:
    try:
        passed_on = _PASSED_ON.fullmatch(argument)
        status = os.fstat(int(passed_on["number"] or 0)) if passed_on else os.stat(argument)
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino)


ORIGIN = Origin(accepts=lambda argument: True, load=load_file, identity=_identity)
