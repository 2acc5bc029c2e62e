"""How often the reports of speech in articles are found, with the right speaker and the right stance.

    python benchmarks/attribution_accuracy.py LABELS.json [--missed N] [--sample N]

`LABELS` holds clusters of articles with labels; those of the kind "attribution" name a stretch of an article,
where it names who speaks, the full name and the stance. The articles lie beside the file. An attribution is
found where a content, or a quotation within it, covers at least half of the stretch. A speaker is right where
its last word is the last word of the full name, or where it is a noun phrase that overlaps the marked words.
`--missed` prints stretches that are not found or have a wrong speaker, `--sample` attributions by chance.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from pathlib import Path

from measuring import table

from readerapp.language.attribution import Attribution, attributions_of
from readerapp.language.quotations import quotations_of
from readerapp.language.sentences import sentences_of

STANCES = {
    "asserts": {"said", "confirmed"},
    "denies": {"denied"},
    "alleges": {"alleged"},
    "supposes": {"doubted"},
    "hedges": {"doubted"},
    "asks": {"asked"},
}
SUFFIXES = ("jr", "sr", "jr.", "sr.")


def last_word(name: str) -> str:
    """The surname of a name, in lower case."""
    words = [word for word in name.lower().replace("’", "'").split() if word not in SUFFIXES]
    return words[-1] if words else ""


def covered(one: Attribution, start: int, end: int) -> int:
    """Code points of a stretch that an attribution's content holds."""
    return max(0, min(one.content.end, end) - max(one.content.start, start))


def best(attributions: list[Attribution], start: int, end: int) -> Attribution | None:
    """The narrowest of the attributions that hold half of a stretch or more."""
    holding = [one for one in attributions if covered(one, start, end) * 2 >= end - start]
    return min(holding, key=lambda one: one.content.length, default=None)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("labels", type=Path)
    parser.add_argument("--missed", type=int, default=0)
    parser.add_argument("--sample", type=int, default=0)
    arguments = parser.parse_args()
    clusters = json.loads(arguments.labels.read_text(encoding="utf-8"))["clusters"]
    labels = [label for cluster in clusters for label in cluster["labels"] if label["kind"] == "attribution"]
    texts = {
        name: (arguments.labels.parent / name).read_text(encoding="utf-8")
        for cluster in clusters
        for name in (document["file"] for document in cluster["documents"])
    }
    spans = {name: (sentences_of(text), quotations_of(text)) for name, text in texts.items()}
    began = time.perf_counter()
    found = {name: attributions_of(text, *spans[name]) for name, text in texts.items()}
    taken = time.perf_counter() - began
    counts: dict[str, Counter[str]] = {}
    missed: list[str] = []
    for label in labels:
        name, start, end = label["a"]
        count = counts.setdefault(label["stance"], Counter())
        count["labels"] += 1
        one = best(found[name], start, end)
        context = texts[name][max(0, start - 120) : end + 120].replace("\n", " / ")
        if one is None:
            missed.append(f"NOT FOUND {label['name']}: {context}")
            continue
        count["found"] += 1
        count["stance"] += one.stance.value in STANCES[label["stance"]]
        _, first, last = label["speaker"] or ("", 0, 0)
        named = one.speaker is not None and last_word(one.speaker) == last_word(label["name"])
        overlaps = (
            one.speaker_span is not None and one.speaker_span.start < last and first < one.speaker_span.end
        )
        phrase = one.speaker is not None and (one.speaker[0].islower() or " " in one.speaker)
        count["named"] += named
        count["right"] += named or bool(overlaps and phrase)
        count["unknown"] += one.speaker is None
        if not named and not (overlaps and phrase):
            missed.append(f"SPEAKER {label['name']} / {one.speaker}: {context}")
    rows: list[list[object]] = []
    total: Counter[str] = Counter()
    for stance, count in [*sorted(counts.items()), ("all", total)]:
        if stance != "all":
            total.update(count)
        held = max(1, count["found"])
        rows.append(
            [
                stance,
                count["labels"],
                f"{count['found'] / count['labels']:.0%}",
                f"{count['named'] / held:.0%}",
                f"{count['right'] / held:.0%}",
                f"{count['unknown'] / held:.0%}",
                f"{count['stance'] / held:.0%}",
            ]
        )
    table(["label", "count", "found", "full name", "speaker right", "no speaker", "stance"], rows)
    sentences = sum(len(one) for one, _ in spans.values())
    number = sum(map(len, found.values()))
    print(f"{number} in {sentences} sentences, {1000 * taken / sentences * 60:.1f} ms for 60 sentences")
    chance = random.Random(3)
    for line in chance.sample(missed, min(arguments.missed, len(missed))):
        print("-", line)
    everything = [(name, one) for name, several in sorted(found.items()) for one in several]
    for name, one in chance.sample(everything, min(arguments.sample, len(everything))):
        text = texts[name]
        around = text[
            max(0, min(one.content.start, one.cue.start) - 60) : max(one.content.end, one.cue.end) + 60
        ]
        print(f"- {one.stance} | {one.speaker} | {text[slice(*one.cue)]} | {text[slice(*one.content)]!r}")
        print(f"    {around!r}")


if __name__ == "__main__":
    main()
