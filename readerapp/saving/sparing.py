"""No file is ever written over an article, by whatever name it goes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from readerapp.model import Document, ReaderError
from readerapp.model.printable import printable


def spare_articles(location: Path, documents: Iterable[Document]) -> None:
    """Make sure that no article is written over, nor a folder replaced that holds one.

    Args:
        location: the file or folder that is to be written.
        documents: the articles.

    Raises:
        ReaderError: it is one of them, or a folder in which one of them lies.
    """
    for document in documents:
        source = document.location or document.source
        if source == "-":
            continue
        if is_same_file(location, source):
            raise ReaderError(
                f"{printable(str(location))} is one of the articles, and articles are never written over; "
                "choose another name."
            )
        if lies_within(source, location):
            raise ReaderError(
                f"{printable(str(location))} holds {printable(source)}, which is one of the articles, and is "
                "never replaced; choose another name."
            )


def is_same_file(location: Path, source: str) -> bool:
    """Do the two name one file, perhaps one that is gone for the moment?"""
    try:
        if os.path.samefile(location, source):
            return True
    except (OSError, ValueError):
        pass
    # An article that is gone for the moment may come back.
    return os.path.isabs(source) and os.path.normcase(os.path.realpath(location)) == os.path.normcase(
        os.path.realpath(source)
    )


def lies_within(source: str | Path, location: Path) -> bool:
    """Does a source that exists lie in a folder, or under it?

    Args:
        source: a file; what is no file name at all lies nowhere.
        location: the folder; nothing lies in what is none.
    """
    if not os.path.isdir(location):
        return False
    try:
        place, folder = os.path.realpath(source), os.path.realpath(location)
        return os.path.commonpath([folder, place]) == folder and os.path.lexists(place)
    except (OSError, ValueError):
        return False
