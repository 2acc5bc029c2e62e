"""Saying what two passages have to do with each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from readerapp.model import Kind, Passage
from readerapp.model.printable import printable
from readerapp.reports.wording import TYPE_WORDS
from readerapp.session import KindAndType
from readerapp.ui.widgets.key_line import KeyHint, KeyLine
from readerapp.ui.widgets.row_list import RowList
from readerapp.ui.wording import KIND_WORDS

RELATIONS: tuple[KindAndType, ...] = tuple(each for each in TYPE_WORDS if each[0] is not Kind.UNIQUE)
"""What two passages can have to do with each other."""

_SHOWN = 200
"""Code points of a passage that are shown."""


class Relation(NamedTuple):
    """What the person said of two passages."""

    kind_and_type: KindAndType
    reason: str
    """A sentence, or empty."""


class RelationForm(ModalScreen[Relation | None]):
    """Returns what was chosen; None where the person leaves with Esc.

    Args:
        passages: the two.
        proposed: where the cursor begins.
        reason: the reason as it stands.
    """

    DEFAULT_CSS = """
    RelationForm { align: center middle; background: $background 60%; }
    RelationForm > Vertical {
        width: 90%; max-width: 90; height: 21; max-height: 100%;
        border: round $primary; background: $surface; padding: 0 1;
    }
    RelationForm .title { text-style: bold; height: 1; }
    RelationForm .passage { color: $text-muted; height: auto; max-height: 2; }
    RelationForm RowList { background: $surface; }
    RelationForm Input, RelationForm Input:focus {
        border: none; height: 1; padding: 0 1; background: $boost;
    }
    RelationForm KeyLine { background: $surface; }
    """
    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", "Leave", show=False),
        Binding("c", "kind('contradiction')", "Contradiction", show=False),
        Binding("o", "kind('overlap')", "Overlap", show=False),
        Binding("tab,shift+tab", "other_field", "Other field", show=False, priority=True),
    ]

    def __init__(self, passages: Sequence[Passage], proposed: KindAndType, reason: str = "") -> None:
        super().__init__()
        self._passages, self._reason = tuple(passages), reason
        known = proposed in RELATIONS
        self._relations = RELATIONS if known else (proposed, *RELATIONS)
        self._proposed = self._relations.index(proposed)

    def compose(self) -> ComposeResult:
        """The passages, the relations, the reason."""
        with Vertical():
            yield Static("What do these passages have to do with each other?", markup=False, classes="title")
            for passage in self._passages:
                words = printable(" ".join(passage.text[: 2 * _SHOWN].split()), _SHOWN)
                yield Static(f"{passage.document}  {words}", markup=False, classes="passage")
            yield RowList()
            yield Input(self._reason, placeholder="the reason, in a sentence", select_on_focus=False)
            yield KeyLine(
                [
                    KeyHint("Enter", "keep", "keep"),
                    KeyHint("c", "contradiction", "kind('contradiction')"),
                    KeyHint("o", "overlap", "kind('overlap')"),
                    KeyHint("Tab", "reason", "other_field"),
                    KeyHint("Esc", "leave", "dismiss(None)"),
                ]
            )

    def on_mount(self) -> None:
        """The arrows choose at once."""
        rows = self.query_one(RowList)
        rows.show(len(self._relations), self._draw, self._proposed)
        rows.focus()

    def _draw(self, index: int, width: int) -> Text:
        kind, type_ = each = self._relations[index]
        row = Text(
            " ≠ " if kind is Kind.CONTRADICTION else " = " if type_ == "verbatim" else " ≈ ", no_wrap=True
        )
        row.append(f"{KIND_WORDS[kind]}, {printable(type_, 20)}".ljust(28))
        row.append(TYPE_WORDS.get(each, "").lower(), "dim")
        return row

    def action_kind(self, kind: str) -> None:
        """Go to the first relation of a kind, or to the next one of it."""
        rows = self.query_one(RowList)
        alike = [number for number, (each, _) in enumerate(self._relations) if each == kind]
        rows.cursor = next((number for number in alike if number > rows.cursor), alike[0])

    def action_other_field(self) -> None:
        """From the relations to the reason and back."""
        rows, field = self.query_one(RowList), self.query_one(Input)
        (field if rows.has_focus else rows).focus()

    @on(RowList.Chosen)
    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Return what was chosen."""
        relation = self._relations[self.query_one(RowList).cursor]
        self.dismiss(Relation(relation, " ".join(self.query_one(Input).value.split())))
