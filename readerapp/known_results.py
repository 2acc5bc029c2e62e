"""Results of finders that are worth keeping from one run to the next.

A finder says so with a class attribute `version`, which changes whenever its results would. Where they are
kept is the business of a `ResultStore`; here stands under which key, and that nothing is taken from there
that does not fit the articles.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, NamedTuple, Protocol

from readerapp.model import Document, Finding, Notice, Progressed, Settings
from readerapp.model.identity import digest_of_text

if TYPE_CHECKING:
    from readerapp.language.analysis import Analysis

PASSING = frozenset({"entailment-unavailable"})
"""Codes of notices with which results are not kept: what they tell of may be otherwise the next time."""

FinderStep = Finding | Progressed | Notice


class Finder(Protocol):
    """Looks for one kind of finding. An attribute `version`, a text, says that its results can be kept."""

    def find(self, analysis: Analysis, earlier: Sequence[Finding]) -> Iterator[FinderStep]:
        """Yield findings, the most promising first, with progress and notices in between.

        Args:
            analysis: the documents.
            earlier: what was found by those before it.
        """
        ...


class KnownResults(NamedTuple):
    """What a finder found."""

    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]


class ResultStore(Protocol):
    """Keeps results; whatever goes wrong with that is no error."""

    def load(self, key: str) -> KnownResults | None:
        """What is kept under a key; None where there is nothing, or nothing sound."""
        ...

    def store(self, key: str, findings: Sequence[Finding], notices: Sequence[Notice]) -> None:
        """Keep results under a key."""
        ...


def cache_key(
    documents: Sequence[Document],
    settings: Settings,
    version: str,
    *,
    budget: float = 1.0,
    earlier: Sequence[Finding] = (),
) -> str:
    """The key of a finder's results: the same for equal texts, settings and versions, and for nothing else.

    Args:
        documents: in their order; where they come from and what they are called does not matter.
        settings: what the comparison was asked to do.
        version: of the finder, with everything that it uses.
        budget: how many times the usual work it may do.
        earlier: what was found before it.

    Returns:
        a SHA-256 in hexadecimal digits.
    """
    parts = [
        version,
        asdict(settings),
        budget,
        [[digest_of_text(document), document.language, document.published] for document in documents],
        [finding.id for finding in earlier],
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def fits(results: KnownResults, documents: Sequence[Document]) -> bool:
    """Do results speak of nothing but what stands in the articles?"""
    texts = {document.id: document.text for document in documents}
    for finding in results.findings:
        for passage in finding.passages:
            text = texts.get(passage.document)
            if text is None or not 0 <= passage.start <= passage.end <= len(text):
                return False
            if text[passage.start : passage.end] != passage.text:
                return False
            if not all(passage.start <= cue.start <= cue.end <= passage.end for cue in passage.cues):
                return False
    return all(notice.document is None or notice.document in texts for notice in results.notices)


def found_by(
    finder: Finder, analysis: Analysis, earlier: Sequence[Finding], key: str | None, store: ResultStore | None
) -> Iterator[FinderStep]:
    """What a finder yields, from where it is kept if it is.

    Args:
        finder: what looks for findings.
        analysis: the documents.
        earlier: what was found before.
        key: where its results are kept; None where they are not.
        store: keeps them; None to look anew and to keep nothing.
    """
    if key is None or store is None:
        yield from finder.find(analysis, earlier)
        return
    known = store.load(key)
    if known is not None and fits(known, analysis.documents):
        yield from known.findings
        yield from known.notices
        return
    findings: list[Finding] = []
    notices: list[Notice] = []
    for step in finder.find(analysis, earlier):
        if isinstance(step, Finding):
            findings.append(step)
        elif isinstance(step, Notice):
            notices.append(step)
        yield step
    if not any(notice.code in PASSING for notice in notices):
        store.store(key, findings, notices)
