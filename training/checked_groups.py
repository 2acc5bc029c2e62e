"""Groups of articles of which only checked pairs are labelled, in the form of the other labels.

    python training/checked_groups.py training/article_pairs_checked.tsv ARTICLES.tar.gz --output FOLDER

Writes `FOLDER/labels.json`, a cluster without labels for each group whose articles the archive holds, and the
articles beside it.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from article_rows import texts_of
from read_labels import write_articles


def main() -> None:
    """Write groups and articles."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checked", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    args = parser.parse_args()
    groups: dict[str, set[str]] = defaultdict(set)
    for line in args.checked.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        groups[cells[2]] |= {cells[3], cells[6]}
    texts = texts_of(args.articles)
    clusters = []
    for name, files in sorted(groups.items()):
        if files <= texts.keys():
            write_articles(files, texts, args.output)
            clusters.append(
                {"id": name, "documents": [{"file": file} for file in sorted(files)], "labels": []}
            )
    output = args.output / "labels.json"
    output.write_text(json.dumps({"clusters": clusters}), encoding="utf-8")
    print(len(clusters), "groups to", output)


if __name__ == "__main__":
    main()
