"""What a person found by themselves, tags, and dismissing many at once."""

from __future__ import annotations

import pytest
from session_samples import document, finding

from readerapp.model import Finding, Kind, Origin, Span, Verdict
from readerapp.session import Filters, KindAndType, Session
from readerapp.session.own_findings import REASON, likely_relation, own_finding, passage_of, why_not_related
from readerapp.session.weak_findings import WeakFindings

WHEN = "2026-01-02T03:04:05+00:00"
ONE = document("1", "The old mill burned for 3 hours.")
OTHER = document("2", "For 5 hours the old mill burned.")


def sitting(*found: Finding) -> Session:
    return Session((ONE, OTHER), findings=found, clock=lambda: WHEN)


def related(relation: KindAndType = (Kind.CONTRADICTION, "number"), reason: str = "3 or 5?") -> Finding:
    return own_finding(passage_of(OTHER, Span(4, 11)), passage_of(ONE, Span(24, 31)), relation, reason)


def test_a_finding_made_by_hand_has_origin_person_score_1_and_its_passages_in_order() -> None:
    made = related()
    assert (made.origin, made.score, made.kind, made.type) == (
        Origin.PERSON,
        1.0,
        Kind.CONTRADICTION,
        "number",
    )
    assert [(p.document, p.text) for p in made.passages] == [("1", "3 hours"), ("2", "5 hours")]


def test_without_a_reason_it_says_that_it_was_marked_by_hand() -> None:
    assert related(reason="  ").reason == REASON


def test_it_is_walked_to_and_judged_like_any_other() -> None:
    session = sitting(finding("a", [("1", 0, 5), ("2", 0, 5)]))
    made = related()
    session.keep_finding(made)
    assert session.step(1) == made
    session.judge(made.id, Verdict.CONFIRMED)
    assert session.annotations.review_of(made.id).verdict is Verdict.CONFIRMED
    assert session.comparison.findings == (session.finding("a"),)


def test_it_is_found_by_the_words_made_by_hand() -> None:
    session = sitting(finding("a", [("1", 0, 5), ("2", 0, 5)]))
    session.keep_finding(related())
    session.choose(Filters(text="made by hand"))
    assert len(session.stops) == 1


def test_removing_it_takes_its_verdict_along_and_undo_brings_both_back() -> None:
    session = sitting()
    made = related()
    session.keep_finding(made)
    session.judge(made.id, Verdict.UNSURE)
    session.remove_finding(made.id)
    assert session.annotations.is_empty
    assert session.finding(made.id) is None
    step = session.undo()
    assert step is not None
    assert step.finding == made.id
    assert session.finding(made.id) == made
    assert session.annotations.review_of(made.id).verdict is Verdict.UNSURE
    session.redo()
    assert session.annotations.is_empty


def test_undoing_to_the_beginning_takes_it_back() -> None:
    session = sitting()
    session.keep_finding(related())
    session.undo()
    assert session.findings == ()
    session.redo()
    assert len(session.findings) == 1


def test_changing_it_replaces_it_and_can_be_undone() -> None:
    session = sitting()
    made = related()
    session.keep_finding(made)
    changed = Finding(made.id, Kind.OVERLAP, "edited", 1.0, "Alike.", made.passages, Origin.PERSON)
    session.keep_finding(changed)
    assert session.findings == (changed,)
    session.undo()
    assert session.findings == (made,)


def test_keeping_the_same_again_is_no_change() -> None:
    session = sitting()
    made = related()
    session.keep_finding(made)
    session.keep_finding(made)
    session.undo()
    assert not session.history.can_undo


def test_a_passage_is_not_related_to_one_that_it_lies_upon() -> None:
    one, upon, beside = (passage_of(ONE, Span(*place)) for place in ((0, 7), (4, 12), (8, 12)))
    assert why_not_related(one, upon) is not None
    assert why_not_related(one, beside) is None
    assert why_not_related(one, passage_of(OTHER, Span(0, 7))) is None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The gate was shut.", "the gate was shut", (Kind.OVERLAP, "verbatim")),
        ("Nine boats were lost off the cape", "Ten boats were lost off the cape", (Kind.OVERLAP, "edited")),
        (
            "There were 9 boats off the cape",
            "There were 10 boats off the cape",
            (Kind.CONTRADICTION, "number"),
        ),
        ("The baker saw it all.", "No witness has come forward.", (Kind.CONTRADICTION, "account")),
    ],
)
def test_the_relation_that_is_proposed(left: str, right: str, expected: KindAndType) -> None:
    documents = document("1", left), document("2", right)
    passages = [passage_of(each, Span(0, len(each.text))) for each in documents]
    assert likely_relation(passages) == expected


def test_tags_that_were_used_are_known_the_most_used_first() -> None:
    session = sitting(finding("a", [("1", 0, 5), ("2", 0, 5)]), finding("b", [("1", 6, 9), ("2", 6, 9)]))
    session.note_finding("a", "", ["time", "Fire"])
    session.note_finding("b", "", ["time"])
    session.note_passages([("1", Span(0, 3))], "", ["archive"])
    assert session.tags == ("time", "archive", "Fire")


def test_many_are_dismissed_in_one_step_that_one_undo_takes_back() -> None:
    found = [finding(str(n), [("1", n, n + 1), ("2", n, n + 1)], score=n / 10) for n in range(1, 10)]
    session = sitting(*found)
    session.judge("1", Verdict.CONFIRMED)
    before = session.annotations
    weak = WeakFindings(session.findings, session.annotations)
    each = (Kind.OVERLAP, "verbatim")
    assert (weak.total(each), weak.count_below(each, 0.5)) == (8, 3)
    session.dismiss_all(weak.below(each, 0.5))
    dismissed = {
        name for name, review in session.annotations.reviews.items() if review.verdict == "dismissed"
    }
    assert dismissed == {"2", "3", "4"}
    assert session.annotations.review_of("1").verdict is Verdict.CONFIRMED
    step = session.undo()
    assert step is not None
    assert step.description == "3 findings dismissed together"
    assert session.annotations == before


def test_dismissing_many_keeps_their_notes_and_tags() -> None:
    session = sitting(finding("a", [("1", 0, 5), ("2", 0, 5)]))
    session.note_finding("a", "look again", ["later"])
    session.dismiss_all(["a"])
    review = session.annotations.review_of("a")
    assert (review.verdict, review.note, review.tags) == (Verdict.DISMISSED, "look again", ("later",))


def test_what_a_person_made_is_never_among_the_weak() -> None:
    session = sitting()
    session.keep_finding(related())
    assert WeakFindings(session.findings, session.annotations).types == ()
