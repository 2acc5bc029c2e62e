"""Two ways to find seeds of shared wording, on the same words: a join by sorting, and a suffix array.

    python benchmarks/seeds.py A B

The suffix array (libdivsufsort by way of pydivsufsort) with its table of common prefixes finds every run
of equal characters, the join every pair or triple of neighbouring words in any order; the second survives
a swapped or replaced word. Times are for the seeds alone.
"""

from __future__ import annotations

import sys

from measuring import cost_of, python, table

READ = """
import sys, time
import numpy
from readerapp.language.words import words_of
from readerapp.matching.stream import stream_of
texts = [open(name, encoding="utf-8").read() for name in sys.argv[1:3]]
stream = stream_of([words_of(text) for text in texts])
"""

JOIN = (
    READ
    + """
from readerapp.matching.agreements import agreements_in
start = time.process_time()
print(f"{len(agreements_in(stream).left)} {time.process_time() - start:.2f}")
"""
)

SUFFIX_ARRAY = (
    READ
    + """
from pydivsufsort import divsufsort, kasai
data = "\\0".join(texts).lower().encode()
start = time.process_time()
suffixes = divsufsort(data)
common = kasai(data, suffixes)
print(f"{int((common >= 25).sum())} {time.process_time() - start:.2f}")
"""
)


def main() -> None:
    """Print the table."""
    files = sys.argv[1:3]
    if len(files) != 2:
        raise SystemExit(__doc__)
    rows = []
    for name, code in (("join by sorting", JOIN), ("suffix array and common prefixes", SUFFIX_ARRAY)):
        cost = cost_of(python(code, *files))
        if cost is None or not cost.printed:
            rows.append((name, "-", "-", "not run"))
            continue
        seeds, _, seconds = cost.printed.partition(" ")
        rows.append((name, seconds, f"{cost.peak:.0f}", seeds))
    table(("seeds", "cpu s", "peak MiB", "number"), rows)


if __name__ == "__main__":
    main()
