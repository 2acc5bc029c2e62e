"""The command palette: every action of the registry, found by its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from readerapp.ui.actions import ACTIONS, Action, shown_keys
from readerapp.ui.screens.reading import ReadingScreen


class ReaderCommands(Provider):
    """Offers what can be done on the reading screen."""

    def _commands(self) -> Iterator[tuple[Action, Callable[[], None], str]]:
        """Actions with what carries them out, and their keys with the reason if it cannot be done now."""
        screen = self.screen
        if not isinstance(screen, ReadingScreen):
            return
        for action in ACTIONS:
            if action.palette and screen.knows(action.name):
                reason = screen.reason_against(action.name)
                explanation = f"{shown_keys(action)}  {reason or ''}".rstrip()
                yield action, partial(screen.action_perform, action.name), explanation

    async def discover(self) -> Hits:
        """Everything, while nothing is typed."""
        for action, command, explanation in self._commands():
            yield DiscoveryHit(action.description, command, help=explanation)

    async def search(self, query: str) -> Hits:
        """What fits the words that are typed."""
        matcher = self.matcher(query)
        for action, command, explanation in self._commands():
            score = matcher.match(action.description)
            if score > 0:
                yield Hit(score, matcher.highlight(action.description), command, help=explanation)
