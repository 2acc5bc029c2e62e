"""Run the finders over documents, cheapest first, and hand on what they find as it comes.

`steps` is the one way through: it yields values that say what was found, how far the work is, and at
the end the whole comparison. Who stops taking from it has cancelled, and keeps what came before.
`compare` runs it to the end.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readerapp.known_results import Finder, ResultStore, cache_key, found_by
from readerapp.model import Comparison, Document, Finding, Kind, Notice, Progressed, Settings

if TYPE_CHECKING:
    from readerapp.language.analysis import Analysis


@dataclass(frozen=True, slots=True)
class FindingsArrived:
    """Findings that were not known before; none of them is taken back later."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """The whole comparison: every finding that arrived, sorted, with the notices."""

    comparison: Comparison


BATCH = 250
"""Findings handed on together: a process that receives them is busy with it for some 3 ms."""

LONGEST_WAIT = 0.3
"""Seconds after which findings are handed on though there are few; checked when a finder says something."""

LOOKED_FOR = frozenset({Kind.CONTRADICTION, Kind.OVERLAP})
"""Kinds of findings that there are finders for. That none of another kind was found says nothing."""

KIND_NAMES = {
    Kind.CONTRADICTION: "contradictions",
    Kind.OVERLAP: "overlaps",
    Kind.UNIQUE: "statements that stand in one article only",
}
"""What several findings of a kind are called."""

LIMITS = frozenset({"entailment-off", "entailment-unavailable", "language-not-judged", "pairs-not-examined"})
"""Codes of notices that say why contradictions may be missing."""

OWN_NOTICES = LIMITS | {"nothing-found"}
"""Codes of notices that a comparison makes itself; those of another run on the same texts replace them."""

FEW_WORDS = 10
"""Texts shorter than this can hardly share anything that is not chance."""

Step = Progressed | FindingsArrived | Finished


def numbered(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, and their notices, with identities `1`, `2`, ... in their order."""
    return tuple(
        replace(
            document,
            id=str(number),
            notices=tuple(replace(notice, document=str(number)) for notice in document.notices),
        )
        for number, document in enumerate(documents, 1)
    )


def steps(
    documents: Sequence[Document],
    settings: Settings | None = None,
    *,
    cache: ResultStore | None = None,
    budget: float = 1.0,
) -> Iterator[Step]:
    """Compare documents step by step.

    Args:
        documents: one or more; one alone is compared with itself. They are numbered in their order.
        settings: what to do; the defaults where None.
        cache: where results of earlier comparisons are kept; None to look anew and keep nothing.
        budget: how many times the usual work may be done before pairs of sentences are left out.

    Yields:
        progress and findings as they come, and one `Finished` at the end.
    """
    from readerapp.language.analysis import Analysis

    settings = settings or Settings()
    ordered = numbered(documents)
    analysis = Analysis(ordered)
    findings: list[Finding] = []
    notices = [notice for document in ordered for notice in document.notices]
    finders = _finders(settings, budget)
    whole, done = sum(share for _, share in finders), 0.0
    for finder, share in finders:
        earlier = tuple(findings)
        version: str | None = getattr(finder, "version", None)
        key = version and cache_key(ordered, settings, version, budget=budget, earlier=earlier)
        batch: list[Finding] = []
        handed_on = time.monotonic()
        for step in found_by(finder, analysis, earlier, key, cache):
            if isinstance(step, Progressed):
                yield Progressed(step.stage, (done + share * step.done) / whole)
            elif isinstance(step, Notice):
                notices.append(step)
            else:
                batch.append(step)
            if len(batch) >= BATCH or (batch and time.monotonic() - handed_on >= LONGEST_WAIT):
                yield FindingsArrived(tuple(batch))
                findings += batch
                batch = []
                handed_on = time.monotonic()
        if batch:
            yield FindingsArrived(tuple(batch))
            findings += batch
        done += share
    if not findings:
        notices.append(nothing_found(analysis))
    yield Finished(
        Comparison(ordered, tuple(sorted(findings, key=Finding.sort_key)), tuple(notices), settings)
    )


def _finders(settings: Settings, budget: float) -> list[tuple[Finder, float]]:
    """The finders in order of their cost, each with its share of the work."""
    from readerapp.finders.contradiction import ContradictionFinder
    from readerapp.finders.overlap import OverlapFinder
    from readerapp.finders.quotation import QuotationFinder

    return [
        (OverlapFinder(), 1.0),
        (QuotationFinder(budget), 0.1),
        (ContradictionFinder(settings.entailment, budget), 9.0),
    ]


def not_looked_for(kind: Kind) -> str:
    """One sentence that says that nobody looked for findings of a kind."""
    return f"reader does not look for {KIND_NAMES[kind]} yet."


def nothing_found(analysis: Analysis) -> Notice:
    """A notice that says that nothing was found, and why."""
    count = len(analysis.documents)
    if all(len(analysis.words(index)) < FEW_WORDS for index in range(count)):
        reason = f"the texts are very short, under {FEW_WORDS} words each"
    elif count > 1 and len(set(analysis.texts)) == 1:
        reason = "the articles are one and the same text, which repeats itself too much to point at a passage"
    elif count == 1:
        reason = "the article does not repeat itself beyond common phrases, and nothing in it is in tension"
    else:
        reason = (
            "the articles share no wording beyond common phrases and names, "
            "and no statements were found that seem in tension"
        )
    return Notice("nothing-found", f"Nothing was found: {reason}.")


def compare(documents: Sequence[Document], *, entailment: bool = True) -> Comparison:
    """Compare documents and return everything that was found.

    Args:
        documents: as `open_source` gives them; one alone is compared with itself.
        entailment: may the neural judge be used where there is one?
    """
    for step in steps(documents, Settings(entailment=entailment)):
        if isinstance(step, Finished):
            return step.comparison
    raise AssertionError("steps() always ends with Finished")
