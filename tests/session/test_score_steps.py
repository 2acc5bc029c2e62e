"""Steps to weaker and to stronger findings: each shows more or less, never one thing for another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from session_samples import finding

from readerapp.model import Annotations, Finding, Kind, visibility
from readerapp.session import Filters
from readerapp.session.score_steps import stronger, weaker

NOTHING_SAID = Annotations()
LEAST = {Kind.CONTRADICTION: 0.5, Kind.OVERLAP: 0.0, Kind.UNIQUE: 0.0}


@pytest.fixture(autouse=True)
def weak_are_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Contradictions with a score below .5 are not shown at first."""
    monkeypatch.setattr(visibility, "DEFAULT_MINIMUM_SCORE", LEAST)


def found(*scores: tuple[Kind, float]) -> list[Finding]:
    return [
        finding(str(number), [("1", number, number + 1), ("2", number, number + 1)], kind=kind, score=score)
        for number, (kind, score) in enumerate(scores)
    ]


def shown(filters: Filters, findings: list[Finding]) -> set[str]:
    return {each.id for each in findings if filters.admits(each, NOTHING_SAID)}


AGAINST, ALIKE = Kind.CONTRADICTION, Kind.OVERLAP


def test_a_step_down_from_what_is_shown_at_first_shows_the_strongest_that_are_hidden() -> None:
    findings = found((AGAINST, 0.9), (AGAINST, 0.42), (AGAINST, 0.15), (ALIKE, 0.8))
    filters = weaker(Filters(), findings, NOTHING_SAID)
    assert filters == Filters(minimum_score=0.4)
    assert shown(filters, findings) == {"0", "1", "3"}
    filters = weaker(filters, findings, NOTHING_SAID)
    assert filters == Filters(minimum_score=0.1)
    assert weaker(filters, findings, NOTHING_SAID) is None


def test_a_step_down_does_not_hide_what_is_weak_but_shown_at_first() -> None:
    findings = found((AGAINST, 0.9), (AGAINST, 0.42), (ALIKE, 0.25))
    filters = weaker(Filters(), findings, NOTHING_SAID)
    assert filters == Filters(minimum_score=0.2)


def test_a_step_up_shows_nothing_that_was_hidden() -> None:
    findings = found((AGAINST, 0.9), (AGAINST, 0.42), (ALIKE, 0.25), (ALIKE, 0.7))
    filters = stronger(Filters(), findings, NOTHING_SAID)
    assert filters == Filters(minimum_score=0.5)
    assert shown(filters, findings) == {"0", "3"}


def test_a_step_up_and_one_down_come_back_to_what_was_shown_at_first() -> None:
    findings = found((AGAINST, 0.9), (AGAINST, 0.42), (ALIKE, 0.8))
    filters = stronger(Filters(), findings, NOTHING_SAID)
    assert filters is not None
    assert weaker(filters, findings, NOTHING_SAID) == Filters()


def test_no_step_leaves_nothing() -> None:
    findings = found((AGAINST, 0.9), (ALIKE, 0.95))
    assert stronger(Filters(), findings, NOTHING_SAID) is None
    assert stronger(Filters(), [], NOTHING_SAID) is None


def test_findings_of_a_kind_that_is_not_wanted_make_no_step() -> None:
    findings = found((AGAINST, 0.42), (ALIKE, 0.8))
    assert weaker(Filters(kinds=frozenset({ALIKE})), findings, NOTHING_SAID) is None


_findings = st.lists(
    st.tuples(st.sampled_from([AGAINST, ALIKE]), st.sampled_from([n / 20 for n in range(21)])), max_size=8
).map(lambda scores: found(*scores))


@settings(deadline=None)
@given(_findings, st.none() | st.sampled_from([n / 10 for n in range(11)]))
def test_every_step_makes_a_difference_in_one_direction(findings: list[Finding], start: float | None) -> None:
    filters = Filters(minimum_score=start)
    before = shown(filters, findings)
    down, up = weaker(filters, findings, NOTHING_SAID), stronger(filters, findings, NOTHING_SAID)
    if down is not None:
        assert shown(down, findings) > before
    else:
        assert shown(replace(filters, minimum_score=0.0), findings) == before
    if up is not None:
        assert set() < shown(up, findings) < before


@settings(deadline=None)
@given(_findings)
def test_going_down_ends_where_everything_is_shown(findings: list[Finding]) -> None:
    filters: Filters | None = Filters()
    for _ in range(13):
        assert filters is not None
        last, filters = filters, weaker(filters, findings, NOTHING_SAID)
        if filters is None:
            break
    assert shown(last, findings) == {each.id for each in findings}
