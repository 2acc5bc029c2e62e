"""Removing what reader keeps in the user's folders about what was read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from readerapp.saving.folders import state_place
from readerapp.saving.places import places_folder
from readerapp.saving.process_lock import is_abandoned
from readerapp.saving.recovery import LOCK, recovery_folder


def forget() -> list[str]:
    """Remove recovery files, places, logs and the chosen theme.

    The user's settings and themes stay, and so does the recovery file of a sitting that goes on in another
    terminal. Only what reader made is removed, also where an environment variable named a folder that
    holds other things.

    Returns:
        what was removed, as paths.
    """
    removed = []
    for place in _kept():
        with suppress(OSError):
            if place.is_dir() and not place.is_symlink():
                shutil.rmtree(place)
            else:
                place.unlink()
            removed.append(str(place))
    for folder in (recovery_folder(), state_place()):
        with suppress(OSError):
            folder.rmdir()
    return removed


def _kept() -> Iterator[Path]:
    state = state_place()
    for folder in _inside(recovery_folder()):
        if is_abandoned(folder / LOCK):
            yield folder
    if places_folder().is_dir():
        yield places_folder()
    for pattern in ("theme", "comparison.log", "reader-error-*.log"):
        yield from sorted(state.glob(pattern))


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
