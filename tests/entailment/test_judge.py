"""The shipped judge: what it must get right, and that it always says the same."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from readerapp.entailment import EntailmentModel

LABELS = ("entailment", "neutral", "contradiction")


class Truth(NamedTuple):
    """A pair whose relation no reader would doubt."""

    kind: str
    label: str
    premise: str
    hypothesis: str


TRUTHS = [
    Truth(*line.split("\t"))
    for line in (Path(__file__).parent / "truths.tsv").read_text(encoding="utf-8").splitlines()
]

KNOWN_WRONG: frozenset[str] = frozenset()
"""Hypotheses of the pairs that the shipped weights get wrong; docs/judge.md lists them for readers."""


@pytest.fixture(scope="module")
def judge() -> EntailmentModel:
    return EntailmentModel.load()


def judged(judge: EntailmentModel, truth: Truth) -> str:
    return LABELS[int(judge.predict([truth.premise], [truth.hypothesis])[0].argmax())]


@pytest.mark.parametrize(
    "truth",
    [truth for truth in TRUTHS if truth.hypothesis not in KNOWN_WRONG],
    ids=lambda truth: f"{truth.kind}: {truth.hypothesis[:40]}",
)
def test_a_plain_relation_is_recognised(judge: EntailmentModel, truth: Truth) -> None:
    assert judged(judge, truth) == truth.label


def test_what_is_known_to_be_judged_wrong_is_known_exactly(judge: EntailmentModel) -> None:
    wrong = {truth.hypothesis for truth in TRUTHS if judged(judge, truth) != truth.label}
    assert wrong == KNOWN_WRONG


def test_the_rows_of_truth_cover_ten_kinds_five_times() -> None:
    kinds = [truth.kind for truth in TRUTHS]
    assert len(TRUTHS) == 50
    assert {kinds.count(kind) for kind in kinds} == {5}


def test_a_prediction_does_not_depend_on_what_is_asked_with_it(judge: EntailmentModel) -> None:
    premises = [truth.premise for truth in TRUTHS]
    hypotheses = [truth.hypothesis for truth in TRUTHS]
    together = judge.predict(premises, hypotheses)
    reverse = judge.predict(premises[::-1], hypotheses[::-1])[::-1]
    alone = np.concatenate([judge.predict([p], [h]) for p, h in zip(premises, hypotheses, strict=True)])
    assert np.array_equal(together, alone)
    assert np.array_equal(together, reverse)


def test_probabilities_are_three_for_each_pair_and_add_up_to_one(judge: EntailmentModel) -> None:
    probabilities = judge.predict(["He came.", "She left."], ["He did not come.", "It rained."])
    assert probabilities.shape == (2, 3)
    assert probabilities.dtype == np.float32
    assert np.all(probabilities >= 0)
    assert np.allclose(probabilities.sum(1), 1, atol=1e-6)


def test_no_pairs_have_no_probabilities(judge: EntailmentModel) -> None:
    assert judge.predict([], []).shape == (0, 3)


def test_premises_without_hypotheses_are_refused(judge: EntailmentModel) -> None:
    with pytest.raises(ValueError, match="2 premises, but 1 hypotheses"):
        judge.predict(["a", "b"], ["c"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "word " * 20_000,
        "x" * 500_000,
        "\u0301" * 1000,
        "東京で三人が死亡した。",
        "קראתי את הכתבה",
        "😀👩‍👩‍👧",
        "\ud83d",
        "\x00\x07\ufffd",
    ],
    ids=["empty", "blank", "long", "one word", "accents", "Japanese", "Hebrew", "emoji", "half", "controls"],
)
def test_odd_sentences_are_judged_as_well(judge: EntailmentModel, text: str) -> None:
    probabilities = judge.predict([text, "A plain sentence.", text], ["A plain sentence.", text, text])
    assert np.all(np.isfinite(probabilities))


def test_the_version_names_the_weights(judge: EntailmentModel) -> None:
    assert len(judge.version) == 16


@pytest.mark.slow
def test_ten_thousand_pairs_at_once_stay_within_memory(judge: EntailmentModel) -> None:
    import resource

    premises = [f"{TRUTHS[n % 50].premise} It was the {n}th time." for n in range(10_000)]
    hypotheses = [TRUTHS[n % 50].hypothesis for n in range(10_000)]
    judge.predict(premises[:50], hypotheses[:50])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert judge.predict(premises, hypotheses).shape == (10_000, 3)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000
