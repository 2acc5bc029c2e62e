"""Verdicts, notes, selected text, undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from readerapp.model import Finding, Note, Passage, Span, Verdict
from readerapp.session import Session
from readerapp.session.weak_findings import WeakFindings
from readerapp.ui.reading.part import Handler, Part, Reason
from readerapp.ui.screens.dismissal import Dismissal, DismissalForm
from readerapp.ui.screens.note_editor import NoteEditor, Written
from readerapp.ui.screens.notes_list import NotesList
from readerapp.ui.widgets.article_pane import ArticlePane
from readerapp.ui.wording import KIND_WORDS, plural


class Judging(Part):
    """What a person adds to the comparison."""

    selecting: ArticlePane | None = None
    """The pane in which text is being selected with the keyboard."""

    def handlers(self) -> dict[str, Handler]:
        """Verdicts and notes."""
        return {
            "confirm": partial(self._judge_current, Verdict.CONFIRMED),
            "dismiss": partial(self._judge_current, Verdict.DISMISSED),
            "unsure": partial(self._judge_current, Verdict.UNSURE),
            "note_finding": self._note_finding,
            "select_text": self.toggle_selecting,
            "note_selection": self._note_selection,
            "copy_selection": self._copy,
            "dismiss_weak": self._dismiss_weak,
            "list_notes": self._list,
            "undo": self._undo,
            "redo": self._redo,
        }

    def reasons(self) -> dict[str, Reason]:
        """Verdicts need a finding, notes on text need a selection."""
        return {
            **dict.fromkeys(("confirm", "dismiss", "unsure", "note_finding"), self._why_no_finding),
            "note_selection": self._why_no_selection,
            "copy_selection": self._why_no_copy,
            "dismiss_weak": self._why_no_weak,
            "undo": lambda: None if self.session.history.can_undo else "There is nothing to undo.",
            "redo": lambda: None if self.session.history.can_redo else "There is nothing to do again.",
        }

    def _why_no_finding(self) -> str | None:
        if self.session.current is not None:
            return None
        return self.screen.why_no_findings() or "Go to a finding first: n goes to the next one."

    def _why_no_selection(self) -> str | None:
        if self.selected_spans():
            return None
        return "Select text first: drag with the mouse, or press v and move with Shift and the arrows."

    def _why_no_copy(self) -> str | None:
        if self.selected_spans() or self.screen.get_selected_text():
            return None
        return "No text is selected, so nothing was copied. q leaves."

    # Verdicts

    def judge(self, finding: Finding, verdict: Verdict) -> None:
        """Give a verdict on a finding; the one that it has already is taken back."""
        given = self.session.annotations.review_of(finding.id).verdict
        self.session.judge(finding.id, None if given is verdict else verdict)
        self.screen.annotations_changed()

    def _judge_current(self, verdict: Verdict) -> None:
        finding = self.session.current
        if finding is not None:
            self.judge(finding, verdict)

    def _why_no_weak(self) -> str | None:
        weak = WeakFindings(self.session.findings, self.session.annotations)
        return None if weak.types else "There is no finding without a verdict."

    def _dismiss_weak(self) -> None:
        def answered(dismissal: Dismissal | None) -> None:
            if dismissal is None:
                return
            self.session.dismiss_all(dismissal.identities)
            self.screen.annotations_changed()
            number = plural(len(dismissal.identities), "finding")
            self.screen.say(f"Dismissed {number} ({dismissal.words}); Ctrl+Z takes that back.")

        weak = WeakFindings(self.session.findings, self.session.annotations)
        self.screen.app.push_screen(DismissalForm(weak, self.session.current), answered)

    # Notes

    def _note_finding(self) -> None:
        finding = self.session.current
        if finding is None:
            return
        review = self.session.annotations.review_of(finding.id)

        def change(session: Session, written: Written) -> None:
            session.note_finding(finding.id, written.text, written.tags)

        title = f"Note on this {KIND_WORDS[finding.kind]}" if finding.kind != "unique" else "Note"
        self._write_note(title, finding.passages[0].text, Written(review.note, review.tags), change)

    def _write_note(
        self, title: str, quotation: str, before: Written, change: Callable[[Session, Written], object]
    ) -> None:
        """Let the person write, and keep what they wrote, drafts included.

        Args:
            title: what the note is about.
            quotation: the text that it is about.
            before: what stands there.
            change: puts what was written into a sitting.
        """

        def drafted(written: Written) -> None:
            self.screen.leaving.keep_draft(lambda session: change(session, written))

        def ended(written: Written | None) -> None:
            if written is not None:
                change(self.session, written)
            self.screen.annotations_changed()

        known = self.session.tags
        editor = NoteEditor(title, quotation, before.text, before.tags, known_tags=known, drafted=drafted)
        self.screen.app.push_screen(editor, ended)

    def selected_spans(self) -> list[tuple[str, Span]]:
        """The stretches of text that are selected, in the order of the documents."""
        return [
            (pane.document.id, span)
            for pane in self.screen.panes.all
            if (span := pane.selected_span()) is not None and span.length
        ]

    def _note_selection(self) -> None:
        spans = self.selected_spans()
        document, first = spans[0]
        quotation = self.session.document(document).text[first.start : first.end]

        def change(session: Session, written: Written) -> None:
            if written.text or written.tags:
                session.note_passages(spans, written.text, written.tags)
                if session is self.session:
                    self.clear_selection()

        self._write_note("Note on the selected text", quotation, Written("", ()), change)

    # Selecting

    def toggle_selecting(self) -> None:
        """Begin to select text with the keyboard, or end it."""
        pane = self.screen.panes.focused
        before = self.selecting
        if before is not None:
            self.stop_selecting()
        if before is pane:
            return
        passage = self.screen.walk.passage
        start = pane.top_offset
        is_here = passage is not None and passage.document == pane.document.id
        if passage is not None and is_here and pane.top_offset <= passage.start < pane.bottom_offset:
            start = passage.start
        self.screen.clear_selection()
        pane.start_caret(start)
        self.selecting = pane
        self.screen.refresh_status()

    def stop_selecting(self) -> None:
        """Leave the caret."""
        if self.selecting is not None:
            self.selecting.end_caret()
            self.selecting = None
            self.screen.refresh_status()

    def clear_selection(self) -> None:
        """Select nothing any more."""
        self.stop_selecting()
        self.screen.clear_selection()

    def _copy(self) -> None:
        spans = self.selected_spans()
        text = "\n".join(self.session.document(name).text[span.start : span.end] for name, span in spans)
        text = text or self.screen.get_selected_text() or ""
        self.screen.app.copy_to_clipboard(text)
        self.screen.say(f"Copied {len(text):,} characters, as far as the terminal lets programs do so.")

    # The list, undo

    def _list(self) -> None:
        def chosen(identity: str | None) -> None:
            if identity is None:
                return
            finding = self.session.finding(identity)
            if finding is not None:
                self.screen.walk.go_to(finding)
            for note in self.session.annotations.notes:
                if note.id == identity:
                    self._go_to_passages(note.passages)
            for orphan in self.session.annotations.orphans:
                if orphan.id == identity:
                    placed = [passage for passage in orphan.passages if not passage.is_orphan]
                    self._go_to_passages(placed)
                    if not placed:
                        self.screen.say("It has no place in the text any more.")

        notes = NotesList(self.session, self.screen.annotations_changed, self.screen.leaving.keep_draft)
        self.screen.app.push_screen(notes, chosen)

    def _go_to_passages(self, passages: Sequence[Passage]) -> None:
        if not passages:
            return
        passage = passages[0]
        self.screen.panes.focus_document(passage.document)
        self.screen.call_after_refresh(self._reveal, passage.document, passage.start)

    def _reveal(self, document: str, offset: int) -> None:
        self.screen.panes.of(document).scroll_to_offset(offset)

    def note_clicked(self, identity: str) -> None:
        """Open the note that the person clicked on."""
        for note in self.session.annotations.notes:
            if note.id == identity:
                self._edit_note(note)

    def _edit_note(self, note: Note) -> None:
        def change(session: Session, written: Written) -> None:
            if written.text or written.tags:
                session.rewrite_note(note, written.text, written.tags)
            else:
                session.remove_note(note.id)

        quotation = note.passages[0].text if note.passages else ""
        self._write_note("Note", quotation, Written(note.text, note.tags), change)

    def _undo(self) -> None:
        step = self.session.undo()
        if step is not None:
            self._after_step(f"Undone: {step.description}.", step.finding)

    def _redo(self) -> None:
        step = self.session.redo()
        if step is not None:
            self._after_step(f"Done again: {step.description}.", step.finding)

    def _after_step(self, message: str, identity: str | None) -> None:
        self.screen.annotations_changed()
        self.screen.say(message)
        finding = self.session.finding(identity) if identity else None
        if finding is not None and finding != self.session.current:
            self.screen.walk.go_to(finding)
