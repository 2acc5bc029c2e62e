"""Names, what they name, and which of them are the same."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.language.countries import countries, stands_for
from readerapp.language.names import Name, Sort, names_of, same_name
from readerapp.language.sentences import sentences_of


def found(text: str) -> list[Name]:
    return names_of(text, sentences_of(text))


def keys(text: str) -> list[str]:
    return [name.key for name in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Sunday the mayor met Ada Holt in May 2019.", ["ada holt"]),
        ("The bridge fell. Nobody saw it.", []),
        ("However, the storm passed.", []),
        ("They met Sen. Ada B. Holt on Friday.", ["ada holt"]),
        ("They met Ada Holt. Holt left early.", ["ada holt", "ada holt"]),
        ("They met Ada Holt. On Monday Mr. Holt’s lawyer left.", ["ada holt", "ada holt"]),
        ("They met Theresa May in the town.", ["theresa may"]),
        ("They met Theresa May. In the end May left.", ["theresa may"]),
        ("The Russian army left; the U.S. stayed.", ["russia", "united states"]),
        ("They spoke to Americans and Germans.", ["united states", "germany"]),
        ("The ship sailed to Kiev and Kyiv.", ["kyiv", "kyiv"]),
        ("The mayor saw the University of Tolvane on fire.", ["university of tolvane"]),
        ("The ship of the Ludwig van Senn family sank.", ["ludwig van senn"]),
        ("He met Tara Lund's agent Jack Moore.", ["tara lund", "jack moore"]),
        ("He met Domenic Recchia Jr., a lawyer.", ["domenic recchia"]),
        ("He asked Rep. Sam Lund, D-Ohio, and left.", ["sam lund"]),
        ("He joined the Tolvane Harbour Council. The THC met him.", ["tolvane harbour council"] * 2),
        ("They met at 5 p.m. EST with the president.", []),
        ("He said: “The bridge is safe.” I’m not sure.", []),
        ("They met Bashar al-Senn in the harbour.", ["bashar al-senn"]),
    ],
)
def test_names_are_found_with_their_keys(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("They met Mr. Orlan there.", Sort.PERSON),
        ("They met Ada Holt there.", Sort.PERSON),
        ("It was Korven, 41, a miner from the north.", Sort.PERSON),
        ("They met in Tolvane on a hill.", Sort.PLACE),
        ("They swam the Senn River twice.", Sort.PLACE),
        ("They went to Norway by sea.", Sort.PLACE),
        ("They moved to Lundshire by sea.", Sort.PLACE),
        ("They sued Orlan Corp. in the end.", Sort.ORGANISATION),
        ("They wrote to the Fishing Ministry again.", Sort.ORGANISATION),
        ("They wrote to the TXQ again.", Sort.ORGANISATION),
        ("They broke the Clean Rivers Act again.", Sort.UNKNOWN),
    ],
)
def test_what_a_name_names(text: str, sort: Sort) -> None:
    assert [name.sort for name in found(text)] == [sort]


def test_two_with_one_surname_stay_apart() -> None:
    assert keys("They met Ada Holt and Eric Holt. Then they saw Holt again.") == [
        "ada holt",
        "eric holt",
        "holt",
    ]


def test_a_surname_means_the_main_person_of_that_name() -> None:
    text = "They met Ada Holt. Later Ada Holt saw Eric Holt. Then Ada Holt slept. In the end Holt left."
    assert keys(text)[-1] == "ada holt"


def test_a_title_may_be_part_of_a_department() -> None:
    assert keys("They wrote to the Justice Department and Senators Ada Holt and Sam Lund.")[:2] == [
        "justice department",
        "ada holt",
    ]


def test_a_headline_has_only_names_that_the_text_has() -> None:
    text = "Mayor Orlan Closes Old Bridge Over Senn\n\nOn Monday Mr. Orlan closed the bridge in Norway."
    assert keys(text) == ["orlan", "orlan", "norway"]


def test_capitals_throughout_hide_no_known_name() -> None:
    assert keys("ORLAN CLOSES OLD BRIDGE\n\nOn Monday Mr. Orlan closed the bridge.") == ["orlan", "orlan"]


def test_a_span_leaves_title_and_possessive_out() -> None:
    assert [name.text for name in found("They saw President Orlan's boat.")] == ["Orlan"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("holt", "ada holt"),
        ("US", "U.S."),
        ("USA", "United States"),
        ("America", "American"),
        ("Russia", "Russian Federation"),
        ("UK", "United Kingdom"),
        ("Britain", "british"),
        ("kiev", "kyiv"),
        ("a. holt", "ada holt"),
        ("ada holt", "ada berit holt"),
        ("thc", "tolvane harbour council"),
        ("defence ministry", "norwegian defence ministry"),
        ("the senate", "senate"),
    ],
)
def test_the_same_name(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ada holt", "eric holt"),
        ("ada holt", "ada lund"),
        ("korea", "north korea"),
        ("sudan", "south sudan"),
        ("york", "new york"),
        ("council", "tolvane council"),
        ("fishing ministry", "defence ministry"),
        ("russia", "ukraine"),
        ("e. holt", "ada holt"),
        ("", "holt"),
    ],
)
def test_not_the_same_name(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other", "does"),
    [
        ("kremlin", "russia", True),
        ("Moscow", "Russia", True),
        ("Moscow", "Kremlin", True),
        ("white house", "united states", True),
        ("kyiv", "ukraine", True),
        ("kremlin", "ukraine", False),
        ("russia", "russia", False),
        ("holt", "russia", False),
    ],
)
def test_a_seat_of_government_stands_for_its_country(one: str, other: str, does: bool) -> None:
    assert stands_for(one, other) is does
    assert stands_for(other, one) is does


def test_every_country_of_the_table_is_its_own_name() -> None:
    names = countries().names
    assert len(set(names.values())) > 170
    assert all(names[country] == country for country in names.values())


def test_a_long_text_ends_soon() -> None:
    text = "Ada Holt met Mr. Lund of the Bank of Senn. " * 5_000
    assert len(found(text)) == 15_000


@pytest.mark.parametrize("piece", ["A", "A ", "A.", "Aa’s ", "Mr. ", "Of the ", "Aa of the ", "U.S. "])
def test_hostile_texts_end_soon(piece: str) -> None:
    assert all(name.text for name in found(piece * 5_000))


PIECES = [
    "Mr.",
    "Ada",
    "Holt",
    "'s",
    "’s",
    "U.S.",
    "of",
    "the",
    "The",
    " ",
    ", ",
    ". ",
    "\n",
    "\n\n",
    "May",
    "al-",
    "I",
    "Jr.",
    "“",
    "é",
    "ß",
    "İ",
]
HOSTILE = st.lists(st.sampled_from([*PIECES, " "]), max_size=40).map("".join) | st.text(max_size=60)


@settings(deadline=None)
@given(HOSTILE)
def test_names_are_in_order_and_say_what_stands_there(text: str) -> None:
    names = found(text)
    assert all(first.span.end <= second.span.start for first, second in pairwise(names))
    assert all(text[name.span.start : name.span.end] == name.text and name.text for name in names)
    assert all(name.key and name.key == name.key.casefold() for name in names)


@settings(deadline=None)
@given(HOSTILE, HOSTILE)
def test_comparing_names_never_fails(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)
    assert stands_for(one, other) == stands_for(other, one)
