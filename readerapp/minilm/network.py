"""Run one of the shipped networks on onnxruntime, one text at a time.

A batch of one is as fast as a larger one on a processor, needs no padding, and makes the result of a text
independent of what it is asked together with: the activations are quantised over the whole batch. One thread,
for the same reason and because a second one spins more than it helps on so small a network.
"""

from __future__ import annotations

import io
import os
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

WIDTH = 384

INPUTS = {"words", "types"}
"""What a graph takes: word embeddings, float32 (1, length, 384), and token types, int64 (1, length)."""


class Network:
    """A network that has been loaded; it can be used from several threads."""

    def __init__(self, name: str, width: int, manifest: Manifest, folder: Path = FOLDER) -> None:
        """Load a network.

        Args:
            name: the file of its graph.
            width: how many values it gives.
            manifest: what the files must be.
            folder: where they are.

        Raises:
            ModelUnavailableError: onnxruntime is not to be had here or does not take the graph, or a file
                is missing or damaged.
        """
        graph = read_weights(name, manifest, folder)
        self._integers = _array(WORDS, manifest, folder, "int8", WIDTH)
        self._scales = _array(WORD_SCALES, manifest, folder, "float32", 1)
        if len(self._integers) != len(self._scales):
            raise ModelUnavailableError(
                f"Two files of the model do not belong together: {folder / WORDS} and {WORD_SCALES}; "
                f"{REPAIR}."
            )
        self._session = _session(graph, width, folder / name)

    @property
    def pieces(self) -> int:
        """How many word pieces it knows."""
        return len(self._integers)

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


def _array(name: str, manifest: Manifest, folder: Path, kind: str, width: int) -> NDArray[Any]:
    """One of the word table's arrays, (pieces, width)."""
    import numpy as np

    content = read_weights(name, manifest, folder)
    try:
        array: NDArray[Any] = np.load(io.BytesIO(content), allow_pickle=False)
        fits = array.dtype == np.dtype(kind) and array.ndim == 2 and array.shape[1] == width
    except Exception as error:
        # numpy raises whatever the content that it takes this for leads to: zip files, nothing, pickles.
        raise ModelUnavailableError(
            f"A file of the model holds no numbers: {folder / name}; {REPAIR}."
        ) from error
    if not fits:
        raise ModelUnavailableError(f"A file of the model holds other numbers: {folder / name}; {REPAIR}.")
    return array


def _session(graph: bytes, width: int, path: Path) -> Any:
    # Official builds since 1.29 send usage events to Microsoft unless this is set before they are imported.
    # Reader works offline and tells nobody what it does. Whoever imports it first has to set it themselves.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        import onnxruntime
    except Exception as error:
        # Of its own parts that fail to load, the library raises again whatever they raised.
        missing = isinstance(error, ModuleNotFoundError) and error.name == "onnxruntime"
        reason = "is not installed" if missing else f"does not load ({_line(error)})"
        raise ModelUnavailableError(
            f"The neural models cannot be used: the library onnxruntime {reason}; "
            "`python -m pip install onnxruntime` brings it where it exists for this system."
        ) from error
    try:
        # For builds that do not know the variable, such as those of Windows.
        onnxruntime.disable_telemetry_events()
        # 4 is "fatal": what is wrong is told by the exception.
        onnxruntime.set_default_logger_severity(4)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 4
        session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        taken = {given.name for given in session.get_inputs()}
        given_back = [output.shape[-1] for output in session.get_outputs()]
    except Exception as error:
        # onnxruntime's errors have no common class but Exception.
        version = getattr(onnxruntime, "__version__", "of unknown version")
        raise ModelUnavailableError(
            f"The library onnxruntime {version} does not take the model {path} ({_line(error)}); {REPAIR}."
        ) from error
    if taken != INPUTS or given_back != [width]:
        raise ModelUnavailableError(f"A file of the model is another network: {path}; {REPAIR}.")
    return session


def _line(error: Exception) -> str:
    """The first line of an error, short."""
    lines = str(error).splitlines() or [type(error).__name__]
    return lines[0][:200]
