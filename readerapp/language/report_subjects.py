"""Who is the subject of a report verb, by what stands before it and where names are explained."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from readerapp.language.english_words import (
    ADVERBS,
    AGENTS,
    DETERMINERS,
    NOT_NAMES,
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
    is_verb_like,
    lower_at,
    phrase_before,
    phrase_from,
)

LONGEST_INSERTION = 40
"""Pieces between a subject and its verb."""

OPENINGS = word_set("but and so yet")


def before_times(pieces: Sequence[Piece], place: int) -> int:
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


def can_speak(pieces: Sequence[Piece], begin: int, end: int, *, third_person: bool) -> bool:
    """Is a noun phrase likely the subject of the verb after it?"""
    if begin == 0 or pieces[begin].lower in DETERMINERS:
        return True
    phrase = pieces[begin:end]
    return (
        any(
            piece.is_name or piece.lower in AGENTS or (piece.lower.endswith("s") and not third_person)
            for piece in phrase
        )
        or pieces[begin - 1].kind != WORD
    )


def before_insertion(pieces: Sequence[Piece], end: int) -> tuple[int, tuple[int, int]] | None:
    """Where the clause begins, and the subject, before an insertion that ends at the verb."""
    close = end - 1
    commas = [close]
    first = 0
    quoted = False
    for index in range(close - 1, max(-1, close - LONGEST_INSERTION), -1):
        piece = pieces[index]
        if piece.kind == QUOTATION or (piece.kind == MARK and piece.written in ";:"):
            first = index + 1
            quoted = piece.kind == QUOTATION
            break
        if piece.kind == MARK and piece.written in (",", "—", "–", "--", "("):
            commas.append(index)
    else:
        if close >= LONGEST_INSERTION:
            return None
    edges = [first - 1, *reversed(commas)]
    segments = [(left + 1, right) for left, right in pairwise(edges)]
    for number, (left, right) in enumerate(segments):
        while left < right and (pieces[left].lower in OPENINGS or pieces[left].lower in ADVERBS):
            left += 1
        if left >= right or not _is_phrase(pieces, left, right):
            continue
        following = segments[number + 1] if number + 1 < len(segments) else None
        if (
            following is not None
            and not pieces[right - 1].is_name
            and 1 < following[1] - following[0] < 6
            and all(piece.is_name for piece in pieces[following[0] : following[1]])
        ):
            return left, following
        if following is None and not quoted:
            return None
        return left, (left, right)
    return None


def _is_phrase(pieces: Sequence[Piece], left: int, right: int) -> bool:
    if pieces[left].lower in SUBJECT_PRONOUNS:
        return right == left + 1
    if right - left > 14 or any(is_verb_like(piece) for piece in pieces[left:right]):
        return False
    if pieces[left].lower.endswith("ing") and len(pieces[left].lower) > 5:
        return False
    return (
        pieces[left].is_name
        or pieces[left].lower in DETERMINERS
        or phrase_before(pieces, right, left) == left
    )


def named_in_apposition(pieces: Sequence[Piece], subject: tuple[int, int]) -> tuple[int, int]:
    """The name that follows "a spokesman," where one does, else the phrase itself."""
    end = subject[1]
    if end == subject[0] or pieces[end - 1].is_name or lower_at(pieces, end) != ",":
        return subject
    after = end + 1
    while after < min(len(pieces), end + 6) and pieces[after].is_name:
        after += 1
    closed = after >= len(pieces) or pieces[after].written in (",", ".")
    return (end + 1, after) if after - end > 2 and closed else subject


def _past_name(pieces: Sequence[Piece], place: int, after: int) -> int:
    """Where a phrase that begins with a name ends, if what follows the name may be a verb."""
    name = place
    while name < after and pieces[name].is_name:
        name += 1
    if name in (place, after):
        return after
    rest = pieces[name:after]
    nominal = any(piece.is_name or piece.possessive or piece.lower in AGENTS for piece in rest)
    return after if nominal or rest[0].lower.endswith("s") else name


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
            participle = opening.lower.endswith("ing") and opening.written[0].isupper()
            spent = any(piece.lower.rstrip("s") in TIME_NOUNS for piece in pieces[place:after])
            if after > place and not participle and not spent:
                return named_in_apposition(pieces, (place, min(_past_name(pieces, place, after), end)))
        while place < end and pieces[place].written != ",":
            place += 1
        place += 1
    return None
