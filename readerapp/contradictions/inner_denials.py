"""A claim and its denial inside one sentence, as news reports have them: "..., which the ministry denied".

It gives two passages, the clauses of the claim and of the denial. What is denied is told by the attribution
itself, by a pronoun or a noun that points back at what somebody says earlier in the sentence ("denied it",
"denied the claim"), or by a noun in apposition ("..., a claim that she denied"). The other way round, a
sentence may set evidence against a denial ("..., but e-mails show that she was told").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readerapp.contradictions.accusations import with_accuser
from readerapp.contradictions.statements import Statement
from readerapp.contradictions.vocabulary import POINTING
from readerapp.language.attribution import Attribution
from readerapp.language.clauses import clauses_of
from readerapp.language.report_verbs import Stance
from readerapp.language.tokens import tokens_of
from readerapp.language.word_forms import base_form
from readerapp.model import Span
from readerapp.model.span import stripped

FIRM = (Stance.SAID, Stance.CONFIRMED)
"""How one says that something is not so, without a verb of denial: "insists that she never knew"."""

FEWEST_WORDS = 3
"""A claim or a denial of fewer words says nothing that could be judged."""

APPOSITION = re.compile(
    r"[,;–—-]\s+(?:an?|the)\s+"
    r"(?:claim|accusation|charge|allegation|suggestion|report|rumou?r|version|contention|assertion)s?\b"
)
"""Where a noun sums up what was claimed before it."""

REBUTTAL = re.compile(
    r"[,;–—]\s+(?:but|although|though|even though|yet|while|whereas|even as)\s+(?=[^,;]*?"
    r"\b(?:show|reveal|suggest|prove|indicate|document|confirm|record)(?:s|es|ed|n)?\b)",
    re.IGNORECASE,
)
"""Where a sentence sets evidence against what somebody in it denies."""

SEPARATORS = " \t\n,;:–—-"


def inner_denials(text: str, statement: Statement) -> Iterator[tuple[Span, Span, Attribution]]:
    """The claims that a sentence reports together with their denial.

    Args:
        text: the document's text.
        statement: a sentence of it.

    Yields:
        where the claim stands, where the denial stands, and the denial; one at most.
    """
    rebutted = _rebutted(text, statement)
    if rebutted is not None:
        yield rebutted
        return
    for denial in statement.attributions:
        before = text[max(statement.span.start, denial.cue.start - 12) : denial.cue.start].split()
        # Who "had been denied a permit" denies nothing.
        if denial.stance is not Stance.DENIED or before[-1:] in (["been"], ["was"], ["were"], ["being"]):
            continue
        claim = _claim(text, statement, denial)
        if claim is None:
            continue
        found = _denial_beside(text, statement, claim, denial)
        if found is not None and min(_count(text, claim), _count(text, found)) >= FEWEST_WORDS:
            yield with_accuser(text, statement, claim), found, denial
            return


def _rebutted(text: str, statement: Statement) -> tuple[Span, Span, Attribution] | None:
    """A denial and the evidence that the same sentence sets against it."""
    match = REBUTTAL.search(text, statement.span.start, statement.span.end)
    if match is None:
        return None
    for denial in statement.attributions:
        if denial.cue.start >= match.start() or denial.quotation:
            continue
        said = Span(denial.content.start, min(denial.content.end, match.start()))
        negated = any(said.overlaps(negation.cue) for negation in statement.negations)
        if denial.stance is not Stance.DENIED and not (denial.stance in FIRM and negated):
            continue
        shown = stripped(text, Span(match.end(), statement.span.end), SEPARATORS + ".!\"”’'")
        found = stripped(text, Span(statement.span.start, match.start()), SEPARATORS)
        if min(_count(text, shown), _count(text, found)) >= FEWEST_WORDS:
            return shown, found, denial
    return None


def _claim(text: str, statement: Statement, denial: Attribution) -> Span | None:
    """What is denied, if this sentence claims it too."""
    before = [
        other.content
        for other in statement.attributions
        if other.stance is not Stance.DENIED and other.content.end <= denial.cue.start
    ]
    if denial.content.overlaps(denial.cue) or denial.content.start >= denial.cue.end:
        summed = None
        for match in APPOSITION.finditer(text, statement.span.start, denial.cue.start):
            summed = match.start()
        if summed is not None:
            return Span(statement.span.start, summed)
        return before[-1] if before and _points(text, denial.content) else None
    asserted = any(
        other is not denial and other.stance is not Stance.DENIED and other.content.overlaps(denial.content)
        for other in statement.attributions
    )
    return denial.content if asserted or denial.content.end <= denial.cue.start else None


def _points(text: str, content: Span) -> bool:
    """Does what is denied only point at a claim: `it`, `the allegations`?"""
    words = [base_form(token.lower) for token in tokens_of(text, content) if token.is_word]
    return bool(words) and all(word in POINTING or word in ("the", "any", "all", "such") for word in words)


def _denial_beside(text: str, statement: Statement, claim: Span, denial: Attribution) -> Span | None:
    """The clause of the denial, without the words of the claim."""
    start, end = statement.span
    if denial.cue.start >= claim.end:
        start = claim.end
        clauses = [clause for clause in clauses_of(text, statement.span) if clause.contains(denial.cue)]
        if clauses:
            start, end = max(start, clauses[0].start), clauses[0].end
    elif denial.cue.end <= claim.start:
        end = claim.start
    else:
        return None
    found = stripped(text, Span(start, end), SEPARATORS)
    return found if found.contains(denial.cue) else None


def _count(text: str, span: Span) -> int:
    return len(text[span.start : span.end].split())
