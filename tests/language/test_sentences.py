"""Where sentences start and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.language import sentences
from readerapp.language.sentences import sentences_of


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences_of(text)]


@pytest.fixture(params=["syntok", "expression"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every test runs with both ways of proposing boundaries."""
    if request.param == "expression":
        monkeypatch.setattr(sentences, "LONGEST_FOR_SYNTOK", -1)
    return str(request.param)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Orlan met Sen. Ada Holt and Gov. Ruiz on Monday.",
        "The U.S. Navy sent two ships to St. Mary Island.",
        "It is No. 5 on the list of towns.",
        "The ferry left at 5 p.m. on Friday.",
        "J. K. Moore and George R. Lund wrote the report.",
        '"We will stay," said Rep. Lund.',
        '"Will it hold?" the engineer asked.',
        '"Will it hold?" Lund asked on Tuesday.',
        "It cost $1.5 million, up 3.4 percent.",
        "KYIV, Ukraine (AP) — The bridge was closed on Sunday.",
        "He came and. you know... went on.",
        "They met on Jan. 5 and on Sept. 7 in Ohio.",
        "The firm, Lund & Co. Holdings, is based in Senn, Calif. and Ohio.",
        "A STORM HIT THE U.S. COAST.",
        "She moved to Washington, D.C. Mayor Lund said so.",
    ],
)
def test_one_sentence_stays_one(sentence: str) -> None:
    assert found(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor left. He came back.", ["The mayor left.", "He came back."]),
        ("“Go home.” She left.", ["“Go home.”", "She left."]),
        ("“Go home”. She left.", ["“Go home”.", "She left."]),
        ('She said: "Go home." Then she left.', ['She said: "Go home."', "Then she left."]),
        ("It was made in the U.S. The army bought it.", ["It was made in the U.S.", "The army bought it."]),
        ("He left at 5 p.m. Then it rained.", ["He left at 5 p.m.", "Then it rained."]),
        ("She spoke for Lund Inc. The firm denied it.", ["She spoke for Lund Inc.", "The firm denied it."]),
        ("WHAT? THE BRIDGE FELL. THE END.", ["WHAT?", "THE BRIDGE FELL.", "THE END."]),
        ("He paid 3.50. She paid nothing.", ["He paid 3.50.", "She paid nothing."]),
        ("橋が落ちた。市長は去った。", ["橋が落ちた。", "市長は去った。"]),
        ("पुल गिर गया। महापौर चले गए।", ["पुल गिर गया।", "महापौर चले गए।"]),
        ("Der Damm brach. Niemand wurde verletzt.", ["Der Damm brach.", "Niemand wurde verletzt."]),
        ("It fell! Why? Nobody knew.", ["It fell!", "Why?", "Nobody knew."]),
    ],
)
def test_sentences_are_told_apart(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_closing_mark_after_a_space_stays_with_what_it_closes() -> None:
    assert found('"How sad!" he wrote . " It rained.')[0].startswith('"How sad!" he wrote .')
    assert found('He wrote "it is late. " It rained.') == ['He wrote "it is late. "', "It rained."]


def test_a_blank_line_ends_a_sentence() -> None:
    assert found("The bridge over the\n \nriver fell") == ["The bridge over the", "river fell"]


def test_a_line_break_in_a_wrapped_paragraph_ends_nothing() -> None:
    text = (
        "The long bridge over the wide river Senn, which the men of\n"
        "Tolvane built in a single summer, fell on the morning after\n"
        "Easter when nobody was on it. The mayor of the town said on\n"
        "Monday that it would be built again."
    )
    assert len(found(text)) == 2


def test_a_headline_a_byline_and_the_text_are_three() -> None:
    text = "Bridge Falls Into Senn River\nBy Anna Holm\nThe bridge fell on Sunday. Nobody was hurt."
    assert found(text) == [
        "Bridge Falls Into Senn River",
        "By Anna Holm",
        "The bridge fell on Sunday.",
        "Nobody was hurt.",
    ]


def test_items_of_a_list_are_sentences() -> None:
    assert found("What fell:\n- the bridge\n- the mill\n1. one wall\n* a roof") == [
        "What fell:",
        "- the bridge",
        "- the mill",
        "1. one wall",
        "* a roof",
    ]


def test_an_abbreviation_cut_off_at_the_end_is_kept() -> None:
    assert found('It is over. "We won," said Sen.') == ["It is over.", '"We won," said Sen.']


def test_no_sentences_in_nothing() -> None:
    assert found("") == found(" \n\n\t") == []


def test_syntok_failing_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(tokens: object) -> None:
        raise IndexError

    monkeypatch.setattr("syntok.segmenter.segment", fail)
    assert found("It fell. Nobody knew.") == ["It fell.", "Nobody knew."]


@pytest.mark.parametrize(
    "text", ["!" * 200_000, "! " * 50_000, "\n \n" * 50_000, '("' * 50_000, "U.S. The " * 5_000]
)
def test_hostile_texts_end_soon(text: str) -> None:
    assert sum(span.end - span.start for span in sentences_of(text)) <= len(text)


HOSTILE = st.text(st.sampled_from("aB1 .\n\"”“’'()-—!?,。Mr\u200b\u0301"), max_size=80) | st.text(max_size=60)


@settings(deadline=None)
@given(HOSTILE)
def test_every_character_but_white_space_is_in_one_sentence(text: str) -> None:
    spans = sentences_of(text)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    covered = "".join(text[span.start : span.end] for span in spans)
    assert "".join(covered.split()) == "".join(text.split())
    for span in spans:
        sentence = text[span.start : span.end]
        assert sentence
        assert sentence == sentence.strip()
        assert "\n\n" not in sentence
