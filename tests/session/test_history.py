"""Undo and redo of anything, in any order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readerapp.model import Annotations, Finding, Kind, Note, Origin, Review, Verdict
from readerapp.session.history import MAXIMUM_STEPS, History

VERDICTS = st.sampled_from([None, *Verdict])
NAMES = st.sampled_from("abcd")


def noted(annotations: Annotations, name: str, text: str) -> Annotations:
    return annotations.with_note(Note(name, (), text))


def found(annotations: Annotations, name: str, reason: str) -> Annotations:
    return annotations.with_finding(Finding(name, Kind.OVERLAP, "edited", 1.0, reason, (), Origin.PERSON))


CHANGES = st.one_of(
    st.builds(lambda name, verdict: lambda known: known.with_review(name, Review(verdict)), NAMES, VERDICTS),
    st.builds(
        lambda names, verdict: lambda known: known.with_reviews(dict.fromkeys(names, Review(verdict))),
        st.sets(NAMES),
        VERDICTS,
    ),
    st.builds(lambda name, text: lambda known: noted(known, name, text), NAMES, st.text(max_size=2)),
    st.builds(lambda name: lambda known: known.without_note(name), NAMES),
    st.builds(lambda name, text: lambda known: found(known, name, text), NAMES, st.text(max_size=2)),
    st.builds(lambda name: lambda known: known.without_finding(name), NAMES),
)


@given(st.lists(CHANGES, max_size=12), st.lists(st.booleans(), max_size=30))
def test_every_state_comes_back_however_often_it_is_left(changes: list, walk: list[bool]) -> None:  # type: ignore[type-arg]
    history = History(Annotations())
    states = [history.annotations]
    for number, change in enumerate(changes):
        history.change(change(history.annotations), f"step {number}")
        states.append(history.annotations)
    place = len(changes)
    for back in walk:
        step = history.undo() if back else history.redo()
        if step is not None:
            place += -1 if back else 1
            assert step.description == f"step {place if back else place - 1}"
        assert history.annotations == states[place]
        assert (history.can_undo, history.can_redo) == (place > 0, place < len(changes))


def test_a_step_holds_only_what_it_changed() -> None:
    many = {str(number): Review(Verdict.DISMISSED) for number in range(1000)}
    history = History(Annotations().with_reviews(many))
    for number in range(MAXIMUM_STEPS + 10):
        history.change(history.annotations.with_review(str(number), Review(Verdict.UNSURE)), "unsure")
    held = sum(len(change.before.reviews) for change in history._done)
    assert held == MAXIMUM_STEPS
