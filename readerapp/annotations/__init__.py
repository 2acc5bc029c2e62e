"""A comparison and what a person added to it, as W3C Web Annotation values and back.

`Writer.collection` makes an `AnnotationCollection` of plain values, `contents_of` reads one and checks it,
and `merged` writes into one that was read without losing what other programs put there. See
https://www.w3.org/TR/annotation-model/ for the model.
"""

from readerapp.annotations.checking import MalformedError
from readerapp.annotations.merging import Said, merged
from readerapp.annotations.reading import Contents, ForeignError, NewerError, contents_of
from readerapp.annotations.writing import Writer, text_digest

__all__ = [
    "Contents",
    "ForeignError",
    "MalformedError",
    "NewerError",
    "Said",
    "Writer",
    "contents_of",
    "merged",
    "text_digest",
]
