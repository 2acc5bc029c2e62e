"""A file that is locked as long as the process that made it lives.

The system gives up the lock when a process ends, however it ends, so a file that can be locked belongs to
nobody any more. Where the disk knows no locks (some network disks), the number of the process, which
stands in the file, has to do.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

_PRIVATE = 0o600
_ATTEMPTS = 50
_PAUSE = 0.01
"""Seconds between two attempts."""


class ProcessLock:
    """The sign that this process lives.

    Raises:
        OSError: the file could not be made.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = _open(path, os.O_CREAT | os.O_TRUNC)
        os.write(self._descriptor, f"{os.getpid()}\n".encode())
        for _ in range(_ATTEMPTS):
            # Another process that looks whether the file is abandoned holds it for a moment.
            if _lock(self._descriptor) is not False:
                break
            time.sleep(_PAUSE)

    def release(self) -> None:
        """Give the lock up and remove its file."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        if sys.platform == "win32":
            # There, an open file cannot be removed.
            os.close(descriptor)
            self._path.unlink(missing_ok=True)
        else:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
            os.close(descriptor)


def is_abandoned(path: Path) -> bool:
    """Has the process ended that made a lock file, or is there no such file?"""
    try:
        descriptor = _open(path, 0)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    try:
        number = os.read(descriptor, 32)
        locked = _lock(descriptor)
    finally:
        os.close(descriptor)
    if locked is not None:
        return locked
    return not _lives(number)


def _open(path: Path, flags: int) -> int:
    # Not inherited by child processes, which would keep the lock alive.
    flags |= os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, flags, _PRIVATE)


def _lock(descriptor: int) -> bool | None:
    """Lock a file.

    Returns:
        True if that was possible, False if another process holds it, None where the disk knows no locks.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            # Far behind the number, so that other processes can read it.
            os.lseek(descriptor, 1 << 20, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return False if sys.platform == "win32" else None
    return True


def _lives(number: bytes) -> bool:
    """Does the process of that number live?"""
    try:
        process = int(number)
        os.kill(process, 0)
    except (ValueError, OverflowError, ProcessLookupError):
        return False
    except OSError:
        return True
    return True
