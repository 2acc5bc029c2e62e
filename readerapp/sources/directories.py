"""The articles of a folder."""

from __future__ import annotations

import os
from collections.abc import Collection

from readerapp.model import ReaderError
from readerapp.model.printable import printable
from readerapp.sources.files import unreadable


def articles_in(folder: str, suffixes: Collection[str]) -> list[str]:
    """Paths of the articles in a folder, sorted by name.

    Args:
        folder: path of the folder; folders inside it are not entered.
        suffixes: those of articles, with their dot and in lower case; other files are passed over, and so
            are hidden ones.

    Raises:
        ReaderError: it cannot be read, or holds no article.
    """
    shown = printable(folder)
    try:
        with os.scandir(folder) as entries:
            names = [
                entry.name
                for entry in entries
                if not entry.name.startswith(".")
                and os.path.splitext(entry.name)[1].lower() in suffixes
                and not entry.is_dir()
            ]
    except OSError as error:
        raise unreadable(shown, error) from error
    if not names:
        raise ReaderError(
            f"{shown}: no article is in this folder; "
            f"name one that has files ending in {', '.join(sorted(suffixes))}"
        )
    return [os.path.join(folder, name) for name in sorted(names)]
