"""Which theme the app begins with, and remembering which one was chosen last."""

from __future__ import annotations

import difflib
import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from readerapp.model import ReaderError
from readerapp.saving.atomic import write_atomically
from readerapp.ui.themes import DEFAULT_THEME

VARIABLE = "READER_THEME"
"""Environment variable that names a theme."""

_FALLBACK = "textual-dark"


class Choice(NamedTuple):
    """The theme to begin with."""

    name: str
    complaint: str | None
    """What to tell the person where the theme they named does not exist."""


def choose_theme(
    available: Collection[str],
    *,
    asked: str | None,
    remembered: str | None,
    environment: Mapping[str, str] = os.environ,
) -> Choice:
    """Choose a theme: the one asked for, else of the environment, else the last one, else the default.

    Args:
        available: names of themes that can be used.
        asked: name given on the command line.
        remembered: name of the theme that was chosen last.
        environment: where READER_THEME is looked for.
    """
    complaint = None
    for name, origin in ((asked, "--theme"), (environment.get(VARIABLE), VARIABLE)):
        if not name:
            continue
        if name in available:
            return Choice(name, complaint)
        near = difflib.get_close_matches(name, list(available), n=1)
        suggestion = f"did you mean {near[0]}?" if near else "t lists the themes."
        complaint = complaint or f"There is no theme {name!r} ({origin}); {suggestion}"
    for name in (remembered, DEFAULT_THEME):
        if name and name in available:
            return Choice(name, complaint)
    return Choice(_FALLBACK, complaint)


def remembered_theme(file: Path) -> str | None:
    """The theme that was chosen last; None if none was or the file cannot be read."""
    try:
        return file.read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def remember_theme(file: Path, name: str) -> None:
    """Remember a choice; that it cannot be written is no reason to disturb anybody."""
    try:
        write_atomically(file, f"{name}\n".encode(), private=True)
    except ReaderError:
        return
