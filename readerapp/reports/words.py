"""How long an article is."""

from __future__ import annotations

from readerapp.model import Document


def number_of_words(document: Document) -> int:
    """The words of a document's text; in scripts without spaces every character is one."""
    from readerapp.language.words import words_of

    return len(words_of(document.text))
