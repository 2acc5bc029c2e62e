"""Rows of every near pair of sentences in labelled articles: what whole articles are made of.

    python training/whole_rows.py LABELS.json ... --output ROWS.tsv.gz

Nearly all near pairs of two articles on one event are neither the same fact nor a contradiction; rows made
from labels alone hide that. Candidates are those of measure_articles.py; a pair that touches no label is
neutral, since the articles were labelled whole. Labels are in the form that span_rows.py describes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from measure_articles import candidates, label_of, sentences_of

from readerapp.embedding import SentenceEncoder

LABEL = {
    "contradiction": "contradiction",
    "same_fact": "entailment",
    "hard_negative": "neutral",
    "nothing": "neutral",
}


def main() -> None:
    """Write the rows, both directions of every pair."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("labels", type=Path, nargs="+")
    parser.add_argument("--output", type=Path, required=True)
    args = parser.parse_args()
    encoder = SentenceEncoder.load()
    rows = []
    for path in args.labels:
        for cluster in json.loads(path.read_text(encoding="utf-8"))["clusters"]:
            files = [document["file"] for document in cluster["documents"]]
            texts = {file: (path.parent / file).read_text(encoding="utf-8") for file in files}
            sentences = [one for file in files for one in sentences_of(file, texts[file])]
            labels = [label for label in cluster["labels"] if "b" in label]
            for one, other in candidates(sentences, encoder):
                kind, _ = label_of((one, other), labels)
                group = "contradiction" if kind == "contradiction" else "hard_negative"
                origin = f"{cluster['id']}/{group}/{kind}"
                for premise, hypothesis in ((one.text, other.text), (other.text, one.text)):
                    rows.append("\t".join((LABEL[kind], premise, hypothesis, origin)))
    with gzip.open(args.output, "wt", encoding="utf-8") as file:
        file.write("\n".join(rows) + "\n")
    print(len(rows), "rows to", args.output)


if __name__ == "__main__":
    main()
