"""What is negated in an English text: the cues of negation and the stretches that they reach over.

A cue's scope is the part of its clause that is said not to be so. It begins behind the cue, or before it
where the cue follows the verb that it negates (`found no trace`) or its subject (`the report was denied`). It
ends with the clause: at `;`, at `but`, at `because` and their like, where somebody is named who says it.
Scopes may overlap: a word in two of them is not negated (`did not deny the theft`). Working through a text
takes time in proportion to its length, however it is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readerapp.language.negation_cues import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    PREPOSITIONS,
    PRONOUNS,
    Cue,
    Reach,
    cues_in,
    is_plain_cue,
    word_set,
)
from readerapp.language.tokens import Token, lower_at, tokens_of
from readerapp.language.word_forms import IRREGULAR, base_form
from readerapp.model import Span

CLAUSE_WORDS = word_set(
    "because although though whereas while unless despite until before after when since if lest except"
)
"""Words that begin a clause or a phrase of which the negation of the main clause says nothing."""

AFTER_COMMA = (
    word_set("and so yet who which where whose with as according then including or") | PRONOUNS | CLAUSE_WORDS
)
"""Words that, behind a comma, begin something new."""

COMPLEMENT_WORDS = word_set("that whether if why how what who where when")

SAYING = word_set(
    "say tell add report announce claim state explain warn note confirm admit reveal disclose mention "
    "specify know realise realize regret learn discover recall remember forget notice ask testify "
    "insist argue"
)
"""Verbs of which a negation does not reach what is said or known: `did not know that the bridge was shut`."""

PARTICLES = word_set("up out down off away")

SPEECH_WITHIN = 5
"""Words within which a comma is followed by who said it."""

NO_PAST = word_set("people men women children feet better best worse worst least further left hundred")
"""Irregular forms that are no verb's past."""

PAST_UNCHANGED = word_set("hit cut put set let shut hurt cost burst split spread quit")
"""Verbs whose past is their base form."""

QUOTATION_MARKS = frozenset("\"”“»'’")
ABBREVIATIONS = word_set("mr mrs ms dr st gen sen rep gov lt col sgt capt jr sr prof no vs")


@dataclass(frozen=True, slots=True)
class Negation:
    """A cue of negation and what it negates."""

    cue: Span
    """The words that negate, in code points of the text."""
    scope: Span
    """The part of the clause that is negated; empty where the clause breaks off (`she did not`)."""


def negations_of(text: str, within: Span) -> list[Negation]:
    """The negations in a stretch of a text, in the order of their cues.

    Args:
        text: the whole text.
        within: the stretch to look at, a sentence as a rule, in code points of the text.

    Returns:
        the negations, every span within the stretch.
    """
    tokens = tokens_of(text, within)
    cues = cues_in(tokens)
    if not cues:
        return []
    clauses = _Clauses(text, tokens)
    found: list[Negation] = []
    active_until = 0
    for cue in cues:
        begin, end = clauses.scope_of(cue)
        if tokens[cue.begin].lower == "nor" and cue.begin < active_until:
            continue
        active_until = max(active_until, end)
        scope = (
            Span(tokens[begin].start, tokens[end - 1].end)
            if begin < end
            else Span(cue.span.end, cue.span.end)
        )
        found.append(Negation(cue.span, scope))
    return found


def is_negated(text: str, within: Span, at: Span) -> bool:
    """Is a word in the scope of an odd number of negations?

    Args:
        text: the whole text.
        within: the stretch in which negations count, a sentence as a rule, in code points.
        at: the word, in code points of the text.
    """
    return sum(n.scope.start <= at.start < n.scope.end for n in negations_of(text, within)) % 2 == 1


class _Clauses:
    """Where the clauses and phrases among the tokens of a text end."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._text = text
        count = len(tokens)
        bounds: list[bool] = []
        seen_neither = False
        for place in range(count):
            if tokens[place].lower == "neither":
                seen_neither = True
            elif tokens[place].text in {".", "!", "?", ";"}:
                seen_neither = False
            bounds.append(self._ends_clause(place, seen_neither))
        self._begins = [0] * (count + 1)
        for place in range(count):
            self._begins[place + 1] = place + 1 if bounds[place] else self._begins[place]
        self._ends = {reach: [count] * (count + 2) for reach in (Reach.CLAUSE, Reach.VERB, Reach.PHRASE)}
        for place in range(count - 1, -1, -1):
            further = {
                Reach.CLAUSE: bounds[place],
                Reach.VERB: bounds[place] or self._joins_past(place),
                Reach.PHRASE: bounds[place] or self._ends_phrase(place),
            }
            for reach, ends in self._ends.items():
                ends[place] = place if further[reach] else ends[place + 1]

    def scope_of(self, cue: Cue) -> tuple[int, int]:
        """The tokens that a cue negates, as first and the one after the last."""
        if cue.reach is Reach.BEFORE:
            return self._begins[cue.begin], cue.begin
        begin = cue.after
        # What stands directly behind the cue cannot end what it negates: `not until Friday`.
        first_is_word = begin < len(self._tokens) and self._tokens[begin].is_word
        end = self._ends[cue.reach][begin + 1 if first_is_word else begin]
        if cue.takes_verb:
            begin = self._verb_before(cue.begin)
        return begin, max(begin, end)

    def _verb_before(self, place: int) -> int:
        """The first token of the verb of which an object stands at a place; the place, if there is none."""
        begin = place
        if begin > self._begins[place] and lower_at(self._tokens, begin - 1) in PREPOSITIONS | PARTICLES:
            begin -= 1
        before = begin - 1
        if before < self._begins[place]:
            return begin
        token = self._tokens[before]
        if (
            not token.text.islower()
            or not token.is_word
            or token.lower in DETERMINERS | PRONOUNS | {"and", "or"}
            or base_form(token.lower) in SAYING | {"think", "believe", "allege", "suggest", "show"}
        ):
            return begin
        begin = before
        while begin > self._begins[place] and self._tokens[begin - 1].lower in BE | HAVE:
            begin -= 1
        return begin

    def _ends_clause(self, place: int, seen_neither: bool) -> bool:
        """Does a clause end before the token at a place, or with it, if it is a mark?"""
        token, before = self._tokens[place], lower_at(self._tokens, place - 1)
        following = lower_at(self._tokens, place + 1)
        if not token.is_word:
            return self._mark_ends_clause(place)
        if place and self._text.count("\n", self._tokens[place - 1].end, token.start) > 1:
            return True
        if token.lower == "but":
            return before not in {"nothing", "anything", "all", "help", "anyone", "anybody"}
        if token.lower in {"and", "or"}:
            return following in AUXILIARIES | PRONOUNS | {"that"} or is_plain_cue(self._tokens, place + 1)
        if token.lower == "nor":
            return before == "," and not seen_neither
        if base_form(before) in SAYING and (
            token.lower in COMPLEMENT_WORDS or token.lower in PRONOUNS - {"it", "you"}
        ):
            return True
        if token.lower in CLAUSE_WORDS:
            return True
        return token.lower == "as" and following in PRONOUNS

    def _mark_ends_clause(self, place: int) -> bool:
        token = self._tokens[place]
        if token.text in ";:()[]—!?…":
            return True
        before = self._tokens[place - 1] if place else None
        after = self._tokens[place + 1] if place + 1 < len(self._tokens) else None
        if token.text == ".":
            if before is not None and (
                before.lower in ABBREVIATIONS or (len(before.text) == 1 and before.is_word)
            ):
                return False
            return after is None or after.start > token.end or after.text in QUOTATION_MARKS
        if token.text in QUOTATION_MARKS:
            return before is not None and before.text in ",.!?"
        if token.text in "-–":
            return before is not None and before.end < token.start
        if token.text != "," or after is None:
            return False
        return (
            after.lower in AFTER_COMMA
            or after.text in QUOTATION_MARKS
            or is_plain_cue(self._tokens, place + 1)
            or self._speaker_follows(place)
        )

    def _speaker_follows(self, comma: int) -> bool:
        for place in range(comma + 1, min(comma + 1 + SPEECH_WITHIN, len(self._tokens))):
            token = self._tokens[place]
            if not token.is_word:
                return False
            if base_form(token.lower) in SAYING:
                return True
        return False

    def _joins_past(self, place: int) -> bool:
        """Does `and` stand here before a finite verb?"""
        if self._tokens[place].lower not in {"and", "then"}:
            return False
        following = place + 1
        if lower_at(self._tokens, following).endswith("ly"):
            following += 1
        return _looks_past(lower_at(self._tokens, following))

    def _ends_phrase(self, place: int) -> bool:
        token, before = self._tokens[place], lower_at(self._tokens, place - 1)
        if not token.is_word:
            return token.text == ","
        if token.lower in {"being", "been", "having", "be", "have"}:
            return False
        return (
            token.lower in AUXILIARIES
            or token.lower in {"that", "which", "who"}
            or (_looks_past(token.lower) and before not in BE | HAVE | DETERMINERS)
        )


def _looks_past(word: str) -> bool:
    """Has a word the form of a verb's past?"""
    if word.endswith("ed"):
        return base_form(word) != word
    if word in PAST_UNCHANGED:
        return True
    inflected = word in IRREGULAR and IRREGULAR[word] != word
    return inflected and word not in NO_PAST and not word.endswith(("s", "ing"))
