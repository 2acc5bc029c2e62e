"""Moments: what dates, weekdays, clock times and years tell, and whether two can be the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.language.dates import Moment, moments_agree, moments_of
from readerapp.model.span import Span

PUBLISHED = date(2024, 5, 15)
"""A Wednesday."""


def all_in(text: str, published: date | None = None) -> list[Moment]:
    return moments_of(text, Span(0, len(text)), published)


def one_in(text: str, published: date | None = None) -> Moment:
    found = all_in(text, published)
    assert len(found) == 1, found
    return found[0]


def told_by(moment: Moment) -> tuple[int | None, int | None, int | None]:
    return moment.year, moment.month, moment.day


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It came on Feb. 28.", (None, 2, 28)),
        ("It came on 28 February 2019.", (2019, 2, 28)),
        ("It came on February 28, 2019.", (2019, 2, 28)),
        ("It came on 2019-02-28.", (2019, 2, 28)),
        ("It came on 28/2/2019.", (2019, 2, 28)),
        ("It came on the 3rd of May.", (None, 5, 3)),
        ("It came on Thursday, December 11, 2008.", (2008, 12, 11)),
        ("It came in May.", (None, 5, None)),
        ("It came in March 2019.", (2019, 3, None)),
        ("It came at the end of February.", (None, 2, None)),
        ("It came in 2016.", (2016, None, None)),
        ("It came in the 1990s.", (1990, None, None)),
        ("It came in the '90s.", (1990, None, None)),
        ("It came in the nineteen eighties.", (1980, None, None)),
        ("The 2008 election came.", (2008, None, None)),
        ("It came in the 2004-05 season.", (2004, None, None)),
    ],
)
def test_a_date_is_read_however_it_is_written(text: str, told: tuple[int | None, ...]) -> None:
    assert told_by(one_in(text)) == told


def test_a_full_date_knows_its_weekday() -> None:
    assert one_in("It came on 28 February 2019.").weekday == 3


def test_a_day_that_its_month_has_not_is_dropped() -> None:
    moment = one_in("It came on February 30, 2019.")
    assert (moment.month, moment.day) == (2, None)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("It came at 7:15 p.m.", 19, 15),
        ("It came at 7.15pm.", 19, 15),
        ("It came at 10am.", 10, None),
        ("It came at 12 a.m.", 0, None),
        ("It came at 12 p.m.", 12, None),
        ("It came at 0700 GMT.", 7, 0),
        ("It came at 17:06 hours.", 17, 6),
        ("It came at 13:53.", 13, 53),
        ("It came at 1353.", 13, 53),
        ("It came at 9 o'clock.", 9, None),
        ("It came at noon.", 12, None),
        ("It came at midnight.", 0, None),
    ],
)
def test_a_clock_time_is_read_however_it_is_written(text: str, hour: int, minute: int | None) -> None:
    moment = one_in(text)
    assert (moment.hour, moment.minute) == (hour, minute)


def test_day_and_hour_are_one_moment() -> None:
    for text in ("It came at 7:15 p.m. on Friday.", "It came on Friday at 7:15 p.m."):
        moment = one_in(text)
        assert (moment.weekday, moment.hour, moment.minute) == (4, 19, 15)


def test_parts_of_a_day_belong_to_it() -> None:
    assert one_in("It came on Wednesday night.").part == "night"
    assert one_in("It came late Monday.").part == "night"
    assert one_in("It came early Friday morning.").part == "morning"
    assert one_in("It came this morning.").part == "morning"


@pytest.mark.parametrize(
    ("text", "offset", "granularity"),
    [
        ("It came yesterday.", -1, "day"),
        ("It came today.", 0, "day"),
        ("It comes tomorrow.", 1, "day"),
        ("It came two days ago.", -2, "day"),
        ("It came a year ago.", -365, "year"),
        ("It came last week.", -7, "week"),
        ("It came earlier this week.", 0, "week"),
        ("It came last month.", -30, "month"),
        ("It came last night.", -1, "day"),
    ],
)
def test_relative_moments_count_from_the_day_of_writing(text: str, offset: int, granularity: str) -> None:
    moment = one_in(text)
    assert (moment.offset_days, moment.granularity) == (offset, granularity)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It came on Monday.", (2024, 5, 13)),
        ("It came on Wednesday.", (2024, 5, 15)),
        ("It came last Wednesday.", (2024, 5, 8)),
        ("It comes next Monday.", (2024, 5, 20)),
        ("It came yesterday.", (2024, 5, 14)),
        ("It came two days ago.", (2024, 5, 13)),
        ("It came last April.", (2024, 4, None)),
        ("It came last June.", (2023, 6, None)),
        ("It came last month.", (2024, 4, None)),
        ("It came last year.", (2023, None, None)),
        ("It comes next year.", (2025, None, None)),
    ],
)
def test_the_day_of_publication_makes_dates(text: str, told: tuple[int | None, ...]) -> None:
    assert told_by(one_in(text, PUBLISHED)) == told


@pytest.mark.parametrize(
    "text",
    [
        "They may march in the sun.",
        "May I come?",
        "The March on the capital grew.",
        "March 9 men home? No: march nine men home.",
        "An august body sat.",
        "He reads the Sunday Times.",
        "The 2,016 people came.",
        "About 2000 people came.",
        "2016 people came.",
        "They won 3-2.",
        "It stopped at the 2:15 mark.",
        "She is in her 60s.",
        "The second ferry sank.",
        "Call 555-1234.",
        "It costs $2016.",
        "He waited two days.",
    ],
)
def test_what_only_looks_like_a_moment_is_none(text: str) -> None:
    assert [moment for moment in all_in(text) if moment.day is None] == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("It ran until 2016.", "until"),
        ("It has run since 2016.", "since"),
        ("It closed before May 3.", "before"),
        ("It closed after May 3.", "after"),
        ("It will close by May 3.", "by"),
        ("It closed on May 3.", "on"),
    ],
)
def test_words_before_a_moment_tell_its_relation(text: str, relation: str) -> None:
    assert one_in(text).relation == relation


def test_a_span_of_time_has_two_moments() -> None:
    first, last = all_in("She stayed from September 2010 to January 2011.")
    assert (told_by(first), told_by(last)) == ((2010, 9, None), (2011, 1, None))


def test_the_span_takes_in_what_softens() -> None:
    text = "It closed at the end of February."
    moment = one_in(text)
    assert text[moment.span.start : moment.span.end] == "the end of February"
    assert moment.is_hedged


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        ("It came on Tuesday.", "It came on Friday.", False),
        ("It came on Tuesday.", "It came on Tuesday night.", True),
        ("It came on Tuesday, December 9, 2008.", "It came on Friday.", False),
        ("It came on Tuesday, December 9, 2008.", "It came on Tuesday.", True),
        ("It came in 2006.", "It came in 2005.", False),
        ("It came in 2006.", "It came in May 2006.", True),
        ("It came on June 20.", "It came on June 23.", False),
        ("It came on June 20.", "It came in June.", True),
        ("It came on Friday.", "It came in June.", None),
        ("It came in the 1940s.", "It came in October 1950.", False),
        ("It came in the 1940s.", "It came in 1947.", True),
        ("It came on Friday night.", "It came on Friday morning.", False),
        ("It came at 8.40pm.", "It came at 8.49pm.", False),
        ("It came at 8.49pm.", "It came at around 9pm.", True),
        ("It came at 10:30 a.m.", "It came at about 10am.", False),
        ("It came at 0700 GMT.", "It came at 9 a.m. local time.", None),
        ("It came at noon.", "It came in 2006.", None),
        ("It came yesterday.", "It came today.", False),
        ("It has run since 2008.", "It came in 2010.", True),
        ("It has run since 2008.", "It came in 2006.", False),
        ("It closed before 2008.", "It closed in 2010.", False),
    ],
)
def test_two_moments_agree_where_nothing_differs(one: str, other: str, agrees: bool | None) -> None:
    assert moments_agree(one_in(one), one_in(other)) is agrees
    assert moments_agree(one_in(other), one_in(one)) is agrees


def test_weekday_and_date_meet_once_publication_is_known() -> None:
    monday = one_in("It came on Monday.", PUBLISHED)
    assert moments_agree(monday, one_in("It came on May 13, 2024.")) is True
    assert moments_agree(monday, one_in("It came on May 6, 2024.")) is False


_WORDS = (
    "on in late early the end of May March Feb . , 28 31 2019 2016 0000 - / : 15 7 p.m. am GMT Sunday Sun Thursday "
    "night last next this week year ago two a days 1990 s ' 90 since until noon yesterday 99999 ½ ٣ 9999 o'clock"
)
WORDS = st.sampled_from(_WORDS.split())


@given(
    st.lists(st.tuples(WORDS, st.sampled_from(["", " "])), max_size=25),
    st.integers(0, 20),
    st.sampled_from([None, PUBLISHED, date.min, date.max]),
)
def test_any_words_give_ordered_spans(
    words: list[tuple[str, str]], start: int, published: date | None
) -> None:
    text = "".join(word + space for word, space in words)
    within = Span(min(start, len(text)), len(text))
    last = within.start
    moments = moments_of(text, within, published)
    for moment in moments:
        assert last <= moment.span.start < moment.span.end <= within.end
        assert moments_agree(moment, moments[0]) in (True, False, None)
        last = moment.span.end


@given(st.text(max_size=80))
def test_any_text_is_read_without_failing(text: str) -> None:
    moments_of(text, Span(0, len(text)), PUBLISHED)
