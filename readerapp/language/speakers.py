"""The people that a text names, and whom a name or a pronoun means.

A surname stands for the fullest name that the text gives one person of that surname; where two people share
it, it stays as it is. A pronoun stands for somebody only where the sentence it stands in, the last speaker or
the sentence before name a person whom it fits; otherwise it stands for nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from readerapp.language.english_words import NOT_NAMES, PREPOSITIONS, TIMES, word_set
from readerapp.language.report_phrases import Piece
from readerapp.model import Span

TABLE = "given_names.tsv"
"""A pronoun, then given names of people who are mostly called so."""

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
_WORD = rf"(?:{_CAPITAL}\.(?:{_CAPITAL}\.)*|{_CAPITAL}[^\W_]*(?:['’\-‑][^\W_]+)*)"
_SHORT_TITLE = (
    r"(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Capt|Sgt|Rev|Prof|Hon|Amb|Adm|Maj|Cmdr|Pres)\.(?=\s)"
)
NAME_RUN = re.compile(
    rf"(?<![\w'’])(?:{_SHORT_TITLE}|{_WORD})"
    rf"(?:[ \u00a0](?:(?:bin|al|de|van|von|der|la|del|da|el|ben)[ \u00a0])?"
    rf"(?:{_SHORT_TITLE}|(?:Jr|Sr)\.|{_WORD})){{0,7}}"
)

PARTY = re.compile(r"[RDI]-[A-Z]")
"""A party and a state, as in "R-Ky."."""

HIS_TITLES = word_set(
    """
    mr congressman chairman spokesman king prince sir lord pope councilman
    """
)
HER_TITLES = word_set(
    """
    mrs ms miss congresswoman chairwoman spokeswoman queen princess lady dame councilwoman
    """
)
TITLES = (
    word_set(
        """
    dr sen sens rep reps gov gen lt col capt sgt rev prof hon amb adm maj cmdr pres president
    senator representative governor general colonel captain major admiral secretary minister
    chancellor premier judge justice chief mayor counsel director speaker leader republican democrat
    attorney professor ambassador commissioner sheriff officer detective chairperson chair
    spokesperson rabbi imam bishop archbishop cardinal father reverend prosecutor analyst
    correspondent reporter former
    """
    )
    | HIS_TITLES
    | HER_TITLES
)
SUFFIXES = word_set("jr sr ii iii iv")
ORGANISATIONS = word_set(
    """
    house senate department ministry committee council court party times post news street county
    university college school hospital states state kingdom union nations nation city island islands
    bank fund group association federation institute foundation agency bureau service office
    administration government congress parliament army navy force forces police kremlin pentagon
    press journal tribune herald gazette company corporation inc corp ltd airlines air church
    conference coalition campaign commission center centre museum hall tower bridge river lake sea
    ocean mountain park avenue road square york america africa asia europe east west north south war
    act bill law day week board team club league cup games network radio television tv society
    alliance front movement organization organisation republic republicans democrats americans
    carolina dakota hampshire jersey mexico virginia fox cnn abc nbc cbs
    """
)


class Person(NamedTuple):
    """Somebody whom a text names."""

    name: str
    """The fullest name in the text, without titles."""
    pronoun: str | None
    """"he" or "she" where a title or the given name tells."""


class Mention(NamedTuple):
    """A place where a person is named."""

    start: int
    """First code point."""
    person: Person
    """Who."""


class _Name(NamedTuple):
    start: int
    words: tuple[str, ...]
    pronoun: str | None
    sure: bool


@cache
def _given_names() -> dict[str, str]:
    table = files("readerapp.language").joinpath(TABLE).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines())
    return {name: pronoun for pronoun, names in rows for name in names.split()}


def _plain(word: str) -> str:
    """In lower case, without a full stop at the end."""
    return word.lower().rstrip(".")


def _surname(words: Sequence[str]) -> str:
    kept = [word for word in words if _plain(word) not in SUFFIXES]
    return kept[-1] if kept else words[-1]


def _parsed(start: int, run: str, before: str) -> _Name | None:
    """A run of capitalised words as a name, or None where it names no person."""
    words = run.replace("\u00a0", " ").split(" ")
    pronoun: str | None = None
    titled = False
    first = 0
    for place, word in enumerate(words):
        plain = _plain(word)
        if plain in TITLES and not (place + 1 == len(words) and place > 0):
            titled, first = True, place + 1
            pronoun = "he" if plain in HIS_TITLES else "she" if plain in HER_TITLES else None
        elif plain in NOT_NAMES or plain in TIMES or (word.endswith(("'s", "’s")) and place + 1 < len(words)):
            first = place + 1
    kept = words[first:]
    if kept and kept[-1].endswith(("'s", "’s")):
        kept[-1] = kept[-1][:-2]
    if not kept or not kept[-1] or any(_plain(word) in ORGANISATIONS for word in kept):
        return None
    offset = sum(len(word) + 1 for word in words[:first])
    given = _given_names().get(kept[0]) if len(kept) > 1 or titled else None
    sure = titled or given is not None
    if not sure and (len(kept) > 4 or (first == 0 and before.lower().endswith("the "))):
        return None
    if PARTY.match(kept[0]):
        return None
    if kept[0].isupper() and len(kept) == 1 and len(kept[0]) > 1 and not titled:
        return None
    return _Name(start + offset, tuple(kept), pronoun or given, sure)


class People:
    """Whom a text names, and where."""

    def __init__(self, text: str) -> None:
        """Collect the names of a text.

        Args:
            text: the whole text.
        """
        names = [
            name
            for match in NAME_RUN.finditer(text)
            if (name := _parsed(match.start(), match[0], text[max(0, match.start() - 4) : match.start()]))
        ]
        self._by_surname: dict[str, dict[str, Person]] = {}
        self._certain: set[str] = set()
        self._given: dict[str, set[str]] = {}
        self._called: set[str] = set()
        self._collect(names)
        self.mentions: list[Mention] = []
        """Where people are named, in order; only those who are people beyond doubt."""
        for name in names:
            if not name.sure and _surname(name.words) not in self._certain:
                continue
            self.mentions.append(Mention(name.start, self._person(name.words, name.pronoun)))
        self._starts = [mention.start for mention in self.mentions]

    def _collect(self, names: Sequence[_Name]) -> None:
        pronouns: dict[tuple[str, str], str] = {}
        fullest: dict[tuple[str, str], tuple[str, ...]] = {}
        titles: dict[str, set[str]] = {}
        for name in names:
            surname = _surname(name.words)
            if name.sure:
                self._certain.add(surname)
            if len(name.words) == 1:
                if name.pronoun:
                    titles.setdefault(surname, set()).add(name.pronoun)
                continue
            key = (surname, name.words[0])
            if len(name.words) > len(fullest.get(key, ())):
                fullest[key] = name.words
            if name.pronoun:
                pronouns[key] = name.pronoun
            if name.sure and name.words[0] in _given_names():
                self._called.add(name.words[0])
        for (surname, given), words in fullest.items():
            pronoun = pronouns.get((surname, given))
            called = titles.get(surname, set())
            if pronoun is None and len(called) == 1:
                (pronoun,) = called
            full = Person(" ".join(words), pronoun)
            self._by_surname.setdefault(surname, {})[given] = full
            if given in self._called:
                self._given.setdefault(given, set()).add(surname)

    def _person(self, words: Sequence[str], pronoun: str | None) -> Person:
        surname = _surname(words)
        known = self._by_surname.get(surname, {})
        if len(words) > 1:
            return known.get(words[0]) or Person(" ".join(words), pronoun)
        fitting = [one for one in known.values() if pronoun is None or one.pronoun in (None, pronoun)]
        if len(fitting) == 1:
            return fitting[0]
        surnames = self._given.get(surname, set())
        if not known and len(surnames) == 1:
            return self._by_surname[next(iter(surnames))][surname]
        return Person(words[0], pronoun)

    def named_by(self, pieces: Sequence[Piece]) -> Person | None:
        """Whom a noun phrase names, or None where it names nobody.

        Args:
            pieces: of the phrase, in order.
        """
        head = list(pieces)
        for place, piece in enumerate(pieces):
            if place and (piece.kind != "word" or piece.lower in PREPOSITIONS):
                head = list(pieces[:place])
                break
        if not head or head[-1].kind != "word" or not head[-1].written[0].isupper():
            return None
        first = len(head) - 1
        while first and (head[first - 1].written[0].isupper() and not head[first - 1].possessive):
            first -= 1
        definite = first > 0 and head[0].lower in ("the", "a", "an")
        run = " ".join(piece.written for piece in head[first:])
        if head[0].lower == "the" and first == 0:
            definite, run = True, " ".join(piece.written for piece in head[1:])
        name = _parsed(0, run, "the " if definite and first <= 1 else "")
        if name is None or (definite and not (name.sure and len(name.words) > 1)):
            return None
        return self._person(name.words, name.pronoun)

    def is_certain(self, person: Person) -> bool:
        """Is it a person beyond doubt, not an organisation or a word at the beginning of a sentence?"""
        return _surname(person.name.split(" ")) in self._certain

    def named_in(self, span: Span) -> list[Mention]:
        """The people named in a stretch of the text, in order."""
        return self.mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
