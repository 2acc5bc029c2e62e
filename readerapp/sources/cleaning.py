"""The form in which a text is compared, shown and saved.

No byte order mark at its start; CRLF, CR, form feed and the two Unicode separators are line feeds; C0 and
C1 controls (except tab and line feed), DEL, bidirectional controls and lone surrogates are U+FFFD, one for
one; nothing else changes. All offsets, hashes and searches refer to this form, and cleaning it again
changes nothing.
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
"""Stands where a character was that must not reach a terminal, or that could not be decoded."""

_LINE_ENDS = ("\r\n", "\r", "\f", "\u2028", "\u2029")
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

_FEW = 8
"""Different unsafe characters up to which replacing each in turn beats one pass that stops at every one."""


def clean_text(text: str) -> str:
    """The text in the form that every offset refers to.

    Args:
        text: as it was decoded, also with lone surrogates.
    """
    text = text.lstrip("\ufeff")
    for line_end in _LINE_ENDS:
        text = text.replace(line_end, "\n")
    position = 0
    for _ in range(_FEW):
        found = _UNSAFE.search(text, position)
        if found is None:
            return text
        text = text.replace(found[0], REPLACEMENT)
        position = found.end()
    return _UNSAFE.sub(REPLACEMENT, text)
