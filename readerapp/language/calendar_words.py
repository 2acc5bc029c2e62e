"""The English words of the calendar and the clock."""

from __future__ import annotations

_MONTHS = "january february march april may june july august september october november december"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties"

MONTHS = {name: number for number, name in enumerate(_MONTHS.split(), 1)}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}

WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAYS.split())}
SHORT_WEEKDAYS = {name[:3]: number for name, number in WEEKDAYS.items()} | {"tues": 1, "thur": 3, "thurs": 3}

DECADES = {name: number * 10 for number, name in enumerate(_DECADES.split(), 2)}
"""Decades of the twentieth century, by the year they begin with."""

PARTS = {
    "morning": frozenset(range(13)),
    "afternoon": frozenset(range(12, 19)),
    "evening": frozenset(range(16, 24)),
    "night": frozenset((*range(18, 24), *range(7))),
}
"""The parts of a day, and the hours that they may hold."""

SPANS_OF_TIME = {
    **dict.fromkeys(("hour", "hours"), (1 / 24, "hour")),
    **dict.fromkeys(("minute", "minutes"), (1 / 1440, "minute")),
    **dict.fromkeys(("day", "days"), (1.0, "day")),
    **dict.fromkeys(("week", "weeks"), (7.0, "week")),
    **dict.fromkeys(("fortnight", "fortnights"), (14.0, "week")),
    **dict.fromkeys(("month", "months"), (30.44, "month")),
    **dict.fromkeys(("year", "years"), (365.25, "year")),
    **dict.fromkeys(("decade", "decades"), (3652.5, "year")),
    **dict.fromkeys(("century", "centuries"), (36525.0, "year")),
}
"""What may stand before `ago`: its length in days, and how finely it tells."""

RELATIONS = {
    "before": "before",
    "after": "after",
    "following": "after",
    "since": "since",
    "until": "until",
    "till": "until",
    "by": "by",
    "from": "since",
}
"""Words before a moment that say on which side of it something lies."""

ZONES = {
    **dict.fromkeys(("gmt", "utc"), "gmt"),
    **dict.fromkeys(
        ("bst", "cet", "cest", "est", "edt", "pst", "pdt", "cst", "cdt", "mst", "mdt", "ist", "jst", "et"),
        "local",
    ),
    "local": "local",
}
"""Clocks that stand behind an hour; what is not Greenwich is the clock of the place."""
