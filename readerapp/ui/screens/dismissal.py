"""Dismissing all findings of a type below a score in one go."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Static

from readerapp.model import Finding, Kind
from readerapp.model.printable import printable
from readerapp.session import KindAndType
from readerapp.session.weak_findings import WeakFindings
from readerapp.ui.widgets.key_line import KeyHint, KeyLine
from readerapp.ui.widgets.row_list import RowList
from readerapp.ui.wording import KIND_WORDS, kind_sign, plural

_STEPS = 20
"""Steps from a score of 0 to one of 1."""

_LONGEST_TYPE = 24
_SHORTEST_NAME, _WIDEST_NAME = 12, 40
_COUNTS = 20
"""Cells of a row for its sign and its two counts, which matter more than the whole name of a type."""


class Dismissal(NamedTuple):
    """What is to be dismissed."""

    identities: tuple[str, ...]
    """Of the findings; one at least."""
    words: str
    """Which they are, such as `overlap, edited, below 0.50`."""


class DismissalForm(Screen[Dismissal | None]):
    """Returns what is to be dismissed; None where the person leaves with Esc.

    Args:
        weak: the findings without a verdict.
        current: the finding that the person is at: its type and score are where the form begins.
    """

    DEFAULT_CSS = """
    DismissalForm { background: $background; }
    DismissalForm .heading { background: $panel; text-style: bold; padding: 0 1; height: 1; }
    DismissalForm .explanation { color: $text-muted; padding: 0 1; height: auto; }
    """
    BINDINGS: ClassVar = [
        Binding("escape,q", "dismiss(None)", "Back", show=False),
        Binding("greater_than_sign,right", "score(1)", "Higher", show=False),
        Binding("less_than_sign,left", "score(-1)", "Lower", show=False),
        *(Binding(str(digit), f"tenths({digit})", "Score", show=False) for digit in range(1, 10)),
    ]

    def __init__(self, weak: WeakFindings, current: Finding | None = None) -> None:
        super().__init__()
        self._weak = weak
        self._rows: tuple[KindAndType | None, ...] = (
            (*weak.types, None) if len(weak.types) > 1 else weak.types
        )
        self._step = _STEPS // 2
        self._begin = 0
        if current is not None and (current.kind, current.type) in weak.types:
            self._begin = self._rows.index((current.kind, current.type))
            self._step = min(_STEPS, int(current.score * _STEPS) + 1)

    @property
    def score(self) -> float:
        """The score below which findings are dismissed."""
        return self._step / _STEPS

    def compose(self) -> ComposeResult:
        """Heading, types, what it means, keys."""
        yield Static("", markup=False, classes="heading")
        yield RowList()
        yield Static(
            "What you have judged stays as it is, and so does what you found by yourself. "
            "Weaker findings that are hidden count too. One Ctrl+Z takes all of it back.",
            markup=False,
            classes="explanation",
        )
        yield KeyLine(
            [
                KeyHint("Enter", "dismiss them", "apply"),
                KeyHint("< >", "score", "noop"),
                KeyHint("1-9", "tenths", "noop"),
                KeyHint("↑ ↓", "type", "noop"),
                KeyHint("Esc", "back", "dismiss(None)"),
            ]
        )

    def on_mount(self) -> None:
        """The arrows choose at once."""
        self._refill(self._begin)
        self.query_one(RowList).focus()

    def _refill(self, cursor: int | None = None) -> None:
        rows = self.query_one(RowList)
        rows.show(len(self._rows), self._draw, rows.cursor if cursor is None else cursor)
        self._explain()

    @property
    def _chosen(self) -> KindAndType | None:
        return self._rows[self.query_one(RowList).cursor]

    def _words(self) -> str:
        each = self._chosen
        name = "all types" if each is None else _name(each)
        return f"{name}, below {self.score:.2f}"

    @on(RowList.Highlighted)
    def _explain(self) -> None:
        number = self._weak.count_below(self._chosen, self.score)
        words = f"Dismiss {plural(number, 'finding')}: {self._words()}"
        self.query_one(".heading", Static).update(words)

    def _draw(self, index: int, width: int) -> Text:
        each = self._rows[index]
        row = Text(" ", no_wrap=True)
        row.append("  " if each is None else f"{kind_sign(self._weak.example(each))} ")
        room = max(_SHORTEST_NAME, min(_WIDEST_NAME, width - _COUNTS))
        name = "all types" if each is None else _name(each)
        row.append(f"{name if len(name) <= room else name[: room - 1] + '…':<{room}}")
        row.append(f" {self._weak.count_below(each, self.score):>6,}", "bold")
        row.append(f" of {self._weak.total(each):,}", "dim")
        row.append(f" below {self.score:.2f}", "dim")
        return row

    def action_score(self, direction: int) -> None:
        """Move the score."""
        self._step = max(1, min(_STEPS, self._step + direction))
        self._refill()

    def action_tenths(self, digit: int) -> None:
        """Take a score of so many tenths."""
        self._step = digit * _STEPS // 10
        self._refill()

    @on(RowList.Chosen)
    def action_apply(self) -> None:
        """Return what is chosen, if there is anything."""
        identities = self._weak.below(self._chosen, self.score)
        if identities:
            self.dismiss(Dismissal(tuple(identities), self._words()))
        else:
            words = f"There is nothing to dismiss: {self._words()}"
            self.query_one(".heading", Static).update(words)


def _name(each: KindAndType) -> str:
    kind, type_ = each
    return (
        KIND_WORDS[kind] if kind is Kind.UNIQUE else f"{KIND_WORDS[kind]}, {printable(type_, _LONGEST_TYPE)}"
    )
