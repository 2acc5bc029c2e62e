"""Run one of the shipped networks on onnxruntime, one text at a time.

A batch of one is as fast as a larger one on a processor, needs no padding, and makes the result of a text
independent of what it is asked together with: the activations are quantised over the whole batch. One thread,
for the same reason and because a second one spins more than it helps on so small a network.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readerapp.minilm.weights import FOLDER, REPAIR, Manifest, ModelUnavailableError, read_weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WORDS = "words.npy"
"""The word embeddings that the networks share, int8 (pieces, 384)."""

WORD_SCALES = "word_scales.npy"
"""What the rows of the table are to be multiplied by, float32 (pieces, 1)."""


class Network:
    """A network that has been loaded; it can be used from several threads."""

    def __init__(self, name: str, manifest: Manifest, folder: Path = FOLDER) -> None:
        """Load a network.

        Args:
            name: the file of its graph.
            manifest: what the files must be.
            folder: where they are.

        Raises:
            ModelUnavailableError: onnxruntime is not to be had here or does not take the graph, or a file is
                missing or damaged.
        """
        import numpy as np

        graph = read_weights(name, manifest, folder)
        self._integers: NDArray[np.int8] = np.load(io.BytesIO(read_weights(WORDS, manifest, folder)))
        self._scales: NDArray[np.float32] = np.load(io.BytesIO(read_weights(WORD_SCALES, manifest, folder)))
        self._session = _session(graph, name)

    def run(self, pieces: Sequence[int], types: Sequence[int]) -> NDArray[np.float32]:
        """What the network says of one text.

        Args:
            pieces: numbers of word pieces, shape (length,).
            types: their token types, shape (length,).

        Returns:
            its output, shape (width,).
        """
        import numpy as np

        chosen = np.asarray(pieces, np.int64)
        words = self._integers[chosen] * self._scales[chosen]
        (output,) = self._session.run(
            None, {"words": words[np.newaxis], "types": np.asarray(types, np.int64)[np.newaxis]}
        )
        result: NDArray[np.float32] = output[0]
        return result


def _session(graph: bytes, name: str) -> Any:
    try:
        import onnxruntime
    except ImportError as error:
        missing = isinstance(error, ModuleNotFoundError) and error.name == "onnxruntime"
        reason = "is not installed" if missing else f"does not load ({_line(error)})"
        raise ModelUnavailableError(
            f"Contradictions are not judged: the library onnxruntime {reason}; "
            "`python -m pip install onnxruntime` brings it where it exists for this system."
        ) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        # onnxruntime's errors have no common class but Exception.
        raise ModelUnavailableError(
            f"onnxruntime {onnxruntime.__version__} does not take the model {name} "
            f"({_line(error)}); {REPAIR}."
        ) from error


def _line(error: Exception) -> str:
    """The first line of an error, short."""
    lines = str(error).splitlines() or [type(error).__name__]
    return lines[0][:200]
