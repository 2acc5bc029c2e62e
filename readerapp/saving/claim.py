"""A saved comparison that is open in one reader, so that a second one knows.

The file itself is locked, and nothing is written for it: the lock holds for everybody on this computer, with
`--no-cache` too, and goes when the process ends, however it ends. It binds nobody but reader; what another
program does to a file is seen by its bytes when it is saved. A disk that knows no locks, and a system on
which an open file could not be replaced, give every claim.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path


class Claim:
    """One file that this process has open for saving; made by `claimed`."""

    def __init__(self, descriptor: int | None = None) -> None:
        self._descriptor = descriptor

    def covers(self, path: Path) -> bool:
        """Is it the file that has this name now?"""
        if self._descriptor is None:
            return False
        try:
            return os.path.samestat(os.fstat(self._descriptor), os.stat(path))
        except (OSError, ValueError):
            return False

    def release(self) -> None:
        """Give the file up for others."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            with suppress(OSError):
                os.close(descriptor)


def claimed(path: Path) -> Claim | None:
    """Claim a file.

    Args:
        path: the file; one that does not exist is nobody's, and its claim holds nothing.

    Returns:
        the claim; None where another reader has the file open.
    """
    if sys.platform == "win32":
        return Claim()
    import fcntl

    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except (OSError, ValueError):
        return Claim()
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except OSError:
        os.close(descriptor)
        return Claim()
    return Claim(descriptor)
