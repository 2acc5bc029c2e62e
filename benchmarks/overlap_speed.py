"""Speed of `compare()` on two texts beside its peers, each in a process of its own.

    python benchmarks/overlap_speed.py A B [--with-difflib]

difflib takes minutes on a megabyte and is left out of large texts unless asked for. The column `compare`
is the cost of the call alone, without the start of Python and reading the files, where it can be told.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from measuring import cost_of, python, table

READ = """
import re, sys, time
texts = [open(name, encoding="utf-8").read() for name in sys.argv[1:3]]
WORD = re.compile(r"\\w+(?:[’'\\-]\\w+)*")
"""

READER = """
import sys, time
from readerapp import compare, open_source
from readerapp.comparing import steps
documents = [open_source(name) for name in sys.argv[1:3]]
import numpy, rapidfuzz.distance
start = time.process_time()
found = compare(documents).findings
print(f"{time.process_time() - start:.2f} {len(found)} findings")
"""

JOIN = (
    READ
    + """
start = time.process_time()
words = [[(match[0].lower(), *match.span()) for match in WORD.finditer(text)] for text in texts]
index = {}
for place in range(len(words[0]) - 3):
    index.setdefault(tuple(word for word, *_ in words[0][place:place + 4]), []).append(place)
pairs, reach = 0, {}
for place in range(len(words[1]) - 3):
    for other in index.get(tuple(word for word, *_ in words[1][place:place + 4]), ())[:8]:
        if reach.get(other - place, -1) < place:
            pairs += 1
        reach[other - place] = place + 1
print(f"{time.process_time() - start:.2f} {pairs} runs")
"""
)

DIFFLIB = (
    READ
    + """
import difflib
start = time.process_time()
words = [[match[0].lower() for match in WORD.finditer(text)] for text in texts]
blocks = difflib.SequenceMatcher(None, *words).get_matching_blocks()
print(f"{time.process_time() - start:.2f} {sum(block.size > 4 for block in blocks)} blocks")
"""
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs=2, metavar="FILE")
    parser.add_argument("--with-difflib", action="store_true", help="also on texts over 300 kB")
    arguments = parser.parse_args()
    files = arguments.files
    size = sum(Path(name).stat().st_size for name in files)
    commands = {"reader, compare()": python(READER, *files), "join of word 4-grams": python(JOIN, *files)}
    if size < 600_000 or arguments.with_difflib:
        commands["difflib, words"] = python(DIFFLIB, *files)
    if shutil.which("sim_text"):
        commands["sim_text -n -r 5"] = ["sim_text", "-n", "-r", "5", *files]
    rows = []
    for name, command in commands.items():
        cost = cost_of(command)
        if cost is None:
            rows.append((name, "-", "-", "-", "not run, or over ten minutes"))
            continue
        alone, _, found = cost.printed.partition(" ") if "sim_text" not in name else ("-", "", "")
        rows.append((name, alone, f"{cost.cpu:.2f}", f"{cost.peak:.0f}", found))
    table(("engine", "compare cpu s", "process cpu s", "peak MiB", "found"), rows)


if __name__ == "__main__":
    main()
