"""The clauses of a sentence that report speech: "said the mayor", "two officials denied".

Found by verb and noun from the table of report verbs, by what stands before and after them. The cases:
a subject before its verb ("the mayor said"), with an insertion between ("the mayor, a lawyer, said"), after
it ("said the mayor"), one shared with an earlier clause ("he said ..., adding ..."), a relative one ("which
the mayor denied"), the passive ("was accused of ... by the mayor"), and sources without a verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from readerapp.language.english_words import (
    ADVERBS,
    AGENTS,
    AUXILIARIES,
    BE,
    COMMA_LIKE,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    NOT_NAMES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_NOUNS,
    TIMES,
    word_set,
)
from readerapp.language.report_phrases import (
    MARK,
    QUOTATION,
    WORD,
    Piece,
    is_adverb,
    is_verb_like,
    phrase_before,
    phrase_from,
)
from readerapp.language.report_verbs import (
    CLAIM_NOUNS,
    HEARSAY,
    Form,
    Frame,
    ReportVerb,
    Stance,
    report_verbs,
)

LONGEST_INSERTION = 40
"""Pieces between a subject and its verb."""

RELATIVE = word_set(
    """
    which something that claim claims allegation allegations charge charges accusation
    """
) | {
    "accusations",
    "assertion",
    "suggestion",
    "characterization",
    "characterisation",
}
MODALS = word_set("can could should may might must would")
GOING_ON = word_set(
    """
    on continue continued continues quick rushed moved sought wanted wants appeared seemed
    """
)
DECLINING = word_set("declined refused declines refuses unable")
NOUN_MODIFIERS = word_set(
    """
    false baseless such previous new earlier similar media news press widespread unconfirmed
    conflicting recent unsubstantiated unfounded public repeated wild serious no
    """
)


class Report(NamedTuple):
    """A clause that reports, by the indices of its pieces."""

    start: int
    """The first piece of the clause."""
    cue: int
    """The first piece of the words that report."""
    end: int
    """The piece after them, or after the subject that follows them."""
    cue_end: int
    """The piece after the words that report."""
    subject: tuple[int, int] | None
    """First piece of who speaks, and the one after the last."""
    stance: Stance
    """How the speaker stands to it."""
    frame: Frame
    """What follows."""
    inverted: bool = False
    """Does who speaks follow the verb?"""
    relative: bool = False
    """Does the clause hang on what is said: "which he denied"?"""
    passive: bool = False
    """Is the verb passive? The subject is then what the verb's own subject is."""
    source: bool = False
    """Is it "according to"?"""


def reports_in(pieces: Sequence[Piece]) -> list[Report]:
    """The clauses that report speech, in order.

    Args:
        pieces: of a sentence.
    """
    verbs = report_verbs()
    found: list[Report] = []
    for place, piece in enumerate(pieces):
        if piece.kind != WORD:
            continue
        verb = verbs.get(piece.lower)
        report: Report | None = None
        if verb is not None:
            report = _of_verb(pieces, place, verb, found)
        elif piece.lower == "according" and _lower(pieces, place + 1) == "to":
            end = phrase_from(pieces, place + 2)
            if end > place + 2:
                report = Report(
                    place, place, end, place + 2, (place + 2, end), Stance.SAID, Frame.CLAUSE, source=True
                )
        if report is None and piece.lower in CLAIM_NOUNS:
            report = _of_noun(pieces, place)
        if report is not None and (not found or report.cue >= found[-1].cue_end):
            found.append(report)
    return found


def _lower(pieces: Sequence[Piece], place: int) -> str:
    return pieces[place].lower if 0 <= place < len(pieces) else ""


def _of_verb(
    pieces: Sequence[Piece], place: int, verb: ReportVerb, earlier: Sequence[Report]
) -> Report | None:
    """The clause around a verb, or None where the word reports nothing."""
    cue_end = place + 1
    if pieces[place].lower.startswith("point"):
        if _lower(pieces, place + 1) != "out":
            return None
        cue_end += 1
    if verb.also_noun and _is_noun(pieces, place):
        return None
    if pieces[place].lower == "saying" and _lower(pieces, place - 1) == "as" and place > 1:
        place -= 2  # "was quoted as saying"
        if pieces[place].lower != "quoted":
            return None
        verb = verb._replace(form=Form.PAST)
        group, marks = _verb_group(pieces, place)
        return _with_subject(pieces, place, group, cue_end, verb, verb.stance)
    if verb.form is Form.GERUND:
        return _of_gerund(pieces, place, cue_end, verb, earlier)
    if _lower(pieces, place - 1) == "to":
        return _of_infinitive(pieces, place, cue_end, verb, earlier)
    group, marks = _verb_group(pieces, place)
    stance = verb.stance
    if marks & NEGATIONS or any(mark.endswith(("n't", "cannot")) for mark in marks):
        stance = Stance.DOUBTED
    elif marks & MODALS:
        return None
    elif marks & HEARSAY.keys():
        stance = HEARSAY[min(marks & HEARSAY.keys())]
    if verb.form is Form.PAST and marks & BE:
        return _passive(pieces, place, group, cue_end, verb, stance)
    if group == place and _lower(pieces, place - 1) in DETERMINERS:
        return None
    inverted = _inverted(pieces, place, cue_end, group, verb, stance)
    return (
        inverted
        or _with_subject(pieces, place, group, cue_end, verb, stance)
        or _shared(pieces, place, group, cue_end, verb, stance, earlier)
    )


def _verb_group(pieces: Sequence[Piece], place: int) -> tuple[int, set[str]]:
    """Where auxiliaries and adverbs before a verb begin, and which they are."""
    group = place
    marks: set[str] = set()
    while group > 0 and place - group < 6:
        before = pieces[group - 1]
        if before.lower in AUXILIARIES or is_adverb(before) or before.lower in HEARSAY:
            if before.lower not in AUXILIARIES and pieces[group - 1].written[0].isupper():
                break
            marks.add(before.lower)
            group -= 1
        else:
            break
    return group, marks


def _is_noun(pieces: Sequence[Piece], place: int) -> bool:
    """Is a word that may be verb or noun a noun here?"""
    if place == 0:
        return True
    before, after = pieces[place - 1], _lower(pieces, place + 1)
    if before.kind != WORD:
        return before.kind != QUOTATION and not (
            after and before.written in COMMA_LIKE and after not in PREPOSITIONS
        )
    if before.lower in AUXILIARIES or before.lower in SUBJECT_PRONOUNS or is_adverb(before):
        return before.lower in BE
    if before.lower in NOT_NAMES or before.possessive or before.lower in NOUN_MODIFIERS:
        return True
    if (
        before.lower in report_verbs()
        or after in PREPOSITIONS
        or after in BE
        or after in AUXILIARIES
        or after == "and"
    ):
        return True
    if (
        not pieces[place].lower.endswith("s")
        and not before.lower.endswith("s")
        and before.lower not in AGENTS
    ):
        return True
    return place + 1 >= len(pieces) or pieces[place + 1].written == "."


def _before_times(pieces: Sequence[Piece], place: int) -> int:
    """The index after a subject, past "on Friday" or "this week" that stands before the verb."""
    for _ in range(2):
        if place > 1 and pieces[place - 1].lower in TIMES:
            place -= 1
            if pieces[place - 1].lower in ("on", "in", "last", "this"):
                place -= 1
        elif (
            place > 2
            and pieces[place - 1].lower in TIME_NOUNS
            and pieces[place - 2].lower in ("this", "last", "that")
        ):
            place -= 2
        else:
            break
    return place


def _with_subject(
    pieces: Sequence[Piece], place: int, group: int, cue_end: int, verb: ReportVerb, stance: Stance
) -> Report | None:
    """The clause of a verb that follows its subject."""
    end = _before_times(pieces, group)
    if end == 0:
        return None
    before = pieces[end - 1]
    subject: tuple[int, int] | None = None
    start = end
    if before.lower in ("who", "which", "that") and end > 1:
        antecedent = end - 2 if pieces[end - 2].written == "," else end - 1
        begin = phrase_before(pieces, antecedent)
        if begin is None:
            return None
        subject, start = (begin, antecedent), begin
    elif before.lower in SUBJECT_PRONOUNS:
        subject, start = (end - 1, end), end - 1
    elif before.kind == WORD:
        begin = phrase_before(pieces, end)
        if begin is None or not _can_speak(pieces, begin, end, verb):
            return None
        subject, start = (begin, end), begin
    elif before.written in COMMA_LIKE or before.written == ")":
        subject = _before_insertion(pieces, end)
        if subject is None:
            return None
        start = subject[0]
    else:
        return None
    relative = _lower(pieces, start - 1) in RELATIVE and start > 1
    while (
        relative
        and start > 0
        and pieces[start - 1].kind == WORD
        and _lower(pieces, start - 1) in (RELATIVE | DETERMINERS)
    ):
        start -= 1
    if (
        not relative
        and start
        and pieces[start - 1].lower in ("as", "but", "and", "while", "though", "although")
    ):
        start -= 1
    return Report(start, place, cue_end, cue_end, subject, stance, verb.frame, relative=relative)


def _can_speak(pieces: Sequence[Piece], begin: int, end: int, verb: ReportVerb) -> bool:
    """Is a noun phrase likely the subject of the verb after it?"""
    if begin == 0 or pieces[begin].lower in DETERMINERS:
        return True
    phrase = pieces[begin:end]
    return (
        any(
            piece.is_name
            or piece.lower in AGENTS
            or (piece.lower.endswith("s") and verb.form is not Form.THIRD)
            for piece in phrase
        )
        or pieces[begin - 1].kind != WORD
    )


def _before_insertion(pieces: Sequence[Piece], end: int) -> tuple[int, int] | None:
    """The subject before a part between commas that stands directly before the verb."""
    close = end - 1
    commas = [close]
    first = 0
    for index in range(close - 1, max(-1, close - LONGEST_INSERTION), -1):
        piece = pieces[index]
        if piece.kind == QUOTATION or (piece.kind == MARK and piece.written in ";:"):
            first = index + 1
            break
        if piece.kind == MARK and piece.written in (",", "—", "–", "--", "("):
            commas.append(index)
    else:
        if close >= LONGEST_INSERTION:
            return None
    edges = [first - 1, *reversed(commas)]
    segments = [(left + 1, right) for left, right in pairwise(edges)]
    for number, (left, right) in enumerate(segments):
        while left < right and (pieces[left].lower in CONJUNCTIONS or pieces[left].lower in ADVERBS):
            left += 1
        if left >= right or not _is_phrase(pieces, left, right):
            continue
        following = segments[number + 1] if number + 1 < len(segments) else None
        if (
            following is not None
            and pieces[left].lower in DETERMINERS
            and 1 < following[1] - following[0] < 5
            and all(piece.is_name for piece in pieces[following[0] : following[1]])
        ):
            return following
        if following is None:
            return None
        return left, right
    return None


def _is_phrase(pieces: Sequence[Piece], left: int, right: int) -> bool:
    if pieces[left].lower in SUBJECT_PRONOUNS:
        return right == left + 1
    if right - left > 14 or any(is_verb_like(piece) for piece in pieces[left:right]):
        return False
    return (
        pieces[left].is_name
        or pieces[left].lower in DETERMINERS
        or phrase_before(pieces, right, left) == left
    )


def _inverted(
    pieces: Sequence[Piece], place: int, cue_end: int, group: int, verb: ReportVerb, stance: Stance
) -> Report | None:
    """The clause of a verb before its subject: "said the mayor"."""
    if group != place or verb.frame is Frame.OBJECT or verb.frame is Frame.ACCUSATION:
        return None
    before = pieces[place - 1] if place else None
    if before is not None and before.kind != QUOTATION and before.written not in COMMA_LIKE:
        return None
    pronoun = _lower(pieces, cue_end) in ("he", "she", "they")
    end = cue_end + 1 if pronoun else phrase_from(pieces, cue_end)
    if end == cue_end:
        return None
    if before is None or before.kind != QUOTATION:
        following = pieces[end] if end < len(pieces) else None
        closed = following is None or following.kind == MARK or following.lower in TIMES
        closed = closed or (following is not None and following.lower in PREPOSITIONS)
        if not closed or (before is not None and not any(is_verb_like(piece) for piece in pieces[:place])):
            return None
        ends = following is None or following.written == "." or following.lower in PREPOSITIONS
        if not ends and before is not None and _before_insertion(pieces, place) is not None:
            return None
    return Report(place, place, end, cue_end, (cue_end, end), stance, verb.frame, inverted=True)


def _shared(
    pieces: Sequence[Piece],
    place: int,
    group: int,
    cue_end: int,
    verb: ReportVerb,
    stance: Stance,
    earlier: Sequence[Report],
) -> Report | None:
    """The clause of a verb that shares its subject with an earlier one: "said ... and denied"."""
    if (
        _lower(pieces, group - 1) not in ("and", "but", "then", "or", ",")
        and pieces[group - 1].kind != QUOTATION
    ):
        return None
    if verb.form is Form.BASE:
        return None
    subject = next((report.subject for report in reversed(earlier) if not report.source), None)
    if subject is None:
        subject = main_subject(pieces, group)
    if subject is None:
        return None
    start = group - 1 if pieces[group - 1].kind == WORD else group
    return Report(start, place, cue_end, cue_end, subject, stance, verb.frame)


def _of_gerund(
    pieces: Sequence[Piece], place: int, cue_end: int, verb: ReportVerb, earlier: Sequence[Report]
) -> Report | None:
    """The clause of "saying", "adding", "denying"."""
    before = pieces[place - 1] if place else None
    subject: tuple[int, int] | None
    start = place
    if before is not None and before.lower in BE:
        group, _ = _verb_group(pieces, place)
        return _with_subject(pieces, place, group, cue_end, verb, verb.stance)
    if (
        before is None
        or before.kind == QUOTATION
        or before.written in COMMA_LIKE
        or before.lower in ("and", "while", "by", "before", "after", "in", "without")
        or is_adverb(before)
    ):
        if before is not None and before.lower == "without":
            return None
        if before is not None and before.kind == WORD:
            start = place - 1
        subject = next((report.subject for report in reversed(earlier) if not report.source), None)
        if subject is None:
            subject = main_subject(pieces, len(pieces) if before is None else place)
    elif before.kind == WORD and before.lower not in NOT_NAMES:
        begin = phrase_before(pieces, place)
        if begin is None or verb.frame is Frame.QUOTATION:
            return None
        subject, start = (begin, place), begin
        if (
            earlier
            and earlier[-1].subject is not None
            and begin >= earlier[-1].cue_end
            and verb.stance is Stance.SAID
        ):
            subject = earlier[-1].subject
    else:
        return None
    return Report(start, place, cue_end, cue_end, subject, verb.stance, verb.frame)


def _of_infinitive(
    pieces: Sequence[Piece], place: int, cue_end: int, verb: ReportVerb, earlier: Sequence[Report]
) -> Report | None:
    """The clause of "went on to say" and "declined to say"."""
    before = _lower(pieces, place - 2)
    if before not in GOING_ON and before not in DECLINING:
        return None
    subject = main_subject(pieces, place - 2)
    if before != "on" and place > 2:
        begin = phrase_before(pieces, place - 2)
        if pieces[place - 3].lower in SUBJECT_PRONOUNS:
            subject = (place - 3, place - 2)
        elif begin is not None:
            subject = (begin, place - 2)
    stance = Stance.DOUBTED if before in DECLINING else verb.stance
    if subject is None:
        return None
    return Report(subject[0], place, cue_end, cue_end, subject, stance, verb.frame)


def _passive(
    pieces: Sequence[Piece], place: int, group: int, cue_end: int, verb: ReportVerb, stance: Stance
) -> Report | None:
    """The clause of a passive verb; who speaks follows "by", if anybody is named."""
    end = _before_times(pieces, group)
    begin = phrase_before(pieces, end) if end and pieces[end - 1].lower not in SUBJECT_PRONOUNS else end - 1
    if begin is None or begin < 0:
        return None
    speaker: tuple[int, int] | None = None
    report_end = cue_end
    for index in range(cue_end, min(len(pieces), cue_end + LONGEST_INSERTION)):
        if (
            pieces[index].lower in report_verbs()
            or pieces[index].kind == QUOTATION
            or pieces[index].written in ";:"
        ):
            break
        if pieces[index].lower == "by":
            after = phrase_from(pieces, index + 1)
            candidate = pieces[index + 1 : after]
            if candidate and (
                index == cue_end or candidate[0].is_name or _lower(candidate, -1 % len(candidate)) in AGENTS
            ):
                speaker = (index + 1, after)
                report_end = after if index == cue_end else cue_end
                break
    return Report(begin, place, report_end, cue_end, speaker, stance, verb.frame, passive=True)


def _of_noun(pieces: Sequence[Piece], place: int) -> Report | None:
    """The clause of a noun that names what was said: "the mayor's claim that"."""
    after = _lower(pieces, place + 1)
    stance = CLAIM_NOUNS[pieces[place].lower]
    spoken = after == "that" or (after in ("whether", "about", "over") and stance is Stance.DOUBTED)
    if not spoken and not (after == "of" and stance in (Stance.ALLEGED, Stance.DENIED)):
        return None
    if after == "of" and pieces[place].lower.startswith(("report", "charge", "notion", "suggestion")):
        return None
    subject: tuple[int, int] | None = None
    before = place
    while before > 0 and place - before < 4 and pieces[before - 1].kind == WORD:
        before -= 1
        if pieces[before].possessive:
            begin = phrase_before(pieces, before + 1)
            subject = None if begin is None else (begin, before + 1)
            break
        if pieces[before].lower in NOT_NAMES:
            break
    return Report(place, place, place + 1, place + 1, subject, stance, Frame.CLAUSE)


def main_subject(pieces: Sequence[Piece], end: int) -> tuple[int, int] | None:
    """The subject of the sentence's first clause, where it is plain to see.

    Args:
        pieces: of a sentence.
        end: the subject ends before this index.
    """
    place = 0
    end = min(end, LONGEST_INSERTION)
    while place < end:
        while place < end and (
            pieces[place].kind == MARK
            or pieces[place].lower in ("but", "and", "so", "yet")
            or pieces[place].lower in ADVERBS
        ):
            place += 1
        if place >= end or pieces[place].kind == QUOTATION:
            return None
        if pieces[place].lower in SUBJECT_PRONOUNS:
            return place, place + 1
        opening = pieces[place]
        if opening.lower not in NOT_NAMES or opening.lower in DETERMINERS:
            after = phrase_from(pieces, place)
            if after > place and not (opening.lower.endswith("ing") and opening.written[0].isupper()):
                return place, min(after, end)
        while place < end and pieces[place].written != ",":
            place += 1
        place += 1
    return None
