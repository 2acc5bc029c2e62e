"""Denials of dealings that the other statement reports: "no relationship with X" beside "ties to X".

What is denied and what is reported seldom share the word, and the sentences around them speak of much else.
So nouns and verbs for one sort of dealing are taken together, and the two statements have to name somebody
or something in common, or what stands for it (the Kremlin for Russia).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from readerapp.contradictions.statements import Statement, Word
from readerapp.contradictions.vocabulary import FALSITY
from readerapp.language.names import Name, same_name, stands_for
from readerapp.language.report_verbs import Stance
from readerapp.language.tokens import word_set
from readerapp.model import Span

SORTS = (
    word_set("relationship relation tie link contact association dealing"),
    word_set("interference interfere involvement involve meddle meddling hack hacking tamper"),
    word_set("collusion collude conspire conspiracy coordinate coordination"),
)
"""Words for one sort of dealing, as base forms."""

HINTING = word_set(
    "allegation claim accusation suspicion speculation rumor rumour evidence potential possible alleged "
    "suspected probe investigation inquiry investigate allege accuse reveal report intelligence try attempt"
)
"""Words that tell that a dealing is alleged or looked into."""


class DeniedRelation(NamedTuple):
    """A denial of a dealing, and the word of the other statement for the same sort of dealing."""

    cue: Word
    """What is denied."""
    denial: Span
    """Where the denying words stand."""
    reported: Word
    """The word for the dealing in the other statement."""
    name: Name
    """Whom the other statement names in common."""


def denied_relation(denier: Statement, claimer: Statement) -> DeniedRelation | None:
    """A dealing that one statement denies and the other reports.

    Args:
        denier: the statement that may deny.
        claimer: another statement.
    """
    if not denier.attributions or not may_report(claimer):
        return None
    for word, denial in _denied_words(denier):
        sort = next((words for words in SORTS if word.base in words), frozenset[str]())
        for other in claimer.words:
            if other.base in sort and other.base not in claimer.negated and not _is_denied(claimer, other):
                name = _common(denier, claimer)
                if name is not None:
                    return DeniedRelation(word, denial, other, name)
    return None


def may_report(statement: Statement) -> bool:
    """Does the statement tell that some dealing is alleged or looked into?"""
    is_hinted = bool(statement.bases & HINTING) or Stance.ALLEGED in statement.stances
    return is_hinted and not statement.is_question and any(statement.bases & words for words in SORTS)


def _denied_words(statement: Statement) -> Iterator[tuple[Word, Span]]:
    """The words that somebody says are not so, each with the words that say it."""
    false = next((word for word in statement.words if word.base in FALSITY), None)
    denial = next((each.cue for each in statement.attributions if each.stance is Stance.DENIED), None)
    for word in statement.words:
        if word.base in statement.negated:
            yield word, statement.negated[word.base]
        elif denial is not None and _is_denied(statement, word):
            yield word, denial
        elif false is not None and word.span.end <= false.span.start:
            yield word, false.span


def _is_denied(statement: Statement, word: Word) -> bool:
    return any(
        each.stance is Stance.DENIED and each.content.contains(word.span) for each in statement.attributions
    )


def _common(denier: Statement, claimer: Statement) -> Name | None:
    """A name of the claim that the denial has too, be it as its speaker."""
    for name in claimer.names:
        for other in denier.names:
            if same_name(name.key, other.key) or stands_for(name.key, other.key):
                return name
    return None
