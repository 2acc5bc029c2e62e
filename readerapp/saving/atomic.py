"""Writing a file so that at every moment the old one or the new one is there, whole.

The data goes into a temporary file in the same folder, is forced onto the disk, and then takes the old
file's place in one step; the folder is forced onto the disk too, so that a power cut does not undo it.
Whatever goes wrong before that step leaves the old file untouched, and the temporary file is removed.
A link is followed: the file that it leads to is replaced, not the link. Permissions stay as they were.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path

from readerapp.model import ReaderError
from readerapp.model.printable import printable
from readerapp.saving.folders import make_private_folder

_SUFFIX = ".reader-tmp"
_ABANDONED = 3600.0
"""Seconds after which a temporary file belongs to a process that was killed."""

_PRIVATE = 0o600
_ORDINARY = 0o666

_ADVICE = {
    errno.ENOSPC: "the disk is full; make room on it or choose another folder",
    errno.EDQUOT: "your share of the disk is used up; make room or choose another folder",
    errno.EFBIG: "the file would be larger than the system allows; choose another folder",
    errno.EROFS: "the disk can only be read; choose another folder",
    errno.EACCES: "you may not write there; choose another folder or change its permissions",
    errno.EPERM: "you may not write there; choose another folder or change its permissions",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.ENOENT: "the folder does not exist; make it or choose another",
    errno.ENOTDIR: "a part of its path is no folder; choose another name",
    errno.EILSEQ: "the disk does not allow such a name; choose another",
    errno.EINVAL: "the disk does not allow such a name; choose another",
    errno.ELOOP: "its links lead in a circle; choose another name",
    errno.EIO: "the disk reported an error; choose another disk",
}


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Replace a file as a whole, or make it.

    Args:
        path: the file.
        data: everything that it is to hold.
        private: may the user alone read it? Its folder is then made, private too, where there is none.

    Raises:
        ReaderError: it could not be written; what was there before is there still.
    """
    try:
        target = _followed(path)
        if private:
            make_private_folder(target.parent)
        _replace(target, data, _status_of(target), private=private)
        if not private:
            _remove_abandoned(target)
    except OSError as error:
        raise unwritable(path, error) from error
    except ValueError as error:
        raise ReaderError(f"{_shown(path)} cannot be written: a name cannot hold a NUL.") from error


def unwritable(path: Path, error: OSError) -> ReaderError:
    """The complaint about a file that could not be written.

    Args:
        path: the file.
        error: what the system said.
    """
    reason = _ADVICE.get(error.errno or 0) or error.strerror or type(error).__name__
    return ReaderError(f"{_shown(path)} cannot be written: {reason}. What was there before is unchanged.")


def _shown(path: Path) -> str:
    return printable(str(path))


def _followed(path: Path) -> Path:
    """The file that a path leads to."""
    if not path.is_symlink():
        return path
    try:
        return path.resolve()
    except RuntimeError as error:
        # Python 3.11 and 3.12 tell so of links in a circle.
        raise OSError(errno.ELOOP, "links in a circle") from error


def _status_of(target: Path) -> os.stat_result | None:
    """What the system says of the file that is to be replaced; None where there is none."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise ReaderError(f"{_shown(target)} is a folder; choose the name of a file.")
    if not stat.S_ISREG(status.st_mode):
        raise ReaderError(f"{_shown(target)} is no ordinary file and is not replaced; choose another name.")
    if not os.access(target, os.W_OK):
        raise ReaderError(f"{_shown(target)} is protected against writing; choose another name.")
    return status


def _replace(target: Path, data: bytes, old: os.stat_result | None, *, private: bool) -> None:
    temporary = target.with_name(f"{_temporary_stem(target)}{secrets.token_hex(8)}{_SUFFIX}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(temporary, flags, _PRIVATE if private or old is not None else _ORDINARY)
    try:
        try:
            _write_all(descriptor, data)
            if old is not None and not private:
                _pass_on(descriptor, old)
            _force(descriptor)
        finally:
            os.close(descriptor)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    _force_folder(target.parent)


def _pass_on(descriptor: int, old: os.stat_result) -> None:
    """Give the new file the owner and the permissions of the old one."""
    if not hasattr(os, "fchmod"):
        return
    with suppress(OSError):
        # Only an administrator who saves somebody else's file can and need do this.
        if (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid()):
            os.fchown(descriptor, old.st_uid, old.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _temporary_stem(target: Path) -> str:
    """How the names of a file's temporary files begin; short enough for every file system."""
    return f".{target.name[:40]}."


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _force(descriptor: int) -> None:
    """Make the disk keep what was written."""
    try:
        from fcntl import F_FULLFSYNC, fcntl  # type: ignore[attr-defined,unused-ignore]
    except ImportError:
        os.fsync(descriptor)
        return
    try:
        # On macOS fsync hands the data to the disk, which may keep it in its own memory.
        fcntl(descriptor, F_FULLFSYNC)
    except OSError:
        os.fsync(descriptor)


def _force_folder(folder: Path) -> None:
    """Make the disk keep the new name; where the system has no way to, the file itself is safe already."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _remove_abandoned(target: Path) -> None:
    """Remove temporary files of the same target that a killed process left long ago."""
    stem = _temporary_stem(target)
    with suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            if entry.name.startswith(stem) and entry.name.endswith(_SUFFIX):
                with suppress(OSError):
                    if time.time() - entry.stat(follow_symlinks=False).st_mtime > _ABANDONED:
                        os.unlink(entry.path)
