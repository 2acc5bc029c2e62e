"""Where passages of an old text stand in a new one, and which of them have to be given up."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readerapp.anchoring import Anchorer, Placement
from readerapp.anchoring.blocks import Blocks
from readerapp.model import AnchorStatus, Span
from readerapp.model.graphemes import is_boundary

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from anchoring import outcome
from edited_texts import RECOVERABLE, trials

OLD = """The harbour of Tarn was closed on Monday after a barge lost its load of gravel.

Divers counted 112 sacks on the bottom, the harbour office said. Nobody was hurt.

The council meets on Thursday to talk about a second crane. The first one is forty years old.

A ferry service to the islands goes on from the northern quay.
"""
PASSAGE = "Divers counted 112 sacks on the bottom, the harbour office said."


def placed(new: str, passage: str = PASSAGE, old: str = OLD) -> tuple[AnchorStatus, str | None]:
    start = old.index(passage)
    found = Anchorer(old, new).place(Span(start, start + len(passage)))
    return found.status, None if found.span is None else new[found.span.start : found.span.end]


def test_the_same_text_gives_the_same_place() -> None:
    assert Anchorer(OLD, OLD).place(Span(5, 12)) == Placement(AnchorStatus.EXACT, Span(5, 12), 1.0)


def test_what_was_put_in_before_a_passage_shifts_it() -> None:
    new = OLD.replace("The harbour", "Updated at noon.\n\nThe harbour", 1)
    assert placed(new) == (AnchorStatus.EXACT, PASSAGE)


def test_a_passage_whose_paragraph_went_to_the_end_has_moved() -> None:
    paragraphs = OLD.strip().split("\n\n")
    new = "\n\n".join([paragraphs[0], *paragraphs[2:], paragraphs[1]])
    assert placed(new) == (AnchorStatus.MOVED, PASSAGE)


def test_other_words_in_the_same_place_are_a_change() -> None:
    new = OLD.replace("counted 112 sacks", "have counted 121 sacks")
    assert placed(new) == (AnchorStatus.CHANGED, PASSAGE.replace("counted 112", "have counted 121"))


def test_of_two_equal_passages_each_keeps_its_own() -> None:
    old = OLD + "\nRepeated below: " + PASSAGE + " So it was said."
    first = old.index(PASSAGE)
    second = old.index(PASSAGE, first + 1)
    new = old.replace("The harbour", "The old harbour", 1)
    anchorer = Anchorer(old, new)
    for start in (first, second):
        assert anchorer.place(Span(start, start + len(PASSAGE))).span == Span(
            start + 4, start + 4 + len(PASSAGE)
        )


def test_a_deleted_passage_is_not_found_in_an_equal_one_that_stood_elsewhere() -> None:
    copy = "\nIn other words, as printed on Tuesday: " + PASSAGE + " That is what the paper wrote."
    new = (OLD + copy).replace(PASSAGE, "", 1)
    assert placed(new, old=OLD + copy) == (AnchorStatus.ORPHANED, None)


def test_a_deleted_passage_is_not_found_in_one_with_another_number() -> None:
    new = (
        OLD.replace(PASSAGE + " ", "") + "\nDivers counted 119 sacks on the bottom, the harbour office said."
    )
    assert placed(new) == (AnchorStatus.ORPHANED, None)


def test_a_deleted_passage_is_not_found_in_one_with_another_name() -> None:
    old = OLD.replace("Divers counted 112 sacks", "Berit Osk has seen the sacks")
    passage = PASSAGE.replace("Divers counted 112 sacks", "Berit Osk has seen the sacks")
    new = old.replace(passage + " ", "") + "\n" + passage.replace("Berit Osk", "Berit Ask")
    assert placed(new, passage, old) == (AnchorStatus.ORPHANED, None)


def test_a_changed_passage_is_not_given_up_for_a_copy_elsewhere() -> None:
    new = OLD.replace("112 sacks on", "112 big sacks on") + "\nQuoted: " + PASSAGE
    assert placed(new) == (AnchorStatus.CHANGED, PASSAGE.replace("112 sacks", "112 big sacks"))


def test_a_passage_replaced_by_another_sentence_is_an_orphan() -> None:
    new = OLD.replace(PASSAGE, "What lay below the quay could not be learned at first.")
    assert placed(new) == (AnchorStatus.ORPHANED, None)


def test_a_sentence_that_moved_alone_is_found_by_its_words() -> None:
    new = OLD.replace(PASSAGE + " ", "").rstrip() + " " + PASSAGE + "\n"
    assert placed(new) == (AnchorStatus.MOVED, PASSAGE)


def test_a_border_that_is_read_in_two_ways_stands_between_sentences() -> None:
    old = "It rained. The cat sat on the mat. It snowed on the hill."
    new = "It rained. The dog ran off. The cat sat on the mat. It snowed on the hill."
    assert placed(new, "The cat sat on the mat.", old) == (AnchorStatus.EXACT, "The cat sat on the mat.")


def test_an_empty_passage_and_an_empty_text_find_nothing() -> None:
    assert Anchorer(OLD, "").place(Span(3, 30)).status is AnchorStatus.ORPHANED
    assert Anchorer(OLD, OLD + "!").place(Span(3, 3)).status is AnchorStatus.ORPHANED
    assert Anchorer("", "").place(Span(0, 0)).status is AnchorStatus.EXACT


def test_a_passage_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="does not lie in a text"):
        Anchorer("short", "short").place(Span(2, 9))


def test_texts_without_spaces_are_anchored_too() -> None:
    old = (
        "港は月曜日に閉鎖された。潜水士は底に百十二の袋を数えた。怪我人はいなかった。議会は木曜日に開かれる。"
    )
    new = "最新情報。港は月曜日に閉鎖された。潜水士は海の底に百十二の袋を数えた。怪我人はいなかった。議会は木曜日に開かれる。"
    assert placed(new, "潜水士は底に百十二の袋を数えた。", old) == (
        AnchorStatus.CHANGED,
        "潜水士は海の底に百十二の袋を数えた。",
    )


def test_a_character_that_gained_a_mark_is_not_cut() -> None:
    old = "They met at the cafe in the old town by the river, as they always did."
    new = old.replace("cafe", "cafe\u0301")
    start = old.index("the cafe")
    found = Anchorer(old, new).place(Span(start, start + len("the cafe")))
    assert found.span is not None
    assert new[found.span.start : found.span.end] == "the cafe\u0301"
    assert found.status is AnchorStatus.CHANGED


def test_in_hundreds_of_edited_texts_no_passage_is_found_in_a_wrong_place() -> None:
    outcomes = []
    for trial in trials(420, seed=11):
        what = outcome(trial, Anchorer(trial.old, trial.new).place(trial.passage))
        assert what != "WRONG", (trial.kind, trial.old[slice(*trial.passage)])
        if trial.kind in RECOVERABLE:
            outcomes.append(what)
    assert outcomes.count("orphaned") <= 0.03 * len(outcomes)


def test_long_texts_of_one_line_and_of_one_letter_come_to_an_end() -> None:
    anchorer = Anchorer("ab" * 100_000, "ab" * 90_000 + "ba" * 10_000)
    assert anchorer.place(Span(10, 60)).status is AnchorStatus.EXACT
    Anchorer("x" * 200_000, "y" * 200_000).place(Span(0, 100_000))


PARTS = st.lists(
    st.sampled_from(
        [
            "The barge sank. ",
            "No! ",
            "e\u0301",
            "👩‍👩‍👧 ",
            "🇫🇷🇩🇪",
            "112 ",
            "각 ",
            "\n\n",
            "tide and time ",
            "港。",
        ]
    ),
    max_size=30,
).map("".join)


@given(PARTS, PARTS, st.data())
@settings(max_examples=300, deadline=None)
def test_what_is_found_lies_in_the_new_text_and_cuts_no_character(
    old: str, new: str, data: st.DataObject
) -> None:
    ends = sorted((data.draw(st.integers(0, len(old))), data.draw(st.integers(0, len(old)))))
    passage = Span(*ends)
    found = Anchorer(old, new).place(passage)
    assert 0 <= found.score <= 1
    if found.status is AnchorStatus.ORPHANED:
        assert found.span is None
        return
    assert found.span is not None
    assert 0 <= found.span.start <= found.span.end <= len(new)
    if old != new:
        assert is_boundary(new, found.span.start)
        assert is_boundary(new, found.span.end)
    is_same = new[found.span.start : found.span.end] == old[passage.start : passage.end]
    assert is_same == (found.status is not AnchorStatus.CHANGED)


@given(PARTS, PARTS, PARTS, st.data())
@settings(max_examples=200, deadline=None)
@example("", "", "", None)
def test_blocks_hold_the_same_words_in_both_texts_and_share_none(
    before: str, middle: str, after: str, data: st.DataObject | None
) -> None:
    old, new = before + middle + after, after + middle + before
    seen_old: set[int] = set()
    for block in Blocks(old, new).by_old:
        assert old[block.old : block.old_end] == new[block.new : block.new_end]
        places = set(range(block.old, block.old_end))
        assert not places & seen_old
        seen_old |= places


@given(st.text(alphabet="abc .\n", max_size=60), st.text(alphabet="abc .\n", max_size=60))
@settings(max_examples=300, deadline=None)
def test_blocks_in_order_rise_in_both_texts(old: str, new: str) -> None:
    chain = [block for block in Blocks(old, new).by_old if block.in_order]
    for one, other in pairwise(chain):
        assert one.old_end <= other.old
        assert one.new_end <= other.new
