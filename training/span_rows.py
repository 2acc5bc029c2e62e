"""Rows of clauses from labelled articles, to train on beside the rows of whole sentences.

    python training/span_rows.py LABELS.json ... --output ROWS.tsv.gz

A label of two articles marks the words that carry the relation; the sentences around them hold much else.
Each label gives the marked words of both sides as a pair, and those of either side with the whole sentence of
the other, in both directions, so that the judge learns where in a sentence to look and to judge clauses. The
labels' files are `{"clusters": [{"id", "documents": [{"file"}], "labels": [{"kind", "type", "strength", "a":
[file, start, end], "b"}]}]}`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

LABEL = {"contradiction": "contradiction", "same_fact": "entailment", "hard_negative": "neutral"}
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n+")
FEWEST_WORDS = 4


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence or sentences that a span stands in, with white space folded."""
    ends = [match.end() for match in SENTENCE_END.finditer(text, 0, start + 1) if match.end() <= start]
    right = next((match.start() for match in SENTENCE_END.finditer(text, end)), len(text))
    return " ".join(text[max(ends, default=0) : right].split())


def pairs_of(label: dict[str, list], texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The pairs of clauses and of clause and sentence that one label gives."""
    clauses, sentences = [], []
    for side in ("a", "b"):
        file, start, end = label[side]
        clause = " ".join(texts[file][start:end].split())
        clauses.append(clause[:1].upper() + clause[1:])
        sentences.append(sentence_around(texts[file], start, end))
    for pair in ((clauses[0], clauses[1]), (clauses[0], sentences[1]), (sentences[0], clauses[1])):
        if pair[0] != pair[1] and set(pair) != set(sentences):
            yield pair
            yield pair[::-1]


def main() -> None:
    """Write the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("labels", type=Path, nargs="+")
    parser.add_argument("--output", type=Path, required=True)
    args = parser.parse_args()
    rows: dict[tuple[str, str], str] = {}
    for path in args.labels:
        for cluster in json.loads(path.read_text(encoding="utf-8"))["clusters"]:
            files = [document["file"] for document in cluster["documents"]]
            texts = {file: (path.parent / file).read_text(encoding="utf-8") for file in files}
            for label in cluster["labels"]:
                if label["kind"] not in LABEL:
                    continue
                detail = f"{label['kind']}/{label.get('type') or '-'}/{label.get('strength') or '-'}"
                for pair in pairs_of(label, texts):
                    if min(len(side.split()) for side in pair) >= FEWEST_WORDS:
                        rows[pair] = "\t".join((LABEL[label["kind"]], *pair, f"{cluster['id']}/{detail}"))
    with gzip.open(args.output, "wt", encoding="utf-8") as file:
        file.write("\n".join(rows.values()) + "\n")
    print(len(rows), "pairs to", args.output)


if __name__ == "__main__":
    main()
