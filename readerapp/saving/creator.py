"""Who is writing: the name that stands in a saved comparison beside what a person added.

The environment variable READER_NAME says it, else git's `user.name`. READER_NAME with nothing in it keeps
the name out of the file.
"""

from __future__ import annotations

import os
import subprocess

from readerapp.model.printable import printable

_LONGEST = 200
_PATIENCE = 2.0
"""Seconds that git may take; it needs some thousandths of one."""


def creator_name() -> str | None:
    """The person's name as one line, or None where it is unknown or not to be told."""
    name = os.environ.get("READER_NAME")
    if name is None:
        name = _name_in_git()
    return printable(name, _LONGEST).strip() or None


def _name_in_git() -> str:
    try:
        asked = subprocess.run(
            ["git", "config", "user.name"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return asked.stdout.decode("utf-8", errors="replace")
