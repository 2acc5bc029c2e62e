"""Where a report goes that is a folder of files.

It is written as a whole or not at all, never over an article that it is about, and over a folder that
exists only where that was asked for.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from readerapp.model import ReaderError
from readerapp.model.printable import printable


class FolderDestination:
    """A folder that is to be made."""

    is_standard_output = False

    def __init__(self, path: Path, *, force: bool = False) -> None:
        """Check what can be checked before any article is read.

        Args:
            path: the folder.
            force: may a folder be replaced that an earlier report made?

        Raises:
            ReaderError: nothing can be written there; the message says why and what to do.
        """
        self._path = path
        self._force = force
        shown = printable(str(path))
        if os.path.lexists(path):
            if not path.is_dir():
                raise ReaderError(f"{shown} is a file, and this report is a folder; choose another name.")
            if not force:
                raise ReaderError(
                    f"{shown} exists already. Add --force to replace it, or choose another name."
                )
        elif not path.parent.is_dir():
            raise ReaderError(
                f"{shown} cannot be written: there is no folder {printable(str(path.parent))}. Make it first."
            )

    def spare(self, sources: Iterable[str | Path]) -> None:
        """Make sure that no source of the report lies in a folder that would be replaced.

        Args:
            sources: files that the report is about; those that do not exist are passed over.

        Raises:
            ReaderError: one does.
        """
        from readerapp.saving.sparing import lies_within

        for source in sources:
            if lies_within(source, self._path):
                raise ReaderError(
                    f"{printable(str(self._path))} holds {printable(str(source))}, which is one of the "
                    "articles, and is never replaced. Choose another name for --output."
                )

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write the report.

        Args:
            files: content by path within the folder.

        Raises:
            ReaderError: it could not be written.
        """
        from readerapp.saving.whole_folder import write_folder

        write_folder(self._path, files, replace=self._force)
