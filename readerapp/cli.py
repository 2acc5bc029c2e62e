"""The command `reader`: arguments to settings, settings to the app or a report, and an exit status back.

Every complaint is one line on standard error. Whatever happens, a person sees no traceback: that goes
into a log whose place the complaint names.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readerapp.command.arguments import Arguments


class Status(IntEnum):
    """What the command's exit status says."""

    DONE = 0
    LEFT_OUT = 1
    """Done, but an article had to be left out, or something could not be removed."""
    NOTHING_DONE = 2
    """Usage, no readable article, or nowhere to show or write the result."""
    INTERNAL_ERROR = 3
    INTERRUPTED = 130


class _Interruption:
    """Remembers Ctrl+C, because a library may swallow the exception that it raises."""

    def __init__(self) -> None:
        self.has_come = False

    def watch(self) -> None:
        import signal
        from contextlib import suppress

        # Only the main thread may do this, and nobody needs it elsewhere.
        with suppress(ValueError):
            if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
                signal.signal(signal.SIGINT, self._interrupt)

    def _interrupt(self, number: int, frame: object) -> None:
        import os

        if self.has_come:
            os._exit(Status.INTERRUPTED)
        self.has_come = True
        raise KeyboardInterrupt


def main(words: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        words: the words after the command's name; None for those of this process.

    Returns:
        the exit status: 0 done, 1 done but for a part, 2 nothing done,
        3 an internal error, 130 interrupted.
    """
    words = sys.argv[1:] if words is None else words
    interruption = _Interruption()
    try:
        interruption.watch()
        return _run(words, interruption)
    except KeyboardInterrupt:
        return Status.INTERRUPTED
    except BrokenPipeError:
        from readerapp.command.terminal import abandon_output

        abandon_output()
        return Status.DONE
    except Exception as error:
        return Status.INTERRUPTED if interruption.has_come else _failed(error, words)


def _failed(error: Exception, words: Sequence[str]) -> int:
    from readerapp.command.terminal import complain
    from readerapp.model import ReaderError

    if isinstance(error, ReaderError):
        for problem in getattr(error, "problems", ()) or (str(error),):
            complain(problem)
        return Status.NOTHING_DONE
    if isinstance(error, MemoryError):
        complain("There was not enough memory. Compare fewer or shorter articles.")
        return Status.NOTHING_DONE
    from readerapp.command.log import keep_traceback

    log = keep_traceback(error, private="--no-cache" in words)
    where = f"The log is {log}." if log else "No log could be written."
    complain(f"An internal error, {type(error).__name__}: {error}. This should not happen. {where}")
    return Status.INTERNAL_ERROR


def _run(words: Sequence[str], interruption: _Interruption) -> int:
    if not words:
        from readerapp.command.arguments import SHORT_HELP
        from readerapp.command.terminal import write_error

        write_error(SHORT_HELP)
        return Status.NOTHING_DONE
    from readerapp.command.arguments import parse_arguments

    arguments = parse_arguments(words)
    if arguments.help:
        from readerapp.command.arguments import help_text

        return _print(help_text())
    if arguments.version:
        from readerapp import __version__

        return _print(f"reader {__version__}\n")
    if arguments.forget:
        return _forget()
    if not (arguments.demo or arguments.recover or arguments.articles):
        from readerapp.model import ReaderError

        raise ReaderError("No article was named. Name one or more files, or see reader --help.")
    if arguments.wants_report:
        return _report(arguments, interruption)
    return _show(arguments)


def _print(text: str) -> int:
    from readerapp.command.terminal import print_bytes

    print_bytes(text.encode("utf-8"))
    return Status.DONE


def _forget() -> int:
    from readerapp.model.printable import printable
    from readerapp.saving.forget import forget

    removed, problems = forget()
    lines = [f"Removed {printable(what)}" for what in removed]
    if not removed and not problems:
        lines.append("There was nothing to remove.")
    _complain_of(problems)
    _print("".join(f"{line}\n" for line in lines))
    return Status.LEFT_OUT if problems else Status.DONE


def _report(arguments: Arguments, interruption: _Interruption) -> int:
    from readerapp.command.input import open_input
    from readerapp.command.report import ReportOrder
    from readerapp.model import Settings

    order = ReportOrder(arguments)
    opened = open_input(arguments.articles, demo=arguments.demo)
    _complain_of(opened.problems)
    settings = Settings(entailment=not arguments.no_entailment)
    try:
        order.carry_out(opened, settings, is_stopped=lambda: interruption.has_come)
    except BrokenPipeError:
        from readerapp.command.terminal import abandon_output

        abandon_output()
    return Status.LEFT_OUT if opened.problems else Status.DONE


def _show(arguments: Arguments) -> int:
    from readerapp.command.input import hints_for, open_input, open_recovered
    from readerapp.command.terminal import require_terminal, take_terminal
    from readerapp.model import Settings

    require_terminal()
    opened = open_recovered() if arguments.recover else open_input(arguments.articles, demo=arguments.demo)
    _complain_of(opened.problems)
    take_terminal()
    from readerapp.ui import run_app

    status = run_app(
        opened.documents,
        settings=Settings(entailment=not arguments.no_entailment),
        notices=opened.notices,
        saved=opened.saved,
        theme=arguments.theme,
        cache=not arguments.no_cache,
        hints=() if arguments.no_cache else hints_for(opened.documents),
        absolute_paths=arguments.absolute_paths,
    )
    return status or (Status.LEFT_OUT if opened.problems else Status.DONE)


def _complain_of(problems: Sequence[str]) -> None:
    if problems:
        from readerapp.command.terminal import complain

        for problem in problems:
            complain(problem)
