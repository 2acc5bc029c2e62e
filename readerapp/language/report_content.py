"""What a clause that reports has as its content: the clause after or before it, or a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readerapp.language.english_words import (
    COMMA_LIKE,
    CONJUNCTIONS,
    DETERMINERS,
    NOT_NAMES,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_NOUNS,
    TIMES,
    word_set,
)
from readerapp.language.report_clauses import Report
from readerapp.language.report_phrases import (
    MARK,
    QUOTATION,
    WORD,
    Piece,
    is_adverb,
    is_verb_like,
    phrase_from,
)
from readerapp.language.report_verbs import HEARSAY, OBJECTS_OF_DENIAL, Frame, Stance

SHORT_QUOTATION = 25
"""Code points up to which a quotation in mid-sentence may be a title or a word held up."""

FEW_WORDS = 18
"""Code points up to which a quotation in mid-sentence says nothing by itself."""

LONGEST_CONTENT = 250
"""Pieces; what goes on for longer is cut."""

MOST_REPORTS = 16
"""Reports of one sentence that are looked at for where another ends."""

LONGEST_ASIDE = 16
"""Pieces between a verb and the "that" or the quotation that it takes."""

OPEN = re.compile(
    r"\b(?:may|might|could have|perhaps|maybe|possibly|(?:un|not |n['’]t )(?:clear|sure|certain)|"
    r"(?:do|did|does)(?: not|n['’]?t) (?:yet )?know|"
    r"can(?:not|['’]?t) (?:say|confirm|rule out|possibly know))\b"
)
"""What holds a statement open, if it stands near its beginning. The month is capitalised."""

OPEN_WITHIN = 80
"""Code points."""

QUESTION_WORDS = word_set("whether if why how what when where who which about")
SUBORDINATING = word_set(
    """
    as while when after before because although though since until unless if
    """
)


OPENING_ASIDES = word_set("when while as after before by since")
"""What opens a clause before a comma that tells when or why it was said."""

SAYING_NOTHING = word_set("nothing little so")
TAKING_CLAUSES = word_set("saying told informed assured warned")
"""Passive verbs with a clause after them."""


class Said(NamedTuple):
    """A content by the indices of its pieces."""

    first: int
    """The first piece."""
    last: int
    """The last piece."""
    quotation: bool = False
    """Is it exactly a quotation?"""
    claim: bool = False
    """Does it stand for the claim made just before: "denied it"?"""


def held_open(content: str) -> bool:
    """Does a statement say of itself that it is not certain?"""
    return OPEN.search(content[:OPEN_WITHIN]) is not None and content.count(". ") == 0


class ContentOf:
    """The contents of the reports of one sentence."""

    def __init__(self, pieces: Sequence[Piece], reports: Sequence[Report]) -> None:
        """Keep what is looked at.

        Args:
            pieces: of the sentence.
            reports: the clauses in it that report, in order.
        """
        self.pieces = pieces
        self.reports = reports

    def of(self, number: int, used: set[int]) -> list[Said] | None:
        """What the report with that number has as its content, or None where it has none.

        Args:
            number: index of the report.
            used: indices of pieces that are content already.
        """
        report = self.reports[number]
        if report.source:
            return self._of_source(number)
        if report.frame is Frame.QUOTATION:
            return self._quotations_near(number, used)
        if self.pieces[report.end : report.end + 1] and self.pieces[report.end].lower in SAYING_NOTHING:
            return None
        if report.relative:
            after = self._after(number)
            if after is None or after == report.end:
                return self._claim_before(number)
        if report.passive:
            return self._of_passive(number)
        if report.frame is Frame.ACCUSATION:
            first = report.end
            return self._clause(number, first) if first < len(self.pieces) else None
        if report.inverted:
            said = self._before(number)
            following = report.end
            quoted = self.pieces[following + 1 : following + 2]
            if quoted and quoted[0].kind == QUOTATION and self.pieces[following].written in (",", ":"):
                return [*(said or []), Said(following + 1, following + 1, True)]
            return said
        after = self._after(number)
        if after is not None:
            said = self._clause(number, after)
            before = report.start - 1
            if said and before >= 0 and before not in used and self._stands(before) and not report.shared:
                return [Said(before, before, True), *said]
            if said:
                return said
        return self._before(number)

    def _stands(self, place: int) -> bool:
        """Is it a quotation that is a statement by itself, not a title or a word held up?"""
        piece = self.pieces[place]
        if piece.kind != QUOTATION:
            return False
        return place == 0 or self.pieces[place - 1].kind != WORD or piece.end - piece.start > SHORT_QUOTATION

    def _limit(self, number: int) -> int:
        """The index at which the content after a report ends: at the next clause that is none of it."""
        begin = self.reports[number].end
        for report in self.reports[number + 1 : number + MOST_REPORTS]:
            start = report.start
            if start <= begin:
                continue
            before = self.pieces[start - 1]
            own = self.pieces[start]
            if before.kind == QUOTATION or before.written in COMMA_LIKE or before.written == ";":
                return start
            if report.source or own.lower in ("and", "but", "while"):
                return start
            if report.relative:
                return start
            if report.inverted:
                return start
        return len(self.pieces)

    def _trimmed(self, first: int, end: int) -> Said | None:
        pieces = self.pieces
        while end > first and (
            (pieces[end - 1].kind == MARK and pieces[end - 1].written not in ")%]’'")
            or pieces[end - 1].lower in ("and", "but", "which", "while", "as")
        ):
            end -= 1
        while first < end and (pieces[first].kind == MARK and pieces[first].written not in "([$£€#@"):
            first += 1
        if first >= end:
            return None
        return Said(first, end - 1, end - first == 1 and pieces[first].kind == QUOTATION)

    def _clause(self, number: int, first: int) -> list[Said] | None:
        """The content that begins at an index."""
        report = self.reports[number]
        pieces = self.pieces
        end = min(self._limit(number), first + LONGEST_CONTENT)
        for index in range(first, end):
            if pieces[index].written == ";":
                end = index
                break
            if (
                report.stance is Stance.DENIED
                and pieces[index].lower == "as"
                and index > first
                and pieces[index - 1].lower not in ("such", "as", "well")
            ):
                end = index
                break
        if first < end and pieces[first].kind == QUOTATION:
            following = pieces[first + 1] if first + 1 < end else None
            if following is None or following.kind != WORD or following.written[0].isupper():
                return [Said(first, first, True)]
            if pieces[first].end - pieces[first].start > SHORT_QUOTATION and following.lower in (
                "and",
                "but",
                "in",
                "on",
                "after",
                "during",
                "at",
                "when",
                "as",
                "while",
            ):
                return [Said(first, first, True)]
        said = self._trimmed(first, end)
        return [said] if said is not None else None

    def _after(self, number: int) -> int | None:
        """The index at which the content after a report begins, or None where it has none there."""
        report = self.reports[number]
        pieces = self.pieces
        place = report.end
        limit = max(place, self._limit(number))
        if report.frame is Frame.OBJECT:
            return self._object(number, place, limit)
        place = self._past_adverbs(place, limit)
        if report.frame in (Frame.PERSON, Frame.QUESTION):
            hearer = self._past_hearer(place, limit)
            if hearer is None:
                return None
            place = self._past_adverbs(hearer, limit)
        for index in range(place, min(limit, place + LONGEST_ASIDE)):
            piece = pieces[index]
            if piece.lower == "that" and (index == place or pieces[place].lower in PREPOSITIONS):
                return index + 1
            if piece.kind == QUOTATION:
                if index == place or pieces[index - 1].written in (",", ":"):
                    return (
                        index if index == place or pieces[place].kind == MARK or self._aside(place) else place
                    )
                break
            if piece.written == ":":
                return index + 1
            if piece.kind == MARK and piece.written != "," and piece.written != "(":
                break
        if place >= limit or (report.frame is Frame.QUESTION and pieces[place].lower == "to"):
            return None
        first = pieces[place]
        if first.kind == QUOTATION:
            return place
        if first.kind == MARK:
            if first.written == "," and place + 1 < limit and pieces[place + 1].kind == QUOTATION:
                return place + 1
            return place if first.written in "$£€#@" else None
        if report.frame is Frame.QUESTION:
            return place if first.lower in QUESTION_WORDS else None
        if first.lower in PREPOSITIONS or first.lower in ("so", "nothing", "little", "to", "and", "but"):
            return None
        if first.lower in SUBORDINATING and report.end == place:
            return None
        if place > report.end and first.lower.endswith("ing") and first.written[0].islower():
            return None
        return place

    def _aside(self, place: int) -> bool:
        first = self.pieces[place].lower
        return first in PREPOSITIONS or first in TIMES

    def _past_adverbs(self, place: int, limit: int) -> int:
        pieces = self.pieces
        while place < limit:
            piece = pieces[place]
            if piece.lower in TIMES or (
                is_adverb(piece) and piece.lower not in ("no", "all", "both", "even", "once")
            ):
                place += 1
            elif (
                piece.lower in ("this", "last")
                and place + 1 < limit
                and pieces[place + 1].lower in TIME_NOUNS
            ) or (
                piece.lower in ("on", "in", "late", "early")
                and place + 1 < limit
                and pieces[place + 1].lower in TIMES
            ):
                place += 2
            elif (
                piece.lower == "in"
                and place + 2 < limit
                and pieces[place + 2].lower in ("statement", "interview")
            ):
                place += 3
            else:
                break
        return place

    def _past_hearer(self, place: int, limit: int) -> int | None:
        """The index after whom one is told, or None where nothing is told."""
        pieces = self.pieces
        if place >= limit:
            return place
        first = pieces[place]
        if first.kind != WORD or first.lower == "that" or first.lower in QUESTION_WORDS:
            return place
        for index in range(place, min(limit, place + LONGEST_ASIDE)):
            if pieces[index].lower == "that" or pieces[index].lower in (
                "whether",
                "if",
                "about",
                "why",
                "how",
            ):
                return index
            if pieces[index].kind != WORD:
                return index
            if index > place and (is_verb_like(pieces[index]) or pieces[index].lower in SUBJECT_PRONOUNS):
                break
        if first.lower in OBJECT_PRONOUNS:
            return place + 1
        after = phrase_from(pieces, place)
        if after > place and first.is_name:
            name = place
            while name < after and (pieces[name].is_name or pieces[name].possessive):
                name += 1
            return name if name > place else after
        if (
            after > place
            and after < limit
            and pieces[after].lower in NOT_NAMES
            and not is_verb_like(pieces[after])
        ):
            return after
        if first.lower in DETERMINERS:
            return min(place + 2, limit)
        return place + 1 if first.lower.endswith("s") else place

    def _object(self, number: int, place: int, limit: int) -> int | None:
        """Where the object of a denial or a confirmation begins, past "claims that"."""
        pieces = self.pieces
        place = self._past_adverbs(place, limit)
        if place >= limit or (pieces[place].kind == MARK and pieces[place].written not in ":,"):
            return None
        if pieces[place].written in (":", ","):
            return place + 1 if place + 1 < limit and pieces[place + 1].kind == QUOTATION else None
        if pieces[place].lower == "that":
            return place + 1
        if pieces[place].lower in PREPOSITIONS:
            if pieces[place].lower != "to":
                return None
            for index in range(place, min(limit, place + 8)):
                if pieces[index].lower == "that":
                    return index + 1
            return None
        for index in range(place, min(limit, place + LONGEST_ASIDE)):
            if pieces[index].kind == MARK:
                break
            if pieces[index].lower in OBJECTS_OF_DENIAL and index + 1 < limit:
                if pieces[index + 1].lower == "that":
                    return index + 2
                if pieces[index + 1].lower == "of" and pieces[index].lower not in (
                    "report",
                    "reports",
                    "story",
                ):
                    return index + 2
                if (
                    index == place
                    and pieces[index + 1].kind == WORD
                    and pieces[index + 1].lower in SUBJECT_PRONOUNS
                ):
                    return index + 1
        return place

    def _claim_before(self, number: int) -> list[Said] | None:
        report = self.reports[number]
        said = self._trimmed(self._clause_start(number), report.start)
        if said is None:
            return None
        return [said._replace(claim=True)]

    def _clause_start(self, number: int) -> int:
        """Where the clause before a report begins."""
        report = self.reports[number]
        first = max(0, report.start - LONGEST_CONTENT)
        for index in range(report.start - 2, max(-1, report.start - LONGEST_CONTENT), -1):
            if self.pieces[index].written == ";":
                first = index + 1
                break
        for earlier in self.reports[max(0, number - MOST_REPORTS) : number]:
            if earlier.end > first and earlier.end <= report.start and report.relative:
                first = earlier.end
        while first < report.start and (
            self.pieces[first].lower in ("but", "and", "so", "that") or self.pieces[first].kind == MARK
        ):
            first += 1
        return first

    def _before(self, number: int) -> list[Said] | None:
        report = self.reports[number]
        pieces = self.pieces
        end = report.start
        if end == 0:
            return None
        before = pieces[end - 1]
        if before.kind == QUOTATION:
            if end > 1 and pieces[end - 2].kind == WORD and self._clause_start(number) < end - 1:
                said = self._trimmed(self._clause_start(number), end)
                return [said] if said is not None else None
            return [Said(end - 1, end - 1, True)]
        if before.written not in COMMA_LIKE:
            return None
        first = self._clause_start(number)
        if number and self.reports[number - 1].end > first and not self.reports[number - 1].relative:
            earlier = self.reports[number - 1]
            if earlier.inverted or (earlier.end < len(pieces) and pieces[earlier.end].written == ","):
                first = earlier.end
        said = self._trimmed(first, end - 1)
        if said is None:
            return None
        has_verb = any(
            piece.kind == QUOTATION or is_verb_like(piece) for piece in pieces[said.first : said.last + 1]
        )
        opening = pieces[said.first]
        following = pieces[report.end : report.end + 2]
        if len(following) == 2 and following[0].written == "," and is_verb_like(following[1]):
            # "The plan, he said, would fail": the longer side, since a content is one stretch.
            after = self._parenthetical(number)
            if after and after[0].last - after[0].first > said.last - said.first:
                return after
        if opening.lower in OPENING_ASIDES and opening.kind == WORD:
            return self._parenthetical(number)
        if opening.lower in ("asked", "pressed", "questioned", "speaking", "writing"):
            return self._parenthetical(number)
        if said.last - said.first < 2 and not said.quotation:
            return self._parenthetical(number)
        if opening.lower in PREPOSITIONS and not has_verb:
            return self._parenthetical(number)
        return [said]

    def _parenthetical(self, number: int) -> list[Said] | None:
        """The clause that goes on after a report between commas."""
        end = self.reports[number].end
        if end + 2 < len(self.pieces) and self.pieces[end].written == ",":
            return self._clause(number, end + 1)
        return None

    def _of_source(self, number: int) -> list[Said] | None:
        report = self.reports[number]
        pieces = self.pieces
        comma = next(
            (
                index
                for index in range(report.end, min(len(pieces), report.end + LONGEST_ASIDE))
                if pieces[index].written in (",", ":")
            ),
            None,
        )
        opening = report.start == 0 or (report.start < 3 and pieces[report.start - 1].written != ",")
        if opening:
            return self._clause(number, comma + 1) if comma is not None else None
        if pieces[report.start - 1].kind == QUOTATION and report.start - 1 == 0:
            return [Said(0, 0, True)]
        first = self._clause_start(number)
        said = self._trimmed(first, report.start)
        if said is not None and (said.last - said.first >= 3 or comma is None):
            return [said]
        return self._clause(number, comma + 1) if comma is not None else None

    def _of_passive(self, number: int) -> list[Said] | None:
        report = self.reports[number]
        pieces = self.pieces
        place = self._past_adverbs(report.end, len(pieces))
        following = pieces[place].lower if place < len(pieces) else ""
        if following in ("to", "that", "of", "with", ","):
            if following == "," and not (place + 1 < len(pieces) and pieces[place + 1].kind == QUOTATION):
                following = ""
            else:
                return self._clause(number, place + 1)
        if following and pieces[place].kind == QUOTATION:
            return [Said(place, place, True)]
        if report.frame is Frame.QUESTION:
            return self._clause(number, place) if following in QUESTION_WORDS else None
        clausal = following and pieces[place].kind == WORD and following not in PREPOSITIONS | CONJUNCTIONS
        if clausal and pieces[report.cue_end - 1].lower in TAKING_CLAUSES:
            return self._clause(number, place)
        if report.frame is Frame.OBJECT or report.stance is not Stance.SAID:
            begin = report.start
            end = begin
            while end < report.cue and not is_verb_like(pieces[end]):
                end += 1
            said = self._trimmed(begin, end)
            if said is not None and pieces[said.first].lower not in SUBJECT_PRONOUNS:
                return [said]
        return None

    def _quotations_near(self, number: int, used: set[int]) -> list[Said] | None:
        """Quotations beside a verb that reports nothing else."""
        report = self.reports[number]
        limit = self._limit(number)
        said = [
            Said(index, index, True)
            for index in range(report.end, limit)
            if index not in used and self._is_long(index)
        ]
        before = report.start - 1
        if before >= 0 and before not in used and self._stands(before):
            said.insert(0, Said(before, before, True))
        return said or None

    def _is_long(self, place: int) -> bool:
        piece = self.pieces[place]
        apart = place == 0 or self.pieces[place - 1].kind != WORD
        return piece.kind == QUOTATION and (apart or piece.end - piece.start > FEW_WORDS)

    def by_the_article(self) -> tuple[Said, int, Stance] | None:
        """What the article itself holds open: the content, the index of the word that does, and how."""
        pieces = self.pieces
        for place, piece in enumerate(pieces):
            if piece.kind != WORD or (piece.written[0].isupper() and place > 0):
                continue
            stance = HEARSAY.get(piece.lower)
            following = pieces[place + 1].lower if place + 1 < len(pieces) else ""
            if piece.lower == "could" and following == "have":
                stance = Stance.DOUBTED
            if piece.lower in ("unclear", "unknown", "uncertain") and following in QUESTION_WORDS:
                said = self._trimmed(place + 1, len(pieces))
                return (said, place, Stance.DOUBTED) if said is not None else None
            if stance is not None:
                said = self._trimmed(0, len(pieces))
                return (said, place, stance) if said is not None else None
        return None
