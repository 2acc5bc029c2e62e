"""Denials that are found by what they are, without the judge: inside one sentence, and of dealings.

Their scores are set, because labelled articles hold too few of them to fit anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readerapp.contradictions.denied_relations import DeniedRelation, denied_relation
from readerapp.contradictions.inner_denials import inner_denials
from readerapp.contradictions.passages import passage_of, span_for
from readerapp.contradictions.reasons import clipped, quoted
from readerapp.contradictions.statements import Statement
from readerapp.language.analysis import Analysis
from readerapp.model import Passage, Span

INNER_SCORE = 0.3
"""Score of a claim and its denial inside one sentence: of three in labelled articles one was labelled."""

DEALING_SCORE = 0.15
"""Score of a denied dealing that another statement reports in other words: of sixty nine were labelled."""

WITHIN_SCORE = 0.12
"""The same within one article, which as a rule tells of the denial itself."""

LEAST_DENIAL = 0.4
"""How much like a denial a statement is at least, as `Statement.denies` has it."""

MOST_DENIERS = 200
"""Statements of a comparison that are taken for denials of dealings."""


class Denial(NamedTuple):
    """A denial and what it denies."""

    score: float
    reason: str
    passages: tuple[Passage, Passage]


def denials_in_one_sentence(analysis: Analysis, statements: Sequence[Statement]) -> Iterator[Denial]:
    """Claims that are reported together with their denial.

    Args:
        analysis: the documents.
        statements: of all documents.
    """
    for statement in statements:
        text = analysis.texts[statement.document]
        identity = analysis.documents[statement.document].id
        for claim, denial, attribution in inner_denials(text, statement):
            passages = (
                passage_of(text, identity, statement, claim, ()),
                passage_of(text, identity, statement, denial, [attribution.cue]),
            )
            who = clipped(attribution.speaker) if attribution.speaker else "somebody"
            reason = f"{identity} reports {quoted(text, claim)} and that {who} denies it."
            yield Denial(INNER_SCORE, reason, passages)


def denials_of_dealings(analysis: Analysis, statements: Sequence[Statement]) -> Iterator[Denial]:
    """Denials of dealings that another statement reports in other words, those across articles first.

    Args:
        analysis: the documents.
        statements: of all documents.
    """
    found = []
    for denier in [one for one in statements if one.denies >= LEAST_DENIAL][:MOST_DENIERS]:
        for claimer in statements:
            relation = denied_relation(denier, claimer) if claimer is not denier else None
            if relation is not None:
                found.append(_of_dealing(analysis, denier, claimer, relation))
    yield from sorted(found, key=lambda denial: -denial.score)


def _of_dealing(
    analysis: Analysis, denier: Statement, claimer: Statement, relation: DeniedRelation
) -> Denial:
    text, other_text = analysis.texts[denier.document], analysis.texts[claimer.document]
    one, other = (analysis.documents[each.document].id for each in (denier, claimer))
    denied, reported = relation.cue.span, relation.reported.span
    cues, other_cues = [relation.denial, denied], [reported]
    first = passage_of(text, one, denier, span_for(text, denier, cues), cues)
    second = passage_of(other_text, other, claimer, span_for(other_text, claimer, other_cues), other_cues)
    whole = Span(min(relation.denial.start, denied.start), max(relation.denial.end, denied.end))
    who = f"{one}’s {clipped(first.speaker)}" if first.speaker else one
    reason = (
        f"{who} denies ({quoted(text, whole)}); {other} speaks of {quoted(other_text, reported)} "
        f"and names {relation.name.text}."
    )
    score = WITHIN_SCORE if denier.document == claimer.document else DEALING_SCORE
    return Denial(score, reason, (first, second))
