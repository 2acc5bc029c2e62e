"""Time and memory of the judge and the sentence encoder, each in a process of its own and on one core.

    python benchmarks/judge_speed.py [ROWS.tsv.gz] [--peer FOLDER]

`ROWS` holds label, premise and hypothesis in columns; without it the sentences of the example articles are
paired. `--peer` is a folder of weights to set beside the shipped ones in the same run, such as the full
precision that `training/export_networks.py --exact` writes. Loading includes the import of onnxruntime and
the check of the hashes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from measuring import cost_of, python, table

PAIRS = 600

SENTENCES = """
import gzip, itertools, sys
from pathlib import Path
def pairs(path, count):
    if path:
        with gzip.open(path, "rt", encoding="utf-8", newline="\\n") as file:
            rows = [line.rstrip("\\n").split("\\t") for line in file]
        step = max(1, len(rows) // count)
        return [(row[1], row[2]) for row in rows[::step][:count]]
    from readerapp.demonstration import example_articles
    texts = [document.text for document in example_articles()]
    sentences = [line for text in texts for line in text.replace(". ", ".\\n").split("\\n") if line.strip()]
    return list(itertools.islice(itertools.permutations(sentences, 2), count))
"""

LOAD = """
import time
began = time.perf_counter()
from pathlib import Path
from readerapp.{room} import {kind}
from readerapp.minilm.weights import FOLDER
model = {kind}.load(Path({folder!r}) if {folder!r} else FOLDER)
{first}
loaded = time.perf_counter() - began
"""

RUN = """
rows = pairs(PATH, COUNT)
{warm}
began = time.process_time()
{work}
taken = time.process_time() - began
print(f"{{loaded:.2f}} {{{amount} / taken:.0f}}")
"""


def measured(kind: str, folder: str, rows: str) -> list[object]:
    """Load seconds, amount a cpu second, peak MiB of one model."""
    if kind == "judge":
        load = LOAD.format(
            room="entailment", kind="EntailmentModel", folder=folder, first="model.predict(['a'], ['b'])"
        )
        run = RUN.format(
            warm="model.predict(*zip(*rows[:20]))", work="model.predict(*zip(*rows))", amount="len(rows)"
        )
    else:
        load = LOAD.format(
            room="embedding", kind="SentenceEncoder", folder=folder, first="model.encode(['a'])"
        )
        run = RUN.format(
            warm="one = list(dict.fromkeys(p for p, _ in rows))\nmodel.encode(one[:20])",
            work="model.encode(one)",
            amount="len(one)",
        )
    cost = cost_of(python(f"PATH, COUNT = {rows!r}, {PAIRS}\n{SENTENCES}{load}{run}"))
    if cost is None or not cost.printed:
        return ["failed", "", ""]
    seconds, speed = cost.printed.split()
    return [float(seconds), int(speed), round(cost.peak)]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", nargs="?", default="")
    parser.add_argument("--peer", type=Path)
    arguments = parser.parse_args()
    lines: list[list[object]] = []
    for kind, what in (("judge", "pairs"), ("encoder", "sentences")):
        own = measured(kind, "", arguments.rows)
        lines.append([kind, "shipped", what, *own, ""])
        if arguments.peer:
            peer = measured(kind, str(arguments.peer), arguments.rows)
            ratio = f"{own[1] / peer[1]:.2f}" if isinstance(own[1], int) and isinstance(peer[1], int) else ""
            lines.append([kind, arguments.peer.name, what, *peer, ratio])
    table(["model", "weights", "unit", "load s", "a cpu s", "peak MiB", "shipped is faster by"], lines)


if __name__ == "__main__":
    main()
