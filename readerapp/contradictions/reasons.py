"""Why two statements are in tension, in one sentence for a person: no more than what was found.

The sentences are templates over the cues; `1` and `2` are the articles. Nothing here says which one is right.
"""

from __future__ import annotations

from readerapp.contradictions.accusations import with_accuser
from readerapp.contradictions.evidence import Evidence
from readerapp.contradictions.passages import cues_for, shown_moments, shown_quantities, values_shown
from readerapp.contradictions.speakers import denies, speaker_of
from readerapp.contradictions.statements import Statement
from readerapp.language.clauses import clauses_of
from readerapp.language.quantity import Quantity
from readerapp.language.report_verbs import ASSERTING
from readerapp.model import Span
from readerapp.model.span import stripped

LONGEST_QUOTED = 60
"""Code points of an article's words that a reason quotes."""

SEPARATORS = ' \t\n\r,;:.–—-"“”'
"""What ends a clause or stands around it, and is not worth quoting."""

FEWEST_SAID = 3
"""Words; of fewer nobody can tell what was said."""


def reason_for(
    kind: str,
    evidence: Evidence,
    statements: tuple[Statement, Statement],
    texts: tuple[str, str],
    names: tuple[str, str],
) -> str:
    """The reason for a contradiction.

    Args:
        kind: its type.
        evidence: what was found between the two.
        statements: both.
        texts: the texts of their documents.
        names: what the two documents are called, such as `1` and `2`.
    """
    first, second = names if names[0] != names[1] else (f"{names[0]} first", f"{names[1]} later")
    if kind == "denial":
        return _denial(evidence, statements, texts, (first, second))
    if kind == "negation":
        return _negation(evidence, statements, texts, (first, second))
    if kind == "number":
        pair = shown_quantities(*statements, evidence)
        values = None if pair is None else (_with_noun(pair[0]), _with_noun(pair[1]))
    else:
        values = values_shown(kind, evidence, *statements)
    if values is None:
        return f"Read together, what {first} and {second} say hardly fits; no single word carries it."
    verb = "names" if kind in ("name", "place") else "says"
    return f"{first} {verb} {quoted(texts[0], values[0])}, {second} {quoted(texts[1], values[1])}."


def _with_noun(quantity: Quantity) -> Span:
    """A number together with what it counts, if that stands near."""
    span, noun = quantity.span, quantity.counted_span
    # Beside a stretch of time stands what it is reckoned from ("ten minutes of the first call").
    if (
        noun is None
        or quantity.unit == "second"
        or noun.start < span.start
        or noun.end - span.start > LONGEST_QUOTED
    ):
        return span
    return Span(span.start, max(span.end, noun.end))


def _denial(
    evidence: Evidence,
    statements: tuple[Statement, Statement],
    texts: tuple[str, str],
    names: tuple[str, str],
) -> str:
    if evidence.denied is None:
        return _negation(evidence, statements, texts, names)
    place = 0 if evidence.denied.by_first else 1
    denier, claimer = names[place], names[1 - place]
    attribution = evidence.denied.attribution
    denied = quoted(texts[place], with_accuser(texts[place], statements[place], attribution.content))
    speaker = speaker_of(texts[place], attribution)
    cue = texts[place][attribution.cue.start : attribution.cue.end]
    beginning = denies(denier, speaker and clipped(speaker), cue)
    return f"{beginning} {denied}; {claimer} has {_gist(evidence, statements, texts, 1 - place)}."


def _negation(
    evidence: Evidence,
    statements: tuple[Statement, Statement],
    texts: tuple[str, str],
    names: tuple[str, str],
) -> str:
    def said(place: int, negation: Span) -> str:
        other = _gist(evidence, statements, texts, 1 - place)
        return f"{names[place]} says {quoted(texts[place], negation)}; {names[1 - place]} has {other}."

    for place in (0, 1):
        cue = evidence.negated[place] if evidence.negated is not None else None
        if cue is not None:
            scope = next(each.scope for each in statements[place].negations if each.cue == cue)
            whole = Span(min(cue.start, scope.start), max(cue.end, scope.end))
            if len(texts[place][whole.start : whole.end].split()) < FEWEST_SAID:
                whole = _clause_around(texts[place], statements[place], whole)
            return said(place, whole)
    for place in (0, 1):
        if statements[place].negations and not statements[1 - place].negations:
            cue = statements[place].negations[0].cue
            return said(place, _clause_around(texts[place], statements[place], cue))
    both = [_gist(evidence, statements, texts, place) for place in (0, 1)]
    return f"{names[0]} has {both[0]}; {names[1]} has {both[1]}."


def _gist(
    evidence: Evidence, statements: tuple[Statement, Statement], texts: tuple[str, str], place: int
) -> str:
    """What a statement says, quoted: without who says it, and with words that carry the relation."""
    statement, text = statements[place], texts[place]
    carrying = cues_for("denial", evidence, *statements)[place]
    said = [
        each.content
        for each in statement.attributions
        if each.stance in ASSERTING and statement.span.contains(each.content)
        if len(text[each.content.start : each.content.end].split()) >= FEWEST_SAID
    ]
    if carrying:
        said = [content for content in said if any(content.contains(cue) for cue in carrying)]
    span = with_accuser(text, statement, said[0]) if said else statement.span
    if not carrying or min(cue.end for cue in carrying) <= span.start + LONGEST_QUOTED:
        return quoted(text, span)
    first = min(carrying)
    start = max((clause.start for clause in clauses_of(text, span) if clause.start <= first.start), default=0)
    return quoted(text, Span(max(span.start, start), span.end))


def _clause_around(text: str, statement: Statement, words: Span) -> Span:
    """The clause that holds some words, if they stand near its beginning; otherwise the words alone."""
    for clause in clauses_of(text, statement.span):
        if clause.contains(words):
            found = stripped(text, clause, SEPARATORS)
            start, end = min(found.start, words.start), max(found.end, words.end)
            return Span(start, end) if words.end <= start + LONGEST_QUOTED else words
    return words


def quoted(text: str, span: Span) -> str:
    """Words of an article in quotation marks, clipped where they are long."""
    return f"“{clipped(' '.join(text[span.start : span.end].split()))}”"


def clipped(words: str) -> str:
    """Words cut at a space so that a reason stays one line or two."""
    if len(words) <= LONGEST_QUOTED:
        return words
    return words[:LONGEST_QUOTED].rsplit(" ", 1)[0] + " …"


def possible_types(evidence: Evidence, one: Statement, other: Statement) -> set[str]:
    """The types that a contradiction between the two can have, given what stands in them."""
    both = (one, other)
    speech = any(each.attributions or each.negations for each in both)
    found = {
        "number": shown_quantities(one, other, evidence) is not None,
        "date": shown_moments(one, other, evidence) is not None,
        "name": evidence.names is not None,
        "place": evidence.places is not None,
        "antonym": evidence.opposed is not None,
        "negation": any(each.negations for each in both),
        "denial": evidence.denied is not None or speech,
        "account": True,
    }
    return {kind for kind, is_possible in found.items() if is_possible}
