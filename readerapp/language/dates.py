"""The moments that English prose names: dates, weekdays, clock times, years, and `yesterday`.

A moment holds what its words say and no more: `Thursday` has a weekday, `in 2016` a year. Where the day
of publication is known, words that count from it (`yesterday`, `on Thursday`, `last April`) become
dates. Two moments agree where nothing that both say differs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from readerapp.language.amounts import BEGINNERS, amount_at
from readerapp.language.bounds import bound_before
from readerapp.language.calendar_days import Found, day_month_at, month_at, numeric_date_at
from readerapp.language.calendar_words import (
    DECADES,
    MONTHS,
    PARTS,
    RELATIONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    SPANS_OF_TIME,
    WEEKDAYS,
    ZONES,
)
from readerapp.language.moment import Moment, moments_agree, resolved
from readerapp.language.tokens import HYPHENS, Token, glued, lower_at, tokens_of, word_set
from readerapp.language.years import bare_year_at, nineteen_at, short_decade_at, word_decade_at
from readerapp.model.span import Span

__all__ = ["Moment", "moments_agree", "moments_in", "moments_of"]


def moments_of(text: str, within: Span, published: date | None = None) -> list[Moment]:
    """The moments named in a stretch of a text, in order; they do not overlap.

    Args:
        text: the whole text.
        within: the stretch to read, in code points of the text.
        published: the day of publication, from which `yesterday` counts, where it is known.
    """
    tokens = tokens_of(text, within)
    return [moment for moment, _, _ in moments_in(tokens, published)]


def moments_in(tokens: Sequence[Token], published: date | None = None) -> list[tuple[Moment, int, int]]:
    """The same in tokens: each moment with its first token and the token after its last."""
    moments = []
    free = place = 0
    while place < len(tokens):
        found = _found_at(tokens, place)
        if found is None:
            place += 1
            continue
        _with_modifiers(tokens, found, free)
        moment = _moment(tokens, found, published)
        moments.append((moment, found.first, found.last))
        free = place = max(found.last, place + 1)
    return moments


def _found_at(tokens: Sequence[Token], place: int) -> Found | None:
    """The moment that begins at a token, without what stands before it."""
    token = tokens[place]
    reader = _READERS.get(token.lower)
    if reader is not None:
        found = reader(tokens, place)
        if found is not None:
            return found
    if token.lower in BEGINNERS:
        return _ago_at(tokens, place)
    if token.is_digits or token.text in ("'", "’", "‘"):
        return _digits_at(tokens, place)
    return None


_NEWSPAPERS = word_set("times telegraph mail mirror herald express post school")


def _weekday_at(tokens: Sequence[Token], place: int) -> Found | None:
    token = tokens[place]
    word = token.lower
    end = place + 1
    if word in SHORT_WEEKDAYS:
        if lower_at(tokens, end) == ".":
            end += 1
        if lower_at(tokens, end) == ",":
            end += 1
        month = month_at(tokens, end) if token.is_capitalised else None
        if month is None:
            return None
    following = tokens[end] if end < len(tokens) else None
    if following is not None and following.lower in _NEWSPAPERS:
        return None
    found = Found(place, end, {"weekday": (WEEKDAYS | SHORT_WEEKDAYS)[word]})
    _with_part(tokens, found)
    at = found.last
    if lower_at(tokens, at) in (",", "("):
        at += 1
    if lower_at(tokens, at) == "the":
        at += 1
    day = month_at(tokens, at) or day_month_at(tokens, at)
    if day is not None and "day" in day.values:
        found.values.update({name: value for name, value in day.values.items() if value is not None})
        found.last = day.last
    _with_clock(tokens, found)
    return found


def _month_alone_at(tokens: Sequence[Token], place: int) -> Found | None:
    found = month_at(tokens, place)
    if found is not None:
        _with_clock(tokens, found)
    return found


def _named_hour_at(tokens: Sequence[Token], place: int) -> Found | None:
    hour = 12 if tokens[place].lower in ("noon", "midday") else 0
    return Found(place, place + 1, {"hour": hour, "granularity": "hour"})


def _relative_day_at(tokens: Sequence[Token], place: int) -> Found | None:
    word = tokens[place].lower
    found = Found(place, place + 1, {"offset_days": {"yesterday": -1, "tomorrow": 1}.get(word, 0)})
    if word == "tonight":
        found.values["part"] = "night"
    _with_part(tokens, found)
    if lower_at(tokens, found.last) == "'s":
        return found
    _with_clock(tokens, found)
    return found


def _relative_at(tokens: Sequence[Token], place: int) -> Found | None:
    """`last week`, `this morning`, `next Friday`, `last April`."""
    which = tokens[place].lower
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}[which]
    following = place + 1
    word = lower_at(tokens, following).removesuffix("'s")
    if word in PARTS and which in ("this", "last"):
        return Found(place, following + 1, {"offset_days": step, "part": word})
    if word in ("week", "weekend", "month", "year") and which != "past":
        unit = "week" if word == "weekend" else word
        days = {"week": 7, "month": 30, "year": 365}[unit] * step
        return Found(place, following + 1, {"offset_days": days, "granularity": unit})
    if following >= len(tokens):
        return None
    if word in WEEKDAYS and tokens[following].lower == word:
        found = _weekday_at(tokens, following)
    elif (word in MONTHS or word in SHORT_MONTHS) and tokens[following].is_capitalised:
        found = month_at(tokens, following)
    else:
        return None
    if found is None:
        return None
    found.first = place
    if which != "previous":
        found.values["direction"] = step
    return found


def _ago_at(tokens: Sequence[Token], place: int) -> Found | None:
    """`two days ago`, `a year ago`."""
    token = tokens[place]
    if not token.is_digits and not token.is_word:
        return None
    amount = amount_at(tokens, place)
    if amount is None:
        if token.lower not in ("a", "an") or lower_at(tokens, place + 1) not in SPANS_OF_TIME:
            return None
        value, end, first = 1.0, place + 1, place
    else:
        value, end, first = amount.value, amount.last, amount.first
    word = lower_at(tokens, end)
    if word not in SPANS_OF_TIME or lower_at(tokens, end + 1) not in ("ago", "back") or value > 3000:
        return None
    days, unit = SPANS_OF_TIME[word]
    found = Found(first, end + 2, {"offset_days": -round(value * days), "granularity": unit})
    if amount is not None and (amount.is_vague or amount.is_part):
        found.values["is_hedged"] = True
    bound = bound_before(tokens, first)
    if bound is not None:
        found.first = bound[1]
        found.values["is_hedged"] = True
    return found


def _digits_at(tokens: Sequence[Token], place: int) -> Found | None:
    token = tokens[place]
    if not token.is_digits:
        return short_decade_at(tokens, place)
    if place and glued(tokens, place) and (tokens[place - 1].is_word or tokens[place - 1].text in "$£€#"):
        return None
    return (
        numeric_date_at(tokens, place)
        or day_month_at(tokens, place)
        or _clock_at(tokens, place)
        or short_decade_at(tokens, place)
        or bare_year_at(tokens, place)
        or _ago_at(tokens, place)
    )


def _clock_at(tokens: Sequence[Token], place: int) -> Found | None:
    """`7:15 p.m.`, `7.15pm`, `10am`, `0700 GMT`, `17:06 hours`; unmarked only after `at`."""
    text = tokens[place].text
    end = place + 1
    minute: int | None = None
    hours, point, minutes = text.partition(".")
    if point and len(minutes) == 2:
        minute = int(minutes)
    elif point or "," in text:
        return None
    elif lower_at(tokens, end) == ":" and glued(tokens, end) and glued(tokens, end + 1):
        minutes = lower_at(tokens, end + 1)
        if len(minutes) != 2 or not minutes.isdigit():
            return None
        minute = int(minutes)
        end += 2
        if lower_at(tokens, end) == ":" and glued(tokens, end) and lower_at(tokens, end + 1).isdigit():
            end += 2
    elif len(hours) == 4:
        hours, minute = text[:2], int(text[2:])
    if len(hours) > 2 or not hours or int(hours) > 23 or (minute or 0) > 59:
        return None
    hour = int(hours)
    half, after = _half_of_day(tokens, end)
    at_clock = lower_at(tokens, place - 1) in (
        "at",
        "around",
        "about",
        "before",
        "after",
        "until",
        "from",
        "by",
        "since",
    )
    zone_place = after
    zone = ZONES.get(lower_at(tokens, zone_place))
    if half is not None:
        if hour == 0 and minute is None:
            return None
        if hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        end = after
    elif lower_at(tokens, end) == "o'clock":
        end += 1
        zone = None
    elif minute is None:
        return None
    elif zone is None and lower_at(tokens, end) not in ("hours", "hrs", "h"):
        unmarked = (
            point or not at_clock or lower_at(tokens, place - 1) in ("by", "from", "since", "before", "after")
        )
        if unmarked and not (at_clock and ":" in (lower_at(tokens, place + 1),)):
            return None
        if len(text) == 4 and lower_at(tokens, place - 1) != "at":
            return None
    if lower_at(tokens, end) in ("hours", "hrs", "h"):
        end += 1
        zone_place = end
        zone = ZONES.get(lower_at(tokens, end))
    if zone is not None:
        end = zone_place + 1
        if lower_at(tokens, end) == "time":
            end += 1
    found = Found(place, end, {"hour": hour, "minute": minute, "zone": zone})
    found.values["granularity"] = "hour" if minute is None else "minute"
    _with_day_after_clock(tokens, found)
    return found


def _half_of_day(tokens: Sequence[Token], place: int) -> tuple[str | None, int]:
    """`a.m.` or `pm` at a token, and the token after it."""
    word = lower_at(tokens, place)
    if word in ("am", "pm"):
        return word, place + 1
    if word in ("a", "p") and lower_at(tokens, place + 1) == "." and lower_at(tokens, place + 2) == "m":
        return word + "m", place + (4 if lower_at(tokens, place + 3) == "." else 3)
    return None, place


def _with_day_after_clock(tokens: Sequence[Token], found: Found) -> None:
    """`7 p.m. on Friday`, `10 a.m. Monday`: the day belongs to the hour."""
    at = found.last
    for word in (",", "on"):
        if lower_at(tokens, at) == word:
            at += 1
    if at >= len(tokens):
        return
    word = tokens[at].lower
    if word in WEEKDAYS:
        day = _weekday_at(tokens, at)
    elif word in ("yesterday", "today", "tomorrow"):
        day = Found(at, at + 1, {"offset_days": {"yesterday": -1, "tomorrow": 1}.get(word, 0)})
    elif word in MONTHS or word in SHORT_MONTHS:
        day = month_at(tokens, at)
    else:
        day = day_month_at(tokens, at)
    if day is not None and ("day" in day.values or "weekday" in day.values or "offset_days" in day.values):
        found.values = day.values | {name: value for name, value in found.values.items() if value is not None}
        found.last = day.last


def _with_part(tokens: Sequence[Token], found: Found) -> None:
    """`Monday night`, `yesterday morning`, `on Monday in the evening`."""
    word = lower_at(tokens, found.last)
    if word in PARTS:
        found.values["part"] = word
        found.last += 1


def _with_clock(tokens: Sequence[Token], found: Found) -> None:
    """`Friday at 7 p.m.`: the hour belongs to the day."""
    at = found.last
    hedged = False
    for words in ((",",), ("at", "around", "about"), ("around", "about")):
        if lower_at(tokens, at) in words:
            hedged |= lower_at(tokens, at) in ("around", "about")
            at += 1
    if at == found.last or at >= len(tokens) or not tokens[at].is_digits:
        return
    clock = _clock_at(tokens, at)
    if clock is None or "day" in clock.values or "weekday" in clock.values:
        return
    found.values |= {name: value for name, value in clock.values.items() if value is not None}
    if hedged:
        found.values["is_hedged"] = True
    found.last = clock.last


_STRETCHES = word_set(
    "end beginning start middle morning evening night afternoon summer spring winter autumn fall"
)


def _with_modifiers(tokens: Sequence[Token], found: Found, free: int) -> None:
    """Take in `late`, `shortly after`, `the end of` and read the relation from what stands before."""
    first = found.first
    values = found.values
    while first > free:
        word = tokens[first - 1].lower
        if word in (
            "early",
            "late",
            "mid",
            "earlier",
            "later",
            "about",
            "around",
            "approximately",
            "roughly",
        ):
            values["is_hedged"] = True
            if word == "late" and "weekday" in values and "part" not in values:
                values["part"] = "night"
            elif (
                word == "early" and ("weekday" in values or "offset_days" in values) and "part" not in values
            ):
                values["part"] = "morning"
        elif word in HYPHENS and first - 1 > free and tokens[first - 2].lower == "mid":
            values["is_hedged"] = True
        elif (
            word == "of"
            and first - 2 > free
            and tokens[first - 2].lower
            in (
                "end",
                "beginning",
                "start",
                "middle",
                "morning",
                "evening",
                "night",
                "afternoon",
                "summer",
                "spring",
                "winter",
                "autumn",
                "fall",
            )
        ):
            part = tokens[first - 2].lower
            if part in PARTS:
                values.setdefault("part", part)
            else:
                values["is_hedged"] = True
            first -= 2
            if first > free and tokens[first - 1].lower == "the":
                first -= 1
            continue
        else:
            break
        first -= 1
    relation = RELATIONS.get(lower_at(tokens, first - 1)) if first > free else None
    if relation == "to" or relation == "and":
        relation = None
    if (
        relation is not None
        and lower_at(tokens, first - 1) in ("before", "after")
        and lower_at(tokens, first - 2) in ("shortly", "just", "soon")
        and "hour" in values
    ):
        relation = None
        values["is_hedged"] = True
        first = max(first - 2, free)
    if relation is not None:
        values["relation"] = relation
    found.first = first


def _moment(tokens: Sequence[Token], found: Found, published: date | None) -> Moment:
    values = dict(found.values)
    direction = values.pop("direction", None)
    known = {name: value for name, value in values.items() if value is not None}
    moment = Moment(Span(tokens[found.first].start, tokens[found.last - 1].end), **known)  # type: ignore[arg-type]
    return resolved(moment, published, direction if isinstance(direction, int) else None)


_READERS: dict[str, Callable[[Sequence[Token], int], Found | None]] = {
    **dict.fromkeys((*WEEKDAYS, *SHORT_WEEKDAYS), _weekday_at),
    **dict.fromkeys((*MONTHS, *SHORT_MONTHS), _month_alone_at),
    **dict.fromkeys(("noon", "midday", "midnight"), _named_hour_at),
    **dict.fromkeys(("yesterday", "today", "tomorrow", "tonight"), _relative_day_at),
    **dict.fromkeys(("last", "past", "previous", "this", "next", "coming"), _relative_at),
    **dict.fromkeys(DECADES, word_decade_at),
    "nineteen": nineteen_at,
}
"""Words that may begin a moment."""
