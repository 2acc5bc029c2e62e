"""Words, marks and whole quotations of a sentence in their order, and the noun phrases among them.

There is no tagger: the small words of English (articles, prepositions, auxiliaries, pronouns) say where a
noun phrase begins and ends. A quotation counts as one piece, so that what is said inside it never takes part
in the grammar around it. Every search looks at a bounded number of pieces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readerapp.language.english_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    JOINING,
    NOT_NAMES,
    STANDING_ALONE,
    TIMES,
)
from readerapp.model import Span

LONGEST_PHRASE = 24
"""Pieces; a longer run without a mark is no noun phrase."""

PIECE = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Capt|Sgt|Rev|Prof|Sr|Jr|St|Hon|Amb|Adm|Maj|Cmdr|Pres)\.(?!\w)"
    r"|(?:[A-Z]\.){1,5}(?=[\s,])|(?:[A-Z]\.){2,5}|\d+(?:,\d{3})+(?:\.\d+)?|[^\W_]+(?:['’.\-‑][^\W_]+)*(?:['’](?=\s))?|--|\S"
)

WORD, MARK, QUOTATION = "word", "mark", "quotation"


class Piece(NamedTuple):
    """A word, a mark or a whole quotation."""

    kind: str
    """`WORD`, `MARK` or `QUOTATION`."""
    start: int
    """First code point in the text; of a quotation, without its mark."""
    end: int
    """The code point after the last."""
    written: str
    """As it stands; empty for a quotation."""
    lower: str
    """In lower case, with straight apostrophes."""

    @property
    def is_name(self) -> bool:
        """Does it begin like a name?"""
        return self.kind == WORD and self.written[0].isupper() and self.lower not in NOT_NAMES

    @property
    def possessive(self) -> bool:
        """Does it stand in the genitive?"""
        return self.lower.endswith(("'s", "s'"))


def pieces_of(text: str, span: Span, quotations: Sequence[Span]) -> list[Piece]:
    """The pieces of a stretch of text.

    Args:
        text: the whole text.
        span: the stretch.
        quotations: those within the stretch, in order, without their marks.
    """
    found: list[Piece] = []
    place = span.start
    for quotation in quotations:
        _add(found, text, place, quotation.start)
        if found and found[-1].kind == MARK and found[-1].end == quotation.start:
            found.pop()
        found.append(Piece(QUOTATION, quotation.start, quotation.end, "", ""))
        place = quotation.end + 1
    _add(found, text, place, span.end)
    return found


def _add(found: list[Piece], text: str, start: int, end: int) -> None:
    for match in PIECE.finditer(text, start, max(start, end)):
        written = match[0]
        kind = WORD if written[0].isalnum() else MARK
        found.append(Piece(kind, match.start(), match.end(), written, written.lower().replace("’", "'")))


def lower_at(pieces: Sequence[Piece], place: int) -> str:
    """The piece with that index in lower case; empty outside the sentence."""
    return pieces[place].lower if 0 <= place < len(pieces) else ""


def is_verb_like(piece: Piece) -> bool:
    """May this word be the verb of a clause?"""
    return piece.lower in AUXILIARIES or (
        piece.kind == WORD
        and piece.written[0].islower()
        and piece.lower.endswith("ed")
        and len(piece.lower) > 4
    )


def is_adverb(piece: Piece) -> bool:
    """May this word stand between a subject and its verb?"""
    return piece.kind == WORD and (
        piece.lower in ADVERBS
        or piece.lower == "reportedly"
        or (piece.lower.endswith("ly") and piece.written[0].islower() and len(piece.lower) > 4)
    )


def phrase_before(pieces: Sequence[Piece], end: int, first: int = 0) -> int | None:
    """Where the noun phrase begins that ends before the piece with index `end`, or None where there is none.

    Args:
        pieces: of a sentence.
        end: index of the piece after the phrase.
        first: the phrase does not reach before this index.
    """
    place = end - 1
    start: int | None = None
    first = max(first, end - LONGEST_PHRASE)
    while place >= first:
        piece = pieces[place]
        if piece.kind != WORD:
            if piece.written == ")" and start is None:
                opening = _opening_bracket(pieces, place, first)
                if opening is None:
                    return None
                place = opening - 1
                continue
            break
        if piece.lower in DETERMINERS and piece.lower != "that":
            start = place
            if place > first and pieces[place - 1].lower in JOINING and _noun_like(pieces, place - 2, first):
                place -= 2
                continue
            break
        if piece.lower in JOINING:
            if start == place + 1 and _noun_like(pieces, place - 1, first):
                place -= 1
                continue
            break
        if piece.lower == "and" and start is not None:
            left = phrase_before(pieces, place, first) if pieces[place + 1 : place + 2] else None
            if left is not None and (left == first or pieces[left - 1].kind != WORD) and place - left < 8:
                start = left
            break
        if piece.lower in NOT_NAMES or piece.lower in ("saying", "adding"):
            break
        if start is not None and is_verb_like(piece):
            break
        if start is not None and piece.lower in TIMES:
            break
        start = place
        place -= 1
    if start is None or (
        pieces[end - 1].lower in DETERMINERS and pieces[end - 1].lower not in STANDING_ALONE
    ):
        return None
    return start


def _opening_bracket(pieces: Sequence[Piece], place: int, first: int) -> int | None:
    for index in range(place - 1, max(first, place - 12) - 1, -1):
        if pieces[index].written == "(":
            return index
    return None


def _noun_like(pieces: Sequence[Piece], place: int, first: int) -> bool:
    if place < first:
        return False
    piece = pieces[place]
    return (
        piece.kind == WORD
        and piece.lower not in NOT_NAMES
        and not is_verb_like(piece)
        and piece.lower not in TIMES
    )


def phrase_from(pieces: Sequence[Piece], start: int) -> int:
    """The index after the noun phrase that begins at `start`; `start` itself where none begins there."""
    place = start
    last = min(len(pieces), start + LONGEST_PHRASE)
    while place < last:
        piece = pieces[place]
        if piece.kind != WORD:
            break
        if piece.lower in DETERMINERS:
            if place > start and pieces[place - 1].lower not in JOINING:
                break
        elif piece.lower in JOINING:
            following = pieces[place + 1] if place + 1 < last else None
            if place == start or following is None or following.kind != WORD or following.lower in TIMES:
                break
            if piece.lower in ("in", "on", "at", "to", "with") and not following.is_name:
                break
            if piece.lower in ("in", "on", "at", "to") and pieces[place - 1].is_name:
                break
        elif (
            piece.lower in NOT_NAMES
            or is_verb_like(piece)
            or is_adverb(piece)
            or (place > start and (piece.lower in TIMES or piece.lower.endswith("ing")))
        ):
            break
        place += 1
    while place > start and pieces[place - 1].lower in JOINING:
        place -= 1
    return place
