"""A number of a text with what it counts or measures: the value that reading gives and comparing takes."""

from __future__ import annotations

from dataclasses import dataclass

from readerapp.model.span import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, what it is of, and what is said of that."""

    span: Span
    """The number's words with its bound and its unit: `at least eight`, `$1.2 trillion`, `2 to 3 miles`."""
    value: float
    """The number named, in the base unit; of a range its middle."""
    low: float
    """The lowest that the words admit."""
    high: float
    """The highest that the words admit."""
    unit: str | None
    """Base unit: `dollar`, `metre`, `second`, `percent`, `magnitude`, `year` for ages ...; None of a bare
    count.
    """
    counted: str | None
    """Base form of the noun that is counted, or that the measure is of; a name as it is written."""
    counted_span: Span | None
    """Where that noun stands."""
    is_bounded: bool
    """Has it a bound, a softening word or a range?"""
    role: str | None
    """What happens to the counted, or what is measured: `death`, `injury`, `depth`, `price` ..."""
    whole: bool
    """False where it is a part of a total: `including two medics`, `three of them`, `another five`."""
