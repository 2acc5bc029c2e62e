"""The weight of the evidence: small logistic models whose every weight can be read in one file.

`evidence_weights.json` beside this module is written by training/weigh_evidence.py. It holds for each stage
of the work the weight of every piece of evidence, by the name that `evidence.py` or `judging.py` gives it:

- `words`: what shared words, names, numbers and times say, where no network may be used;
- `nearness`: the same with the nearness of meaning;
- `judged once`, `judged`: that, with what the judge said of the pair in one order or in both;
- `types`: for each type of contradiction, what speaks for it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

FILE = "evidence_weights.json"


def probability_of(logit: float) -> float:
    """The probability that a logit stands for."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model."""

    bias: float
    """The logit where there is no evidence at all."""
    weights: Mapping[str, float]
    """What one of each kind of evidence adds to the logit."""

    def logit(self, values: Mapping[str, float]) -> float:
        """The weighed sum of the evidence."""
        total = self.bias
        for name, value in values.items():
            if value:
                total += self.weights.get(name, 0.0) * value
        return total

    def probability(self, values: Mapping[str, float]) -> float:
        """The share of pairs with such evidence that are contradictions."""
        return probability_of(self.logit(values))


@dataclass(frozen=True, slots=True)
class EvidenceModel:
    """The models of all stages."""

    version: str
    """Differs whenever a weight does."""
    stages: Mapping[str, Weights]
    types: Mapping[str, Weights]

    def type_of(self, values: Mapping[str, float], possible: set[str]) -> str:
        """The likeliest type of a contradiction among those for which there is something to show."""
        return max(sorted(possible), key=lambda name: self.types[name].logit(values))


@cache
def evidence_model() -> EvidenceModel:
    """The models that are shipped."""
    text = files("readerapp.contradictions").joinpath(FILE).read_text(encoding="utf-8")
    read: dict[str, Any] = json.loads(text)

    def weights(entry: Mapping[str, Any]) -> Weights:
        return Weights(float(entry["bias"]), {name: float(value) for name, value in entry["weights"].items()})

    return EvidenceModel(
        version=str(read["version"]),
        stages={name: weights(entry) for name, entry in read["stages"].items()},
        types={name: weights(entry) for name, entry in read["types"].items()},
    )
