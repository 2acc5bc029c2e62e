"""The words of all documents in one row, so that one pass finds what any two of them share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from readerapp.language.common_words import common_words
from readerapp.language.words import Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_BITS = 8.0
"""What one word can add to the evidence, in bits. Eight bits is a word that makes up 1/256 of the text,
so all but the commonest words count alike and no single rare name makes a passage."""


USUAL_WORDS = 1000
"""Words of general text that are added to the input when the shares of words are taken. They settle what
is common in a text of a few sentences and have no weight in one of a hundred thousand words."""


@dataclass(frozen=True, slots=True)
class Stream:
    """All words of all documents, document after document."""

    identities: NDArray[np.int32]
    """Number of each word's form, shape (n,)."""
    documents: NDArray[np.int32]
    """Index of the document in which each word stands, shape (n,)."""
    starts: NDArray[np.int32]
    """First code point of each word in its document, shape (n,)."""
    ends: NDArray[np.int32]
    """The code point after each word in its document, shape (n,)."""
    bits: NDArray[np.float32]
    """Information in each word, -log2 of its share of all words, at most `MOST_BITS`; shape (n,)."""
    forms: int
    """Number of different word forms."""
    common: NDArray[np.bool_]
    """Is a form one of the commonest words of a language? Shape (forms,)."""
    firsts: tuple[int, ...]
    """Index of each document's first word, and at the end the number of words."""

    def __len__(self) -> int:
        return len(self.identities)


def stream_of(documents: Sequence[Words]) -> Stream:
    """Put the words of documents in a row.

    Args:
        documents: the words of each document.
    """
    keys = np.concatenate([words.keys for words in documents])
    ordered = np.sort(keys)
    new = np.empty(len(ordered), bool)
    new[:1] = True
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    places = np.flatnonzero(new)
    forms = ordered[places]
    identities = np.searchsorted(forms, keys).astype(np.int32)
    counts = np.diff(np.append(places, len(keys)))
    usual = _usual_shares(forms)
    shares = (counts + USUAL_WORDS * usual) / (len(keys) + USUAL_WORDS)
    bits = np.minimum(-np.log2(shares), MOST_BITS).astype(np.float32)
    firsts = np.cumsum([0] + [len(words) for words in documents])
    return Stream(
        identities=identities,
        documents=np.repeat(np.arange(len(documents), dtype=np.int32), [len(words) for words in documents]),
        starts=np.concatenate([words.starts for words in documents]),
        ends=np.concatenate([words.ends for words in documents]),
        bits=bits[identities],
        forms=len(forms),
        common=usual > 0,
        firsts=tuple(firsts.tolist()),
    )


def _usual_shares(forms: NDArray[np.uint64]) -> NDArray[np.float64]:
    """The share of all words that each form usually has; 0 where it is not a common one."""
    usual = np.zeros(len(forms))
    keys, shares = common_words()
    place = np.searchsorted(keys, forms)
    place[place == len(keys)] = 0
    known = keys[place] == forms
    usual[known] = shares[place[known]]
    return usual
