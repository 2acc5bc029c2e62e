"""How whoever is said to have said something is named."""

from __future__ import annotations

import pytest
from contradiction_samples import statements

from readerapp.contradictions.speakers import denies, speaker_in_words, speaker_of


@pytest.mark.parametrize(
    ("read", "told"),
    [
        ("Anna Berg", "Anna Berg"),
        ("The ministry", "the ministry"),
        ("Two members of the crew", "two members of the crew"),
        ("the register of the", "the register"),
        ("The", None),
        ("Sen.", None),
        ("U.S.", "U.S."),
        ("Nobody", None),
        ("No official", None),
        (None, None),
    ],
)
def test_a_description_begins_small_and_nobody_is_no_speaker(read: str | None, told: str | None) -> None:
    assert speaker_in_words(read) == told


@pytest.mark.parametrize(
    ("article", "speaker", "told"),
    [
        ("1", "Anna Berg", "1’s Anna Berg denies"),
        ("1 first", "Anna Berg", "1 first has Anna Berg deny"),
        ("2", "the ministry", "2 has the ministry deny"),
        ("2", "Prell's family", "2 has Prell's family deny"),
        ("2", None, "2 reports the denial of"),
    ],
)
def test_who_denies_is_told_so_that_it_can_be_read(article: str, speaker: str | None, told: str) -> None:
    assert denies(article, speaker) == told


def test_the_verb_of_a_reason_is_that_of_the_article() -> None:
    assert denies("1", "the council", "has rejected") == "1 has the council reject"
    assert denies("1", "Anna Berg", "dismissed") == "1’s Anna Berg dismisses"
    assert denies("1", "Anna Berg", "called it untrue") == "1’s Anna Berg denies"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Prell's family denied any link to the ministry.", "Prell's family"),
        ("Prell’s family has flatly denied any link to the ministry.", "Prell’s family"),
        ("Prell denied any link to the ministry.", "Viktor Prell"),
    ],
)
def test_what_somebodys_family_says_is_not_said_by_that_person(sentence: str, told: str) -> None:
    text = f"The dealer Viktor Prell was acquitted in May. {sentence}"
    (attribution,) = (each for statement in statements(text) for each in statement.attributions)
    assert speaker_of(text, attribution) == told
