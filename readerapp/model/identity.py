"""Names for findings that stay the same from run to run."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from readerapp.model.document import Document
from readerapp.model.finding import Kind, Passage


def finding_identity(kind: Kind, passages: Sequence[Passage], documents: Sequence[Document]) -> str:
    """A name made of what the finding speaks of: its kind, and where in which text its passages stand.

    The order of the documents does not matter. Where two documents have the same text their identities
    take part, so that findings about the one and the other keep different names.

    Args:
        kind: the finding's kind.
        passages: its passages.
        documents: all documents of the comparison.
    """
    digests = {document.id: document.text_sha256 or document.text for document in documents}
    values = list(digests.values())
    parts = []
    for passage in passages:
        digest = digests[passage.document]
        twin = passage.document if values.count(digest) > 1 else ""
        parts.append(f"{digest} {twin} {passage.start} {passage.end}")
    content = "\n".join([kind.value, *sorted(parts)])
    return f"{kind.value}-{hashlib.sha256(content.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
