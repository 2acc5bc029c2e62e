"""What the networks say of statements: nearness of meaning from the encoder, probabilities from the judge."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Self

from readerapp.contradictions.candidates import NEAREST, Candidate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from readerapp.embedding import SentenceEncoder
    from readerapp.entailment import EntailmentModel

PER_ARTICLE = 75
"""Pairs that the judge reads for each article of a comparison, one direction of a pair counted as one."""

MOST_PREDICTIONS = 1800
"""Pairs that it reads at most, about ten seconds of work on two cores."""

PROMISING = 0.008
"""Pairs that seem less likely than this before the judge has read them are not worth its time."""

FAR = 0.4
"""Cosine of statements that have no more than the event in common."""

WORTH_MORE_WHEN_NEAR = (
    "numbers conflict",
    "conflict in role",
    "rivals",
    "rivals apart",
    "polarity differs",
    "opposites",
    "exclusive values",
    "denied share",
    "denial meets claim",
    "one denies",
    "times differ",
    "name clashes",
)
"""Evidence that says little unless both statements speak of the same thing."""

BESIDE_THE_JUDGE = (
    "same article",
    "numbers conflict",
    "near and conflict in role",
    "near and polarity differs",
    "near and opposites",
    "near and exclusive values",
    "near and denied share",
    "times differ",
    "nothing else differs",
    "one is told there",
    "both are told there",
)
"""Evidence that is weighed anew once the judge has spoken."""

THREADS = 2
"""Threads that read statements at the same time; what they find does not depend on their number."""

AT_ONCE = 32
"""Statements or pairs that a thread takes at a time: whoever stops a search waits for no more."""

LEAST = 1e-4
"""Probabilities nearer to 0 or 1 are taken for this."""


class Networks:
    """The sentence encoder and the judge."""

    def __init__(self, encoder: SentenceEncoder, judge: EntailmentModel) -> None:
        self._encoder = encoder
        self._judge = judge
        self._threads = ThreadPoolExecutor(THREADS)

    @classmethod
    def load(cls) -> Self:
        """Load both.

        Raises:
            ModelUnavailableError: one of them cannot be used here; the message says why.
        """
        from readerapp.embedding import SentenceEncoder
        from readerapp.entailment import EntailmentModel

        return cls(SentenceEncoder.load(), EntailmentModel.load())

    def close(self) -> None:
        """Let the threads go, without waiting for what they do."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def vectors(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of sentences, of unit length, shape (n, 384)."""
        import numpy as np

        return np.concatenate(self._shared(self._encoder.encode, sentences))

    def judged(self, premises: Sequence[str], hypotheses: Sequence[str]) -> list[tuple[float, float, float]]:
        """Probabilities of entailment, neutral and contradiction for each pair."""
        import numpy as np

        parts = self._shared(
            lambda pairs: self._judge.predict([a for a, _ in pairs], [b for _, b in pairs]),
            list(zip(premises, hypotheses, strict=True)),
        )
        return [(row[0], row[1], row[2]) for row in np.concatenate(parts).tolist()]

    def _shared(
        self, work: Callable[[Sequence[Any]], NDArray[np.float32]], items: Sequence[Any]
    ) -> list[NDArray[np.float32]]:
        """What `work` makes of parts of the items, in order, done by several threads."""
        size = min(AT_ONCE, max(1, -(-len(items) // THREADS)))
        return list(
            self._threads.map(work, [items[at : at + size] for at in range(0, len(items), size)])
        ) or [work([])]


def budget_for(documents: int, long: bool = False) -> int:
    """How many predictions a comparison may take: 150 for two articles, 1,350 for ten, 1,800 for books."""
    return MOST_PREDICTIONS if long else min(MOST_PREDICTIONS, 2 * PER_ARTICLE * max(documents - 1, 1))


def nearness_values(candidate: Candidate, evidence: Mapping[str, float]) -> dict[str, float]:
    """The nearness of two statements as evidence, and what other evidence weighs where they are near.

    Args:
        candidate: the pair.
        evidence: what the statements themselves give.
    """
    near = min(max(0.0, candidate.cosine - FAR) / (1 - FAR), 1.0)
    together = {f"near and {name}": near * evidence.get(name, 0.0) for name in WORTH_MORE_WHEN_NEAR}
    return together | {
        "cosine": candidate.cosine,
        "cosine squared": candidate.cosine**2,
        "rank": candidate.rank / NEAREST,
        "other rank": candidate.other_rank / NEAREST,
        "first": float(candidate.rank == 0),
        "both first": float(candidate.other_rank == 0),
        "one has a better": candidate.other_better,
        "both have a better": candidate.better,
        "one is told there": float(candidate.told_there > 0),
        "both are told there": float(candidate.told_there > 1),
    }


def judged_values(
    before: float, there: Sequence[float], back: Sequence[float] | None, evidence: Mapping[str, float]
) -> dict[str, float]:
    """What the judge says of a pair, as evidence beside all that came before.

    Args:
        before: the logit that the evidence had without the judge.
        there: probabilities of entailment, neutral and contradiction in one direction.
        back: the same in the other; None where that was not asked.
        evidence: what the statements themselves give.
    """
    both = [there] if back is None else [there, back]
    contradiction = [log_odds(each[2]) for each in both]
    entailment = [log_odds(each[0]) for each in both]
    values = {
        "before": before,
        "contradiction higher": max(contradiction),
        "entailment higher": max(entailment),
    } | {name: evidence.get(name, 0.0) for name in BESIDE_THE_JUDGE}
    if back is not None:
        values["contradiction lower"] = min(contradiction)
        values["entailment lower"] = min(entailment)
    return values


def log_odds(probability: float) -> float:
    """The logit of a probability, kept within what the judge can tell apart."""
    kept = min(max(probability, LEAST), 1 - LEAST)
    return math.log(kept / (1 - kept))
