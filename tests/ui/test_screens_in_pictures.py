"""Each screen as a picture: a change that anybody would see fails here.

A change that is meant is taken over with `pytest tests/ui/test_screens_in_pictures.py --snapshot-update`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reading_samples import reader, settled
from textual.pilot import Pilot
from ui_samples import DOCUMENTS, Stage

from readerapp.model import Notice
from readerapp.ui.app import ReaderApp
from readerapp.ui.screens.save_as import SaveAs
from readerapp.ui.widgets.status_line import StatusLine

Compare = Callable[..., bool]


def pressing(*keys: str) -> Callable[[Pilot[Any]], Any]:
    async def press(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        if isinstance(pilot.app, ReaderApp):
            # Messages go after some seconds, which a slow machine may need for the picture.
            pilot.app.reading.query_one(StatusLine).forget()
        await pilot.pause(0.2)

    return press


PICTURES: dict[str, tuple[str, ...]] = {
    "start": (),
    "contradiction": ("n",),
    "overlap-judged": ("o", "y"),
    "only-here": ("i",),
    "dismissed": ("o", "x"),
    "search": ("slash", *"harbour", "enter"),
    "selecting": ("v", *["shift+right"] * 11),
    "zoomed": ("n", "z"),
    "filtered": ("k", "n"),
    "types": ("T", "down", "space"),
    "findings": ("o", "y", "f"),
    "notes": ("o", "y", "e", *"who says so?", "ctrl+s", "l"),
    "note-editor": ("o", "e", *"who says so?"),
    "help": ("question_mark",),
    "go-to": ("g",),
    "leaving": ("n", "y", "q"),
    "relating": ("v", *["shift+right"] * 11, "r"),
    "relation": ("v", *["shift+right"] * 11, "r", *["shift+right"] * 8, "r"),
    "own-finding": ("v", *["shift+right"] * 11, "r", *["shift+right"] * 8, "r", "enter"),
    "tags": ("o", "e", "tab", *"date, by sea", "ctrl+s", "c", "e", "tab", *"by"),
    "dismissing": ("o", "X"),
    "notes-sorted": ("o", "y", "c", "x", "l", "s", "s", "s"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_80_by_24(snap_compare: Compare, name: str) -> None:
    assert snap_compare(reader(), run_before=pressing(*PICTURES[name]), terminal_size=(80, 24))


@pytest.mark.parametrize("theme", ["reader-light", "monochrome", "okabe-ito", "textual-light"])
def test_themes(snap_compare: Compare, theme: str) -> None:
    app = reader()

    async def choose(pilot: Pilot[Any]) -> None:
        app.theme = theme
        await pressing("n")(pilot)

    assert snap_compare(app, run_before=choose, terminal_size=(80, 24))


@pytest.mark.parametrize("size", [(40, 12), (120, 40), (250, 70)], ids=["40x12", "120x40", "250x70"])
def test_sizes(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(reader(), run_before=pressing("o"), terminal_size=size)


def test_one_article_alone_with_nothing_found(snap_compare: Compare) -> None:
    notice = Notice("nothing-found", "No run of words occurs twice in this article.")
    app = reader(DOCUMENTS[:1], (), notices=(notice,))
    assert snap_compare(app, run_before=pressing(), terminal_size=(80, 24))


def test_saving_under_a_name(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "absolute", lambda path: Path("/home/somebody/articles"))
    app = Stage(SaveAs(Path("bridge.reader.json")))
    assert snap_compare(app, run_before=pressing(), terminal_size=(80, 24))


def test_writing_a_report(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "absolute", lambda path: Path("/home/somebody/articles"))
    assert snap_compare(reader(), run_before=pressing("n", "E"), terminal_size=(80, 24))


def test_without_colour_kinds_are_told_apart_by_signs_and_styles(
    snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(reader(), run_before=pressing("n"), terminal_size=(80, 24))
