"""What weigh_evidence.py prints: how well evidence ranks pairs, and which evidence belongs together."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from evidence_pairs import LabelledPair

NEARNESS = (
    *("cosine", "rank", "other rank", "first", "both first", "near and "),
    *("one has a", "both have a", "one is told", "both are told"),
)
"""Beginnings of names of the evidence that takes the encoder."""

KINDS_OF_EVIDENCE = {
    "nearness of meaning": NEARNESS,
    "shared words": ("overlap", "jaccard", "shared weight", "rarest shared", "same words"),
    "names": (
        *("shared names", "no shared name", "other person", "other place", "other organisation"),
        *("name clashes", "near and name clashes"),
    ),
    "numbers": (
        *("numbers", "conflict", "agree and", "both have numbers", "near and numbers", "near and conflict"),
        *("rivals", "slots", "near and rivals"),
    ),
    "times": ("times", "one time each", "near and times"),
    "polarity": ("polarity", "negation", "near and polarity"),
    "opposites": ("opposites", "exclusive values", "near and opposites", "near and exclusive"),
    "denial and stance": (
        *("denial", "denied", "denies", "both deny", "near and deni", "one denies", "near and one denies"),
        "false, it says",
        *("alleged", "both alleged", "doubted", "confirmed"),
    ),
    "speakers": ("same speaker", "two speakers", "speech in one", "both quoted"),
    "place in the articles": ("same article", "next to each other", "leads"),
}
"""Names, or beginnings of names, of the evidence that is left out together."""


def names_in(pairs: Sequence[LabelledPair], without: tuple[str, ...] = ()) -> list[str]:
    """All names of evidence, sorted, less those that begin with a name to leave out."""
    found = {name for pair in pairs for name in pair.values}
    return sorted(name for name in found if not (without and name.startswith(without)))


def shown(name: str, pairs: Sequence[LabelledPair], logits: np.ndarray) -> None:
    """Print how well logits rank pairs: precision, and facts found, among the first few."""
    right = np.array([pair.is_right for pair in pairs])
    order = np.argsort(-logits, kind="stable")
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    facts: set[tuple[str, str]] = set()
    line = []
    for place, number in enumerate(order, 1):
        facts |= {(pairs[number].cluster, fact) for fact in pairs[number].facts}
        if place in (20, 50, 100, 200):
            line.append(f"{precision[place - 1]:.2f} ({len(facts)})")
    average = average_precision_score(right, logits)
    print(f"{name:50} AP {average:.3f}  at 20, 50, 100, 200: {', '.join(line)}", flush=True)


def by_score(pairs: Sequence[LabelledPair], logits: np.ndarray) -> None:
    """Print how many pairs reach a score, and how many of them are right."""
    scores = 1 / (1 + np.exp(-logits))
    right = np.array([pair.is_right for pair in pairs])
    cells = []
    for least in (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6):
        reached = scores >= least
        if reached.any():
            cells.append(f"{least:.2f}: {right[reached].mean():.2f} of {reached.sum()}")
    print("      right by least score: " + ", ".join(cells), flush=True)
