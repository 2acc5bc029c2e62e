"""Readable text from the tokens of markdown-it.

The tokens come in one flat sequence, with an opening and a closing one around what is nested, so that one
walk with a few stacks is enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from readerapp.sources.page_text import BULLET, CELL_BORDER, text_of_page

if TYPE_CHECKING:
    from markdown_it.token import Token

_QUOTED = "> "
_DIVIDER = "* * *"
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SCRIPT = re.compile(r"<(?P<closes>/?)(?:script|style)\b", re.IGNORECASE)
_SCHEME = re.compile(r"^(?:https?://|mailto:)", re.IGNORECASE)


@dataclass(slots=True)
class _Around:
    """A quotation or an item of a list: what the lines in it begin with."""

    first: str
    """On the first line."""
    other: str
    """On every other line."""
    has_begun: bool = False


class MarkdownText:
    """One walk over the tokens of a text."""

    def __init__(self) -> None:
        """Begin a text."""
        self._lines: list[str] = []
        self._around: list[_Around] = []
        self._numbers: list[int | None] = []
        """The number of the next item of each list around; None where items have bullets."""
        self._has_blocks = False
        """Has the outermost list, or the table, any text yet?"""
        self._is_tight = False
        """Is the paragraph one of a list written without blank lines?"""
        self._cells: list[str] | None = None

    def text_of(self, tokens: Sequence[Token]) -> str:
        """The readable text.

        Args:
            tokens: as markdown-it's `parse` gives them, or a part of them that closes what it opens.
        """
        for token in tokens:
            self._read(token)
        return "\n".join(self._lines)

    def _read(self, token: Token) -> None:
        match token.type:
            case "inline" if self._cells is not None:
                self._cells.append(inline_text(token.children or ()).replace("\n", " "))
            case "inline":
                self._add(inline_text(token.children or ()), is_close=self._is_tight and self._has_blocks)
            case "paragraph_open":
                self._is_tight = token.hidden
            case "heading_open":
                self._is_tight = False
            case "fence" | "code_block":
                self._add(token.content.strip("\n"))
            case "html_block":
                self._add(text_of_page(token.content).text)
            case "hr":
                self._add(_DIVIDER)
            case "blockquote_open":
                self._around.append(_Around(_QUOTED, _QUOTED))
            case "bullet_list_open" | "ordered_list_open":
                self._open_list(token)
            case "list_item_open":
                self._open_item()
            case "bullet_list_close" | "ordered_list_close":
                self._numbers.pop()
            case "blockquote_close" | "list_item_close":
                self._around.pop()
            case "table_open":
                self._has_blocks = False
            case "tr_open":
                self._cells = []
            case "tr_close":
                self._add(CELL_BORDER.join(self._cells or ()), is_close=self._has_blocks)
                self._cells = None

    def _open_list(self, token: Token) -> None:
        if not self._numbers:
            self._has_blocks = False
        is_ordered = token.type == "ordered_list_open"
        self._numbers.append(int(token.attrs.get("start", 1)) if is_ordered else None)

    def _open_item(self) -> None:
        number = self._numbers[-1]
        marker = BULLET if number is None else f"{number}. "
        if number is not None:
            self._numbers[-1] = number + 1
        self._around.append(_Around(marker, " " * len(marker)))

    def _add(self, content: str, *, is_close: bool = False) -> None:
        """Add a block, after a blank line unless it is close to the one before."""
        if not content.strip():
            return
        if self._lines and not is_close:
            self._lines.append("")
        for line in content.split("\n"):
            beginning = ""
            for around in self._around:
                beginning += around.other if around.has_begun else around.first
                around.has_begun = True
            self._lines.append((beginning + line).rstrip(" "))
        self._has_blocks = True


def inline_text(tokens: Sequence[Token]) -> str:
    """The readable text of a paragraph's tokens: a line, or several where the writer broke it."""
    pieces: list[str] = []
    links: list[tuple[int, str]] = []
    in_script = False
    for token in tokens:
        if token.type == "html_inline":
            if script := _SCRIPT.match(token.content):
                in_script = not script["closes"]
            elif _LINE_BREAK.fullmatch(token.content):
                pieces.append("\n")
        elif in_script:
            continue
        elif token.type == "softbreak":
            pieces.append(" ")
        elif token.type == "hardbreak":
            pieces.append("\n")
        elif token.type == "link_open":
            links.append((len(pieces), str(token.attrs.get("href", ""))))
        elif token.type == "link_close" and links:
            start, address = links.pop()
            if _says_more(address, "".join(pieces[start:])):
                pieces.append(f" ({address})")
        elif token.type == "image":
            pieces.append(inline_text(token.children or ()))
        elif token.type in ("text", "code_inline", "text_special"):
            pieces.append(token.content)
    return "\n".join(line.strip(" ") for line in "".join(pieces).split("\n")).strip("\n")


def _says_more(address: str, text: str) -> bool:
    """Does the address of a link tell what its text does not?"""
    if not address or address.startswith("#"):
        return False
    return _bare(address) != _bare(text)


def _bare(address: str) -> str:
    return _SCHEME.sub("", unquote(address).strip()).rstrip("/").casefold()
