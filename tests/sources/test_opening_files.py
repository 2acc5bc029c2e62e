"""Opening articles: each that cannot be read is one clear line, and the others open."""

from __future__ import annotations

import hashlib
import io
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from readerapp.model import ReaderError
from readerapp.sources import DEFAULT_LIMIT, open_source, open_sources

STORY = "The bridge is closed.\n\nThe mayor said on Tuesday that nobody knows for how long.\n"

on_posix = pytest.mark.skipif(os.name != "posix", reason="named pipes and permissions of POSIX")


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("READER_MAX_BYTES", raising=False)
    return tmp_path


def pipe_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def complaint(argument: str | Path, limit: int | None = None) -> str:
    with pytest.raises(ReaderError) as refused:
        open_source(argument, limit=limit)
    line = str(refused.value)
    assert "\n" not in line
    return line


def test_a_document_tells_where_its_text_came_from(tmp_path: Path) -> None:
    data = STORY.replace("\n", "\r\n").encode()
    Path("story.txt").write_bytes(data)
    document = open_source("story.txt")
    assert document.text == STORY
    assert document.source == "story.txt"
    assert document.location == str(tmp_path / "story.txt")
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.text_sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert (document.media_type, document.encoding, document.id) == ("text/plain", "utf-8", "1")
    assert (document.extractor, document.extractor_version) == ("reader-text", "1")
    assert (document.author, document.published, document.notices) == (None, None, ())


def test_a_path_may_be_given_as_such() -> None:
    Path("-").write_text(STORY)
    assert open_source(Path("-")).text == STORY


def test_a_missing_file_is_named() -> None:
    assert complaint("gone.txt") == "gone.txt: there is no such file; check the name and the folder"


def test_a_file_behind_a_file_is_missing_too() -> None:
    Path("story.txt").write_text(STORY)
    assert "no such file" in complaint("story.txt/more.txt")


@on_posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so() -> None:
    Path("secret.txt").write_text(STORY)
    Path("secret.txt").chmod(0)
    assert complaint("secret.txt").startswith("secret.txt: you may not read it")


def test_a_file_that_the_system_refuses_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("secret.txt").write_text(STORY)

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert complaint("secret.txt").startswith("secret.txt: you may not read it")


def test_a_file_that_vanishes_while_it_is_opened_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path("story.txt")
    path.write_text(STORY)
    really_open = os.open

    def vanish(name: str, flags: int) -> int:
        path.unlink()
        return really_open(name, flags)

    monkeypatch.setattr(os, "open", vanish)
    assert complaint("story.txt").startswith("story.txt: there is no such file")


def test_a_disk_that_fails_midway_is_a_complaint(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("story.txt").write_text(STORY)

    def fail(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "read", fail)
    line = complaint("story.txt")
    monkeypatch.undo()
    assert line == "story.txt: the disk reported an error; try a copy"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b" \n\t\r\n", "it holds nothing but white space"),
        (b"\xef\xbb\xbf\n", "it holds no text"),
        ("\u2003\u00a0\n".encode(), "it holds no text"),
    ],
)
def test_an_article_without_text_is_refused(data: bytes, reason: str) -> None:
    Path("empty.txt").write_bytes(data)
    assert complaint("empty.txt").startswith(f"empty.txt: {reason}")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00", "a zip archive"),
        (b"{\\rtf1\\ansi Hello}", "Rich Text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a picture"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00", "compressed"),
    ],
)
@pytest.mark.parametrize("name", ["story.txt", "story.unknown", "story.md", "story.html"])
def test_a_well_known_binary_file_is_told_by_name(data: bytes, what: str, name: str) -> None:
    Path(name).write_bytes(data)
    line = complaint(name)
    assert line.startswith(f"{name}: it is ")
    assert what in line


def test_a_text_may_begin_with_the_letters_of_a_binary_format() -> None:
    Path("story.txt").write_text("BZh and GIF8 are words here.\n\nThe mayor said so.")
    assert open_source("story.txt").text.startswith("BZh")


def test_another_binary_file_is_refused() -> None:
    Path("data.txt").write_bytes(bytes(range(256)) * 20)
    assert complaint("data.txt").startswith("data.txt: it is not text")


def test_a_file_of_unknown_suffix_is_plain_text() -> None:
    Path("notes.xyz").write_text("<p>Shown as *written*.</p>")
    document = open_source("notes.xyz")
    assert (document.text, document.media_type) == ("<p>Shown as *written*.</p>", "text/plain")


def test_a_file_without_suffix_is_told_by_its_beginning() -> None:
    Path("page").write_text("<!DOCTYPE html>\n<title>Bridge</title><p>The mayor said <b>no</b>.")
    Path("story").write_text("The mayor said <b>no</b>.")
    assert (open_source("page").media_type, open_source("page").text) == ("text/html", "The mayor said no.")
    assert open_source("story").text == "The mayor said <b>no</b>."


def test_a_suffix_in_capitals_is_known() -> None:
    Path("STORY.HTML").write_text("<p>The mayor said <b>no</b>.")
    assert open_source("STORY.HTML").media_type == "text/html"


def test_an_address_says_what_to_do_instead() -> None:
    for address in ("https://example.org/a.html", "HTTP://example.org"):
        line = complaint(address)
        assert line.startswith(f"{address}: reader does not fetch web addresses yet")
        assert "save the page" in line


def test_a_saved_comparison_among_articles_is_refused() -> None:
    Path("case.reader.json").write_text("{}")
    assert "opens alone" in complaint("case.reader.json")


def test_one_folder_is_not_one_article() -> None:
    Path("folder").mkdir()
    assert complaint("folder").startswith("folder: it is a folder")


def test_a_name_with_a_nul_is_no_name() -> None:
    assert complaint("a\x00b.txt").startswith("a\ufffdb.txt: there is no such file")


def test_a_hostile_name_is_shown_harmlessly() -> None:
    line = complaint("\x1b]0;owned\x07\n[bold]\u202e.txt")
    assert line.startswith("\ufffd]0;owned\ufffd [bold]\ufffd.txt: there is no such file")


@on_posix
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS takes UTF-8 names only")
def test_a_name_that_is_not_utf8_can_be_opened_and_reported() -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    Path(name).write_text(STORY)
    document = open_source(name)
    assert document.source == "caf\ufffd.txt"
    assert document.location == os.path.abspath(name)
    document.source.encode("utf-8")
    Path(name).write_bytes(b"")
    assert complaint(name).startswith("caf\ufffd.txt: it is empty")


# ---- how much is read


def test_a_file_larger_than_the_limit_is_refused_with_the_way_out() -> None:
    Path("long.txt").write_text("word " * 1000)
    line = complaint("long.txt", limit=2000)
    assert line == (
        "long.txt: it has 5 kB, more than the limit of 2 kB; to read it anyway, set READER_MAX_BYTES=5kB"
    )


def test_the_limit_of_the_environment_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("long.txt").write_text("word " * 1000)
    for setting, is_read in (("4999", False), ("5000", True), ("5kB", True), ("1 MB", True), ("1k", False)):
        monkeypatch.setenv("READER_MAX_BYTES", setting)
        opened = open_sources(["long.txt"])
        assert bool(opened.documents) == is_read
        assert bool(opened.problems) != is_read


def test_following_the_advice_about_the_limit_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("long.txt").write_text("word " * 1234)
    advice = complaint("long.txt", limit=1000).rpartition("READER_MAX_BYTES=")[2]
    monkeypatch.setenv("READER_MAX_BYTES", advice)
    assert open_source("long.txt").text.startswith("word")


@pytest.mark.parametrize("setting", ["lots", "-1", "0", "1e6", "5 TB"])
def test_a_limit_that_is_no_number_is_a_complaint(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv("READER_MAX_BYTES", setting)
    with pytest.raises(ReaderError, match=r"READER_MAX_BYTES is .* no number of bytes"):
        open_sources(["story.txt"])


def test_a_limit_given_in_python_comes_before_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("story.txt").write_text(STORY)
    monkeypatch.setenv("READER_MAX_BYTES", "5")
    assert open_source("story.txt", limit=DEFAULT_LIMIT).text == STORY


# ---- what is no file


@on_posix
def test_a_named_pipe_is_refused_without_waiting() -> None:
    os.mkfifo("pipe.txt")
    assert complaint("pipe.txt").startswith("pipe.txt: it is a named pipe")


@on_posix
def test_a_device_is_refused_without_reading_for_ever() -> None:
    assert complaint("/dev/zero").startswith("/dev/zero: it is a device")
    assert complaint("/dev/null").startswith("/dev/null: it is a device")


@on_posix
def test_links_in_a_circle_are_a_complaint() -> None:
    Path("a.txt").symlink_to("b.txt")
    Path("b.txt").symlink_to("a.txt")
    assert complaint("a.txt").startswith("a.txt: its links lead in a circle")


def open_in_shell(command: str) -> str:
    program = (
        "import sys; from readerapp.sources import open_sources; o = open_sources(sys.argv[1:]);"
        "print([d.title for d in o.documents], [d.text for d in o.documents], *o.problems, *o.notices)"
    )
    ran = subprocess.run(
        ["bash", "-c", command.replace("OPEN", '"$0" -c "$1"'), sys.executable, program],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return ran.stdout + ran.stderr


@on_posix
def test_what_a_shell_substitutes_for_a_process_is_read() -> None:
    shown = open_in_shell("OPEN <(echo one story) <(echo '<!doctype html><p>two stories')")
    assert "['one story\\n', 'two stories']" in shown


@on_posix
def test_standard_input_can_be_named_as_a_device() -> None:
    assert "['one story\\n']" in open_in_shell("echo one story | OPEN /dev/stdin")
    assert "opened once" in open_in_shell("echo one story | OPEN /dev/stdin -")


@on_posix
def test_an_endless_pipe_ends_at_the_limit() -> None:
    shown = open_in_shell("yes | READER_MAX_BYTES=100kB OPEN -; true")
    assert "standard input: it is larger than the limit of 100 kB" in shown
    shown = open_in_shell("READER_MAX_BYTES=100kB OPEN <(yes)")
    assert "it is larger than the limit of 100 kB" in shown


@on_posix
def test_a_closed_standard_input_is_a_complaint() -> None:
    assert "standard input: it is closed" in open_in_shell("OPEN - <&-")


# ---- standard input


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, STORY.encode())
    document = open_source("-")
    assert (document.text, document.source, document.location) == (STORY, "-", None)


def test_standard_input_without_a_headline_is_called_so(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, b"one line of text.")
    assert open_source("-").title == "standard input"


def test_a_page_on_standard_input_is_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, b"\n<!-- saved --> <html><title>Bridge</title><p>The mayor said <b>no</b>.")
    document = open_source("-")
    assert (document.media_type, document.title, document.text) == (
        "text/html",
        "Bridge",
        "The mayor said no.",
    )


def test_text_about_markup_on_standard_input_stays_text(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, b"Use <html> and <body> with care.")
    assert open_source("-").text == "Use <html> and <body> with care."


def test_nothing_on_standard_input_is_a_complaint(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, b"")
    assert complaint("-").startswith("standard input: it is empty")


def test_a_keyboard_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, STORY.encode())
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    assert complaint("-").startswith("standard input: nothing is piped into it")


# ---- several


def test_articles_are_numbered_in_the_order_they_are_named() -> None:
    for name in ("b.txt", "a.txt"):
        Path(name).write_text(f"{name} {STORY}")
    opened = open_sources(["b.txt", "a.txt"])
    assert [(document.id, document.source) for document in opened.documents] == [
        ("1", "b.txt"),
        ("2", "a.txt"),
    ]
    assert (opened.problems, opened.notices) == ((), ())


def test_what_cannot_be_read_is_left_out_and_the_others_open() -> None:
    Path("a.txt").write_text(STORY)
    Path("b.txt").write_text(STORY)
    Path("empty.txt").touch()
    opened = open_sources(["a.txt", "gone.txt", "empty.txt", "https://example.org", "b.txt", "gone.txt"])
    assert [(document.id, document.source) for document in opened.documents] == [
        ("1", "a.txt"),
        ("2", "b.txt"),
    ]
    assert [problem.partition(":")[0] for problem in opened.problems] == ["gone.txt", "empty.txt", "https"]


def test_a_notice_about_one_article_carries_its_number() -> None:
    Path("a.txt").write_text(STORY)
    Path("b.txt").write_bytes("Das Gebäude wird geschlossen.".encode("latin-1"))
    (notice,) = open_sources(["a.txt", "b.txt"]).documents[1].notices
    assert (notice.code, notice.document) == ("encoding-guessed", "2")


def test_no_notice_tells_the_folders_of_this_machine(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Das Gebäude wird geschlossen.".encode("latin-1"))
    opened = open_sources([str(path), str(path)])
    texts = [notice.text for notice in (*opened.notices, *opened.documents[0].notices)]
    assert len(texts) == 2
    assert all(text.startswith("a.txt ") and str(tmp_path) not in text for text in texts)


@pytest.mark.parametrize("again", ["a.txt", "./a.txt", "linked.txt", "hard.txt", "folder/../a.txt"])
@on_posix
def test_the_same_file_twice_is_opened_once(again: str) -> None:
    Path("folder").mkdir()
    Path("a.txt").write_text(STORY)
    Path("linked.txt").symlink_to("a.txt")
    os.link("a.txt", "hard.txt")
    opened = open_sources(["a.txt", again])
    assert [document.source for document in opened.documents] == ["a.txt"]
    (notice,) = opened.notices
    assert (notice.code, notice.document) == ("opened-once", "1")
    assert again in notice.text
    assert opened.problems == ()


def test_two_files_with_the_same_text_are_two_articles() -> None:
    Path("a.txt").write_text(STORY)
    Path("b.txt").write_text(STORY)
    assert len(open_sources(["a.txt", "b.txt"]).documents) == 2


def test_standard_input_twice_is_opened_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, STORY.encode())
    opened = open_sources(["-", "-"])
    assert len(opened.documents) == 1
    assert [notice.text for notice in opened.notices] == [
        "Standard input was named more than once; it is opened once."
    ]


def test_nothing_named_opens_nothing() -> None:
    assert open_sources([]).documents == ()


# ---- folders


def test_a_folder_stands_for_its_articles_sorted_by_name() -> None:
    folder = Path("press")
    (folder / "more.txt").mkdir(parents=True)
    (folder / "deeper").mkdir()
    (folder / "deeper" / "x.txt").write_text(STORY)
    for name in ("c.txt", "a.md", "B.HTML", ".hidden.txt", "table.csv", "saved.reader.json", "noise"):
        (folder / name).write_text(STORY)
    sources = [document.source for document in open_sources(["press"]).documents]
    assert sources == [os.path.join("press", name) for name in ("B.HTML", "a.md", "c.txt")]


def test_a_folder_and_an_article_in_it_open_the_article_once() -> None:
    Path("press").mkdir()
    Path("press/a.txt").write_text(STORY)
    opened = open_sources([os.path.join("press", "a.txt"), "press"])
    assert len(opened.documents) == len(opened.notices) == 1


def test_a_folder_without_articles_is_a_complaint() -> None:
    Path("press").mkdir()
    Path("press/table.csv").write_text("a,b")
    Path("a.txt").write_text(STORY)
    opened = open_sources(["press", "a.txt"])
    assert len(opened.documents) == 1
    (problem,) = opened.problems
    assert problem.startswith("press: no article is in this folder")
    assert ".txt" in problem


def test_one_bad_article_in_a_folder_is_named_with_the_folder() -> None:
    Path("press").mkdir()
    Path("press/a.txt").write_text(STORY)
    Path("press/b.txt").touch()
    opened = open_sources(["press"])
    assert len(opened.documents) == 1
    assert opened.problems[0].startswith(os.path.join("press", "b.txt") + ": it is empty")


def test_the_mode_of_a_file_is_left_alone() -> None:
    Path("a.txt").write_text(STORY)
    before = Path("a.txt").stat()
    open_source("a.txt")
    after = Path("a.txt").stat()
    assert stat.S_IMODE(before.st_mode) == stat.S_IMODE(after.st_mode)
    assert before.st_mtime_ns == after.st_mtime_ns
