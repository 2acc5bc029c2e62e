"""The user's folders for what reader keeps: readable by the user alone.

The environment variables READER_STATE_HOME, READER_CACHE_HOME and READER_CONFIG_HOME name other folders
than those of the system.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

PRIVATE_FOLDER = 0o700


def state_folder() -> Path:
    """The folder for recovery files, places and logs; made if it can be.

    That it cannot be made shows when something is to be written there.
    """
    folder = state_place()
    with suppress(OSError):
        make_private_folder(folder)
    return folder


def config_folder() -> Path:
    """The folder with the user's settings and themes; never made, because only the user writes there."""
    from platformdirs import user_config_path

    named = os.environ.get("READER_CONFIG_HOME")
    return Path(named) if named else user_config_path("reader", appauthor=False)


def state_place() -> Path:
    """Where the state folder is or would be."""
    from platformdirs import user_state_path

    named = os.environ.get("READER_STATE_HOME")
    return Path(named) if named else user_state_path("reader", appauthor=False)


def cache_place() -> Path:
    """Where the folder for what can be worked out again is or would be."""
    from platformdirs import user_cache_path

    named = os.environ.get("READER_CACHE_HOME")
    return Path(named) if named else user_cache_path("reader", appauthor=False)


def make_private_folder(folder: Path) -> None:
    """Make a folder that the user alone can look into; one that is there stays as it is.

    Folders above it that are missing are made with the usual permissions.

    Raises:
        OSError: it cannot be made.
    """
    if folder.is_dir():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
