"""In which line of its text a passage begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from readerapp.model import Document, Passage


class LineNumbers:
    """Line numbers in some documents, from 1; each text is looked through once."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._texts = {document.id: document.text for document in documents}
        self._starts: dict[str, list[int]] = {}

    def of(self, passage: Passage) -> int:
        """The number of the line in which a passage begins."""
        starts = self._starts.get(passage.document)
        if starts is None:
            text = self._texts[passage.document]
            starts = [0, *(match.end() for match in re.finditer("\n", text))]
            self._starts[passage.document] = starts
        return bisect_right(starts, passage.start)
