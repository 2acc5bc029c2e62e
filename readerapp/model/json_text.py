"""Values as JSON text that is the same in every run and that people can read and compare.

Outer levels stand one to a line, indented by one space; what lies deeper than `LEVELS` follows on one
line, so that twenty thousand findings take a second and not ten. Nothing is escaped but what JSON demands
and what a terminal would obey; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

LEVELS = 5
"""Containers within containers that are broken into lines."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Controls that JSON lets stand: a file name with one is harmless in a file, but not on a screen."""
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


def json_text(value: Any) -> str:
    """A value as JSON, with a line feed at the end.

    Args:
        value: dictionaries with text as keys, lists, tuples, text, numbers, truth values and None.

    Raises:
        ValueError: a number is infinite or none.
        RecursionError: it is nested too deeply.
    """
    pieces: list[str] = []
    _write(value, 0, pieces.append)
    pieces.append("\n")
    text = "".join(pieces)
    text = _OBEYED.sub(lambda control: f"\\u{ord(control[0]):04x}", text)
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _write(value: Any, level: int, write: Callable[[str], None]) -> None:
    if not value or level >= LEVELS or not isinstance(value, dict | list | tuple):
        write(_encode(value))
        return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    indent = "\n" + " " * (level + 1)
    separator = opening + indent
    if isinstance(value, dict):
        for key, member in value.items():
            write(f"{separator}{_encode(key)}: ")
            _write(member, level + 1, write)
            separator = "," + indent
    else:
        for member in value:
            write(separator)
            _write(member, level + 1, write)
            separator = "," + indent
    write("\n" + " " * level + closing)
