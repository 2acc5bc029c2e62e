"""Words and signs for kinds, verdicts and scores, the same on every screen."""

from __future__ import annotations

from typing import Literal

from readerapp.model import Kind
from readerapp.model.wording import VERDICT_SIGNS, kind_sign
from readerapp.session import Session, Stop

__all__ = [
    "KIND_WORDS",
    "OWN",
    "VERDICT_SIGNS",
    "history_step",
    "kind_sign",
    "plural",
    "score_words",
    "stops_in_words",
    "total_in_words",
    "weaker_in_words",
]

KIND_WORDS = {
    Kind.CONTRADICTION: "contradiction",
    Kind.OVERLAP: "overlap",
    Kind.UNIQUE: "only here",
}


OWN = "own"
"""Stands in a list for the score of what the person found by themselves."""


def history_step(session: Session, direction: Literal["undo", "redo"]) -> str:
    """Undo the last change or do it again, and say which it was.

    Args:
        session: the sitting.
        direction: which of the two.
    """
    if direction == "undo":
        step = session.undo()
        return f"Undone: {step.description}." if step else "There is nothing to undo."
    step = session.redo()
    return f"Done again: {step.description}." if step else "There is nothing to do again."


def score_words(score: float) -> str:
    """A score as it is shown, such as `.87`."""
    return "1.0" if score >= 0.995 else f"{score:.2f}"[1:]


def plural(number: int, one: str, several: str | None = None) -> str:
    """A number with its noun: `1 finding`, `2 findings`."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def total_in_words(total: int, *, is_final: bool) -> str:
    """Of how many things one is looked at, such as `21`; `21+` while more of them may come."""
    return f"{total:,}" if is_final else f"{total:,}+"


def stops_in_words(stops: list[Stop]) -> str:
    """How many findings there are of each kind, such as `2 contradictions, 1 overlap`."""
    counts = dict.fromkeys(Kind, 0)
    for stop in stops:
        for finding in stop.findings:
            counts[finding.kind] += 1
    words = {
        Kind.CONTRADICTION: ("contradiction", "contradictions"),
        Kind.OVERLAP: ("overlap", "overlaps"),
        Kind.UNIQUE: ("statement only here", "statements only here"),
    }
    return ", ".join(plural(counts[kind], *words[kind]) for kind in Kind if counts[kind])


def weaker_in_words(hidden: int) -> str:
    """How many findings are hidden as weak and how to see them, such as `9 weaker hidden: a shows them`."""
    return f"{hidden:,} weaker hidden: a shows {'it' if hidden == 1 else 'them'}" if hidden else ""
