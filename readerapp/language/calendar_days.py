"""The days of the calendar as they are written: `Feb. 28, 2019`, `the 3rd of May`, `2019-02-28`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readerapp.language.calendar_words import MONTHS, SHORT_MONTHS
from readerapp.language.tokens import DASHES, HYPHENS, Token, glued, lower_at, word_set


@dataclass(slots=True)
class Found:
    """A moment while its words are gathered."""

    first: int
    last: int
    values: dict[str, int | str | bool | None]


def month_at(tokens: Sequence[Token], place: int) -> Found | None:
    """A month, with the day and the year behind it."""
    if place >= len(tokens):
        return None
    token = tokens[place]
    month = MONTHS.get(token.lower) or SHORT_MONTHS.get(token.lower)
    if month is None or (
        token.is_word and not token.is_capitalised and token.lower in ("may", "march", "august")
    ):
        return None
    end = place + 1
    if token.lower in SHORT_MONTHS and lower_at(tokens, end) == "." and token.lower != "may":
        end += 1
    found = Found(place, end, {"month": month, "granularity": "month"})
    day, after = _day_number(tokens, end)
    if day is not None:
        found.values |= {"day": day, "granularity": "day"}
        found.last = end = after
        if lower_at(tokens, end) in DASHES | {"to", "and"}:
            # `May 3-5`: the first day stands for all of them.
            later, after = _day_number(tokens, end + 1)
            if later is not None and later > day and lower_at(tokens, end) in DASHES:
                found.last = end = after
        if lower_at(tokens, end) == "," and year_at(tokens, end + 1) is not None:
            end += 1
    elif lower_at(tokens, end) in (",", "of"):
        end += 1
    year = year_at(tokens, end)
    if year is not None:
        found.values["year"] = year
        found.last = end + 1
    elif tuple(lower_at(tokens, end + step) for step in range(3)) == ("of", "this", "year"):
        found.last = end + 3
    if day is None and year is None and not _is_month_alone(tokens, place):
        return None
    return found


_BEFORE_MONTHS = word_set(
    "in last this next since until till by early late mid of and from to before after during "
    "through every each between earlier"
)
_AFTER_VERB_MAY = word_set("be have not said say says also")


def _is_month_alone(tokens: Sequence[Token], place: int) -> bool:
    """Is a month's name without day and year the month, and not the verb, the name or the adjective?"""
    word = tokens[place].lower
    if word in MONTHS and word not in ("may", "march", "april", "june", "august"):
        return True
    before = lower_at(tokens, place - 1)
    if before in HYPHENS:
        before = lower_at(tokens, place - 2)
    allowed = before in _BEFORE_MONTHS
    if word in SHORT_MONTHS and word not in MONTHS:
        return allowed and lower_at(tokens, place + 1) == "."
    if word == "may" or word == "march":
        # `May said`, `in March on the capital`
        verb = word == "may" and lower_at(tokens, place + 1) in _AFTER_VERB_MAY
        return allowed and not tokens[place].text.isupper() and not verb
    return allowed or (word in ("april", "june") and lower_at(tokens, place + 1) in ("'s", "."))


def _day_number(tokens: Sequence[Token], place: int) -> tuple[int | None, int]:
    """A day of a month that begins at a token, and the token after it."""
    word = lower_at(tokens, place)
    if not word.isascii() or not word.isdigit() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None, place
    end = place + 1
    if lower_at(tokens, end) in ("st", "nd", "rd", "th") and glued(tokens, end):
        end += 1
    elif lower_at(tokens, end) in (":", "%") and glued(tokens, end):
        return None, place
    return int(word), end


def year_at(tokens: Sequence[Token], place: int) -> int | None:
    """The year in four digits at a token."""
    word = lower_at(tokens, place)
    if len(word) != 4 or not word.isascii() or not word.isdigit() or not 1000 <= int(word) <= 2199:
        return None
    return None if lower_at(tokens, place + 1) in (":", "%") and glued(tokens, place + 1) else int(word)


def day_month_at(tokens: Sequence[Token], place: int) -> Found | None:
    """`28 February 2019`, `the 3rd of May`."""
    day, end = _day_number(tokens, place)
    if day is None:
        return None
    if lower_at(tokens, end) == "of":
        end += 1
    if end >= len(tokens):
        return None
    token = tokens[end]
    month = MONTHS.get(token.lower) or SHORT_MONTHS.get(token.lower)
    if month is None or not token.is_capitalised:
        return None
    if lower_at(tokens, end + 1) == "." and token.lower in SHORT_MONTHS and token.lower not in MONTHS:
        end += 1
    found = Found(place, end + 1, {"month": month, "day": day, "granularity": "day"})
    at = end + 1
    if lower_at(tokens, at) == ",":
        at += 1
    year = year_at(tokens, at)
    if year is not None:
        found.values["year"] = year
        found.last = at + 1
    return found


def numeric_date_at(tokens: Sequence[Token], place: int) -> Found | None:
    """`2019-02-28` and `28/2/2019`; a date whose day and month may be exchanged tells its year only."""
    if place + 4 >= len(tokens) or not all(glued(tokens, place + step) for step in range(1, 5)):
        return None
    if tokens[place + 1].text not in ("-", "/") or tokens[place + 3].text != tokens[place + 1].text:
        return None
    texts = [tokens[place + step].text for step in (0, 2, 4)]
    if not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in texts):
        return None
    first, second, third = (int(part) for part in texts)
    if len(texts[0]) == 4 and 1 <= second <= 12 and 1 <= third <= 31:
        found = Found(place, place + 5, {"year": first, "month": second, "day": third})
        if lower_at(tokens, place + 5) == "t" and glued(tokens, place + 5):
            found.last += 1
        return found
    if len(texts[2]) != 4 or not 1 <= min(first, second) <= 12 or max(first, second) > 31:
        return None
    values: dict[str, int | str | bool | None] = {"year": third, "granularity": "year"}
    if max(first, second) > 12 or first == second:
        values = {"year": third, "month": min(first, second), "day": max(first, second)}
    return Found(place, place + 5, values)
