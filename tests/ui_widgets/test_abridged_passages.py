"""Passages in a small panel: what stands out stays, the middle of equal stretches goes."""

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from rich.text import Text

from readerapp.model import Span
from readerapp.ui.widgets.abridging import abridged

WORDS = " ".join(f"word{number}" for number in range(100))


def test_a_passage_in_which_nothing_stands_out_keeps_its_beginning_and_its_end() -> None:
    shown = abridged(Text(WORDS), [], 120, Style()).plain
    assert shown.startswith("word0 word1 ")
    assert " … " in shown
    assert shown.endswith(" word98 word99")
    assert len(shown) < 150


def test_what_stands_out_is_kept_with_the_words_around_it() -> None:
    place = WORDS.index("word50")
    shown = abridged(Text(WORDS), [Span(place, place + 6)], 60, Style()).plain
    assert "word49 word50 word51" in shown
    assert shown.count(" … ") == 2


def test_styles_stay_with_their_words() -> None:
    text = Text(WORDS)
    place = WORDS.index("word50")
    text.stylize("bold", place, place + 6)
    shown = abridged(text, [Span(place, place + 6)], 60, Style())
    (span,) = [span for span in shown.spans if span.style == "bold"]
    assert shown.plain[span.start : span.end] == "word50"


@given(
    st.text(alphabet="ab ", max_size=300),
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 20)), max_size=4),
    st.integers(1, 200),
)
def test_nothing_that_stands_out_is_left_out(plain: str, places: list[tuple[int, int]], room: int) -> None:
    spans = [Span(min(start, len(plain)), min(start + size, len(plain))) for start, size in places]
    shown = abridged(Text(plain), spans, room, Style()).plain
    for span in spans:
        assert plain[span.start : span.end] in shown


def test_text_without_spaces_is_abridged_too_and_no_character_of_it_is_cut() -> None:
    plain = "が" * 400 + "か\u3099" * 400
    shown = abridged(Text(plain), [Span(395, 402)], 60, Style()).plain
    assert plain[395:402] in shown
    assert len(shown) < 200
    assert not any(part.strip().startswith("\u3099") for part in shown.split("…"))
