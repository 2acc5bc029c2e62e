"""The statements of articles: sentences with what stands in them that can be compared.

A statement holds its words with their weights, the names, numbers and moments in it, what is negated, and
who is said to have said it. All of it comes from `readerapp.language`; nothing here compares.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import TypeVar

from readerapp.contradictions.vocabulary import ADDING, CLAIMING, CONDITIONAL, FALSITY, FUNCTION
from readerapp.language.analysis import Analysis
from readerapp.language.attribution import Attribution, attributions_of
from readerapp.language.dates import Moment, moments_of
from readerapp.language.names import Name, names_of
from readerapp.language.polarity import Negation, negations_of
from readerapp.language.quantities import quantities_of
from readerapp.language.quantity import Quantity
from readerapp.language.report_verbs import Stance
from readerapp.language.tokens import tokens_of
from readerapp.language.word_forms import base_form
from readerapp.model import Span

Item = TypeVar("Item")

FEWEST_WORDS = 4
"""A line of fewer words, a byline or a caption's credit, states nothing that could be compared."""

LONGEST = 2000
"""Code points of a sentence beyond which it is no sentence, but a table or a listing."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries meaning."""

    base: str
    """Its base form."""
    span: Span
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A sentence with its words alone: enough to find which sentences may speak of the same thing."""

    document: int
    """Index of the document."""
    place: int
    """Its number among those of the document."""
    span: Span
    """Where it stands."""
    words: tuple[Word, ...]
    """Words that carry meaning, in order."""
    weights: dict[str, float]
    """The weight of each base form: the rarer in these articles, the more."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence and what it states."""

    document: int
    """Index of the document."""
    place: int
    """Its number among the statements of the document."""
    span: Span
    """Where it stands."""
    text: str
    """The sentence with white space folded."""
    words: tuple[Word, ...]
    """Words that carry meaning, in order."""
    weights: dict[str, float]
    """The weight of each base form: the rarer in these articles, the more."""
    names: tuple[Name, ...]
    quantities: tuple[Quantity, ...]
    moments: tuple[Moment, ...]
    negations: tuple[Negation, ...]
    attributions: tuple[Attribution, ...]
    is_question: bool
    """Does it end in a question mark?"""
    is_conditional: bool
    """Does it hold a condition, or what would or might be?"""
    adds: bool
    """Does it add something to what was told before: "also killed six", "another raid"?"""
    bases: frozenset[str] = field(init=False)
    """The base forms of `words`."""
    total: float = field(init=False)
    """The sum of the weights of its words."""
    negated: dict[str, Span] = field(init=False)
    """Base forms that are negated an odd number of times, with the cue of the negation."""
    stances: frozenset[Stance] = field(init=False)
    """How what it says is said."""
    speakers: frozenset[str] = field(init=False)
    """Who says something in it, case-folded."""
    denies: float = field(init=False)
    """How much it is like a denial: 1 by its report verb, less by what is said in it."""
    claims: float = field(init=False)
    """How much it is like a claim that can be denied."""

    def __post_init__(self) -> None:
        """Work out what every comparison with another statement needs."""
        negated: dict[str, Span] = {}
        for word in self.words if self.negations else ():
            over = [negation for negation in self.negations if negation.scope.contains(word.span)]
            if len(over) % 2:
                negated.setdefault(word.base, over[0].cue)
        speakers = (attribution.speaker for attribution in self.attributions)
        for name, value in (
            ("bases", frozenset(self.weights)),
            ("total", sum(self.weights.values())),
            ("negated", negated),
            ("stances", frozenset(attribution.stance for attribution in self.attributions)),
            ("speakers", frozenset(speaker.casefold() for speaker in speakers if speaker)),
        ):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "denies", self._denial())
        object.__setattr__(self, "claims", self._claim())

    def _denial(self) -> float:
        if Stance.DENIED in self.stances:
            return 1.0
        if self.bases & FALSITY:
            return 0.9 if self.attributions else 0.5
        if self.attributions and self.negations:
            spoken = any(
                attribution.content.overlaps(negation.cue)
                for attribution in self.attributions
                for negation in self.negations
            )
            return 0.7 if spoken else 0.4
        return 0.3 if self.negations else 0.0

    def _claim(self) -> float:
        if Stance.ALLEGED in self.stances or Stance.CONFIRMED in self.stances:
            return 1.0
        if self.bases & CLAIMING:
            return 0.8
        return 0.5 if self.attributions else 0.3


def sketches_of(analysis: Analysis, documents: Collection[int] | None = None) -> list[Sketch]:
    """The sentences of documents that state something, in order.

    Args:
        analysis: the documents.
        documents: indices of those to look at; None for all.
    """
    drafts: list[tuple[int, int, Span, tuple[Word, ...]]] = []
    for index, text in enumerate(analysis.texts):
        if documents is not None and index not in documents:
            continue
        place = 0
        for sentence in analysis.sentences(index):
            if sentence.length > LONGEST or len(text[sentence.start : sentence.end].split()) < FEWEST_WORDS:
                continue
            words = _words_of(text, sentence)
            if words:
                drafts.append((index, place, sentence, words))
                place += 1
    counts = Counter(base for draft in drafts for base in {word.base for word in draft[3]})
    return [
        Sketch(*draft, {word.base: weight_of(counts[word.base], len(drafts)) for word in draft[3]})
        for draft in drafts
    ]


def statements_of(analysis: Analysis, sketches: Sequence[Sketch] | None = None) -> list[Statement]:
    """The statements that sentences make, in order.

    Args:
        analysis: the documents.
        sketches: the sentences, in order; None for all of all documents.
    """
    if sketches is None:
        sketches = sketches_of(analysis)
    found: list[Statement] = []
    for index, group in groupby(sketches, key=lambda sketch: sketch.document):
        chosen = list(group)
        text, sentences = analysis.texts[index], analysis.sentences(index)
        spans = [sketch.span for sketch in chosen]
        names = _gathered(names_of(text, sentences), spans, lambda name: name.span)
        said = _gathered(
            attributions_of(text, sentences, analysis.quotations(index)), spans, lambda each: each.cue
        )
        published = published_on(analysis.documents[index].published)
        for number, sketch in enumerate(chosen):
            sentence = text[sketch.span.start : sketch.span.end]
            as_written = sentence.casefold().split()
            found.append(
                Statement(
                    document=index,
                    place=sketch.place,
                    span=sketch.span,
                    text=" ".join(sentence.split()),
                    words=sketch.words,
                    weights=sketch.weights,
                    names=tuple(names[number]),
                    quantities=tuple(quantities_of(text, sketch.span)),
                    moments=tuple(moments_of(text, sketch.span, published)),
                    negations=tuple(negations_of(text, sketch.span)),
                    attributions=tuple(said[number]),
                    is_question=sentence.rstrip("\"'”’ ").endswith("?"),
                    is_conditional=not CONDITIONAL.isdisjoint(as_written),
                    adds=not ADDING.isdisjoint(as_written),
                )
            )
    return found


def weight_of(count: int, total: int) -> float:
    """The weight of a word that stands in `count` of `total` statements, about 1 to 5."""
    return 1.0 + math.log(max(total, 20) / max(count, 1)) / 2


def published_on(stated: str | None) -> date | None:
    """The day of publication, where the document states one that can be read."""
    try:
        return date.fromisoformat(stated[:10]) if stated else None
    except ValueError:
        return None


def _words_of(text: str, sentence: Span) -> tuple[Word, ...]:
    found = []
    for token in tokens_of(text, sentence):
        lower = token.lower.removesuffix("'s")
        if token.is_word and lower not in FUNCTION and not lower.endswith("n't"):
            found.append(Word(base_form(lower), Span(token.start, token.end)))
    return tuple(found)


def _gathered(
    items: Iterable[Item], sentences: Sequence[Span], span_of: Callable[[Item], Span]
) -> list[list[Item]]:
    """The items that begin in each sentence."""
    starts = [sentence.start for sentence in sentences]
    found: list[list[Item]] = [[] for _ in sentences]
    for item in items:
        place = bisect_right(starts, span_of(item).start) - 1
        if place >= 0 and span_of(item).start < sentences[place].end:
            found[place].append(item)
    return found
