"""Any text as one line that is safe to print to a terminal.

Titles, file names and error messages hold whatever a stranger wrote: escape sequences, line ends,
bidirectional overrides, the lone surrogates by which Python keeps a file name that is not UTF-8.
`printable` replaces all of them, so that what is printed stays one line, moves no cursor, turns no text
round and can be encoded. Whether `[bold]` is markup is for whoever draws it.
"""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile("[\t-\r\x85\u2028\u2029]")
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str, limit: int | None = None) -> str:
    """One line of the text that does nothing to a terminal but show it.

    Args:
        text: anything, also with lone surrogates.
        limit: the most code points to return; a longer text is cut and ends in `…`.

    Returns:
        the text with a space for each tab and line end, and U+FFFD for each other control, bidirectional
        control and lone surrogate; as long as the text where it is not cut.
    """
    if limit is not None and len(text) > limit:
        text = _cut(text, limit)
    return _UNSAFE.sub("\ufffd", _BREAKS.sub(" ", text))


def _cut(text: str, limit: int) -> str:
    if limit < 1:
        return ""
    end = limit - 1
    # A combining mark without its letter would sit on the ellipsis.
    while end > 0 and unicodedata.category(text[end])[0] == "M":
        end -= 1
    return text[:end].rstrip() + "…"
