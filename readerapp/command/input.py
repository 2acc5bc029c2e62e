"""What is to be opened: articles, the example articles, or one saved comparison."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from readerapp.model import Document, Notice, ReaderError
from readerapp.model.portable import SAVED_SUFFIX
from readerapp.model.printable import printable

if TYPE_CHECKING:
    from readerapp.saving.comparison_file import SavedComparison

_TELLING = b'"AnnotationCollection"'
_HEAD = 4096
"""Bytes of a `.json` file that are looked at to tell a saved comparison that was renamed."""


@dataclass(frozen=True, slots=True)
class Input:
    """What was opened."""

    documents: tuple[Document, ...]
    """At least one."""
    problems: tuple[str, ...] = ()
    """One line for each article that had to be left out."""
    notices: tuple[Notice, ...] = ()
    """What a person should know beside the notices of the documents."""
    named: tuple[str, ...] = ()
    """Every file that was named, those left out and those of a folder that were left out among them."""
    saved: SavedComparison | None = None
    """The saved comparison that it came from."""

    @property
    def sources(self) -> tuple[str | Path, ...]:
        """Files that must not be written over."""
        located = (document.location for document in self.documents if document.location is not None)
        return (*(() if self.saved is None else (self.saved.path,)), *located, *self.named)


def open_input(articles: Sequence[str], *, demo: bool) -> Input:
    """Open what the command line names.

    Args:
        articles: files, folders, `-`, or one saved comparison; empty with `demo`.
        demo: open the example articles.

    Raises:
        ReaderError: nothing could be opened; `problems` of several articles come as `NothingOpenedError`.
    """
    if demo:
        from readerapp.demonstration import example_articles

        return Input(example_articles())
    saved = [article for article in articles if is_saved_comparison(article)]
    if saved and len(articles) > 1:
        raise ReaderError(
            f"{saved[0]} is a saved comparison and is opened alone: it holds its articles. "
            "Leave out the other files, or leave it out."
        )
    if saved:
        from readerapp.saving.comparison_file import read_comparison_file

        comparison_file = read_comparison_file(Path(saved[0]))
        return Input(comparison_file.comparison.documents, saved=comparison_file)
    from readerapp.sources import open_sources

    opened = open_sources(articles)
    if not opened.documents:
        raise NothingOpenedError(opened.problems)
    notices = (*dict.fromkeys(left_out.notice for left_out in opened.left_out), *opened.notices)
    named = (*articles, *(left_out.argument for left_out in opened.left_out))
    return Input(opened.documents, opened.problems, notices, tuple(name for name in named if name != "-"))


def open_recovered() -> Input:
    """Open the articles of the newest work that was left unsaved; the app then offers the work itself.

    Raises:
        ReaderError: nothing was left.
    """
    from readerapp.saving.recovery import pending_recoveries

    pending = pending_recoveries()
    if not pending:
        raise ReaderError("There is no unsaved work to recover. Name the articles that you want to read.")
    return Input(pending[0].comparison.documents)


def hints_for(documents: Sequence[Document]) -> tuple[str, ...]:
    """What to tell at the start beside what the articles brought up.

    Args:
        documents: the articles that are opened.

    Returns:
        a line about unsaved work on other articles, if there is some.
    """
    from readerapp.saving.recovery import unoffered_recovery

    recovered = unoffered_recovery(documents)
    if recovered is None:
        return ()
    titles = [printable(document.title or document.source, 40) for document in recovered.comparison.documents]
    if len(titles) > 2:
        titles[2:] = [f"{len(titles) - 2} more"]
    named = " and ".join(part for part in (", ".join(titles[:-1]), titles[-1]) if part)
    return (f"Unsaved work on {named} is kept; `reader --recover` opens it.",)


def is_saved_comparison(article: str) -> bool:
    """Is it a saved comparison, by its name, or by its first bytes where a download renamed it?"""
    name = article.lower()
    if name.endswith(SAVED_SUFFIX):
        return True
    if not name.endswith(".json") or not os.path.isfile(article):
        return False
    try:
        with open(article, "rb") as stream:
            return _TELLING in stream.read(_HEAD)
    except OSError:
        return False


class NothingOpenedError(ReaderError):
    """None of the articles could be opened."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = tuple(problems)
        """One line for each."""
