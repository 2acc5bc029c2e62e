"""A question with a few answers, each with its own key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option


class Answer(NamedTuple):
    """One way to answer."""

    value: str
    """What the question returns."""
    key: str
    """The letter that gives this answer at once."""
    words: str
    """What the person reads."""


class Question(ModalScreen[str | None]):
    """Returns the value of the answer; None where the person leaves with Esc.

    Args:
        question: one sentence.
        explanation: plain text, perhaps of several lines.
        answers: the first is the one that Enter gives.
    """

    DEFAULT_CSS = """
    Question { align: center middle; background: $background 60%; }
    Question > Vertical {
        width: 64; max-width: 100%; height: auto; max-height: 100%;
        border: round $primary; background: $surface; padding: 0 1;
    }
    Question .question { text-style: bold; width: 1fr; height: auto; }
    Question .explanation { color: $text-muted; width: 1fr; height: auto; margin-bottom: 1; }
    Question OptionList, Question OptionList:focus {
        border: none; background: $surface; height: auto; max-height: 8; padding: 0;
    }
    """
    BINDINGS: ClassVar = [("escape", "dismiss(None)", "Stay")]

    def __init__(self, question: str, explanation: str, answers: Sequence[Answer]) -> None:
        super().__init__()
        self._question, self._explanation, self._answers = question, explanation, tuple(answers)

    def compose(self) -> ComposeResult:
        """The question and its answers below one another."""
        with Vertical():
            yield Static(self._question, markup=False, classes="question")
            if self._explanation:
                yield Static(self._explanation, markup=False, classes="explanation")
            yield OptionList(
                *(
                    Option(
                        Content.assemble((f" {answer.key} ", "bold"), f" {answer.words}"),
                        id=answer.value,
                    )
                    for answer in self._answers
                ),
                markup=False,
            )

    def on_mount(self) -> None:
        """Arrows and Enter work at once."""
        self.query_one(OptionList).focus()

    def on_key(self, event: events.Key) -> None:
        """A letter gives its answer."""
        for answer in self._answers:
            if event.character == answer.key:
                event.stop()
                self.dismiss(answer.value)
                return

    @on(OptionList.OptionSelected)
    def _answered(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)
