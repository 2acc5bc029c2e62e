"""Groups of articles of which only checked pairs are labelled, in the form of the other labels.

    python training/checked_groups.py training/article_pairs_checked.tsv ARTICLES.tar.gz --output FOLDER

Writes `FOLDER/labels.json`, a cluster without labels for each group whose articles the archive holds, and the
articles beside it.
"""

from __future__ import annotations

import argparse
import json
import tarfile
from collections import defaultdict
from pathlib import Path


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
    with tarfile.open(args.articles) as archive:
        held = set(archive.getnames())
        clusters = []
        for name, files in sorted(groups.items()):
            if not files <= held:
                continue
            for file in files:
                path = args.output / file
                path.parent.mkdir(parents=True, exist_ok=True)
                # Some are in Latin-1; places count code points after this reading.
                text = archive.extractfile(file).read().decode("utf-8", "replace")  # type: ignore[union-attr]
                path.write_text(text, encoding="utf-8")
            clusters.append(
                {"id": name, "documents": [{"file": file} for file in sorted(files)], "labels": []}
            )
    output = args.output / "labels.json"
    output.write_text(json.dumps({"clusters": clusters}), encoding="utf-8")
    print(len(clusters), "groups to", output)


if __name__ == "__main__":
    main()
