"""difflib's `SequenceMatcher`, computed by RapidFuzz.

It takes the place of the standard library's class wherever that is used: the same constructor, methods and
attributes, and results of the same form. What differs is which of the possible alignments comes out:
difflib takes the longest common block first, this class an alignment with the fewest edits (Levenshtein
1966, computed by Hyyrö's bit-parallel algorithm, 2003, with Hirschberg's division, 1975, where the matrix
would be large), which is tens of times as fast on long texts.

What holds of every result, as in difflib: the operations follow on each other and cover both sequences;
`equal` alternates with one of the others; the blocks are those of the `equal` operations and end in the
sentinel `(len(a), len(b), 0)`; and `ratio() <= quick_ratio() <= real_quick_ratio()`.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from difflib import Match
from typing import Any, Generic, Literal, TypeVar

Item = TypeVar("Item", bound=Hashable)

Tag = Literal["equal", "replace", "delete", "insert"]
Operation = tuple[Tag, int, int, int, int]
"""`(tag, i1, i2, j1, j2)`: how `a[i1:i2]` becomes `b[j1:j2]`."""

_MOST_CHARACTERS = 0x110000
"""Different items up to which each can be stood for by a character, the form that RapidFuzz reads fastest."""


class SequenceMatcher(Generic[Item]):
    """Compares two sequences of hashable items.

    As in difflib, what is computed is kept until a sequence is replaced, and the sequences must not be
    changed in between.
    """

    matching_blocks: list[Match] | None
    opcodes: list[Operation] | None

    def __init__(
        self,
        isjunk: Callable[[Item], bool] | None = None,
        a: Sequence[Item] = "",  # type: ignore[assignment]
        b: Sequence[Item] = "",  # type: ignore[assignment]
        autojunk: bool = True,
    ) -> None:
        """Prepare to compare.

        Args:
            isjunk: taken so that the class can stand in for difflib's. There it keeps blank lines and the
                like from beginning a block; the alignment with the fewest edits needs no such help, and
                the result is the same with and without it.
            a: the first sequence.
            b: the second sequence.
            autojunk: taken for the same reason; difflib's remedy against slowness is not needed here.
        """
        self.isjunk = isjunk
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a: Sequence[Item], b: Sequence[Item]) -> None:
        """Set the two sequences to compare."""
        self.a = a
        self.b = b
        self._forget()
        self._counts_of_b: Counter[Item] | None = None

    def set_seq1(self, a: Sequence[Item]) -> None:
        """Set the first sequence; the second stays."""
        if a is not self.a:
            self.a = a
            self._forget()

    def set_seq2(self, b: Sequence[Item]) -> None:
        """Set the second sequence; the first stays."""
        if b is not self.b:
            self.b = b
            self._forget()
            self._counts_of_b = None

    def get_opcodes(self) -> list[Operation]:
        """How `a` becomes `b`: operations that cover both, `equal` and others in turn.

        Returns:
            tuples `(tag, i1, i2, j1, j2)`; none for two empty sequences.

        Raises:
            TypeError: an item is not hashable.
        """
        if self.opcodes is None:
            self.opcodes = list(_operations(self.get_matching_blocks()))
        return self.opcodes

    def get_matching_blocks(self) -> list[Match]:
        """The stretches that are equal, in order.

        Returns:
            `Match(a, b, size)` with `a[a:a+size] == b[b:b+size]`, never two that touch in both sequences;
            at the end `Match(len(a), len(b), 0)`.

        Raises:
            TypeError: an item is not hashable.
        """
        if self.matching_blocks is None:
            self.matching_blocks = list(_blocks(self.a, self.b))
        return self.matching_blocks

    def get_grouped_opcodes(self, n: int = 3) -> Iterator[list[Operation]]:
        """The changes in groups, each with up to `n` equal items around it.

        Args:
            n: items of context before and after a change.

        Yields:
            lists of operations as `get_opcodes` gives them, the outer `equal` ones shortened.
        """
        operations = list(self.get_opcodes()) or [("equal", 0, 1, 0, 1)]
        first, last = operations[0], operations[-1]
        if first[0] == "equal":
            _, i1, i2, j1, j2 = first
            operations[0] = ("equal", max(i1, i2 - n), i2, max(j1, j2 - n), j2)
        if last[0] == "equal":
            _, i1, i2, j1, j2 = operations[-1]
            operations[-1] = ("equal", i1, min(i2, i1 + n), j1, min(j2, j1 + n))
        group: list[Operation] = []
        for tag, i1, i2, j1, j2 in operations:
            if tag == "equal" and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        """The longest stretch of `a[alo:ahi]` that is in `b[blo:bhi]` too, the first of several.

        This is difflib's own search, without junk: it needs time in proportion to the product of the
        lengths where items repeat, and nothing else here uses it.

        Args:
            alo: begin of the stretch of `a`.
            ahi: its end; None for the end of `a`.
            blo: begin of the stretch of `b`.
            bhi: its end; None for the end of `b`.
        """
        exact = difflib.SequenceMatcher(None, self.a, self.b, autojunk=False)
        return exact.find_longest_match(alo, ahi, blo, bhi)

    def ratio(self) -> float:
        """How alike the sequences are, from 0 to 1: twice the equal items by all items."""
        equal = sum(block.size for block in self.get_matching_blocks())
        return self._share(equal)

    def quick_ratio(self) -> float:
        """An upper bound of `ratio`, by the items that both sequences have in whatever order."""
        if self._counts_of_b is None:
            self._counts_of_b = Counter(self.b)
        counts = Counter(self.a)
        return self._share(sum(min(count, self._counts_of_b[item]) for item, count in counts.items()))

    def real_quick_ratio(self) -> float:
        """An upper bound of `quick_ratio`, by the lengths alone."""
        return self._share(min(len(self.a), len(self.b)))

    @property
    def bjunk(self) -> set[Item]:
        """Items of `b` that `isjunk` takes for junk; difflib's attribute, not used here."""
        return {item for item in self.b if self.isjunk(item)} if self.isjunk else set()

    @property
    def bpopular(self) -> set[Item]:
        """Difflib's attribute for items that occur too often; none does here."""
        return set()

    @property
    def b2j(self) -> dict[Item, list[int]]:
        """Where each item of `b` stands, junk left out; difflib's attribute, not used here."""
        junk = self.bjunk
        places: dict[Item, list[int]] = {}
        for place, item in enumerate(self.b):
            if item not in junk:
                places.setdefault(item, []).append(place)
        return places

    def _forget(self) -> None:
        self.matching_blocks = None
        self.opcodes = None

    def _share(self, equal: int) -> float:
        length = len(self.a) + len(self.b)
        return 2.0 * equal / length if length else 1.0


def _blocks(a: Sequence[Any], b: Sequence[Any]) -> Iterator[Match]:
    """The matching blocks of an alignment with the fewest edits, and the sentinel."""
    from rapidfuzz.distance import Levenshtein

    first, second = _as_text(a, b)
    # What is equal at both ends belongs to some alignment with the fewest edits.
    start = _common_beginning(first, second)
    shortest = min(len(first), len(second)) - start
    end = _common_end(first, second, shortest)
    operations: Iterable[Any] = ()
    if shortest > end:
        operations = Levenshtein.opcodes(first[start : len(first) - end], second[start : len(second) - end])
    i, j, size = 0, 0, start
    for operation in operations:
        if operation.tag == "equal":
            at_i, at_j = operation.src_start + start, operation.dest_start + start
            length = operation.src_end - operation.src_start
            if i + size == at_i and j + size == at_j:
                size += length
                continue
            if size:
                yield Match(i, j, size)
            i, j, size = at_i, at_j, length
    at_i, at_j = len(first) - end, len(second) - end
    if i + size == at_i and j + size == at_j:
        size += end
    elif end:
        if size:
            yield Match(i, j, size)
        i, j, size = at_i, at_j, end
    if size:
        yield Match(i, j, size)
    yield Match(len(first), len(second), 0)


def _operations(blocks: Iterable[Match]) -> Iterator[Operation]:
    """The operations that matching blocks leave between them, with the blocks."""
    i = j = 0
    for block in blocks:
        if i < block.a and j < block.b:
            yield ("replace", i, block.a, j, block.b)
        elif i < block.a:
            yield ("delete", i, block.a, j, block.b)
        elif j < block.b:
            yield ("insert", i, block.a, j, block.b)
        i, j = block.a + block.size, block.b + block.size
        if block.size:
            yield ("equal", block.a, i, block.b, j)


def _as_text(a: Sequence[Any], b: Sequence[Any]) -> tuple[Sequence[Any], Sequence[Any]]:
    """The two sequences with a character, or a number, for each different item."""
    if isinstance(a, str) and isinstance(b, str):
        return a, b
    numbers: dict[Any, int] = {}
    first = [numbers.setdefault(item, len(numbers)) for item in a]
    second = [numbers.setdefault(item, len(numbers)) for item in b]
    if len(numbers) > _MOST_CHARACTERS:
        return first, second
    return "".join(map(chr, first)), "".join(map(chr, second))


def _common_beginning(a: Sequence[Any], b: Sequence[Any]) -> int:
    """Number of items at the beginning that are equal."""
    known, unknown = 0, min(len(a), len(b))
    while known < unknown:
        middle = (known + unknown + 1) // 2
        if a[known:middle] == b[known:middle]:
            known = middle
        else:
            unknown = middle - 1
    return known


def _common_end(a: Sequence[Any], b: Sequence[Any], most: int) -> int:
    """Number of items at the end that are equal, up to `most`."""
    known, unknown = 0, most
    while known < unknown:
        middle = (known + unknown + 1) // 2
        if a[len(a) - middle : len(a) - known] == b[len(b) - middle : len(b) - known]:
            known = middle
        else:
            unknown = middle - 1
    return known
