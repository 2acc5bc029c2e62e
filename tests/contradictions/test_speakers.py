"""How whoever is said to have said something is named."""

from __future__ import annotations

import pytest

from readerapp.contradictions.speakers import denies, speaker_in_words


@pytest.mark.parametrize(
    ("read", "told"),
    [
        ("Anna Berg", "Anna Berg"),
        ("The ministry", "the ministry"),
        ("Two members of the crew", "two members of the crew"),
        ("the register of the", "the register"),
        ("The", None),
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
        ("2", "The ministry", "2 has the ministry deny"),
        ("2", None, "2 reports the denial of"),
    ],
)
def test_who_denies_is_told_so_that_it_can_be_read(article: str, speaker: str | None, told: str) -> None:
    assert denies(article, speaker) == told
