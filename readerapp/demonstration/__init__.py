"""Three short articles on one invented event, to try reader with.

They show every kind of finding: passages that are the same, edited or moved, one quotation in two
wordings, a sentence that an article says twice, facts that stand in one article only, and statements that
contradict each other in number, date, denial, negation and cause. Event, names and places are made up.
"""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readerapp.model import Document


def example_articles() -> tuple[Document, ...]:
    """The articles, numbered; they have no location, because nobody may write where they lie."""
    from readerapp.sources import open_source

    articles = sorted(
        (entry for entry in files(__name__).iterdir() if entry.name.endswith(".txt")),
        key=lambda entry: entry.name,
    )
    documents = []
    for number, article in enumerate(articles, 1):
        with as_file(article) as path:
            opened = open_source(path)
        documents.append(replace(opened, id=str(number), source=article.name, location=None))
    return tuple(documents)
