"""Scrolling the panes together on the passages that they share.

The pane that the person scrolls, which is the focused one or the one under the mouse, drives; the
others follow. While a passage of the current finding is in sight in the driver, the others keep their
passages of it beside it, also where they were moved to another place in the text; elsewhere they
follow the alignment of the whole texts. What this module scrolled itself never drives anything.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from readerapp.ui.reading.part import Handler, Part, Reason
from readerapp.ui.synchronisation import Synchronisation
from readerapp.ui.widgets.article_pane import ArticlePane

if TYPE_CHECKING:
    from readerapp.ui.screens.reading import ReadingScreen


_OLDEST = 2.0
"""Seconds for which an alignment serves while more findings come in."""


class SynchronisedScrolling(Part):
    """Keeps the panes beside one another; can be switched off."""

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.is_on = True
        """Do the panes scroll together?"""
        self._settled: dict[str, float] = {}
        self._alignment: Synchronisation | None = None
        self._is_outdated = False
        self._made_at = 0.0

    def findings_changed(self) -> None:
        """The alignment of the texts is worked out anew when it is needed next, but not all the time."""
        self._is_outdated = True

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

    def settle(self) -> None:
        """Take the places of all panes as they are: none of them was scrolled by the person."""
        self._settled = {pane.document.id: pane.scroll_offset.y for pane in self.screen.panes.all}

    def scrolled(self, pane: ArticlePane) -> None:
        """A pane was scrolled, perhaps by the person."""
        place = pane.scroll_offset.y
        if self._settled.get(pane.document.id) == place:
            return
        self._settled[pane.document.id] = place
        if self.is_on and self._is_driven_by_person(pane):
            self.follow(pane)

    def _is_driven_by_person(self, pane: ArticlePane) -> bool:
        return pane is self.screen.panes.focused or pane.is_mouse_over

    def follow(self, driver: ArticlePane) -> None:
        """Scroll the other visible panes to where the driver is."""
        for pane in self.screen.panes.visible:
            if pane is not driver:
                self._bring_beside(driver, pane)
        self.settle()

    def _bring_beside(self, driver: ArticlePane, pane: ArticlePane) -> None:
        """Put a pane's text beside the driver's."""
        shown = self.screen.walk.shown_passages()
        here, there = shown.get(driver.document.id), shown.get(pane.document.id)
        if here is not None and there is not None:
            rows_down = driver.rows.position_of_offset(here.start) - driver.scroll_offset.y
            position = rows_down / driver.height_in_rows
            if 0 <= position < 1:
                pane.scroll_to_offset(there.start, position=position)
                return
        places = self._aligned().counterpart(driver.document.id, driver.middle_position())
        pane.scroll_to_offset(places[pane.document.id], position=driver.sync_share)

    def _aligned(self) -> Synchronisation:
        """The alignment of the whole texts, worked out when it is needed first."""
        age = time.monotonic() - self._made_at
        is_due = self._is_outdated and (age > _OLDEST or not self.screen.is_comparing)
        if self._alignment is None or is_due:
            self._is_outdated, self._made_at = False, time.monotonic()
            session = self.session
            lengths = {document.id: len(document.text) for document in session.documents}
            self._alignment = Synchronisation(lengths, session.findings)
        return self._alignment
