"""Fit the weights of the evidence for contradictions, and show what each kind of evidence is worth.

    python training/weigh_evidence.py --labels LABELS.json ... --unseen 0/8 --unseen-sets SET ...
        --checked training/article_pairs_checked.tsv --more GROUPS.json
        --written training/news_groups [--test LABELS.json]
        [--output readerapp/contradictions/evidence_weights.json]

The stages without the judge are fitted on all clusters. Those with the judge are fitted only on clusters
whose pairs it was not trained on (`--unseen`, a fold as in train_judge.py, of the clusters that are no sets
of articles; and `--unseen-sets`), because it is far surer of what it has seen. Every figure is
cross-validated over clusters.

Of the groups of `--more` only the checked pairs are labelled; no judge was trained on any of them.

What the evidence says without the judge was learned from many more articles than what the judge adds, so the
former is taken over with a fixed share (`BEFORE`) and only the latter is fitted beside it.

Real articles hold few of each sort of contradiction, and few that are plain. Written groups of sentences show
what plain ones look like; a value of their own (`written`) takes up how much commoner contradictions are in
them, and is not kept. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from evidence_figures import KINDS_OF_EVIDENCE, NEARNESS, by_score, names_in, shown
from evidence_pairs import LEFT_OPEN, LabelledPair, check, judged, labelled_pairs, table, written_pairs
from judge_rows import fold_of

from readerapp.contradictions.judging import PROMISING, judged_values
from readerapp.contradictions.weighing import Weights
from readerapp.entailment import EntailmentModel

FOLDS = 5
STRENGTH = {"words": 0.01, "nearness": 0.01, "judged once": 0.3, "judged": 0.3, "types": 0.03}
"""Inverse strength of the regularisation of each stage, on values of unit variance."""

BEFORE = 0.6
"""What the logit without the judge counts beside the judge."""

MORE_WEIGHT = 0.2
"""What a pair of the groups of `--more` counts where the judge is weighed."""

THINNED = 0.25
"""Share of their pairs that nobody has checked which are learned from."""

WRITTEN_WEIGHT = {"words": 0.1, "nearness": 0.1, "types": 0.2}
"""What a written pair counts, where a pair of articles counts one."""

PLAIN = {"nothing else differs": 2.5, "near and opposites": 1.5, "near and exclusive values": 1.5}

PRIOR = {
    "words": {"nothing else differs": 4.0},
    "nearness": {"nothing else differs": 4.0},
    "judged once": PLAIN,
    "judged": PLAIN,
}
"""Weights of evidence that is too rare in the articles to be fitted, and plain: it is set."""


def fitted(
    values: np.ndarray, right: np.ndarray, names: list[str], stage: str, written: np.ndarray | None = None
) -> Weights:
    """A logistic model of values as they are, fitted on values of unit variance.

    Args:
        values: a row for each pair.
        right: is it what the model is to find?
        names: of the values.
        stage: key of `STRENGTH`.
        written: rows of written pairs: values, and in a last column whether they are right.
    """
    counts = np.ones(len(values))
    if written is not None:
        values = np.concatenate([values, written[:, :-1]])
        right = np.concatenate([right, written[:, -1] > 0])
        counts = np.concatenate([counts, np.full(len(written), WRITTEN_WEIGHT[stage])])
    mean, scale = values.mean(0), values.std(0)
    used = scale > 1e-9
    scaled = (values[:, used] - mean[used]) / scale[used]
    model = LogisticRegression(C=STRENGTH[stage], max_iter=2000).fit(scaled, right, counts)
    return unscaled(model.intercept_[0], model.coef_[0], mean, scale, used, names)


def fitted_beside(
    values: np.ndarray, right: np.ndarray, names: list[str], stage: str, counts: np.ndarray
) -> Weights:
    """A logistic model in which the value `before` has the weight `BEFORE`.

    Args:
        values: a row for each pair.
        right: is it what the model is to find?
        names: of the values.
        stage: key of `STRENGTH`.
        counts: what each pair counts.
    """
    mean, scale = values.mean(0), values.std(0)
    used = (scale > 1e-9) & np.array([name != "before" for name in names])
    scaled = (values[:, used] - mean[used]) / scale[used]
    offset = BEFORE * values[:, names.index("before")]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        logits = offset + weights[0] + scaled @ weights[1:]
        total = (counts * (np.logaddexp(0, logits) - right * logits)).sum()
        wrong = counts * (1 / (1 + np.exp(-logits)) - right)
        slope = np.concatenate([[wrong.sum()], scaled.T @ wrong + weights[1:] / STRENGTH[stage]])
        return total + (weights[1:] ** 2).sum() / (2 * STRENGTH[stage]), slope

    best = minimize(loss, np.zeros(scaled.shape[1] + 1), jac=True, method="L-BFGS-B").x
    model = unscaled(best[0], best[1:], mean, scale, used, names)
    return replace(model, weights={**model.weights, "before": BEFORE})


def unscaled(
    bias: float,
    coefficients: np.ndarray,
    mean: np.ndarray,
    scale: np.ndarray,
    used: np.ndarray,
    names: list[str],
) -> Weights:
    """A model of values as they are, from one of values of unit variance.

    Args:
        bias: of the scaled values.
        coefficients: of those values that are used.
        mean: of all values.
        scale: the standard deviation of all values.
        used: which of them the model is of.
        names: of all values.
    """
    weights = coefficients / scale[used]
    held = [name for name, is_used in zip(names, used, strict=True) if is_used]
    return Weights(
        float(bias - (weights * mean[used]).sum()), dict(zip(held, map(float, weights), strict=True))
    )


def predicted(model: Weights, values: np.ndarray, names: list[str]) -> np.ndarray:
    """Logits of a table of values."""
    return model.bias + values @ np.array([model.weights.get(name, 0.0) for name in names])


def folds_of(pairs: Sequence[LabelledPair]) -> np.ndarray:
    """A fold for each pair; pairs of a cluster share it."""
    clusters = sorted({pair.cluster for pair in pairs})
    np.random.default_rng(1).shuffle(clusters)
    number = {cluster: place % FOLDS for place, cluster in enumerate(clusters)}
    return np.array([number[pair.cluster] for pair in pairs])


def with_answers(pairs: Sequence[LabelledPair], names: list[str]) -> np.ndarray:
    """Rows of written pairs for `fitted`."""
    return np.concatenate([table(pairs, names), np.array([[float(pair.is_right)] for pair in pairs])], 1)


def cross_validated(
    pairs: list[LabelledPair],
    values: np.ndarray,
    names: list[str],
    stage: str,
    written: np.ndarray | None = None,
    counts: np.ndarray | None = None,
) -> np.ndarray:
    """Logits of every pair by a model that has not seen its cluster; with counts, of `fitted_beside`."""
    folds, right = folds_of(pairs), np.array([pair.is_right for pair in pairs])
    logits = np.zeros(len(pairs))
    for fold in range(FOLDS):
        out = folds == fold
        if counts is None:
            model = fitted(values[~out], right[~out], names, stage, written)
        else:
            model = fitted_beside(values[~out], right[~out], names, stage, counts[~out])
        logits[out] = predicted(model, values[out], names)
    return logits


def with_judge(pairs: Sequence[LabelledPair], before: np.ndarray, both: bool) -> list[LabelledPair]:
    """The pairs with what the judge says as their values."""
    found = []
    for pair, logit in zip(pairs, before, strict=True):
        values = judged_values(float(logit), pair.there, pair.back if both else None, pair.values)
        found.append(replace(pair, values=values))
    return found


def kept(cache: Path | None, name: str, made: Callable[[], list[LabelledPair]]) -> list[LabelledPair]:
    """Pairs from a cache, or made and put there."""
    path = cache and cache / f"{name}.pickle"
    if path and path.exists():
        return pickle.loads(path.read_bytes())  # type: ignore[no-any-return]
    pairs = made()
    if path:
        path.write_bytes(pickle.dumps(pairs))
    return pairs


def read_by_judge(pairs: Sequence[LabelledPair], cache: Path | None) -> None:
    """Let the judge read pairs that are not in the cache of this judge."""
    judge = EntailmentModel.load()
    path = cache and cache / f"judged-{judge.version}.pickle"
    known = pickle.loads(path.read_bytes()) if path and path.exists() else {}
    new = [pair for pair in pairs if (pair.first, pair.second) not in known]
    print(len(new), "pairs for the judge to read", flush=True)
    judged(new, judge)
    known.update({(pair.first, pair.second): (pair.there, pair.back) for pair in new})
    if path:
        path.write_bytes(pickle.dumps(known))
    for pair in pairs:
        pair.there, pair.back = known[pair.first, pair.second]


def type_models(pairs: Sequence[LabelledPair], written: Sequence[LabelledPair]) -> dict[str, Weights]:
    """For each type a model that tells it from the others."""
    names = names_in([*pairs, *written], NEARNESS)
    values, more = table(pairs, names), table(written, names)
    models = {}
    for label in sorted({pair.label for pair in pairs}):
        answers = np.array([[float(pair.label == label)] for pair in written])
        is_label = np.array([pair.label == label for pair in pairs])
        models[label] = fitted(values, is_label, names, "types", np.concatenate([more, answers], 1))
    return models


def type_accuracy(pairs: list[LabelledPair], written: list[LabelledPair]) -> float:
    """Share of contradictions whose type is told by models that have not seen their cluster."""
    folds = folds_of(pairs)
    right = 0
    for fold in range(FOLDS):
        models = type_models([pairs[n] for n in np.flatnonzero(folds != fold)], written)
        for pair in (pairs[n] for n in np.flatnonzero(folds == fold)):
            possible = sorted(set(pair.possible) & set(models))
            right += max(possible, key=lambda label: models[label].logit(pair.values)) == pair.label
    return right / len(pairs)


def rounded(model: Weights, prior: Mapping[str, float]) -> dict[str, Any]:
    """A model for the file, with the weights that are set."""
    weights = {
        name: round(weight, 4)
        for name, weight in sorted(model.weights.items())
        if abs(weight) >= 1e-4 and name != "written"
    } | dict(prior)
    return {"bias": round(model.bias, 4), "weights": weights}


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--labels", type=Path, nargs="+", required=True)
    parser.add_argument("--unseen", required=True, metavar="K/N")
    parser.add_argument("--unseen-sets", nargs="*", default=[])
    parser.add_argument("--written", type=Path, required=True)
    parser.add_argument("--written-groups", type=int, default=1500)
    parser.add_argument("--checked", type=Path, required=True)
    parser.add_argument("--more", type=Path, required=True)
    parser.add_argument("--test", type=Path)
    parser.add_argument("--cache", type=Path, help="folder for pairs, to try other fits of the same")
    parser.add_argument("--output", type=Path)
    return parser.parse_args()


def main() -> None:
    """Fit, print, write."""
    args = arguments()
    cache: Path | None = args.cache
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
    pairs = kept(cache, "pairs", lambda: list(chain.from_iterable(labelled_pairs(args.labels))))
    more_pairs = kept(cache, "more", lambda: list(chain.from_iterable(labelled_pairs([args.more]))))
    added = {pair.cluster for pair in more_pairs}
    print(check([*pairs, *more_pairs], args.checked), "pairs right that reading whole articles did not find")
    random = np.random.default_rng(0)
    pairs += [pair for pair in more_pairs if pair.is_checked or random.random() < THINNED]
    pairs = [pair for pair in pairs if pair.label != LEFT_OPEN]
    tested = []
    if args.test:
        tested = kept(cache, "test", lambda: list(chain.from_iterable(labelled_pairs([args.test]))))
    written = kept(cache, "written", lambda: written_pairs(args.written, args.written_groups, 3))
    right = np.array([pair.is_right for pair in pairs])
    print(len(pairs), "pairs of articles,", int(right.sum()), "right;", len(written), "written pairs")

    stages: dict[str, Weights] = {}
    logits: dict[str, np.ndarray] = {}
    names: list[str] = []
    for stage, without in (("words", NEARNESS), ("nearness", ())):
        names = names_in([*pairs, *written], without)
        values, more = table(pairs, names), with_answers(written, names)
        stages[stage] = fitted(values, right, names, stage, more)
        for title, rows in (("articles alone", None), ("with written groups", more)):
            logits[stage] = cross_validated(pairs, values, names, stage, rows)
            shown(f"{stage}, cross-validated, {title}", pairs, logits[stage])
        if tested:
            shown(f"{stage}, test", tested, predicted(stages[stage], table(tested, names), names))

    folded = {pair.cluster for pair in pairs if "/txt/" not in pair.cluster} - added
    unseen_names = fold_of(folded, args.unseen)
    unseen_names |= set(args.unseen_sets)
    least = np.log(PROMISING / (1 - PROMISING))
    near = logits["nearness"]
    chosen = [
        n
        for n, pair in enumerate(pairs)
        if (pair.cluster in unseen_names or (pair.cluster in added and pair.is_checked)) and near[n] >= least
    ]
    unseen, before = [pairs[n] for n in chosen], near[chosen]
    test_logits = predicted(stages["nearness"], table(tested, names), names) if tested else np.zeros(0)
    test_chosen = [n for n, logit in enumerate(test_logits) if logit >= least]
    test_asked = [tested[n] for n in test_chosen]
    read_by_judge([*unseen, *test_asked], cache)
    clusters = len({pair.cluster for pair in unseen})
    print(len(unseen), "promising pairs of", clusters, "clusters that the judge has not seen")
    shown("before the judge", unseen, before)
    counts = np.array([MORE_WEIGHT if pair.cluster in added else 1.0 for pair in unseen])
    is_right = np.array([pair.is_right for pair in unseen])
    for stage, both in (("judged once", False), ("judged", True)):
        known = with_judge(unseen, before, both)
        stage_names = names_in(known)
        values = table(known, stage_names)
        stages[stage] = fitted_beside(values, is_right, stage_names, stage, counts)
        found = cross_validated(unseen, values, stage_names, stage, counts=counts)
        for title, part in (("labelled by reading", False), ("checked alone", True)):
            some = [n for n, pair in enumerate(unseen) if (pair.cluster in added) is part]
            shown(f"{stage}, cross-validated, {title}", [unseen[n] for n in some], found[some])
            by_score([unseen[n] for n in some], found[some])
        if test_asked:
            test_known = with_judge(test_asked, test_logits[test_chosen], both)
            found = predicted(stages[stage], table(test_known, stage_names), stage_names)
            shown(f"{stage}, test", test_known, found)
            by_score(test_known, found)
        for name in stage_names:
            print(f"      {stages[stage].weights[name]:+.3f} {name}")

    print("\nWithout a kind of evidence, cross-validated: average precision before the judge")
    for kind, left_out in {"nothing left out": (), **KINDS_OF_EVIDENCE}.items():
        some = names_in([*pairs, *written], tuple(left_out))
        found = cross_validated(pairs, table(pairs, some), some, "nearness", with_answers(written, some))
        print(f"  {kind:24} {average_precision_score(right, found):.4f}", flush=True)

    typed = [pair for pair in pairs if pair.is_right and pair.label]
    typed_written = [pair for pair in written if pair.is_right and pair.label]
    types = type_models(typed, typed_written)
    print(f"\nTypes, cross-validated: {type_accuracy(typed, typed_written):.3f} of {len(typed)} right")

    if args.output:
        content = {
            "stages": {name: rounded(model, PRIOR[name]) for name, model in stages.items()},
            "types": {name: rounded(model, {}) for name, model in types.items()},
        }
        version = hashlib.sha256(json.dumps(content, sort_keys=True).encode("utf-8")).hexdigest()[:12]
        text = json.dumps({"version": version, **content}, indent=1) + "\n"
        args.output.write_text(text, encoding="utf-8")
        print("written to", args.output)


if __name__ == "__main__":
    main()
