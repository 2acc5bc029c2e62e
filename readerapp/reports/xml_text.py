"""Text in the form that XML can hold."""

from __future__ import annotations

import re

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 has no way to write; as long as it was.

    Args:
        text: anything, also with lone surrogates.
    """
    return _UNWRITABLE.sub("\ufffd", text)
