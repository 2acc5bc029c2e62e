"""Writing a text in the person's own editor, which has the terminal for itself meanwhile.

The text goes through a file that the person alone can read, in a folder of its own, so that what an editor
keeps beside it is private too. Nothing is lost: where the editor fails and the file holds something new, the
file stays, and the complaint names it.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from readerapp.model import ReaderError
from readerapp.model.printable import printable
from readerapp.sources.cleaning import clean_text

VARIABLES = ("VISUAL", "EDITOR")
"""Environment variables that name an editor, the first that does counts."""


def editor_command(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The person's editor with its options.

    Raises:
        ReaderError: none is named, or not in a way that can be read.
    """
    for variable in VARIABLES:
        words = environment.get(variable, "").strip()
        if words:
            try:
                return shlex.split(words)
            except ValueError as error:
                raise ReaderError(f"{variable} cannot be read as a command: {error}.") from error
    raise ReaderError("No editor is named: set VISUAL or EDITOR, such as EDITOR=nano, and start anew.")


def edited(text: str, command: Sequence[str]) -> str:
    """Let the person edit a text; waits for the editor to end.

    Args:
        text: what stands there.
        command: the editor; the name of the file is added.

    Returns:
        the text as the editor left it, with controls replaced as in an article.

    Raises:
        ReaderError: the editor could not be run, failed, or left nothing that can be read.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="reader-note-"))
    except OSError as error:
        raise ReaderError(f"No file could be made for the editor: {error.strerror or error}.") from error
    file = folder / "note.txt"
    before = f"{text}\n" if text else ""
    keeps = False
    try:
        _write_privately(file, before)
        _run([*command, str(file)])
        after = file.read_text(encoding="utf-8")
    except (OSError, ValueError, _FailedError) as error:
        keeps = _holds_something_new(file, before)
        kept = f" What it wrote is kept in {printable(str(file))}." if keeps else ""
        reason = "the text is not UTF-8" if isinstance(error, UnicodeDecodeError) else _reason(error)
        name = printable(command[0], 40)
        raise ReaderError(f"{name}: {reason}. The note is as it was.{kept}") from error
    finally:
        if not keeps:
            shutil.rmtree(folder, ignore_errors=True)
    return clean_text(after).strip()


class _FailedError(Exception):
    """The editor said that it failed."""


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _write_privately(file: Path, text: str) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)


def _holds_something_new(file: Path, before: str) -> bool:
    try:
        data = file.read_bytes()
    except OSError:
        return False
    return bool(data.strip()) and data != before.encode("utf-8")


def _run(command: Sequence[str]) -> None:
    with _interrupts_kept_away():
        status = subprocess.run(list(command), check=False).returncode
    if status < 0:
        raise _FailedError(f"it was ended by signal {-status}")
    if status:
        raise _FailedError(f"it ended with status {status}")


@contextmanager
def _interrupts_kept_away() -> Iterator[None]:
    """Let Ctrl+C mean the editor alone; any other signal reaches the app's loop after the editor has ended.

    Both have the terminal, so both get the signal, and the app would take it for the wish to end.
    """
    if os.name != "posix":
        yield
        return
    inner, outer = socket.socketpair()
    inner.setblocking(False)
    outer.setblocking(False)
    old_descriptor = signal.set_wakeup_fd(inner.fileno(), warn_on_full_buffer=False)
    old_handler = signal.signal(signal.SIGINT, lambda number, frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, old_handler)
        signal.set_wakeup_fd(old_descriptor, warn_on_full_buffer=False)
        numbers = _everything_in(outer)
        inner.close()
        outer.close()
        others = bytes(number for number in numbers if number != signal.SIGINT)
        if others and old_descriptor >= 0:
            os.write(old_descriptor, others)


def _everything_in(outer: socket.socket) -> bytes:
    try:
        return outer.recv(4096)
    except BlockingIOError:
        return b""
