"""Which places of several texts belong beside one another."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.model import Finding, Kind, Passage
from readerapp.ui import synchronisation
from readerapp.ui.synchronisation import Pairing, Synchronisation, chain, sync_point


def overlap(*places: tuple[str, int, int], kind: Kind = Kind.OVERLAP) -> Finding:
    passages = tuple(Passage(document, start, end, "x" * (end - start)) for document, start, end in places)
    return Finding(str(places), kind, "edited", 0.9, "", passages)


PLACES = st.tuples(st.integers(0, 900), st.integers(1, 100), st.integers(0, 400), st.integers(1, 100)).map(
    lambda p: overlap(("1", p[0], p[0] + p[1]), ("2", p[2], p[2] + p[3]))
)
FINDINGS = st.lists(PLACES, max_size=25)
LENGTHS = {"1": 1000, "2": 500}


@given(FINDINGS, st.lists(st.floats(0, 1000), min_size=2, max_size=20))
def test_going_down_in_one_text_never_goes_up_in_the_other(
    findings: list[Finding], offsets: list[float]
) -> None:
    alignment = Synchronisation(LENGTHS, findings)
    places = [alignment.counterpart("1", offset)["2"] for offset in sorted(offsets)]
    assert places == sorted(places)


@given(FINDINGS)
def test_beginnings_and_ends_belong_together(findings: list[Finding]) -> None:
    alignment = Synchronisation(LENGTHS, findings)
    assert alignment.counterpart("1", 0) == {"2": 0}
    assert alignment.counterpart("1", 1000) == {"2": 500}
    assert alignment.counterpart("2", 500) == {"1": 1000}


@given(FINDINGS)
def test_passages_of_a_chain_stand_in_the_same_order_in_both_texts(findings: list[Finding]) -> None:
    pairings = [
        Pairing(left.start, left.end, right.start, right.end, left.end - left.start)
        for left, right in (finding.passages for finding in findings)
    ]
    chained = chain(pairings)
    assert bool(chained) == bool(pairings)
    for before, after in itertools.pairwise(chained):
        assert before.end <= after.start
        assert before.other_end <= after.other_start


def heaviest_by_trying_all(pairings: list[Pairing]) -> float:
    best = 0.0
    ordered = sorted(pairings)
    totals: list[float] = []
    for index, item in enumerate(ordered):
        before = [
            totals[n]
            for n in range(index)
            if ordered[n].end <= item.start and ordered[n].other_end <= item.other_start
        ]
        totals.append(item.weight + max(before, default=0.0))
        best = max(best, totals[-1])
    return best


@given(
    st.lists(
        st.builds(
            lambda a, la, b, lb, weight: Pairing(a, a + la, b, b + lb, float(weight)),
            st.integers(0, 60),
            st.integers(1, 20),
            st.integers(0, 60),
            st.integers(1, 20),
            st.integers(1, 9),
        ),
        max_size=20,
        unique=True,
    )
)
def test_no_chain_is_heavier(pairings: list[Pairing]) -> None:
    assert sum(item.weight for item in chain(pairings)) == pytest.approx(heaviest_by_trying_all(pairings))


def test_a_passage_stands_beside_its_counterpart() -> None:
    alignment = Synchronisation(LENGTHS, [overlap(("1", 600, 700), ("2", 100, 150))])
    assert alignment.counterpart("1", 600) == {"2": 100}
    assert alignment.counterpart("1", 650) == {"2": 125}
    assert alignment.counterpart("1", 300) == {"2": 50}
    assert alignment.counterpart("2", 125) == {"1": 650}


def test_a_passage_that_was_moved_does_not_tear_the_alignment() -> None:
    kept = [overlap(("1", n, n + 90), ("2", n // 2, n // 2 + 45)) for n in (100, 300, 500, 700)]
    moved = overlap(("1", 900, 950), ("2", 10, 40))
    assert Synchronisation(LENGTHS, [*kept, moved]).counterpart("1", 545)["2"] == pytest.approx(272.5)


def test_statements_of_one_document_say_nothing_about_places() -> None:
    alignment = Synchronisation(LENGTHS, [overlap(("1", 600, 700), kind=Kind.UNIQUE)])
    assert alignment.counterpart("1", 500) == {"2": 250}


def test_every_other_document_gets_a_place() -> None:
    alignment = Synchronisation({"1": 100, "2": 200, "3": 400}, [overlap(("1", 50, 60), ("3", 40, 50))])
    assert alignment.counterpart("1", 50) == {"2": 100, "3": 40}


def test_of_twenty_thousand_findings_the_heaviest_few_thousand_are_chained(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = random.Random(1)
    findings = []
    for _ in range(20_000):
        start = chance.randrange(9_000_000)
        other = max(0, start + chance.randrange(-50_000, 50_000))
        findings.append(overlap(("1", start, start + 80), ("2", other, other + 80)))
    steps = 0
    enter = synchronisation._enter

    def counted(tree: list[int | None], index: int, place: int, weights: list[float]) -> None:
        nonlocal steps
        steps += 1
        enter(tree, index, place, weights)

    monkeypatch.setattr(synchronisation, "_enter", counted)
    alignment = Synchronisation({"1": 10_000_000, "2": 10_000_000}, findings)
    assert abs(alignment.counterpart("1", 5_000_000)["2"] - 5_000_000) < 100_000
    assert 0 < steps <= synchronisation.MOST_PASSAGES


@given(st.floats(0, 500), st.floats(0, 500))
def test_the_place_of_comparison_never_moves_up_while_scrolling_down(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert sync_point(low, 40, 540) <= sync_point(high, 40, 540)


@pytest.mark.parametrize(("top", "share"), [(0, 0.0), (3, 0.5), (6, 1.0)])
def test_a_text_of_little_more_than_a_screen_begins_at_the_top_and_ends_at_the_bottom(
    top: float, share: float
) -> None:
    assert sync_point(top, 14, 20) == pytest.approx(share)


@pytest.mark.parametrize(
    ("top", "share"), [(0, 0.0), (10, 0.25), (20, 0.5), (250, 0.5), (490, 0.75), (500, 1)]
)
def test_the_place_of_comparison_slides_from_top_to_middle_to_bottom(top: float, share: float) -> None:
    assert sync_point(top, 40, 540) == pytest.approx(share)
