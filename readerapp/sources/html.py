"""Web pages: the article in the page, with its title, author and date, as trafilatura finds them.

Where trafilatura finds no article, or hardly any of a page that holds text, everything readable on the
page is shown instead, and a notice says so.
"""

from __future__ import annotations

import re

from readerapp.model import Notice
from readerapp.sources.article_in_page import find_article
from readerapp.sources.cleaning import clean_text
from readerapp.sources.decoding import decode
from readerapp.sources.formats import Extraction, Format, Loaded
from readerapp.sources.page_text import text_of_page
from readerapp.sources.signatures import refuse_known_binary

_DECLARATION = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})|"""
    rb"""^\s{0,99}<\?xml[^>]{0,99}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
"""Bytes in which a page declares its encoding; the standard says 1024, many pages need more."""

_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,999}(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--.{0,2000}?-->\s{0,99}){0,9}"
    rb"<(?:!doctype\s{1,9}html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)

_LITTLE = 200
"""Code points: what is found and shorter than this is all of a short page, or some corner of a longer one.
Either way the page's own text is better, and only for the longer one is that worth a notice."""

_LARGEST = 10_000_000
"""Code points of markup beyond which trafilatura is not asked: it needs half a second for each million."""


def read_html(loaded: Loaded) -> Extraction:
    """The article in a page."""
    refuse_known_binary(loaded.data, loaded.shown)
    decoded = decode(loaded, declared=_declared(loaded.data))
    markup = clean_text(decoded.text)
    page = text_of_page(markup)
    notices = list(decoded.notices)
    article = find_article(markup) if len(markup) <= _LARGEST else None
    if article is not None and _is_article(article.text, page.text):
        text, extractor, version = article.text, "trafilatura", article.version
    else:
        text, extractor, version = page.text, "reader-html", "1"
        if len(text) >= _LITTLE:
            notices.append(_not_found(loaded))
    return Extraction(
        text=text,
        encoding=decoded.encoding,
        title=(article.title if article is not None else None) or page.title,
        author=article.author if article is not None else None,
        published=article.published if article is not None else None,
        language=_language(page.language),
        extractor=extractor,
        extractor_version=version,
        notices=tuple(notices),
    )


def _is_article(found: str, page: str) -> bool:
    """Is what was found the article of the page with that text?

    Where trafilatura finds no article, it gives all words of the page as one line.
    """
    is_whole_page = len(found) > 0.8 * len(page)
    return len(found) >= _LITTLE and not (is_whole_page and "\n" not in found and "\n" in page)


def _not_found(loaded: Loaded) -> Notice:
    return Notice(
        "main-text-not-found",
        f"No article was found in the page {loaded.called}; everything readable on it is shown.",
    )


def _declared(data: bytes) -> list[str]:
    """The encodings that a page declares."""
    matches = _DECLARATION.finditer(data[:_DECLARED_WITHIN])
    return [(match[1] or match[2]).decode("ascii", "ignore") for match in matches]


def _language(declared: str | None) -> str | None:
    match = re.match(r"\s*([A-Za-z]{2})(?![A-Za-z])", declared or "")
    return match[1].lower() if match else None


FORMAT = Format(
    name="HTML",
    media_types={
        ".html": "text/html",
        ".htm": "text/html",
        ".xhtml": "application/xhtml+xml",
    },
    read=read_html,
    recognises=lambda data: _BEGINNING.match(data[:20_000]) is not None,
)
