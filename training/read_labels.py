"""The labels from reading whole articles in the form of the other labels, with the articles as files.

    python training/read_labels.py training/article_pairs_read.tsv ARTICLES.tar.gz --output FOLDER

Writes `FOLDER/labels.json`, a cluster for each set of articles, and the articles beside it. The form is that
which span_rows.py describes.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from article_rows import texts_of

KINDS = {
    "c": ("contradiction", "strict"),
    "t": ("contradiction", "tension"),
    "h": ("hard_negative", None),
    "e": ("same_fact", None),
}


def write_articles(files: Iterable[str], texts: Mapping[str, str], folder: Path) -> None:
    """Write articles under their names into a folder, where their labels name them."""
    for file in files:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(texts[file], encoding="utf-8")


def main() -> None:
    """Write labels and articles."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("places", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    args = parser.parse_args()
    texts = texts_of(args.articles)
    sets: dict[str, list[list[str]]] = defaultdict(list)
    for line in args.places.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        sets[cells[1].rsplit("/", 1)[0]].append(cells)
    clusters = []
    for name, rows in sorted(sets.items()):
        files = sorted({row[place] for row in rows for place in (1, 4)})
        write_articles(files, texts, args.output)
        labels = [
            {
                "kind": KINDS[row[0]][0],
                "strength": KINDS[row[0]][1],
                "a": [row[1], int(row[2]), int(row[3])],
                "b": [row[4], int(row[5]), int(row[6])],
                "fact": str(number),
            }
            for number, row in enumerate(rows)
            if row[0] in KINDS
        ]
        clusters.append({"id": name, "documents": [{"file": file} for file in files], "labels": labels})
    output = args.output / "labels.json"
    output.write_text(json.dumps({"clusters": clusters}), encoding="utf-8")
    print(len(clusters), "sets to", output)


if __name__ == "__main__":
    main()
