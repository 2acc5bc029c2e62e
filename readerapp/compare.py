"""Run the finders over documents, cheapest first, and hand on what they find as it comes.

`steps` is the one way through: it yields values that say what was found, how far the work is, and at
the end the whole comparison. Who stops taking from it has cancelled, and keeps what came before.
`compare` runs it to the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readerapp.model import Comparison, Document, Finding, Notice, Settings


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far the work is."""

    stage: str
    """What is being done, in words for a person, such as `looking for shared passages`."""
    done: float
    """Share of the stage that is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class FindingsArrived:
    """Findings that were not known before; none of them is taken back later."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """The whole comparison: every finding that arrived, sorted, with the notices."""

    comparison: Comparison


Step = Progressed | FindingsArrived | Finished


def numbered(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with identities `1`, `2`, ... in their order."""
    return tuple(replace(document, id=str(number)) for number, document in enumerate(documents, 1))


def steps(documents: Sequence[Document], settings: Settings | None = None) -> Iterator[Step]:
    """Compare documents step by step.

    Args:
        documents: one or more; one alone is compared with itself. They are numbered in their order.
        settings: what to do; the defaults where None.

    Yields:
        progress and findings as they come, and one `Finished` at the end.
    """
    settings = settings or Settings()
    ordered = numbered(documents)
    notices: list[Notice] = []
    findings: list[Finding] = []
    yield Progressed("looking for shared passages", 0.0)
    yield Finished(
        Comparison(ordered, tuple(sorted(findings, key=Finding.sort_key)), tuple(notices), settings)
    )


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
