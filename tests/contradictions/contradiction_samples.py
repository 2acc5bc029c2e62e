"""Articles of a sentence or two, made for the tests of contradictions."""

from __future__ import annotations

from readerapp.contradictions.statements import Sketch, Statement, sketches_of, statements_of
from readerapp.language.analysis import Analysis
from readerapp.model import Document


def documents(*texts: str, language: str | None = "en") -> tuple[Document, ...]:
    """Documents of these texts, numbered from 1."""
    return tuple(
        Document(text=text, source=f"{number}.txt", id=str(number), language=language)
        for number, text in enumerate(texts, 1)
    )


def statements(*texts: str) -> list[Statement]:
    """The statements of documents with these texts."""
    return statements_of(Analysis(documents(*texts)))


def sketches(*texts: str) -> list[Sketch]:
    """The sentences of documents with these texts."""
    return sketches_of(Analysis(documents(*texts)))
