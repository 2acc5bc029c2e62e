"""The terminal around the command: one safe line for a complaint, bytes for a report, keys for the app.

Standard streams may be pipes, files, closed, or in an encoding that cannot hold the text; nothing here
lets that become a traceback. The model is imported when there is something to complain of, because the
help is printed through here too and has to be quick.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import IO, NoReturn

_KEYBOARD = "CONIN$" if sys.platform == "win32" else "/dev/tty"


def complain(message: str) -> None:
    """Print one line on standard error.

    Args:
        message: what went wrong; anything in it that could do harm to a terminal is replaced.
    """
    from readerapp.model.printable import printable

    write_error(f"reader: {printable(message)}\n")


def write_error(text: str) -> None:
    """Write text to standard error; where nobody can receive it, nothing happens."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text)
        sys.stderr.flush()


def print_bytes(data: bytes) -> None:
    """Print a report, as it is, whatever encoding the terminal or console is set to.

    Raises:
        BrokenPipeError: nobody reads any more.
        ReaderError: standard output is closed or cannot be written to.
    """
    if sys.stdout is None:
        _refuse("Standard output is closed, so there is nowhere to print to. Use --output FILE.")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon_output()
        reason = error.strerror or str(error)
        _refuse(f"Standard output cannot be written to: {reason}. Use --output FILE to write elsewhere.")


def abandon_output() -> None:
    """Let what is still buffered go nowhere, so that the interpreter's end does not complain about it."""
    with suppress(OSError, ValueError, AttributeError):
        descriptor = os.open(os.devnull, os.O_WRONLY)
        os.dup2(descriptor, sys.stdout.fileno())
        os.close(descriptor)


def is_terminal(stream: IO[str] | None) -> bool:
    """Is a standard stream open, and a terminal?"""
    try:
        return stream is not None and stream.isatty()
    except (OSError, ValueError):
        return False


def require_terminal() -> None:
    """Make sure that there is a terminal for the app, before anything else is done.

    Raises:
        ReaderError: there is none; the message names `--format`.
    """
    if not is_terminal(sys.stdout):
        _refuse(
            "The app needs a terminal to be shown on, and standard output is none. "
            "Add --format json or --format markdown to print a report."
        )
    if is_terminal(sys.stdin):
        return
    try:
        os.close(os.open(_KEYBOARD, os.O_RDWR))
    except OSError:
        _refuse(
            "The app needs a terminal to read keys from, and there is none. "
            "Add --format json or --format markdown to print a report."
        )


def take_terminal() -> None:
    """Give the app the keyboard and the screen where the standard streams are something else.

    After an article came through a pipe, standard input is that pipe; the app reads its keys there. And
    it draws on standard error, which may have been turned into a file while standard output is a terminal.
    """
    if not is_terminal(sys.stdin):
        keyboard = os.open(_KEYBOARD, os.O_RDWR)
        if sys.__stdin__ is None:
            stream = os.fdopen(keyboard, encoding="utf-8", errors="replace", closefd=False)
            setattr(sys, "__stdin__", stream)  # noqa: B010 - a plain assignment is refused as final
            sys.stdin = stream
        else:
            os.dup2(keyboard, sys.__stdin__.fileno())
            os.close(keyboard)
    if sys.platform != "win32" and not is_terminal(sys.stderr):
        if sys.__stderr__ is None:
            setattr(sys, "__stderr__", sys.__stdout__)  # noqa: B010
            sys.stderr = sys.stdout
        else:
            os.dup2(sys.stdout.fileno(), sys.__stderr__.fileno())


def _refuse(message: str) -> NoReturn:
    from readerapp.model.errors import ReaderError

    raise ReaderError(message)
