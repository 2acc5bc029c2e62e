"""The readable text of a page, from the events of a parser or from a tree.

Paragraphs are divided by a blank line, lines of a list and rows of a table by a line end; an item begins
with a bullet or its number; `<br>` is a line end; preformatted text stays as written; what no reader sees
(scripts, styles, forms' fields) is left out. Nothing here recurses, so that a page may be nested as deeply
as its author likes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_UNSEEN_NAMES = (
    "applet audio button canvas datalist head iframe input map math noembed noframes noscript object"
    " script select style svg template textarea video"
)
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_AROUND = frozenset(("aside", "footer", "nav"))
"""What surrounds an article rather than belongs to it."""

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav"
    " ol optgroup option p plaintext pre search section summary table tbody tfoot thead tr ul xmp"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_PREFORMATTED = frozenset(("pre", "listing", "xmp", "plaintext"))
_CELLS = frozenset(("td", "th"))

_WHITE_SPACE = re.compile("[ \t\n\r\f]+")
"""What HTML collapses to one space; a no-break space stays."""

_EMPTY_LINES = re.compile("\n{3,}")

BULLET = "• "
CELL_BORDER = " | "


@dataclass(slots=True)
class _List:
    """A list that is being read."""

    number: int | None
    """Of its next item; None where items have bullets."""
    has_items: bool = False


class PageText:
    """Collects the text of a page; its methods are what lxml calls for the target of a parser."""

    def __init__(self, *, without_surroundings: bool = False) -> None:
        """Begin a page.

        Args:
            without_surroundings: leave out navigation, footers and asides.
        """
        self.title = ""
        """Content of the page's `<title>`."""
        self.language: str | None = None
        """What the page says its language is, such as `en-GB`."""
        self._left_out = _UNSEEN | _AROUND if without_surroundings else _UNSEEN
        self._text: list[str] = []
        self._block: list[str] = []
        self._unseen = 0
        self._preformatted = 0
        self._in_title = False
        self._lists: list[_List] = []
        self._marker = ""
        self._follows_closely = False
        self._follows_row = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if tag == "html":
            self.language = attributes.get("lang") or attributes.get("xml:lang")
        self._in_title = tag == "title" and not self.title
        if self._unseen or tag in self._left_out or "hidden" in attributes:
            self._unseen += 1
        elif tag == "br":
            self._block.append("\n")
        elif tag in _BLOCKS:
            self._flush()
            if tag in _LISTS:
                self._lists.append(_List(_first_number(attributes) if tag == "ol" else None))
            elif tag == "li":
                self._begin_item()
            elif tag == "tr":
                self._follows_closely = self._follows_row
            elif tag in _PREFORMATTED:
                self._preformatted += 1
        elif tag in _CELLS and any(piece.strip() for piece in self._block):
            self._block.append(CELL_BORDER)

    def end(self, tag: str) -> None:
        """An element ends."""
        self._in_title = False
        if self._unseen:
            self._unseen -= 1
        elif tag in _BLOCKS:
            self._flush(is_row=tag == "tr")
            if tag in _LISTS and self._lists:
                self._lists.pop()
            elif tag == "li":
                self._marker = ""
            elif tag == "table":
                self._follows_row = False
            elif tag in _PREFORMATTED and self._preformatted:
                self._preformatted -= 1

    def data(self, text: str) -> None:
        """Text stands here."""
        if self._in_title:
            self.title += text
        if not self._unseen:
            self._block.append(text if self._preformatted else _WHITE_SPACE.sub(" ", text))

    def close(self) -> PageText:
        """The page ends."""
        self._flush()
        return self

    @property
    def text(self) -> str:
        """The text of what has been read."""
        return "".join(self._text)

    def _begin_item(self) -> None:
        if not self._lists:
            self._lists.append(_List(None))
        current = self._lists[-1]
        # Deeper lists than this are an attempt to fill the memory with spaces.
        indent = "  " * (min(len(self._lists), 20) - 1)
        self._marker = indent + (BULLET if current.number is None else f"{current.number}. ")
        if current.number is not None:
            current.number += 1
        self._follows_closely = current.has_items or len(self._lists) > 1
        current.has_items = True

    def _flush(self, *, is_row: bool = False) -> None:
        """End the block that is being collected."""
        content = "".join(self._block)
        self._block.clear()
        if self._preformatted:
            content = content.strip("\n").rstrip()
        else:
            lines = (_WHITE_SPACE.sub(" ", line).strip(" ") for line in content.split("\n"))
            content = _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")
        if not content.strip():
            return
        if self._text:
            self._text.append("\n" if self._follows_closely else "\n\n")
        self._text.append(self._marker + content)
        self._marker = ""
        self._follows_closely = False
        self._follows_row = is_row


def _first_number(attributes: Mapping[str, str]) -> int:
    start = attributes.get("start", "")
    return int(start) if re.fullmatch(r"-?\d{1,6}", start, re.ASCII) else 1


def text_of_page(markup: str) -> PageText:
    """Parse markup and collect its text.

    Args:
        markup: HTML, however broken; its characters are decoded and clean.

    Returns:
        the page without what surrounds the article, or with it where nothing else is there.
    """
    page = _parsed(markup, PageText(without_surroundings=True))
    return page if page.text else _parsed(markup, PageText())


def _parsed(markup: str, page: PageText) -> PageText:
    from lxml import etree

    # The type stubs know nothing of targets that are given text alone.
    target: Any = page
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    try:
        parser.feed(markup.encode("utf-8", "replace"))
        parser.close()
    except etree.ParserError:
        # Raised for markup without a single element; what was collected before stands.
        page.close()
    return page
