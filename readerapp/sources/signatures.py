"""Files that are surely no text, told by their first bytes, with what to do about each.

A format that is registered takes its files before this table is asked.
"""

from __future__ import annotations

from readerapp.model import ReaderError

_TO_TEXT = "save it as text, Markdown or HTML and open that"

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "turn it into text first, for example with pdftotext"),
    (b"PK\x03\x04", "a zip archive (perhaps DOCX, ODT or EPUB)", _TO_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document", _TO_TEXT),
    (b"{\\rtf", "Rich Text (RTF)", _TO_TEXT),
    (b"\x89PNG\r\n", "a picture (PNG)", "turn it into text first"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "turn it into text first"),
    (b"GIF8", "a picture (GIF)", "turn it into text first"),
    (b"\x1f\x8b\x08", "compressed (gzip)", "unpack it first, for example with gunzip"),
    (b"BZh", "compressed (bzip2)", "unpack it first, for example with bunzip2"),
    (b"\xfd7zXZ\x00", "compressed (xz)", "unpack it first, for example with unxz"),
    (b"(\xb5/\xfd", "compressed (zstd)", "unpack it first, for example with unzstd"),
    (b"\x7fELF", "a program", "name an article"),
    (b"SQLite format 3\x00", "a database", "name an article"),
)


def refuse_known_binary(data: bytes, shown: str) -> None:
    """Refuse bytes that begin as a format does that is no text.

    Args:
        data: the whole article, or its beginning.
        shown: its name, safe to print.

    Raises:
        ReaderError: they do; it names the format and what to do.
    """
    for signature, what, remedy in _SIGNATURES:
        # A text may well begin with `BZh` or `GIF8`.
        if data.startswith(signature) and not (signature.isalnum() and data[:64].isascii()):
            raise ReaderError(f"{shown}: it is {what}, which reader cannot read; {remedy}")
