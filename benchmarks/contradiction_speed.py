"""What it costs to find contradictions, in processes of their own.

    python benchmarks/contradiction_speed.py [A B ...]

Invented articles: two and ten of sixty sentences, and two of one megabyte; and the given files. Wall seconds
are those of the whole command `reader ... --format json`, start of Python and loading of the networks
included, beside the same without the networks and beside overlaps alone.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from measuring import RUNS, table

PLACES = (
    *("Torvik", "Lund", "Karsk", "Mirov", "Adra", "Velden", "Brenholm", "Porto", "Orsa"),
    *("Passau", "Crosk", "Harrick", "Selby", "Narva", "Tolvane"),
)
PEOPLE = ("Anna Berg", "Paul Stone", "Ivo Brandt", "Greta Hahn", "Oskar Lind", "Silvia Moro", "Tam Brecken")
DEEDS = [
    "{count} people were {hurt} when the {thing} in {place} {event} on {day}",
    "{person} said that the {thing} in {place} had been closed since {day}",
    "{person} denied that the {thing} in {place} had ever been {state}",
    "the repair of the {thing} will cost about {count} million crowns, officials in {place} said",
    "the {thing} in {place} was {state} on {day}, according to {person}",
    "nobody in {place} knew why the {thing} {event}, {person} told reporters",
]
WORDS = {
    "hurt": ["killed", "injured", "arrested", "rescued"],
    "thing": ["ferry", "bridge", "hotel", "railway station", "factory", "school", "power plant", "market"],
    "event": ["burned", "collapsed", "was flooded", "lost power", "was attacked"],
    "state": ["inspected", "repaired", "sold", "searched", "damaged"],
    "day": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
}


COMMAND = [sys.executable, "-m", "readerapp", "--format", "json", "--no-cache", "--minimum-score", "0"]
INVENTED = (("2 x 60 sentences", 2, 60), ("10 x 60 sentences", 10, 60), ("2 x 1 MB", 2, 13_500))
WAYS: tuple[tuple[str, list[str]], ...] = (
    ("contradictions", ["--only", "contradiction"]),
    ("without networks", ["--only", "contradiction", "--no-entailment"]),
    ("one short sentence", []),
)


class Run(NamedTuple):
    """One command's median cost."""

    wall: float
    cpu: float
    peak: float
    findings: int


def article(chance: random.Random, sentences: int) -> str:
    """An invented article."""
    parts = []
    for _ in range(sentences):
        values = {name: chance.choice(words) for name, words in WORDS.items()}
        sentence = chance.choice(DEEDS).format(
            **values, count=chance.randint(2, 60), place=chance.choice(PLACES), person=chance.choice(PEOPLE)
        )
        parts.append(sentence[:1].upper() + sentence[1:] + ".")
    return "\n\n".join(" ".join(parts[at : at + 3]) for at in range(0, len(parts), 3)) + "\n"


def cost(arguments: list[str]) -> Run:
    """The median cost of reader with these arguments."""
    runs = []
    for _ in range(RUNS):
        began = time.monotonic()
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "readerapp",
                *arguments,
                "--format",
                "json",
                "--no-cache",
                "--minimum-score",
                "0",
            ],
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        report = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - began
        found = len(json.loads(report)["findings"])
        runs.append(Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, found))
    return sorted(runs)[len(runs) // 2]


def main() -> None:
    """Print the table."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        inputs: list[tuple[str, list[str]]] = []
        for name, count, sentences in (
            ("2 x 60 sentences", 2, 60),
            ("10 x 60 sentences", 10, 60),
            ("2 x 1 MB", 2, 13_500),
        ):
            files = []
            for number in range(count):
                path = Path(folder) / f"{sentences}-{number}.txt"
                path.write_text(article(chance, sentences), encoding="utf-8")
                files.append(str(path))
            inputs.append((name, files))
        if sys.argv[1:]:
            inputs.append(("given files", sys.argv[1:]))
        rows = []
        for name, files in inputs:
            for way, options in WAYS:
                chosen = files if options else [_nearly_empty(folder)]
                found = cost([*chosen, *options])
                figures = (f"{found.wall:.2f}", f"{found.cpu:.2f}", f"{found.peak:.0f}")
                rows.append((name, way, *figures, found.findings))
        table(("articles", "what", "wall s", "cpu s", "peak MiB", "findings"), rows)


def _nearly_empty(folder: str) -> str:
    path = Path(folder) / "short.txt"
    path.write_text("A short article that says nearly nothing.\n", encoding="utf-8")
    return str(path)


if __name__ == "__main__":
    main()
