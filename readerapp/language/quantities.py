"""The quantities in English news prose: numbers with their bounds, units, counted nouns and slots.

Moments (`in 2016`, `two days ago`) are no quantities, nor are ordinals, scores and numbers that name
things. Reading is linear: around each number a fixed count of tokens is looked at. Whether two
quantities say the same is decided by `agreement_of`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readerapp.language.agreement import Agreement, agreement_of
from readerapp.language.amounts import BEGINNERS
from readerapp.language.counted import STATES, Counted, counted_after, counted_in_compound
from readerapp.language.dates import moments_in
from readerapp.language.measures import QUAKES, Measure, measure_at
from readerapp.language.numbers import SCALES, TENS, UNITS
from readerapp.language.quantity import Quantity
from readerapp.language.role_words import AFTER_LENGTH, CLAUSE_ENDS
from readerapp.language.roles import role_of_count, role_of_measure, role_of_money, role_of_share
from readerapp.language.tokens import HYPHENS, Token, glued, lower_at, tokens_of, word_set
from readerapp.language.units import CURRENCIES, DAY, SYMBOLS
from readerapp.language.word_forms import base_form
from readerapp.model.span import Span

__all__ = ["Agreement", "Quantity", "agreement_of", "quantities_of"]

NONE_OF = word_set("injury death casualty fatality arrest survivor victim hostage")
"""What `no` makes a count of none; of other nouns it denies."""

PART_BEFORE = word_set(
    "other another further additional remaining include including includes included among first final"
)
PART_AFTER = frozenset(
    ("of", word)
    for word in ["them", "whom", "those", "the", "these", "his", "her", "its", "their", "our", "which"]
)

STARTS = BEGINNERS | frozenset(SYMBOLS) | word_set("no nobody none twice thrice")
"""Words and signs that a quantity may begin with, beside digits; all else is passed over at once."""

COUNT_WORDS = frozenset((*UNITS, *TENS, *SCALES))

OLDEST = 120


def quantities_of(text: str, within: Span) -> list[Quantity]:
    """The quantities in a stretch of a text, in order; their spans do not overlap.

    Args:
        text: the whole text.
        within: the stretch to read, in code points of the text.
    """
    tokens = tokens_of(text, within)
    dated = bytearray(len(tokens))
    for _, first, last in moments_in(tokens):
        dated[first:last] = b"\x01" * (last - first)
    quantities: list[Quantity] = []
    place = free = 0
    of_whole = -1
    while place < len(tokens):
        if dated[place]:
            free = place = place + 1
            continue
        token = tokens[place]
        if not (token.lower in STARTS or token.is_digits):
            place += 1
            continue
        read = None
        if token.lower in ("no", "nobody", "none", "twice", "thrice"):
            read = _worded(tokens, place)
        if read is None:
            measure = measure_at(tokens, place, free)
            if measure is None or any(dated[place : measure.last]):
                place = _past_joined_digits(tokens, place)
                continue
            read = _read(tokens, measure)
        quantity, first, last = read
        if of_whole >= 0 and not any(
            tokens[at].text in ".;!?" for at in range(of_whole, min(first, of_whole + 40))
        ):
            quantity = replace(quantity, whole=False)
        if lower_at(tokens, first - 2) == "of" and lower_at(tokens, first - 1) in (
            "the",
            "those",
            "these",
            "all",
        ):
            if first == 2 or tokens[first - 3].text in ".,;(":
                of_whole = last
        elif "." in (lower_at(tokens, last), lower_at(tokens, last + 1)):
            of_whole = -1
        quantities.append(quantity)
        free = place = max(last, place + 1)
    return quantities


def _past_joined_digits(tokens: Sequence[Token], place: int) -> int:
    """The next token to look at: behind all of `3-2`, `2:15` and `555-1234`, which hold no amount."""
    if not tokens[place].is_digits:
        return place + 1
    place += 1
    while (
        place + 1 < len(tokens)
        and tokens[place].text in "-–:/"
        and glued(tokens, place)
        and tokens[place + 1].is_digits
        and glued(tokens, place + 1)
    ):
        place += 2
    return place


def _worded(tokens: Sequence[Token], place: int) -> tuple[Quantity, int, int] | None:
    """`no injuries`, `nobody was hurt`, `twice`."""
    word = tokens[place].lower
    span = Span(tokens[place].start, tokens[place].end)
    if word in ("twice", "thrice"):
        value = 2.0 if word == "twice" else 3.0
        role = role_of_count(tokens, place, place + 1, None)
        return Quantity(span, value, value, value, None, "time", None, False, role, True), place, place + 1
    end = place + 1
    counted: Counted | None = None
    if word == "no" and lower_at(tokens, end) != "one":
        counted = counted_after(tokens, end, one=True)
        if counted is None or counted.lemma not in NONE_OF:
            return None
        role = role_of_count(tokens, place, counted.last, counted.lemma)
        where = Span(tokens[counted.head].start, tokens[counted.head].end)
        return Quantity(span, 0.0, 0.0, 0.0, None, counted.lemma, where, False, role, True), place, end
    if word == "no":
        end += 1
    if lower_at(tokens, end) not in ("was", "were", "has", "had", "is", "died"):
        return None
    role = role_of_count(tokens, place, end, None)
    if role not in ("death", "injury", "arrest"):
        return None
    span = Span(tokens[place].start, tokens[end - 1].end)
    return Quantity(span, 0.0, 0.0, 0.0, None, "person", None, False, role, True), place, end


def _read(tokens: Sequence[Token], measure: Measure) -> tuple[Quantity, int, int]:
    """A measure with its noun, its slot, and whether it is the whole."""
    first, last = measure.first, measure.last
    unit: str | None = measure.unit
    role: str | None
    age = _age(tokens, measure)
    value, low, high = measure.value, measure.low, measure.high
    counted: Counted | None
    if age is not None:
        value, low, high, last, counted = age
        unit, role = "year", "age"
    elif unit is None:
        at = last
        if lower_at(tokens, at) == "more":
            at += 1
        if lower_at(tokens, at) == "of" and measure.is_vague:
            at += 1
        counted = counted_in_compound(tokens, at) or counted_after(tokens, at, one=value == 1)
        role = role_of_count(
            tokens, first, at if counted is None else counted.last, counted.lemma if counted else None
        )
    elif unit == "magnitude":
        counted, role = _quake(tokens, first), "magnitude"
    else:
        counted = _measured(tokens, last, unit)
        lemma = None if counted is None else counted.lemma
        behind = last if counted is None else counted.last
        if unit == "percent":
            role = role_of_share(tokens, first, behind, lemma)
        elif unit.partition(" per ")[0] in CURRENCIES:
            role = role_of_money(tokens, first, behind, lemma)
        else:
            role = role_of_measure(tokens, first, last, unit)
    where = None if counted is None else Span(tokens[counted.head].start, tokens[counted.head].end)
    name = None if counted is None else counted.lemma
    whole = role == "age" or not _is_part(tokens, first, last, is_count=unit is None)
    span = Span(tokens[first].start, tokens[last - 1].end)
    quantity = Quantity(span, value, low, high, unit, name, where, measure.is_bounded, role, whole)
    return quantity, first, last


def _measured(tokens: Sequence[Token], place: int, unit: str) -> Counted | None:
    """What a measure is of: the `stay` of `90-day stay`, the `voters` of `90 percent of eligible voters`."""
    if lower_at(tokens, place - 1) and lower_at(tokens, place) in ("of", "in", "worth"):
        if lower_at(tokens, place) == "in" and (
            unit not in CURRENCIES or lower_at(tokens, place + 1) in ("the", "a", "all")
        ):
            return None
        place += 2 if lower_at(tokens, place) == "worth" and lower_at(tokens, place + 1) == "of" else 1
        if lower_at(tokens, place) in ("the", "all", "its", "their", "his", "her", "a"):
            place += 1
    elif lower_at(tokens, place) in ("'", "’"):
        place += 1
    found = counted_after(tokens, place, one=True)
    if found is None or tokens[found.head].lower in STATES or tokens[found.head].lower in AFTER_LENGTH:
        return None
    return found


def _quake(tokens: Sequence[Token], first: int) -> Counted:
    """The earthquake whose strength is told: an aftershock where one is named near."""
    for at in range(first - 1, max(first - 12, -1), -1):
        if tokens[at].text in CLAUSE_ENDS:
            break
        if tokens[at].lower in ("aftershock", "aftershocks"):
            return Counted("aftershock", at, at, at + 1)
    for at in range(first, min(first + 8, len(tokens))):
        word = tokens[at].lower
        if word in ("aftershock", "aftershocks"):
            return Counted("aftershock", at, at, at + 1)
        if word in QUAKES:
            return Counted("earthquake", at, at, at + 1)
    return Counted("earthquake", first, first, first + 1)


def _age(tokens: Sequence[Token], measure: Measure) -> tuple[float, float, float, int, Counted | None] | None:
    """Value, lowest and highest in years, the end, and whose age it is; None where it is no age."""
    first, last = measure.first, measure.last
    if measure.unit == "second":
        at = last
        if lower_at(tokens, at) in HYPHENS:
            at += 1
        if lower_at(tokens, at) not in ("old", "olds") or lower_at(tokens, last - 1) not in (
            "year",
            "years",
            "month",
            "months",
            "week",
            "weeks",
            "day",
            "days",
        ):
            return None
        years = round(measure.value / (365.25 * DAY), 2)
        one = counted_after(tokens, at + 1, one=True)
        if one is None:
            one = _name_before(tokens, first)
        elif tokens[one.head].is_capitalised:
            one = one._replace(lemma=tokens[one.head].text)
        if not measure.is_bounded:
            return years, years, years, at + 1, one
        low, high = (edge / (365.25 * DAY) for edge in (measure.low, measure.high))
        return years, min(low, years), max(high, years), at + 1, one
    if measure.unit is not None or not tokens[last - 1].is_digits or not float(measure.value).is_integer():
        return None
    if not 0 < measure.value <= OLDEST or measure.is_bounded:
        return None
    before, following = lower_at(tokens, first - 1), lower_at(tokens, last)
    if before in ("aged", "age", "ages"):
        return measure.value, measure.value, measure.value, last, _name_before(tokens, first - 1)
    enclosed = (before == "," and following in (",", ".", ";", "")) or (before == "(" and following == ")")
    if not enclosed or first < 2 or not tokens[first - 2].is_word:
        return None
    if lower_at(tokens, last + 1).isdigit() or base_form(tokens[first - 2].lower) in (
        "page",
        "room",
        "number",
        "day",
    ):
        return None
    whose = _name_before(tokens, first)
    return None if whose is None else (measure.value, measure.value, measure.value, last, whose)


def _name_before(tokens: Sequence[Token], first: int) -> Counted | None:
    """The person named before an age: the last of their names, or the noun."""
    at = first - 1
    while at >= 0 and tokens[at].text in ",(":
        at -= 1
    if (
        at < 0
        or not tokens[at].is_word
        or tokens[at].lower in ("was", "is", "be", "and", "or", "than", "were")
    ):
        return None
    token = tokens[at]
    if token.is_capitalised:
        return Counted(token.text.replace("’", "'").removesuffix("'s"), at, at, at + 1)
    return Counted(base_form(token.lower), at, at, at + 1)


def _is_part(tokens: Sequence[Token], first: int, last: int, *, is_count: bool) -> bool:
    """Is a number a part of a total that stands elsewhere?"""
    if lower_at(tokens, first - 1) in PART_BEFORE or lower_at(tokens, first - 2) in ("among", "including"):
        return True
    following = lower_at(tokens, last)
    if is_count and (following, lower_at(tokens, last + 1)) in PART_AFTER:
        return True
    if following in ("others", "other", "more", "additional", "further", "extra"):
        return lower_at(tokens, last + 1) != "than"
    for at in range(first - 1, max(first - 10, -1), -1):
        text = tokens[at].lower
        if text in (".", ";", ":", "!", "?"):
            return False
        if text == "(":
            # `23 pirates (12 of one country and 11 of another)`
            before = tokens[max(at - 4, 0) : at]
            return is_count and any(token.is_digits or token.lower in COUNT_WORDS for token in before)
        if text == "including":
            return True
        if text in (")", "was", "were", "have", "has", "had"):
            return False
    return False
