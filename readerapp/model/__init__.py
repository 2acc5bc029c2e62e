"""The values that travel through reader: immutable, and ignorant of files, finders and screens."""

from readerapp.model.anchor import Anchor, AnchorStatus
from readerapp.model.annotation import Annotations, Note, Orphan, OrphanCause, Review, Verdict
from readerapp.model.comparison import Comparison, Settings
from readerapp.model.document import Document, Notice
from readerapp.model.errors import ReaderError
from readerapp.model.finding import Finding, Kind, Origin, Passage
from readerapp.model.progress import Progressed
from readerapp.model.span import Span

__all__ = [
    "Anchor",
    "AnchorStatus",
    "Annotations",
    "Comparison",
    "Document",
    "Finding",
    "Kind",
    "Note",
    "Notice",
    "Origin",
    "Orphan",
    "OrphanCause",
    "Passage",
    "Progressed",
    "ReaderError",
    "Review",
    "Settings",
    "Span",
    "Verdict",
]
