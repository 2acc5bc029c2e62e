"""The sentence encoder all-MiniLM-L6-v2 (Reimers and Gurevych, 2019), with 7-bit weights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readerapp.minilm.network import WIDTH
from readerapp.minilm.shipped_model import ShippedModel
from readerapp.minilm.word_pieces import SEPARATOR, START

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONGEST = 128
"""Word pieces of a sentence, marks included, that are read: what the encoder was trained with."""

LETTERS = 4000
"""Code points of a sentence that are looked at: no more can be in that many pieces of usual text."""


class SentenceEncoder(ShippedModel):
    """Turns English sentences into vectors; the cosine of two tells how near their meanings are."""

    graph = "encoder.onnx"
    width = WIDTH

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of sentences.

        Args:
            sentences: of any length; the end of long ones is not read.

        Returns:
            vectors of unit length, shape (n, 384). That of a sentence does not depend on the others.

        Raises:
            TypeError: a single text, which would be encoded letter by letter.
        """
        import numpy as np

        if isinstance(sentences, str):
            raise TypeError("sentences is a list of sentences, not one sentence")

        vectors = np.empty((len(sentences), WIDTH), np.float32)
        for place, sentence in enumerate(sentences):
            numbers = self._pieces.of_text(sentence.lstrip()[:LETTERS])[: LONGEST - 2]
            read = [START, *numbers, SEPARATOR]
            vectors[place] = self._network.run(read, [0] * len(read))
        return vectors
