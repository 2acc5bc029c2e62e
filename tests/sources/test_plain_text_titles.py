"""The title of a plain text: its headline, or the name of its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from readerapp.sources import open_source
from readerapp.sources.headlines import headline_of

PARAGRAPH = "The mayor said on Tuesday that the bridge would stay closed for weeks. " * 4


@pytest.mark.parametrize(
    "headline",
    [
        "Bridge closed for weeks, says mayor",
        "Who closed the bridge?",
        "“Nobody told us”",
        "U.S. and UK agree: bridge to stay",
        "Мост закрыт",
        "Bridge closed...",
    ],
)
def test_a_short_line_before_a_blank_one_is_the_headline(headline: str) -> None:
    assert headline_of(f"\n\n  {headline}  \r\n\r\n{PARAGRAPH}") == headline


def test_a_short_line_directly_before_a_paragraph_on_one_line_is_the_headline() -> None:
    assert headline_of(f"Bridge closed\n{PARAGRAPH}") == "Bridge closed"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One line and nothing else",
        "One line and nothing else\n\n\n",
        f"{PARAGRAPH}\n\nMore.",
        "The mayor closed the bridge.\n\nNobody knew why.",
        "In this order:\n\nfirst, the bridge",
        "These lines were broken by a program that\nlikes lines of eighty characters, so\nnone is a headline",
        "* * *\n\nThe mayor closed the bridge.",
        "2024\n\nThe mayor closed the bridge.",
    ],
)
def test_anything_else_is_no_headline(text: str) -> None:
    assert headline_of(text) is None


def test_a_text_without_headline_is_called_as_its_file(tmp_path: Path) -> None:
    path = tmp_path / "bridge-report.final.txt"
    path.write_text("The mayor closed the bridge. Nobody knew why.")
    assert open_source(path).title == "bridge-report.final"


def test_a_title_is_one_harmless_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Bridge \x1b[31mclosed\u202e\t[bold]now[/bold]\n\nThe mayor said so.")
    assert open_source(path).title == "Bridge \ufffd[31mclosed\ufffd [bold]now[/bold]"


def test_the_headline_stays_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Bridge closed\n\nThe mayor said so.")
    assert open_source(path).text == "Bridge closed\n\nThe mayor said so."


def test_plain_text_is_shown_as_written(tmp_path: Path) -> None:
    written = "No final line end, \ttabs, [bold]brackets[/bold], <b>tags</b>, *stars*, co\u00adoperate\u200b"
    path = tmp_path / "a.txt"
    path.write_text(written)
    assert open_source(path).text == written
