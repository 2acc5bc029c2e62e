"""The command line: help, version, complaints. Every complaint is one line on standard error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from command_samples import articles, complaint, reader

import readerapp
from readerapp.command.input import open_recovered
from readerapp.model import ReaderError


def test_help_goes_to_standard_output(tmp_path: Path) -> None:
    finished = reader("--help", folder=tmp_path)
    assert finished.returncode == 0
    assert finished.stdout.startswith(b"usage: reader")
    assert finished.stderr == b""


def test_help_names_the_formats_that_work_and_no_other(tmp_path: Path) -> None:
    from readerapp.reports import FORMATS

    text = reader("--help", folder=tmp_path).stdout.decode()
    known = {"json", "markdown", "html", "csv", "webannotation", "tei", "brat", "pan"}
    words = set(text.replace(",", " ").replace("(", " ").replace(")", " ").replace(".", " .").split())
    assert words & known == set(FORMATS)


def test_help_names_the_kinds_that_can_be_reported() -> None:
    from readerapp.command.arguments import KINDS
    from readerapp.model import Kind

    assert set(KINDS) == {str(kind) for kind in Kind}


def test_help_says_what_the_judge_is_left_out_for_and_which_kinds_there_are(tmp_path: Path) -> None:
    text = " ".join(reader("--help", folder=tmp_path).stdout.decode().split())
    assert "--no-entailment compare without the neural judge: faster, but" in text
    assert "findings of one kind only: overlap or contradiction" in text


def test_the_version_is_the_packages(tmp_path: Path) -> None:
    finished = reader("--version", folder=tmp_path)
    assert (finished.returncode, finished.stdout) == (0, f"reader {readerapp.__version__}\n".encode())


def test_no_argument_gives_the_short_help_and_status_2(tmp_path: Path) -> None:
    finished = reader(folder=tmp_path)
    assert (finished.returncode, finished.stdout) == (2, b"")
    assert finished.stderr.startswith(b"usage: reader A B")
    assert b"reader --help" in finished.stderr


def test_options_without_an_article_are_no_usage(tmp_path: Path) -> None:
    finished = reader("--format", "json", folder=tmp_path)
    assert finished.returncode == 2
    assert "No article was named" in complaint(finished)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--fromat", "json"], "Did you mean --format?"),
        (["--format"], "expected one argument"),
        (["--format", "docx"], "docx"),
        (["--only", "overlaps", "--format", "json"], "overlap"),
        (["--minimum-score", "2", "--format", "json"], "from 0 to 1"),
        (["--minimum-score", "nan", "--format", "json"], "from 0 to 1"),
        (["--minimum-score", "high", "--format", "json"], "from 0 to 1"),
        (["--only", "overlap"], "--format"),
        (["--minimum-score", "0.5"], "--format"),
        (["--only-confirmed"], "--format"),
        (["--no-texts"], "--format"),
        (["--force"], "--output"),
        (["--absolute-paths", "--format", "json"], "no report tells absolute paths"),
        (["--demo", "--format", "json"], "--demo"),
        (["--forget"], "--forget"),
        (["--recover"], "--recover stands alone"),
        (["--output", ""], "--output"),
        (["--output", "report"], "--format"),
        (["--output", "report.docx"], "--format"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_makes_no_sense_is_one_line_and_status_2(
    tmp_path: Path, words: list[str], expected: str
) -> None:
    finished = reader(*articles(tmp_path), *words, folder=tmp_path)
    assert finished.returncode == 2
    assert finished.stdout == b""
    assert expected in complaint(finished)


def test_without_unsaved_work_there_is_nothing_to_recover() -> None:
    with pytest.raises(ReaderError, match="no unsaved work"):
        open_recovered()


def test_a_file_whose_name_looks_like_an_option_is_explained(tmp_path: Path) -> None:
    (tmp_path / "-draft.txt").write_text("A draft.")
    finished = reader("-draft.txt", "--format", "json", folder=tmp_path)
    assert finished.returncode == 2
    assert "./-draft.txt" in complaint(finished)


def test_after_two_dashes_every_word_is_an_article(tmp_path: Path) -> None:
    articles(tmp_path)
    (tmp_path / "a.txt").rename(tmp_path / "--demo")
    finished = reader("--format", "json", "--", "--demo", "b.txt", folder=tmp_path)
    assert (finished.returncode, finished.stderr) == (0, b"")


def test_options_may_stand_between_the_articles(tmp_path: Path) -> None:
    articles(tmp_path)
    finished = reader("a.txt", "--format", "json", "b.txt", "--minimum-score", "0", folder=tmp_path)
    assert (finished.returncode, finished.stderr) == (0, b"")


def test_a_complaint_cannot_write_to_the_terminal_what_is_not_text(tmp_path: Path) -> None:
    finished = reader("\x1b]0;title\x07\u202eevil\n.txt", "--format", "json", folder=tmp_path)
    line = complaint(finished)
    assert finished.returncode == 2
    assert "evil" in line
    assert not {"\x1b", "\x07", "\u202e"} & set(line)


def test_a_file_name_that_is_not_utf_8_is_named_all_the_same(tmp_path: Path) -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "readerapp", b"caf\xe9.txt", "--format", "json"],
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert finished.returncode == 2
    assert "caf" in complaint(finished)


def test_without_a_terminal_the_complaint_names_format(tmp_path: Path) -> None:
    finished = reader(*articles(tmp_path), folder=tmp_path)
    assert finished.returncode == 2
    assert "--format" in complaint(finished)


def test_python_m_readerapp_and_the_installed_command_are_the_same(tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("reader")
    if not command.exists():
        pytest.skip("the command is not installed beside this Python")
    finished = subprocess.run([command, "--help"], cwd=tmp_path, capture_output=True, timeout=60, check=True)
    assert finished.stdout == reader("--help", folder=tmp_path).stdout
