"""What a person did, step by step, so that each step can be undone and done again.

A step is a whole `Annotations` value with a few words on what changed.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from readerapp.model import Annotations

MAXIMUM_STEPS = 200
"""Steps that can be undone: every step holds a table of all reviews, so the number has to end somewhere."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change."""

    annotations: Annotations
    """Everything the person had added after the change."""
    description: str
    """What the change was, such as `verdict confirmed`; empty for the beginning."""
    finding: str | None = None
    """Identity of the finding that the change was about, if there is one."""


class History:
    """The steps up to now and those that were undone."""

    def __init__(self, beginning: Annotations) -> None:
        self._done = deque([Step(beginning, "")], maxlen=MAXIMUM_STEPS + 1)
        self._undone: list[Step] = []

    @property
    def annotations(self) -> Annotations:
        """Everything that the person has added, as it stands."""
        return self._done[-1].annotations

    @property
    def can_undo(self) -> bool:
        """Is there a step to undo?"""
        return len(self._done) > 1

    @property
    def can_redo(self) -> bool:
        """Is there an undone step to do again?"""
        return bool(self._undone)

    def change(self, annotations: Annotations, description: str, finding: str | None = None) -> None:
        """Take a step; what had been undone can then no longer be done again."""
        self._done.append(Step(annotations, description, finding))
        self._undone.clear()

    def undo(self) -> Step | None:
        """Take back the last step and return it; None if there is none."""
        if not self.can_undo:
            return None
        step = self._done.pop()
        self._undone.append(step)
        return step

    def redo(self) -> Step | None:
        """Do again what was undone last and return it; None if there is nothing."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        return step
