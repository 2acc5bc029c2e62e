"""`SequenceMatcher` keeps what difflib promises, and stands in for it."""

from __future__ import annotations

import difflib
import time
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.align import SequenceMatcher

few_letters = st.text("ab c", max_size=40)
few_words = st.lists(st.sampled_from(["the", "mayor", "said", "nothing", "bridge"]), max_size=40)
sequences = few_letters | few_words | st.lists(st.integers(0, 5), max_size=40)


def rebuilt(a: Sequence[object], b: Sequence[object]) -> list[object]:
    """What the operations make of `a`, taking from `b` only what they say has changed."""
    result: list[object] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b).get_opcodes():
        if tag == "equal":
            result.extend(a[i1:i2])
        else:
            result.extend(b[j1:j2])
    return result


@given(sequences, sequences)
def test_the_operations_turn_the_first_sequence_into_the_second(
    a: Sequence[object], b: Sequence[object]
) -> None:
    assert rebuilt(a, b) == list(b)


@given(sequences, sequences)
def test_the_operations_follow_on_each_other_and_cover_both_sequences(
    a: Sequence[object], b: Sequence[object]
) -> None:
    operations = SequenceMatcher(None, a, b).get_opcodes()
    borders = [(0, 0), *[(i2, j2) for _, _, i2, _, j2 in operations]]
    assert [(i1, j1) for _, i1, _, j1, _ in operations] == borders[:-1]
    assert borders[-1] == (len(a), len(b))


@given(sequences, sequences)
def test_equal_alternates_with_the_other_operations(a: Sequence[object], b: Sequence[object]) -> None:
    tags = [operation[0] for operation in SequenceMatcher(None, a, b).get_opcodes()]
    assert all((first == "equal") != (second == "equal") for first, second in pairwise(tags))


@given(sequences, sequences)
def test_each_operation_is_named_for_what_it_does(a: Sequence[object], b: Sequence[object]) -> None:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b).get_opcodes():
        assert (
            tag == {(True, True): tag, (True, False): "delete", (False, True): "insert"}[(i1 < i2, j1 < j2)]
        )
        if i1 < i2 and j1 < j2:
            assert (tag == "equal") == (list(a[i1:i2]) == list(b[j1:j2]))


@given(sequences, sequences)
def test_matching_blocks_are_equal_do_not_touch_and_end_in_the_sentinel(
    a: Sequence[object], b: Sequence[object]
) -> None:
    blocks = SequenceMatcher(None, a, b).get_matching_blocks()
    assert blocks[-1] == (len(a), len(b), 0)
    assert all(block.size > 0 for block in blocks[:-1])
    assert all(
        list(a[block.a : block.a + block.size]) == list(b[block.b : block.b + block.size]) for block in blocks
    )
    for block, following in pairwise(blocks[:-1]):
        assert block.a + block.size <= following.a
        assert block.b + block.size <= following.b
        assert (block.a + block.size, block.b + block.size) != (following.a, following.b)


@given(sequences, sequences)
def test_each_ratio_is_bounded_by_the_quicker_one(a: Sequence[object], b: Sequence[object]) -> None:
    matcher = SequenceMatcher(None, a, b)
    assert 0.0 <= matcher.ratio() <= matcher.quick_ratio() <= matcher.real_quick_ratio() <= 1.0


@given(sequences, sequences)
def test_the_quicker_ratios_are_those_of_difflib(a: Sequence[object], b: Sequence[object]) -> None:
    ours, theirs = SequenceMatcher(None, a, b), difflib.SequenceMatcher(None, a, b)
    assert ours.quick_ratio() == theirs.quick_ratio()
    assert ours.real_quick_ratio() == theirs.real_quick_ratio()


@given(sequences)
def test_a_sequence_is_wholly_equal_to_itself(a: Sequence[object]) -> None:
    matcher = SequenceMatcher(None, a, list(a))
    assert matcher.ratio() == 1.0
    assert matcher.get_opcodes() == ([("equal", 0, len(a), 0, len(a))] if a else [])


@given(few_words, few_words)
def test_what_is_equal_at_both_ends_is_found_equal(a: list[str], b: list[str]) -> None:
    beginning, end = ["Officials", "say"], ["on", "Tuesday"]
    blocks = SequenceMatcher(None, beginning + a + end, beginning + b + end).get_matching_blocks()
    assert blocks[0].a == blocks[0].b == 0
    assert blocks[0].size >= 2
    assert blocks[-2].a + blocks[-2].size == len(a) + 4
    assert blocks[-2].size >= 2


@given(st.lists(st.integers(), unique=True, max_size=40), st.data(), st.integers(0, 4))
def test_where_no_item_repeats_the_groups_are_those_of_difflib(
    a: list[int], data: st.DataObject, context: int
) -> None:
    b: list[object] = list(a)
    for _ in range(data.draw(st.integers(0, 3))):
        b.insert(data.draw(st.integers(0, len(b))), "added")
    ours = SequenceMatcher(None, a, b).get_grouped_opcodes(context)
    theirs = difflib.SequenceMatcher(None, a, b, autojunk=False).get_grouped_opcodes(context)
    assert list(ours) == list(theirs)


@pytest.mark.parametrize(("a", "b"), [("", ""), ("abc", "abc"), ("abc" * 10, "abc" * 10)])
def test_sequences_without_a_change_have_no_groups(a: str, b: str) -> None:
    assert list(SequenceMatcher(None, a, b).get_grouped_opcodes()) == []


def test_groups_are_cut_apart_where_more_than_twice_the_context_is_equal() -> None:
    a = [str(number) for number in range(40)]
    b = [*a[:8], "added", *a[8:20], "changed", *a[21:23], *a[24:]]
    groups = list(SequenceMatcher(None, a, b).get_grouped_opcodes(2))
    assert groups == [
        [("equal", 6, 8, 6, 8), ("insert", 8, 8, 8, 9), ("equal", 8, 10, 9, 11)],
        [
            ("equal", 18, 20, 19, 21),
            ("replace", 20, 21, 21, 22),
            ("equal", 21, 23, 22, 24),
            ("delete", 23, 24, 24, 24),
            ("equal", 24, 26, 24, 26),
        ],
    ]


def test_asking_for_groups_leaves_the_operations_as_they_were() -> None:
    matcher = SequenceMatcher(None, "a" * 20 + "b", "a" * 20 + "c")
    before = list(matcher.get_opcodes())
    list(matcher.get_grouped_opcodes())
    assert matcher.get_opcodes() == before


def test_neighbouring_edits_become_one_replacement() -> None:
    matcher = SequenceMatcher(None, ["he", "said", "no"], ["he", "strongly", "denied", "it", "no"])
    assert matcher.get_opcodes() == [("equal", 0, 1, 0, 1), ("replace", 1, 2, 1, 4), ("equal", 2, 3, 4, 5)]


def test_two_empty_sequences_are_wholly_alike() -> None:
    matcher = SequenceMatcher[str]()
    assert (matcher.ratio(), matcher.quick_ratio(), matcher.real_quick_ratio()) == (1.0, 1.0, 1.0)
    assert matcher.get_opcodes() == []
    assert matcher.get_matching_blocks() == [(0, 0, 0)]


def test_items_are_equal_as_python_says_whatever_their_type() -> None:
    matcher = SequenceMatcher(None, [1, ("a", 2), None, 2**80], [1.0, ("a", 2), "x", 2**80])
    assert [tuple(block) for block in matcher.get_matching_blocks()] == [(0, 0, 2), (3, 3, 1), (4, 4, 0)]


def test_items_that_cannot_be_hashed_are_refused_as_in_difflib() -> None:
    with pytest.raises(TypeError):
        SequenceMatcher(None, [["list"]], [["list"]]).get_opcodes()  # type: ignore[type-var]


def test_a_text_and_a_list_of_its_characters_are_equal() -> None:
    assert SequenceMatcher(None, "añb", list("añb")).ratio() == 1.0


def test_results_are_kept_until_a_sequence_is_replaced() -> None:
    matcher = SequenceMatcher(None, "abcd", "bcde")
    assert matcher.get_opcodes() is matcher.get_opcodes()
    assert matcher.get_matching_blocks() is matcher.get_matching_blocks()
    matcher.set_seq1("bcde")
    assert matcher.ratio() == 1.0
    matcher.set_seq2("xyz")
    assert (matcher.ratio(), matcher.quick_ratio()) == (0.0, 0.0)
    matcher.set_seqs("xyz", "xyz")
    assert matcher.ratio() == 1.0


@given(few_letters, few_letters)
def test_the_longest_match_is_the_one_that_difflib_finds(a: str, b: str) -> None:
    theirs = difflib.SequenceMatcher(None, a, b, autojunk=False)
    assert SequenceMatcher(None, a, b).find_longest_match() == theirs.find_longest_match()


def test_the_longest_match_is_looked_for_inside_the_given_stretches() -> None:
    assert SequenceMatcher(None, "abcxabcd", "zabcd").find_longest_match(0, 4, 1, 5) == (0, 1, 3)


def test_junk_and_popular_items_change_no_result() -> None:
    a, b = " abcd" * 60, "abcd abcd" * 40
    plain = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    assert SequenceMatcher(lambda character: character == " ", a, b).get_opcodes() == plain


def test_the_attributes_that_difflib_documents_are_there() -> None:
    matcher = SequenceMatcher(lambda character: character == " ", "ab", "a b a")
    assert matcher.b2j == {"a": [0, 4], "b": [2]}
    assert matcher.bjunk == {" "}
    assert matcher.bpopular == set()


def test_difflib_itself_works_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = ["The bridge is open.\n", "Nobody was hurt.\n", "The mayor was content.\n"]
    after = [
        "The bridge is closed.\n",
        "Nobody was hurt.\n",
        "A report follows.\n",
        "The mayor was content.\n",
    ]
    expected = list(difflib.unified_diff(before, after, "before", "after"))
    monkeypatch.setattr(difflib, "SequenceMatcher", SequenceMatcher)
    assert list(difflib.unified_diff(before, after, "before", "after")) == expected
    assert list(difflib.restore(difflib.ndiff(before, after), 1)) == before
    assert list(difflib.restore(difflib.ndiff(before, after), 2)) == after
    assert difflib.get_close_matches("brigde", ["bridge", "mayor"]) == ["bridge"]
    assert "Nobody&nbsp;was&nbsp;hurt." in difflib.HtmlDiff().make_table(before, after)


def test_forty_thousand_words_are_aligned_while_a_person_waits() -> None:
    a = [f"word{number % 3000}" for number in range(40_000)]
    b = [word if number % 50 else "changed" for number, word in enumerate(a)]
    began = time.process_time()
    operations = SequenceMatcher(None, a, b).get_opcodes()
    # Hundreds of times what it takes: this catches a change of order, not a slow machine.
    assert time.process_time() - began < 20
    assert sum(tag == "replace" for tag, *_ in operations) == 800
