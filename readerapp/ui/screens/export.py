"""Choosing what a report holds, in which form it is written, and under which name."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input, Static

from readerapp.model import Kind, ReaderError
from readerapp.model.printable import printable
from readerapp.reports import FORMATS, FolderFormat, Format, ReportOptions, format_for
from readerapp.reports.options import is_reported, reported_orphans
from readerapp.saving.sparing import is_same_file, spare_articles
from readerapp.session import Session
from readerapp.ui.screens.question import Answer, Question
from readerapp.ui.widgets.checklist import Checklist
from readerapp.ui.widgets.key_line import KeyHint, KeyLine
from readerapp.ui.widgets.row_list import RowList
from readerapp.ui.wording import KIND_WORDS, plural

_FIRST = "html"
"""The format that is proposed: what most people can read."""

_PURPOSES = {
    "html": "a page to read and to send",
    "markdown": "text that reads well as it is",
    "csv": "a table: a row for each finding or note",
    "json": "everything, for programs",
    "webannotation": "for annotation tools and linked data",
    "tei": "XML for an edition",
    "brat": "a folder, to annotate further in brat",
    "pan": "a folder, for the PAN scorer: overlaps alone",
}
"""What each format is for."""

_TENTHS = (None, *(tenth / 10 for tenth in range(11)))
_KINDS = tuple(Kind)
_FORMAT, _SCORE, _CONFIRMED, _TEXTS = 0, len(_KINDS) + 1, len(_KINDS) + 2, len(_KINDS) + 3
_ROWS = _TEXTS + 1


@dataclass(frozen=True, slots=True)
class Export:
    """A report that is to be written."""

    location: Path
    """The file, or the folder."""
    format: Format | FolderFormat
    options: ReportOptions
    may_replace: bool
    """Did the person say that what is there already may be replaced?"""


class ExportScreen(Screen[Export | None]):
    """Returns what is to be written; None where the person leaves with Esc.

    Args:
        session: the sitting; it is only looked at.
        stem: path of the file that is proposed, without a suffix.
        saved: the file that the comparison is saved in, which no report takes the place of.
    """

    DEFAULT_CSS = """
    ExportScreen { background: $background; }
    ExportScreen .heading { background: $panel; text-style: bold; padding: 0 1; height: 1; }
    ExportScreen Checklist { height: 1fr; max-height: 9; }
    ExportScreen KeyLine { dock: bottom; }
    ExportScreen Input, ExportScreen Input:focus {
        border: none; height: 1; padding: 0 1; background: $surface;
    }
    ExportScreen Input:focus { background: $boost; }
    ExportScreen .label, ExportScreen .explanation { color: $text-muted; padding: 0 1; height: auto; }
    ExportScreen .explanation { max-height: 4; }
    """
    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", "Back", show=False),
        Binding("q", "dismiss(None)", "Back", show=False),
        Binding("right,greater_than_sign", "change(1)", "Next", show=False),
        Binding("left,less_than_sign", "change(-1)", "Previous", show=False),
        Binding("tab,shift+tab", "other_field", "Other field", show=False, priority=True),
    ]

    def __init__(self, session: Session, stem: Path, saved: Path | None = None) -> None:
        super().__init__()
        self._documents = session.documents
        self._findings, self._annotations = session.findings, session.annotations
        self._saved = saved
        self._names = tuple(name for name in _PURPOSES if name in FORMATS)
        self._names += tuple(name for name in FORMATS if name not in _PURPOSES)
        self._format = FORMATS[_FIRST]
        filters = session.filters
        self._kinds = set(filters.kinds)
        self._minimum = filters.minimum_score
        self._only_confirmed = False
        self._texts = True
        self._complaint = ""
        self._counts: Counter[Kind] = Counter()
        self._noted: Counter[Kind] = Counter()
        self._proposal = self._suffixed(str(stem))

    def compose(self) -> ComposeResult:
        """Choices, name, what will be written, keys."""
        yield Static("", markup=False, classes="heading")
        yield Checklist()
        yield Static("Write it as", markup=False, classes="label")
        yield Input(self._proposal, select_on_focus=False)
        yield Static("", markup=False, classes="explanation")
        yield KeyLine(
            [
                KeyHint("Enter", "write", "submit"),
                KeyHint("← →", "change", "change(1)"),
                KeyHint("Space", "check", "check"),
                KeyHint("Tab", "name", "other_field"),
                KeyHint("Esc", "back", "dismiss(None)"),
            ]
        )

    def on_mount(self) -> None:
        """The arrows choose at once."""
        self._refill()
        self.query_one(Checklist).focus()

    # What is chosen

    @property
    def _needs_texts(self) -> bool:
        return isinstance(self._format, FolderFormat) and self._format.needs_texts

    def _options(self) -> ReportOptions:
        only = frozenset(self._kinds) if len(self._kinds) < len(_KINDS) else frozenset()
        return ReportOptions(
            only, self._minimum, only_confirmed=self._only_confirmed, texts=self._texts or self._needs_texts
        )

    def _suffixed(self, name: str) -> str:
        """The name with the suffix of the format in place of that of another one."""
        for made in FORMATS.values():
            if isinstance(made, Format):
                for suffix in made.suffixes:
                    name = name[: -len(suffix)] if name.lower().endswith(suffix) else name
        return name + self._format.suffixes[0] if isinstance(self._format, Format) else name

    def _location(self) -> Path | None:
        name = self.query_one(Input).value.strip()
        if not name or name.endswith(("/", "\\")):
            return None
        path = Path(os.path.expanduser(name))
        return path if path.name and path.name != ".." else None

    # What is shown

    def _refill(self) -> None:
        self._count()
        rows = self.query_one(Checklist)
        rows.show(_ROWS, self._draw, rows.cursor)
        self._explain()

    def _draw(self, index: int, width: int) -> Text:
        row = Text(no_wrap=True)
        if index == _FORMAT:
            row.append("  format       ")
            row.append(f"‹ {self._format.name} ›", "bold")
            row.append(f"  {_PURPOSES.get(self._format.name, '')}", "dim")
        elif index == _SCORE:
            words = "as shown at first" if self._minimum is None else f"{self._minimum:.1f}"
            row.append("  least score  ")
            row.append(f"‹ {words} ›", "bold")
        elif index == _CONFIRMED:
            _box(row, self._only_confirmed, "only what you confirmed or found by yourself")
        elif index == _TEXTS:
            needed = f" ({self._format.name} needs them)" if self._needs_texts else ""
            _box(row, self._texts or self._needs_texts, f"the whole texts of the articles{needed}")
        else:
            kind = _KINDS[index - 1]
            _box(row, kind in self._kinds, KIND_WORDS[kind].ljust(14))
            row.append(f"{self._counts[kind]:>7,}", "" if kind in self._kinds else "dim")
        return row

    def _count(self) -> None:
        """Count findings and notes on them, by kind, that would be in the report, were the kind checked."""
        options = replace(self._options(), only=frozenset())
        reported = [each for each in self._findings if is_reported(each, self._annotations, options)]
        self._counts = Counter(finding.kind for finding in reported)
        self._noted = Counter(
            finding.kind for finding in reported if self._annotations.review_of(finding.id).note
        )

    @on(Input.Changed)
    def _name_changed(self) -> None:
        """A suffix that means a format chooses it."""
        self._complaint = ""
        location = self._location()
        suffix = location.suffix.lower() if location is not None else ""
        for made in FORMATS.values():
            if isinstance(made, Format) and suffix in made.suffixes and isinstance(self._format, Format):
                self._format = made
        self._refill()

    def _explain(self) -> None:
        reported = sum(self._counts[kind] for kind in self._kinds)
        on_findings = sum(self._noted[kind] for kind in self._kinds)
        notes = plural(on_findings + len(self._annotations.notes), "note")
        heading = f"Write a report: {plural(reported, 'finding')}, {notes}"
        orphans = len(reported_orphans(self._annotations, self._options()))
        if orphans:
            heading += f", {orphans:,} no longer in the articles"
        self.query_one(".heading", Static).update(heading)
        self.query_one(".explanation", Static).update(self._complaint or self._explanation())

    def _explanation(self) -> str:
        location = self._location()
        if location is None:
            return "Write the name of a file."
        what = "Folder" if isinstance(self._format, FolderFormat) else "File"
        known = " (exists already; you will be asked)" if os.path.lexists(location) else ""
        return f"In the folder {location.parent.absolute()}\n{what}: {location.name}{known}"

    # Changing

    @on(Checklist.Toggled)
    def action_check(self) -> None:
        """Check or uncheck the row under the cursor, or take its next value."""
        self.action_change(1)

    def action_change(self, direction: int) -> None:
        """Change the row under the cursor."""
        index = self.query_one(Checklist).cursor
        self._complaint = ""
        if index == _FORMAT:
            self._take_format(direction)
        elif index == _SCORE:
            place = (_TENTHS.index(self._minimum) if self._minimum in _TENTHS else 0) + direction
            self._minimum = _TENTHS[place % len(_TENTHS)]
        elif index == _CONFIRMED:
            self._only_confirmed = not self._only_confirmed
        elif index == _TEXTS:
            self._texts = not self._texts
        else:
            self._kinds ^= {_KINDS[index - 1]}
        self._refill()

    def _take_format(self, direction: int) -> None:
        place = self._names.index(self._format.name) + direction
        self._format = FORMATS[self._names[place % len(self._names)]]
        field = self.query_one(Input)
        if field.value.strip():
            field.value = self._suffixed(field.value.strip())
            # Where it stood may be within the suffix now.
            field.cursor_position = len(field.value)

    def action_other_field(self) -> None:
        """From the choices to the name and back."""
        rows, field = self.query_one(Checklist), self.query_one(Input)
        (field if rows.has_focus else rows).focus()

    # Writing

    @on(RowList.Chosen)
    @on(Input.Submitted)
    @work
    async def action_submit(self) -> None:
        """Return what is chosen if it can be written; asks before anything is replaced."""
        location = self._location()
        complaint = self._complaint_about(location)
        if complaint or location is None:
            self._complaint = complaint
            self._refill()
            return
        exists = os.path.lexists(location)
        if exists:
            answers = [
                Answer("rename", "r", "Choose another name"),
                Answer("overwrite", "o", "Replace it"),
            ]
            question = Question(f"{printable(location.name)} exists already.", "Replace it?", answers)
            if await self.app.push_screen_wait(question) != "overwrite":
                return
        self.dismiss(Export(location, self._format, self._options(), exists))

    def _complaint_about(self, location: Path | None) -> str:
        """Why no report can be written there; empty where one can."""
        if location is None:
            return "Write the name of a file."
        if not self._kinds:
            return "At least one kind of finding has to be checked."
        shown = printable(str(location))
        if not os.path.isdir(location.parent):
            return f"There is no folder {printable(str(location.parent.absolute()))}."
        if isinstance(self._format, Format) and os.path.isdir(location):
            return f"{shown} is a folder; write the name of a file."
        if (
            isinstance(self._format, FolderFormat)
            and os.path.lexists(location)
            and not os.path.isdir(location)
        ):
            return f"{shown} is a file, and {self._format.name} is a folder; choose another name."
        try:
            format_for(self._format.name, location)
            spare_articles(location, self._documents)
        except ReaderError as error:
            return str(error)
        if self._saved is not None and is_same_file(location, str(self._saved)):
            return f"{shown} holds the saved comparison; choose another name."
        return ""


def _box(row: Text, is_checked: bool, words: str) -> None:
    row.append("  [x] " if is_checked else "  [ ] ", "bold" if is_checked else "dim")
    row.append(words, "" if is_checked else "dim")
