"""Questions, going to a place, writing a note, choosing a name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, Static, TextArea
from ui_samples import Stage

from readerapp.ui.screens.go_to import GoTo, Target, target_of
from readerapp.ui.screens.note_editor import NoteEditor, Written
from readerapp.ui.screens.question import Answer, Question
from readerapp.ui.screens.save_as import SaveAs, location_of
from readerapp.ui.widgets.tag_field import tags_of

ANSWERS = [Answer("save", "s", "Save and leave"), Answer("stay", "c", "Stay [bold]here[/bold]")]


async def test_a_question_is_answered_by_the_letter_of_an_answer() -> None:
    app = Stage(Question("Leave?", "", ANSWERS))
    async with app.run_test() as pilot:
        await pilot.press("c")
        await pilot.pause()
    assert app.returned == ["stay"]


async def test_a_question_is_answered_by_arrows_and_enter() -> None:
    app = Stage(Question("Leave?", "", ANSWERS))
    async with app.run_test() as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
    assert app.returned == ["stay"]


async def test_enter_gives_the_first_answer() -> None:
    app = Stage(Question("Leave?", "", ANSWERS))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
    assert app.returned == ["save"]


async def test_escape_leaves_a_question_unanswered() -> None:
    app = Stage(Question("Leave?", "Nothing was saved.", ANSWERS))
    async with app.run_test() as pilot:
        await pilot.press("escape")
        await pilot.pause()
    assert app.returned == [None]


async def test_brackets_in_a_question_are_shown_as_written() -> None:
    app = Stage(Question("Overwrite [red]a[/red].json?", "in [link=x]", ANSWERS))
    async with app.run_test():
        texts = [str(widget.render()) for widget in app.screen.query(Static)]
        assert texts[:2] == ["Overwrite [red]a[/red].json?", "in [link=x]"]
        prompt = app.screen.query_one(OptionList).get_option_at_index(1).prompt
        assert "[bold]here[/bold]" in str(prompt)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("120", Target(120, None)),
        (" 35% ", Target(None, 0.35)),
        ("12,5 %", Target(None, 0.125)),
        ("0%", Target(None, 0.0)),
        ("0", None),
        ("101%", None),
        ("nan%", None),
        ("-1", None),
        ("x", None),
        ("", None),
        ("9" * 50, None),
    ],
)
def test_a_place_is_a_line_or_a_percentage(text: str, target: Target | None) -> None:
    assert target_of(text) == target


async def test_a_place_that_cannot_be_read_is_asked_for_again() -> None:
    app = Stage(GoTo("An article", 200))
    async with app.run_test() as pilot:
        await pilot.press(*"here", "enter")
        assert "Write a line" in str(app.screen.query_one(".complaint", Static).render())
        app.screen.query_one(Input).value = "50%"
        await pilot.press("enter")
        await pilot.pause()
    assert app.returned == [Target(None, 0.5)]


async def test_a_note_of_several_lines_and_its_tags_are_kept() -> None:
    app = Stage(NoteEditor("Note", "the quoted text"))
    async with app.run_test() as pilot:
        await pilot.press(*"one", "enter", *"two", "tab", *"date, bridge , date", "ctrl+s")
        await pilot.pause()
    assert app.returned == [Written("one\ntwo", ("date", "bridge"))]


async def test_enter_in_the_tags_keeps_the_note() -> None:
    app = Stage(NoteEditor("Note", "", "text", ("a",)))
    async with app.run_test() as pilot:
        await pilot.press("tab", "enter")
        await pilot.pause()
    assert app.returned == [Written("text", ("a",))]


async def test_a_note_that_was_not_changed_is_left_without_a_question() -> None:
    app = Stage(NoteEditor("Note", "", "text", ("a",)))
    async with app.run_test() as pilot:
        await pilot.press("escape")
        await pilot.pause()
    assert app.returned == [None]


@pytest.mark.parametrize(("key", "returned"), [("k", Written("new", ())), ("d", None)])
async def test_leaving_a_changed_note_asks_whether_to_keep_it(key: str, returned: Written | None) -> None:
    app = Stage(NoteEditor("Note", ""))
    async with app.run_test() as pilot:
        await pilot.press(*"new", "escape")
        await pilot.pause()
        assert isinstance(app.screen, Question)
        await pilot.press(key)
        await pilot.pause()
    assert app.returned == [returned]


async def test_after_the_question_writing_can_go_on() -> None:
    app = Stage(NoteEditor("Note", ""))
    async with app.run_test() as pilot:
        await pilot.press(*"new", "escape")
        await pilot.pause()
        await pilot.press("w")
        await pilot.pause()
        await pilot.press(*"er")
        assert app.screen.query_one(TextArea).text == "newer"
    assert app.returned == []


def test_tags_are_separated_by_commas_and_not_repeated() -> None:
    assert tags_of(" a,b  c,, a ,") == ("a", "b c")


def test_a_name_gets_the_suffix_of_a_saved_comparison() -> None:
    assert location_of("work") == Path("work.reader.json")
    assert location_of("work.reader.json") == Path("work.reader.json")
    assert location_of("notes.json") == Path("notes.json")
    assert location_of("  ") is None


async def test_saving_proposes_a_name_and_shows_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = Stage(SaveAs(Path("a-b.reader.json")))
    async with app.run_test() as pilot:
        assert app.screen.query_one(Input).value == "a-b.reader.json"
        assert str(tmp_path) in str(app.screen.query_one(".explanation", Static).render())
        await pilot.press("enter")
        await pilot.pause()
    assert app.returned == [Path("a-b.reader.json")]


async def test_a_folder_that_does_not_exist_is_told_before_saving(tmp_path: Path) -> None:
    app = Stage(SaveAs(tmp_path / "none" / "a.reader.json"))
    async with app.run_test() as pilot:
        assert "There is no folder" in str(app.screen.query_one(".explanation", Static).render())
        await pilot.press("enter")
        await pilot.pause()
        assert app.returned == []


@pytest.mark.parametrize(("key", "saved"), [("o", True), ("r", False)])
async def test_a_file_that_exists_is_overwritten_only_after_asking(
    tmp_path: Path, key: str, saved: bool
) -> None:
    known = tmp_path / "a.reader.json"
    known.write_text("{}")
    app = Stage(SaveAs(known))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, Question)
        await pilot.press(key)
        await pilot.pause()
        assert app.returned == ([known] if saved else [])


async def test_the_file_it_was_saved_in_before_is_overwritten_without_asking(tmp_path: Path) -> None:
    known = tmp_path / "a.reader.json"
    known.write_text("{}")
    app = Stage(SaveAs(known, known))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
    assert app.returned == [known]


@pytest.mark.parametrize("name", ["~nobody-of-that-name", "é" * 150, "a" * 300, "a\0b", "~", "..", "/", "."])
async def test_any_name_can_be_typed(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = Stage(SaveAs(Path("a.reader.json"), Path("b.reader.json")))
    async with app.run_test() as pilot:
        app.screen.query_one(Input).value = name
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    expected = location_of(name)
    assert app.returned == ([] if expected is None else [expected])


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="the system has no links")
async def test_a_link_that_leads_nowhere_is_asked_about_like_a_file(tmp_path: Path) -> None:
    link = tmp_path / "a.reader.json"
    link.symlink_to(tmp_path / "gone")
    app = Stage(SaveAs(link, tmp_path / "other.reader.json"))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, Question)


async def test_a_note_tells_what_stands_in_it_only_when_that_is_new() -> None:
    told: list[Written] = []
    editor = NoteEditor("Note", "", "old", drafted=told.append)
    app = Stage(editor)
    async with app.run_test() as pilot:
        editor.tell_draft()
        await pilot.press("e", "r")
        editor.tell_draft()
        editor.tell_draft()
    assert told == [Written("older", ())]
