"""The list of everything that a person added: which of it is wanted, and in which order."""

from __future__ import annotations

import itertools

import pytest
from session_samples import document, finding

from readerapp.model import Kind, Span, Verdict
from readerapp.session import Session
from readerapp.session.own_findings import own_finding, passage_of
from readerapp.session.remarks import Choice, Order, following, remarks_of, sorts_of, tags_of, verdicts_of

ONE = document("1", "A pier, a crane and a shed stood there until the storm.")
OTHER = document("2", "Of the pier nothing was left after the night.")


@pytest.fixture
def sitting() -> Session:
    minutes = itertools.count()
    found = (
        finding("same", [("1", 0, 6), ("2", 3, 11)]),
        finding("clash", [("1", 8, 15), ("2", 12, 19)], kind=Kind.CONTRADICTION),
        finding("alone", [("1", 20, 26)], kind=Kind.UNIQUE),
    )
    session = Session(
        (ONE, OTHER), findings=found, clock=lambda: f"2026-01-02T03:{next(minutes):02}:00+00:00"
    )
    session.judge("same", Verdict.DISMISSED)
    session.judge("clash", Verdict.CONFIRMED)
    session.note_finding("clash", "which crane?", ["crane", "ask"])
    session.note_passages([("2", Span(39, 44))], "how late?", ["Night"])
    made = own_finding(
        passage_of(ONE, Span(40, 54)),
        passage_of(OTHER, Span(29, 44)),
        (Kind.OVERLAP, "paraphrase"),
        "One storm.",
    )
    session.keep_finding(made)
    return session


def shown(session: Session, choice: Choice) -> list[str]:
    names = {session.annotations.notes[0].id: "note", session.annotations.findings[0].id: "own"}
    return [names.get(remark.id, remark.id) for remark in choice.of(remarks_of(session))]


def test_everything_is_listed_in_the_order_of_the_text(sitting: Session) -> None:
    assert shown(sitting, Choice()) == ["same", "clash", "own", "note"]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(document="1"), ["same", "clash", "own"]),
        (Choice(document="2"), ["same", "clash", "own", "note"]),
        (Choice(sort="note"), ["note"]),
        (Choice(sort="overlap"), ["same", "own"]),
        (Choice(verdict="confirmed"), ["clash"]),
        (Choice(verdict="without a verdict"), ["own", "note"]),
        (Choice(tag="ask"), ["clash"]),
        (Choice(text="CRANE which"), ["clash"]),
        (Choice(text="#nig"), ["note"]),
        (Choice(text="#crane which"), ["clash"]),
        (Choice(text="made by hand"), ["own"]),
        (Choice(text="storm."), ["own"]),
        (Choice(sort="overlap", verdict="dismissed"), ["same"]),
        (Choice(sort="note", tag="ask"), []),
    ],
    ids=lambda value: value.describe() or value.text if isinstance(value, Choice) else "",
)
def test_it_is_filtered(sitting: Session, choice: Choice, expected: list[str]) -> None:
    assert shown(sitting, choice) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.TIME, ["note", "clash", "same", "own"]),
        (Order.KIND, ["note", "clash", "same", "own"]),
        (Order.VERDICT, ["clash", "same", "own", "note"]),
    ],
)
def test_it_is_sorted(sitting: Session, order: Order, expected: list[str]) -> None:
    assert shown(sitting, Choice(order=order)) == expected


def test_what_can_be_chosen_is_what_occurs(sitting: Session) -> None:
    remarks = remarks_of(sitting)
    assert sorts_of(remarks) == ("note", "contradiction", "overlap")
    assert verdicts_of(remarks) == ("confirmed", "dismissed", "without a verdict")
    assert tags_of(remarks) == ("ask", "crane", "Night")


def test_values_are_gone_through_one_by_one_and_then_none_is_chosen() -> None:
    assert [following(("a", "b"), value) for value in (None, "a", "b", "gone")] == ["a", "b", None, "a"]
    assert following((), None) is None


def test_a_time_that_cannot_be_read_counts_as_unknown(sitting: Session) -> None:
    sitting.clock = lambda: "some day"
    sitting.judge("alone", Verdict.UNSURE)
    assert shown(sitting, Choice(order=Order.TIME))[-2:] == ["alone", "own"]


def test_a_choice_says_what_it_is() -> None:
    choice = Choice("2", "note", None, "ask", "words", Order.TIME)
    assert choice.describe() == "article 2, note, #ask, by time"
    assert Choice().describe() == ""
