"""Walking through findings that arrive in batches."""

from __future__ import annotations

from dataclasses import replace

import pytest
from session_samples import document, finding

from readerapp.model import Annotations, Finding, Kind, Origin, Verdict, visibility
from readerapp.session import Filters, Session

DOCUMENTS = (document("1", "a" * 500), document("2", "b" * 500))


def session(*findings: Finding, annotations: Annotations | None = None) -> Session:
    return Session(
        DOCUMENTS, findings=findings, annotations=annotations, clock=lambda: "2026-01-02T03:04:05+00:00"
    )


def overlap(identity: str, score: float, start: int = 0) -> Finding:
    return finding(identity, [("1", start, start + 9), ("2", start, start + 9)], score=score)


def contradiction(identity: str, score: float, start: int = 0) -> Finding:
    return replace(overlap(identity, score, start), kind=Kind.CONTRADICTION)


def name_of(found: Finding | None) -> str | None:
    return found.id if found else None


def test_findings_of_later_batches_take_their_place_in_the_order_of_kind_and_score() -> None:
    sitting = session(overlap("weak", 0.2))
    sitting.add_findings([overlap("strong", 0.9, 50), contradiction("conflict", 0.1, 99)])
    assert [f.id for f in sitting.findings] == ["conflict", "strong", "weak"]


def test_a_finding_that_arrives_twice_is_kept_once() -> None:
    sitting = session(overlap("a", 0.5))
    sitting.add_findings([overlap("a", 0.5)])
    assert len(sitting.findings) == 1


def test_nothing_is_current_before_the_person_begins() -> None:
    sitting = session(overlap("a", 0.5))
    assert sitting.current is None
    assert sitting.position == (0, 1)


def test_next_begins_at_the_first_and_previous_at_the_last() -> None:
    findings = [overlap("a", 0.9), overlap("b", 0.8, 50)]
    assert name_of(session(*findings).step(1)) == "a"
    assert name_of(session(*findings).step(-1)) == "b"


def test_the_walk_goes_round_from_the_last_to_the_first() -> None:
    sitting = session(overlap("a", 0.9), overlap("b", 0.8, 50))
    assert [name_of(sitting.step(1)) for _ in range(3)] == ["a", "b", "a"]


def test_the_current_finding_stays_current_when_better_ones_arrive() -> None:
    sitting = session(overlap("a", 0.5))
    sitting.step(1)
    sitting.add_findings([overlap("b", 0.9, 50)])
    assert sitting.current is not None
    assert sitting.current.id == "a"
    assert sitting.position == (2, 2)


def test_a_step_of_a_kind_passes_over_the_other_kinds() -> None:
    sitting = session(contradiction("c", 0.5), overlap("o1", 0.9, 50), overlap("o2", 0.8, 99))
    walked = [sitting.step(1, lambda f: f.kind is Kind.OVERLAP) for _ in range(3)]
    assert [name_of(found) for found in walked] == ["o1", "o2", "o1"]


def test_a_step_of_a_kind_that_does_not_occur_stays_where_it_is() -> None:
    sitting = session(overlap("a", 0.5))
    sitting.step(1)
    assert sitting.step(1, lambda f: f.kind is Kind.UNIQUE) is None
    assert sitting.current is not None
    assert sitting.current.id == "a"


def test_an_overlap_and_a_contradiction_on_the_same_passages_are_one_stop() -> None:
    sitting = session(overlap("o", 0.5), contradiction("c", 0.5), overlap("other", 0.3, 70))
    assert [[f.id for f in stop.findings] for stop in sitting.stops] == [["c", "o"], ["other"]]
    assert sitting.position.total == 2


def test_a_stop_of_two_kinds_is_reached_by_either_kind() -> None:
    sitting = session(overlap("o", 0.5), contradiction("c", 0.5))
    assert name_of(sitting.step(1, lambda f: f.kind is Kind.OVERLAP)) == "o"
    assert sitting.position == (1, 1)
    assert [f.id for f in sitting.companions(overlap("o", 0.5))] == ["c"]


def test_two_overlaps_on_the_same_passages_stay_two_stops() -> None:
    sitting = session(overlap("a", 0.5), overlap("b", 0.4))
    assert len(sitting.stops) == 2


def test_the_next_to_judge_passes_over_what_has_a_verdict() -> None:
    sitting = session(overlap("a", 0.9), overlap("b", 0.8, 50), overlap("c", 0.7, 99))
    sitting.judge("a", Verdict.CONFIRMED)
    sitting.judge("b", Verdict.UNSURE)
    assert name_of(sitting.step(1, sitting.is_unjudged)) == "c"


def test_filters_leave_findings_out_of_the_walk() -> None:
    sitting = session(contradiction("c", 0.9), overlap("o", 0.8, 50), overlap("weak", 0.1, 99))
    sitting.choose(Filters(kinds=frozenset({Kind.OVERLAP}), minimum_score=0.5))
    assert [stop.finding.id for stop in sitting.stops] == ["o"]


def test_from_a_finding_that_was_filtered_out_the_walk_goes_on_at_its_place() -> None:
    sitting = session(overlap("a", 0.9), overlap("b", 0.8, 50), overlap("c", 0.7, 99))
    sitting.go_to("b")
    sitting.judge("b", Verdict.DISMISSED)
    sitting.choose(Filters(hide_dismissed=True))
    assert sitting.position == (0, 2)
    assert name_of(sitting.step(1)) == "c"
    sitting.go_to("b")
    assert name_of(sitting.step(-1)) == "a"


def test_words_of_a_filter_are_looked_for_in_passages_reasons_notes_and_tags() -> None:
    sitting = session(
        finding("a", [("1", 0, 5), ("2", 0, 5)], text="the Harbour Bridge"),
        finding("b", [("1", 9, 15), ("2", 9, 15)], text="something else"),
    )
    sitting.note_finding("b", "compare with the bridge", ["opening"])
    sitting.choose(Filters(text="bridge"))
    assert len(sitting.stops) == 2
    sitting.choose(Filters(text="BRIDGE harbour"))
    assert [stop.finding.id for stop in sitting.stops] == ["a"]
    sitting.choose(Filters(text="opening"))
    assert [stop.finding.id for stop in sitting.stops] == ["b"]


def test_filters_say_in_words_what_they_admit() -> None:
    assert Filters().describe() == ""
    assert Filters(frozenset({Kind.OVERLAP}), 0.5, True, "x").describe() == (
        "only overlap, score from 0.5, dismissed hidden, with “x”"
    )


def test_a_type_is_left_out_and_one_that_comes_later_is_not() -> None:
    number = replace(contradiction("n", 0.9), type="number")
    denial = replace(contradiction("d", 0.8, 50), type="denial")
    sitting = session(number, denial)
    sitting.choose(Filters(hidden_types=frozenset({(Kind.CONTRADICTION, "number")})))
    assert [stop.finding.id for stop in sitting.stops] == ["d"]
    sitting.add_findings([replace(contradiction("a", 0.7, 99), type="account")])
    assert [stop.finding.id for stop in sitting.stops] == ["d", "a"]


def test_types_that_are_left_out_are_named_where_they_are_few() -> None:
    hidden = [(Kind.OVERLAP, "verbatim"), (Kind.CONTRADICTION, "date")]
    assert Filters(hidden_types=frozenset(hidden)).describe() == "without date, verbatim"
    hidden += [(Kind.CONTRADICTION, "name"), (Kind.CONTRADICTION, "number")]
    assert Filters(hidden_types=frozenset(hidden)).describe() == "without 4 types"
    only = frozenset({Kind.OVERLAP})
    assert Filters(only, hidden_types=frozenset(hidden)).describe() == "only overlap, without verbatim"


@pytest.fixture
def weak_are_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Contradictions with a score below .5 are not shown at first."""
    least = {Kind.CONTRADICTION: 0.5, Kind.OVERLAP: 0.0, Kind.UNIQUE: 0.0}
    monkeypatch.setattr(visibility, "DEFAULT_MINIMUM_SCORE", least)


@pytest.mark.usefixtures("weak_are_hidden")
def test_what_is_weak_for_its_kind_is_hidden_at_first_and_counted() -> None:
    sitting = session(contradiction("c", 0.9), contradiction("weak", 0.4, 50), overlap("o", 0.2, 99))
    assert [stop.finding.id for stop in sitting.stops] == ["c", "o"]
    assert sitting.weaker_hidden == 1
    sitting.choose(Filters(minimum_score=0.0))
    assert len(sitting.stops) == 3
    assert sitting.weaker_hidden == 0
    assert sitting.filters.describe() == "weaker ones too"


@pytest.mark.usefixtures("weak_are_hidden")
def test_only_what_other_filters_admit_counts_as_hidden_for_its_score() -> None:
    sitting = session(contradiction("weak", 0.4), overlap("o", 0.2, 99))
    sitting.choose(Filters(kinds=frozenset({Kind.OVERLAP})))
    assert sitting.weaker_hidden == 0


@pytest.mark.usefixtures("weak_are_hidden")
def test_weak_findings_that_arrive_are_counted_too() -> None:
    sitting = session(contradiction("c", 0.9))
    assert sitting.weaker_hidden == 0
    sitting.add_findings([contradiction("weak", 0.4, 50)])
    assert sitting.weaker_hidden == 1


@pytest.mark.usefixtures("weak_are_hidden")
def test_a_weak_finding_that_the_person_kept_is_shown_at_first() -> None:
    sitting = session(contradiction("weak", 0.4))
    sitting.judge("weak", Verdict.DISMISSED)
    assert sitting.stops == []
    sitting.judge("weak", Verdict.CONFIRMED)
    assert [stop.finding.id for stop in sitting.stops] == ["weak"]
    assert sitting.weaker_hidden == 0


def test_position_within_kind_counts_only_that_kind() -> None:
    sitting = session(contradiction("c", 0.9), overlap("a", 0.9, 50), overlap("b", 0.8, 99))
    sitting.go_to("b")
    assert sitting.position == (3, 3)
    assert sitting.position_within_kind() == (2, 2)
    assert sitting.count(Kind.OVERLAP) == 2


def test_findings_made_by_hand_are_walked_through_but_are_not_part_of_what_was_found() -> None:
    by_hand = replace(overlap("mine", 1.0, 200), origin=Origin.PERSON)
    sitting = session(overlap("a", 0.5), annotations=Annotations(findings=(by_hand,)))
    assert [f.id for f in sitting.findings] == ["mine", "a"]
    assert [f.id for f in sitting.comparison.findings] == ["a"]


def test_undoing_a_finding_made_by_hand_takes_it_out_of_the_walk() -> None:
    sitting = session(overlap("a", 0.5))
    by_hand = replace(overlap("mine", 1.0, 200), origin=Origin.PERSON)
    sitting.take_over(sitting.comparison, replace(sitting.annotations, findings=(by_hand,)))
    assert sitting.position.total == 2
    sitting.undo()
    assert sitting.position.total == 1
