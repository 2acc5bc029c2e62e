"""What became of a passage when its article changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AnchorStatus(StrEnum):
    """How a passage was found again."""

    EXACT = "exact"
    """The same words in the same place of the text, wherever that begins now."""
    MOVED = "moved"
    """The same words in another place of the text."""
    CHANGED = "changed"
    """Other words in place of the old ones."""
    ORPHANED = "orphaned"
    """Not found again."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """How a passage of an earlier text was found again."""

    status: AnchorStatus
    score: float = 1.0
    """How sure it is, from 0 to 1."""
    text: str = ""
    """The passage as it was, where other words stand in its place now."""
    prefix: str = ""
    """What stood before an orphan."""
    suffix: str = ""
    """What stood after an orphan."""
