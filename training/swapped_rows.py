"""Rows in which one number, day, month, name or place is changed in a pair that tells the same fact.

    python training/swapped_rows.py ROWS.tsv.gz FOLDER ... --output SWAPPED.tsv.gz

Of every pair labelled entailment whose sentences share such a value, one sentence gets another value in its
place, near enough to be plausible: a contradiction in words that differ, of which there are few in real
articles. As many of the unchanged pairs are written beside them. Sources are files of rows or folders of
written groups. Seeds are fixed.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from judge_rows import Row, folded_out, rows_from

from readerapp.language.numbers import TENS, UNITS

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SMALL = [word for word, value in UNITS.items() if 2 <= value <= 19]
BIG = list(TENS)

VALUE = re.compile(
    r"(?<![\w.,-])(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w-]|[.,]\d)|\b(?:"
    + "|".join((*DAYS, *MONTHS, *SMALL, *BIG))
    + r")\b(?!-)"
)
LOOSE = re.compile(
    r"(?:at least|more than|over|about|around|nearly|almost|up to|as many as|some|than)\W+$", re.IGNORECASE
)
"""What makes a number compatible with others."""


NAME = re.compile(r"\b(?P<before>[a-z]+),? (?P<name>[A-Z][a-zà-ÿ’'-]+(?: [A-Z][a-zà-ÿ’'-]+){0,2})\b")


def another(value: str, chance: random.Random) -> str:
    """A different value of the same sort and written the same way."""
    for choices in (DAYS, MONTHS, SMALL, BIG):
        if value in choices:
            return chance.choice([choice for choice in choices if choice != value])
    number = float(value.replace(",", ""))
    if 1900 <= number <= 2030 and "." not in value and "," not in value:
        return str(int(number) + chance.choice([-9, -6, -3, -2, -1, 1, 2, 3, 5, 8]))
    if "." in value:
        digits = len(value.split(".")[1])
        return f"{max(0.1, number * chance.choice([0.4, 0.7, 0.85, 1.2, 1.5, 2.1])):.{digits}f}"
    if number < 20:
        return str(max(1, int(number) + chance.choice([-5, -3, -2, -1, 1, 2, 3, 4, 7])) + (number == 1))
    changed = number * chance.choice([0.3, 0.5, 0.7, 0.8, 1.25, 1.4, 1.8, 2.5])
    step = 10 ** max(0, len(str(int(number))) - 2) if number % 10 == 0 else 1
    changed = max(step, round(changed / step) * step)
    return f"{int(changed):,}" if "," in value else str(int(changed))


def swapped(row: Row, chance: random.Random) -> str | None:
    """The hypothesis with one value changed that the premise has too, or None where there is none."""
    values = [
        match for match in VALUE.finditer(row.hypothesis) if not LOOSE.search(row.hypothesis[: match.start()])
    ]
    shared = [
        match
        for match in values
        if re.search(rf"(?<![\w.,-]){re.escape(match.group())}(?![\w-]|[.,]\d)", row.premise)
        and not LOOSE.search(row.premise[: row.premise.index(match.group())])
    ]
    if not shared:
        return None
    match = chance.choice(shared)
    put = another(match.group(), chance)
    if put == match.group() or re.search(rf"\b{re.escape(put)}\b", row.premise):
        return None
    return row.hypothesis[: match.start()] + put + row.hypothesis[match.end() :]


def names_in(sentence: str) -> list[tuple[str, bool]]:
    """Runs of capitalised words, but for the first word; and is each a place, to judge by the word before?"""
    return [
        (match.group("name"), match.group("before") in ("in", "near", "at", "from", "to"))
        for match in NAME.finditer(sentence)
        if match.group("name").split()[0] not in (*DAYS, *MONTHS)
    ]


def renamed(row: Row, pool: dict[tuple[bool, int], list[str]], chance: random.Random) -> str | None:
    """The hypothesis with one name changed that the premise has too, or None where there is none."""
    tokens = set(re.findall(r"[A-Z][\w’'-]+", row.premise))
    shared = [(name, place) for name, place in names_in(row.hypothesis) if set(name.split()) <= tokens]
    if not shared:
        return None
    name, place = chance.choice(shared)
    put = chance.choice(pool[place, len(name.split())])
    if set(put.split()) & (tokens | set(row.hypothesis.split())):
        return None
    return row.hypothesis.replace(name, put)


def main() -> None:
    """Write the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--fold", default="", metavar="K/N", help="leave the K-th of N folds of clusters out")
    args = parser.parse_args()
    chance = random.Random(0)
    lines: list[str] = []
    for source in args.sources:
        kept, _ = folded_out(rows_from(source), args.fold)
        rows = list(dict.fromkeys(row for row in kept if row.label == 0))
        pool: dict[tuple[bool, int], list[str]] = defaultdict(list)
        for row in rows:
            for name, place in names_in(row.premise):
                pool[place, len(name.split())].append(name)
        for row in rows:
            origin = f"swapped/{row.origin}"
            changed = [swapped(row, chance), renamed(row, pool, chance)]
            for hypothesis in changed:
                if hypothesis is not None:
                    lines.append(f"contradiction\t{row.premise}\t{hypothesis}\t{origin}")
                    lines.append(f"contradiction\t{hypothesis}\t{row.premise}\t{origin}")
            if changed != [None, None]:
                lines.append(f"entailment\t{row.premise}\t{row.hypothesis}\t{origin}")
    with gzip.open(args.output, "wt", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    print(len(lines), "rows to", args.output)


if __name__ == "__main__":
    main()
