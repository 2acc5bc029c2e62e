"""Small documents and findings for the tests of a sitting."""

from __future__ import annotations

from collections.abc import Sequence

from readerapp.model import Document, Finding, Kind, Origin, Passage


def document(identity: str, text: str) -> Document:
    return Document(text, f"{identity}.txt", id=identity, title=f"Article {identity}")


def finding(
    identity: str,
    places: Sequence[tuple[str, int, int]],
    *,
    kind: Kind = Kind.OVERLAP,
    score: float = 0.5,
    text: str = "",
    origin: Origin = Origin.FOUND,
) -> Finding:
    passages = tuple(Passage(name, start, end, text or "x" * (end - start)) for name, start, end in places)
    return Finding(identity, kind, "verbatim", score, "The same words stand in both.", passages, origin)
