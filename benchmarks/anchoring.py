"""Are passages found again in edited texts, and is none of them found in the wrong place?

    python benchmarks/anchoring.py [--trials 10000] [--seed 1] [--text FILE[.gz]] [--show 5]

Prints a line for each kind of edit: passages found where they stand (of these those with other words),
orphans, and passages that were found where they do not stand. At the end the time for 1,000 passages in a
text of a megabyte. Without `--text` the texts are invented.
"""

from __future__ import annotations

import argparse
import gzip
import random
import time
from collections import Counter
from pathlib import Path

from edited_texts import GONE, RECOVERABLE, Editor, Trial, Writer, laid_out, paragraphs_of, trials
from measuring import table

from readerapp.anchoring import Anchorer, Placement
from readerapp.model import AnchorStatus, Span

PASSAGES = 1000
LENGTH = 1_000_000


def outcome(trial: Trial, placement: Placement) -> str:
    """What became of a trial: `right`, `changed` (right, with other words), `orphaned` or `WRONG`."""
    found, truth = placement.span, trial.truth
    if found is None:
        return "orphaned"
    if truth is None:
        return "WRONG"
    shared = min(found.end, truth.end) - max(found.start, truth.start)
    if 2 * shared < max(found.length, truth.length):
        return "WRONG"
    return "changed" if placement.status is AnchorStatus.CHANGED else "right"


def measure(count: int, seed: int, text: str | None, show: int) -> None:
    """Run the trials and print the table."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in (*RECOVERABLE, *GONE)}
    texts: tuple[str, str] | None = None
    for trial in trials(count, seed, text):
        if texts != (trial.old, trial.new):
            texts = (trial.old, trial.new)
            anchorer = Anchorer(*texts)
        placement = anchorer.place(trial.passage)
        what = outcome(trial, placement)
        counts[trial.kind][what] += 1
        if show and (what == "WRONG" or (what == "orphaned" and trial.truth is not None)):
            show -= 1
            print(what, trial.kind, placement)
            print("  was  ", trial.old[slice(*trial.passage)])
            print("  found", trial.new[slice(*placement.span)] if placement.span else None)
            print("  is   ", trial.new[slice(*trial.truth)] if trial.truth else None, "\n")
    rows: list[list[object]] = []
    for kind, counter in counts.items():
        found = counter["right"] + counter["changed"]
        share = f"{found / counter.total():.1%}" if kind in RECOVERABLE and counter.total() else ""
        rows.append(
            [kind, counter.total(), found, counter["changed"], counter["orphaned"], counter["WRONG"], share]
        )
    total = sum(counts.values(), Counter())
    recoverable = sum((counts[kind] for kind in RECOVERABLE), Counter())
    found = recoverable["right"] + recoverable["changed"]
    share = f"{found / max(1, recoverable.total()):.1%}"
    rows.append(["all", total.total(), found, total["changed"], total["orphaned"], total["WRONG"], share])
    table(["edit", "trials", "right", "changed", "orphaned", "WRONG", "found"], rows)


def time_large(seed: int, text: str | None) -> None:
    """Time 1,000 passages in a megabyte with an edit every few paragraphs, and in one written anew."""
    random_ = random.Random(seed)
    writer = Writer(random_)
    sources = writer.paragraphs(3000) if text is None else paragraphs_of(text[:LENGTH])
    editor = Editor(writer, sources)
    for _ in range(600):
        editor.disturb()
    old, (new, _) = editor.old, laid_out(editor.paragraphs)
    other, _ = laid_out(Editor(writer, writer.paragraphs(len(sources))).paragraphs)
    starts = [random_.randrange(len(old) - 200) for _ in range(PASSAGES)]
    passages = [Span(start, start + random_.randint(20, 200)) for start in starts]
    for name, text_now in (("edited", new), ("written anew", other)):
        began, processor = time.perf_counter(), time.process_time()
        anchorer = Anchorer(old, text_now)
        statuses = Counter(anchorer.place(passage).status.value for passage in passages)
        taken, processor = time.perf_counter() - began, time.process_time() - processor
        print(
            f"{PASSAGES} passages, {len(old):,} -> {len(text_now):,} code points, {name}: "
            f"{taken:.2f} s ({processor:.2f} s of the processor), {dict(statuses)}"
        )


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--trials", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--text", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many passages that were missed")
    arguments = parser.parse_args()
    text = None
    if arguments.text is not None:
        data = arguments.text.read_bytes()
        text = (gzip.decompress(data) if arguments.text.suffix == ".gz" else data).decode()
    measure(arguments.trials, arguments.seed, text, arguments.show)
    time_large(arguments.seed, text)


if __name__ == "__main__":
    main()
