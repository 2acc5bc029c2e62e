"""Short stretches of a text as numbers, so that equal ones are found without comparing texts.

A gram is a stretch of a fixed number of code points; its number is the same wherever it stands. All of a
text's grams are numbered at once on whole arrays. Two different grams may have the same number: whoever
relies on a find compares the texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MULTIPLIER = 0x9E3779B97F4A7C15
_BITS = (1 << 64) - 1


def grams_of(text: str, length: int) -> NDArray[np.uint64]:
    """The numbers of all grams of a text.

    Args:
        text: any text.
        length: code points of a gram; a power of two.

    Returns:
        shape (n,): the gram that begins at each code point; empty where the text is shorter than a gram.
    """
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    if len(codes) < length:
        return np.zeros(0, np.uint64)
    numbers = (codes.astype(np.uint64) + np.uint64(1)) * np.uint64(_MULTIPLIER)
    numbers ^= numbers >> np.uint64(29)
    reach, factor = 1, _MULTIPLIER
    while reach < length:
        # The number of twice as long a gram, from those of its halves.
        numbers = numbers[:-reach] * np.uint64(factor) + numbers[reach:]
        factor = factor * factor & _BITS
        reach *= 2
    return numbers


class GramIndex:
    """Where the grams stand that begin at some places of a text."""

    def __init__(self, grams: NDArray[np.uint64], places: NDArray[np.int64]) -> None:
        """Index some grams.

        Args:
            grams: all grams of the text.
            places: where those begin that are wanted, rising.
        """
        import numpy as np

        wanted = grams[places]
        order = np.argsort(wanted, kind="stable")
        self._grams, self._places = wanted[order], places[order]

    def __len__(self) -> int:
        return len(self._places)

    def meetings(self, grams: NDArray[np.uint64], most: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Where given grams stand in the indexed text.

        Args:
            grams: the grams of a passage, in order.
            most: places of one gram beyond which it tells nothing and is passed over.

        Returns:
            the number of a gram in the passage, and a place in the text where it stands, for each meeting.
        """
        import numpy as np

        first = np.searchsorted(self._grams, grams, side="left")
        counts = np.searchsorted(self._grams, grams, side="right") - first
        counts[counts > most] = 0
        numbers = np.repeat(np.arange(len(grams)), counts)
        begins = np.repeat(np.cumsum(counts) - counts, counts)
        return numbers, self._places[np.repeat(first, counts) + np.arange(len(numbers)) - begins]
