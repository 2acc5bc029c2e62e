"""The list of all that a person added: filter and sort it, go to one, edit, remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar, Literal

from rich.text import Text
from textual import work
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input

from readerapp.model import Finding
from readerapp.session import Session
from readerapp.session.remarks import (
    Choice,
    Order,
    Remark,
    following,
    remarks_of,
    sorts_of,
    tags_of,
    verdicts_of,
)
from readerapp.ui.anchor_words import CAUSES, status_of, what_became_of
from readerapp.ui.screens.list_screen import ListScreen
from readerapp.ui.screens.note_editor import NoteEditor, Written
from readerapp.ui.widgets.key_line import KeyHint
from readerapp.ui.wording import KIND_WORDS, OWN, VERDICT_SIGNS, history_step, kind_sign, plural

_ORDERS = tuple(order.value for order in Order)


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
        Binding("ctrl+z", "history('undo')", "Undo", show=False),
        Binding("ctrl+y", "history('redo')", "Redo", show=False),
        *(Binding(str(digit), f"document('{digit}')", "Article", show=False) for digit in range(1, 10)),
        Binding("a", "sort", "Kind", show=False),
        Binding("v", "verdict", "Verdict", show=False),
        Binding("number_sign", "tag", "Tag", show=False),
        Binding("s", "order", "Order", show=False),
        Binding("0", "everything", "Everything", show=False),
    ]

    def __init__(
        self,
        session: Session,
        changed: Callable[[], None],
        drafted: Callable[[Callable[[Session], object]], object] = lambda change: None,
    ) -> None:
        super().__init__()
        self._session, self._changed, self._drafted = session, changed, drafted
        self._choice = Choice()
        self._remarks = remarks_of(session)

    def heading(self) -> str:
        """How many there are, and which are shown."""
        total = len(self._remarks)
        if not total:
            return "No notes and no verdicts yet"
        words = plural(total, "note or verdict", "notes and verdicts")
        shown = words if len(self.entries) == total else f"{len(self.entries):,} of {words}"
        return "   ".join(part for part in (shown, self._choice.describe()) if part)

    def explanation(self) -> str:
        """The keys that choose."""
        return "/ words or #tag   1-9 article   a kind   v verdict   # tag   0 all   s sort"

    def hints(self) -> Sequence[KeyHint]:
        """What can be done here."""
        return [
            KeyHint("Enter", "go there", "go"),
            KeyHint("/", "search", "filter"),
            KeyHint("e", "edit", "edit"),
            KeyHint("d", "remove", "remove"),
            KeyHint("s", "sort", "order"),
            KeyHint("Ctrl+Z", "undo", "history('undo')"),
            KeyHint("Esc", "back", "back"),
        ]

    def identity(self, entry: Remark) -> str:
        """Identity of the note or of the finding."""
        return entry.id

    def matching(self, text: str) -> Sequence[Remark]:
        """The remarks that are chosen and in which all words occur."""
        self._remarks = remarks_of(self._session)
        self._choice = replace(self._choice, text=text)
        return self._choice.of(self._remarks)

    def draw(self, entry: Remark, width: int) -> Text:
        """Signs, the note's first line, and the text that it is about."""
        row = Text(" ", no_wrap=True)
        row.append(VERDICT_SIGNS[entry.verdict] if entry.verdict else "✎" if entry.text else " ", "bold")
        row.append(f" {kind_sign(entry.about)} " if isinstance(entry.about, Finding) else "   ")
        moment = entry.moment()
        if self._choice.order is Order.TIME and moment is not None:
            row.append(f"{moment.astimezone():%Y-%m-%d %H:%M}  ", "dim")
        if entry.is_own:
            row.append(f"{OWN}  ", "italic")
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
            said = [KIND_WORDS[entry.about.kind], entry.about.type, "made by hand" if entry.is_own else ""]
            said.append(entry.verdict or "")
            parts.append(Content.styled(", ".join(word for word in said if word) + "\n", "bold"))
            if entry.is_own:
                parts.append(Content(f"{entry.about.reason}\n"))
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

        known = self._session.tags
        editor = NoteEditor("Note", quotation, remark.text, remark.tags, known_tags=known, drafted=drafted)
        written = await self.app.push_screen_wait(editor)
        if written is not None:
            _rewrite(self._session, remark, written)
        self._changed()
        self.refill()

    def action_remove(self) -> None:
        """Remove the note, the verdict and note on the finding, or one's own finding; can be undone."""
        remark = self.selected
        if remark is None:
            return
        if remark.orphan is not None:
            self._session.remove_orphan(remark.id)
        elif remark.is_own:
            self._session.remove_finding(remark.id)
        elif isinstance(remark.about, Finding):
            self._session.clear_review(remark.id)
        else:
            self._session.remove_note(remark.id)
        self._changed()
        self.refill()
        self.app.notify("Removed. Ctrl+Z brings it back.", markup=False)

    def action_history(self, direction: Literal["undo", "redo"]) -> None:
        """Take back the last change, or do it again."""
        words = history_step(self._session, direction)
        self._changed()
        self.refill()
        self.app.notify(words, markup=False)

    # Choosing

    def _choose(self, choice: Choice) -> None:
        self._choice = choice
        self.refill(self.selected.id if self.selected is not None else None)

    def action_document(self, digit: str) -> None:
        """Show what is about one article, or about all again."""
        names = [document.id for document in self._session.documents]
        if digit in names:
            document = None if self._choice.document == digit else digit
            self._choose(replace(self._choice, document=document))
        else:
            words = f"There is no article {digit}: {plural(len(names), 'article')} open."
            self.app.notify(words, markup=False)

    def action_sort(self) -> None:
        """Show notes alone, findings of one kind alone, or all again."""
        self._choose(replace(self._choice, sort=following(sorts_of(self._remarks), self._choice.sort)))

    def action_verdict(self) -> None:
        """Show what has one verdict, or none, or all again."""
        verdict = following(verdicts_of(self._remarks), self._choice.verdict)
        self._choose(replace(self._choice, verdict=verdict))

    def action_tag(self) -> None:
        """Show what has one tag after another, then all again."""
        tags = tags_of(self._remarks)
        if tags:
            self._choose(replace(self._choice, tag=following(tags, self._choice.tag)))
        else:
            self.app.notify("There are no tags yet.", markup=False)

    def action_order(self) -> None:
        """Sort by something else."""
        order = Order(following(_ORDERS, self._choice.order) or Order.POSITION)
        self._choose(replace(self._choice, order=order))

    def action_everything(self) -> None:
        """Show all again."""
        self._choose(Choice(order=self._choice.order))
        self.query_one(Input).value = ""


def _rewrite(session: Session, remark: Remark, written: Written) -> None:
    """Put what was written in place of a remark; nothing removes it."""
    if isinstance(remark.about, Finding):
        session.note_finding(remark.id, *written)
    elif written.text or written.tags:
        session.rewrite_note(remark.about, *written)
    else:
        session.remove_note(remark.id)
