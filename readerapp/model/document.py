"""One article as it is compared, shown and saved."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a person should know about the input or the comparison."""

    code: str
    """Stable name for programs, such as `encoding-guessed`."""
    text: str
    """One sentence for a person."""
    document: str | None = None
    """Identity of the document that it is about, or None for the whole comparison."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article: its text, and where that text came from.

    `text` is what every offset, hash, selector and search refers to (see `sources.cleaning`).
    """

    text: str
    """Decoded, line ends made LF, controls replaced one for one; otherwise as it was."""
    source: str
    """File name, path or address as the person gave it; `-` for standard input."""
    id: str = "1"
    """Identity within a comparison: `1`, `2`, ... in the order of the documents."""
    title: str = ""
    """The headline, or a name for people where the source has none."""
    media_type: str = "text/plain"
    """Media type of the source, such as `text/html`."""
    encoding: str = "utf-8"
    """Name of the character encoding that the bytes were decoded with."""
    language: str | None = None
    """Two-letter code of the text's language, or None where it could not be told."""
    sha256: str = ""
    """Hexadecimal digest of the source's bytes."""
    text_sha256: str = ""
    """Hexadecimal digest of `text` in UTF-8."""
    author: str | None = None
    """Who wrote it, where the source says so."""
    published: str | None = None
    """Date of publication in ISO form, where the source says so."""
    retrieved: str | None = None
    """When an address was fetched, in ISO form with time zone."""
    extractor: str = "reader-text"
    """Name of what turned bytes into text."""
    extractor_version: str = "1"
    """Version of the extractor."""
    location: str | None = field(default=None, compare=False)
    """Absolute path of the file, for this run: no report holds it, a saved file only if that was asked."""
    notices: tuple[Notice, ...] = ()
    """What reading it brought up, such as a guessed encoding."""
