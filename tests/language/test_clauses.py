"""The parts of a sentence that can stand for a claim."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.language.clauses import clauses_of
from readerapp.model import Span


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in clauses_of(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "marked",
    [
        "The bridge over the Senn fell on Sunday | but nobody was on it then.",
        "The mayor closed the old bridge for good; | the ferry will run every hour.",
        "Officials said on Monday | that the bridge had been closed for years.",
        "Orlan said | that the army had left the town.",
        "The bridge fell into the river, | killing at least five people.",
        "The mayor blamed the builders of the bridge, | who denied that they had saved on steel.",
        "The bridge was closed for two days | because the river had risen.",
        "Although the river rose by two metres, | the bridge was open all day.",
        "The storm tore down the old mill | and the mayor closed the school.",
        "She spoke to the council for an hour | and she promised to pay.",
        "The council paid for the whole of the bridge — | nobody knows what it cost.",
        "Four people were hurt on the bridge, | while two others were missing.",
        "The ferry was late on Sunday morning | after the captain fell ill.",
        "“The bridge was safe for those who walked across it on the Sunday of the storm,” | said the engineer of the town.",
        "The council gave one reason for its choice: | the bridge cost far too much.",
    ],
)
def test_a_sentence_is_cut_where_a_clause_starts(marked: str) -> None:
    parts = marked.split(" | ")
    assert found(" ".join(parts)) == [
        *(part.rstrip(",;:— ") if not part.endswith("”") else part for part in parts[:-1]),
        parts[-1],
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge fell.",
        "The mayor and the council were at the bridge on Sunday.",
        "The bridge, which was closed on Monday, fell into the river.",
        "Some forty people from the town, carrying all they had, left for the coast.",
        "She bought bread, butter, and a bag of red apples for them.",
        "He called it “a lie, but a good one” in the council on Monday.",
        "The man who was hurt on Sunday went home with his wife.",
        "The plan -- drawn up in May -- was dropped by the new council.",
        "Because of the storm the ferry stayed in the harbour of Senn.",
        "After the election the mayor of Tolvane moved to the coast.",
        "It cost 1,250,000 crowns or about 2.5 million euros in all.",
        "The Bank of Lund and Holm opened in the old town on Friday.",
    ],
)
def test_what_belongs_together_stays_together(sentence: str) -> None:
    assert found(sentence) == [sentence]


def test_no_clause_in_white_space() -> None:
    assert clauses_of("a  \n ", Span(1, 5)) == []


def test_offsets_are_those_of_the_text() -> None:
    text = "It rained. The bridge over the Senn fell on Sunday but nobody was on it then."
    clauses = clauses_of(text, Span(11, len(text)))
    assert [text[span.start : span.end] for span in clauses][1] == "but nobody was on it then."


@pytest.mark.parametrize(
    "piece", ["a, ", "said that ", ", which was ", '"a ', "( ", "— ", ", and the ", "' a"]
)
def test_an_endless_sentence_ends_soon(piece: str) -> None:
    text = piece * 5_000
    assert all(span.end <= len(text) for span in clauses_of(text, Span(0, len(text))))


PIECES = [
    "The mayor",
    "said",
    "that",
    ",",
    " ",
    "and he was",
    "but",
    "—",
    ";",
    '"',
    "“",
    "”",
    "(",
    ")",
    "killing",
    "1,000",
    "\n",
    "which",
    "é",
]
HOSTILE = st.lists(st.sampled_from([*PIECES, " "]), max_size=40).map("".join) | st.text(max_size=60)


@settings(deadline=None)
@given(HOSTILE, st.integers(0, 5))
def test_clauses_hold_all_of_the_sentence_but_separators(text: str, start: int) -> None:
    sentence = Span(min(start, len(text)), len(text))
    spans = clauses_of(text, sentence)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(sentence.start <= span.start < span.end <= sentence.end for span in spans)
    separators = str.maketrans("", "", ",;:–—-")
    covered = "".join(text[span.start : span.end] for span in spans)
    whole = text[sentence.start : sentence.end]
    assert "".join(covered.split()).translate(separators) == "".join(whole.split()).translate(separators)
