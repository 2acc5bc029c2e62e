"""Fit the judge's temperature and offsets on pairs that it was not trained on.

    python training/calibrate_judge.py JUDGE.safetensors OUTPUT.json --base MODEL
        --rows news_train.tsv.gz --fold 0/8

The judge is one that was trained with the same `--fold`, that is without the clusters it is calibrated on.
Its temperature then serves the judge that was trained on all of them. Fitted by the likelihood of the labels,
with each label weighing the same.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from compare_judges import FullPrecision, calibration_error
from judge_rows import folded_out, rows_of
from train_judge import encoded, evaluate


def main() -> None:
    """Fit, print how good the fit is, write it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("judge", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--fold", required=True)
    args = parser.parse_args()
    rows = folded_out(rows_of(args.rows), args.fold)[1]
    logits = torch.from_numpy(evaluate(FullPrecision(args.judge, args.base).judge, encoded(rows)))
    labels = torch.tensor([row.label for row in rows])
    weights = 1 / torch.bincount(labels, minlength=3).float()
    temperature = torch.ones(1, requires_grad=True)
    offsets = torch.zeros(3, requires_grad=True)
    optimiser = torch.optim.LBFGS([temperature, offsets], max_iter=200)

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        value = torch.nn.functional.cross_entropy((logits + offsets) / temperature, labels, weights)
        value.backward()
        return value

    optimiser.step(loss)
    with torch.no_grad():
        centred = offsets - offsets.mean()
        before = calibration_error(torch.softmax(logits, 1).numpy(), labels.numpy())
        after = calibration_error(torch.softmax((logits + centred) / temperature, 1).numpy(), labels.numpy())
    fitted = {
        "temperature": round(temperature.item(), 4),
        "offsets": [round(float(value), 4) for value in centred],
    }
    print(len(rows), "pairs; expected calibration error", f"{before:.3f} before, {after:.3f} after;", fitted)
    args.output.write_text(json.dumps(fitted) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
