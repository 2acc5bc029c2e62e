"""Which panes stand side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readerapp.ui.pane_layout import capacity, visible_panes


def test_two_panes_fit_into_80_columns_and_one_into_40() -> None:
    assert capacity(80) == 2
    assert capacity(40) == 1
    assert capacity(10) == 1


def test_all_panes_are_shown_where_there_is_room() -> None:
    assert visible_panes(3, 120, 0) == (0, 1, 2)


def test_with_less_room_the_focused_pane_and_its_neighbour_are_shown() -> None:
    assert visible_panes(4, 80, 0) == (0, 1)
    assert visible_panes(4, 80, 3) == (2, 3)


def test_panes_that_matter_come_before_those_that_were_there() -> None:
    assert visible_panes(4, 80, 0, wanted=[3], before=(0, 1)) == (0, 3)


def test_panes_stay_where_there_is_room_for_them() -> None:
    assert visible_panes(4, 80, 0, before=(0, 3)) == (0, 3)


def test_a_zoomed_pane_is_alone() -> None:
    assert visible_panes(4, 250, 2, zoomed=True) == (2,)


@given(st.integers(1, 12), st.integers(1, 400), st.data())
def test_the_focused_pane_is_always_shown_and_room_is_used(
    total: int, width: int, data: st.DataObject
) -> None:
    indices = st.integers(0, total - 1)
    focused = data.draw(indices)
    wanted, before = data.draw(st.sets(indices)), data.draw(st.lists(indices, unique=True))
    shown = visible_panes(total, width, focused, wanted=wanted, before=before)
    assert focused in shown
    assert list(shown) == sorted(set(shown))
    assert len(shown) == min(total, capacity(width))
