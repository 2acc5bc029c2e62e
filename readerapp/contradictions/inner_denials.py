"""A claim and its denial inside one sentence, as news reports have them: "..., which the ministry denied".

Both are attributions of the sentence, and the denial's content is the claim: it gives two passages, the
clause of the claim and that of the denial.
"""

from __future__ import annotations

from collections.abc import Iterator

from readerapp.contradictions.statements import Statement
from readerapp.language.attribution import Attribution
from readerapp.language.clauses import clauses_of
from readerapp.language.report_verbs import Stance
from readerapp.model import Span

FEWEST_WORDS = 3
"""A claim or a denial of fewer words says nothing that could be judged."""


def inner_denials(text: str, statement: Statement) -> Iterator[tuple[Span, Span, Attribution]]:
    """The claims that a sentence reports together with their denial.

    Args:
        text: the document's text.
        statement: a sentence of it.

    Yields:
        where the claim stands, where the denial stands, and the denial.
    """
    for denial in statement.attributions:
        if denial.stance is not Stance.DENIED:
            continue
        claim = denial.content
        clauses = clauses_of(text, statement.span)
        # The clause that reports the denial, where it is not the clause of the claim itself.
        outside = [clause for clause in clauses if clause.contains(denial.cue) and not clause.overlaps(claim)]
        asserted = any(
            other is not denial and other.stance is not Stance.DENIED and other.content.overlaps(claim)
            for other in statement.attributions
        )
        if not outside or not (asserted or claim.end <= denial.cue.start):
            continue
        if min(_count(text, claim), _count(text, outside[0])) >= FEWEST_WORDS:
            yield claim, outside[0], denial
            return


def _count(text: str, span: Span) -> int:
    return len(text[span.start : span.end].split())
