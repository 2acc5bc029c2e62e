"""Writing a note and its tags."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from readerapp.model import ReaderError
from readerapp.ui.external_editor import edited, editor_command
from readerapp.ui.screens.question import Answer, Question
from readerapp.ui.widgets.key_line import KeyHint, KeyLine
from readerapp.ui.widgets.tag_field import TagField

_PAUSE = 1.0
"""Seconds without a key after which the draft is told."""


class Written(NamedTuple):
    """What the person wrote."""

    text: str
    """Perhaps of several lines; white space at both ends removed."""
    tags: tuple[str, ...]
    """Without repetition, in the order in which they were written."""


class NoteEditor(ModalScreen[Written | None]):
    """Returns what was written; None where the person gave up.

    Args:
        title: what the note is about, in one line.
        quotation: the text that it is about.
        text: the note as it stands.
        tags: its tags.
        known_tags: tags to offer, the likeliest first.
        drafted: called with what stands there when the person pauses, so that it can be kept.
    """

    DEFAULT_CSS = """
    NoteEditor { align: center middle; background: $background 60%; }
    NoteEditor > Vertical {
        width: 90%; max-width: 90; height: 80%; max-height: 22; min-height: 9;
        border: round $primary; background: $surface; padding: 0 1;
    }
    NoteEditor .quotation { color: $text-muted; height: auto; max-height: 3; text-style: italic; }
    NoteEditor .title { text-style: bold; }
    NoteEditor TextArea, NoteEditor TextArea:focus {
        height: 1fr; border: none; padding: 0 1; background: $boost; margin-top: 1;
    }
    NoteEditor Input, NoteEditor Input:focus {
        border: none; height: 1; padding: 0 1; margin-top: 1; background: $boost;
    }
    NoteEditor .offers { height: 1; padding: 0 1; }
    NoteEditor KeyLine { background: $surface; }
    """
    BINDINGS: ClassVar = [
        # The terminal tells Ctrl+Enter from Enter only where it speaks the Kitty protocol.
        Binding("ctrl+s,ctrl+enter", "keep", "Keep", show=False, priority=True),
        Binding("escape", "leave", "Give up", show=False, priority=True),
        Binding("ctrl+o", "edit_outside", "Editor", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        quotation: str,
        text: str = "",
        tags: tuple[str, ...] = (),
        *,
        known_tags: Sequence[str] = (),
        drafted: Callable[[Written], object] = lambda written: None,
    ) -> None:
        super().__init__()
        self._title, self._quotation = title, quotation
        self._before = self._told = Written(text.strip(), tags)
        self._known_tags = tuple(known_tags)
        self._drafted = drafted
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """The quotation, the note, the tags."""
        with Vertical():
            yield Static(self._title, markup=False, classes="title")
            yield Static(_shortened(self._quotation), markup=False, classes="quotation")
            yield TextArea(self._before.text, soft_wrap=True, tab_behavior="focus")
            yield TagField(self._before.tags, self._known_tags)
            yield Static("", markup=False, classes="offers")
            yield KeyLine(
                [
                    KeyHint("Ctrl+S", "keep", "keep"),
                    KeyHint("Esc", "give up", "leave"),
                    KeyHint("Tab", "tags", "focus_next"),
                    KeyHint("Ctrl+O", "your editor", "edit_outside"),
                ]
            )

    def on_mount(self) -> None:
        """Typing begins at once, behind what stands there."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)

    def action_focus_next(self) -> None:
        """From the note to the tags and back."""
        self.focus_next()

    @property
    def written(self) -> Written:
        """What stands in the fields."""
        return Written(self.query_one(TextArea).text.strip(), self.query_one(TagField).tags)

    @on(TagField.Offered)
    def _show_offers(self) -> None:
        line = self.query_one(".offers", Static)
        line.update(self.query_one(TagField).offered_in_words(line.content_size.width))

    def action_edit_outside(self) -> None:
        """Let the person write in the editor that VISUAL or EDITOR names, and take the text back."""
        area = self.query_one(TextArea)
        # Whatever becomes of the editor, what stands here is kept.
        self.tell_draft()
        text, complaint = area.text, ""
        try:
            command = editor_command()
            with self.app.suspend():
                # An error that left this block would leave the terminal as the editor has it.
                try:
                    text = edited(area.text.rstrip(), command)
                except ReaderError as error:
                    complaint = str(error)
        except ReaderError as error:
            complaint = str(error)
        except SuspendNotSupported:
            complaint = "This terminal cannot be lent to an editor."
        if complaint:
            self.app.notify(complaint, severity="error", timeout=12, markup=False)
            return
        area.text = text
        area.move_cursor(area.document.end)
        area.focus()

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _wait_for_pause(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(_PAUSE, self.tell_draft)

    def tell_draft(self) -> None:
        """Tell what stands in the fields, if it was not told yet."""
        written = self.written
        if written != self._told:
            self._told = written
            self._drafted(written)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Return what was written."""
        self.dismiss(self.written)

    @work
    async def action_leave(self) -> None:
        """Give up; asks first where something was written."""
        if self.written == self._before:
            self.dismiss(None)
            return
        answers = [
            Answer("keep", "k", "Keep the note"),
            Answer("discard", "d", "Discard what was written"),
            Answer("write", "w", "Go on writing"),
        ]
        answer = await self.app.push_screen_wait(Question("Keep this note?", "", answers))
        if answer == "keep":
            self.dismiss(self.written)
        elif answer == "discard":
            self.dismiss(None)


def _shortened(text: str, limit: int = 300) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[:limit].rstrip() + " …"
