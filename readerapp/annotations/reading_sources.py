"""The articles of a collection, and the notices about them, taken out and checked."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from readerapp.annotations.checking import (
    line_in,
    list_in,
    object_in,
    optional_line_in,
    quoted,
    text_in,
    wrong,
)
from readerapp.model import Document, Notice
from readerapp.model.portable import is_absolute, is_address
from readerapp.sources.cleaning import clean_text


class ReadSource(NamedTuple):
    """One article of a collection."""

    iri: str
    """What targets name it by."""
    document: Document
    text: str
    """The text as it stands in the collection; that of the document is as long, and safe to show."""
    path: str | None
    """From the folder of the collection to the file; None where that is unknown."""
    absolute_path: str | None
    """Where the file lay, if whoever saved it asked that this be told."""
    notice: Notice | None
    """What a person should know about how it was read."""


def read_sources(values: list[Any], texts: Mapping[str, str]) -> list[ReadSource]:
    """The articles of a collection.

    Args:
        values: the descriptions of sources.
        texts: texts by their hash, for sources without one.

    Raises:
        MalformedError: something is wrong with one of them, or there is none.
    """
    if not values:
        raise wrong("reader:sources", "holds no article")
    identities = {str(number) for number in range(1, len(values) + 1)}
    read = [
        _source(value, str(number), f"reader:sources[{number - 1}]", identities, texts)
        for number, value in enumerate(values, 1)
    ]
    if len({source.iri for source in read}) < len(read):
        raise wrong("reader:sources", "holds two articles with the same id")
    return read


def _source(
    value: Any, identity: str, where: str, identities: Collection[str], texts: Mapping[str, str]
) -> ReadSource:
    source = object_in(value, where)
    if text_in(source, "reader:document", where) != identity:
        raise wrong(f"{where}.reader:document", f"is not “{identity}”")
    digest = text_in(source, "reader:textSha256", where)
    text = texts[digest] if "reader:text" not in source and digest in texts else None
    if text is None:
        text = text_in(source, "reader:text", where)
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != digest:
        raise wrong(f"{where}.reader:text", "is not the text that was saved: its SHA-256 differs")
    shown, notice = _made_safe(text, identity, where)
    address = optional_line_in(source, "reader:address", where)
    path = optional_line_in(source, "reader:path", where)
    if address is not None and not is_address(address):
        raise wrong(f"{where}.reader:address", "is no address")
    if path is not None and (is_absolute(path) or not path):
        raise wrong(f"{where}.reader:path", "is no relative path")
    absolute = optional_line_in(source, "reader:absolutePath", where)
    if absolute is not None and not is_absolute(absolute):
        raise wrong(f"{where}.reader:absolutePath", "is no absolute path")
    document = Document(
        text=shown,
        source=address or path or line_in(source, "reader:name", where),
        id=identity,
        title=line_in(source, "reader:title", where, ""),
        media_type=line_in(source, "format", where, "text/plain"),
        encoding=line_in(source, "reader:encoding", where, "utf-8"),
        language=optional_line_in(source, "language", where),
        sha256=line_in(source, "reader:sha256", where, ""),
        text_sha256=digest if notice is None else hashlib.sha256(shown.encode()).hexdigest(),
        author=optional_line_in(source, "reader:author", where),
        published=optional_line_in(source, "reader:published", where),
        retrieved=optional_line_in(source, "reader:retrieved", where),
        extractor=line_in(source, "reader:extractor", where, "reader-text"),
        extractor_version=line_in(source, "reader:extractorVersion", where, "1"),
        notices=read_notices(source, where, identities),
    )
    return ReadSource(line_in(source, "id", where), document, text, path, absolute, notice)


def _made_safe(text: str, identity: str, where: str) -> tuple[str, Notice | None]:
    """The text in the form in which it can be shown, and a notice where it was not in that form."""
    shown = clean_text(text)
    if shown == text:
        return text, None
    if len(shown) != len(text):
        # Positions would no longer fit, and nothing but another program's editing leads here.
        raise wrong(f"{where}.reader:text", "holds line ends or marks that a saved text never holds")
    message = "The saved text held control characters; they are shown as �."
    return shown, Notice("text-cleaned", message, identity)


def read_notices(holder: Mapping[str, Any], where: str, identities: Collection[str]) -> tuple[Notice, ...]:
    """The notices of an article or a comparison.

    Args:
        holder: the object that has them.
        where: the way to it.
        identities: of the documents that there are.
    """
    notices = []
    for number, value in enumerate(list_in(holder, "reader:notices", where)):
        place = f"{where}.reader:notices[{number}]"
        notice = object_in(value, place)
        document = optional_line_in(notice, "reader:document", place)
        if document is not None and document not in identities:
            raise wrong(place, f"is about article {quoted(document)}, which is not in the file")
        code = line_in(notice, "reader:code", place)
        notices.append(Notice(code, line_in(notice, "reader:text", place), document))
    return tuple(notices)
