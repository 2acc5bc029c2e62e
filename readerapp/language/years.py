"""Years and decades as they are written: `in 2016`, `the 2008 election`, `the nineteen eighties`."""

from __future__ import annotations

from collections.abc import Sequence

from readerapp.language.calendar_days import Found, year_at
from readerapp.language.calendar_words import DECADES
from readerapp.language.tokens import DASHES, HYPHENS, Token, glued, lower_at, word_set


def short_decade_at(tokens: Sequence[Token], place: int) -> Found | None:
    """`the 1990s`, `the late 90s`, `'90s`."""
    first = place
    if not tokens[place].is_digits:
        place += 1
        if not glued(tokens, place):
            return None
    text = lower_at(tokens, place)
    if len(text) not in (2, 4) or not text.isdigit() or text[-1] != "0":
        return None
    end = place + 1
    if lower_at(tokens, end) in ("'", "’") and glued(tokens, end):
        end += 1
    if lower_at(tokens, end) != "s" or not glued(tokens, end):
        return None
    if len(text) == 4:
        if not 1000 <= int(text) <= 2190:
            return None
        return Found(first, end + 1, {"year": int(text), "granularity": "decade"})
    # `in her 60s` is an age.
    before = lower_at(tokens, first - 1)
    if first == place and before not in ("the", "early", "late", "mid"):
        return None
    if any(word in ("his", "her", "their", "my", "your") for word in (before, lower_at(tokens, first - 2))):
        return None
    return Found(
        first, end + 1, {"year": (1900 if int(text) > 20 else 2000) + int(text), "granularity": "decade"}
    )


def word_decade_at(tokens: Sequence[Token], place: int) -> Found | None:
    """`the nineteen eighties`, `the sixties`."""
    before = lower_at(tokens, place - 1)
    if before == "nineteen":
        return Found(
            place - 1, place + 1, {"year": 1900 + DECADES[tokens[place].lower], "granularity": "decade"}
        )
    if before in ("the", "early", "late", "mid") and lower_at(tokens, place - 2) not in (
        "his",
        "her",
        "their",
    ):
        return Found(place, place + 1, {"year": 1900 + DECADES[tokens[place].lower], "granularity": "decade"})
    return None


def nineteen_at(tokens: Sequence[Token], place: int) -> Found | None:
    """`nineteen eighties`, which begins at a token."""
    at = place + (2 if lower_at(tokens, place + 1) in HYPHENS else 1)
    if lower_at(tokens, at) not in DECADES:
        return None
    return Found(place, at + 1, {"year": 1900 + DECADES[tokens[at].lower], "granularity": "decade"})


_BEFORE_YEARS = word_set(
    "in since until till from of during early late mid back before after year by through circa "
    "and or the that this between spring summer autumn fall winter season to ( his her its their "
    "a an 's"
)
_BEFORE_SURE_YEARS = word_set(
    "in since during early late mid spring summer autumn fall winter year until till the that"
)


def bare_year_at(tokens: Sequence[Token], place: int) -> Found | None:
    """`in 2016`, `the 2008 election`; never `2,016 people`, `2016 people` or `about 2000 names`."""
    year = year_at(tokens, place)
    if year is None:
        return None
    before = lower_at(tokens, place - 1)
    if before in HYPHENS and lower_at(tokens, place - 2) == "mid":
        before = "mid"
    end = place + 1
    following = lower_at(tokens, end)
    if following in ("%", "/") or (
        following in HYPHENS and glued(tokens, end) and lower_at(tokens, end + 1).isalpha()
    ):
        return None
    if following in DASHES and glued(tokens, end) and glued(tokens, end + 1):
        # A season, `2004-05`, is told by its first year.
        later = lower_at(tokens, end + 1)
        if not later.isdigit() or len(later) not in (2, 4):
            return None
        if later.isdigit() and (len(later) == 2 or 1000 <= int(later) <= 2199):
            return Found(place, end + 2, {"year": year, "granularity": "year", "is_hedged": True})
    plural = (
        following.isalpha()
        and (following.endswith("s") or following == "people")
        and following not in ("was", "is", "has", "as", "its", "his", "this")
    )
    if before in _BEFORE_SURE_YEARS and year >= 1000:
        if plural and not tokens[end].is_capitalised and before in ("in", "during", "until", "till"):
            return None
        return Found(place, end, {"year": year, "granularity": "year"})
    if not 1900 <= year <= 2099:
        return None
    if plural and not tokens[end].is_capitalised and before != "'s":
        return None
    named = end < len(tokens) and tokens[end].is_word and not glued(tokens, end)
    if before in _BEFORE_YEARS or named or not following or following in ".,;:)—–-":
        return Found(place, end, {"year": year, "granularity": "year"})
    return None
