"""Articles together with what was found between them."""

from __future__ import annotations

from dataclasses import dataclass

from readerapp.model.document import Document, Notice
from readerapp.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Settings:
    """What a comparison was asked to do; saved with it, so that it can be repeated."""

    entailment: bool = True
    """May the neural judge be used where there is one?"""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Documents, the findings between them in the order of `Finding.sort_key`, and notices."""

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...] = ()
    notices: tuple[Notice, ...] = ()
    settings: Settings = Settings()

    def document(self, identity: str) -> Document:
        """The document of that identity.

        Raises:
            KeyError: there is none.
        """
        for document in self.documents:
            if document.id == identity:
                return document
        raise KeyError(identity)
