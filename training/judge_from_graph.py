"""Take the weights of a judge back out of its ONNX graph, to go on training from what is shipped.

    python training/judge_from_graph.py readerapp/minilm/weights/judge.onnx JUDGE.safetensors
        --base MODEL_FOLDER

The matrices come back as they were quantised, seven bits a value. The inner channels of each layer keep the
order that the graph gave them, which changes nothing.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import save_file

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from judge_network import LAYERS, Judge


def main() -> None:
    """Write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("graph", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    args = parser.parse_args()
    graph = onnx.load(args.graph).graph
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    judge = Judge(args.base)
    state = {name: value.numpy().copy() for name, value in judge.state_dict().items()}

    def matrix(name: str) -> np.ndarray:
        values = held[f"{name}.integers"].astype(np.float32) * held[f"{name}.scale"]
        if f"{name}.evening" in held:
            values = values * held[f"{name}.evening"][:, np.newaxis]
        return values.T

    for name in state:
        if name in held:
            state[name] = held[name]
    state["types"] = held["types.table"]
    state["positions"][: len(held["positions.table"])] = held["positions.table"]
    for number in range(LAYERS):
        place = f"layers.{number}."
        for name in ("attention", "mixing", "widening"):
            state[f"{place}{name}.weight"] = matrix(f"{place}{name}")
        large = held[f"{place}narrowing.large.matrix"].T
        state[f"{place}narrowing.weight"] = np.concatenate([large, matrix(f"{place}narrowing")], 1)
    tensors = {name: torch.from_numpy(np.array(value)).half().contiguous() for name, value in state.items()}
    judge.load_state_dict({name: value.float() for name, value in tensors.items()})
    save_file(tensors, args.output)


if __name__ == "__main__":
    main()
