"""What of a text lies in no unchanged stretch, and where in it something like a passage stands."""

from __future__ import annotations

from collections.abc import Iterable

from readerapp.anchoring.candidates import met_elsewhere
from readerapp.anchoring.grams import GramIndex, grams_of

_GRAM = 8
"""Code points of the grams by which similar words meet; what is shorter is not looked for."""

_MOST = 3
"""Places that are wanted."""


class FreeText:
    """The parts of a text outside some stretches; nothing is prepared before it is asked for.

    Args:
        text: the text.
        taken: the stretches, half-open, in code points.
    """

    def __init__(self, text: str, taken: Iterable[tuple[int, int]]) -> None:
        self._text = text
        self._taken = tuple(taken)
        self._index: GramIndex | None = None

    def like(self, words: str) -> list[int]:
        """Where something like these words may begin, the likeliest place first."""
        if len(words) < _GRAM or len(self._text) < _GRAM:
            return []
        if self._index is None:
            self._index = self._indexed()
        return met_elsewhere(grams_of(words, _GRAM), self._index, _MOST)

    def _indexed(self) -> GramIndex:
        import numpy as np

        grams = grams_of(self._text, _GRAM)
        is_free = np.ones(len(self._text), bool)
        for start, end in self._taken:
            is_free[start:end] = False
        # A gram is free if it begins or ends in free text.
        ends_free = is_free[_GRAM - 1 :]
        places = np.flatnonzero(is_free[: len(grams)] | ends_free)
        return GramIndex(grams, places.astype(np.int64))
