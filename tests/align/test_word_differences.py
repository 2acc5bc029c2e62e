"""Differences between two passages are told word by word, in offsets of both."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.word_differences import cue_spans, word_differences

passages = st.text(
    st.sampled_from("ab cD.,'’“”-1\n\u0301\u00adéß市橋กิक् 😀") | st.characters(codec="utf-8"), max_size=60
)


def told(left: str, right: str) -> list[tuple[str, str, str]]:
    """The differences as words."""
    return [
        (operation, left[slice(*of_left)], right[slice(*of_right)])
        for operation, of_left, of_right in word_differences(left, right)
    ]


def cues(left: str, right: str) -> tuple[list[str], list[str]]:
    of_left, of_right = cue_spans(left, right)
    return [left[slice(*span)] for span in of_left], [right[slice(*span)] for span in of_right]


@given(passages, passages)
def test_the_spans_follow_on_each_other_and_cover_both_passages(left: str, right: str) -> None:
    differences = word_differences(left, right)
    for side, text in ((1, left), (2, right)):
        spans = [difference[side] for difference in differences]
        assert "".join(text[slice(*span)] for span in spans) == text


@given(passages, passages)
def test_equal_alternates_with_the_other_operations_between_passages(left: str, right: str) -> None:
    operations = [difference.operation for difference in word_differences(left, right)]
    assert all((first == "equal") != (second == "equal") for first, second in pairwise(operations))


@given(passages, passages)
def test_an_insertion_has_nothing_on_the_left_and_a_deletion_nothing_on_the_right(
    left: str, right: str
) -> None:
    for operation, of_left, of_right in word_differences(left, right):
        assert (operation == "insert") <= (of_left.length == 0)
        assert (operation == "delete") <= (of_right.length == 0)


@given(passages)
def test_a_passage_does_not_differ_from_itself(passage: str) -> None:
    assert {difference.operation for difference in word_differences(passage, passage)} <= {"equal"}
    assert cue_spans(passage, passage) == ([], [])


@given(passages, passages)
def test_cues_lie_inside_the_differences_without_space_around_them(left: str, right: str) -> None:
    of_left, of_right = cue_spans(left, right)
    differences = [difference for difference in word_differences(left, right) if difference[0] != "equal"]
    for spans, side, text in ((of_left, 1, left), (of_right, 2, right)):
        for span in spans:
            assert span.length > 0
            assert text[slice(*span)] == text[slice(*span)].strip()
            assert any(difference[side].contains(span) for difference in differences)  # type: ignore[union-attr]


def test_a_word_that_only_the_left_has_is_deleted() -> None:
    assert told("Your lives must be so boring", "Your lives must be boring") == [
        ("equal", "Your lives must be ", "Your lives must be "),
        ("delete", "so ", ""),
        ("equal", "boring", "boring"),
    ]


def test_words_that_only_the_right_has_are_inserted() -> None:
    assert told("What ships?", "What ships, or boats, or rafts?") == [
        ("equal", "What ships?", "What ships, "),
        ("insert", "", "or boats, or rafts?"),
    ]


def test_an_opening_quotation_mark_stays_with_the_word_that_it_opens() -> None:
    assert told("He said “big house”", "He said “small house”")[1] == ("replace", "“big ", "“small ")


def test_cues_are_the_words_alone() -> None:
    assert cues("He said “big” things.", "He said “small” things!") == (["big"], ["small"])


def test_a_run_of_words_that_differ_is_one_cue() -> None:
    assert cues("It was closed on Monday", "It was open until late on Monday") == (
        ["closed"],
        ["open until late"],
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mr. Smith said", "mr Smith SAID"),
        ("He didn’t", "He didn't"),
        ("1,000 ships", "1000 ships"),
        ("co\u00adoperate", "cooperate"),
        ("cafe\u0301", "café"),
        ("Straße", "STRASSE"),
        ("ＡＢＣ", "abc"),
        ("old - new", "old, new"),
    ],
)
def test_what_does_not_make_words_differ(left: str, right: str) -> None:
    assert {operation for operation, *_ in word_differences(left, right)} == {"equal"}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("resume", "résumé", (["resume"], ["résumé"])),
        ("3.5 per cent", "3.6 per cent", (["3.5"], ["3.6"])),
        ("1,5", "15", (["1,5"], ["15"])),
        ("didn’t go", "did go", (["didn’t"], ["did"])),
        ("市長は橋が", "市長は道が", (["橋"], ["道"])),
        ("सभा नमस्ते", "सभा दुनिया", (["नमस्ते"], ["दुनिया"])),
    ],
)
def test_what_makes_words_differ(left: str, right: str, expected: tuple[list[str], list[str]]) -> None:
    assert cues(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "operations"),
    [
        ("", "", []),
        ("...", "!", ["equal"]),
        ("", "new words", ["insert"]),
        ("old words", "", ["delete"]),
        ("...", "words", ["replace"]),
    ],
)
def test_passages_without_words_are_covered_too(left: str, right: str, operations: list[str]) -> None:
    assert [difference.operation for difference in word_differences(left, right)] == operations
