"""Every origin and every format that reader knows.

To add a format: write a module with a `FORMAT` and name it here. Directories, suffixes and the recognition
of what comes without a name follow.
"""

from __future__ import annotations

from readerapp.sources import addresses, files, html, markdown, plain, standard_input
from readerapp.sources.formats import Format, Loaded, Origin

ORIGINS: tuple[Origin, ...] = (standard_input.ORIGIN, addresses.ORIGIN, files.ORIGIN)
"""Asked in this order; the last accepts every argument."""

FORMATS: tuple[Format, ...] = (html.FORMAT, markdown.FORMAT, plain.FORMAT)
"""Asked in this order whether they recognise what has no suffix; plain text takes what is left."""


def origin_of(argument: str) -> Origin:
    """The origin that loads an argument."""
    return next(origin for origin in ORIGINS if origin.accepts(argument))


def known_suffixes() -> frozenset[str]:
    """The suffixes, with their dot and in lower case, of files that are articles."""
    return frozenset(suffix for known in FORMATS for suffix in known.media_types)


def format_of(loaded: Loaded) -> tuple[Format, str]:
    """The format that bytes are read by, and their media type.

    The origin's word comes first, then the suffix, then the first bytes where there is no suffix.
    A suffix that nobody knows means plain text, because source is what its owner wants to see.
    """
    for known in FORMATS:
        if loaded.media_type in known.media_types.values():
            return known, str(loaded.media_type)
    for known in FORMATS:
        if loaded.suffix in known.media_types:
            return known, known.media_types[loaded.suffix]
    if not loaded.suffix:
        for known in FORMATS:
            if known.recognises(loaded.data):
                return known, next(iter(known.media_types.values()))
    return plain.FORMAT, "text/plain"
