"""The report for people: what stands in it, and that no article can change how it looks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from comparison_samples import document, passage, sample_annotations, sample_comparison
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from readerapp import __version__
from readerapp.model import Annotations, Comparison, Finding, Kind, Note, Notice, Passage, Review, Span
from readerapp.reports import render
from readerapp.reports.markdown_text import escaped, escaped_lines
from readerapp.sources.cleaning import clean_text

COMPARISON = sample_comparison()
ANNOTATIONS = sample_annotations(COMPARISON)
GOLDEN = Path(__file__).parent / "golden"
PARSER = MarkdownIt("gfm-like", {"linkify": False})


def markdown(comparison: Comparison = COMPARISON, annotations: Annotations = ANNOTATIONS) -> str:
    return render(comparison, annotations, name="markdown")


def test_the_report_is_as_it_is_expected_to_be() -> None:
    text = markdown().replace(f"reader {__version__}", "reader VERSION")
    assert text == (GOLDEN / "report.md").read_text(encoding="utf-8")


def test_both_passages_are_quoted_with_the_article_and_the_line() -> None:
    text = markdown()
    assert "Article 1, a.txt, line 5, said by Ines Okoro, in quotation marks:\n\n> Nobody was hurt" in text
    assert "Article 2, b.txt, line 5" in text


def test_the_words_that_differ_are_bold() -> None:
    assert "> Nobody was hurt and nobody was **ever** in danger," in markdown()
    assert "> with **112** people on board" in markdown()


def test_verdict_note_tags_and_notices_are_told() -> None:
    text = markdown()
    assert "### 1. Number · very likely (0.91) · **confirmed**" in text
    assert "> Digits swapped?" in text
    assert "Tags: numbers, check" in text
    assert "- article 2, b.txt: The encoding was guessed." in text


def test_a_contradiction_is_reported_with_its_type_reason_score_in_words_speakers_and_cues() -> None:
    one = document("1", "The council sold the ferry in March.")
    other = document("2", "“We never sold the ferry,” said Ida Marlow.")
    denied = Finding(
        "d",
        Kind.CONTRADICTION,
        "denial",
        0.72,
        "1 reports it, Ida Marlow denies it.",
        (
            passage(one, "The council sold the ferry in March.", cues=("sold",)),
            passage(
                other, "We never sold the ferry", cues=("never sold",), speaker="Ida Marlow", quotation=True
            ),
        ),
    )
    text = markdown(Comparison((one, other), (denied,)), Annotations())
    assert "### 1. Denial · likely (0.72)\n\n1 reports it, Ida Marlow denies it." in text
    assert "Article 1, a.txt, line 1:\n\n> The council **sold** the ferry in March." in text
    assert (
        "Article 2, b.txt, line 1, said by Ida Marlow, in quotation marks:\n\n> We **never sold** the ferry"
    ) in text


def test_a_comparison_without_findings_says_so() -> None:
    assert "No findings." in markdown(Comparison(COMPARISON.documents), Annotations())


# Text of strangers

HOSTILE = [
    "<script>alert(1)</script>",
    "`code` and ```\nfence\n```",
    "a | b | c",
    "# heading\n## another",
    "[x](javascript:alert(1)) ![y](http://example.org/z.png)",
    "[ref]\n\n[ref]: http://example.org",
    "<http://example.org> <ann@example.org>",
    "&lt;b&gt; &#60; &copy;",
    "* one\n- two\n+ three\n1. four\n2) five",
    "> quoted",
    "text\n===\ntext\n---\n\n***\n___",
    "    indented\n\tby a tab",
    "**bold** _emphasis_ ~~struck~~ snake_case_word",
    "| a |\n|---|\n| b |",
    ":--\n:-:",
    "trailing backslash\\\nnext  \nlast",
    "$x$ \\[ \\* \\\\",
    "- [ ] task",
    "[^1]\n\n[^1]: note",
    "<!-- hidden -->",
]


def shown(tokens: list[Token]) -> str:
    """The text that a viewer would show."""
    pieces = []
    for token in tokens:
        if token.type == "inline":
            pieces += [child.content for child in token.children or () if child.type == "text"]
        assert token.type not in {"html_block", "fence", "code_block", "hr"}, token
        for child in token.children or ():
            assert child.type in {"text", "softbreak", "strong_open", "strong_close"}, child
    return "".join(pieces)


def words(text: str) -> str:
    return re.sub(r"\s+", "", text)


def quoted_part(text: str) -> list[Token]:
    """What stands inside block quotations."""
    tokens = PARSER.parse(text)
    depth, inside = 0, []
    for token in tokens:
        depth += token.nesting if token.type.startswith("blockquote") else 0
        if depth and not token.type.startswith("blockquote"):
            inside.append(token)
    return inside


def around(text: str, cues: tuple[Span, ...] = ()) -> Comparison:
    """A comparison in which everything that comes from outside is one text."""
    line = " ".join(text.split())
    article = document("1", text, title=line, source=line or "-", author=line, published=line)
    part = Passage("1", 0, len(text), text, line, False, cues)
    finding = Finding("x", Kind.UNIQUE, line or "only-here", 0.5, line, (part,))
    return Comparison((article,), (finding,), (Notice("x", line.replace("/", ""), "1"),))


def check(text: str, cues: tuple[Span, ...] = ()) -> None:
    comparison = around(text, cues)
    note = Note("3f2504e0-4f89-41d3-9a0c-0305e82c3301", (), text, (text,))
    annotations = Annotations(notes=(note,)).with_review("x", Review(note=text, tags=(text,)))
    report = markdown(comparison, annotations)
    tokens = PARSER.parse(report)
    shown(tokens)
    assert {token.tag for token in tokens if token.type == "heading_open"} <= {"h1", "h2", "h3"}
    assert sum(token.type == "heading_open" for token in tokens) == 7
    assert sum(token.type == "table_open" for token in tokens) == 1
    assert sum(token.type == "td_open" for token in tokens) == 7
    assert sum(token.type == "list_item_open" for token in tokens) == 1
    assert sum(token.type == "blockquote_open" for token in tokens) == 2 * bool(text.strip())
    assert words(shown(quoted_part(report))) == words(text) * 2


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_and_html_in_an_article_show_as_written(text: str) -> None:
    check(text)


@settings(deadline=None, max_examples=200)
@given(
    st.text(
        st.sampled_from("ab12 \n\t\\`*_{}[]()<>#+-.!|~&$=:;\"'/é漢\u200b\u00a0")
        | st.characters(codec="utf-8"),
        max_size=40,
    ).map(clean_text)
)
@example("-\n-")
@example("1)\n\n 1.")
def test_any_text_shows_as_written(text: str) -> None:
    if text.strip():
        check(text)


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_bold_words_are_taken_for_bold_and_change_nothing_else(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("ab ,.“”*_\n漢字é-"), min_size=1, max_size=30))
    ends = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]
    tokens = PARSER.parse("\n".join("> " + line for line in escaped_lines(text, spans)))
    assert words(shown(tokens)) == words(text)
    bold = "".join(bold_text(tokens))
    for span in spans:
        assert all(character in bold for character in words(text[span.start : span.end]))


def bold_text(tokens: list[Token]) -> list[str]:
    found, depth = [], 0
    for token in tokens:
        for child in token.children or ():
            depth += child.nesting if child.type.startswith("strong") else 0
            if child.type == "text" and depth:
                found.append(child.content)
    return found


@pytest.mark.parametrize(
    ("text", "bold", "expected"),
    [
        ("one two three", "two", "one **two** three"),
        ("one, two, three", "two", "one, **two,** three"),
        ("“two” three", "two", "**“two”** three"),
        ("国語学", "語", "国**語**学"),
        ("a\nb", "a\nb", "**a**\n**b**"),
    ],
)
def test_bold_grows_to_where_asterisks_work(text: str, bold: str, expected: str) -> None:
    start = text.index(bold)
    assert "\n".join(escaped_lines(text, [Span(start, start + len(bold))])) == expected


def test_a_title_of_several_lines_stays_one_line() -> None:
    assert escaped("a\nb\r\nc\x1b[31m") == "a b  c\ufffd\\[31m"


def test_the_line_number_is_that_of_the_text() -> None:
    article = document("1", "one\n\nthree\nfour")
    findings = tuple(
        Finding(word, Kind.UNIQUE, "only-here", 0.5, "x", (passage(article, word),))
        for word in ("one", "three", "four")
    )
    text = markdown(Comparison((article,), findings), Annotations())
    assert re.findall(r"line (\d+)", text) == ["1", "3", "4"]


def test_a_passage_of_several_paragraphs_is_one_quotation() -> None:
    article = document("1", "one\n\ntwo")
    finding = Finding("x", Kind.UNIQUE, "only-here", 0.5, "x", (passage(article, "one\n\ntwo"),))
    assert "> one\n>\n> two\n" in markdown(Comparison((article,), (finding,)), Annotations())
