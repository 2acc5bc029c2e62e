"""Asking where, and under which name, a comparison is saved."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from readerapp.model.portable import SAVED_SUFFIX
from readerapp.ui.screens.question import Answer, Question
from readerapp.ui.widgets.key_line import KeyHint, KeyLine


def location_of(text: str) -> Path | None:
    """The file that a typed name stands for, with the suffix added; None for an empty name or a folder.

    A name that the disk will not take is returned all the same: saving says what is wrong with it.
    """
    name = text.strip()
    if not name or name.endswith(("/", "\\")):
        return None
    # Other than those of Path, these functions have an answer for every name that somebody types.
    path = Path(os.path.expanduser(name))
    if os.path.isdir(path) or not path.name or path.name == "..":
        return None
    if not path.name.endswith(".json"):
        path = path.with_name(path.name + SAVED_SUFFIX)
    return path


class SaveAs(ModalScreen[Path | None]):
    """Returns where to save, after asking before a file is overwritten; None where the person leaves.

    Args:
        proposal: file that is proposed.
        current: file that the comparison was saved in before, which may be overwritten without asking.
    """

    DEFAULT_CSS = """
    SaveAs { align: center middle; background: $background 60%; }
    SaveAs > Vertical {
        width: 90%; max-width: 100; height: auto; border: round $primary; background: $surface;
        padding: 0 1;
    }
    SaveAs .heading { text-style: bold; }
    SaveAs Input, SaveAs Input:focus { border: none; height: 1; padding: 0 1; background: $boost; }
    SaveAs .explanation { color: $text-muted; height: auto; margin: 1 0; }
    SaveAs KeyLine { background: $surface; }
    """
    BINDINGS: ClassVar = [("escape", "dismiss(None)", "Stay")]

    def __init__(self, proposal: Path, current: Path | None = None) -> None:
        super().__init__()
        self._proposal, self._current = proposal, current

    def compose(self) -> ComposeResult:
        """The name to write, and what it means."""
        with Vertical():
            yield Static("Save the annotated comparison as", classes="heading", markup=False)
            yield Input(str(self._proposal), select_on_focus=False)
            yield Static("", classes="explanation", markup=False)
            yield KeyLine(
                [KeyHint("Enter", "save", "submit"), KeyHint("Esc", "leave unsaved", "dismiss(None)")]
            )

    def on_mount(self) -> None:
        """Typing begins at once, behind the proposed name."""
        self.query_one(Input).focus()
        self._explain()

    @on(Input.Changed)
    def _explain(self) -> None:
        self.query_one(".explanation", Static).update(self._explanation())

    def _explanation(self) -> str:
        location = location_of(self.query_one(Input).value)
        if location is None:
            return "Write the name of a file."
        folder = location.parent
        if not os.path.isdir(folder):
            return f"There is no folder {folder.absolute()}."
        known = " (exists already; you will be asked)" if self._would_overwrite(location) else ""
        return f"Folder: {folder.absolute()}\nFile: {location.name}{known}"

    def _would_overwrite(self, location: Path) -> bool:
        if not os.path.lexists(location):
            return False
        try:
            return self._current is None or not os.path.samefile(location, self._current)
        except (OSError, ValueError):
            return True

    @on(Input.Submitted)
    @work
    async def action_submit(self) -> None:
        """Return the name if it can be used."""
        location = location_of(self.query_one(Input).value)
        if location is None or not os.path.isdir(location.parent):
            self.app.bell()
            return
        if self._would_overwrite(location):
            answers = [
                Answer("rename", "r", "Choose another name"),
                Answer("overwrite", "o", "Overwrite the file"),
            ]
            question = Question(f"{location.name} exists already.", "Overwrite it?", answers)
            if await self.app.push_screen_wait(question) != "overwrite":
                return
        self.dismiss(location)
