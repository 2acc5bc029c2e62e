"""One utterance that is quoted in two wordings, by two articles or by one."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from readerapp.contradictions.utterances import TwoWordings, in_two_wordings, quotation_of
from readerapp.language.analysis import Analysis
from readerapp.model import Finding, Kind, Notice, Passage, Progressed
from readerapp.model.graphemes import snap

QUOTED_SCORE = 0.35
"""Score of an utterance in two wordings: mostly a matter of editing."""

EXCHANGED_SCORE = 0.54
"""The same where a word that carries meaning is another one."""

LIKELY_SHARE = 0.8
"""Share of equal words from which on two quotations are hardly two utterances."""


MOST_FINDINGS = 200
"""Findings of one comparison: more than anybody reads, and a text of formulas has tens of thousands."""


class QuotationFinder:
    """Finds quotations whose wording differs."""

    def __init__(self, budget: float = 1.0) -> None:
        """Prepare.

        Args:
            budget: how many times the usual number of findings may be told.
        """
        self._most = math.ceil(MOST_FINDINGS * budget)

    def find(self, analysis: Analysis, earlier: Sequence[Finding]) -> Iterator[Finding | Progressed | Notice]:
        """The utterances that are quoted in two wordings, in any language.

        Args:
            analysis: the documents.
            earlier: not used.

        Yields:
            findings of kind contradiction and type quotation, the most promising first.
        """
        yield Progressed("comparing quotations", 0.0)
        quotations = [
            quotation_of(index, text, span)
            for index, text in enumerate(analysis.texts)
            for span in analysis.quotations(index)
        ]
        pairs = sorted(in_two_wordings(quotations), key=lambda pair: (-_score(pair), -pair.share))
        for pair in pairs[: self._most]:
            yield _finding(analysis, pair)
        if len(pairs) > self._most:
            yield Notice(
                "pairs-not-examined",
                f"Of {len(pairs):,} pairs of quotations in two wordings, the {self._most:,} most alike are "
                "told; the rest was left out.",
            )


def _score(pair: TwoWordings) -> float:
    return EXCHANGED_SCORE if pair.is_exchange and pair.share >= LIKELY_SHARE else QUOTED_SCORE


def _finding(analysis: Analysis, pair: TwoWordings) -> Finding:
    passages = []
    for quotation, cues in ((pair.one, pair.cues), (pair.other, pair.other_cues)):
        text = analysis.texts[quotation.document]
        span = snap(text, quotation.span)
        passages.append(
            Passage(
                document=analysis.documents[quotation.document].id,
                start=span.start,
                end=span.end,
                text=text[span.start : span.end],
                quotation=True,
                cues=tuple(sorted({snap(text, cue) for cue in cues})),
            )
        )
    holding = list(dict.fromkeys(passage.document for passage in passages))
    where = f"by {holding[0]} and {holding[1]}" if len(holding) > 1 else f"twice in {holding[0]}"
    return Finding(
        id=analysis.identities.of(Kind.CONTRADICTION, passages),
        kind=Kind.CONTRADICTION,
        type="quotation",
        score=_score(pair),
        reason=f"What seems to be one utterance is quoted in two wordings, {where}.",
        passages=tuple(passages),
    )
