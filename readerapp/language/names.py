"""The names in an English text: persons, places, organisations, and which of them are the same.

A name is a run of capitalised words. In headlines, where every word has a capital, only names count that
the rest of the document has, and countries. What kind of name it is, and which full name a surname or a
row of initials stands for, is decided for the whole document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readerapp.language.countries import countries, stands_for
from readerapp.language.name_runs import (
    Run,
    Sort,
    Token,
    Usage,
    is_capitalised,
    is_headline,
    runs_of,
    tokens_of,
)
from readerapp.language.name_words import PARTICLES
from readerapp.language.same_names import initials, same_name
from readerapp.model import Span

__all__ = ["Name", "Sort", "names_of", "same_name", "stands_for"]


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of somebody or something by name."""

    span: Span
    """Where, in code points, without titles before it and without a possessive `'s`."""
    text: str
    """As it is written there."""
    sort: Sort
    key: str
    """What all mentions of the same in one document have in common, case-folded: `vladimir putin` for
    `Mr. Putin` where the document tells the full name, `russia` for `Russian`."""


MAIN_PERSON = 3
"""How much oftener a full name must stand than all others with its surname, for the surname to mean it."""


def names_of(text: str, sentences: Sequence[Span]) -> list[Name]:
    """All mentions of names in a document, in order.

    Args:
        text: the whole document.
        sentences: its sentences, in order.
    """
    tokens = [tokens_of(text, sentence) for sentence in sentences]
    headlines = [
        is_headline(text, sentence, words) for sentence, words in zip(sentences, tokens, strict=True)
    ]
    running = [words for words, headline in zip(tokens, headlines, strict=True) if not headline]
    usage = Usage(text, running)
    runs: list[Run] = []
    for words, headline in zip(tokens, headlines, strict=True):
        if not headline:
            runs.extend(runs_of(text, words, usage))
    full = _full_keys(runs)
    sorts = _sorts(runs, full)
    found = [_name(text, run.tokens, full.get(run.key, run.key), sorts) for run in runs]
    known = _known(found)
    for words, headline in zip(tokens, headlines, strict=True):
        if headline:
            found.extend(_known_names(text, words, known))
    return sorted(found, key=lambda name: name.span.start)


def _totals(runs: Sequence[Run], full: dict[str, str]) -> dict[str, dict[Sort, float]]:
    totals: dict[str, dict[Sort, float]] = defaultdict(lambda: defaultdict(float))
    for run in runs:
        mine = totals[full.get(run.key, run.key)]
        for sort, weight in run.evidence:
            mine[sort] += weight
    return totals


def _sorts(runs: Sequence[Run], full: dict[str, str]) -> dict[str, Sort]:
    """The likeliest sort of each key."""
    return {
        key: max(weights, key=lambda sort: weights[sort]) if weights else Sort.UNKNOWN
        for key, weights in _totals(runs, full).items()
    }


def _full_keys(runs: Sequence[Run]) -> dict[str, str]:
    """Short keys with the one full key of the document that each can stand for."""
    sorts = _sorts(runs, {})
    mentions = Counter(run.key for run in runs)
    by_last: dict[str, set[str]] = defaultdict(set)
    by_first: dict[str, set[str]] = defaultdict(set)
    by_initials: dict[str, set[str]] = defaultdict(set)
    full: dict[str, str] = {}
    seen: dict[tuple[str, str], str] = {}
    table = countries()
    for key in sorted(sorts, key=lambda key: (len(key.split()), key)):
        words = key.split()
        if len(words) < 2 or key in table.names or key in table.capitals or sorts[key] is Sort.PLACE:
            continue
        if sorts[key] is Sort.PERSON:
            ends = (words[0], words[-1])
            if ends in seen:
                full[key] = seen[ends]
                continue
            seen[ends] = key
            by_first[words[0]].add(key)
            by_last[words[-1]].add(key)
            if len(words) == 3 and words[1] in PARTICLES:
                by_last[" ".join(words[1:])].add(key)
        else:
            by_initials[initials(words)].add(key)
    for key in sorts:
        if key in table.names or key in table.capitals:
            continue
        for candidates in (by_last.get(key), by_first.get(key), by_initials.get(key.replace(".", ""))):
            if candidates and key not in candidates:
                first = max(sorted(candidates), key=mentions.__getitem__)
                others = sum(mentions[candidate] for candidate in candidates if candidate != first)
                if mentions[first] >= MAIN_PERSON * others:
                    full[key] = first
                break
    return full


def _name(text: str, tokens: Sequence[Token], key: str, sorts: dict[str, Sort]) -> Name:
    span = Span(tokens[0].start, tokens[-1].end)
    return Name(span, text[span.start : span.end], sorts.get(key, Sort.UNKNOWN), key)


def _known(names: Sequence[Name]) -> dict[str, Name]:
    """Names of running text by how they are written, case-folded."""
    return {" ".join(name.text.casefold().replace("’", "'").split()): name for name in names}


def _known_names(text: str, tokens: Sequence[Token], known: dict[str, Name]) -> Iterator[Name]:
    """What a headline names, of what the rest of the document names, and countries."""
    table = countries()
    number = 0
    while number < len(tokens):
        for length in range(min(5, len(tokens) - number), 0, -1):
            chosen = tokens[number : number + length]
            span = Span(chosen[0].start, chosen[-1].end)
            written = " ".join(text[span.start : span.end].casefold().replace("’", "'").split())
            country = table.names.get(written) or table.capitals.get(written)
            if not is_capitalised(chosen[0].word) or (written == "us" and chosen[0].word != "US"):
                continue
            if written in known:
                yield replace(known[written], span=span, text=text[span.start : span.end])
            elif country is not None:
                yield Name(span, text[span.start : span.end], Sort.PLACE, country)
            else:
                continue
            number += length - 1
            break
        number += 1
