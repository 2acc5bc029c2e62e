"""What the networks say of statements, and how the work is shared."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError
from contextlib import suppress

import numpy as np

from readerapp.contradictions.judging import AT_ONCE, Networks
from readerapp.embedding import SentenceEncoder
from readerapp.entailment import EntailmentModel

SENTENCES = [f"The ferry of line {number} sank near the lighthouse." for number in range(2 * AT_ONCE + 5)]


def test_what_is_found_does_not_depend_on_how_the_work_is_shared() -> None:
    networks = Networks.load()
    assert np.array_equal(networks.vectors(SENTENCES), SentenceEncoder.load().encode(SENTENCES))
    whole = EntailmentModel.load().predict(SENTENCES[:9], SENTENCES[1:10])
    assert networks.judged(SENTENCES[:9], SENTENCES[1:10]) == [tuple(row) for row in whole.tolist()]
    assert networks.judged([], []) == []
    networks.close()


def test_who_stops_waits_for_little_of_the_work() -> None:
    begun: list[int] = []
    has_begun = threading.Event()
    is_free = threading.Event()

    class Slow:
        def encode(self, sentences: list[str]) -> np.ndarray:
            begun.append(len(sentences))
            has_begun.set()
            is_free.wait(10)
            return np.zeros((len(sentences), 384), np.float32)

    networks = Networks(Slow(), EntailmentModel.load())  # type: ignore[arg-type]

    def wait_for_vectors() -> None:
        with suppress(CancelledError, RuntimeError):
            networks.vectors(SENTENCES * 9)

    waiting = threading.Thread(target=wait_for_vectors)
    waiting.start()
    assert has_begun.wait(10)
    networks.close()
    is_free.set()
    waiting.join(10)
    assert not waiting.is_alive()
    assert sum(begun) <= 4 * AT_ONCE
