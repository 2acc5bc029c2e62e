from __future__ import annotations

import numpy as np
import pytest
from contradiction_samples import sketches, statements

from readerapp.contradictions import candidates
from readerapp.contradictions.candidates import candidates_of, pairs_by_words, worth_a_look


def test_statements_that_share_rare_words_are_paired() -> None:
    found = statements(
        "The ferry Marlin sank near the lighthouse.",
        "Divers reached the Marlin below the lighthouse.",
        "Prices rose again this week.",
    )
    assert set(pairs_by_words(found)) == {(0, 1)}


def test_a_statement_is_never_paired_with_itself() -> None:
    found = statements(
        "The ferry Marlin sank near the lighthouse. The ferry Marlin sank near the lighthouse."
    )
    assert all(pair.first < pair.second for pair in candidates_of(found))


def test_near_meanings_pair_statements_without_a_shared_word() -> None:
    found = statements(
        "The ferry went down near the harbour.", "A boat sank off the port.", "Shares closed higher again."
    )
    vectors = np.eye(3, dtype=np.float32)
    vectors[1] = [0.8, 0.6, 0]
    pairs = candidates_of(found, vectors)
    assert [(pair.first, pair.second) for pair in pairs] == [(0, 1)]
    assert pairs[0].cosine == np.float32(0.8)
    assert pairs[0].rank == 0


def test_the_number_of_pairs_grows_with_the_statements_and_not_with_their_square() -> None:
    few, many = (
        statements(
            *(
                " ".join(f"The ferry number {n}{m} sank near the old lighthouse today." for n in range(size))
                for m in "ab"
            )
        )
        for size in (20, 40)
    )
    assert len(candidates_of(many)) < 3 * len(candidates_of(few))


def test_in_short_texts_every_sentence_is_worth_a_look() -> None:
    found = sketches("The ferry sank in the night.", "Prices rose again this week.")
    assert worth_a_look(found) == found


def test_in_long_texts_only_sentences_with_shared_rare_words_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "SHORT", 10)
    found = sketches(
        "The ferry Marlin sank near the lighthouse.",
        "Divers reached the Marlin below the lighthouse.",
        "Prices rose again this week.",
    )
    assert worth_a_look(found) == found[:2]


def test_of_very_many_short_lines_only_those_with_shared_rare_words_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(candidates, "MOST_COMPARED", 2)
    found = sketches(
        "The ferry Marlin sank near the lighthouse.",
        "Divers reached the Marlin below the lighthouse.",
        "Prices rose again this week.",
    )
    assert worth_a_look(found) == found[:2]


def test_pairs_do_not_depend_on_how_many_rows_are_held_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found = statements(*(" ".join(f"The ferry {n}{m} sank near here today." for n in range(9)) for m in "ab"))
    vectors = np.random.default_rng(1).normal(size=(len(found), 3)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    whole = candidates_of(found, vectors)
    monkeypatch.setattr(candidates, "ROWS_AT_ONCE", 2)
    pairs = [(pair.first, pair.second) for pair in candidates_of(found, vectors)]
    assert pairs == [(pair.first, pair.second) for pair in whole]
