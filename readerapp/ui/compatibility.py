"""Every workaround for a library's version, each with the release that needs it."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.screen import Screen
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


def dismiss_screens_once() -> None:
    """Let a screen that was dismissed ignore a second key or click that was on its way.

    In Textual 8.2.8 it answers twice and takes the screen below off the stack too, which ends the app; that
    goes for Textual's own command palette as well, so the method itself is replaced.
    """
    if getattr(Screen.dismiss, "once", False):
        return
    dismiss = Screen.dismiss

    def once(screen: Screen[Any], result: Any = None) -> AwaitComplete:
        return dismiss(screen, result) if screen in screen.app.screen_stack else AwaitComplete()

    once.once = True  # type: ignore[attr-defined]
    Screen.dismiss = once  # type: ignore[assignment, method-assign]
