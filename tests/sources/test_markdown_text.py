"""Markdown is shown as the text that a reader of the finished page would see."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from textwrap import dedent

import pytest

from readerapp.model import Document
from readerapp.sources import open_source


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def opened(folder: Path, markdown: str) -> Document:
    path = folder / "story.md"
    path.write_text(dedent(markdown).lstrip("\n"), encoding="utf-8")
    return open_source(path)


def shown(folder: Path, markdown: str) -> str:
    return opened(folder, markdown).text


def test_a_document_names_its_extractor(folder: Path) -> None:
    document = opened(folder, "Text.")
    assert (document.extractor, document.extractor_version) == ("markdown-it-py", version("markdown-it-py"))
    assert document.media_type == "text/markdown"


def test_headings_and_paragraphs_are_lines_with_a_blank_one_between(folder: Path) -> None:
    assert shown(folder, "# Bridge *closed*\nFirst.\n\n\nSecond.\n\nThird\n-----\n") == (
        "Bridge closed\n\nFirst.\n\nSecond.\n\nThird"
    )


def test_the_lines_of_a_paragraph_are_joined_unless_the_writer_broke_them(folder: Path) -> None:
    assert shown(folder, "one\ntwo  \nthree\\\nfour") == "one two\nthree\nfour"


def test_emphasis_escapes_and_entities_are_resolved(folder: Path) -> None:
    assert shown(folder, r"**Bold**, *weak*, `code  here`, \*star\*, &amp; &copy; &#8212;") == (
        "Bold, weak, code  here, *star*, & © —"
    )


def test_lists_have_bullets_and_numbers(folder: Path) -> None:
    markdown = """
        Before:

        - one
        - two
          - inner
            over lines
        - three

        7. seven
        8. eight

        After.
        """
    assert shown(folder, markdown) == (
        "Before:\n\n• one\n• two\n  • inner over lines\n• three\n\n7. seven\n8. eight\n\nAfter."
    )


def test_items_of_several_paragraphs_are_indented(folder: Path) -> None:
    assert shown(folder, "1. one\n\n   more\n\n2. two\n") == "1. one\n\n   more\n\n2. two"


def test_quotations_stand_behind_a_mark(folder: Path) -> None:
    assert shown(folder, "> one\n> goes on\n>\n> - item\n\nafter") == "> one goes on\n\n> • item\n\nafter"


def test_code_is_shown_as_written(folder: Path) -> None:
    markdown = "```python\ndef f():\n\n    return *1*\n```\n\n    indented\n      more\n"
    assert shown(folder, markdown) == "def f():\n\n    return *1*\n\nindented\n  more"


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[the report](https://example.org/r)", "the report (https://example.org/r)"),
        ("<https://example.org/r>", "https://example.org/r"),
        ("[example.org](https://example.org/)", "example.org"),
        ("<me@example.org>", "me@example.org"),
        ("[https://example.org/ä](https://example.org/ä)", "https://example.org/ä"),
        ("[up](#top)", "up"),
        ("[the *report*][r]\n\n[r]: /r.html", "the report (/r.html)"),
        ("![a closed bridge](bridge.jpg 'title')", "a closed bridge"),
        ("[![a bridge](b.jpg)](https://example.org)", "a bridge (https://example.org)"),
    ],
)
def test_a_link_shows_its_address_where_that_says_more(folder: Path, markdown: str, expected: str) -> None:
    assert shown(folder, markdown) == expected


def test_a_table_is_a_line_a_row(folder: Path) -> None:
    assert shown(folder, "Before\n\n| A | B |\n|---|---|\n| 1 | **2** |\n| 3 | |\n\nAfter") == (
        "Before\n\nA | B\n1 | 2\n3 |\n\nAfter"
    )


def test_raw_html_is_stripped_to_its_text(folder: Path) -> None:
    assert shown(folder, "<div>raw <em>words</em><style>b{}</style></div>\n\nSome <b>bold</b> text") == (
        "raw words\n\nSome bold text"
    )


def test_scripts_are_never_shown(folder: Path) -> None:
    text = shown(folder, "A <script>alert(1)</script>b<br>c\n\n<script>\nalert(2)\n</script>\n\n<!-- no -->")
    assert text == "A b\nc"


def test_references_to_controls_do_not_reach_the_text(folder: Path) -> None:
    assert "\x1b" not in shown(folder, "a &#27;[31m b &#8238; c\x1b[0m")


def test_front_matter_is_hidden_and_used(folder: Path) -> None:
    document = opened(
        folder,
        """
        ---
        title: "Bridge: closed"
        author:
          - Ann Doe
          - 'Bo O''Hara'
        date: 2024-03-02T10:00:00Z   # first edition
        lang: en-GB
        tags: [a, b]
        ---

        # Another heading

        Text.
        """,
    )
    assert document.text == "Another heading\n\nText."
    assert (document.title, document.author) == ("Bridge: closed", "Ann Doe; Bo O'Hara")
    assert (document.published, document.language) == ("2024-03-02", "en")


def test_front_matter_in_toml_is_understood_too(folder: Path) -> None:
    document = opened(folder, '+++\ntitle = "Closed"\nauthors = ["A", "B"]\ndate = 2024-03-02\n+++\nText.\n')
    assert (document.text, document.title, document.author) == ("Text.", "Closed", "A; B")
    assert document.published == "2024-03-02"


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("---\n\nText after a line.\n\n---\n", "* * *\n\nText after a line.\n\n* * *"),
        ("---\nA sentence, no key\n---\n", "* * *\n\nA sentence, no key"),
        ("+++\nnot = = toml\n+++\n", "+++ not = = toml +++"),
    ],
)
def test_what_only_looks_like_front_matter_stays(folder: Path, markdown: str, expected: str) -> None:
    assert shown(folder, markdown) == expected


def test_a_date_that_is_none_is_not_taken(folder: Path) -> None:
    assert opened(folder, "---\ndate: 2024-13-99\n---\nText").published is None
    assert opened(folder, "---\ndate: last week\n---\nText").published is None


@pytest.mark.parametrize(
    ("markdown", "title"),
    [
        ("## Lesser\n\n# Bridge [closed](x) `now`\n\nText", "Bridge closed (x) now"),
        ("Bridge closed\n\nThe mayor said so.", "Bridge closed"),
        ("The mayor said so.", "story"),
    ],
)
def test_without_front_matter_the_highest_heading_is_the_title(
    folder: Path, markdown: str, title: str
) -> None:
    assert opened(folder, markdown).title == title


@pytest.mark.parametrize(
    "markdown",
    [
        ">" * 3000 + " deep words",
        "\n".join("  " * level + "- deep words" for level in range(400)),
        "- " * 3000 + "deep words",
        "[" * 20_000 + "deep words",
        "![a](" * 5000 + "deep words",
        "**a" * 5000 + " deep words",
    ],
)
def test_hostile_nesting_loses_no_words(folder: Path, markdown: str) -> None:
    document = opened(folder, markdown)
    assert document.text.count("deep words") == markdown.count("deep words")
