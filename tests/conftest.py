"""What every test starts from: folders of its own, one locale, one kind of terminal.

Nothing that a test keeps may reach the user's folders, and nothing in the user's environment may change
what a test sees.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_FIXED = {
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "TEXTUAL_ANIMATIONS": "none",
}
_REMOVED_PREFIXES = ("READER_", "TEXTUAL")
# COLUMNS and LINES freeze the size that Textual sees; NO_COLOR changes every picture.
_REMOVED = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "LANG", "LANGUAGE", "TERM_PROGRAM")

for _name in list(os.environ):
    # The picture plugin passes its folder to the test processes in a variable of its own.
    is_needed = _name.startswith("TEXTUAL_SNAPSHOT_")
    if not is_needed and (_name.startswith(_REMOVED_PREFIXES) or _name in _REMOVED):
        del os.environ[_name]
# Set while this file is read, because Textual reads some of them when it is imported.
os.environ.update(_FIXED)


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with state, cache and configuration folders for this test and its child processes."""
    home = tmp_path_factory.mktemp("home", numbered=True)
    for kind in ("state", "cache", "config"):
        monkeypatch.setenv(f"READER_{kind.upper()}_HOME", str(home / kind))
    return home
