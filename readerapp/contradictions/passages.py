"""Which words of two statements are shown for a contradiction, and which of them carry it.

A passage is the sentence, or of a long sentence the clauses that hold the cues. A person should be able to
judge by it, so where nothing tells which clause matters, the sentence stays whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from readerapp.contradictions.evidence import Evidence
from readerapp.contradictions.speakers import speaker_of
from readerapp.contradictions.statements import Statement
from readerapp.language.clauses import clauses_of
from readerapp.language.dates import Moment, moments_agree
from readerapp.language.names import Name
from readerapp.language.quantity import Quantity
from readerapp.model import Passage, Span
from readerapp.model.graphemes import snap

LONG_SENTENCE = 30
"""Words from which on a sentence is cut down to the clauses that matter."""

MOST_CUES = 6


def cues_for(
    kind: str, evidence: Evidence, one: Statement, other: Statement
) -> tuple[list[Span], list[Span]]:
    """The words of either statement that carry a contradiction of a type.

    Args:
        kind: type of the contradiction.
        evidence: what was found between the two.
        one: the first statement.
        other: the second.
    """
    values = values_shown(kind, evidence, one, other)
    if values is not None:
        return [values[0]], [values[1]]
    if kind == "denial" and evidence.denied is not None:
        denier, claimer = (one, other) if evidence.denied.by_first else (other, one)
        content = evidence.denied.attribution.content
        denied = {word.base for word in denier.words if content.contains(word.span)}
        claim = [word.span for word in claimer.words if word.base in denied][:MOST_CUES]
        denial = [evidence.denied.attribution.cue]
        return (denial, claim) if evidence.denied.by_first else (claim, denial)
    if kind in ("negation", "denial"):
        return _polarity_cues(evidence, one, other)
    return [], []


def values_shown(kind: str, evidence: Evidence, one: Statement, other: Statement) -> tuple[Span, Span] | None:
    """The two values that exclude each other, for the types that are about values."""
    pair: tuple[Quantity, Quantity] | tuple[Moment, Moment] | tuple[Name, Name] | None = None
    if kind == "number":
        pair = shown_quantities(one, other, evidence)
    elif kind == "date":
        pair = shown_moments(one, other, evidence)
    elif kind == "name":
        pair = evidence.names
    elif kind == "place":
        pair = evidence.places
    elif kind == "antonym":
        return evidence.opposed
    return None if pair is None else (pair[0].span, pair[1].span)


def shown_quantities(one: Statement, other: Statement, found: Evidence) -> tuple[Quantity, Quantity] | None:
    """The two numbers to show: those that conflict, else the first two of one unit that are not equal."""
    if found.quantities is not None:
        return found.quantities
    pairs = ((a, b) for a in one.quantities for b in other.quantities)
    return next(((a, b) for a, b in pairs if a.unit == b.unit and a.value != b.value), None)


def shown_moments(one: Statement, other: Statement, found: Evidence) -> tuple[Moment, Moment] | None:
    """The two times to show: those that differ, else the first two that are not surely one."""
    if found.moments is not None:
        return found.moments
    pairs = ((a, b) for a in one.moments for b in other.moments)
    return next(((a, b) for a, b in pairs if moments_agree(a, b) is not True), None)


def _polarity_cues(evidence: Evidence, one: Statement, other: Statement) -> tuple[list[Span], list[Span]]:
    """The negation of either side; where only one negates, the words of the other that it negates there."""
    if evidence.negated is None:
        return [each.cue for each in one.negations], [each.cue for each in other.negations]
    first, second = evidence.negated
    mine, yours = [first] if first else [], [second] if second else []
    for cue, negator, asserter, found in ((first, one, other, yours), (second, other, one, mine)):
        if cue is not None and not found:
            scopes = [negation.scope for negation in negator.negations if negation.cue == cue]
            bases = {
                word.base for word in negator.words if any(scope.contains(word.span) for scope in scopes)
            }
            found += [word.span for word in asserter.words if word.base in bases][:MOST_CUES]
    return mine, yours


def span_for(text: str, statement: Statement, cues: Sequence[Span]) -> Span:
    """The stretch of a statement that is shown.

    Args:
        text: the document's text.
        statement: the statement.
        cues: the words that the passage has to hold.
    """
    if not cues or len(statement.text.split()) < LONG_SENTENCE:
        return statement.span
    start, end = min(cue.start for cue in cues), max(cue.end for cue in cues)
    clauses = clauses_of(text, statement.span)
    held = [clause for clause in clauses if clause.start < end and start < clause.end]
    if not held:
        return statement.span
    return Span(min(start, held[0].start), max(end, held[-1].end))


def passage_of(text: str, document: str, statement: Statement, span: Span, cues: Sequence[Span]) -> Passage:
    """A passage of a finding.

    Args:
        text: the document's text.
        document: its identity.
        statement: the statement that the passage is of.
        span: where it stands.
        cues: the words that carry the relation.
    """
    whole = snap(text, span)
    speaker, quotation = None, False
    for attribution in statement.attributions:
        content = attribution.content
        shared = min(content.end, whole.end) - max(content.start, whole.start)
        carries = not cues or any(cue == attribution.cue or content.overlaps(cue) for cue in cues)
        part = carries and shared > 0 and 2 * shared >= content.length
        if 2 * shared >= whole.length or (part and not speaker):
            speaker = speaker_of(text, attribution) or speaker
            inside = content.start - 1 <= whole.start and whole.end <= content.end + 1
            quotation = quotation or (attribution.quotation and inside)
    return Passage(
        document=document,
        start=whole.start,
        end=whole.end,
        text=text[whole.start : whole.end],
        speaker=speaker,
        quotation=quotation,
        cues=tuple(sorted({snap(text, cue) for cue in cues if whole.contains(cue) and cue.length > 0})),
    )
