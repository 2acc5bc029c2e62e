"""Every workaround for a library's version, each with the release that needs it."""

from __future__ import annotations

from typing import TypeVar

from textual.app import App
from textual.theme import Theme

Result = TypeVar("Result")


class QuietFailure(App[Result]):
    """An app that ends on an internal error without printing it.

    Textual 8.2.8 prints a traceback with the local variables of every frame, article text included,
    and offers no way to leave that to the caller; `failure` hands the error on instead.
    """

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    @property
    def failure(self) -> Exception | None:
        """The error that ended the app."""
        return self._exception


def usable_without_color(theme: Theme) -> bool:
    """Can a theme be read where NO_COLOR is set?

    In Textual 8.2.8 the filter for NO_COLOR turns the terminal's own colours, which the `ansi-*` themes
    are made of, into black on black.
    """
    return not theme.ansi
