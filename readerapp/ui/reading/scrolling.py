"""Scrolling the panes together on the passages that they share.

The pane that the person scrolls, which is the focused one or the one under the mouse, drives; the
others follow. While a passage of the current finding is in sight in the driver, the others keep their
passages of it beside it, also where they were moved to another place in the text; elsewhere they
follow the alignment of the whole texts. What this module scrolled itself never drives anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readerapp.ui.reading.part import Handler, Part, Reason
from readerapp.ui.synchronisation import Synchronisation

if TYPE_CHECKING:
    from readerapp.ui.screens.reading import ReadingScreen


class SynchronisedScrolling(Part):
    """Keeps the panes beside one another; can be switched off."""

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.is_on = True
        """Do the panes scroll together?"""
        self._settled: dict[str, float] = {}
        self._alignment: Synchronisation | None = None

    def findings_changed(self) -> None:
        """The alignment of the texts is worked out anew when it is needed next."""
        self._alignment = None

    def handlers(self) -> dict[str, Handler]:
        """Switching it on and off."""
        return {"toggle_synchronised": self._toggle}

    def reasons(self) -> dict[str, Reason]:
        """One article alone follows nothing."""
        return {
            "toggle_synchronised": lambda: (
                None if len(self.screen.panes.columns) > 1 else "Only one article is open."
            )
        }

    def _toggle(self) -> None:
        self.is_on = not self.is_on
        self.screen.refresh_status()
        if self.is_on:
            self.follow(self.screen.panes.focused)
        self.screen.say("The panes scroll together." if self.is_on else "Each pane scrolls for itself.")
