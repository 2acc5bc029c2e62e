"""The app as somebody starts it: in a real terminal, with real keys, and with pipes around it."""

from __future__ import annotations

import json
import shlex
import signal
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are a matter of Unix")

from command_samples import FIRST, SHARED, articles
from terminal import READER, Terminal

TITLES = ("Bridge report published", "Questions after the flood")


def shell(command: str) -> tuple[str, str, str]:
    """A command line for the shell in which `reader` is the command."""
    return "sh", "-c", command.replace("reader", shlex.join(READER), 1)


@pytest.mark.parametrize("key", ["q", "\x11"], ids=["q", "Ctrl+Q"])
def test_the_app_shows_both_articles_and_quits_with_status_0(tmp_path: Path, key: str) -> None:
    with Terminal([*READER, *articles(tmp_path)], folder=tmp_path) as terminal:
        for title in TITLES:
            terminal.wait_for(title)
        terminal.press(key)
        assert terminal.wait_for_end() == 0


def test_the_demo_opens_the_example_articles(tmp_path: Path) -> None:
    with Terminal([*READER, "--demo"], folder=tmp_path, columns=120, rows=40) as terminal:
        terminal.wait_for("Marrow Light")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert list(tmp_path.iterdir()) == []


def test_n_goes_to_the_shared_passage_and_the_counter_says_which_it_is(tmp_path: Path) -> None:
    with Terminal([*READER, *articles(tmp_path)], folder=tmp_path) as terminal:
        terminal.wait_for(TITLES[0])
        terminal.wait_for("1 finding")
        terminal.press("n")
        terminal.wait_for("1 of 1")
        assert "verbatim" in terminal.text
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def comparison_ends(terminal: Terminal) -> None:
    terminal.wait_until(lambda: "comparing" not in terminal.text, "the comparison to end")


def test_a_comparison_is_saved_and_opened_again(tmp_path: Path) -> None:
    with Terminal([*READER, *articles(tmp_path)], folder=tmp_path) as terminal:
        terminal.wait_for("1 finding")
        terminal.press("n")
        terminal.wait_for("1 of 1")
        terminal.press("y")
        terminal.wait_for("confirmed")
        comparison_ends(terminal)
        terminal.press("\x13")
        terminal.wait_for("a-b.reader.json")
        terminal.press("\r")
        terminal.wait_for("Saved in")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    (saved,) = tmp_path.glob("*.reader.json")
    before = saved.read_bytes()
    assert json.loads(before)["type"] == "AnnotationCollection"
    (tmp_path / "a.txt").unlink()
    with Terminal([*READER, saved.name], folder=tmp_path) as terminal:
        for title in TITLES:
            terminal.wait_for(title)
        terminal.wait_for("1 of 1")
        terminal.wait_for("confirmed")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert saved.read_bytes() == before


def test_unsaved_work_is_asked_for_before_the_app_is_left(tmp_path: Path) -> None:
    with Terminal([*READER, *articles(tmp_path)], folder=tmp_path) as terminal:
        terminal.wait_for("1 finding")
        terminal.press("ny")
        terminal.wait_for("confirmed")
        terminal.press("q")
        terminal.wait_for("Leave with unsaved work?")
        assert terminal.status is None
        terminal.press("d")
        assert terminal.wait_for_end() == 0


def test_an_article_may_come_through_a_pipe_while_keys_come_from_the_terminal(tmp_path: Path) -> None:
    articles(tmp_path)
    with Terminal(shell("cat a.txt | reader - b.txt"), folder=tmp_path) as terminal:
        for title in TITLES:
            terminal.wait_for(title)
        terminal.press("q")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize(
    "redirection", ["</dev/null", "<&-", "2>/dev/null", "2>errors", "</dev/null 2>errors"]
)
def test_the_app_finds_its_terminal_behind_redirections(tmp_path: Path, redirection: str) -> None:
    articles(tmp_path)
    with Terminal(shell(f"reader a.txt b.txt {redirection}"), folder=tmp_path) as terminal:
        for title in TITLES:
            terminal.wait_for(title)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    if "errors" in redirection:
        assert (tmp_path / "errors").read_bytes() == b""


def test_with_standard_output_in_a_pipe_the_complaint_names_format(tmp_path: Path) -> None:
    articles(tmp_path)
    with Terminal(shell("reader a.txt b.txt | cat"), folder=tmp_path) as terminal:
        terminal.wait_for("--format")
        terminal.wait_for_end()
    assert b"\x1b[?1049h" not in terminal.output


def test_a_saved_comparison_is_opened_alone(tmp_path: Path) -> None:
    articles(tmp_path)
    (tmp_path / "c.reader.json").write_text("{}")
    with Terminal([*READER, "a.txt", "c.reader.json"], folder=tmp_path) as terminal:
        assert terminal.wait_for_end() == 2
        assert "opened alone" in " ".join(terminal.text.split())


def test_an_article_left_out_is_named_and_makes_status_1(tmp_path: Path) -> None:
    with Terminal([*READER, *articles(tmp_path), "missing.txt"], folder=tmp_path) as terminal:
        terminal.wait_for(TITLES[0])
        terminal.press("q")
        assert terminal.wait_for_end() == 1
    assert b"missing.txt" in terminal.output


def test_nothing_that_an_article_holds_reaches_the_terminal_as_a_control(tmp_path: Path) -> None:
    evil = "\x1b]0;stolen\x07 \x9b31m \u202e [bold]as written[/bold] [link=x]y[/link]"
    (tmp_path / "a.txt").write_text(f"Evil {evil}\n\n{FIRST}", encoding="utf-8")
    with Terminal([*READER, "a.txt"], folder=tmp_path) as terminal:
        terminal.wait_for("[bold]as written[/bold]")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    for control in (b"\x1b]0;stolen", "\x9b".encode(), b"\x9b31m", "\u202e".encode()):
        assert control not in terminal.output


def test_the_terminal_is_left_as_it_was(tmp_path: Path) -> None:
    articles(tmp_path)
    with Terminal(shell("reader a.txt b.txt; stty -a"), folder=tmp_path) as terminal:
        terminal.wait_for(TITLES[0])
        terminal.press("q")
        terminal.wait_for("isig")
        words = terminal.text.split()
        assert {"icanon", "echo", "isig"} <= set(words)
    for switched_on in (b"\x1b[?1049", b"\x1b[?1000", b"\x1b[?2004"):
        assert terminal.output.rfind(switched_on + b"l") > terminal.output.rfind(switched_on + b"h")


@pytest.mark.parametrize(("columns", "rows"), [(40, 12), (80, 24), (250, 70)])
def test_the_app_lives_in_small_and_large_terminals(tmp_path: Path, columns: int, rows: int) -> None:
    with Terminal([*READER, *articles(tmp_path)], folder=tmp_path, columns=columns, rows=rows) as terminal:
        terminal.wait_for("Bridge")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_a_terminal_that_is_killed_ends_the_app(tmp_path: Path) -> None:
    with Terminal([*READER, *articles(tmp_path)], folder=tmp_path) as terminal:
        terminal.wait_for(TITLES[0])
        terminal.send_signal(signal.SIGHUP)
        assert terminal.wait_for_end() in (-signal.SIGHUP, 128 + signal.SIGHUP)


def test_what_was_judged_before_the_terminal_was_killed_is_offered_again(tmp_path: Path) -> None:
    with Terminal([*READER, *articles(tmp_path)], folder=tmp_path) as terminal:
        terminal.wait_for("1 finding")
        terminal.press("ny")
        terminal.wait_for("confirmed")
        terminal.send_signal(signal.SIGKILL)
        terminal.wait_for_end()
    with Terminal([*READER, *articles(tmp_path)], folder=tmp_path) as terminal:
        terminal.wait_for("Take over unsaved work?")
        terminal.press("t")
        terminal.wait_for("1 finding")
        terminal.press("n")
        terminal.wait_for("confirmed")


def test_unsaved_work_on_other_articles_is_told_and_opened_from_what_was_kept(tmp_path: Path) -> None:
    with Terminal([*READER, *articles(tmp_path)], folder=tmp_path) as terminal:
        terminal.wait_for("1 finding")
        terminal.press("ny")
        terminal.wait_for("confirmed")
        terminal.send_signal(signal.SIGKILL)
        terminal.wait_for_end()
    with Terminal([*READER, "b.txt", "a.txt"], folder=tmp_path) as terminal:
        terminal.wait_for("Unsaved work on")
        terminal.wait_for("--recover")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).unlink()
    with Terminal([*READER, "--recover"], folder=tmp_path) as terminal:
        terminal.wait_for("Take over unsaved work?")
        terminal.press("t")
        terminal.wait_for("1 finding")
        terminal.press("n")
        terminal.wait_for("confirmed")
        terminal.press("q")
        terminal.wait_for("Leave with unsaved work?")


def test_with_no_cache_nothing_is_written_into_the_user_folders(tmp_path: Path, user_folders: Path) -> None:
    with Terminal([*READER, *articles(tmp_path), "--no-cache"], folder=tmp_path) as terminal:
        terminal.wait_for("1 finding")
        terminal.press("ny")
        terminal.wait_for("confirmed")
        terminal.send_signal(signal.SIGKILL)
        terminal.wait_for_end()
    assert [path for path in user_folders.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("theme", "ground"), [("reader-light", "251;250;247"), ("okabe-ito", "16;19;22")], ids=["light", "dark"]
)
def test_a_theme_is_chosen_by_its_name(tmp_path: Path, theme: str, ground: str) -> None:
    with Terminal([*READER, *articles(tmp_path), "--theme", theme], folder=tmp_path) as terminal:
        terminal.wait_for(TITLES[0])
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert f"48;2;{ground}m".encode() in terminal.output


def test_progress_is_shown_to_who_waits_at_a_terminal_and_is_gone_at_the_end(tmp_path: Path) -> None:
    long_articles(tmp_path)
    with Terminal(
        shell("reader a.txt b.txt --output report.json; echo finished"), folder=tmp_path
    ) as terminal:
        terminal.wait_for("finished")
        assert "%" not in terminal.text
    assert b"%" in terminal.output
    assert (tmp_path / "report.json").exists()


def test_a_report_to_a_pipe_shows_no_progress(tmp_path: Path) -> None:
    long_articles(tmp_path)
    command = "reader a.txt b.txt --format json | wc -l; echo finished"
    with Terminal(shell(command), folder=tmp_path) as terminal:
        terminal.wait_for("finished")
    assert b"%" not in terminal.output


def long_articles(folder: Path) -> None:
    """Articles that take about a second to compare."""
    for name, step in (("a.txt", 7), ("b.txt", 11)):
        words = " ".join(f"word{number * step % 50021}" for number in range(150_000))
        (folder / name).write_text(f"{words}\n\n{SHARED}\n", encoding="utf-8")


def test_a_second_reader_says_that_a_saved_file_is_open_and_saves_elsewhere(tmp_path: Path) -> None:
    with Terminal([*READER, *articles(tmp_path)], folder=tmp_path) as terminal:
        terminal.wait_for("1 finding")
        comparison_ends(terminal)
        terminal.press("\x13")
        terminal.wait_for("Save the annotated comparison as")
        terminal.press("\r")
        terminal.wait_for("Saved in")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    (saved,) = tmp_path.glob("*.reader.json")
    with Terminal([*READER, saved.name], folder=tmp_path) as first:
        first.wait_for("1 finding")
        with Terminal([*READER, saved.name], folder=tmp_path, columns=110) as second:
            second.wait_for("is open in another reader")
            first.press("ny\x13")
            first.wait_for("Saved in")
            of_the_first = saved.read_bytes()
            second.press("nx\x13")
            second.wait_for("Save the annotated comparison as")
            second.wait_for("-2.reader.json")
            second.press("\r")
            second.wait_for("Saved in")
            assert saved.read_bytes() == of_the_first
            for terminal in (first, second):
                terminal.press("q")
                assert terminal.wait_for_end() == 0
    (elsewhere,) = set(tmp_path.glob("*.reader.json")) - {saved}
    verdicts = [
        body["value"]
        for path in (saved, elsewhere)
        for body in json.loads(path.read_bytes())["first"]["items"][0]["body"]
        if body.get("purpose") == "assessing"
    ]
    assert verdicts == ["confirmed", "dismissed"]


def test_a_killed_reader_claims_no_saved_file(tmp_path: Path) -> None:
    with Terminal([*READER, *articles(tmp_path)], folder=tmp_path) as terminal:
        terminal.wait_for("1 finding")
        comparison_ends(terminal)
        terminal.press("\x13")
        terminal.wait_for("Save the annotated comparison as")
        terminal.press("\r")
        terminal.wait_for("Saved in")
        terminal.send_signal(signal.SIGKILL)
        terminal.wait_for_end()
    (saved,) = tmp_path.glob("*.reader.json")
    with Terminal([*READER, saved.name], folder=tmp_path) as terminal:
        terminal.wait_for("1 finding")
        terminal.press("ny\x13")
        terminal.wait_for("Saved in")
        assert "open in another reader" not in terminal.text
        terminal.press("q")
        assert terminal.wait_for_end() == 0
