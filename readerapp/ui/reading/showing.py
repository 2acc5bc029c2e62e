"""Choosing which findings are shown, how much room the evidence has, and the theme."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from readerapp.model import Kind
from readerapp.session import Filters
from readerapp.session.score_steps import stronger, weaker
from readerapp.ui.reading.part import Handler, Part, Reason
from readerapp.ui.screens.types_choice import TypesChoice
from readerapp.ui.wording import weaker_in_words

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
            "choose_types": self._choose_types,
            "toggle_weaker": self._toggle_weaker,
            "raise_minimum": self._raise_minimum,
            "lower_minimum": self._lower_minimum,
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
            "choose_types": self._why_no_filter,
            "toggle_weaker": self._why_no_filter,
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
        hidden = weaker_in_words(self.session.weaker_hidden)
        if hidden:
            shown = f"Shown: {words} ({total:,}" if words else f"Shown as at first ({total:,}"
            self.screen.say(f"{shown}; {hidden}).")
        else:
            self.screen.say(
                f"Shown: {words} ({total:,})." if words else f"All findings are shown ({total:,})."
            )

    def _choose_types(self) -> None:
        def chosen(filters: Filters | None) -> None:
            if filters is not None and filters != self.session.filters:
                self._choose(filters)

        self.screen.app.push_screen(TypesChoice(self.session), chosen)

    def _toggle_weaker(self) -> None:
        filters = self.session.filters
        if filters.minimum_score == 0:
            self._choose(replace(filters, minimum_score=None))
        elif filters.minimum_score is None and not self.session.weaker_hidden:
            self.screen.say("No weaker findings are hidden.")
        else:
            self._choose(replace(filters, minimum_score=0.0))

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

    def _raise_minimum(self) -> None:
        session = self.session
        filters = stronger(session.filters, session.findings, session.annotations)
        if filters is None:
            self.screen.say("No finding is stronger than those that are shown.")
        else:
            self._choose(filters)

    def _lower_minimum(self) -> None:
        session = self.session
        filters = weaker(session.filters, session.findings, session.annotations)
        if filters is None:
            self.screen.say("All scores are shown.")
        else:
            self._choose(filters)

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
