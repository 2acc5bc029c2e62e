"""When a stretch of the new text is taken for a passage of the old one."""

from __future__ import annotations

import pytest

from readerapp.anchoring.judgement import LEAST_SCORE, Candidate, is_good_enough
from readerapp.anchoring.likeness import Likeness
from readerapp.model import Span

OLD = "The harbour office counted 1068 crates of oranges on Saturday before the rain."
ALIKE = Likeness(quote=0.95, prefix=0.9, suffix=0.9, position=0.5)


@pytest.mark.parametrize(
    ("number", "is_near", "taken"), [("1068", False, True), ("1130", True, True), ("1130", False, False)]
)
def test_a_statement_with_another_number_is_taken_only_where_it_stood(
    number: str, is_near: bool, taken: bool
) -> None:
    new = OLD.replace("1068", number).replace("before", "ahead of")
    assert ALIKE.score > LEAST_SCORE
    candidate = Candidate(Span(500, 500 + len(new)), ALIKE, is_near)
    assert is_good_enough(candidate, OLD, new, OLD) is taken
