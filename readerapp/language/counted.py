"""The noun that a number counts: `firefighters` of `40 volunteer firefighters`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from readerapp.language.numbers import TENS, UNITS
from readerapp.language.tokens import HYPHENS, Token, glued, lower_at, word_set
from readerapp.language.word_forms import base_form

LONGEST_PHRASE = 9
"""Tokens after a number that are looked at for the noun."""

STOPS = word_set(
    "a about across after against ago ahead all along also although am amid among an and any are "
    "around as at away back be because been before behind being below beneath beside between "
    "beyond but by can could despite did do does down during each either for from had has have "
    "he her here him his how i if in inside into is it its just last like may me might must near "
    "next no nor not now of off on once only onto or our out outside over per she should since "
    "so some than that the their them then there these they this those though through to today "
    "together tomorrow toward towards under until unless up upon us was we were what when where "
    "which while who whom whose why will with within without would yesterday yet you your "
    "including apart later earlier already still worth"
)
"""Words that no noun phrase goes on over."""

STATES = word_set(
    "dead killed wounded injured hurt missing arrested detained displaced homeless hospitalised "
    "hospitalized burned burnt trapped unaccounted evacuated rescued found held shot destroyed "
    "damaged drowned"
)
"""What people or things are said to be right behind their number."""

PLURALS = word_set(
    "people police men women children crew troops aircraft staff cattle sheep fish personnel "
    "clergy teeth feet policemen policewomen firemen fishermen gunmen servicemen spacecraft "
    "media youth kin offspring"
)
"""Nouns of many without an `s`."""

NOT_PLURAL = word_set(
    "was is has as this his its us yes plus perhaps thus always afterwards besides sometimes towards across"
)

OF_MEMBERS = word_set("group crowd team pair band convoy fleet gang number total series handful")


class Counted(NamedTuple):
    """A noun with what belongs to it."""

    lemma: str
    """Its singular; a name as it is written."""
    first: int
    """First token of the phrase."""
    head: int
    """Token of the noun."""
    last: int
    """The token after the noun."""


def counted_after(tokens: Sequence[Token], place: int, *, one: bool) -> Counted | None:
    """The counted noun of a phrase that begins behind a number.

    Args:
        tokens: of the text.
        place: the token after the number.
        one: whether the noun may be a singular: after `one`, and in `90-day stay`.
    """
    head = -1
    last = min(place + LONGEST_PHRASE, len(tokens))
    at = place
    while at < last:
        token = tokens[at]
        word = token.lower
        if token.text in HYPHENS and at > place - 1 and glued(tokens, at):
            at += 1
            continue
        if not token.is_word:
            if (
                token.text == "."
                and glued(tokens, at)
                and len(tokens[at - 1].text) == 1
                and tokens[at - 1].is_capitalised
            ):
                at += 1
                continue
            if (
                token.is_digits
                and at > place
                and (tokens[at - 1].text in HYPHENS or tokens[at - 1].text.isupper())
            ):
                at += 1
                continue
            break
        if word in STOPS or (word in UNITS and word != "one") or word in TENS:
            break
        if word in STATES and (head >= 0 or not _is_noun_ahead(tokens, at + 1)):
            break
        if is_plural(word):
            head = at
            following = tokens[at + 1] if at + 1 < last else None
            if following is None or not is_plural(following.lower) or following.lower in STATES:
                break
        elif one:
            # `the 59-year-old baker sang`, `a 90-day stay began`
            if head >= 0 and (word.endswith(("ed", "ing", "ly")) or base_form(word) != word):
                break
            head = at
        elif head >= 0:
            break
        at += 1
    if head < 0 or (not one and not is_plural(tokens[head].lower)):
        return None
    return Counted(_singular(tokens[head].lower.removesuffix("'s")), place, head, head + 1)


def _singular(word: str) -> str:
    base = base_form(word)
    # `medics` looks like `politics`, but nobody counts politics.
    return word[:-1] if base == word and word.endswith("ics") else base


def counted_in_compound(tokens: Sequence[Token], place: int) -> Counted | None:
    """The `boat` of `five-boat convoy`, whose hyphen stands at a token."""
    if lower_at(tokens, place) not in HYPHENS or not glued(tokens, place) or place + 1 >= len(tokens):
        return None
    token = tokens[place + 1]
    if not token.is_word or token.lower in STOPS:
        return None
    return Counted(_singular(token.lower), place + 1, place + 1, place + 2)


def is_plural(word: str) -> bool:
    """Does a word look like a noun of many?"""
    word = word.removesuffix("'")
    if word in PLURALS:
        return True
    return (
        len(word) > 2
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s"))
        and word not in NOT_PLURAL
    )


def _is_noun_ahead(tokens: Sequence[Token], place: int) -> bool:
    """Does a word that a noun phrase may go on with stand at a place?"""
    word = lower_at(tokens, place)
    return (
        word.isalpha() and word not in STOPS and (is_plural(word) or is_plural(lower_at(tokens, place + 1)))
    )
