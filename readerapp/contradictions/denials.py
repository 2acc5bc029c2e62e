"""Denials that are found by what they are, without the judge: inside one sentence, and of dealings.

Their scores are set, because labelled articles hold too few of them to fit anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from readerapp.contradictions.denied_relations import (
    DENIES_ITSELF,
    DeniedRelation,
    claims,
    denied_in,
    denied_relation,
    may_report,
    reported_in,
)
from readerapp.contradictions.inner_denials import inner_denials
from readerapp.contradictions.passages import passage_of, span_for
from readerapp.contradictions.reasons import clipped, quoted
from readerapp.contradictions.speakers import DENYING, denies, speaker_of
from readerapp.contradictions.statements import Statement
from readerapp.language.analysis import Analysis
from readerapp.language.report_verbs import Stance
from readerapp.language.word_forms import base_form
from readerapp.model import Passage, Span

DEALING_SCORE = 0.58
"""Score of a denied dealing that another article reports in other words: of eight six were right."""

OTHERS_SCORE = 0.56
"""The same within one article, of two who are both named as speakers."""

INNER_SCORE = 0.54
"""Score of a claim and its denial inside one sentence: nearly all are right, but whoever reads the sentence
sees both."""

WITHIN_SCORE = 0.45
"""A denied dealing within one article otherwise, which as a rule tells of the denial itself."""

LEAST_DENIAL = 0.4
"""How much like a denial a statement is at least, as `Statement.denies` has it."""

MOST_DENIERS = 200
"""Statements of a comparison that are taken for denials of dealings."""

MOST_CLAIMERS = 500
"""Statements that are held against each of them, so that both together cost a second at most."""

MOST_DEALINGS = 100
"""Denied dealings that are told: nobody reads more."""


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
            claimed = next(
                (
                    each
                    for each in statement.attributions
                    if each.stance is not Stance.DENIED and each.content.overlaps(claim)
                ),
                None,
            )
            passages = (
                # Of one clause that one claims and another denies, each passage has its own speaker.
                replace(
                    passage_of(text, identity, statement, claim, ()),
                    speaker=None if claimed is None else speaker_of(text, claimed),
                ),
                replace(
                    passage_of(text, identity, statement, denial, [attribution.cue]),
                    speaker=speaker_of(text, attribution),
                ),
            )
            who = clipped(passages[1].speaker or "somebody")
            reason = f"{identity} reports {quoted(text, claim)} and that {who} denies it."
            yield Denial(INNER_SCORE, reason, passages)


def denials_of_dealings(analysis: Analysis, statements: Sequence[Statement]) -> Iterator[Denial]:
    """Denials of dealings that another statement reports in other words, those across articles first.

    Args:
        analysis: the documents.
        statements: of all documents.
    """
    deniers = [one for one in statements if one.denies >= LEAST_DENIAL and one.attributions][:MOST_DENIERS]
    claimers = [one for one in statements if may_report(one)][:MOST_CLAIMERS]
    left = MOST_DEALINGS
    within: list[tuple[Statement, Statement, DeniedRelation]] = []
    denied = [(one, told) for one in deniers if (told := denied_in(one))]
    reported = [(one, claimed) for one in claimers if (claimed := reported_in(one))]
    for (denier, all_denied), (claimer, all_reported) in product(denied, reported):
        is_within = denier.document == claimer.document
        if claimer is denier or (is_within and len(within) >= left):
            continue
        relation = denied_relation(all_denied, all_reported)
        if relation is None:
            continue
        if is_within:
            within.append((denier, claimer, relation))
            continue
        yield _of_dealing(analysis, denier, claimer, relation)
        left -= 1
        if not left:
            return
    for denier, claimer, relation in within[:left]:
        yield _of_dealing(analysis, denier, claimer, relation)


def _of_dealing(
    analysis: Analysis, denier: Statement, claimer: Statement, relation: DeniedRelation
) -> Denial:
    text, other_text = analysis.texts[denier.document], analysis.texts[claimer.document]
    one, other = (analysis.documents[each.document].id for each in (denier, claimer))
    denied, reported = relation.cue.span, relation.reported.span
    cues, other_cues = [relation.denial, denied], [reported]
    first = passage_of(text, one, denier, span_for(text, denier, cues), cues)
    claimed = next((each for each in claimer.attributions if claims(each, relation.reported)), None)
    if claimed is not None and claimer.denies >= DENIES_ITSELF:
        # Where others deny it in the same sentence, it is still the claim that is shown, with its speaker.
        second = replace(
            passage_of(other_text, other, claimer, claimed.content, other_cues),
            speaker=speaker_of(other_text, claimed),
        )
    else:
        span = span_for(other_text, claimer, other_cues)
        second = passage_of(other_text, other, claimer, span, other_cues)
    there = f"another place in {other}" if one == other else other
    who = denies(one, clipped(first.speaker or "somebody"), text[relation.denial.start : relation.denial.end])
    reason = (
        f"{who} {_denied(text, denier, relation.denial, denied)}; "
        f"{there} speaks of {quoted(other_text, reported)} and names {relation.name.rstrip('.')}."
    )
    return Denial(_score(denier, claimer, first.speaker, second.speaker), reason, (first, second))


def _score(denier: Statement, claimer: Statement, speaker: str | None, other: str | None) -> float:
    if denier.document != claimer.document:
        return DEALING_SCORE
    return OTHERS_SCORE if speaker and other and speaker != other else WITHIN_SCORE


def _denied(text: str, denier: Statement, denial: Span, denied: Span) -> str:
    """What is denied, quoted; in brackets where the negation stands in it, so as not to negate it twice."""
    if denial.start > denied.end:
        # "claims of an involvement are untrue": from where the clause begins.
        said = [each.content for each in denier.attributions if each.content.contains(denied)]
        start = max((content.start for content in said), default=denied.start)
        return f"({quoted(text, Span(start, denial.end))})"
    verb = base_form(text[denial.start : denial.end].split()[-1].casefold())
    if verb in DENYING and denial.end < denied.start:
        return quoted(text, Span(denial.end, denied.end))
    return f"({quoted(text, Span(min(denial.start, denied.start), max(denial.end, denied.end)))})"
