"""One utterance quoted in two wordings.

Two quotations that agree in most of their words, in order, and differ within: a word exchanged, left out or
put in between words that both have. What only one of them goes on to quote at the beginning or the end is no
difference, since reporters shorten.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from readerapp.contradictions.vocabulary import FUNCTION
from readerapp.language.numbers import number_values
from readerapp.language.tokens import word_set
from readerapp.language.word_forms import base_form
from readerapp.model import Span

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcodes

WORD = re.compile(r"[\w\u0300-\u036f]+(?:['’\-][\w\u0300-\u036f]+)*")
"""A word; marks that stand after their letter belong to it."""

FEWEST_EQUAL = 4
"""Words that both must have."""

LEAST_SHARE = 0.6
"""Share of the words between the first and the last common one that must be equal."""

MOST_WORDS = 120
"""Longer quotations are not aligned: their differences are shown as those of shared wording."""

MOST_HOLDING = 12
"""Two words in a row that more quotations hold pair none of them."""

SMALL = word_set(
    "a an the that this these those of and or to in on for with is are was were be been it its i we"
)
"""Words whose exchange is a matter of style or of transcription."""

ADDED = re.compile(r"\[[^\]]*\]|\([^)]*\)")
"""What a reporter put into a quotation."""


class Quotation(NamedTuple):
    """A quotation of one document."""

    document: int
    span: Span
    words: tuple[str, ...]
    spans: tuple[Span, ...]


class TwoWordings(NamedTuple):
    """Two quotations of what seems to be one utterance."""

    one: Quotation
    other: Quotation
    share: float
    """Share of the words that agree, from 0 to 1."""
    is_exchange: bool
    """Does one have another word that carries meaning where the other has one?"""
    cues: tuple[Span, ...]
    """Words of the first that the second has not."""
    other_cues: tuple[Span, ...]
    """Words of the second that the first has not."""


class Step(NamedTuple):
    """Words of one quotation beside words of another."""

    is_equal: bool
    start: int
    end: int
    other_start: int
    other_end: int


def quotation_of(document: int, text: str, span: Span) -> Quotation:
    """A quotation with its words.

    Args:
        document: index of its document.
        text: the document's text.
        span: where it stands, without its marks.
    """
    added = [match.span() for match in ADDED.finditer(text, span.start, span.end)]
    matches = [
        match
        for match in WORD.finditer(text, span.start, span.end)
        if not any(start <= match.start() < end for start, end in added)
    ]
    words = tuple(unicodedata.normalize("NFC", match[0]).casefold().replace("’", "'") for match in matches)
    return Quotation(document, span, words, tuple(Span(*match.span()) for match in matches))


def in_two_wordings(quotations: Sequence[Quotation]) -> Iterator[TwoWordings]:
    """Pairs of quotations that give one utterance in two wordings.

    Args:
        quotations: of all documents.
    """
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, quotation in enumerate(quotations):
        if len(quotation.words) <= MOST_WORDS:
            for pair in set(pairwise(quotation.words)):
                index[pair].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for holding in index.values():
        if len(holding) <= MOST_HOLDING:
            shared.update((one, two) for place, one in enumerate(holding) for two in holding[place + 1 :])
    for (one, two), count in sorted(shared.items()):
        if count >= 2:
            found = _compared(quotations[one], quotations[two])
            if found is not None:
                yield found


def _compared(one: Quotation, other: Quotation) -> TwoWordings | None:
    from rapidfuzz.distance import Levenshtein

    steps = _merged(Levenshtein.opcodes(one.words, other.words))
    equal = [number for number, step in enumerate(steps) if step.is_equal]
    if not equal:
        return None
    inner = steps[equal[0] : equal[-1] + 1]
    agreed = sum(step.end - step.start for step in inner if step.is_equal)
    size = max(inner[-1].end - inner[0].start, inner[-1].other_end - inner[0].other_start)
    # A word exchanged at the very end is the point of many a difference: "we reject his visit".
    last = steps[equal[-1] + 1 :]
    if last and 0 < last[0].end - last[0].start <= 2 and 0 < last[0].other_end - last[0].other_start <= 2:
        inner.append(last[0])
        size += last[0].end - last[0].start
    differing = [step for step in inner if not step.is_equal and not _are_alike(one, other, step)]
    cues = tuple(one.spans[n] for step in differing for n in range(step.start, step.end))
    other_cues = tuple(other.spans[n] for step in differing for n in range(step.other_start, step.other_end))
    words = {word for step in differing for word in one.words[step.start : step.end]}
    words |= {word for step in differing for word in other.words[step.other_start : step.other_end]}
    if agreed < FEWEST_EQUAL or agreed < LEAST_SHARE * size or words <= SMALL:
        return None
    is_exchange = any(
        not set(one.words[step.start : step.end]) <= FUNCTION
        and not set(other.words[step.other_start : step.other_end]) <= FUNCTION
        for step in differing
    )
    return TwoWordings(one, other, agreed / size, is_exchange, cues, other_cues)


def _are_alike(one: Quotation, other: Quotation, step: Step) -> bool:
    """Is it one thing written in two ways: `air strikes`, `eleventh`, another form of the word?"""
    first, second = one.words[step.start : step.end], other.words[step.other_start : step.other_end]
    if "".join(first).replace("-", "") == "".join(second).replace("-", ""):
        return True
    if [base_form(word) for word in first] == [base_form(word) for word in second]:
        return True
    values = [value for value in number_values(first) if value is not None]
    return bool(values) and values == [value for value in number_values(second) if value is not None]


def _merged(opcodes: Opcodes) -> list[Step]:
    """The steps from one quotation to the other, with neighbouring differences as one."""
    found: list[Step] = []
    for code in opcodes:
        step = Step(code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end)
        if found and not step.is_equal and not found[-1].is_equal:
            before = found.pop()
            step = Step(False, before.start, step.end, before.other_start, step.other_end)
        found.append(step)
    return found
