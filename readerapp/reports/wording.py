"""Words for kinds and types of findings in reports for people."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from readerapp.model import Finding, Kind
from readerapp.model.printable import printable

KIND_HEADINGS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.CONTRADICTION: "Contradictions",
        Kind.OVERLAP: "Shared wording",
        Kind.UNIQUE: "Only in one article",
    }
)
"""What stands above the findings of a kind."""

KIND_NAMES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.CONTRADICTION: "Contradiction",
        Kind.OVERLAP: "Shared wording",
        Kind.UNIQUE: "Only here",
    }
)
"""What one finding of a kind is called."""

TYPE_WORDS: Mapping[tuple[Kind, str], str] = MappingProxyType(
    {
        (Kind.CONTRADICTION, "number"): "Different numbers",
        (Kind.CONTRADICTION, "date"): "Different dates",
        (Kind.CONTRADICTION, "name"): "Different names",
        (Kind.CONTRADICTION, "place"): "Different places",
        (Kind.CONTRADICTION, "negation"): "Said and negated",
        (Kind.CONTRADICTION, "denial"): "Reported and denied",
        (Kind.CONTRADICTION, "antonym"): "Opposite words",
        (Kind.CONTRADICTION, "account"): "Incompatible accounts",
        (Kind.CONTRADICTION, "quotation"): "One utterance, two wordings",
        (Kind.OVERLAP, "verbatim"): "Word for word",
        (Kind.OVERLAP, "edited"): "Edited wording",
        (Kind.OVERLAP, "paraphrase"): "Same statement, other words",
        (Kind.UNIQUE, "only-here"): "Only here",
    }
)
"""What a type of findings is called, in the order in which types are named."""


def type_words(finding: Finding) -> str:
    """What sort of finding it is, for a person; a type without words of its own stands as it is."""
    return TYPE_WORDS.get((finding.kind, finding.type)) or printable(finding.type).capitalize()
