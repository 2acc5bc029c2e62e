"""Print a table of judges on files of sentence pairs.

    python training/compare_judges.py FILE.tsv.gz ... --judge shipped --judge NAME=JUDGE.safetensors ...
        --base MODEL

A judge is `shipped` (the installed package's), weights from train_judge.py in full precision, or a class
`MODULE:CLASS` with `load()` and `predict(premises, hypotheses)`. Printed for every file: accuracy (the
likeliest of the labels that occur), average precision of contradiction, its precision and recall where its
probability is at least .5 and .8, the expected calibration error of the likeliest label (fifteen bins, Guo et
al., 2017), and for files whose rows say so, how many of the contradictions of each kind are found at .5.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from judge_figures import figures
from judge_rows import Row, rows_from


def by_kind(rows: Sequence[Row], probabilities: NDArray[np.float32]) -> str:
    """Of each kind of contradiction how many there are, and the share with a probability of at least .5."""
    found: dict[str, list[bool]] = defaultdict(list)
    for row, probability in zip(rows, probabilities, strict=True):
        parts = row.origin.split("/")
        if "contradiction" in parts:
            found[parts[parts.index("contradiction") + 1]].append(bool(probability[2] >= 0.5))
    return ", ".join(f"{kind} {np.mean(hits):.2f} of {len(hits)}" for kind, hits in sorted(found.items()))


class FullPrecision:
    """Weights as they were trained, in PyTorch."""

    def __init__(self, weights: Path, base: Path) -> None:
        from judge_network import Judge
        from safetensors.torch import load_file

        self.judge = Judge(base)
        self.plain = self.judge.take_any(load_file(weights))
        self.judge.eval()
        self.temperature, self.offsets = 1.0, [0.0, 0.0, 0.0]

    def calibrate(self, calibration: dict[str, Any]) -> None:
        """Take the calibration of the shipped judge."""
        self.temperature, self.offsets = calibration["temperature"], calibration["offsets"]

    def predict(self, premises: Sequence[str], hypotheses: Sequence[str]) -> NDArray[np.float32]:
        """Probabilities, shape (n, 3)."""
        import torch
        import train_judge

        rows = [
            Row(0, premise, hypothesis, "") for premise, hypothesis in zip(premises, hypotheses, strict=True)
        ]
        source = train_judge.encoded(rows, self.plain)
        logits = torch.from_numpy(train_judge.evaluate(self.judge, source, exact=True))
        return torch.softmax((logits + torch.tensor(self.offsets)) / self.temperature, 1).numpy()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--judge", action="append", required=True)
    parser.add_argument("--base", type=Path)
    parser.add_argument(
        "--calibration", type=Path, help="from calibrate_judge.py, for weights in full precision"
    )
    parser.add_argument("--limit", type=int, default=0, help="rows of a file, drawn at random")
    args = parser.parse_args()
    judges = {}
    for text in args.judge:
        name, _, place = text.rpartition("=")
        if place == "shipped":
            place = "readerapp.entailment:EntailmentModel"
        if place.endswith(".safetensors"):
            judge = FullPrecision(Path(place), args.base)
            if args.calibration and not judge.plain:
                judge.calibrate(json.loads(args.calibration.read_text(encoding="utf-8")))
            judges[name or place] = judge
        else:
            module, _, kind = place.partition(":")
            judges[name or text] = getattr(importlib.import_module(module), kind).load()
    print(f"{'file':26} {'judge':14} accur   AP   P@.5  R@.5  P@.8  R@.8   ECE")
    for path in args.files:
        rows = rows_from(path)
        if 0 < args.limit < len(rows):
            rows = [rows[place] for place in np.random.default_rng(0).permutation(len(rows))[: args.limit]]
        labels = np.array([row.label for row in rows])
        for name, judge in judges.items():
            predicted = judge.predict([row.premise for row in rows], [row.hypothesis for row in rows])
            probabilities = np.asarray(predicted, np.float32)
            values = figures(probabilities, labels)
            cells = "  ".join(
                f"{value:.3f}".replace("0.", " .", 1) if value < 1 else "1.00" for value in values.values()
            )
            print(f"{path.name.removesuffix('.tsv.gz'):26} {name:14} {cells}", flush=True)
            kinds = by_kind(rows, probabilities)
            if kinds:
                print(f"{'':41} {kinds}")


if __name__ == "__main__":
    main()
