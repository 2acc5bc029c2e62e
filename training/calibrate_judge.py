"""Fit the judge's temperature and offsets on pairs that it was not trained on.

    python training/calibrate_judge.py WEIGHTS OUTPUT.json --rows news_train.tsv.gz --fold 0/8

`WEIGHTS` is a folder that export_networks.py wrote without a calibration, from a judge that was trained with
the same `--fold`: what is calibrated is the judge as it is shipped. Fitted by the likelihood of the labels.
The error that is printed is that of halves of the clusters fitted on the other half.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from judge_figures import calibration_error
from judge_rows import Row, folded_out, rows_of

from readerapp.entailment import EntailmentModel

PULL = 0.5
"""How much offsets cost: a few hundred pairs tell the temperature better than the share of each label."""


def fitted(scores: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
    """Temperature and offsets for logits, or logarithms of probabilities, (n, 3)."""
    temperature = torch.ones(1, requires_grad=True)
    offsets = torch.zeros(3, requires_grad=True)
    optimiser = torch.optim.LBFGS([temperature, offsets], max_iter=200)

    def loss() -> Tensor:
        optimiser.zero_grad()
        value = torch.nn.functional.cross_entropy((scores + offsets) / temperature, labels)
        value = value + PULL * offsets.square().sum()
        value.backward()
        return value

    optimiser.step(loss)
    return temperature.detach(), (offsets - offsets.mean()).detach()


def cross_fitted(rows: Sequence[Row], scores: Tensor, labels: Tensor) -> np.ndarray:
    """Probabilities of each half of the clusters by the fit on the other half."""
    probabilities = torch.zeros_like(scores)
    out = set(folded_out(rows, "0/2")[1])
    second = torch.tensor([row in out for row in rows])
    for one, other in ((second, ~second), (~second, second)):
        temperature, offsets = fitted(scores[one], labels[one])
        probabilities[other] = torch.softmax((scores[other] + offsets) / temperature, 1)
    return probabilities.numpy()


def main() -> None:
    """Fit, print how good the fit is, write it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("weights", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--fold", required=True)
    args = parser.parse_args()
    rows = folded_out(rows_of(args.rows), args.fold)[1]
    judge = EntailmentModel.load(args.weights)
    before = judge.predict([row.premise for row in rows], [row.hypothesis for row in rows])
    scores = torch.log(torch.from_numpy(before).clamp_min(1e-9))
    labels = torch.tensor([row.label for row in rows])
    after = cross_fitted(rows, scores, labels)
    temperature, offsets = fitted(scores, labels)
    gold = labels.numpy()
    for name, probabilities in (("before", before), ("after", after)):
        right = float((probabilities.argmax(1) == gold).mean())
        error = calibration_error(probabilities, gold)
        print(f"{name:6} {len(rows)} pairs: accuracy {right:.3f}, expected calibration error {error:.3f}")
    found = {
        "temperature": round(temperature.item(), 4),
        "offsets": [round(float(value), 4) for value in offsets],
    }
    print(found)
    args.output.write_text(json.dumps(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
