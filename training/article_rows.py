"""Rows from places in articles: labels of sentence pairs, without the articles' text.

    python training/article_rows.py PLACES.tsv ARTICLES.tar.gz --output ROWS.tsv.gz
        [--repeated 3] [--without LABELS.json ... --fold 0/8]
        [--leave-out-sets basil/txt/2010-02-20_6f95dcb9 ...]

The labels are ours, the articles are not, so only the places stand here: label, file, start, end, file,
start, end, in code points. `article_pairs_read.tsv` comes from reading whole articles,
`article_pairs_resembling.tsv` from judging pairs of like sentences one by one; among the latter
contradictions are rare, and `--repeated` writes them more often. With `--without`, pairs are left out whose
sentences stand in articles of the left-out clusters of these labels.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tarfile
from pathlib import Path

from judge_rows import fold_of

LABELS = {"e": "entailment", "n": "neutral", "h": "neutral", "t": "contradiction", "c": "contradiction"}
"""Same fact, leaves open, hard negative, tension, contradiction."""


def texts_of(archive: Path) -> dict[str, str]:
    """The articles of an archive by their names."""
    with tarfile.open(archive) as opened:
        return {
            # A few are in Latin-1; places count code points after this reading.
            member.name: opened.extractfile(member).read().decode("utf-8", "replace")  # type: ignore[union-attr]
            for member in opened
            if member.isfile() and member.name.endswith(".txt")
        }


def left_out_text(labels: list[Path], fold: str) -> str:
    """All articles of the clusters that a fold leaves out, with white space folded."""
    documents: dict[str, str] = {}
    for path in labels:
        for cluster in json.loads(path.read_text(encoding="utf-8"))["clusters"]:
            files = [path.parent / document["file"] for document in cluster["documents"]]
            documents[cluster["id"]] = " ".join(file.read_text(encoding="utf-8") for file in files)
    return " ".join(" ".join(documents[cluster] for cluster in sorted(fold_of(documents, fold))).split())


def main() -> None:
    """Write the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("places", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--repeated", type=int, default=1, help="how often contradictions are written")
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    parser.add_argument("--fold", default="")
    parser.add_argument("--leave-out-sets", nargs="*", default=[], help="folders of articles to leave out")
    args = parser.parse_args()
    texts = texts_of(args.articles)
    out = left_out_text(args.without, args.fold) if args.fold else ""
    known: dict[str, bool] = {}
    rows = []
    for line in args.places.read_text(encoding="utf-8").splitlines():
        label, *places = line.split("\t")
        if places[0].rsplit("/", 1)[0] in args.leave_out_sets:
            continue
        first, second = (
            " ".join(texts[file][int(start) : int(end)].split())
            for file, start, end in (places[:3], places[3:])
        )
        for sentence in (first, second):
            if sentence not in known:
                known[sentence] = sentence in out
        if known[first] or known[second]:
            continue
        origin = f"articles/{places[0]}/{label}"
        times = args.repeated if LABELS[label] == "contradiction" else 1
        for premise, hypothesis in ((first, second), (second, first)):
            rows += ["\t".join((LABELS[label], premise, hypothesis, origin))] * times
    with gzip.open(args.output, "wt", encoding="utf-8") as file:
        file.write("\n".join(rows) + "\n")
    print(len(rows), "rows to", args.output)


if __name__ == "__main__":
    main()
