"""Web pages are shown as the article in them, or as all that can be read on them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import trafilatura

from readerapp.model import Document, ReaderError
from readerapp.sources import open_source
from readerapp.sources.page_text import text_of_page

SENTENCES = (
    "The council met on Tuesday to discuss the bridge over the river Lene.",
    "Its engineers had found cracks in two of the pillars, the mayor said.",
    "Nobody knows yet for how many weeks the road will have to stay closed.",
    "Shopkeepers in the old town fear for the weeks before the fair.",
)
PARAGRAPHS = tuple(f"{sentence} " * 2 + f"This is part {n}." for n, sentence in enumerate(SENTENCES, 1))
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Bridge closed | The Lene Post</title>
<meta name="author" content="Ann Doe">
<meta property="article:published_time" content="2024-03-02T10:00:00+00:00">
<style>body {{ color: red }}</style><script>var tracked = "secret";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Bridge closed</h1>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>
<p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>
MORE</article>
<footer>Copyright The Lene Post. All rights reserved.</footer></body></html>"""


def opened(folder: Path, markup: str | bytes, name: str = "story.html") -> Document:
    path = folder / name
    path.write_bytes(markup if isinstance(markup, bytes) else markup.encode("utf-8"))
    return open_source(path)


def with_more(more: str) -> str:
    return PAGE.replace("MORE", more)


def test_the_article_is_found_with_what_the_page_says_about_it(tmp_path: Path) -> None:
    document = opened(tmp_path, with_more(""))
    assert document.text == "\n\n".join(("Bridge closed", *PARAGRAPHS))
    assert (document.title, document.author) == ("Bridge closed", "Ann Doe")
    assert (document.published, document.language) == ("2024-03-02", "en")
    assert (document.extractor, document.extractor_version) == ("trafilatura", trafilatura.__version__)
    assert (document.media_type, document.notices) == ("text/html", ())


def test_a_page_in_xhtml_has_that_media_type(tmp_path: Path) -> None:
    assert opened(tmp_path, with_more(""), "story.xhtml").media_type == "application/xhtml+xml"


def test_lists_tables_breaks_and_quotations_keep_their_lines(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        with_more(
            "<ul><li>one pillar</li><li>two pillars</li></ul><p>first line<br>second\n line</p>"
            "<blockquote>Words of\n the mayor</blockquote>"
            "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2023</td><td>7</td></tr></table>"
        ),
    )
    assert document.extractor == "trafilatura"
    assert "\n\n• one pillar\n• two pillars\n\n" in document.text
    assert "\n\nfirst line\nsecond line\n\n" in document.text
    assert "\n\nWords of the mayor\n\n" in document.text
    assert document.text.endswith("\n\nYear | Cost\n2023 | 7")


def test_preformatted_text_keeps_its_spaces(tmp_path: Path) -> None:
    document = opened(
        tmp_path, with_more("<pre>\na  b\n\n   c <b>d</b>\n</pre><p>After the table of cracks.</p>")
    )
    assert document.extractor == "trafilatura"
    assert "\n\na  b\n\n   c d\n\nAfter the table" in document.text


def test_entities_are_resolved_once(tmp_path: Path) -> None:
    text = opened(
        tmp_path, with_more("<p>Fish &amp; chips &amp;amp; &lt;b&gt; caf&eacute; &#8212; now</p>")
    ).text
    assert text.endswith("Fish & chips &amp; <b> café — now")


def test_references_to_controls_are_made_harmless_and_spoil_nothing(tmp_path: Path) -> None:
    document = opened(tmp_path, with_more("<p>red &#27;[31m and &#x202e; and &#0; and &#xFFFF; end</p>"))
    assert document.extractor == "trafilatura"
    assert "red \ufffd[31m and \ufffd and \ufffd and \ufffd end" in document.text


def test_scripts_and_styles_are_never_shown(tmp_path: Path) -> None:
    for page in (with_more("<script>alert('x')</script>"), "<p>Hello there.<script>alert('x')</script>"):
        text = opened(tmp_path, page).text
        assert not any(code in text for code in ("alert", "secret", "color: red"))


def test_a_page_without_an_article_is_shown_whole_with_a_notice(tmp_path: Path) -> None:
    items = "".join(f"<div><a href='/{n}'>Entry {n}</a></div>" for n in range(80))
    document = opened(tmp_path, f"<title>All entries</title><body>{items}</body>")
    assert document.text.startswith("Entry 0\n\nEntry 1\n\n")
    assert document.text.endswith("Entry 79")
    assert document.title == "All entries"
    assert document.extractor == "reader-html"
    assert [notice.code for notice in document.notices] == ["main-text-not-found"]


def test_a_short_page_is_shown_with_its_structure(tmp_path: Path) -> None:
    document = opened(
        tmp_path, "<title>T &amp; x</title><nav>Menu</nav><p>Short words.<ul><li>a<li>b</ul>after"
    )
    assert document.text == "Short words.\n\n• a\n• b\n\nafter"
    assert (document.title, document.extractor, document.notices) == ("T & x", "reader-html", ())


def test_a_page_of_nothing_but_scripts_holds_no_text(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"story\.html: it holds no text"):
        opened(tmp_path, "<html><script>alert(1)</script><style>x</style><!-- words --></html>")


@pytest.mark.parametrize("declaration", ["windows-1251", "iso-8859-1", "utf-16", "nonsense"])
def test_a_wrong_declaration_does_not_spoil_a_page_in_utf8(tmp_path: Path, declaration: str) -> None:
    page = f"<meta charset='{declaration}'><p>Die Brücke — „gesperrt“"
    document = opened(tmp_path, page)
    assert (document.text, document.encoding) == ("Die Brücke — „gesperrt“", "utf-8")


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="iso-8859-2">',
        "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-2'>",
        '<?xml version="1.0" encoding="ISO-8859-2"?>',
    ],
)
def test_what_a_page_declares_comes_before_a_guess(tmp_path: Path, declaration: str) -> None:
    document = opened(tmp_path, f"{declaration}<p>Ulica będzie zamknięta".encode("iso8859-2"))
    assert (document.text, document.encoding) == ("Ulica będzie zamknięta", "iso-8859-2")
    assert document.notices == ()


def test_a_byte_order_mark_before_a_page_is_no_text(tmp_path: Path) -> None:
    assert opened(tmp_path, "\ufeff<p>Hello there.".encode()).text == "Hello there."
    assert opened(tmp_path, "\ufeff<p>Hello there.".encode("utf-16-le")).text == "Hello there."


def test_the_language_that_a_page_states_counts_where_the_text_is_too_short(tmp_path: Path) -> None:
    assert opened(tmp_path, "<html lang='de-AT'><p>Grüß Gott").language == "de"
    assert opened(tmp_path, "<html lang='english'><p>Hello there").language is None
    assert opened(tmp_path, with_more("").replace('lang="en"', 'lang="fr"')).language == "en"


@pytest.mark.parametrize(
    "around",
    [
        ("<div>" * 100_000, "</div>" * 100_000),
        ("<b>" * 50_000, ""),
        ("<ul><li>" * 5000, ""),
        ("<table><tr><td>" * 2000, ""),
        ("<blockquote>" * 5000, ""),
        ("</p></div></body></html>" * 1000, ""),
    ],
)
def test_no_depth_of_nesting_hides_the_text_or_ends_the_program(
    tmp_path: Path, around: tuple[str, str]
) -> None:
    before, after = around
    text = opened(tmp_path, f"<html><body>{before}<p>{PARAGRAPHS[0]}</p>{after}").text
    assert PARAGRAPHS[0] in text
    assert len(text) < len(PARAGRAPHS[0]) + 100


@pytest.mark.parametrize(
    "markup", ["<p" * 1000, "<!-- " * 1000, "<a href='" * 1000, "<![CDATA[" * 50, "&#" * 99]
)
def test_broken_markup_is_read_or_refused_but_never_crashes(tmp_path: Path, markup: str) -> None:
    try:
        text = opened(tmp_path, markup).text
    except ReaderError as refused:
        text = str(refused).partition(": ")[2]
    assert text.startswith(("it holds no text", "&#"))


def test_five_megabytes_of_a_page_are_read(tmp_path: Path) -> None:
    count = 5_000_000 // len(PARAGRAPHS[0])
    page = "<html><body><article>" + f"<p>{PARAGRAPHS[0]}</p>\n" * count + "</article></body></html>"
    began = time.process_time()
    text = opened(tmp_path, page).text
    # About 3 s; the bound catches a cost that grows faster than the page.
    assert time.process_time() - began < 60
    assert text.count("\n\n") >= count - 1


def test_nothing_is_written_to_the_terminal_meanwhile(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    opened(tmp_path, "<p>Hello there.")
    opened(tmp_path, with_more(""))
    captured = capfd.readouterr()
    assert (captured.out, captured.err) == ("", "")


# ---- all that can be read on a page


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("one <b>two</b>\n three", "one two three"),
        ("<p>one<p>two<div>three</div>four", "one\n\ntwo\n\nthree\n\nfour"),
        ("one<br>two<br><br><br><br>three", "one\ntwo\n\nthree"),
        ("<ol start=3><li>c<li>d</ol>", "3. c\n4. d"),
        ("x<ul><li>a<ul><li>b<li>c</ul><li>d</ul>y", "x\n\n• a\n  • b\n  • c\n• d\n\ny"),
        ("<ul><li><p>a</p><p>b</p></ul>", "• a\n\nb"),
        ("<ul><li></li></ul>x", "x"),
        ("<pre>  a\n   b  c\n</pre>d", "  a\n   b  c\n\nd"),
        ("<table><tr><td>1<td> <td>3<tr><td>4</table>", "1 | | 3\n4"),
        ("a&nbsp;&nbsp;b", "a\u00a0\u00a0b"),
        ("<p hidden>no</p><p>yes</p><textarea>no</textarea><select><option>no</select>", "yes"),
        ("<nav>menu</nav><p>text</p><footer>foot</footer>", "text"),
        ("<nav>menu</nav>", "menu"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_the_text_of_a_page(markup: str, expected: str) -> None:
    assert text_of_page(markup).text == expected
