"""A name for a set of articles, under which something is kept about them in the user's folders.

It is made of the texts, so that nothing tells from outside what was read, and the same articles are known
again wherever they lie.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from readerapp.annotations import text_digest
from readerapp.model import Document

_LENGTH = 24


def documents_key(documents: Sequence[Document]) -> str:
    """A file name for articles in their order, of letters and digits."""
    digest = hashlib.sha256()
    for document in documents:
        digest.update(f"{text_digest(document)}\n".encode())
    return digest.hexdigest()[:_LENGTH]
