"""Removing what reader keeps in the user's folders about what was read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from readerapp.model.printable import printable
from readerapp.saving.folders import cache_place, state_place
from readerapp.saving.places import places_folder
from readerapp.saving.process_lock import is_abandoned
from readerapp.saving.recovery import LOCK, recovery_folder
from readerapp.saving.result_cache import results_folder

_PATTERNS = ("theme", ".theme.*.reader-tmp", "comparison.log", "reader-error-*.log")
"""Names of the files that are made in the state folder, with what a killed process left of them."""


class Forgotten(NamedTuple):
    """What came of removing."""

    removed: list[str]
    """Paths of what is gone."""
    problems: list[str]
    """One line, safe to print, for each thing that could not be removed, with the reason."""


def forget() -> Forgotten:
    """Remove recovery files, places, logs, the chosen theme and results of comparisons.

    The user's settings and themes stay, and so does the recovery file of a sitting that goes on in another
    terminal. Only what reader made is removed, also where an environment variable named a folder that
    holds other things.

    Where something cannot be removed, the rest is all the same.
    """
    removed: list[str] = []
    problems: list[str] = []
    for place in _kept(problems):
        try:
            _remove(place)
        except OSError as error:
            problems.append(_unremovable(place, error))
        else:
            removed.append(str(place))
    for folder in (recovery_folder(), state_place(), cache_place()):
        with suppress(OSError):
            folder.rmdir()
    return Forgotten(removed, problems)


def _kept(problems: list[str]) -> Iterator[Path]:
    for folder in _inside(recovery_folder(), problems):
        if is_abandoned(folder / LOCK):
            yield folder
    for place in _inside(state_place(), problems):
        if place == places_folder() or any(fnmatchcase(place.name, pattern) for pattern in _PATTERNS):
            yield place
    if results_folder().exists():
        yield results_folder()


def _inside(folder: Path, problems: list[str]) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(_unremovable(folder, error))
        return []


def _remove(place: Path) -> None:
    if not place.is_dir() or place.is_symlink():
        place.unlink()
        return
    try:
        shutil.rmtree(place)
    except OSError:
        # It stops at the first thing that stays; what can go goes.
        shutil.rmtree(place, ignore_errors=True)
        raise


def _unremovable(place: Path, error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    return f"{printable(str(place))} could not be removed: {reason}. Remove it by hand."
