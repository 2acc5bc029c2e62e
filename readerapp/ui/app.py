"""The app: themes, signals, and the reading screen."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.command import Provider
from textual.screen import Screen
from textual.theme import Theme

from readerapp.ui.commands import ReaderCommands
from readerapp.ui.compatibility import QuietFailure, dismiss_screens_once, usable_without_color
from readerapp.ui.screens.note_editor import NoteEditor
from readerapp.ui.screens.question import Question
from readerapp.ui.screens.reading import ReadingScreen
from readerapp.ui.themes import default_variables

ENDED_BY_SIGNAL = 128
"""Added to a signal's number, this is the exit status of who was ended by it."""


class ReaderApp(QuietFailure[int]):
    """Shows one reading screen.

    Args:
        reading: the screen.
        themes: what is registered beside Textual's own themes.
        choose: given the names of all themes that can be used, says which one to begin with.
        complaints: told to the person at the start.
        remember_theme: called with the name of a theme that the person chose.
    """

    TITLE = "reader"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ReaderCommands}

    def __init__(
        self,
        reading: ReadingScreen,
        *,
        themes: Sequence[Theme] = (),
        choose: Callable[[Sequence[str]], str] | None = None,
        complaints: Sequence[str] = (),
        remember_theme: Callable[[str], None] | None = None,
    ) -> None:
        dismiss_screens_once()
        super().__init__()
        self.reading = reading
        self._complaints = tuple(complaints)
        self._remember_theme = remember_theme
        for theme in themes:
            self.register_theme(theme)
        if self.no_color:
            for name, theme in self.available_themes.items():
                if not usable_without_color(theme):
                    self.unregister_theme(name)
        if choose is not None:
            self.theme = choose(sorted(self.available_themes))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of findings for themes that do not set them, such as Textual's own."""
        return default_variables(self.current_theme.dark)

    def get_default_screen(self) -> Screen[None]:
        """The reading screen is the first and the last."""
        return self.reading

    def on_mount(self) -> None:
        """Listen to signals; tell what went wrong before the app began."""
        if os.name == "posix":
            loop = asyncio.get_running_loop()
            for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, self._ended_by, number)
        for complaint in self._complaints:
            self.reading.say(complaint, severity="warning")

    def on_ready(self) -> None:
        """What is loaded by now stays; walking over it again and again would make keys wait."""
        gc.collect()
        gc.freeze()

    def watch_theme(self, name: str) -> None:
        """Remember a theme that the person chose."""
        if self.is_running and self._remember_theme is not None:
            self._remember_theme(name)

    def _ended_by(self, number: int) -> None:
        """Somebody ended the app from outside: unsaved work stays in the recovery file."""
        for screen in self.screen_stack:
            if isinstance(screen, NoteEditor):
                screen.tell_draft()
        self.reading.leaving.end(clean=False)
        self.exit(ENDED_BY_SIGNAL + number)

    async def action_quit(self) -> None:
        """Ctrl+Q on any screen."""
        screen = self.screen
        if isinstance(screen, NoteEditor):
            screen.action_leave()
        elif not isinstance(screen, Question):
            self.reading.leaving.quit()
