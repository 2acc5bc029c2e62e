"""The judge: a cross-encoder that reads two sentences together and gives three probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readerapp.entailment.pairs import read_pairs
from readerapp.minilm.shipped_model import ShippedModel

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ENTAILMENT, NEUTRAL, CONTRADICTION = range(3)
"""Columns of what is predicted."""


class EntailmentModel(ShippedModel):
    """Judges pairs of English sentences.

    What it says of a pair does not depend on the other pairs that it is asked about.
    """

    graph = "judge.onnx"
    width = 3

    def predict(self, premises: Sequence[str], hypotheses: Sequence[str]) -> NDArray[np.float32]:
        """Judge pairs.

        Args:
            premises: sentences, of any length; what does not fit into 192 word pieces together with the
                hypothesis is not read.
            hypotheses: as many sentences.

        Returns:
            probabilities of entailment, neutral and contradiction, shape (n, 3), calibrated on pairs of
            sentences of news.

        Raises:
            TypeError: one of them is a single text, which would be judged letter by letter.
            ValueError: the two differ in number.
        """
        import numpy as np

        if isinstance(premises, str) or isinstance(hypotheses, str):
            raise TypeError("premises and hypotheses are lists of sentences, not one sentence")

        if len(premises) != len(hypotheses):
            raise ValueError(f"{len(premises)} premises, but {len(hypotheses)} hypotheses")
        logits = np.empty((len(premises), 3), np.float32)
        for place, pair in enumerate(read_pairs(premises, hypotheses, self._pieces)):
            logits[place] = self._network.run(pair.pieces, pair.types)
        return self._calibrated(logits)

    def _calibrated(self, logits: NDArray[np.float32]) -> NDArray[np.float32]:
        """Temperature and offsets (vector scaling with one scale; Guo et al., 2017), then softmax."""
        import numpy as np

        scaled = (logits + np.asarray(self._manifest.offsets, np.float32)) / self._manifest.temperature
        powers = np.exp(scaled - scaled.max(axis=1, keepdims=True, initial=-np.inf))
        probabilities: NDArray[np.float32] = powers / powers.sum(axis=1, keepdims=True)
        return probabilities
