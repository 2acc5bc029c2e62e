"""Writing a folder of files so that it is there as a whole or not at all.

Everything goes into a temporary folder beside the one that is to be, is forced onto the disk, and takes its
name in one step. Whatever goes wrong before that step leaves what was there untouched, and the temporary
folder is removed. A folder that exists is replaced only where that was asked for, and only if it holds
nothing but files that the new one has too: a name mistyped shall not cost anybody a folder of their own.
"""

from __future__ import annotations

import os
import secrets
import shutil
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from readerapp.model import ReaderError
from readerapp.model.printable import printable
from readerapp.saving.atomic import unwritable

_SUFFIX = ".reader-tmp"
_ABANDONED = 3600.0
"""Seconds after which a temporary folder belongs to a process that was killed."""


def write_folder(path: Path, files: Mapping[str, bytes], *, replace: bool = False) -> None:
    """Make a folder with files, or replace one.

    Args:
        path: the folder; the one that it lies in has to exist.
        files: content by path within the folder, with `/` between its parts.
        replace: may a folder that exists be replaced?

    Raises:
        ReaderError: it could not be written; what was there before is there still.
    """
    try:
        target = path.resolve() if path.is_symlink() else path
        _check(path, target, files, replace=replace)
        _remove_abandoned(target)
        temporary = target.with_name(f"{_stem(target)}{secrets.token_hex(8)}{_SUFFIX}")
        temporary.mkdir()
        try:
            _fill(temporary, files)
            _put(temporary, target)
        except BaseException:
            shutil.rmtree(temporary, ignore_errors=True)
            raise
    except OSError as error:
        raise unwritable(path, error) from error
    except ValueError as error:
        raise ReaderError(f"{printable(str(path))} cannot be written: a name cannot hold a NUL.") from error


def _stem(target: Path) -> str:
    """How the names of the temporary folders of a folder begin; short enough for every file system."""
    return f".{target.name[:40]}."


def _check(path: Path, target: Path, files: Mapping[str, bytes], *, replace: bool) -> None:
    shown = printable(str(path))
    if not os.path.lexists(target):
        return
    if not target.is_dir():
        raise ReaderError(f"{shown} is a file, and this report is a folder; choose another name.")
    if not replace:
        raise ReaderError(f"{shown} exists already. Add --force to replace it, or choose another name.")
    stranger = next(_strangers(target, files), None)
    if stranger is not None:
        raise ReaderError(
            f"{shown} holds {printable(stranger)}, which is no part of this report and would be lost. "
            "Move it elsewhere, or choose another name."
        )


def _strangers(target: Path, files: Mapping[str, bytes]) -> Iterator[str]:
    """What a folder holds that the new one would not hold."""
    folders = {"/".join(name.split("/")[:depth]) for name in files for depth in range(1, name.count("/") + 1)}
    waiting = [""]
    while waiting:
        within = waiting.pop()
        with os.scandir(target / within) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                name = f"{within}/{entry.name}".lstrip("/")
                if entry.is_dir(follow_symlinks=False) and name in folders:
                    waiting.append(name)
                elif name not in files or not entry.is_file(follow_symlinks=False):
                    yield name


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())


def _put(temporary: Path, target: Path) -> None:
    """Give the temporary folder the name that it is to have."""
    if not target.is_dir():
        os.rename(temporary, target)
        return
    with suppress(OSError):
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    # No system exchanges two folders in one step by Python's means, so the old one steps aside.
    aside = target.with_name(f"{_stem(target)}{secrets.token_hex(8)}{_SUFFIX}")
    os.rename(target, aside)
    try:
        os.rename(temporary, target)
    except BaseException:
        os.rename(aside, target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _remove_abandoned(target: Path) -> None:
    """Remove temporary folders of the same target that a killed process left long ago."""
    stem = _stem(target)
    with suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            is_ours = entry.name.startswith(stem) and entry.name.endswith(_SUFFIX)
            if is_ours and entry.is_dir(follow_symlinks=False):
                with suppress(OSError):
                    # The old folder of a replacement that was cut off is the only one there is.
                    if time.time() - entry.stat().st_mtime > _ABANDONED and os.path.lexists(target):
                        shutil.rmtree(entry.path, ignore_errors=True)
