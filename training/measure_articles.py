"""Print what the judge makes of whole articles whose contradictions are labelled.

    python training/measure_articles.py LABELS.json

Pairs of sentences of different articles of a cluster are candidates where the sentence encoder finds them
near (each sentence's three nearest in either direction, cosine at least .45). The judge reads each candidate
both ways, and the lower probability counts. Printed for several thresholds: how many pairs are claimed, how
many of them touch a labelled contradiction, a hard negative, a same fact or nothing labelled, and how many
labelled facts are found. Labels are in the form that span_rows.py describes.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from span_rows import SENTENCE_END

from readerapp.embedding import SentenceEncoder
from readerapp.entailment import EntailmentModel

NEAREST = 3
LEAST_COSINE = 0.45
FEWEST_WORDS = 4


class Sentence(NamedTuple):
    """A sentence of an article."""

    file: str
    start: int
    end: int
    text: str


def sentences_of(file: str, text: str) -> list[Sentence]:
    """The sentences of an article that have some words."""
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    found = []
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        folded = " ".join(text[start:end].split())
        if len(folded.split()) >= FEWEST_WORDS:
            found.append(Sentence(file, start, end, folded))
    return found


def candidates(sentences: list[Sentence], encoder: SentenceEncoder) -> list[tuple[Sentence, Sentence]]:
    """Pairs of sentences of different articles that are near each other."""
    vectors = encoder.encode([sentence.text for sentence in sentences])
    cosines = vectors @ vectors.T
    files = np.array([sentence.file for sentence in sentences])
    cosines[files[:, None] == files[None, :]] = -1
    pairs = set()
    for row, line in enumerate(cosines):
        for file in set(files) - {sentences[row].file}:
            others = np.flatnonzero(files == file)
            for column in others[np.argsort(-line[others])[:NEAREST]]:
                if line[column] >= LEAST_COSINE:
                    pairs.add((min(row, int(column)), max(row, int(column))))
    return [(sentences[one], sentences[other]) for one, other in sorted(pairs)]


def touches(place: list, sentence: Sentence) -> bool:
    """Does a labelled place lie, at least in part, in a sentence?"""
    file, start, end = place
    return file == sentence.file and start < sentence.end and end > sentence.start


def label_of(pair: tuple[Sentence, Sentence], labels: list[dict]) -> tuple[str, str]:
    """What is labelled for a pair, contradictions first, and the fact it is about."""
    found = [
        (label["kind"], str(label.get("fact") or label.get("note")))
        for label in labels
        if (touches(label["a"], pair[0]) and touches(label["b"], pair[1]))
        or (touches(label["a"], pair[1]) and touches(label["b"], pair[0]))
    ]
    for kind in ("contradiction", "hard_negative", "same_fact"):
        for label in found:
            if label[0] == kind:
                return label
    return ("nothing", "")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("labels", type=Path)
    args = parser.parse_args()
    encoder, judge = SentenceEncoder.load(), EntailmentModel.load()
    found: list[tuple[str, str, float]] = []
    facts = set()
    for cluster in json.loads(args.labels.read_text(encoding="utf-8"))["clusters"]:
        files = [document["file"] for document in cluster["documents"]]
        texts = {file: (args.labels.parent / file).read_text(encoding="utf-8") for file in files}
        pairs = candidates([one for file in files for one in sentences_of(file, texts[file])], encoder)
        first, second = [one.text for one, _ in pairs], [other.text for _, other in pairs]
        lower = np.minimum(judge.predict(first, second)[:, 2], judge.predict(second, first)[:, 2])
        for pair, probability in zip(pairs, lower, strict=True):
            kind, fact = label_of(pair, cluster["labels"])
            found.append((kind, f"{cluster['id']}/{fact}", float(probability)))
        facts |= {
            f"{cluster['id']}/{label.get('fact') or label.get('note')}"
            for label in cluster["labels"]
            if label["kind"] == "contradiction"
        }
    print(len(found), "candidate pairs;", len(facts), "labelled facts that are contradicted")
    print("least p  claimed  contradiction  hard negative  same fact  nothing  facts found")
    for least in (0.4, 0.5, 0.6, 0.7, 0.8):
        claimed = [(kind, fact) for kind, fact, probability in found if probability >= least]
        counts = [
            sum(kind == wanted for kind, _ in claimed)
            for wanted in ("contradiction", "hard_negative", "same_fact", "nothing")
        ]
        known = len({fact for kind, fact in claimed if kind == "contradiction"})
        cells = (f"{count:{width}}" for count, width in zip(counts, (13, 13, 9, 7), strict=True))
        print(f"{least:7}  {len(claimed):7}  {'  '.join(cells)}  {known:11}")


if __name__ == "__main__":
    main()
