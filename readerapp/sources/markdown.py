"""Markdown, shown as the text that a reader of the finished page would see.

Headings, paragraphs, lists with bullets or numbers, quotations behind `>`, code as written, the cells of a
table divided by `|`; a link is its text, with the address in parentheses where that says more; a picture is
its description. Raw HTML is stripped to its text. Front matter (YAML or TOML) is hidden, and gives title,
author and date.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readerapp.sources.cleaning import clean_text
from readerapp.sources.decoding import decode
from readerapp.sources.formats import Extraction, Format, Loaded
from readerapp.sources.front_matter import divide_front_matter
from readerapp.sources.headlines import headline_of
from readerapp.sources.markdown_text import MarkdownText, inline_text
from readerapp.sources.signatures import refuse_known_binary

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 100
"""Levels of blocks inside each other. What is nested more deeply the parser would drop, and the
interpreter's stack would end at some hundreds; a person writes about five."""


def read_markdown(loaded: Loaded) -> Extraction:
    """The readable text of a Markdown file."""
    import markdown_it

    refuse_known_binary(loaded.data, loaded.shown)
    decoded = decode(loaded)
    front, body = divide_front_matter(clean_text(decoded.text))
    tokens = _tokens(body)
    if tokens is None:
        text, heading, extractor, extractor_version = body, None, "reader-text", "1"
    else:
        text = MarkdownText().text_of(tokens)
        heading = _first_heading(tokens)
        extractor, extractor_version = "markdown-it-py", markdown_it.__version__
    return Extraction(
        text=text,
        encoding=decoded.encoding,
        title=front.title or heading or headline_of(text),
        author=front.author,
        published=front.published,
        language=front.language,
        extractor=extractor,
        extractor_version=extractor_version,
        notices=decoded.notices,
    )


def _tokens(body: str) -> Sequence[Token] | None:
    """The parts of a Markdown text; None where it is nested so deeply that parts would be lost."""
    from markdown_it import MarkdownIt

    try:
        tokens = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").parse(body)
    except RecursionError:
        return None
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        return None
    return tokens


def _first_heading(tokens: Sequence[Token]) -> str | None:
    """The first heading of the highest level that the text has."""
    headings = [(token.tag, number) for number, token in enumerate(tokens) if token.type == "heading_open"]
    if not headings:
        return None
    _, number = min(headings)
    return inline_text(tokens[number + 1].children or ()) or None


FORMAT = Format(
    name="Markdown",
    media_types={".md": "text/markdown", ".markdown": "text/markdown"},
    read=read_markdown,
)
