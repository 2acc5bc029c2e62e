"""From an argument on the command line to a document, and from many to what could be opened of them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from readerapp.model import Document, Notice, ReaderError
from readerapp.model.portable import file_name, is_absolute
from readerapp.model.printable import printable
from readerapp.sources.cleaning import REPLACEMENT, clean_text
from readerapp.sources.directories import articles_in
from readerapp.sources.formats import Extraction, Loaded
from readerapp.sources.language import identify_language
from readerapp.sources.limits import limit_in_force
from readerapp.sources.registry import format_of, known_suffixes, origin_of

_LONGEST_TITLE = 300
"""In code points; what claims to be a longer title is something else, and fits on no line."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article that could not be read."""

    argument: str
    """How it was named on the command line; of an article of a folder, its path."""
    problem: str
    """One line, safe to print, that says why and what to do."""

    @property
    def notice(self) -> Notice:
        """The same for what leaves this computer: without the folders of an absolute path."""
        text = self.problem
        if is_absolute(self.argument):
            text = text.replace(printable(self.argument), printable(file_name(self.argument)))
        return Notice("article-left-out", text)


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of opening several articles."""

    documents: tuple[Document, ...] = ()
    """Those that could be read, with the identities `1`, `2`, ... in the order they were named. Each has
    the notices that concern it alone."""
    left_out: tuple[LeftOut, ...] = ()
    """The articles that could not be read, in the order they were named, each once."""
    notices: tuple[Notice, ...] = ()
    """What concerns the opening as a whole, such as a file that was named twice."""

    @property
    def problems(self) -> tuple[str, ...]:
        """One line, safe to print, for each article that had to be left out."""
        return tuple(dict.fromkeys(left_out.problem for left_out in self.left_out))


def open_source(argument: str | Path, *, limit: int | None = None) -> Document:
    """Read one article.

    Args:
        argument: path of a file, or `-` for standard input (a `Path` is always a file).
        limit: the most bytes to read; None for READER_MAX_BYTES of the environment, or `DEFAULT_LIMIT`.

    Raises:
        ReaderError: it cannot be read; the message is one line that says why and what to do.
    """
    in_force = limit_in_force(limit)
    named = str(argument)
    if isinstance(argument, Path) and named == "-":
        named = os.path.join(os.curdir, named)
    return _document(origin_of(named).load(named, in_force))


def open_sources(arguments: Sequence[str], *, limit: int | None = None) -> Opened:
    """Read articles, as many as can be read.

    Args:
        arguments: paths of files, folders (which stand for the articles in them), or `-`.
        limit: the most bytes to read of each, as for `open_source`.

    Raises:
        ReaderError: READER_MAX_BYTES is no number of bytes. An article that cannot be read raises
            nothing: it is among the problems.
    """
    in_force = limit_in_force(limit)
    documents: list[Document] = []
    left_out: list[LeftOut] = []
    notices: list[Notice] = []
    known: dict[Hashable, tuple[str, str]] = {}
    for argument in _expanded(arguments, left_out):
        origin = origin_of(argument)
        identity = origin.identity(argument)
        if identity is not None and identity in known:
            number, first = known[identity]
            notices.append(_opened_once(argument, first, number))
            continue
        try:
            document = _document(origin.load(argument, in_force))
        except ReaderError as error:
            left_out.append(LeftOut(argument, printable(str(error))))
            continue
        number = str(len(documents) + 1)
        if identity is not None:
            known[identity] = (number, argument)
        about = tuple(replace(notice, document=number) for notice in document.notices)
        documents.append(replace(document, id=number, notices=about))
    return Opened(tuple(documents), tuple(dict.fromkeys(left_out)), tuple(notices))


def _expanded(arguments: Sequence[str], left_out: list[LeftOut]) -> list[str]:
    """The arguments with the articles of a folder in its place."""
    expanded: list[str] = []
    for argument in arguments:
        if argument != "-" and _is_folder(argument):
            try:
                expanded.extend(articles_in(argument, known_suffixes()))
            except ReaderError as error:
                left_out.append(LeftOut(argument, printable(str(error))))
        else:
            expanded.append(argument)
    return expanded


def _is_folder(argument: str) -> bool:
    try:
        return os.path.isdir(argument)
    except ValueError:
        return False


def _opened_once(argument: str, first: str, number: str) -> Notice:
    shown, known = printable(_called(argument)), printable(_called(first))
    if shown == known:
        return Notice("opened-once", f"{shown} was named more than once; it is opened once.", number)
    return Notice("opened-once", f"{shown} is the same file as {known}; it is opened once.", number)


def _called(argument: str) -> str:
    if argument == "-":
        return "Standard input"
    # Notices are saved and passed on: no folders of this machine in them.
    return file_name(argument) if is_absolute(argument) else argument


def _document(loaded: Loaded) -> Document:
    """The document that the bytes of an article make.

    Raises:
        ReaderError: they are not of the format that they seem to be, or hold no text.
    """
    shown = loaded.shown
    if not loaded.data.strip():
        what = "it is empty" if not loaded.data else "it holds nothing but white space"
        raise ReaderError(f"{shown}: {what}; name an article with text")
    read_by, media_type = format_of(loaded)
    try:
        extraction = read_by.read(loaded)
    except ReaderError:
        raise
    except Exception as error:
        raise ReaderError(
            f"{shown}: it cannot be read as {read_by.name} ({type(error).__name__}); "
            "save it as plain text and open that"
        ) from error
    text = clean_text(extraction.text)
    if not text.replace(REPLACEMENT, " ").strip():
        raise ReaderError(f"{shown}: it holds no text that could be read; name an article with text")
    return Document(
        text=text,
        source=loaded.source,
        title=_title(extraction, loaded),
        media_type=media_type,
        encoding=extraction.encoding,
        language=identify_language(text) or extraction.language,
        sha256=hashlib.sha256(loaded.data).hexdigest(),
        text_sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        author=_line(extraction.author),
        published=_line(extraction.published),
        retrieved=loaded.retrieved,
        extractor=extraction.extractor,
        extractor_version=extraction.extractor_version,
        location=loaded.location,
        notices=extraction.notices,
    )


def _title(extraction: Extraction, loaded: Loaded) -> str:
    """The article's own title, or what its file is called."""
    stem = Path(loaded.name).stem if loaded.is_named else loaded.name
    return _line(extraction.title) or _line(stem) or loaded.shown


def _line(text: str | None) -> str | None:
    """A text of a stranger as one line; None where nothing is left of it."""
    return printable(" ".join((text or "").split()), _LONGEST_TITLE) or None
