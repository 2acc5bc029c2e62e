"""Quantities: numbers with their bounds, units, nouns and slots, and whether two say the same."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.language.quantities import Agreement, Quantity, agreement_of, quantities_of
from readerapp.model.span import Span

SAME, COMPATIBLE, CONFLICT, UNRELATED = (
    Agreement.SAME,
    Agreement.COMPATIBLE,
    Agreement.CONFLICT,
    Agreement.UNRELATED,
)


def all_in(text: str) -> list[Quantity]:
    return quantities_of(text, Span(0, len(text)))


def one_in(text: str) -> Quantity:
    found = all_in(text)
    assert len(found) == 1, found
    return found[0]


def written_in(text: str) -> list[str]:
    return [text[quantity.span.start : quantity.span.end] for quantity in all_in(text)]


def agreement_between(one: str, other: str) -> Agreement:
    return agreement_of(one_in(one), one_in(other))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Eight ferries sank.", 8),
        ("There were 1,250 ferries.", 1250),
        ("It sold 2.4 million tickets.", 2.4e6),
        ("It sold 2.4-million tickets.", 2.4e6),
        ("It sold 4.1million tickets.", 4.1e6),
        ("It sold 2.4m tickets.", 2.4e6),
        ("It sold twenty-five tickets.", 25),
        ("It sold two thousand five hundred tickets.", 2500),
        ("It sold two dozen tickets.", 24),
        ("It sold a dozen tickets.", 12),
        ("It sold half a million tickets.", 5e5),
        ("It sold 3 lakh tickets.", 3e5),
        ("It sold a hundred tickets.", 100),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, value: float) -> None:
    assert one_in(text).value == value


def test_an_exact_count_admits_itself_alone() -> None:
    quantity = one_in("The landslide killed eight villagers.")
    assert (quantity.low, quantity.high, quantity.is_bounded) == (8, 8, False)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("at least eight", 8, math.inf),
        ("no fewer than eight", 8, math.inf),
        ("more than eight", 8, math.inf),
        ("up to eight", 0, 8),
        ("as many as eight", 0, 8),
        ("fewer than eight", 0, 8),
        ("no more than eight", 0, 8),
        ("between six and eight", 6, 8),
        ("six to eight", 6, 8),
        ("6-8", 6, 8),
        ("six or seven", 6, 7),
    ],
)
def test_bounds_open_what_the_words_admit(words: str, low: float, high: float) -> None:
    text = f"Officials counted {words} ferries."
    quantity = one_in(text)
    assert (quantity.low, quantity.high, quantity.is_bounded) == (low, high, True)
    assert text[quantity.span.start : quantity.span.end] == words


def test_eight_or_more_is_at_least_eight() -> None:
    quantity = one_in("Eight or more ferries sank.")
    assert (quantity.low, quantity.high) == (8, math.inf)


def test_about_lets_a_round_number_be_off() -> None:
    quantity = one_in("About 40 ferries sank.")
    assert quantity.low < 38 < 42 < quantity.high
    assert quantity.low > 30
    assert quantity.high < 50


def test_nearly_is_below() -> None:
    quantity = one_in("Nearly 100 ferries sank.")
    assert 80 < quantity.low < 95
    assert quantity.high == 100


def test_a_plain_round_number_of_thousands_may_be_rounded() -> None:
    quantity = one_in("The town has 120,000 gardens.")
    assert quantity.low < 119_000
    assert quantity.high < 130_000
    assert not quantity.is_bounded


def test_dozens_admit_many_numbers() -> None:
    quantity = one_in("Dozens of ferries sank.")
    assert quantity.low <= 36 <= quantity.high
    assert quantity.is_bounded
    assert quantity.counted == "ferry"


def test_and_more_than_bounds_the_number_behind_it() -> None:
    days, hours = all_in("They sat for four days and more than 30 hours.")
    assert (days.is_bounded, hours.is_bounded) == (False, True)


def test_millimetres_are_no_millions() -> None:
    assert one_in("It fired 7.62mm rounds.").value == pytest.approx(0.00762)


def test_over_a_time_is_no_bound() -> None:
    assert not one_in("They talked over four days.").is_bounded
    assert one_in("They counted over four ferries.").is_bounded


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("It lies 5 km away.", "metre", 5000),
        ("It lies 5 miles away.", "metre", 8046.72),
        ("It lies 10 nautical miles away.", "metre", 18520),
        ("The hole is 3 feet deep.", "metre", 0.9144),
        ("They raced over 100,000m in the hills.", "metre", 100_000),
        ("He waited two hours.", "second", 7200),
        ("He waited for an hour.", "second", 3600),
        ("He waited half an hour.", "second", 1800),
        ("He waited two and a half hours.", "second", 9000),
        ("A 90-day stay begins.", "second", 90 * 86400),
        ("Turnout was 64.5 percent.", "percent", 64.5),
        ("Turnout was 64.5 per cent.", "percent", 64.5),
        ("Turnout was 64.5%.", "percent", 64.5),
        ("Half of the ferries sank.", "percent", 50),
        ("A quarter of the ferries sank.", "percent", 25),
        ("Two-thirds of the ferries sank.", "percent", 200 / 3),
        ("Gusts of 100 km/h came.", "metre per second", 100 / 3.6),
        ("Gusts of 60 miles per hour came.", "metre per second", 60 * 0.44704),
        ("It was 50 degrees Fahrenheit.", "degree Celsius", 10),
        ("They found 3 tonnes of rice.", "kilogram", 3000),
        ("The parcel weighed 10 pounds.", "kilogram", 4.53592),
    ],
)
def test_units_become_base_units(text: str, unit: str, value: float) -> None:
    quantity = one_in(text)
    assert quantity.unit == unit
    assert quantity.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("The bridge cost $1.2 trillion.", "dollar", 1.2e12),
        ("The bridge cost $20m.", "dollar", 2e7),
        ("The bridge cost $20MM.", "dollar", 2e7),
        ("The bridge cost $US3 million.", "dollar", 3e6),
        ("The bridge cost US$3 million.", "dollar", 3e6),
        ("The bridge cost A$3 million.", "Australian dollar", 3e6),
        ("The bridge cost €75m.", "euro", 7.5e7),
        ("The bridge cost 30bn euros.", "euro", 3e10),
        ("The bridge cost £3.", "pound", 3),
        ("The bridge cost 3 million pounds.", "pound", 3e6),
        ("The bridge cost 1,00,000 rupees.", "rupee", 1e5),
    ],
)
def test_money_keeps_its_currency(text: str, unit: str, value: float) -> None:
    quantity = one_in(text)
    assert (quantity.unit, quantity.value, quantity.role) == (unit, value, "price")


def test_a_range_of_money_shares_its_scale() -> None:
    quantity = one_in("The ship is worth $145 to $175 million.")
    assert (quantity.low, quantity.high) == (145e6, 175e6)


def test_a_rate_is_another_unit_than_a_sum() -> None:
    assert one_in("He earns $20 a month.").unit == "dollar per month"


def test_payments_and_their_size_are_two_quantities() -> None:
    count, size = all_in("She owes 24 equal monthly payments of $20.")
    assert (count.value, count.unit, count.counted) == (24, None, "payment")
    assert (size.value, size.unit) == (20, "dollar")


def test_what_a_sum_is_of_is_its_noun_and_slot() -> None:
    quantity = one_in("The hail did $3 million in damage.")
    assert (quantity.counted, quantity.role) == ("damage", "damage")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Eight people sang.", "person"),
        ("Eight old women sang.", "woman"),
        ("About 40 volunteer firefighters came.", "firefighter"),
        ("They seized 12 AK-47 rifles.", "rifle"),
        ("Ten U.S. soldiers came.", "soldier"),
        ("Three houses fell.", "house"),
        ("Two medics came.", "medic"),
        ("The police sent 16 officers home.", "officer"),
        ("A five-boat convoy came.", "boat"),
        ("Eight were there.", None),
    ],
)
def test_the_counted_noun_is_the_head_of_its_phrase(text: str, counted: str | None) -> None:
    assert one_in(text).counted == counted


def test_the_counted_noun_has_a_span() -> None:
    text = "About 40 volunteer firefighters came."
    where = one_in(text).counted_span
    assert where is not None
    assert text[where.start : where.end] == "firefighters"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Eight people were killed.", "death"),
        ("Eight people died.", "death"),
        ("The flood killed eight people.", "death"),
        ("A flood hit, killing eight.", "death"),
        ("The flood left eight people dead.", "death"),
        ("The death toll rose to eight.", "death"),
        ("The flood claimed eight lives.", "death"),
        ("Eight bodies lay there.", "death"),
        ("Eight people were slightly wounded.", "injury"),
        ("Eight people hurt.", "injury"),
        ("Police detained eight men.", "arrest"),
        ("Eight men were arrested.", "arrest"),
        ("There were eight arrests.", "arrest"),
        ("Eight people are missing.", "missing"),
        ("Eight families were evacuated.", "displacement"),
        ("The storm destroyed eight houses.", "damage"),
        ("Eight damaged houses stand there.", "damage"),
        ("About 800 people marched.", "attendance"),
        ("The parade was attended by 800 people.", "attendance"),
        ("The island is home to 800 people.", "population"),
        ("Turnout reached 80 percent.", "vote"),
        ("The quake struck at a depth of 10 km.", "depth"),
        ("The hole is 10 metres deep.", "depth"),
        ("The tower is 10 metres tall.", "height"),
        ("It lies 10 km north of the town.", "distance"),
        ("The talks lasted two hours.", "duration"),
        ("He was sentenced to ten years.", "sentence"),
        ("It ran at 90 mph.", "speed"),
    ],
)
def test_synonyms_fill_one_slot(text: str, role: str) -> None:
    assert one_in(text).role == role


def test_the_dead_and_the_wounded_of_one_sentence_are_told_apart() -> None:
    dead, wounded = all_in("The blast killed at least eight people and wounded about 40 villagers.")
    assert (dead.role, wounded.role) == ("death", "injury")
    dead, wounded = all_in("Ten dead, five hurt")
    assert (dead.role, wounded.role) == ("death", "injury")


def test_those_who_kill_are_not_among_the_dead() -> None:
    gunmen, soldiers = all_in("Five gunmen killed 12 soldiers.")
    assert gunmen.role != "death"
    assert soldiers.role == "death"


@pytest.mark.parametrize(
    "text",
    [
        "A magnitude-5.9 quake came.",
        "A 5.9-magnitude quake came.",
        "It had a magnitude of 5.9 there.",
        "It measured 5.9 on the Richter scale.",
        "A 5.9 quake came.",
    ],
)
def test_the_strength_of_an_earthquake_is_a_magnitude(text: str) -> None:
    quantity = one_in(text)
    assert (quantity.unit, quantity.value, quantity.role) == ("magnitude", 5.9, "magnitude")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("A 59-year-old baker sang.", "baker"),
        ("The baker, 59, sang.", "baker"),
        ("Mia Okoro, 59, sang.", "Okoro"),
        ("Mia Okoro (59) sang.", "Okoro"),
        ("The baker, aged 59, sang.", "baker"),
        ("The 59-year-old Okoro sang.", "Okoro"),
        ("She was 59 years old.", None),
    ],
)
def test_an_age_is_in_years_and_knows_whose_it_is(text: str, counted: str | None) -> None:
    quantity = one_in(text)
    assert (quantity.value, quantity.unit, quantity.role, quantity.counted) == (59, "year", "age", counted)


def test_a_baby_of_six_months_is_half_a_year_old() -> None:
    assert one_in("A six-month-old baby slept.").value == 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Nine were killed, including two medics.",
        "Nine were killed, three of them medics.",
        "Nine were killed and another two hurt.",
        "Of the nine killed, two were medics.",
        "Nine sailors (two old men) swam.",
    ],
)
def test_a_part_of_a_total_is_not_the_whole(text: str) -> None:
    total, part = all_in(text)
    assert total.whole
    assert not part.whole


def test_a_conversion_in_brackets_is_not_a_part() -> None:
    kilometres, miles = all_in("It lies 55 km (34 miles) away.")
    assert kilometres.whole
    assert miles.whole
    assert agreement_of(kilometres, miles) is COMPATIBLE


def test_no_injuries_are_a_count_of_none() -> None:
    quantity = one_in("There were no injuries.")
    assert (quantity.value, quantity.role) == (0, "injury")
    assert one_in("Nobody was hurt.").value == 0


def test_no_before_other_nouns_counts_nothing() -> None:
    assert all_in("There was no reason and no answer.") == []


def test_twice_is_two_times() -> None:
    quantity = one_in("She married twice.")
    assert (quantity.value, quantity.counted) == (2, "time")


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 2016.",
        "It happened on Feb. 28, 2019.",
        "It happened two days ago.",
        "It happened at 7:15 p.m.",
        "It happened in the 1990s.",
        "They won 3-2.",
        "He has a 53-3 record.",
        "Call 555-1234.",
        "Call 1-800-555-0199.",
        "It was the twenty-first time.",
        "It was the 21st time.",
        "The second ferry sank.",
        "Flight 370 landed.",
        "He carried an AK-47.",
        "See No. 12 there.",
        "It stopped at the 2:15 mark.",
        "The 9/11 attacks came.",
        "Nobody knows the one who came.",
        "No one came.",
        "They helped one another.",
        "Version 1.2.3 came.",
        "Agent 007 came.",
        "He flies 737s.",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert all_in(text) == []


def test_a_count_in_a_year_is_a_count() -> None:
    text = "In 2016, 2,016 people voted."
    assert written_in(text) == ["2,016"]


def test_about_two_thousand_is_no_year() -> None:
    assert one_in("About 2000 people voted.").value == 2000


def test_seconds_are_a_unit() -> None:
    assert one_in("It lasted 30 seconds.").unit == "second"
    assert one_in("A 30-second tremor came.").unit == "second"


def test_spans_are_those_of_the_whole_text() -> None:
    text = "Ten dead. At least eight people were hurt."
    quantities = quantities_of(text, Span(10, len(text)))
    assert [text[quantity.span.start : quantity.span.end] for quantity in quantities] == ["At least eight"]


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("Eight people were killed.", "The blast killed eight.", SAME),
        ("8 people were killed.", "Eight people died.", SAME),
        ("Eight people were killed.", "Nine people died.", CONFLICT),
        ("At least eight people were killed.", "Nine people died.", COMPATIBLE),
        ("At least eight people were killed.", "Seven people died.", CONFLICT),
        ("About a dozen people were killed.", "12 people died.", COMPATIBLE),
        ("Up to 20 people were killed.", "12 people died.", COMPATIBLE),
        ("Eight people were killed.", "Nine people were wounded.", UNRELATED),
        ("Eight houses were damaged.", "Nine people were wounded.", UNRELATED),
        ("Eight houses were damaged.", "The storm wrecked nine homes.", CONFLICT),
        ("Eight houses were damaged.", "The storm wrecked nine barns.", UNRELATED),
        ("Five people were killed.", "Two women were killed.", COMPATIBLE),
        ("Five people were killed.", "Seven women were killed.", CONFLICT),
        ("Five soldiers were killed.", "Seven women were killed.", UNRELATED),
        ("Nobody was hurt.", "Three people were hurt.", CONFLICT),
        ("It lies 55 km away.", "It lies 34 miles away.", COMPATIBLE),
        ("It lies 55 km away.", "It lies 70 miles away.", CONFLICT),
        ("A 90-day stay began.", "A three-month stay began.", COMPATIBLE),
        ("A 90-day stay began.", "A five-month stay began.", CONFLICT),
        ("A 90-day stay began.", "A five-month strike began.", UNRELATED),
        ("A 5.9-magnitude quake came.", "A 6.1 quake came.", CONFLICT),
        ("A 5.9-magnitude quake came.", "A magnitude-4.1 aftershock came.", UNRELATED),
        ("The bridge cost $2 million.", "The bridge cost $3 million.", CONFLICT),
        ("The bridge cost $2 million.", "The bridge cost 3 million euros.", UNRELATED),
        ("The bridge cost $2.5 million.", "The bridge cost $2,512,000.", COMPATIBLE),
        ("Turnout was 90 percent.", "Turnout was 93.87 percent.", CONFLICT),
        ("Turnout was 90 percent.", "Turnout was 90.2 percent.", COMPATIBLE),
        ("Mia Okoro, 59, sang.", "Mia Okoro, 61, sang.", CONFLICT),
        ("Mia Okoro, 59, sang.", "Jan Berg, 61, sang.", UNRELATED),
        ("Five people sang.", "Nine people danced.", UNRELATED),
        ("Five ferries sank.", "Nine ferries sank.", CONFLICT),
        ("Tens of thousands of people marched.", "20,000 people marched.", COMPATIBLE),
        ("Tens of thousands of people marched.", "300 people marched.", CONFLICT),
    ],
)
def test_agreement_of_two_reports(one: str, other: str, agreement: Agreement) -> None:
    assert agreement_between(one, other) is agreement
    assert agreement_between(other, one) is agreement


def test_a_part_does_not_contradict_a_total() -> None:
    part = all_in("Nine were killed, including two medics.")[1]
    assert agreement_of(part, one_in("Five medics were killed.")) is UNRELATED


_WORDS = (
    "at least about between and or to from a an one two eight twenty - – dozen hundred million "
    "thousands half third of people killed wounded $ € % 3 40 1,200 5.9 2016 .5 ½ km miles years old "
    ", . ( ) ; magnitude per cent no nobody was May 7 : 15 p.m. ago Mr. AK 47 / "
    "99999999999999999999999 1,2,3 ' ’ 日本 𝟡 ٣ \n up more than over degrees"
)
WORDS = st.sampled_from(_WORDS.split(" "))


@given(
    st.lists(st.tuples(WORDS, st.sampled_from(["", " "])), max_size=25),
    st.integers(0, 30),
    st.integers(0, 120),
)
def test_any_words_give_ordered_spans_and_ranges(words: list[tuple[str, str]], start: int, end: int) -> None:
    text = "".join(word + space for word, space in words)
    within = Span(min(start, len(text)), min(max(start, end), len(text)))
    last = within.start
    for quantity in quantities_of(text, within):
        assert last <= quantity.span.start < quantity.span.end <= within.end
        assert quantity.low <= quantity.value <= quantity.high
        assert not math.isnan(quantity.value)
        if quantity.counted_span is not None:
            assert within.contains(quantity.counted_span)
        assert agreement_of(quantity, quantity) is not CONFLICT
        last = quantity.span.end


@given(st.text(max_size=80))
def test_any_text_is_read_without_failing(text: str) -> None:
    for quantity in quantities_of(text, Span(0, len(text))):
        assert quantity.low <= quantity.value <= quantity.high


@pytest.mark.parametrize(
    "piece", ["9", "1-", "two ", "at least ", "$", "one and ", "a half ", "7:15 ", "(3 "]
)
def test_long_hostile_text_is_read_in_linear_time(piece: str) -> None:
    text = piece * 20_000
    assert all(quantity.low <= quantity.high for quantity in all_in(text))
