"""What several finders need to know of each document, worked out once and when first asked for."""

from __future__ import annotations

from collections.abc import Sequence

from readerapp.language.quotations import quotations_of
from readerapp.language.sentences import sentences_of
from readerapp.language.words import Words, words_of
from readerapp.model import Document, Span
from readerapp.model.identity import FindingIdentities


class Analysis:
    """Documents and what stands in them."""

    def __init__(self, documents: Sequence[Document]) -> None:
        """Prepare the analysis; nothing is worked out yet.

        Args:
            documents: in the order of the comparison.
        """
        self.documents = tuple(documents)
        self.texts = tuple(document.text for document in documents)
        self.identities = FindingIdentities(documents)
        self._words: dict[int, Words] = {}
        self._quotations: dict[int, list[Span]] = {}
        self._sentences: dict[int, list[Span]] = {}

    def words(self, index: int) -> Words:
        """The words of the document with that index."""
        if index not in self._words:
            self._words[index] = words_of(self.texts[index])
        return self._words[index]

    def quotations(self, index: int) -> list[Span]:
        """The quotations of the document with that index, without their marks, in order."""
        if index not in self._quotations:
            self._quotations[index] = quotations_of(self.texts[index])
        return self._quotations[index]

    def sentences(self, index: int) -> list[Span]:
        """The sentences of the document with that index, in order."""
        if index not in self._sentences:
            self._sentences[index] = sentences_of(self.texts[index])
        return self._sentences[index]
