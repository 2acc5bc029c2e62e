"""Words for kinds and types of findings in reports for people."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from readerapp.model import AnchorStatus, Finding, Kind, OrphanCause, Passage, Span
from readerapp.model.printable import printable
from readerapp.word_differences import word_differences

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


ORPHANS_HEADING = "No longer in the articles"
"""What stands above what lost its place when an article changed."""

ORPHAN_CAUSES: Mapping[OrphanCause, str] = MappingProxyType(
    {
        OrphanCause.TEXT_CHANGED: "The article changed, and this does not stand there any more.",
        OrphanCause.NOT_FOUND_ANEW: "Comparing the changed articles again no longer brought this up.",
    }
)
"""Why something has no place any more."""

_BECAME: Mapping[AnchorStatus, str] = MappingProxyType(
    {
        AnchorStatus.EXACT: "",
        AnchorStatus.MOVED: "moved since it was marked",
        AnchorStatus.CHANGED: "changed since it was marked",
        AnchorStatus.ORPHANED: "not found in the text as it is now",
    }
)
_LONGEST_DIFFERENCE = 5000
"""Code points of a passage whose words are compared with the former ones."""


def became(passage: Passage) -> str:
    """What became of a passage when its article changed; empty where it stands as it stood.

    Args:
        passage: of a finding or a note.
    """
    return "" if passage.anchor is None else _BECAME[passage.anchor.status]


def former_words(passage: Passage) -> Passage | None:
    """The words that stood in place of a passage before its article changed.

    Args:
        passage: of a finding or a note.

    Returns:
        a passage of a text of its own, its cues those words that are gone; None where no words changed.
    """
    if passage.anchor is None or not passage.anchor.text:
        return None
    former = passage.anchor.text
    gone: tuple[Span, ...] = ()
    if max(len(former), len(passage.text)) <= _LONGEST_DIFFERENCE:
        steps = word_differences(former, passage.text)
        gone = tuple(step.left for step in steps if step.operation != "equal" and step.left.length)
    return Passage(passage.document, 0, len(former), former, cues=gone)


def type_words(finding: Finding) -> str:
    """What sort of finding it is, for a person; a type without words of its own stands as it is."""
    return TYPE_WORDS.get((finding.kind, finding.type)) or printable(finding.type).capitalize()
