"""Wording that several places share: verbatim, edited or moved, across documents and within one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from readerapp.language.analysis import Analysis
from readerapp.matching.agreements import agreements_in
from readerapp.matching.boundaries import Bounds, bounds_of, span_of
from readerapp.matching.candidates import candidates_in
from readerapp.matching.groups import Group, Pair, grouped, without_contained
from readerapp.matching.regions import regions_of
from readerapp.matching.stream import Stream, stream_of
from readerapp.matching.utterances import shared_utterances
from readerapp.model import Finding, Kind, Passage, Progressed, Span

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")

FOOTER_WORDS = 12
"""A passage of fewer words that stands in most of many documents is their furniture, not their text."""

MANY_DOCUMENTS = 6
"""From so many documents on a passage can be furniture."""


class OverlapFinder:
    """Finds shared wording in one pass over the words of all documents."""

    def find(self, analysis: Analysis, earlier: Sequence[Finding]) -> Iterator[Finding | Progressed]:
        """The overlaps between the documents and within each.

        Args:
            analysis: the documents.
            earlier: not used; this finder comes first.

        Yields:
            how far the work is, then findings of kind overlap, those of the strongest evidence first.
        """
        documents = analysis.documents
        texts = analysis.texts
        yield Progressed("reading words", 0.0)
        stream = stream_of([analysis.words(index) for index in range(len(documents))])
        yield Progressed("looking for shared wording", 0.2)
        agreements = agreements_in(stream)
        yield Progressed("gathering passages", 0.5)
        regions = regions_of(stream, agreements)
        del agreements
        yield Progressed("weighing passages", 0.7)
        pairs = []
        paragraphs = cache(lambda: _paragraph_starts(stream, texts))
        for candidate in candidates_in(stream, regions, paragraphs):
            left, right = bounds_of(stream, texts, candidate)
            pairs.append(Pair(left, right, candidate.rate, candidate.evidence))
        del regions
        yield Progressed("looking at quotations", 0.9)
        quotations = _quotation_bounds(stream, analysis)

        def same_line(one: int, other: int) -> bool:
            index = int(stream.documents[one])
            if index != stream.documents[other]:
                return False
            return texts[index].find("\n", int(stream.ends[one]), int(stream.starts[other])) < 0

        pairs += shared_utterances(stream, quotations, same_line)
        groups = grouped(without_contained(pairs))
        told: set[str] = set()
        for group in sorted(groups, key=lambda group: (-_score(group), group.places)):
            if _is_furniture(stream, group, len(documents)):
                continue
            finding = _finding(stream, analysis, group)
            # Two groups of words can come to stand for the very same passages.
            if finding.id not in told:
                told.add(finding.id)
                yield finding


def _paragraph_starts(stream: Stream, texts: Sequence[str]) -> NDArray[np.int64]:
    """Positions in the stream of the words that follow a blank line."""
    found = []
    for index, text in enumerate(texts):
        first, last = stream.firsts[index], stream.firsts[index + 1]
        ends = [match.end() for match in BLANK_LINE.finditer(text)]
        found.append(np.searchsorted(stream.starts[first:last], np.array(ends, np.int64)) + first)
    return np.concatenate(found).astype(np.int64)


def _quotation_bounds(stream: Stream, analysis: Analysis) -> list[Bounds]:
    """First and last word of every quotation."""
    bounds = []
    for index in range(len(analysis.documents)):
        spans = analysis.quotations(index)
        if not spans:
            continue
        first, last = stream.firsts[index], stream.firsts[index + 1]
        starts = np.searchsorted(stream.starts[first:last], [span.start for span in spans]) + first
        ends = np.searchsorted(stream.ends[first:last], [span.end for span in spans], side="right") + first
        bounds += [Bounds(int(a), int(b) - 1) for a, b in zip(starts, ends, strict=True) if b > a]
    return bounds


def _is_furniture(stream: Stream, group: Group, documents: int) -> bool:
    """Is it a short line that most of many documents carry?"""
    holding = {int(stream.documents[place.first]) for place in group.places}
    shortest = min(place.last - place.first + 1 for place in group.places)
    return documents >= MANY_DOCUMENTS and len(holding) > documents / 2 and shortest < FOOTER_WORDS


def _finding(stream: Stream, analysis: Analysis, group: Group) -> Finding:
    passages = []
    for place in group.places:
        index = int(stream.documents[place.first])
        span = span_of(stream, analysis.texts, place)
        passages.append(
            Passage(
                document=analysis.documents[index].id,
                start=span.start,
                end=span.end,
                text=analysis.texts[index][span.start : span.end],
                quotation=_is_quoted(analysis.quotations(index), span),
            )
        )
    verbatim = _same_words(stream, group.places) and _same_letters(passages)
    return Finding(
        id=analysis.identities.of(Kind.OVERLAP, passages),
        kind=Kind.OVERLAP,
        type="verbatim" if verbatim else "edited",
        score=_score(group),
        reason=_reason(group, passages, verbatim),
        passages=tuple(passages),
    )


def _is_quoted(quotations: Sequence[Span], span: Span) -> bool:
    """Does the span lie within a quotation, its marks counted in?"""
    place = bisect_right(quotations, (span.start + 1, 1 << 60)) - 1
    return place >= 0 and span.start >= quotations[place].start - 1 and span.end <= quotations[place].end + 1


def _same_words(stream: Stream, places: Sequence[Bounds]) -> bool:
    """Are the words of all places the same, in the same order, accents aside?"""
    first = stream.identities[places[0].first : places[0].last + 1]
    return all(np.array_equal(first, stream.identities[place.first : place.last + 1]) for place in places[1:])


def _same_letters(passages: Sequence[Passage]) -> bool:
    """Are all passages equal but for case, spaces and punctuation?"""
    return len({"".join(filter(str.isalnum, passage.text.casefold())) for passage in passages}) == 1


def _score(group: Group) -> float:
    """Confidence that the places share wording by more than chance and habit.

    Of the pairs that just reach the needed evidence about three in four were judged right on news
    articles and on Bible verses; with twice the evidence hardly any was wrong.
    """
    return float(round(min(0.99, 1 - 0.25 / group.evidence**1.5), 2))


def _reason(group: Group, passages: Sequence[Passage], verbatim: bool) -> str:
    """One sentence that says what was found and no more."""
    counts = [place.last - place.first + 1 for place in group.places]
    holding = list(dict.fromkeys(passage.document for passage in passages))
    where = f"in article {holding[0]}" if len(holding) == 1 else f"in articles {_listed(holding)}"
    if len(passages) > len(holding):
        where = ("twice " if len(passages) == 2 else f"{len(passages)} times ") + where
    if verbatim:
        return f"The same {max(counts)} words stand {where}."
    low, high = min(counts), max(counts)
    length = f"{low} words" if low == high else f"{low} to {high} words"
    return f"About {round(100 * group.rate)} % of {length} agree, {where}."


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1]
