"""What every part of the reading screen has."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readerapp.session import Session
    from readerapp.ui.screens.reading import ReadingScreen

Handler = Callable[[], object]
"""Does an action."""

Reason = Callable[[], str | None]
"""Says in one sentence why an action cannot be done now; None if it can."""


class Part:
    """A part of the reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    @property
    def session(self) -> Session:
        """The sitting that the screen shows."""
        return self.screen.session

    def handlers(self) -> dict[str, Handler]:
        """What the actions of these names do."""
        return {}

    def reasons(self) -> dict[str, Reason]:
        """When the actions of these names cannot be done."""
        return {}
