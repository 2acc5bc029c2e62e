"""How an article is named in what leaves this computer: never by an absolute path.

An absolute path tells the name of a user and how somebody keeps their files. A path relative to a folder
says where an article lies as long as the two travel together; where the way from one to the other would
climb so far that it tells the same (to the root, or past the user's home folder), the file's name alone
is left. Addresses and `-` stay as they are.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NamedTuple

from readerapp.model.document import Document

SAVED_SUFFIX = ".reader.json"
"""How the name of a saved comparison ends."""

_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")
_FOLDERS_BEFORE_A_NAME = re.compile(
    r"(?<![\w/\\:.~-])(?:/(?:[^\s/:;,\"'<>|]+/)*(?=[^\s/:;,\"'<>|])|[A-Za-z]:[\\/](?:[^\s\\/:;,\"'<>|]+[\\/])*)"
)


class PortableSource(NamedTuple):
    """How a source is named in what leaves this computer."""

    name: str
    """An address, `-`, a path relative to a folder, or a file name."""
    leads_there: bool
    """Can the source be found by it from that folder?"""


def is_address(source: str) -> bool:
    """Does the source lie on a network, such as `https://example.org/article`?"""
    return _ADDRESS.match(source) is not None and not source.lower().startswith("file:")


def is_absolute(source: str) -> bool:
    """Is it an absolute path on any system?"""
    windows = PureWindowsPath(source)
    return PurePosixPath(source).is_absolute() or bool(windows.drive or windows.root)


def path_from(folder: Path, location: str) -> str | None:
    """The way from a folder to a file, with `/` between its parts.

    Args:
        folder: where the way begins.
        location: path of the file, absolute or relative to the working directory.

    Returns:
        a relative path, or None where it would tell too much.
    """
    try:
        begin = os.path.realpath(folder)
        within, name = os.path.split(os.path.abspath(location))
        end = os.path.join(os.path.realpath(within), name)
        common = Path(os.path.commonpath([begin, end]))
        home = Path(os.path.realpath(Path.home()))
    except (ValueError, RuntimeError):
        return None
    if common == Path(common.anchor) or common in home.parents:
        return None
    return Path(os.path.relpath(end, begin)).as_posix()


def file_name(source: str) -> str:
    """The last part of a path of any system."""
    return PurePosixPath(PureWindowsPath(source).as_posix() if is_absolute(source) else source).name or source


def portable_source(document: Document, folder: Path) -> PortableSource:
    """How a document's source is named in a file in a folder.

    Args:
        document: the article.
        folder: where the file lies.
    """
    source = document.source
    if source == "-" or is_address(source):
        return PortableSource(source, leads_there=is_address(source))
    if document.location is not None:
        path = path_from(folder, document.location)
        # A name that is not UTF-8 cannot be written down.
        if path is not None and path.isprintable():
            return PortableSource(path, leads_there=True)
        return PortableSource(file_name(source), leads_there=False)
    if is_absolute(source) or os.path.normpath(source).startswith(".."):
        source = file_name(source)
    return PortableSource(source, leads_there=False)


def reported_source(document: Document) -> str:
    """How a document's source is named in a report: as the person gave it, or from the working directory."""
    source = document.source
    if is_absolute(source) or os.path.normpath(source).startswith(".."):
        return portable_source(document, Path.cwd()).name
    return source


def without_absolute_paths(text: str, documents: Iterable[Document] = ()) -> str:
    """A sentence for a person in which no file is named by an absolute path.

    Args:
        text: the sentence.
        documents: articles that it may speak of; their paths are found even where they hold spaces.
    """
    for document in documents:
        for path in (document.source, document.location or ""):
            if is_absolute(path) and path in text:
                text = text.replace(path, file_name(path))
    return _FOLDERS_BEFORE_A_NAME.sub("", text) if "/" in text or "\\" in text else text
