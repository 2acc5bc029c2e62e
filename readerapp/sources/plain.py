"""Plain text: shown as it is."""

from __future__ import annotations

from readerapp.sources.decoding import decode
from readerapp.sources.formats import Extraction, Format, Loaded
from readerapp.sources.headlines import headline_of
from readerapp.sources.signatures import refuse_known_binary


def read_plain_text(loaded: Loaded) -> Extraction:
    """The text as it is, with its first line as title where that is a headline."""
    refuse_known_binary(loaded.data, loaded.shown)
    decoded = decode(loaded)
    return Extraction(
        text=decoded.text,
        encoding=decoded.encoding,
        title=headline_of(decoded.text),
        notices=decoded.notices,
    )


FORMAT = Format(
    name="plain text",
    media_types={".txt": "text/plain", ".text": "text/plain"},
    read=read_plain_text,
)
