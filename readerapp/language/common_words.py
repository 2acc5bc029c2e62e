"""How common words are in general, for judging what a short text has in common with another.

In an article of two hundred words most words occur once, `the` and `treaty` alike. The table beside this
module holds the commonest words of forty languages with their share of all words; it was made from the
data of wordfreq (see NOTICE and training/common_words.py). In scripts written without spaces, where every
character counts as a word, the share follows from the size of the alphabet.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from readerapp.language.words import words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TABLE = "common_words.tsv"
"""A language a line, then its words, each with its share in millionths."""

ALPHABETS = (
    (0x0E01, 0x0E5B),  # Thai
    (0x0E81, 0x0EDF),  # Lao
    (0x1000, 0x1049),  # Myanmar
    (0x1780, 0x17B3),  # Khmer
    (0x3041, 0x30FF),  # Hiragana and Katakana
)
"""Letters, of which there are some dozens, in scripts without spaces; both ends included."""

LETTER = 1 / 40
"""Share of all letters that one of an alphabet has on average."""


@cache
def common_words() -> tuple[NDArray[np.uint64], NDArray[np.float64]]:
    """Keys of common words, sorted, and the share of all words that each has.

    A word of several languages has the largest of its shares.

    Returns:
        keys as in `Words.keys` and shares between 0 and 1, both of shape (n,).
    """
    import numpy as np

    entries = [*_table_entries(), *_letters()]
    lengths = [len(word) + 1 for word, _ in entries]
    words = words_of("\n".join(word for word, _ in entries))
    # An entry with a hyphen is several words; each has the share of the whole at least.
    entry_of_word = np.searchsorted(np.cumsum([0, *lengths]), words.starts, side="right") - 1
    shares = np.array([share for _, share in entries])[entry_of_word]
    order = np.lexsort((-shares, words.keys))
    keys = words.keys[order]
    first = np.append(True, keys[1:] != keys[:-1])
    return keys[first], shares[order][first]


def _table_entries() -> Iterator[tuple[str, float]]:
    table = files("readerapp.language").joinpath(TABLE).read_text(encoding="utf-8")
    for line in table.splitlines():
        for entry in line.split("\t")[1:]:
            word, _, millionths = entry.rpartition(" ")
            yield word, int(millionths) / 1e6


def _letters() -> Iterator[tuple[str, float]]:
    for first, last in ALPHABETS:
        for point in range(first, last + 1):
            yield chr(point), LETTER
