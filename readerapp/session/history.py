"""What a person did, step by step, so that each step can be undone and done again.

A step remembers which reviews it changed, not all there are: after 20,000 findings were dismissed together,
200 further steps would otherwise hold 4 million of them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from readerapp.model import Annotations, Review

MAXIMUM_STEPS = 200
"""Steps that can be undone."""

_NO_REVIEWS: Mapping[str, Review] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Step:
    """One change."""

    description: str
    """What the change was, such as `verdict confirmed`."""
    finding: str | None = None
    """Identity of the finding that the change was about, if there is one."""


class _Side(NamedTuple):
    """What one side of a change says of what differs; None for a review that there is not."""

    reviews: Mapping[str, Review | None]
    rest: Annotations
    """Everything but the reviews."""


class _Change(NamedTuple):
    """A step, and what it takes to go back and forth over it."""

    step: Step
    before: _Side
    after: _Side


class History:
    """The steps up to now and those that were undone."""

    def __init__(self, beginning: Annotations) -> None:
        self._annotations = beginning
        self._done: deque[_Change] = deque(maxlen=MAXIMUM_STEPS)
        self._undone: list[_Change] = []

    @property
    def annotations(self) -> Annotations:
        """Everything that the person has added, as it stands."""
        return self._annotations

    @property
    def can_undo(self) -> bool:
        """Is there a step to undo?"""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Is there an undone step to do again?"""
        return bool(self._undone)

    def change(self, annotations: Annotations, description: str, finding: str | None = None) -> None:
        """Take a step; what had been undone can then no longer be done again.

        Args:
            annotations: everything that the person has added, after the step.
            description: what the step is, in a few words.
            finding: identity of the finding that it is about, if there is one.
        """
        before, after = _sides(self._annotations, annotations)
        self._done.append(_Change(Step(description, finding), before, after))
        self._undone.clear()
        self._annotations = annotations

    def undo(self) -> Step | None:
        """Take back the last step and return it; None if there is none."""
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(change)
        self._annotations = _with_side(self._annotations, change.before)
        return change.step

    def redo(self) -> Step | None:
        """Do again what was undone last and return it; None if there is nothing."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        self._annotations = _with_side(self._annotations, change.after)
        return change.step


def changed_reviews(before: Annotations, after: Annotations) -> list[str]:
    """Identities of the findings whose reviews differ.

    Args:
        before: what a person added.
        after: the same after a change; most reviews are the very same values.
    """
    one, other = before.reviews, after.reviews
    changed = [
        name for name, review in other.items() if (known := one.get(name)) is not review and known != review
    ]
    return [*changed, *(name for name in one if name not in other)]


def _sides(before: Annotations, after: Annotations) -> tuple[_Side, _Side]:
    one, other = before.reviews, after.reviews
    changed = changed_reviews(before, after)
    return (
        _Side({name: one.get(name) for name in changed}, replace(before, reviews=_NO_REVIEWS)),
        _Side({name: other.get(name) for name in changed}, replace(after, reviews=_NO_REVIEWS)),
    )


def _with_side(annotations: Annotations, side: _Side) -> Annotations:
    together = {**annotations.reviews, **side.reviews}
    reviews = {name: review for name, review in together.items() if review is not None}
    return replace(side.rest, reviews=MappingProxyType(reviews))
