"""Finding words in all documents at once.

A query without capital letters is found whatever the case; one with a capital is taken as written.
White space in the query stands for any white space, so that a phrase is found although it is broken
over lines; straight quotation marks and apostrophes stand for the curly ones too. The original text is
searched, never a lower-cased copy, so offsets hold where lower-casing would change the length (`İ`).
Texts are searched in slices, so that other threads get the interpreter in between.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from readerapp.model import Document, Span

MAXIMUM_HITS = 20_000
"""More hits than anybody steps through; the search then ends early and says so."""

_SLICE = 64 * 1024
"""Code points searched in one go: a millisecond for words, a few where all of it matches."""

_LONGEST_BREAK = 200
"""White space that a space of the query may stand for, in code points."""

_QUOTES = {"'": "['’‘ʼ]", '"': '["“”„«»]'}


class Hit(NamedTuple):
    """One place where the query stands."""

    document: str
    """Identity of the document."""
    span: Span
    """Where, in code points of its text."""


class Hits(NamedTuple):
    """What a search found."""

    query: str
    hits: tuple[Hit, ...]
    """In the order of documents and positions."""
    complete: bool = True
    """False where there are more hits than were kept."""

    def at_or_after(self, documents: Sequence[str], document: str, offset: int) -> int | None:
        """Index of the first hit from a place on, going on with the next documents and round to the first.

        Args:
            documents: identities in their order.
            document: where to begin.
            offset: first code point that counts there.
        """
        if not self.hits:
            return None
        rank = {identity: number for number, identity in enumerate(documents)}
        keys = [(rank[hit.document], hit.span.start) for hit in self.hits]
        return bisect_left(keys, (rank[document], offset)) % len(self.hits)


def pattern_of(query: str) -> re.Pattern[str] | None:
    """The expression that a query stands for; None if it holds nothing but white space."""
    words = query.split()
    if not words:
        return None
    break_ = rf"\s{{1,{_LONGEST_BREAK}}}"
    expression = break_.join("".join(_QUOTES.get(c) or re.escape(c) for c in word) for word in words)
    has_capital = any(character.isupper() for character in query)
    return re.compile(expression, 0 if has_capital else re.IGNORECASE)


def search(
    documents: Sequence[Document],
    query: str,
    *,
    limit: int = MAXIMUM_HITS,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Hits:
    """Find a query in documents.

    Args:
        documents: searched in their order.
        query: words as a person types them; no expression language.
        limit: number of hits after which the search ends.
        is_cancelled: asked between slices; the search then ends early.
    """
    pattern = pattern_of(query)
    hits: list[Hit] = []
    if pattern is None:
        return Hits(query, ())
    reach = len(query) + _LONGEST_BREAK * len(query.split())
    for document in documents:
        for span in _spans(pattern, document.text, reach, is_cancelled):
            if len(hits) == limit:
                return Hits(query, tuple(hits), complete=False)
            hits.append(Hit(document.id, span))
        if is_cancelled():
            return Hits(query, tuple(hits), complete=False)
    return Hits(query, tuple(hits))


def _spans(
    pattern: re.Pattern[str], text: str, reach: int, is_cancelled: Callable[[], bool]
) -> Iterator[Span]:
    """Matches from left to right without overlap; each begins in one slice and may end in the next."""
    position = 0
    while position < len(text) and not is_cancelled():
        border = position + _SLICE
        for match in pattern.finditer(text, position, min(len(text), border + reach)):
            if match.start() >= border:
                break
            yield Span(match.start(), match.end())
            position = match.end()
        position = max(position, border)
