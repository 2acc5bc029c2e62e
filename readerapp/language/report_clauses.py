"""The clauses of a sentence that report speech: "said the mayor", "two officials denied".

Found by verb and noun from the table of report verbs, by what stands before and after them. The cases:
a subject before its verb ("the mayor said"), with an insertion between ("the mayor, a lawyer, said"), after
it ("said the mayor"), one shared with an earlier clause ("he said ..., adding ..."), a relative one ("which
the mayor denied"), the passive ("was accused of ... by the mayor"), and sources without a verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from readerapp.language.english_words import (
    AGENTS,
    AUXILIARIES,
    BE,
    COMMA_LIKE,
    DETERMINERS,
    NEGATIONS,
    NOT_NAMES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
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
    lower_at,
    phrase_before,
    phrase_from,
)
from readerapp.language.report_subjects import (
    LONGEST_INSERTION,
    before_insertion,
    before_times,
    can_speak,
    main_subject,
    named_in_apposition,
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
DOCUMENTS = word_set(
    "statement letter report email e-mail message release post memo note tweet petition lawsuit"
)
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
    shared: bool = False
    """Is the subject that of an earlier clause: "adding", "and denied"?"""


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
        elif piece.lower == "according" and lower_at(pieces, place + 1) == "to":
            end = phrase_from(pieces, place + 2)
            if end > place + 2:
                report = Report(
                    place, place, end, place + 2, (place + 2, end), Stance.SAID, Frame.CLAUSE, source=True
                )
        if report is None and piece.lower in CLAIM_NOUNS:
            report = _of_noun(pieces, place, found)
        if report is not None and (not found or report.cue >= found[-1].cue_end):
            found.append(report)
    return found


def _of_verb(
    pieces: Sequence[Piece], place: int, verb: ReportVerb, earlier: Sequence[Report]
) -> Report | None:
    """The clause around a verb, or None where the word reports nothing."""
    cue_end = place + 1
    if pieces[place].lower.startswith("point"):
        if lower_at(pieces, place + 1) != "out":
            return None
        cue_end += 1
    if verb.also_noun and (pieces[place].written[0].isupper() or _is_noun(pieces, place)):
        return None
    if pieces[place].lower == "saying" and lower_at(pieces, place - 1) == "as" and place > 1:
        place -= 2  # "was quoted as saying"
        if pieces[place].lower != "quoted":
            return None
        verb = verb._replace(form=Form.PAST)
        group, marks = _verb_group(pieces, place)
        return _with_subject(pieces, place, group, cue_end, verb, verb.stance)
    if verb.form is Form.GERUND:
        return _of_gerund(pieces, place, cue_end, verb, earlier)
    if lower_at(pieces, place - 1) == "to":
        return _of_infinitive(pieces, place, cue_end, verb, earlier)
    group, marks = _verb_group(pieces, place)
    stance = verb.stance
    if marks & NEGATIONS or any(mark.endswith(("n't", "cannot")) for mark in marks):
        if marks & BE:
            return None
        stance = Stance.DOUBTED
    elif marks & MODALS:
        return None
    elif marks & HEARSAY.keys():
        stance = HEARSAY[min(marks & HEARSAY.keys())]
    if verb.form is Form.PAST and marks & BE:
        return _passive(pieces, place, group, cue_end, verb, stance)
    if group == place and lower_at(pieces, place - 1) in DETERMINERS:
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
    before, after = pieces[place - 1], lower_at(pieces, place + 1)
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
        or after in ("and", "or")
    ):
        return True
    if (
        not pieces[place].lower.endswith("s")
        and not before.lower.endswith("s")
        and before.lower not in AGENTS
    ):
        return True
    if place + 1 < len(pieces) and pieces[place + 1].kind != MARK:
        return False
    begin = phrase_before(pieces, place)
    return not begin or pieces[begin - 1].kind != QUOTATION


def _with_subject(
    pieces: Sequence[Piece], place: int, group: int, cue_end: int, verb: ReportVerb, stance: Stance
) -> Report | None:
    """The clause of a verb that follows its subject."""
    end = before_times(pieces, group)
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
        if begin is None or not can_speak(pieces, begin, end, third_person=verb.form is Form.THIRD):
            return None
        relative_noun = [index for index in range(begin, end - 1) if pieces[index].lower in RELATIVE]
        if relative_noun:
            begin = relative_noun[-1] + 1
        subject, start = (begin, end), begin
    elif before.written in COMMA_LIKE or before.written == ")":
        inserted = before_insertion(pieces, end)
        if inserted is None or verb.frame is Frame.QUOTATION:
            return None
        start, subject = inserted
    else:
        return None
    relative = lower_at(pieces, start - 1) in RELATIVE and start > 1
    while (
        relative
        and start > 0
        and pieces[start - 1].kind == WORD
        and lower_at(pieces, start - 1) in (RELATIVE | DETERMINERS)
    ):
        start -= 1
    if (
        not relative
        and start
        and pieces[start - 1].lower in ("as", "but", "and", "while", "though", "although")
    ):
        start -= 1
    return Report(start, place, cue_end, cue_end, subject, stance, verb.frame, relative=relative)


def _inverted(
    pieces: Sequence[Piece], place: int, cue_end: int, group: int, verb: ReportVerb, stance: Stance
) -> Report | None:
    """The clause of a verb before its subject: "said the mayor"."""
    if group != place or verb.frame is Frame.OBJECT or verb.frame is Frame.ACCUSATION:
        return None
    before = pieces[place - 1] if place else None
    if before is not None and before.written == "," and place > 1 and pieces[place - 2].kind == QUOTATION:
        before = pieces[place - 2]
    if before is not None and before.kind != QUOTATION and before.written not in COMMA_LIKE:
        return None
    if lower_at(pieces, cue_end) == "that":
        return None
    pronoun = lower_at(pieces, cue_end) in ("he", "she", "they")
    end = cue_end + 1 if pronoun else phrase_from(pieces, cue_end)
    if end == cue_end:
        return None
    if before is None or before.kind != QUOTATION:
        following = pieces[end] if end < len(pieces) else None
        closed = following is None or following.kind == MARK or following.lower in TIMES
        closed = closed or (following is not None and following.lower in PREPOSITIONS)
        if not closed or (
            before is not None
            and not any(is_verb_like(piece) for piece in pieces[max(0, place - LONGEST_INSERTION) : place])
        ):
            return None
        ends = following is None or following.written == "." or following.lower in PREPOSITIONS
        if not ends and before is not None and before_insertion(pieces, place) is not None:
            return None
    subject = (cue_end, end)
    named = named_in_apposition(pieces, subject)
    return Report(place, place, max(end, named[1]), cue_end, named, stance, verb.frame, inverted=True)


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
        lower_at(pieces, group - 1) not in ("and", "but", "then", "or", ",")
        and pieces[group - 1].kind != QUOTATION
    ):
        return None
    if verb.form is Form.BASE or (verb.frame is Frame.QUOTATION and lower_at(pieces, group - 1) == ","):
        return None
    subject = next((report.subject for report in reversed(earlier) if not report.source), None)
    if subject is None:
        subject = main_subject(pieces, group)
    if subject is None:
        return None
    start = group - 1 if pieces[group - 1].kind == WORD else group
    return Report(start, place, cue_end, cue_end, subject, stance, verb.frame, shared=True)


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
        if begin and pieces[place - 1].lower in DOCUMENTS:
            subject = main_subject(pieces, begin) or subject
        if (
            earlier
            and earlier[-1].subject is not None
            and begin >= earlier[-1].cue_end
            and verb.stance is Stance.SAID
        ):
            subject = earlier[-1].subject
    else:
        return None
    return Report(start, place, cue_end, cue_end, subject, verb.stance, verb.frame, shared=True)


def _of_infinitive(
    pieces: Sequence[Piece], place: int, cue_end: int, verb: ReportVerb, earlier: Sequence[Report]
) -> Report | None:
    """The clause of "went on to say" and "declined to say"."""
    before = lower_at(pieces, place - 2)
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
    end = before_times(pieces, group)
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
                index == cue_end or candidate[0].is_name or lower_at(candidate, -1 % len(candidate)) in AGENTS
            ):
                speaker = (index + 1, after)
                report_end = after if index == cue_end else cue_end
                break
    return Report(begin, place, report_end, cue_end, speaker, stance, verb.frame, passive=True)


def _of_noun(pieces: Sequence[Piece], place: int, found: Sequence[Report]) -> Report | None:
    """The clause of a noun that names what was said: "the mayor's claim that"."""
    after = lower_at(pieces, place + 1)
    stance = CLAIM_NOUNS[pieces[place].lower]
    spoken = after == "that" or (after in ("whether", "about", "over") and stance is Stance.DOUBTED)
    if not spoken and not (after == "of" and stance in (Stance.ALLEGED, Stance.DENIED)):
        return None
    if found and found[-1].frame is Frame.OBJECT and place - found[-1].cue_end < 6:
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
