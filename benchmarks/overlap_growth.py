"""How the cost of `compare()` grows with the length of the texts and with their number.

    python benchmarks/overlap_growth.py

The texts are invented: words drawn by Zipf's law, and every second paragraph taken over from the document
before with a tenth of its words changed.
"""

from __future__ import annotations

from measuring import cost_of, python, table

CODE = """
import random, sys, time
from readerapp import compare
from readerapp.model import Document
import numpy, rapidfuzz.distance
count, size = int(sys.argv[1]), int(sys.argv[2])
chance = random.Random(3)
letters = "aeioubcdfglmnprst"
words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(40_000)]
ranks = [1 / (rank + 2) for rank in range(len(words))]

def paragraph():
    return chance.choices(words, ranks, k=80)

texts, before = [], []
for _ in range(count):
    paragraphs, length = [], 0
    while length < size:
        if before and len(paragraphs) % 2:
            taken = [
                word if chance.random() > 0.1 else chance.choice(words) for word in chance.choice(before)
            ]
        else:
            taken = paragraph()
        paragraphs.append(taken)
        length += sum(map(len, taken)) + len(taken)
    before = paragraphs
    texts.append(chr(10).join(" ".join(taken) for taken in paragraphs))
documents = [
    Document(text=text, source=str(number), text_sha256=str(number))
    for number, text in enumerate(texts)
]
start = time.process_time()
found = compare(documents).findings
print(f"{time.process_time() - start:.3f} {len(found)}")
"""


def main() -> None:
    """Print the tables."""
    rows = []
    sizes = [(2, size) for size in (10_000, 100_000, 1_000_000, 10_000_000)]
    for count, size in [*sizes, *((count, 5_000) for count in (2, 10, 100, 1000))]:
        cost = cost_of(python(CODE, str(count), str(size)))
        if cost is None:
            continue
        alone, _, found = cost.printed.partition(" ")
        per_megabyte = float(alone) / (count * size / 1e6)
        rows.append((count, f"{size / 1000:,.0f}", alone, f"{per_megabyte:.2f}", f"{cost.peak:.0f}", found))
    table(("documents", "kB each", "compare cpu s", "cpu s per MB", "peak MiB", "findings"), rows)


if __name__ == "__main__":
    main()
