"""Passages that lie upon one another in any way, and the paragraphs and bars that they are shown in."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from readerapp.model import Span
from readerapp.reports.html.highlights import STRENGTH, Highlight, pieces
from readerapp.reports.html.overview import PARTS, bars
from readerapp.reports.html.paragraphs import LONGEST, paragraphs

LENGTH = 40


def highlight(start: int, end: int, kind: str = "o", **more: object) -> Highlight:
    name = f"{kind}{start}-{end}"
    return Highlight(Span(start, end), kind, name, f"p{name}", name, name, **more)  # type: ignore[arg-type]


HIGHLIGHTS = st.lists(
    st.builds(
        lambda start, length, kind, is_dismissed, cue: highlight(
            start, min(LENGTH, start + length), kind, is_dismissed=is_dismissed, cues=(Span(cue, cue + 2),)
        ),
        st.integers(0, LENGTH),
        st.integers(0, LENGTH),
        st.sampled_from(list(STRENGTH)),
        st.booleans(),
        st.integers(0, LENGTH),
    ),
    max_size=12,
)


@given(HIGHLIGHTS)
def test_every_place_is_in_one_piece_that_knows_all_that_covers_it(highlights: list[Highlight]) -> None:
    made = list(pieces(highlights))
    assert all(before.end <= after.start for before, after in pairwise(made))
    classes: dict[int, set[str]] = {}
    for piece in made:
        assert piece.start < piece.end
        for place in range(piece.start, piece.end):
            classes[place] = set(piece.classes.split())
    for place in range(LENGTH):
        covering = [h for h in highlights if h.span.start <= place < h.span.end]
        live = [h for h in covering if not h.is_dismissed]
        expected = {h.kind for h in live} or ({"x"} if covering else set())
        if any(cue.start <= place < cue.end for h in live for cue in h.cues):
            expected.add("q")
        assert classes.get(place, set()) == expected


@given(HIGHLIGHTS)
def test_a_piece_leads_to_the_strongest_and_then_the_shortest_passage(highlights: list[Highlight]) -> None:
    for piece in pieces(highlights):
        covering = [h for h in highlights if h.span.start <= piece.start and piece.end <= h.span.end]
        best = min((-STRENGTH[h.kind] if not h.is_dismissed else 0, h.span.length) for h in covering)
        targets = {
            h.target
            for h in covering
            if (-STRENGTH[h.kind] if not h.is_dismissed else 0, h.span.length) == best
        }
        assert piece.target in targets


def test_twenty_thousand_passages_within_one_another_take_no_more_pieces_than_bounds() -> None:
    nested = [highlight(n, 100_000 - n) for n in range(20_000)]
    assert len(list(pieces(nested))) == 2 * 20_000 - 1


# Paragraphs


@given(st.text(st.sampled_from("ab \n\té漢"), max_size=400))
def test_paragraphs_hold_everything_but_white_space_in_order(text: str) -> None:
    place = 0
    for paragraph in paragraphs(text):
        assert not text[place : paragraph.start].strip()
        assert paragraph.start < paragraph.end
        place = paragraph.end
    assert not text[place:].strip()


def test_lines_that_were_broken_at_a_fixed_width_flow_and_verses_do_not() -> None:
    broken = (
        "\n".join(["the keeper of the lamp wrote down every ship that passed the cape"] * 3) + "\nat night."
    )
    verse = "The lamp was low,\nthe ship was slow."
    assert [p.flows for p in paragraphs(f"{broken}\n\n{verse}")] == [True, False]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    line = "The keeper wrote down every ship. " * 5
    assert len(list(paragraphs(f"{line}\n{line}\n{line}"))) == 3


def test_nothing_is_longer_than_a_browser_lays_out_at_once() -> None:
    for text in ("word " * 10_000, "漢" * 20_000, "a short line\n" * 2_000):
        made = list(paragraphs(text))
        assert max(p.end - p.start for p in made) <= LONGEST + 20
        assert [p.goes_on for p in made[-2:]] == [True, False]


# The overview


def test_bars_stand_in_lanes_where_their_findings_lie() -> None:
    made = bars(PARTS * 10, [highlight(0, 20, "c"), highlight(15, 40), highlight(100, 101, "u")])
    assert [(bar.kind, bar.lane, bar.start, bar.width) for bar in made] == [
        ("c", 0, 0, 2),
        ("o", 1, 1, 3),
        ("u", 2, 10, 1),
    ]


@given(HIGHLIGHTS)
def test_bars_never_leave_the_strip(highlights: list[Highlight]) -> None:
    for bar in bars(LENGTH, highlights):
        assert 0 <= bar.start < bar.start + bar.width <= PARTS
