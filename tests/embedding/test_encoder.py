"""The shipped sentence encoder."""

from __future__ import annotations

import numpy as np
import pytest

from readerapp.embedding import SentenceEncoder

SENTENCES = [
    "The prime minister resigned on Monday after losing a vote of confidence.",
    "After a lost confidence vote the head of government stepped down.",
    "The striker scored twice in the first half.",
    "",
    "word " * 5000,
]


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder.load()


def test_vectors_have_unit_length(encoder: SentenceEncoder) -> None:
    vectors = encoder.encode(SENTENCES)
    assert vectors.shape == (len(SENTENCES), 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_sentences_of_like_meaning_are_near(encoder: SentenceEncoder) -> None:
    first, same, other = encoder.encode(SENTENCES[:3])
    assert first @ same > 0.5
    assert first @ other < 0.3


def test_a_vector_does_not_depend_on_the_other_sentences(encoder: SentenceEncoder) -> None:
    together = encoder.encode(SENTENCES)
    alone = np.concatenate([encoder.encode([sentence]) for sentence in SENTENCES])
    assert np.array_equal(together, alone)


def test_no_sentences_have_no_vectors(encoder: SentenceEncoder) -> None:
    assert encoder.encode([]).shape == (0, 384)


def test_one_text_is_not_taken_for_a_list_of_letters(encoder: SentenceEncoder) -> None:
    with pytest.raises(TypeError, match="list of sentences"):
        encoder.encode("He came.")


def test_the_case_of_letters_changes_nothing(encoder: SentenceEncoder) -> None:
    upper, lower = encoder.encode([SENTENCES[0].upper(), SENTENCES[0].lower()])
    assert np.array_equal(upper, lower)
