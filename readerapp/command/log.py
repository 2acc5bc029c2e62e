"""The log of an internal error: a traceback for whoever mends it, in a place that a person can find."""

from __future__ import annotations

import os
import sys
import tempfile
import time
import traceback
from pathlib import Path


def keep_traceback(error: BaseException, *, private: bool) -> Path | None:
    """Write the traceback of an error.

    Args:
        error: what was raised.
        private: write nothing into the person's folders; the log goes to the system's temporary folder.

    Returns:
        the file, readable by its owner alone, or None if none could be written.
    """
    text = "".join(
        [
            time.strftime("%Y-%m-%d %H:%M:%S%z\n"),
            f"Python {sys.version}\n",
            *traceback.format_exception(error),
        ]
    )
    for folder in (None,) if private else (_state_folder(), None):
        try:
            descriptor, name = tempfile.mkstemp(prefix="reader-error-", suffix=".log", dir=folder)
            with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as stream:
                stream.write(text)
        except OSError:
            continue
        return Path(name)
    return None


def _state_folder() -> Path | None:
    try:
        from readerapp.saving.folders import state_folder

        return state_folder()
    except Exception:
        # Where even the folder cannot be found, the temporary one has to do.
        return None
