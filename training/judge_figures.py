"""How good predictions of labels are: accuracy, average precision of contradiction, calibration."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BINS = 15


def average_precision(scores: NDArray[np.float32], right: NDArray[np.bool_]) -> float:
    """Mean precision at the rank of every right one."""
    hits = right[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean()) if hits.any() else 0.0


def calibration_error(probabilities: NDArray[np.float32], labels: NDArray[np.int64]) -> float:
    """Mean distance of confidence and accuracy over bins of confidence."""
    confidence = probabilities.max(1)
    right = probabilities.argmax(1) == labels
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    return sum(
        abs(float(confidence[bins == place].mean() - right[bins == place].mean()))
        * float((bins == place).mean())
        for place in range(BINS)
        if (bins == place).any()
    )


def figures(probabilities: NDArray[np.float32], labels: NDArray[np.int64]) -> dict[str, float]:
    """The figures of one judge on one file."""
    present = np.array(sorted(set(labels.tolist())))
    best = present[probabilities[:, present].argmax(1)]
    right = labels == 2
    result = {
        "accuracy": float((best == labels).mean()),
        "ap": average_precision(probabilities[:, 2], right),
    }
    for least in (0.5, 0.8):
        claimed = probabilities[:, 2] >= least
        hits = float((claimed & right).sum())
        result[f"p{least}"] = hits / max(1, claimed.sum())
        result[f"r{least}"] = hits / max(1, right.sum())
    result["ece"] = calibration_error(probabilities, labels)
    return result
