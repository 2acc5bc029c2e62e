"""A comparison of two invented articles, and strategies that make comparisons of any text."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import replace
from types import MappingProxyType

from hypothesis import strategies as st

from readerapp.model import (
    Annotations,
    Comparison,
    Document,
    Finding,
    Kind,
    Note,
    Notice,
    Origin,
    Passage,
    Review,
    Settings,
    Span,
    Verdict,
)
from readerapp.sources.cleaning import clean_text

FIRST = """Ferry runs aground off Hallen

The ferry Marisol ran aground on Tuesday night with 112 people on board, the harbour master said.

“Nobody was hurt and nobody was ever in danger,” said Ines Okoro, who was on the bridge.
"""
SECOND = """Questions after the grounding

With 121 people on board, the Marisol ran aground on Tuesday night.

“Nobody was hurt, and nobody was in danger,” said Ines Okoro.

The lighthouse at Hallen had been dark for a week.
"""


def document(identity: str, text: str, **more: object) -> Document:
    data = text.encode()
    made = Document(
        text=text,
        source=f"{'abcdefgh'[int(identity) - 1]}.txt",
        id=identity,
        title=text.split("\n")[0],
        sha256=hashlib.sha256(b"bytes" + data).hexdigest(),
        text_sha256=hashlib.sha256(data).hexdigest(),
        language="en",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def passage(
    article: Document,
    words: str,
    *,
    cues: tuple[str, ...] = (),
    speaker: str | None = None,
    quotation: bool = False,
) -> Passage:
    start = article.text.index(words)
    spans = []
    for cue in cues:
        place = article.text.index(cue, start)
        spans.append(Span(place, place + len(cue)))
    return Passage(article.id, start, start + len(words), words, speaker, quotation, tuple(spans))


def sample_comparison() -> Comparison:
    """Two articles, with a finding of each kind and a notice."""
    one = document("1", FIRST, author="Lena Brandt", published="2026-02-03")
    other = document("2", SECOND, media_type="text/html", extractor="trafilatura", extractor_version="2.3.1")
    said = "Ines Okoro"
    findings = (
        Finding(
            "contradiction-0a1b",
            Kind.CONTRADICTION,
            "number",
            0.91,
            "One says 112 people, the other 121.",
            (
                passage(one, "with 112 people on board", cues=("112",)),
                passage(other, "With 121 people on board", cues=("121",)),
            ),
        ),
        Finding(
            "overlap-2c3d",
            Kind.OVERLAP,
            "edited",
            0.84,
            "Most of the words agree.",
            (
                passage(one, "Nobody was hurt and nobody was ever in danger,", speaker=said, quotation=True),
                passage(other, "Nobody was hurt, and nobody was in danger,", speaker=said, quotation=True),
            ),
        ),
        Finding(
            "overlap-4e5f",
            Kind.OVERLAP,
            "verbatim",
            0.6,
            "The same 5 words stand in articles 1 and 2.",
            (
                passage(one, "ran aground on Tuesday night"),
                passage(other, "ran aground on Tuesday night"),
            ),
        ),
        Finding(
            "unique-6a7b",
            Kind.UNIQUE,
            "only-here",
            0.55,
            "No other article says so.",
            (passage(other, "The lighthouse at Hallen had been dark for a week."),),
        ),
    )
    notices = (Notice("encoding-guessed", "The encoding was guessed.", "2"),)
    return Comparison((one, other), findings, notices)


def sample_annotations(comparison: Comparison) -> Annotations:
    """A verdict, a note and tags on findings, a note on text, and a finding made by hand."""
    one, other = comparison.documents
    time = "2026-02-04T09:30:00+00:00"
    by_hand = Finding(
        "overlap-by-hand",
        Kind.OVERLAP,
        "paraphrase",
        1.0,
        "Marked by hand.",
        (passage(one, "Ferry runs aground"), passage(other, "the grounding")),
        Origin.PERSON,
    )
    note = Note(
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        (passage(one, "the harbour master said"),),
        "Who is that?\nAsk the port.",
        ("to do",),
        created=time,
        modified=time,
    )
    reviews = {
        "contradiction-0a1b": Review(Verdict.CONFIRMED, ("numbers", "check"), "Digits swapped?", time),
        "overlap-4e5f": Review(Verdict.DISMISSED, modified=time),
    }
    return Annotations(MappingProxyType(reviews), (note,), (by_hand,))


_CHARACTERS = st.one_of(
    st.sampled_from(" \n\taeiou.,“”'\"[]<>&*_`#|\\"),
    st.sampled_from("e\u0301 👩‍👩‍👧 🇩🇪 한국 กำ 漢字 \u00ad\u200b"),
    st.characters(blacklist_categories=["Cs"]),
)
texts = st.text(_CHARACTERS, min_size=1, max_size=120).map(clean_text).filter(bool)
"""Texts in the form that every offset refers to."""

lines = st.text(st.sampled_from("abc é漢🇩“”<>[]*|#/.&"), max_size=12).map(str.strip)
"""Titles, names, reasons."""

_times = st.sampled_from([None, "2026-02-04T09:30:00+00:00", "2025-12-31T23:59:59.123456+00:00"])


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, ...]:
    made = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        optional = st.none() | lines
        text = draw(texts)
        made.append(
            Document(
                text=text,
                source=draw(st.sampled_from(["-", "a.txt", "x/b.txt", "https://example.org/?a=ö#b"])),
                id=str(number),
                title=draw(lines),
                media_type=draw(st.sampled_from(["text/plain", "text/html"])),
                language=draw(st.sampled_from([None, "en", "ja"])),
                sha256=hashlib.sha256(text.encode()).hexdigest(),
                text_sha256=hashlib.sha256(text.encode()).hexdigest(),
                author=draw(optional),
                published=draw(optional),
                retrieved=draw(optional),
                extractor_version=draw(lines),
                notices=tuple(draw(st.lists(_notices(str(number)), max_size=1))),
            )
        )
    return tuple(made)


def _notices(identity: str | None) -> st.SearchStrategy[Notice]:
    return st.builds(Notice, lines, lines.map(lambda text: text.replace("/", "")), st.just(identity))


@st.composite
def _spans(draw: st.DrawFn, text: str) -> Span:
    ends = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    return Span(*ends)


@st.composite
def _passages(draw: st.DrawFn, articles: tuple[Document, ...]) -> Passage:
    article = draw(st.sampled_from(articles))
    span = draw(_spans(article.text))
    return Passage(
        article.id,
        span.start,
        span.end,
        article.text[span.start : span.end],
        draw(st.none() | lines),
        draw(st.booleans()),
        tuple(draw(st.lists(_spans(article.text), max_size=2))),
    )


@st.composite
def _findings(draw: st.DrawFn, articles: tuple[Document, ...], identity: str, origin: Origin) -> Finding:
    return Finding(
        identity,
        draw(st.sampled_from(Kind)),
        draw(lines),
        draw(st.floats(0, 1)),
        draw(lines),
        tuple(draw(st.lists(_passages(articles), min_size=2, max_size=3))),
        origin,
        draw(_times) if origin is Origin.PERSON else None,
    )


@st.composite
def comparisons(draw: st.DrawFn) -> tuple[Comparison, Annotations]:
    """A comparison of any texts, and what a person may have added to it."""
    articles = draw(documents())
    names = draw(st.lists(lines.filter(bool), unique=True, max_size=5))
    made = [draw(_findings(articles, name, Origin.FOUND)) for name in names]
    by_hand = [draw(_findings(articles, "made/" + name, Origin.PERSON)) for name in names[:1]]
    made.sort(key=Finding.sort_key)
    notices = tuple(draw(st.lists(_notices(None), max_size=2)))
    comparison = Comparison(articles, tuple(made), notices, Settings(draw(st.booleans())))
    reviews = {
        name: draw(
            st.builds(
                Review,
                st.none() | st.sampled_from(Verdict),
                st.lists(lines, max_size=2).map(tuple),
                texts | st.just(""),
                _times,
            ).filter(lambda review: not review.is_empty)
        )
        for name in draw(st.sets(st.sampled_from([*names, "made by nobody"])))
    }
    notes = tuple(
        Note(
            str(uuid.UUID(int=draw(st.integers(0, 2**128 - 1)))),
            tuple(draw(st.lists(_passages(articles), max_size=2))),
            draw(texts | st.just("")),
            tuple(draw(st.lists(lines, max_size=2))),
            draw(_times),
            draw(_times),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    notes = tuple({note.id: note for note in notes}.values())
    return comparison, Annotations(MappingProxyType(reviews), notes, tuple(by_hand))
