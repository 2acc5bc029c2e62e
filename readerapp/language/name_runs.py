"""Runs of capitalised words in an English text that are names, and what speaks for each sort of name.

A word that has a capital because a sentence starts with it is told from a name by how the rest of the
document writes it. Titles, days and months divide a run and are no part of a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from readerapp.language.countries import countries
from readerapp.language.name_words import (
    BODIES,
    CLOCK,
    DAYS,
    FIRST_NAMES,
    FOR_HEADS,
    HEADS,
    MONTHS,
    PARTICLES,
    SITES,
    STATES,
    SUFFIXES,
    THINGS,
    TITLES,
    ordinary_words,
)
from readerapp.model import Span


class Sort(StrEnum):
    """What a name names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a sentence."""

    start: int
    end: int
    word: str
    """Without a possessive ending."""
    folded: str
    possessive: bool


@dataclass(frozen=True, slots=True)
class Run:
    """The words of one mention of a name, and what speaks for each sort."""

    tokens: tuple[Token, ...]
    key: str
    evidence: tuple[tuple[Sort, float], ...]


TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?=\s+[^\W\d_])|[^\W_]+(?:[-'’&.][^\W_]+)*")
POSSESSIVE = re.compile(r"['’][sS]$")
CONTRACTION = re.compile(r"^(?:I|[A-Za-z]+n)['’]\w+$|^\w+['’](?:ll|ve|re|d|m)$")
ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,6}$|(?:[A-Z]\.){2,}$")
INITIAL = re.compile(r"[^\W\d_]\.?$")
PARTY_AND_STATE = re.compile(r"[DRI]-[A-Z]")
SPEAKS = frozenset(
    (
        "said",
        "says",
        "told",
        "asked",
        "added",
        "wrote",
        "tweeted",
        "replied",
        "testified",
        "insisted",
        "argued",
    )
)
PERSON_AFTER = re.compile(
    r",\s(?:who\b|\d{2},|\d{2}\b(?!\s\w))|['’]s\s(?:wife|husband|lawyer|son|daughter|mother|father)\b"
)
OPENS = re.compile(r"[\"“‘':(\[-]\s*$")
ENDS = re.compile(r"[.!?][\"”’')]*$")
SURNAMES_TOO = frozenset(("lady", "king", "prince"))
"""Titles that stand inside names as well."""
JOINING = frozenset(("of", "and", "the", "for"))
SMALL_WORDS = PARTICLES | JOINING
LONGEST_NAME = 8
"""Words that a name has at most."""


def tokens_of(text: str, sentence: Span) -> list[Token]:
    """The words of a sentence, in order."""
    found = []
    for match in TOKEN.finditer(text, sentence.start, sentence.end):
        word, end = match[0], match.end()
        possessive = POSSESSIVE.search(word) is not None
        if possessive:
            word, end = word[:-2], end - 2
        elif text[end : end + 1] in ("'", "’") and word[-1] in "sS" and text[end + 1 : end + 2] == " ":
            possessive = True
        if word:
            found.append(Token(match.start(), end, word, word.casefold().replace("’", "'"), possessive))
    return found


def is_capitalised(word: str) -> bool:
    """Has it a capital, perhaps after an article as in `al-Senn`?"""
    return word[0].isupper() or (word[:3].casefold() in ("al-", "el-") and word[3:4].isupper())


def is_headline(text: str, sentence: Span, tokens: Sequence[Token]) -> bool:
    """Does nearly every word have a capital, so that capitals tell nothing?"""
    long = [token.word for token in tokens if len(token.word) > 3 and token.word[0].isalpha()]
    if len(long) < 3:
        return False
    capital = sum(word[0].isupper() for word in long)
    if sum(word.isupper() for word in long) > 0.7 * len(long):
        return True
    ended = ENDS.search(text[max(sentence.start, sentence.end - 6) : sentence.end]) is not None
    return capital >= (0.9 if ended else 0.65) * len(long) and (not ended or len(long) > 6)


class Usage:
    """How the document writes a word where nothing asks for a capital."""

    def __init__(self, text: str, sentences: Sequence[Sequence[Token]]) -> None:
        self.small: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        self.initial: Counter[str] = Counter()
        for tokens in sentences:
            for number, token in enumerate(tokens):
                if not is_capitalised(token.word):
                    self.small[token.folded] += 1
                elif _is_initial(text, tokens, number):
                    self.initial[token.folded] += 1
                else:
                    self.capital[token.folded] += 1

    def is_ordinary(self, token: Token, *, followed: bool, speaks: bool) -> bool:
        """Has a sentence's first word its capital from the sentence?"""
        word = token.folded
        if word in ordinary_words() or CONTRACTION.match(token.word):
            return True
        if self.capital[word]:
            return self.small[word] > self.capital[word]
        if self.small[word]:
            return True
        table = countries()
        if word in table.names or word in table.capitals or word in STATES or word in FIRST_NAMES:
            return False
        if followed or ACRONYM.match(token.word):
            return word.endswith(("ly", "ing"))
        certain = token.possessive or speaks or self.initial[word] > 1
        return not certain or word.endswith(("ly", "ing", "ed", "ers", "ions", "ents", "ists"))


def _is_initial(text: str, tokens: Sequence[Token], number: int) -> bool:
    start = tokens[number].start
    return number == 0 or OPENS.search(text[max(tokens[number - 1].end, start - 4) : start]) is not None


def runs_of(text: str, tokens: Sequence[Token], usage: Usage) -> Iterator[Run]:
    """The names in a sentence of running text, in order."""
    number = 0
    while number < len(tokens):
        token = tokens[number]
        if not is_capitalised(token.word) or _never_named(token):
            number += 1
            continue
        end = _run_end(text, tokens, number)
        first = number
        number = end
        if _is_initial(text, tokens, first):
            speaks = end < len(tokens) and tokens[end].folded in SPEAKS
            while first < end and usage.is_ordinary(tokens[first], followed=end - first > 1, speaks=speaks):
                first += 1
                if first < end and is_capitalised(tokens[first].word):
                    break
        yield from _without_titles(text, tokens, first, end)


def _never_named(token: Token) -> bool:
    return token.word == "I" or CONTRACTION.match(token.word) is not None or token.folded in CLOCK


def _run_end(text: str, tokens: Sequence[Token], number: int) -> int:
    """The token after the run of capitalised ones that starts here."""
    end = number + 1
    while end < len(tokens) and end - number < LONGEST_NAME and not tokens[end - 1].possessive:
        last, token = tokens[end - 1], tokens[end]
        gap = text[last.end : token.start]
        if gap.startswith(".") and (last.folded in TITLES or last.folded in ("st", "ft", "mt")):
            gap = gap[1:]
        if not gap or (
            gap.strip() not in ("", "&") and not (token.folded in SUFFIXES and gap.strip() == ",")
        ):
            return end
        if is_capitalised(token.word):
            if _never_named(token):
                return end
            end += 1
            continue
        joined = _joined(text, tokens, number, end)
        if joined == end:
            return end
        end = joined
    return end


def _joined(text: str, tokens: Sequence[Token], number: int, end: int) -> int:
    """The end of a run that goes on after small words, such as `of the`; the same end if it does not."""
    word, head = tokens[end].folded, tokens[end - 1].folded
    following = end + 1
    if word == "of" and following < len(tokens) and tokens[following].folded == "the":
        following += 1
    if following >= len(tokens) or text[tokens[end].end : tokens[following].start].strip() not in ("", "the"):
        return end
    if not is_capitalised(tokens[following].word):
        return end
    in_body = any(
        token.folded in ("department", "ministry", "academy", "organisation", "committee")
        and after.folded == "of"
        for token, after in pairwise(tokens[number:end])
    )
    goes_on = (
        word in PARTICLES
        or (word == "of" and head in HEADS)
        or (word == "for" and head in FOR_HEADS)
        or (word == "and" and (in_body or f"{head} and {tokens[following].folded}" in _WITH_AND))
    )
    return following + 1 if goes_on else end


_WITH_AND = frozenset(("bosnia and herzegovina", "trinidad and tobago", "bosnia and hercegovina"))


def _without_titles(text: str, tokens: Sequence[Token], first: int, end: int) -> Iterator[Run]:
    """The names in a run of capitalised words: what titles, days and months leave of it."""
    begin, titled = first, first > 0 and _is_title(tokens[first - 1])
    for number in range(first, end + 1):
        token = tokens[number] if number < end else None
        titles = token is not None and _is_title(token)
        if titles and number + 1 < end and tokens[number + 1].folded in BODIES:
            titles = False  # as in Justice Department
        divides = token is None or titles or _is_date(tokens, number, begin)
        if token is not None and token.folded in SURNAMES_TOO:
            divides = number == begin
        if not divides:
            continue
        if begin < number:
            run = _run(text, tokens, begin, number, titled=titled)
            if run is not None:
                yield run
        titled = titles
        begin = number + 1


def _is_title(token: Token) -> bool:
    return token.folded in TITLES and not token.possessive


def _is_date(tokens: Sequence[Token], number: int, begin: int) -> bool:
    word = tokens[number].folded
    if word in DAYS:
        return True
    if word not in MONTHS:
        return False
    named = number > begin and tokens[number - 1].folded in FIRST_NAMES
    return not named


def _run(text: str, tokens: Sequence[Token], begin: int, end: int, *, titled: bool) -> Run | None:
    while begin < end and tokens[begin].folded in SMALL_WORDS and end - begin > 1:
        if is_capitalised(tokens[begin].word) and tokens[begin].folded not in JOINING:
            break
        begin += 1
    while begin < end and not is_capitalised(tokens[end - 1].word):
        end -= 1
    chosen = tuple(tokens[begin:end])
    if not chosen or (len(chosen) == 1 and len(chosen[0].word) == 1) or PARTY_AND_STATE.match(chosen[0].word):
        return None
    words = [token.folded for token in chosen]
    key = _key(words)
    if not key or (len(chosen) == 1 and words[0] in ordinary_words() and chosen[0].word != "US"):
        return None
    if len(chosen) == 1 and words[0] in SITES:
        return None
    return Run(chosen, key, tuple(_evidence(text, tokens, begin, end, key, titled=titled)))


def _key(words: Sequence[str]) -> str:
    table = countries()
    whole = " ".join(words)
    country = table.names.get(whole) or table.capitals.get(whole)
    if country is not None:
        return country
    kept = [word for word in words if word not in SUFFIXES]
    inner = [
        word for number, word in enumerate(kept) if number in (0, len(kept) - 1) or not INITIAL.match(word)
    ]
    return " ".join(inner)


def _evidence(
    text: str, tokens: Sequence[Token], begin: int, end: int, key: str, *, titled: bool
) -> Iterator[tuple[Sort, float]]:
    """What speaks for each sort, and how much."""
    chosen = tokens[begin:end]
    words = [token.folded for token in chosen]
    table = countries()
    if key in table.names or key in table.capitals or key in STATES:
        yield Sort.PLACE, 2.5 if titled else 6.0
    if titled:
        yield Sort.PERSON, 4.0
    if any(word in BODIES for word in words):
        yield Sort.ORGANISATION, 3.5
    if (
        words[-1] in SITES
        or words[-1].endswith("shire")
        or words[0] in ("lake", "mount", "port", "fort", "gulf", "bay", "strait", "isle", "sea")
    ):
        yield Sort.PLACE, 4.5
    if words[-1] in THINGS:
        yield Sort.UNKNOWN, 4.0
    if len(chosen) == 1 and ACRONYM.match(chosen[0].word):
        yield Sort.ORGANISATION, 2.0
    if words[0] in FIRST_NAMES:
        yield Sort.PERSON, 3.2 if len(words) > 1 else 1.0
    if len(words) > 2 and any(INITIAL.match(word) for word in words[:-1]):
        yield Sort.PERSON, 2.0
    before = (
        tokens[begin - 1].folded if begin and text[tokens[begin - 1].end : chosen[0].start].isspace() else ""
    )
    if before in ("in", "near"):
        yield Sort.PLACE, 1.6
    elif before in ("at", "from", "across", "outside", "to"):
        yield Sort.PLACE, 0.3
    elif before in ("the", "a", "an"):
        yield Sort.UNKNOWN, 0.9
    elif 2 <= len(words) <= 3 and all(word.replace("-", "").isalpha() for word in words):
        yield Sort.PERSON, 0.8
    after = tokens[end].folded if end < len(tokens) else ""
    if after in SPEAKS or before in SPEAKS:
        yield Sort.PERSON, 1.0
    if PERSON_AFTER.match(text, chosen[-1].end):
        yield Sort.PERSON, 2.0
