"""Texts for the tests of overlaps."""

from dataclasses import replace

from readerapp.comparing import compare
from readerapp.model import Comparison, Document, Finding, Kind

HARBOUR = (
    "The harbour master of Lindholm resigned on Friday after an inquiry found that warnings about the "
    "eastern pier had been ignored for three winters."
)
HARBOUR_EDITED = (
    "The harbour master of Lindholm stepped down on Friday after a long inquiry found that warnings about "
    "the eastern pier had gone ignored for three winters."
)
FERRY = (
    "Ferries to the outer islands will run every second hour until divers have examined the piles, said a "
    "spokeswoman for the operator, and tickets bought for this week stay valid until the end of June."
)
MARKET = (
    "Fishmongers at the morning market complained that deliveries reached them late, that ice was short, and "
    "that half of their regular customers had simply stayed at home because of the rain."
)
SCHOOL = (
    "Two hundred pupils began the term in portable classrooms beside the old gymnasium while builders repaired "
    "a roof that had leaked since the autumn storms."
)


def articles(*texts: str) -> list[Document]:
    return [
        Document(text=text, source=f"{number}.txt", text_sha256=f"digest of {number}")
        for number, text in enumerate(texts, 1)
    ]


def compared(*texts: str) -> Comparison:
    """A comparison of articles with the overlaps alone."""
    comparison = compare(articles(*texts), entailment=False)
    overlaps = tuple(finding for finding in comparison.findings if finding.kind is Kind.OVERLAP)
    return replace(comparison, findings=overlaps)


def places(finding: Finding) -> list[tuple[str, str]]:
    return [(passage.document, passage.text) for passage in finding.passages]
