"""Names for findings that stay the same from run to run."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from readerapp.model.document import Document
from readerapp.model.finding import Kind, Passage


class FindingIdentities:
    """Gives findings about some documents names made of what they speak of.

    A name holds the kind, and where in which text the passages stand. The order of the documents does not
    matter. Where two documents have the same text their identities take part, so that findings about the
    one and the other keep different names.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        """Prepare for the documents of a comparison.

        Args:
            documents: all of them, numbered.
        """
        digests = {document.id: digest_of_text(document) for document in documents}
        counts = Counter(digests.values())
        self._texts = {
            identity: f"{digest} {identity if counts[digest] > 1 else ''}"
            for identity, digest in digests.items()
        }

    def of(self, kind: Kind, passages: Sequence[Passage]) -> str:
        """The name of a finding of that kind about these passages."""
        parts = sorted(
            f"{self._texts[passage.document]} {passage.start} {passage.end}" for passage in passages
        )
        return f"{kind.value}-{_digest(chr(10).join([kind.value, *parts]))[:16]}"


def digest_of_text(document: Document) -> str:
    """The hexadecimal SHA-256 of a document's text, also of a document that was made without one."""
    return document.text_sha256 or _digest(document.text)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
