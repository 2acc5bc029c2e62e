"""What passes between where an article comes from and how it is read.

An origin (a file, standard input, an address) gives a `Loaded`: bytes and a name. A format turns these
into an `Extraction`: text and what the source says about itself. Neither knows of the other.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field

from readerapp.model import Notice
from readerapp.model.printable import printable

PLAIN_TEXT_EXTRACTOR = "reader-text"
PLAIN_TEXT_EXTRACTOR_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The bytes of an article, and what its origin knows of it."""

    data: bytes
    source: str
    """File name, path or address as the person gave it; `-` for standard input."""
    name: str
    """What a person would call it: the file's name without the folder, or `standard input`."""
    suffix: str = ""
    """End of the name with its dot, in lower case; empty where there is none."""
    media_type: str | None = None
    """Media type that the origin states, as a web server does; None where it does not."""
    is_named: bool = True
    """Was the name chosen by somebody? The name of a pipe says nothing about what it holds."""
    location: str | None = None
    """Absolute path of the file."""
    retrieved: str | None = None
    """When an address was fetched, in ISO form with time zone."""

    @property
    def shown(self) -> str:
        """How complaints name it: one line, safe to print."""
        return self.name if self.source == "-" else printable(self.source)

    @property
    def called(self) -> str:
        """How notices name it, which are saved and passed on: never with the folders of this machine."""
        return printable(self.name) if os.path.isabs(self.source) else self.shown


@dataclass(frozen=True, slots=True)
class Extraction:
    """An article as its format gives it; the text need not be clean yet."""

    text: str
    encoding: str = "utf-8"
    """Name of the character encoding of the bytes."""
    title: str | None = None
    author: str | None = None
    published: str | None = None
    """Date in ISO form."""
    language: str | None = None
    """Two-letter code that the source itself states."""
    extractor: str = PLAIN_TEXT_EXTRACTOR
    extractor_version: str = PLAIN_TEXT_EXTRACTOR_VERSION
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """One format of articles. To add one is to write a module with a `FORMAT` and to register it."""

    name: str
    """For people, such as `HTML`."""
    media_types: Mapping[str, str]
    """Media type by suffix: the suffixes are those of the files that a directory gives."""
    read: Callable[[Loaded], Extraction]
    """Turns bytes into text.

    Raises:
        ReaderError: the bytes are not of this format, or damaged.
    """
    recognises: Callable[[bytes], bool] = field(default=lambda data: False)
    """Do these bytes begin as this format does? Asked where no name tells the format."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One sort of place that articles come from; registered like a format."""

    accepts: Callable[[str], bool]
    """Is an argument on the command line of this sort?"""
    load: Callable[[str, int], Loaded]
    """Gives the bytes at an argument, never more of them than the limit.

    Raises:
        ReaderError: it is missing, may not be read, is too large, ...
    """
    identity: Callable[[str], Hashable | None]
    """A value that is equal for two arguments that name the same thing; None where there is none."""
