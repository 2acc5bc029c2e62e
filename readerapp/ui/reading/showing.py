"""Choosing which findings are shown, how much room the evidence has, and the theme."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from readerapp.model import Kind
from readerapp.session import Filters
from readerapp.ui.reading.part import Handler, Part, Reason

_SCORE_STEP = 0.1
_ALL = frozenset(Kind)


def evidence_rows(height: int, chosen: int) -> int:
    """Rows for the evidence.

    Args:
        height: rows of the screen.
        chosen: rows that the person added or took away.
    """
    proposed = 3 if height < 16 else min(16, 3 * height // 10)
    return max(3, min(height // 2, proposed + chosen))


class Showing(Part):
    """What is shown, and how."""

    extra_rows = 0
    """Rows that the person added to the evidence, or took away."""

    def handlers(self) -> dict[str, Handler]:
        """Filters, sizes, theme."""
        return {
            "cycle_kinds": self._cycle_kinds,
            "raise_minimum": partial(self._move_minimum, 1),
            "lower_minimum": partial(self._move_minimum, -1),
            "toggle_dismissed": self._toggle_dismissed,
            "grow_evidence": partial(self._grow, 2),
            "shrink_evidence": partial(self._grow, -2),
            "evidence_down": partial(self._scroll_evidence, 1),
            "evidence_up": partial(self._scroll_evidence, -1),
            "choose_theme": self._choose_theme,
            "stop_comparing": self.screen.stop_comparing,
        }

    def reasons(self) -> dict[str, Reason]:
        """Filters need findings; what does not run cannot be stopped."""
        return {
            "stop_comparing": lambda: None if self.screen.is_comparing else "No comparison is running.",
            "cycle_kinds": self._why_no_filter,
            "raise_minimum": self._why_no_filter,
            "lower_minimum": self._why_no_filter,
        }

    def _why_no_filter(self) -> str | None:
        if self.session.findings:
            return None
        return self.screen.why_no_findings()

    def _choose(self, filters: Filters) -> None:
        self.session.choose(filters)
        self.screen.findings_changed()
        words = filters.describe()
        total = len(self.session.stops)
        self.screen.say(f"Shown: {words} ({total:,})." if words else f"All findings are shown ({total:,}).")

    def _cycle_kinds(self) -> None:
        found = {finding.kind for finding in self.session.findings}
        choices = [_ALL, *(frozenset({kind}) for kind in Kind if kind in found)]
        kinds = self.session.filters.kinds
        position = choices.index(kinds) if kinds in choices else 0
        following = choices[(position + 1) % len(choices)]
        if following == kinds:
            self.screen.say("There is only one kind of finding.")
        else:
            self._choose(replace(self.session.filters, kinds=following))

    def _move_minimum(self, direction: int) -> None:
        minimum = round((self.session.filters.minimum_score or 0.0) + direction * _SCORE_STEP, 1)
        if 0 <= minimum <= 1:
            self._choose(replace(self.session.filters, minimum_score=minimum))
        else:
            self.screen.say("All scores are shown." if direction < 0 else "No score is higher than 1.")

    def _toggle_dismissed(self) -> None:
        filters = self.session.filters
        self._choose(replace(filters, hide_dismissed=not filters.hide_dismissed))

    def _grow(self, rows: int) -> None:
        height = self.screen.size.height
        before = evidence_rows(height, self.extra_rows)
        if evidence_rows(height, self.extra_rows + rows) == before:
            limit = "more" if rows > 0 else "fewer"
            self.screen.say(f"The evidence cannot have {limit} rows on this screen.")
        else:
            self.extra_rows += rows
            self.screen.share_room()

    def _scroll_evidence(self, direction: int) -> None:
        self.screen.evidence.scroll_relative(y=direction * 2, animate=False)

    def _choose_theme(self) -> None:
        self.screen.app.search_themes()
