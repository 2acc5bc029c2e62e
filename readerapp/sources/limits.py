"""How many bytes of an article are read at most.

An article larger than the limit is refused rather than cut, because findings on half an article mislead.
"""

from __future__ import annotations

import os
import re

from readerapp.model import ReaderError
from readerapp.model.printable import printable

DEFAULT_LIMIT = 50_000_000
"""In bytes. A long book is 5 MB; what is larger is rarely an article, and takes minutes to compare."""

VARIABLE = "READER_MAX_BYTES"
"""Environment variable that sets another limit."""

_UNITS = {"": 1, "k": 1000, "m": 1000**2, "g": 1000**3}


def limit_in_force(limit: int | None) -> int:
    """The limit to read by.

    Args:
        limit: in bytes; None for that of the environment, or the default.

    Raises:
        ReaderError: the environment variable does not hold a number of bytes.
    """
    if limit is not None:
        return limit
    setting = os.environ.get(VARIABLE, "").strip()
    if not setting:
        return DEFAULT_LIMIT
    match = re.fullmatch(r"(\d{1,18})\s*([kmg]?)b?", setting, re.ASCII | re.IGNORECASE)
    if match is None or int(match[1]) == 0:
        raise ReaderError(
            f"{VARIABLE} is {printable(setting, 40)!r}, which is no number of bytes; "
            f"set it to something like 200000000 or 200MB, or unset it"
        )
    return int(match[1]) * _UNITS[match[2].lower()]


def too_large(shown: str, limit: int, size: int | None = None) -> ReaderError:
    """The complaint about an article that is larger than the limit.

    Args:
        shown: its name, safe to print.
        limit: in bytes.
        size: its size in bytes, where it is known.
    """
    has = f"has {in_megabytes(size)}, more" if size else "is larger"
    suggestion = in_megabytes(max(size or 0, 2 * limit), up=True).replace(" ", "")
    return ReaderError(
        f"{shown}: it {has} than the limit of {in_megabytes(limit)}; "
        f"to read it anyway, set {VARIABLE}={suggestion}"
    )


def in_megabytes(size: int, *, up: bool = False) -> str:
    """A number of bytes for a person, such as `50 MB`.

    Args:
        size: in bytes.
        up: round up to a whole number of its unit, so that the text read as a limit is no less.
    """
    for unit, name in ((1000**3, "GB"), (1000**2, "MB"), (1000, "kB")):
        if size >= unit:
            return f"{-(-size // unit)} {name}" if up else f"{size / unit:.3g} {name}"
    return f"{size} B" if up else f"{size} bytes"
