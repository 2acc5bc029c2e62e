"""What may stand on the command line, and what the help says about it.

Nothing is imported here but argparse, so that `reader --help` and a mistyped option answer at once. A
complaint is one line, raised as `ReaderError`; printing it and the exit status are the caller's.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn

USAGE = """\
reader A B [C ...]                  open articles side by side and walk through what they share
       reader NAME.reader.json             go on with a saved comparison
       reader A B [C ...] --format FORMAT  print a report instead
       reader --demo                       open the example articles that come along"""

SHORT_HELP = f"""\
usage: {USAGE}

reader --help lists everything.
"""

_DESCRIPTION = """\
An article is a file (.txt, .md, .html), a folder with such files, or - for standard input.
One article alone is compared with itself. Press ? in the app for its keys."""

_EPILOGUE = """\
Exit status: 0 done; 1 done, but an article had to be left out; 2 nothing could be done;
3 an internal error; 130 interrupted."""

KINDS = ("overlap", "contradiction", "unique")
"""What `--only` accepts: the names of the kinds of finding."""


class Arguments(argparse.Namespace):
    """The command line, taken apart."""

    articles: list[str]
    """Files, folders, `-`, or one saved comparison."""
    demo: bool
    """Open the example articles?"""
    format: str | None
    """Name of the report's format."""
    output: str | None
    """File or folder that the report is written to; None for standard output."""
    force: bool
    """May another existing file be written over?"""
    only: list[str]
    """Kinds of finding that a report is restricted to; empty for all."""
    minimum_score: float | None
    """Least score of the findings of a report; None for what the app shows at first."""
    only_confirmed: bool
    """Leave out of a report what nobody confirmed?"""
    no_texts: bool
    """Leave the whole texts of the articles out of a report?"""
    no_entailment: bool
    """Leave the neural judge out?"""
    theme: str | None
    """Name of the theme of the app."""
    no_cache: bool
    """Write nothing into the person's folders, and read no results there?"""
    absolute_paths: bool
    """Are saved comparisons to tell where the files of the articles lie on this computer?"""
    recover: bool
    """Open the articles with the newest work that was left unsaved?"""
    forget: bool
    """Remove what is kept in the person's folders?"""
    help: bool
    """Print the help?"""
    version: bool
    """Print the version?"""

    @property
    def wants_report(self) -> bool:
        """Is a report asked for, rather than the app?"""
        return self.format is not None or self.output is not None


def parse_arguments(words: Sequence[str]) -> Arguments:
    """Take a command line apart.

    Args:
        words: the words after the command's name.

    Raises:
        ReaderError: it makes no sense; the message is one line that says what to write instead.
    """
    # argparse forgets a `--` between options and articles that are mixed, and takes what follows for options.
    end = words.index("--") if "--" in words else len(words)
    arguments = _parser().parse_intermixed_args(words[:end], namespace=Arguments())
    arguments.articles += words[end + 1 :]
    if not (arguments.help or arguments.version):
        _check(arguments)
    return arguments


def help_text() -> str:
    """The whole help."""
    return _parser().format_help()


def _parser() -> argparse.ArgumentParser:
    parser = _OneLineParser(
        prog="reader",
        usage=USAGE,
        description=_DESCRIPTION,
        epilog=_EPILOGUE,
        add_help=False,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("articles", nargs="*", metavar="A", help=argparse.SUPPRESS)
    report = parser.add_argument_group("reports")
    report.add_argument(
        "--format",
        metavar="FORMAT",
        help="print a report: json, markdown, html, csv, webannotation, tei, or write a folder: brat, pan",
    )
    report.add_argument(
        "--output",
        metavar="FILE",
        help="write the report into FILE, or make the folder FILE; without --format, the suffix "
        "(.json, .md, .html, .csv, .jsonld, .xml) tells it",
    )
    report.add_argument(
        "--force", action="store_true", help="let --output write over an existing file or folder"
    )
    report.add_argument(
        "--only",
        action="append",
        default=[],
        choices=KINDS,
        metavar="KIND",
        help="report findings of one kind only: overlap or contradiction",
    )
    report.add_argument(
        "--minimum-score",
        type=_score,
        metavar="X",
        help="report findings with a score of at least X, from 0 to 1; 0 reports all",
    )
    report.add_argument(
        "--only-confirmed",
        action="store_true",
        help="report what you confirmed or marked by hand, and nothing else; for a saved comparison",
    )
    report.add_argument(
        "--no-texts",
        action="store_true",
        help="leave the whole texts of the articles out of the report; the passages stay",
    )
    comparison = parser.add_argument_group("comparison")
    comparison.add_argument(
        "--no-entailment",
        action="store_true",
        help="compare without the neural judge: faster, but contradictions of meaning are missed",
    )
    app = parser.add_argument_group("app")
    app.add_argument("--demo", action="store_true", help="open the example articles that come along")
    app.add_argument("--theme", metavar="NAME", help="colours to show the app in")
    app.add_argument(
        "--absolute-paths",
        action="store_true",
        help="save the absolute paths of the articles too; by itself a saved comparison holds none",
    )
    app.add_argument(
        "--recover",
        action="store_true",
        help="open the articles of the newest work that was left unsaved, and take it over",
    )
    privacy = parser.add_argument_group("privacy")
    privacy.add_argument(
        "--no-cache",
        action="store_true",
        help="write nothing into your user folders, no recovery file either, and use no results kept there",
    )
    privacy.add_argument(
        "--forget",
        action="store_true",
        help="remove recovery files, results, places last read, logs and the chosen theme there, and end",
    )
    about = parser.add_argument_group("about")
    about.add_argument("--help", "-h", action="store_true", help="print this help, and end")
    about.add_argument("--version", action="store_true", help="print the version, and end")
    return parser


def _check(arguments: Arguments) -> None:
    """Refuse what contradicts itself, rather than to leave a part of it out without a word."""
    if arguments.recover and (arguments.articles or arguments.demo or arguments.wants_report):
        _refuse("--recover stands alone: it opens the articles of unsaved work from what was kept of them.")
    if arguments.recover and arguments.no_cache:
        _refuse("--recover opens what is kept in your user folders: leave out --no-cache.")
    if arguments.forget and (
        arguments.articles or arguments.demo or arguments.wants_report or arguments.recover
    ):
        _refuse("--forget stands alone: it removes what is kept, and ends.")
    if arguments.absolute_paths and arguments.wants_report:
        _refuse("--absolute-paths is for what the app saves: no report tells absolute paths; leave it out.")
    if arguments.demo and arguments.articles:
        _refuse("--demo opens the example articles: leave out either --demo or the files.")
    if not arguments.wants_report:
        for option, is_given in (
            ("--only", bool(arguments.only)),
            ("--minimum-score", arguments.minimum_score is not None),
            ("--only-confirmed", arguments.only_confirmed),
            ("--no-texts", arguments.no_texts),
            ("--force", arguments.force),
        ):
            if is_given:
                _refuse(f"{option} is for a report: add --format json or --output FILE.")
    if arguments.output == "":
        _refuse("--output needs the name of a file.")


def _score(word: str) -> float:
    score = float(word)
    # Written so that "nan" is refused too.
    if not 0.0 <= score <= 1.0:
        raise ValueError(word)
    return score


def _refuse(message: str) -> NoReturn:
    # Imported late: the model's values take longer to load than the help does.
    from readerapp.model.errors import ReaderError

    raise ReaderError(message)


class _OneLineParser(argparse.ArgumentParser):
    """argparse prints its usage above a complaint, and ends the program; here it is one line, raised."""

    def error(self, message: str) -> NoReturn:
        message = message.replace("_score value", "number from 0 to 1")
        _refuse(
            f"{message[:1].upper()}{message[1:]}.{self._suggestion(message)} reader --help lists all options."
        )

    def _suggestion(self, message: str) -> str:
        if "unrecognized arguments: -" not in message:
            return ""
        import difflib
        import os

        word = message.split("unrecognized arguments: ", 1)[1].split(" ")[0]
        known = [option for action in self._actions for option in action.option_strings]
        near = difflib.get_close_matches(word.split("=")[0], known, n=1)
        if os.path.lexists(word):
            return f" For the file of that name, write ./{word}"
        return f" Did you mean {near[0]}?" if near else ""
