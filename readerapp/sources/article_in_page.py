"""The article in a web page, as trafilatura finds it, in the form of a page's text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from readerapp.sources.cleaning import clean_text
from readerapp.sources.page_text import PageText

if TYPE_CHECKING:
    from lxml.etree import _Element

_HTML_NAMES = {
    "head": "h2",
    "lb": "br",
    "list": "ul",
    "item": "li",
    "quote": "blockquote",
    "row": "tr",
    "cell": "td",
}
"""Trafilatura's names for elements, where HTML has others."""


class Article(NamedTuple):
    """An article, and what its page says about it."""

    text: str
    title: str | None
    author: str | None
    published: str | None
    """Date in ISO form."""
    version: str
    """Of trafilatura."""


def find_article(markup: str) -> Article | None:
    """The article in a page.

    Args:
        markup: HTML, however broken.

    Returns:
        None where there is none, or where the markup makes trafilatura stumble.
    """
    import trafilatura
    from trafilatura.utils import load_html

    try:
        tree = load_html(markup)
        if tree is None:
            return None
        _clean_tree(tree)
        marks = _mark_spaces(tree, markup)
        found = trafilatura.bare_extraction(
            tree,
            include_comments=False,
            with_metadata=True,
            # A date is taken from where a page states it, never guessed from its text.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
        if found is None or isinstance(found, dict):
            return None
        text = _without_marks(_text_of(found.body), marks)
    except Exception:
        # Hostile markup makes it raise whatever its libraries raise, and the stack may end.
        return None
    return Article(text, found.title, found.author, found.date, trafilatura.__version__)


def _mark_spaces(tree: _Element, markup: str) -> dict[str, str]:
    """Put marks where preformatted text has white space, which trafilatura would collapse.

    Returns:
        the mark by the character that it stands for.
    """
    unused = (chr(point) for point in range(0xFDD0, 0xFDF0) if chr(point) not in markup)
    marks = dict(zip("\n\t ", unused, strict=False))
    table = str.maketrans(marks)
    for preformatted in tree.iter("pre"):
        for element in preformatted.iter():
            element.text = element.text and element.text.translate(table)
            if element is not preformatted:
                element.tail = element.tail and element.tail.translate(table)
    return marks


def _clean_tree(tree: _Element) -> None:
    """Take out what character references such as `&#27;` brought in.

    The parser lets it in, but trafilatura fails as soon as it moves it.
    """
    for element in tree.iter():
        if element.text and not element.text.isprintable():
            element.text = _clean(element.text)
        if element.tail and not element.tail.isprintable():
            element.tail = _clean(element.tail)


def _clean(text: str) -> str:
    return re.sub("[\ufffe\uffff]", "\ufffd", clean_text(text))


def _without_marks(text: str, marks: Mapping[str, str]) -> str:
    """Put white space back, except for line ends around preformatted text."""
    for character, mark in marks.items():
        if character == "\n":
            text = re.sub(f"^{mark}+|{mark}+$", "", text, flags=re.MULTILINE)
        text = text.replace(mark, character)
    return text


def _text_of(body: _Element) -> str:
    from lxml import etree

    collected = PageText()
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            collected.start(_html_name(element), {})
            collected.data(element.text or "")
        else:
            collected.end(_html_name(element))
            collected.data(element.tail or "")
    return collected.close().text


def _html_name(element: _Element) -> str:
    name = str(element.tag)
    if name == "list" and element.get("rend") == "ol":
        return "ol"
    return _HTML_NAMES.get(name, name)
