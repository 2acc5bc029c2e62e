"""Denials of what the other statement reports in other words: "no relationship with X" beside "ties to X".

What is denied and what is reported seldom share the word, and the sentences around them speak of much else.
So nouns and verbs for one sort of dealing or deed are taken together, and near them both statements have to
name the same person, body or place, or what stands for it (the Kremlin for Russia); whoever denies may be it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readerapp.contradictions.statements import Statement, Word
from readerapp.contradictions.vocabulary import FALSITY
from readerapp.language.attribution import Attribution
from readerapp.language.names import Name, same_name, stands_for
from readerapp.language.report_verbs import ASSERTING, Stance
from readerapp.language.tokens import word_set
from readerapp.model import Span

DEALINGS = word_set(
    "relationship relation tie link contact association dealing interaction interact communication"
)
"""Words for dealings, as base forms. Everybody has some; they matter where somebody hints at them."""

DEEDS = (
    word_set("interference interfere involvement involve meddle meddling hack hacking hacker tamper"),
    word_set("collusion collude conspire conspiracy coordinate coordination"),
)
"""Words for one sort of deed each, as base forms."""

SORTS = (DEALINGS, *DEEDS)

HINTING = word_set(
    "allegation claim accusation suspicion speculation rumor rumour evidence potential possible alleged "
    "suspected probe investigation inquiry investigate allege accuse reveal intelligence suspect"
)
"""Words that tell that a dealing is alleged or looked into."""

EXCUSING = word_set("frame scapegoat exonerate clear acquit absolve innocent innocence")
"""Words of whoever takes somebody's part."""

BLAMING = word_set("blame accuse")
"""What stands between a deed and whoever did not do it: "did it and were blaming the neighbours"."""

IF = re.compile(r"\bif\b", re.IGNORECASE)
"""What follows is supposed and not reported."""

NEARBY = 45
"""Code points to each side of a deed within which somebody has to do with it."""

HINTED = 40
"""Code points before a dealing within which a hint is one of it: "allegations of close ties"."""

MOST_NAMED = 2
"""Those nearest to a deed who are taken to have to do with it."""

NEGATED = 15
"""Code points from a negation to the dealing that it denies."""

DENIES_ITSELF = 0.6
"""How much like a denial a statement is, as `Statement.denies` has it, that reports nothing to be denied."""


class Denied(NamedTuple):
    """A dealing or a deed that a statement denies."""

    word: Word
    sort: frozenset[str]
    """The one of `SORTS` that the word is of."""
    denial: Span
    """Where the denying words stand."""
    keys: list[str]
    """Whoever is named near it or denies it, as keys of names."""


class Reported(NamedTuple):
    """A dealing or a deed that a statement reports."""

    word: Word
    sort: frozenset[str]
    """The one of `SORTS` that the word is of."""
    names: list[Name]
    """Those who are named near it and do not only speak of it, the nearest first."""


class DeniedRelation(NamedTuple):
    """A denial of a dealing, and the word of the other statement for the same sort of dealing."""

    cue: Word
    """What is denied."""
    denial: Span
    """Where the denying words stand."""
    reported: Word
    """The word for the dealing in the other statement."""
    name: str
    """Whom the other statement names in common, as it names them."""


def denied_relation(denied: Sequence[Denied], reported: Sequence[Reported]) -> DeniedRelation | None:
    """A dealing or a deed that one statement denies and another reports.

    Args:
        denied: what `denied_in` gives for the one.
        reported: what `reported_in` gives for the other.
    """
    for word, sort, denial, keys in denied:
        for other, other_sort, names in reported:
            if other_sort is not sort:
                continue
            name = next(
                (
                    name.text
                    for name in names
                    if any(same_name(name.key, key) or stands_for(name.key, key) for key in keys)
                ),
                None,
            )
            if name is not None:
                return DeniedRelation(word, denial, other, name)
    return None


def denied_in(statement: Statement) -> list[Denied]:
    """The dealings and deeds that a statement denies, in its order."""
    if not statement.attributions:
        return []
    found = []
    for word, denial, speaker in _denied_words(statement):
        sort = _sort_of(word)
        if sort is None:
            continue
        keys = [name.key for name in _nearest(statement, word)]
        if speaker is not None:
            keys.append(speaker.casefold())
        found.append(Denied(word, sort, denial, keys))
    return found


def reported_in(statement: Statement) -> list[Reported]:
    """The dealings and deeds that a statement reports, in its order."""
    if not may_report(statement):
        return []
    found = []
    for word in statement.words:
        sort = _sort_of(word)
        if sort is None or word.base in statement.negated or not _is_reported(statement, word):
            continue
        if sort is DEALINGS and not _is_hinted(statement, word):
            continue
        names = [name for name in _nearest(statement, word) if not _only_speaks(statement, name, word)]
        found.append(Reported(word, sort, names))
    return found


def may_report(statement: Statement) -> bool:
    """Does the statement tell that somebody did something, or is said to have, that others may deny?"""
    if statement.is_question or statement.bases & EXCUSING or IF.search(statement.text):
        return False
    return any(statement.bases & words for words in SORTS)


def claims(attribution: Attribution, word: Word) -> bool:
    """Does somebody say that something is so, with this word for it?"""
    return attribution.stance in ASSERTING and attribution.content.contains(word.span)


def _sort_of(word: Word) -> frozenset[str] | None:
    return next((words for words in SORTS if word.base in words), None)


def _is_hinted(statement: Statement, dealing: Word) -> bool:
    return any(
        word.base in HINTING and 0 <= dealing.span.start - word.span.end <= HINTED for word in statement.words
    )


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _denied_words(statement: Statement) -> Iterator[tuple[Word, Span, str | None]]:
    """The words that somebody says are not so, each with the words that say it and who says them."""
    false = next((word for word in statement.words if word.base in FALSITY), None)
    speaker = next((each.speaker for each in statement.attributions if each.speaker), None)
    for word in statement.words:
        denial = next(
            (
                each
                for each in statement.attributions
                if each.stance is Stance.DENIED and each.content.contains(word.span)
            ),
            None,
        )
        if denial is not None:
            yield word, denial.cue, denial.speaker
        elif word.base in statement.negated:
            cue = statement.negated[word.base]
            if _distance(cue, word.span) <= NEGATED:
                yield word, cue, speaker
        elif false is not None and word.span.end <= false.span.start:
            yield word, false.span, speaker


def _is_reported(statement: Statement, word: Word) -> bool:
    """Is something told as so, or claimed by somebody, be it that others deny it in the same sentence?"""
    if any(base in HINTING for base in statement.negated) or any(
        each.base in FALSITY and word.span.end <= each.span.start for each in statement.words
    ):
        return False
    over = [each for each in statement.attributions if each.content.contains(word.span)]
    if any(claims(each, word) for each in over):
        return True
    return statement.denies < DENIES_ITSELF and all(each.stance is not Stance.DENIED for each in over)


def _nearest(statement: Statement, deed: Word) -> list[Name]:
    """Those who are named nearest to a deed, the nearest first."""
    near = [name for name in statement.names if _distance(name.span, deed.span) <= NEARBY]
    found: dict[str, Name] = {}
    for name in sorted(near, key=lambda name: _distance(name.span, deed.span)):
        found.setdefault(name.key, name)
    return list(found.values())[:MOST_NAMED]


def _only_speaks(statement: Statement, name: Name, deed: Word) -> bool:
    """Does a name stand there for whoever speaks of the deed, or is wrongly blamed for it?"""
    if any(
        each.speaker_span is not None
        and each.speaker_span.overlaps(name.span)
        and each.content.contains(deed.span)
        for each in statement.attributions
    ):
        return True
    between = Span(deed.span.end, max(deed.span.end, name.span.start))
    return any(word.base in BLAMING and between.contains(word.span) for word in statement.words)
