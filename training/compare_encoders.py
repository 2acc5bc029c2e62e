"""Print how well sentence encoders agree with people's scores of likeness.

    python training/compare_encoders.py ROWS.tsv.gz ... --base MODEL_FOLDER

`ROWS` holds a score, two sentences and, if it likes, more columns. Printed: Spearman's correlation of the
cosine with the score, for the base encoder in full precision and for the shipped one, and the mean cosine
between their vectors.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from judge_network import Judge

from readerapp.embedding import SentenceEncoder
from readerapp.embedding.encoder import LONGEST
from readerapp.minilm.word_pieces import SEPARATOR, START, shipped_word_pieces


def full_precision(base: Path, sentences: list[str]) -> NDArray[np.float32]:
    """Vectors of the base encoder, shape (n, 384)."""
    network = Judge(base).eval()
    vectors = []
    with torch.no_grad():
        for sentence in sentences:
            pieces = shipped_word_pieces().of_text(sentence)[: LONGEST - 2]
            read = torch.tensor([[START, *pieces, SEPARATOR]])
            states = network.states(read, torch.zeros_like(read), torch.ones_like(read, dtype=torch.bool))
            vectors.append(torch.nn.functional.normalize(states[0].mean(0), dim=0).numpy())
    return np.array(vectors)


def ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ranks from one; equal values share the mean of theirs."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return ((last - counts + 1 + last) / 2)[inverse]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--base", type=Path, required=True)
    args = parser.parse_args()
    for path in args.files:
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
            rows = [line.rstrip("\n").split("\t") for line in file]
        gold = ranks(np.array([float(row[0]) for row in rows]))
        sentences = list(dict.fromkeys(side for row in rows for side in row[1:3]))
        place = {sentence: number for number, sentence in enumerate(sentences)}
        both = {
            "full precision": full_precision(args.base, sentences),
            "shipped": SentenceEncoder.load().encode(sentences),
        }
        for name, vectors in both.items():
            cosines = np.array([float(vectors[place[row[1]]] @ vectors[place[row[2]]]) for row in rows])
            spearman = float(np.corrcoef(ranks(cosines), gold)[0, 1])
            print(
                f"{path.name.removesuffix('.tsv.gz'):24} {name:16} {len(rows)} pairs  Spearman {spearman:.4f}"
            )
        agreement = (both["full precision"] * both["shipped"]).sum(1)
        print(f"{'':24} cosine between the two: mean {agreement.mean():.4f}, least {agreement.min():.4f}")


if __name__ == "__main__":
    main()
