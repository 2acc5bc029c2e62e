"""Names for the files of a report that is a folder: safe in every file system, and told apart by number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from readerapp.model import Document
from readerapp.model.portable import file_name, is_address

_LONGEST = 40
"""Characters of an article's own name that are kept."""


def file_stems(documents: Iterable[Document]) -> dict[str, str]:
    """A name without suffix for each document, such as `1-gazette`.

    Args:
        documents: the articles.

    Returns:
        by document identity, a name of ASCII letters, digits and hyphens; no two are the same.
    """
    return {document.id: f"{document.id}-{_own_name(document)}" for document in documents}


def _own_name(document: Document) -> str:
    source = document.source
    if source == "-" or is_address(source):
        name = document.title
    else:
        name = file_name(source)
        name = name.rsplit(".", 1)[0] or name
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    plain = re.sub(r"[^A-Za-z0-9]+", "-", ascii_name[: 4 * _LONGEST])[:_LONGEST].strip("-")
    return plain or "article"
