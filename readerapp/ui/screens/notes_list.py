"""The list of notes and judged findings: search it, go to one, edit, remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.binding import Binding
from textual.content import Content

from readerapp.model import Finding, Note, OrphanCause, Passage, Verdict
from readerapp.session import Session
from readerapp.ui.anchor_words import CAUSES, status_of, what_became_of
from readerapp.ui.screens.list_screen import ListScreen
from readerapp.ui.screens.note_editor import NoteEditor, Written
from readerapp.ui.widgets.key_line import KeyHint
from readerapp.ui.wording import KIND_WORDS, VERDICT_SIGNS, plural


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person added: a note on selected text, or a verdict or note on a finding."""

    id: str
    """Identity of the note or of the finding."""
    about: Note | Finding
    text: str
    tags: tuple[str, ...]
    verdict: Verdict | None
    passages: tuple[Passage, ...]
    orphan: OrphanCause | None = None
    """Why it has no place any more."""

    def searchable(self) -> str:
        """Everything in it that can be searched for, without regard to case."""
        parts = [self.text, *self.tags, self.verdict or "", *(p.text for p in self.passages)]
        parts += [self.orphan or "", *(p.anchor.status for p in self.passages if p.anchor is not None)]
        return "\n".join(parts).casefold()


def remarks_of(session: Session) -> list[Remark]:
    """All remarks in the order of the text that they are about; at the end those without a place."""
    annotations = session.annotations
    remarks = [Remark(note.id, note, note.text, note.tags, None, note.passages) for note in annotations.notes]
    for identity, review in annotations.reviews.items():
        finding = session.finding(identity)
        if finding is not None:
            remarks.append(
                Remark(identity, finding, review.note, review.tags, review.verdict, finding.passages)
            )
    order = {document.id: number for number, document in enumerate(session.documents)}
    for orphan in annotations.orphans:
        note = orphan.note
        text, tags = (orphan.review.note, orphan.review.tags) if note is None else (note.text, note.tags)
        about = orphan.finding if note is None else note
        if about is not None:
            remarks.append(
                Remark(orphan.id, about, text, tags, orphan.review.verdict, orphan.passages, orphan.cause)
            )
    return sorted(
        remarks,
        key=lambda remark: (
            remark.orphan is not None,
            [(order.get(p.document, 0), p.start) for p in remark.passages[:1]],
        ),
    )


class NotesList(ListScreen[Remark]):
    """Returns the identity of the note or finding that was chosen.

    Args:
        session: the sitting.
        changed: called after every change.
        drafted: called with the change that a note which is still being written will make.
    """

    BINDINGS: ClassVar = [
        Binding("e", "edit", "Edit", show=False),
        Binding("d,delete", "remove", "Remove", show=False),
        Binding("ctrl+z", "undo", "Undo", show=False),
    ]

    def __init__(
        self,
        session: Session,
        changed: Callable[[], None],
        drafted: Callable[[Callable[[Session], object]], object] = lambda change: None,
    ) -> None:
        super().__init__()
        self._session, self._changed, self._drafted = session, changed, drafted

    def heading(self) -> str:
        """How many there are."""
        total = len(remarks_of(self._session))
        if not total:
            return "No notes and no verdicts yet"
        words = plural(total, "note or verdict", "notes and verdicts")
        return words if len(self.entries) == total else f"{len(self.entries):,} of {words}"

    def hints(self) -> Sequence[KeyHint]:
        """What can be done here."""
        return [
            KeyHint("Enter", "go there", "go"),
            KeyHint("/", "search", "filter"),
            KeyHint("e", "edit", "edit"),
            KeyHint("d", "remove", "remove"),
            KeyHint("Ctrl+Z", "undo", "undo"),
            KeyHint("Esc", "back", "back"),
        ]

    def identity(self, entry: Remark) -> str:
        """Identity of the note or of the finding."""
        return entry.id

    def matching(self, text: str) -> Sequence[Remark]:
        """The remarks in which all words occur."""
        words = text.casefold().split()
        return [
            remark
            for remark in remarks_of(self._session)
            if all(word in remark.searchable() for word in words)
        ]

    def draw(self, entry: Remark, width: int) -> Text:
        """Sign, the note's first line, and the text that it is about."""
        row = Text(" ", no_wrap=True)
        row.append(VERDICT_SIGNS[entry.verdict] if entry.verdict else "✎", "bold")
        row.append(" ")
        status = status_of(entry.passages, entry.orphan)
        if status:
            row.append(f"[{status}] ", "italic")
        if entry.text:
            row.append(" ".join(entry.text.split())[: width * 2 // 3])
            row.append("   ")
        if entry.tags:
            row.append(" ".join(f"#{tag}" for tag in entry.tags) + "   ", "bold")
        if entry.passages:
            row.append(f"{entry.passages[0].document} ", "dim bold")
            row.append(" ".join(entry.passages[0].text[: 2 * width].split()), "dim")
        return row

    def preview(self, entry: Remark) -> Content:
        """The note and the passages at length."""
        parts = []
        if isinstance(entry.about, Finding):
            verdict = f", {entry.verdict}" if entry.verdict else ""
            parts.append(
                Content.styled(f"{KIND_WORDS[entry.about.kind]}, {entry.about.type}{verdict}\n", "bold")
            )
        if entry.text:
            parts.append(Content(f"{entry.text}\n"))
        if entry.orphan is not None:
            parts.append(Content.styled(f"{CAUSES[entry.orphan]}\n", "italic $warning"))
        for passage in entry.passages:
            parts.append(Content.styled(f"{passage.document} ", "bold $primary"))
            parts.append(Content(" ".join(passage.text[:2000].split()) + "\n"))
            parts.append(what_became_of(passage))
        return Content("").join(parts)

    def action_go(self) -> None:
        """Go to the entry under the cursor."""
        self._chosen()

    @work
    async def action_edit(self) -> None:
        """Edit the note under the cursor."""
        remark = self.selected
        if remark is None:
            return
        if remark.orphan is not None:
            self.app.notify("What has no place any more can be read and removed, not changed.", markup=False)
            return
        quotation = remark.passages[0].text if remark.passages else ""

        def drafted(written: Written) -> None:
            self._drafted(lambda session: _rewrite(session, remark, written))

        editor = NoteEditor("Note", quotation, remark.text, remark.tags, drafted=drafted)
        written = await self.app.push_screen_wait(editor)
        if written is not None:
            _rewrite(self._session, remark, written)
        self._changed()
        self.refill()

    def action_remove(self) -> None:
        """Remove the note, or the verdict and note on the finding; can be undone."""
        remark = self.selected
        if remark is None:
            return
        if remark.orphan is not None:
            self._session.remove_orphan(remark.id)
        elif isinstance(remark.about, Finding):
            self._session.clear_review(remark.id)
        else:
            self._session.remove_note(remark.id)
        self._changed()
        self.refill()
        self.app.notify("Removed. Ctrl+Z brings it back.", markup=False)

    def action_undo(self) -> None:
        """Take back the last change."""
        step = self._session.undo()
        self._changed()
        self.refill()
        message = f"Undone: {step.description}." if step else "There is nothing to undo."
        self.app.notify(message, markup=False)


def _rewrite(session: Session, remark: Remark, written: Written) -> None:
    """Put what was written in place of a remark; nothing removes it."""
    if isinstance(remark.about, Finding):
        session.note_finding(remark.id, *written)
    elif written.text or written.tags:
        session.rewrite_note(remark.about, *written)
    else:
        session.remove_note(remark.id)
