"""Findings that a person makes: one passage is kept, another one is selected, and the two are related."""

from __future__ import annotations

from dataclasses import replace

from readerapp.model import Finding, Origin, Passage
from readerapp.session.own_findings import likely_relation, own_finding, passage_of, why_not_related
from readerapp.ui.actions import ACTION_BY_NAME, shown_key
from readerapp.ui.reading.part import Handler, Part, Reason
from readerapp.ui.screens.relation_form import Relation, RelationForm


class Relating(Part):
    """Makes, changes and removes what a person found by themselves."""

    first: Passage | None = None
    """The passage that waits for another one."""

    def handlers(self) -> dict[str, Handler]:
        """Making and removing."""
        return {"relate": self._relate, "remove_own": self._remove}

    def reasons(self) -> dict[str, Reason]:
        """One needs selected text, the other something that the person made."""
        return {"relate": self._why_no_relation, "remove_own": self._why_no_removal}

    def _own(self) -> Finding | None:
        """The current finding, if the person made it."""
        finding = self.session.current
        return finding if finding is not None and finding.origin is Origin.PERSON else None

    def _why_no_relation(self) -> str | None:
        if self.screen.judging.selected_spans():
            return None
        if self.first is not None:
            return "Now select the other passage, with the mouse or with v; Esc forgets the first one."
        if self._own() is not None:
            return None
        return "Select a passage first, with the mouse or with v and the arrows; then the other one."

    def _why_no_removal(self) -> str | None:
        return (
            None
            if self._own() is not None
            else "Only what you found by yourself can be removed; x dismisses."
        )

    def forget(self) -> None:
        """Let the first passage go."""
        self.first = None
        self._show()

    def _show(self) -> None:
        self.screen.panes.show_marks(anew=False)
        self.screen.refresh_status()

    def _relate(self) -> None:
        selected = [
            passage_of(self.session.document(name), span)
            for name, span in self.screen.judging.selected_spans()
        ]
        if not selected:
            self._change()
        elif self.first is None:
            self._keep_first(selected[0])
        else:
            complaint = why_not_related(self.first, selected[0])
            if complaint:
                self.screen.say(complaint)
            else:
                self._ask(self.first, selected[0])

    def _keep_first(self, passage: Passage) -> None:
        judging, panes = self.screen.judging, self.screen.panes
        by_keyboard = judging.selecting is not None
        self.first = passage
        judging.clear_selection()
        if by_keyboard and len(panes.columns) > 1:
            # Most relations lead from one article to another: the caret waits there already.
            panes.focus_next()
            judging.toggle_selecting()
        self._show()
        key = shown_key(ACTION_BY_NAME["relate"].keys[0])
        self.screen.say(f"First passage kept. Select the other one and press {key} again; Esc forgets it.")

    def _ask(self, one: Passage, other: Passage) -> None:
        def answered(relation: Relation | None) -> None:
            if relation is None:
                return
            finding = own_finding(one, other, *relation, created=self.session.clock())
            self.first = None
            self.screen.judging.clear_selection()
            self._keep(finding, "Kept")

        ordered = sorted((one, other), key=lambda passage: (int(passage.document), passage.start))
        self.screen.app.push_screen(RelationForm(ordered, likely_relation(ordered)), answered)

    def _change(self) -> None:
        """Let the person change what they said of two passages."""
        finding = self._own()
        if finding is None:
            return

        def answered(relation: Relation | None) -> None:
            if relation is not None:
                (kind, type_), reason = relation
                reason = reason or finding.reason
                self._keep(replace(finding, kind=kind, type=type_, reason=reason), "Changed")

        form = RelationForm(finding.passages, (finding.kind, finding.type), finding.reason)
        self.screen.app.push_screen(form, answered)

    def _keep(self, finding: Finding, done: str) -> None:
        self.session.keep_finding(finding)
        self.screen.annotations_changed()
        self.screen.walk.go_to(finding)
        self.screen.say(f"{done}: {finding.kind}, {finding.type}, made by hand.")

    def _remove(self) -> None:
        finding = self._own()
        if finding is None:
            return
        number = self.session.position.number
        self.session.remove_finding(finding.id)
        stops = self.session.stops
        self.session.go_to(None)
        self.screen.annotations_changed()
        if stops and number:
            self.screen.walk.go_to(stops[min(number, len(stops)) - 1].finding)
        self.screen.say("Your finding is removed; Ctrl+Z brings it back.")
