"""Where a report goes: standard output, or a file that was checked before the work began.

A report is never written over an article that it is about, nor, unless that was asked for, over any other
file. A file is replaced as a whole at the end, so that a full disk or an interruption leaves what was there.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from readerapp.command.terminal import print_bytes
from readerapp.model import ReaderError


class Destination:
    """Standard output or a file."""

    def __init__(self, path: Path | None, *, force: bool = False) -> None:
        """Check what can be checked before any article is read.

        Args:
            path: the file, or None for standard output.
            force: may another existing file be written over?

        Raises:
            ReaderError: nothing can be written there; the message says why and what to do.
        """
        self._path = path
        self._force = force
        self._is_stream = path is not None and _is_stream(path)
        if path is None or self._is_stream:
            return
        if path.is_dir():
            raise ReaderError(f"{path} is a folder. Give --output the name of a file in it.")
        if not path.parent.is_dir():
            raise ReaderError(f"{path} cannot be written: there is no folder {path.parent}. Make it first.")
        self._spare_another(path)

    @property
    def is_standard_output(self) -> bool:
        """Does the report go to standard output?"""
        return self._path is None

    def spare(self, sources: Iterable[str | Path]) -> None:
        """Make sure that the report is not written over one of its sources.

        Args:
            sources: files that the report is about; those that do not exist are passed over.

        Raises:
            ReaderError: it would be.
        """
        if self._path is None or self._is_stream:
            return
        for source in sources:
            if _is_same(self._path, source):
                raise ReaderError(
                    f"{self._path} is one of the articles, and is never written over. "
                    "Choose another name for --output."
                )

    def write(self, data: bytes) -> None:
        """Write the report.

        Raises:
            BrokenPipeError: nobody reads it any more.
            ReaderError: it could not be written.
        """
        if self._path is None:
            print_bytes(data)
        elif self._is_stream:
            # A device or a pipe takes bytes; replacing it by a file would destroy it.
            try:
                with self._path.open("wb") as stream:
                    stream.write(data)
            except BrokenPipeError:
                raise
            except OSError as error:
                raise ReaderError(f"{self._path} cannot be written: {error.strerror or error}.") from error
        else:
            from readerapp.saving.atomic import write_atomically

            # Another program may have made the file while the articles were compared.
            self._spare_another(self._path)
            write_atomically(self._path, data)

    def _spare_another(self, path: Path) -> None:
        if os.path.lexists(path) and not self._force:
            raise ReaderError(f"{path} exists already. Add --force to write over it, or choose another name.")


def _is_stream(path: Path) -> bool:
    """Is it a pipe or a device, such as `/dev/null` or what a shell's `>(command)` stands for?"""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _is_same(path: Path, source: str | Path) -> bool:
    try:
        return os.path.samefile(path, source)
    except (OSError, ValueError):
        return False
