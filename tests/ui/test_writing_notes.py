"""Known tags are offered while somebody types, and a note can be written in their own editor."""

from __future__ import annotations

import shlex
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from reading_samples import reader, settled
from textual.widgets import Static, TextArea
from ui_samples import Stage

from readerapp.model import ReaderError
from readerapp.ui.external_editor import edited, editor_command
from readerapp.ui.screens.note_editor import NoteEditor, Written
from readerapp.ui.widgets.tag_field import TagField

KNOWN = ("date", "date of the fire", "harbour", "mayor of the town")


def stage(text: str = "", tags: tuple[str, ...] = ()) -> Stage:
    return Stage(NoteEditor("Note", "", text, tags, known_tags=KNOWN))


def offered(app: Stage) -> str:
    return str(app.screen.query_one(".offers", Static).render())


def field(app: Stage) -> TagField:
    return app.screen.query_one(TagField)


# Tags


@pytest.mark.parametrize("key", ["tab", "enter"])
async def test_tab_or_enter_takes_the_tag_that_is_offered(key: str) -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", *"har", key)
        assert field(app).value == "harbour, "
        assert field(app).has_focus
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert app.returned == [Written("", ("harbour",))]


async def test_what_is_offered_is_shown_below_with_the_one_that_would_be_taken_first() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        assert offered(app).startswith("known: date  date of the fire  harbour")
        await pilot.press(*"dat", "down")
        await pilot.pause()
        assert offered(app) == "Tab takes: date of the fire  date  "


async def test_the_arrows_mark_another_one() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", *"dat", "down", "tab", *"MAY", "enter")
        assert field(app).tags == ("date of the fire", "mayor of the town")


async def test_the_beginning_of_any_word_finds_a_tag() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", *"town", "tab")
        assert field(app).tags == ("mayor of the town",)


async def test_a_tag_that_stands_there_is_not_offered_again() -> None:
    app = stage(tags=("harbour",))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", *", har")
        assert field(app).offers == []


async def test_a_known_tag_that_is_typed_out_is_meant_as_it_stands() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", *"date", "enter")
        await pilot.pause()
    assert app.returned == [Written("", ("date",))]


async def test_a_comma_keeps_what_is_typed_though_a_longer_tag_is_known() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", *"har,", "enter")
        await pilot.pause()
    assert app.returned == [Written("", ("har",))]


async def test_before_anything_is_typed_tab_and_enter_mean_what_they_mean_elsewhere() -> None:
    app = stage("text")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "tab")
        assert app.screen.query_one(TextArea).has_focus
        await pilot.press("tab", "enter")
        await pilot.pause()
    assert app.returned == [Written("text", ())]


async def test_a_tag_in_the_middle_is_completed_where_it_stands() -> None:
    app = stage(tags=("first", "ma", "last"))
    async with app.run_test(size=(80, 24)) as pilot:
        field(app).focus()
        field(app).cursor_position = len("first, ma")
        await pilot.press("enter")
        assert field(app).tags == ("first", "mayor of the town", "last")


async def test_tags_of_this_comparison_are_offered_on_the_next_note() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("o", "e", "tab", *"to check", "ctrl+s")
        await settled(pilot)
        await pilot.press("c", "e", "tab", *"to", "tab", "ctrl+s")
        await settled(pilot)
        assert app.reading.session.annotations.review_of("cost").tags == ("to check",)
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert app.reading.session.annotations.review_of("cost").is_empty


# The person's own editor


def editor(tmp_path: Path, program: str) -> str:
    """A command that runs a program on the file, which is called `file` there."""
    script = tmp_path / "editor.py"
    script.write_text(f"import os, sys, pathlib\nfile = pathlib.Path(sys.argv[1])\n{program}\n")
    return shlex.join([sys.executable, str(script)])


@contextmanager
def _lent() -> Iterator[None]:
    yield


@pytest.fixture
def lending(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.app.App.suspend", lambda app: _lent())


def test_visual_comes_before_editor_and_may_have_options() -> None:
    assert editor_command({"VISUAL": "code --wait", "EDITOR": "ed"}) == ["code", "--wait"]
    assert editor_command({"VISUAL": " ", "EDITOR": "ed"}) == ["ed"]


@pytest.mark.parametrize("environment", [{}, {"EDITOR": ""}, {"EDITOR": "vi 'unclosed"}])
def test_an_editor_that_is_not_named_is_a_complaint(environment: dict[str, str]) -> None:
    with pytest.raises(ReaderError, match="EDITOR"):
        editor_command(environment)


def test_the_text_goes_through_a_file_that_nobody_else_can_read_and_that_is_then_gone(tmp_path: Path) -> None:
    program = (
        "mode = f'{file.stat().st_mode & 0o777:o} {file.parent.stat().st_mode & 0o777:o}'\n"
        "file.write_text(f'{file.read_text()}{mode} {file}')"
    )
    lines = edited("as it was", shlex.split(editor(tmp_path, program))).split("\n")
    mode, parent, file = lines[1].split(" ", 2)
    assert (lines[0], mode, parent) == ("as it was", "600", "700")
    assert not Path(file).parent.exists()


def test_controls_that_an_editor_leaves_do_not_reach_the_screen(tmp_path: Path) -> None:
    command = shlex.split(editor(tmp_path, r"file.write_text('a\x1b[31mb\x07')"))
    assert edited("", command) == "a�[31mb�"


def test_what_a_failing_editor_wrote_is_kept_in_a_file_that_is_named(tmp_path: Path) -> None:
    command = shlex.split(editor(tmp_path, "file.write_text('half a th'); sys.exit(3)"))
    with pytest.raises(ReaderError, match="ended with status 3") as caught:
        edited("", command)
    kept = Path(str(caught.value).rsplit(" kept in ", 1)[1].rstrip("."))
    assert kept.read_text() == "half a th"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    kept.unlink()
    kept.parent.rmdir()


@pytest.mark.parametrize(
    "program", ["sys.exit(1)", "file.unlink()", "os.kill(os.getpid(), 9)"], ids=["status", "gone", "killed"]
)
def test_an_editor_that_fails_leaves_no_file(tmp_path: Path, program: str) -> None:
    command = shlex.split(editor(tmp_path, program))
    with pytest.raises(ReaderError, match="The note is as it was") as caught:
        edited("text", command)
    assert "kept" not in str(caught.value)


def test_a_file_that_is_not_utf_8_is_kept(tmp_path: Path) -> None:
    command = shlex.split(editor(tmp_path, r"file.write_bytes(b'caf\xe9')"))
    with pytest.raises(ReaderError, match="not UTF-8") as caught:
        edited("", command)
    kept = Path(str(caught.value).rsplit(" kept in ", 1)[1].rstrip("."))
    assert kept.read_bytes() == b"caf\xe9"


async def test_ctrl_o_takes_the_note_to_the_editor_and_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lending: None
) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, "file.write_text(file.read_text() + 'second')"))
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"first", "ctrl+o", "ctrl+s")
        await pilot.pause()
    assert app.returned == [Written("first\nsecond", ())]


@pytest.mark.parametrize("command", ["false", "/nonexistent/editor", ""])
async def test_an_editor_that_fails_loses_nothing_and_says_so(
    command: str, monkeypatch: pytest.MonkeyPatch, lending: None
) -> None:
    monkeypatch.setenv("VISUAL", command)
    monkeypatch.delenv("EDITOR", raising=False)
    app = stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press(*"first", "ctrl+o")
        await pilot.pause()
        assert [notice.severity for notice in app._notifications] == ["error"]
        assert app.screen.query_one(TextArea).text == "first"


async def test_a_terminal_that_cannot_be_lent_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "true")
    app = stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press(*"first", "ctrl+o")
        await pilot.pause()
        assert [notice.message for notice in app._notifications] == [
            "This terminal cannot be lent to an editor."
        ]
