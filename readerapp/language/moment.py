"""A moment as far as its words tell, its date once the day of publication is known, and whether two agree.

Two moments agree where nothing that both say differs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date, timedelta

from readerapp.language.calendar_words import PARTS
from readerapp.model.span import Span

NEIGHBOURS = ({"evening", "night"}, {"afternoon", "evening"})
"""Parts of one day that people do not keep apart."""

MINUTES_ABOUT = 20
"""Minutes that `about` lets a clock time be off."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or a stretch of time, as far as its words tell."""

    span: Span
    """Where it is named, with `late`, `last` and the like."""
    year: int | None = None
    """Year of our era; of a decade its first."""
    month: int | None = None
    """1 to 12."""
    day: int | None = None
    """1 to 31."""
    weekday: int | None = None
    """0 is Monday."""
    hour: int | None = None
    """0 to 23, as the clock of `zone` shows it."""
    minute: int | None = None
    """0 to 59."""
    part: str | None = None
    """`morning`, `afternoon`, `evening` or `night`."""
    offset_days: int | None = None
    """Days from the day of publication, where only that is said: -1 is yesterday, -7 last week."""
    granularity: str = "day"
    """The finest that is told: `minute`, `hour`, `day`, `week`, `month`, `year` or `decade`."""
    relation: str = "on"
    """How the moment is meant: `on`, `before`, `after`, `since`, `until` or `by`."""
    zone: str | None = None
    """`gmt`, `local` ... where one is told with the hour."""
    is_hedged: bool = False
    """Do `about`, `around` or `early` soften it?"""


def moments_agree(one: Moment, other: Moment) -> bool | None:
    """Can two moments be the same?

    Returns:
        True where something that both tell is equal and nothing differs; False where something differs;
        None where they tell different things.
    """
    spans = _days_of(one), _days_of(other)
    if one.relation != "on" or other.relation != "on":
        if spans[0] is None or spans[1] is None:
            return True if _equal_parts(one, other) else None
        first, second = _opened(spans[0], one.relation), _opened(spans[1], other.relation)
        return first[0] <= second[1] and second[0] <= first[1]
    if spans[0] is not None and spans[1] is not None:
        if spans[0][0] > spans[1][1] or spans[1][0] > spans[0][1]:
            return False
        clocks = _clocks_agree(one, other)
        return clocks is not False
    return _equal_parts(one, other)


def _equal_parts(one: Moment, other: Moment) -> bool | None:
    """Do the parts of the calendar that both tell agree? None where there are none."""
    known = False
    if "decade" in (one.granularity, other.granularity) and one.year and other.year:
        return one.year // 10 == other.year // 10
    for first, second in (
        (one.year, other.year),
        (one.month, other.month),
        (one.day, other.day),
        (one.weekday, other.weekday),
        (one.offset_days, other.offset_days) if one.granularity == other.granularity else (None, None),
    ):
        if first is not None and second is not None:
            if first != second:
                return False
            known = True
    clocks = _clocks_agree(one, other)
    if clocks is False:
        return False
    return True if known or clocks else None


def _clocks_agree(one: Moment, other: Moment) -> bool | None:
    """Do the hours, or the parts of the day, agree?"""
    if one.zone != other.zone and (one.zone or other.zone):
        return None
    if one.hour is not None and other.hour is not None:
        apart = abs(one.hour * 60 + (one.minute or 0) - other.hour * 60 - (other.minute or 0))
        if one.is_hedged or other.is_hedged:
            return apart <= MINUTES_ABOUT
        if one.granularity == other.granularity:
            return apart == 0
        return apart <= MINUTES_ABOUT // 2
    if one.part is not None and other.part is not None and one.hour is None and other.hour is None:
        return one.part == other.part or {one.part, other.part} in NEIGHBOURS
    first, second = _hours_of(one), _hours_of(other)
    if first is None or second is None:
        return None
    return bool(first & second)


def _hours_of(moment: Moment) -> frozenset[int] | None:
    """The hours of the day that a moment can be in."""
    if moment.hour is not None:
        return frozenset((moment.hour,))
    return None if moment.part is None else PARTS.get(moment.part)


def _days_of(moment: Moment) -> tuple[float, float] | None:
    """The first and the last day of a moment whose year is known, counted from year 1."""
    if moment.year is None or not 1 <= moment.year <= 9998:
        return None
    if moment.granularity == "decade":
        last_year = moment.year + 9 if moment.year % 10 == 0 else moment.year
        return float(date(moment.year, 1, 1).toordinal()), float(
            date(min(last_year, 9999), 12, 31).toordinal()
        )
    if moment.month is None:
        return float(date(moment.year, 1, 1).toordinal()), float(date(moment.year, 12, 31).toordinal())
    first = date(moment.year, moment.month, 1)
    if moment.day is None:
        following = date(moment.year + moment.month // 12, moment.month % 12 + 1, 1)
        return float(first.toordinal()), float(following.toordinal() - 1)
    day = float(first.toordinal() + moment.day - 1)
    if moment.granularity == "week":
        monday = (day - 1) - (day - 1) % 7 + 1
        return monday, monday + 6
    return day, day


def _opened(days: tuple[float, float], relation: str) -> tuple[float, float]:
    """The days that a moment leaves open: all that follow it, or all that come before."""
    if relation in ("before", "until", "by"):
        return -math.inf, days[1]
    if relation in ("after", "since"):
        return days[0], math.inf
    return days


def resolved(moment: Moment, published: date | None, direction: int | None) -> Moment:
    """The moment with the date that its words mean on the day of publication.

    Args:
        moment: as its words tell it.
        published: the day of publication, where it is known.
        direction: -1 after `last`, 1 after `next`, 0 after `this`.
    """
    moment = _valid(moment)
    return _with_weekday(moment if published is None else _on_day(moment, published, direction))


def _on_day(moment: Moment, published: date, direction: int | None) -> Moment:
    try:
        if moment.offset_days is not None and moment.day is None:
            there = published + timedelta(days=moment.offset_days)
            if moment.granularity == "year":
                years = round(moment.offset_days / 365.25)
                return replace(moment, year=published.year + years)
            if moment.granularity == "month":
                months = published.year * 12 + published.month - 1 + round(moment.offset_days / 30.44)
                return replace(moment, year=months // 12, month=months % 12 + 1)
            return replace(moment, year=there.year, month=there.month, day=there.day)
        if moment.weekday is not None and moment.month is None:
            back = (published.weekday() - moment.weekday) % 7
            if direction == 1:
                there = published + timedelta(days=7 - back if back else 7)
            else:
                there = published - timedelta(days=7 if direction == -1 and not back else back)
            return replace(moment, year=there.year, month=there.month, day=there.day)
        if moment.month is not None and moment.year is None and direction is not None:
            year = published.year
            if direction == -1 and moment.month >= published.month:
                year -= 1
            if direction == 1 and moment.month <= published.month:
                year += 1
            return _valid(replace(moment, year=year))
    except (OverflowError, ValueError):
        return moment
    return moment


def _valid(moment: Moment) -> Moment:
    """Without a day that its month does not have."""
    if moment.day is None or moment.month is None:
        return moment
    try:
        date(moment.year or 2000, moment.month, moment.day)
    except ValueError:
        return replace(moment, day=None, granularity="month")
    return moment


def _with_weekday(moment: Moment) -> Moment:
    if (
        moment.weekday is None
        and moment.year
        and moment.month
        and moment.day
        and moment.granularity != "week"
    ):
        return replace(moment, weekday=date(moment.year, moment.month, moment.day).weekday())
    return moment
