"""Choosing which types of findings are shown, and from which score on.

The types that occur stand below one another with their counts, and can be checked and unchecked; the last
row is the least score. Nothing changes on the main screen before Enter.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Static

from readerapp.model import Finding, Kind
from readerapp.model.printable import printable
from readerapp.session import Filters, KindAndType, Session
from readerapp.session.score_steps import stronger, weaker
from readerapp.ui.widgets.checklist import Checklist
from readerapp.ui.widgets.key_line import KeyHint, KeyLine
from readerapp.ui.widgets.row_list import RowList
from readerapp.ui.wording import KIND_WORDS, kind_sign, plural

_LONGEST_TYPE = 24


class TypesChoice(Screen[Filters | None]):
    """Returns the filters that were chosen; None where the person leaves with Esc.

    Args:
        session: the sitting; it is only looked at.
    """

    DEFAULT_CSS = """
    TypesChoice { background: $background; }
    TypesChoice .heading { background: $panel; text-style: bold; padding: 0 1; height: 1; }
    """
    BINDINGS: ClassVar = [
        Binding("escape,q", "dismiss(None)", "Back", show=False),
        Binding("o", "only", "Only this", show=False),
        Binding("a", "weaker", "Weaker", show=False),
        Binding("greater_than_sign,right", "score(1)", "Stronger", show=False),
        Binding("less_than_sign,left", "score(-1)", "Weaker", show=False),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._findings = session.findings
        self._examples = _first_of_each_type(self._findings)
        self._types = sorted(self._examples, key=lambda each: (list(Kind).index(each[0]), each[1]))
        filters = session.filters
        self._checked = {
            each for each in self._types if each[0] in filters.kinds and each not in filters.hidden_types
        }
        self._minimum = filters.minimum_score
        self._complaint = ""
        self._shown: Counter[KindAndType] = Counter()
        self._there: Counter[KindAndType] = Counter()

    def compose(self) -> ComposeResult:
        """Heading, types, keys."""
        yield Static("", markup=False, classes="heading")
        yield Checklist()
        yield KeyLine(
            [
                KeyHint("Space", "check", "check"),
                KeyHint("o", "only this", "only"),
                KeyHint("< >", "least score", "noop"),
                KeyHint("a", "weaker too", "weaker"),
                KeyHint("Enter", "apply", "apply"),
                KeyHint("Esc", "back", "dismiss"),
            ]
        )

    def on_mount(self) -> None:
        """The arrows move at once."""
        self._refill()
        self.query_one(Checklist).focus()

    def _filters(self) -> Filters:
        """What is chosen; a kind of which nothing is checked is left out, and with it what does not occur."""
        occurring = {kind for kind, _ in self._types}
        kinds = {kind for kind, _ in self._checked}
        if kinds == occurring:
            kinds = set(Kind)
        hidden = {each for each in self._types if each not in self._checked and each[0] in kinds}
        return replace(
            self._session.filters,
            kinds=frozenset(kinds),
            hidden_types=frozenset(hidden),
            minimum_score=self._minimum,
        )

    def _everything(self) -> Filters:
        """The choice with every type."""
        return replace(self._filters(), kinds=frozenset(Kind), hidden_types=frozenset())

    def _refill(self) -> None:
        filters, annotations = self._everything(), self._session.annotations
        self._shown.clear()
        self._there.clear()
        for finding in self._findings:
            each = (finding.kind, finding.type)
            self._there[each] += filters.admits_at_any_score(finding, annotations)
            self._shown[each] += filters.admits(finding, annotations)
        rows = self.query_one(Checklist)
        rows.show(len(self._types) + 1, self._draw, rows.cursor)
        self.query_one(".heading", Static).update(self._complaint or self._heading())

    def _heading(self) -> str:
        shown = sum(self._shown[each] for each in self._checked)
        words = plural(len(self._findings), "finding")
        return f"Which findings are shown: {shown:,} of {words}"

    def _draw(self, index: int, width: int) -> Text:
        row = Text(no_wrap=True)
        if index == len(self._types):
            row.append("     least score  ", "bold")
            row.append(self._score_in_words())
            return row
        each = self._types[index]
        row.append(" [x] " if each in self._checked else " [ ] ", "bold" if each in self._checked else "dim")
        quiet = "" if each in self._checked else "dim"
        name = KIND_WORDS[each[0]]
        if each[0] is not Kind.UNIQUE:
            name += f", {printable(each[1], _LONGEST_TYPE)}"
        row.append(f"{kind_sign(self._examples[each])} {name:<40} {self._shown[each]:>6,}", quiet)
        more = self._there[each] - self._shown[each]
        if more:
            row.append(f"  + {more:,} weaker", "dim")
        return row

    def _score_in_words(self) -> str:
        hidden = any(self._there[each] > self._shown[each] for each in self._types)
        if self._minimum is None:
            return "as at first; a shows the weaker ones too" if hidden else "as at first: all are shown"
        return f"{self._minimum:.1f}" if self._minimum else "0: all are shown"

    @on(Checklist.Toggled)
    def action_check(self) -> None:
        """Check or uncheck the type under the cursor; in the last row, show the weaker ones too, or not."""
        index = self.query_one(Checklist).cursor
        if index == len(self._types):
            self.action_weaker()
            return
        self._complaint = ""
        self._checked ^= {self._types[index]}
        self._refill()

    def action_only(self) -> None:
        """Check the type under the cursor and no other; where it is so already, check all."""
        index = self.query_one(Checklist).cursor
        if index < len(self._types):
            only = {self._types[index]}
            self._checked = set(self._types) if self._checked == only else only
            self._complaint = ""
            self._refill()

    def action_weaker(self) -> None:
        """Show the weaker ones too, or only what is shown at first."""
        self._minimum = None if self._minimum == 0 else 0.0
        self._refill()

    def action_score(self, direction: int) -> None:
        """Move the least score to where it makes a difference."""
        step = stronger if direction > 0 else weaker
        moved = step(self._filters(), self._findings, self._session.annotations)
        if moved is not None:
            self._minimum = moved.minimum_score
            self._refill()

    @on(RowList.Chosen)
    def action_apply(self) -> None:
        """Return what is chosen."""
        if self._checked:
            self.dismiss(self._filters())
        else:
            self._complaint = "At least one type has to be checked."
            self._refill()


def _first_of_each_type(findings: tuple[Finding, ...]) -> dict[KindAndType, Finding]:
    found: dict[KindAndType, Finding] = {}
    for finding in findings:
        found.setdefault((finding.kind, finding.type), finding)
    return found
