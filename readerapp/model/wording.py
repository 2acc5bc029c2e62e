"""Signs that tell kinds and verdicts apart without colour, the same on every screen and in every report."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from readerapp.model.annotation import Verdict
from readerapp.model.finding import Finding, Kind

VERDICT_SIGNS: Mapping[Verdict, str] = MappingProxyType(
    {Verdict.CONFIRMED: "✓", Verdict.DISMISSED: "✗", Verdict.UNSURE: "?"}
)


def kind_sign(finding: Finding) -> str:
    """A sign of one cell for a finding's kind."""
    if finding.kind is Kind.CONTRADICTION:
        return "≠"
    if finding.kind is Kind.UNIQUE:
        return "•"
    return "=" if finding.type == "verbatim" else "≈"
