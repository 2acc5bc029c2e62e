"""Who is said to have said what, and how, in English news prose.

`attributions_of` finds in each sentence the clauses that report ("two officials denied"), what is said (a
clause before or after, or a quotation), and who says it, by the fullest name that the text gives. A denial
that hangs on a claim ("which she denied") has the claim as its content. Quotations that stand alone belong to
whoever was quoted just before. Where it is not plain who speaks, the speaker is None. Time is
linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from readerapp.language.english_words import DETERMINERS, SUBJECT_PRONOUNS
from readerapp.language.refusals import is_refused
from readerapp.language.report_clauses import Report, reports_in
from readerapp.language.report_content import ContentOf, held_open
from readerapp.language.report_phrases import QUOTATION, WORD, Piece, lower_at, phrase_from, pieces_of
from readerapp.language.report_subjects import main_subject
from readerapp.language.report_verbs import OBJECTS_OF_DENIAL, Frame, Stance
from readerapp.language.speakers import People, Person
from readerapp.model import Span

FEWEST_QUOTED_WORDS = 3
"""Words of a quotation that is a statement without any verb beside it."""

MEMORY = 4
"""Sentences after which a pronoun no longer means the last speaker."""

LONGEST_UNIT = 6000
"""Code points; what has no end of a sentence for longer is cut."""

NEARBY = 1200
"""Code points before a sentence in which a pronoun means the only person whom it fits."""

OPENING_MARKS = '“"„«'


@dataclass(frozen=True, slots=True)
class Attribution:
    """One thing that somebody is reported to say."""

    content: Span
    """What is said: the proposition without the clause that reports it; a quotation without its marks."""
    cue: Span
    """The words that report: "denied", "according to"; the opening mark of a quotation that stands alone."""
    stance: Stance
    """How the speaker stands to it."""
    speaker: str | None
    """The fullest name in the text, or the noun phrase; None where it is not clear."""
    speaker_span: Span | None
    """Where this sentence names who speaks, be it by a pronoun."""
    quotation: bool
    """Is the content exactly a quotation?"""


class _Unit(NamedTuple):
    """Sentences that one quotation runs through, as one."""

    span: Span
    quotations: Sequence[Span]
    opens_paragraph: bool


def attributions_of(text: str, sentences: Sequence[Span], quotations: Sequence[Span]) -> list[Attribution]:
    """Who is said to have said what in a text.

    Args:
        text: the whole text, in English; in other languages little is found.
        sentences: its sentences, in order, none overlapping.
        quotations: its quotations without their marks, in order, none overlapping.

    Returns:
        in the order of the contents; a few for a sentence at most.
    """
    people = People(text)
    found: list[Attribution] = []
    reader = _Reader(text, people)
    for unit in _units(text, sentences, _with_open_quotations(text, quotations)):
        found.extend(reader.read(unit))
    return sorted(found, key=lambda one: (one.content.start, one.cue.start))


def _with_open_quotations(text: str, quotations: Sequence[Span]) -> list[Span]:
    """The quotations, with those that a paragraph leaves open because the next one goes on with them."""
    found = list(quotations)
    place = 0
    begin = 0
    previous: Span | None = None
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        last = begin
        while place < len(quotations) and quotations[place].start < end:
            last = max(last, min(quotations[place].end + 1, end))
            place += 1
        mark = next((at for at in (text.rfind("“", last, end), text.rfind('"', last, end)) if at >= 0), -1)
        if previous is not None and text[begin : begin + 1] in OPENING_MARKS and text[begin:end].strip():
            found.append(previous)
        if text[begin:end].strip():
            starts = mark >= 0 and (mark == begin or text[mark - 1] in " \t(—–-")
            content = text[mark + 1 : end].rstrip() if starts else ""
            previous = Span(mark + 1, mark + 1 + len(content)) if len(content.split()) > 2 else None
        begin = end + 1
    return sorted(found)


def _units(text: str, sentences: Sequence[Span], quotations: Sequence[Span]) -> Iterator[_Unit]:
    place = 0
    index = 0
    previous_end = 0
    while index < len(sentences):
        start, end = sentences[index]
        inside: list[Span] = []
        index += 1
        while place < len(quotations) and quotations[place].end <= start:
            place += 1
        while True:
            while place < len(quotations) and quotations[place].start < end:
                if quotations[place].start >= start and quotations[place].length > 0:
                    inside.append(quotations[place])
                place += 1
            if inside and inside[-1].end > end and index < len(sentences):
                end = max(end, sentences[index].end)
                index += 1
            else:
                break
        end = min(max(end, inside[-1].end if inside else end), len(text))
        opens = "\n" in text[previous_end:start]
        taken = 0
        for first in range(start, end, LONGEST_UNIT):
            last = min(end, first + LONGEST_UNIT)
            begin = taken
            while taken < len(inside) and inside[taken].start < last:
                taken += 1
            within = [one for one in inside[begin:taken] if one.end <= last]
            yield _Unit(Span(first, last), within, opens and first == start)
        previous_end = end


class _Voice(NamedTuple):
    """Who speaks, and the words that say so."""

    speaker: str | None
    span: Span | None
    person: Person | None
    cue: Span
    stance: Stance
    quoted: bool


class _Reader:
    """Reads the sentences in their order and remembers who spoke."""

    def __init__(self, text: str, people: People) -> None:
        self.text = text
        self.people = people
        self.voice: _Voice | None = None
        self.last_person: Person | None = None
        self.since_person = 0
        self.topic: Person | None = None
        self.claim: Span | None = None

    def read(self, unit: _Unit) -> list[Attribution]:
        pieces = pieces_of(self.text, unit.span, unit.quotations)
        reports = reports_in(pieces)
        content = ContentOf(pieces, reports)
        found: list[Attribution] = []
        used: set[int] = set()
        speaking: _Voice | None = None
        claim_here: Span | None = None
        named: Person | None = None
        for number, report in enumerate(reports):
            said = content.of(number, used)
            if said is None:
                continue
            speaking = self._voice_of(pieces, report, unit)
            for one in said:
                span = Span(pieces[one.first].start, pieces[one.last].end)
                if one.claim:
                    span = claim_here or self.claim or span
                elif one.quotation:
                    span = Span(pieces[one.first].start, pieces[one.first].end)
                if span.end <= span.start:
                    continue
                if report.stance is Stance.DENIED:
                    # Of a claim told before, what stands behind the verb says whether it is one at all.
                    behind = Span(speaking.cue.end, max(speaking.cue.end, unit.span.end))
                    if is_refused(self.text, speaking.cue, behind if one.claim else span):
                        continue
                used.update(range(one.first, one.last + 1))
                stance = self._stance(report.stance, span, one.quotation)
                if not one.claim and stance is not Stance.DENIED:
                    claim_here = span
                quoted = one.quotation and not one.claim
                found.append(Attribution(span, speaking.cue, stance, speaking.speaker, speaking.span, quoted))
            if speaking.person is not None:
                named = speaking.person
            if said and any(one.quotation for one in said):
                speaking = speaking._replace(quoted=True)
        bare = self._bare_quotations(unit, pieces, used, speaking)
        found.extend(bare)
        if not found:
            found.extend(self._held_open(pieces))
        self._remember(unit, pieces, speaking, named, found, claim_here)
        return _distinct(found)

    def _stance(self, stance: Stance, span: Span, quotation: bool) -> Stance:
        if stance is not Stance.SAID:
            return stance
        content = self.text[span.start : span.end].rstrip(" ,.”’\"'")
        if quotation and content.endswith("?"):
            return Stance.ASKED
        if held_open(content):
            return Stance.DOUBTED
        return stance

    def _voice_of(self, pieces: Sequence[Piece], report: Report, unit: _Unit) -> _Voice:
        cue = Span(pieces[report.cue].start, pieces[report.cue_end - 1].end)
        if report.subject is None or report.subject[0] >= report.subject[1]:
            return _Voice(None, None, None, cue, report.stance, False)
        first, end = report.subject
        if report.stance is Stance.DENIED:
            first, end = self._without_claim(pieces, report)
        if first >= end:
            return _Voice(None, None, None, cue, report.stance, False)
        phrase = pieces[first:end]
        span = Span(phrase[0].start, phrase[-1].end)
        person: Person | None
        if len(phrase) == 1 and phrase[0].lower in SUBJECT_PRONOUNS:
            person = self._meant_by(phrase[0], unit)
            return _Voice(person.name if person else None, span, person, cue, report.stance, False)
        if phrase[0].lower in ("his", "her", "their", "its") and len(phrase) == 1:
            return _Voice(None, span, None, cue, report.stance, False)
        person = self.people.named_by(phrase)
        if person is not None:
            return _Voice(person.name, span, person, cue, report.stance, False)
        end_of_name = next(
            (piece.start for piece in phrase if piece.kind != WORD and piece.written == "("), span.end
        )
        written = " ".join(self.text[span.start : end_of_name].split())
        if phrase[-1].possessive:
            written = written[:-2] if written.endswith(("'s", "’s")) else written[:-1]
            span = Span(span.start, span.start + max(1, len(self.text[span.start : span.end].rstrip("s'’"))))
        if not any(letter.isalpha() for letter in written):
            return _Voice(None, None, None, cue, report.stance, False)
        return _Voice(written, span, None, cue, report.stance, False)

    def _without_claim(self, pieces: Sequence[Piece], report: Report) -> tuple[int, int]:
        """The subject without a noun that sums up what was claimed: "a claim the mayor denied".

        Of "claims denied by the mayor" the subject is what stands behind "by".
        """
        assert report.subject is not None
        first, end = report.subject
        noun = first + (pieces[first].lower in DETERMINERS)
        if noun >= end or pieces[noun].lower not in OBJECTS_OF_DENIAL:
            return first, end
        if noun + 1 < end:
            return noun + 1, end
        if lower_at(pieces, report.cue_end) != "by":
            return noun + 1, noun + 1
        return report.cue_end + 1, phrase_from(pieces, report.cue_end + 1)

    def _meant_by(self, pronoun: Piece, unit: _Unit) -> Person | None:
        """Whom a pronoun means, where that is clear."""
        if pronoun.lower not in ("he", "she"):
            return None
        before = self.people.named_in(Span(unit.span.start, pronoun.start))
        for mention in before:
            if any(quotation.start <= mention.start < quotation.end for quotation in unit.quotations):
                continue
            if mention.person.pronoun in (None, pronoun.lower):
                return mention.person
        candidates = [self.last_person if self.since_person <= MEMORY else None, self.topic]
        if self.since_person > 1:
            candidates.reverse()
        for candidate in candidates:
            if candidate is not None and candidate.pronoun in (None, pronoun.lower):
                return candidate
        near = self.people.named_in(Span(max(0, unit.span.start - NEARBY), unit.span.start))
        for fitting in (pronoun.lower, None):
            names = {one.person.name: one.person for one in near if one.person.pronoun == fitting}
            if len(names) == 1:
                return next(iter(names.values()))
        return None

    def _bare_quotations(
        self, unit: _Unit, pieces: Sequence[Piece], used: set[int], speaking: _Voice | None
    ) -> Iterator[Attribution]:
        """Quotations beside which no verb reports."""
        for place, piece in enumerate(pieces):
            if piece.kind != QUOTATION or place in used:
                continue
            span = Span(piece.start, piece.end)
            words = self.text[piece.start : piece.end].split()
            alone = all(other.kind != WORD for other in pieces)
            if len(words) < FEWEST_QUOTED_WORDS and not (alone and words):
                continue
            voice = speaking
            if voice is None and alone:
                voice = self.voice if self.voice is not None else None
                if voice is not None and unit.opens_paragraph and not voice.quoted:
                    voice = None
                if voice is not None:
                    voice = voice._replace(span=None)
            elif voice is None:
                voice = self._subject_voice(unit, pieces, place)
            mark = Span(max(0, piece.start - 1), piece.start) if piece.start else span
            if voice is None:
                voice = _Voice(None, None, None, mark, Stance.SAID, True)
            stance = self._stance(Stance.SAID, span, True)
            yield Attribution(span, voice.cue, stance, voice.speaker, voice.span, True)

    def _subject_voice(self, unit: _Unit, pieces: Sequence[Piece], place: int) -> _Voice | None:
        """The subject of a sentence as the speaker of a quotation in it."""
        subject = main_subject(pieces, place)
        if subject is None:
            return None
        quotation = pieces[place]
        mark = Span(max(0, quotation.start - 1), quotation.start)
        if mark.end <= mark.start:
            return None
        report = Report(subject[0], place, place, place + 1, subject, Stance.SAID, Frame.QUOTATION)
        voice = self._voice_of(pieces, report, unit)._replace(cue=mark, quoted=True)
        return voice if voice.person is not None else None

    def _held_open(self, pieces: Sequence[Piece]) -> Iterator[Attribution]:
        said = ContentOf(pieces, ()).by_the_article()
        if said is not None:
            one, cue, stance = said
            yield Attribution(
                Span(pieces[one.first].start, pieces[one.last].end),
                Span(pieces[cue].start, pieces[cue].end),
                stance,
                None,
                None,
                False,
            )

    def _remember(
        self,
        unit: _Unit,
        pieces: Sequence[Piece],
        speaking: _Voice | None,
        named_here: Person | None,
        found: Sequence[Attribution],
        claim_here: Span | None,
    ) -> None:
        self.since_person += 1
        self.topic = None
        subject = main_subject(pieces, len(pieces))
        if subject is not None:
            phrase = pieces[subject[0] : subject[1]]
            if phrase[0].lower in ("he", "she"):
                self.topic = self._meant_by(phrase[0], unit)
            else:
                named = self.people.named_by(phrase)
                self.topic = named if named is not None and self.people.is_certain(named) else None
        if named_here is not None and self.people.is_certain(named_here):
            self.last_person = named_here
            self.since_person = 0
        words = any(piece.kind == WORD for piece in pieces)
        if speaking is not None:
            self.voice = speaking
        elif words:
            cue = Span(pieces[0].start, pieces[0].end)
            self.voice = (
                _Voice(self.topic.name, None, self.topic, cue, Stance.SAID, False)
                if self.topic is not None
                else None
            )
        elif self.voice is not None and found:
            self.voice = self.voice._replace(quoted=True)
        self.claim = claim_here or (unit.span if words and not found else None)


def _distinct(found: Sequence[Attribution]) -> list[Attribution]:
    seen: set[tuple[Span, Span]] = set()
    kept = []
    for one in found:
        if (one.content, one.cue) not in seen:
            seen.add((one.content, one.cue))
            kept.append(one)
    return kept
