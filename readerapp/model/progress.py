"""How far a piece of work is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progressed:
    """Word of a step in the work, for whoever waits for it."""

    stage: str
    """What is being done, in words for a person, such as `looking for shared wording`."""
    done: float
    """Share of the work that is done, from 0 to 1."""
