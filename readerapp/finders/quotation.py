"""One utterance that is quoted in two wordings, by two articles or by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readerapp.contradictions.utterances import TwoWordings, in_two_wordings, quotation_of
from readerapp.language.analysis import Analysis
from readerapp.model import Finding, Kind, Passage, Progressed
from readerapp.model.graphemes import snap

QUOTED_SCORE = 0.2
"""Score of an utterance in two wordings: mostly a matter of editing."""

EXCHANGED_SCORE = 0.4
"""The same where a word that carries meaning is another one."""

LIKELY_SHARE = 0.8
"""Share of equal words from which on two quotations are hardly two utterances."""


class QuotationFinder:
    """Finds quotations whose wording differs."""

    def find(self, analysis: Analysis, earlier: Sequence[Finding]) -> Iterator[Finding | Progressed]:
        """The utterances that are quoted in two wordings, in any language.

        Args:
            analysis: the documents.
            earlier: not used.

        Yields:
            findings of kind contradiction and type quotation.
        """
        yield Progressed("comparing quotations", 0.0)
        quotations = [
            quotation_of(index, text, span)
            for index, text in enumerate(analysis.texts)
            for span in analysis.quotations(index)
        ]
        for pair in in_two_wordings(quotations):
            yield _finding(analysis, pair)


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
                cues=cues,
            )
        )
    holding = list(dict.fromkeys(passage.document for passage in passages))
    where = f"by {holding[0]} and {holding[1]}" if len(holding) > 1 else f"twice in {holding[0]}"
    return Finding(
        id=analysis.identities.of(Kind.CONTRADICTION, passages),
        kind=Kind.CONTRADICTION,
        type="quotation",
        score=EXCHANGED_SCORE if pair.is_exchange and pair.share >= LIKELY_SHARE else QUOTED_SCORE,
        reason=f"What seems to be one utterance is quoted in two wordings, {where}.",
        passages=tuple(passages),
    )
