"""The list of all findings: filter it, judge from it, go to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Literal

from rich.text import Text
from textual.binding import Binding
from textual.content import Content

from readerapp.model import Finding, Origin, Verdict
from readerapp.model.printable import printable
from readerapp.session import Filters, Session
from readerapp.ui.screens.list_screen import ListScreen
from readerapp.ui.widgets.key_line import KeyHint
from readerapp.ui.wording import (
    KIND_WORDS,
    OWN,
    VERDICT_SIGNS,
    history_step,
    kind_sign,
    plural,
    score_words,
    weaker_in_words,
)


class FindingsList(ListScreen[Finding]):
    """Returns the identity of the finding that was chosen.

    Args:
        session: the sitting.
        judge: gives a verdict on a finding, as the key on the main screen does.
        changed: called after something was undone or done again.
    """

    BINDINGS: ClassVar = [
        Binding("y", "judge('confirmed')", "Confirm", show=False),
        Binding("x", "judge('dismissed')", "Dismiss", show=False),
        Binding("u", "judge('unsure')", "Unsure", show=False),
        Binding("ctrl+z", "history('undo')", "Undo", show=False),
        Binding("ctrl+y", "history('redo')", "Redo", show=False),
    ]

    def __init__(
        self,
        session: Session,
        judge: Callable[[Finding, Verdict], None],
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._session, self._judge, self._changed = session, judge, changed
        self._numbers: dict[str, int] = {}
        self._searchable: dict[str, str] = {}

    def heading(self) -> str:
        """How many there are, and which are left out."""
        shown, total = len(self.entries), len(self._session.findings)
        words = plural(total, "finding") if shown == total else f"{shown:,} of {plural(total, 'finding')}"
        hidden = weaker_in_words(self._session.weaker_hidden)
        return "   ".join(part for part in (words, self._session.filters.describe(), hidden) if part)

    def hints(self) -> Sequence[KeyHint]:
        """What can be done here."""
        return [
            KeyHint("Enter", "go there", "go"),
            KeyHint("/", "filter", "filter"),
            KeyHint("y", "confirm", "judge('confirmed')"),
            KeyHint("x", "dismiss", "judge('dismissed')"),
            KeyHint("u", "unsure", "judge('unsure')"),
            KeyHint("Esc", "back", "back"),
        ]

    def start(self) -> str | None:
        """The list opens at the current finding."""
        current = self._session.current
        return current.id if current else None

    def identity(self, entry: Finding) -> str:
        """The finding's identity."""
        return entry.id

    def matching(self, text: str) -> Sequence[Finding]:
        """The findings of the walk in which all words occur."""
        findings = [finding for stop in self._session.stops for finding in stop.findings]
        # While the comparison goes on, findings may have come in before these.
        self._numbers = {finding.id: number for number, finding in enumerate(findings, 1)}
        words = text.casefold().split()
        if not words:
            return findings
        return [finding for finding in findings if all(word in self._words_of(finding) for word in words)]

    def _words_of(self, finding: Finding) -> str:
        known = self._searchable.get(finding.id)
        if known is None:
            known = Filters.searchable(finding, self._session.annotations)
            self._searchable[finding.id] = known
        return known

    def draw(self, entry: Finding, width: int) -> Text:
        """Number, sign, score, type, verdict, and how the first passage begins."""
        review = self._session.annotations.review_of(entry.id)
        current = self._session.current
        row = Text("▌" if current and current.id == entry.id else " ", no_wrap=True)
        quiet = "dim" if review.verdict is Verdict.DISMISSED else ""
        row.append(f"{self._numbers.get(entry.id, 0):>5} {kind_sign(entry)} {entry.type:<10.10} ", quiet)
        is_own = entry.origin is Origin.PERSON
        row.append(f"{OWN if is_own else score_words(entry.score)} ", "italic" if is_own else "dim")
        row.append(VERDICT_SIGNS[review.verdict] if review.verdict else " ", "bold")
        row.append("✎ " if review.note else "  ")
        if width >= 60:
            row.append("+".join(dict.fromkeys(p.document for p in entry.passages)) + "  ", "dim")
        snippet = " ".join(entry.passages[0].text[: 2 * width].split())
        row.append(snippet, "dim strike" if review.verdict is Verdict.DISMISSED else "")
        return row

    def preview(self, entry: Finding) -> Content:
        """The reason and every passage."""
        review = self._session.annotations.review_of(entry.id)
        by_hand = ", made by hand" if entry.origin is Origin.PERSON else ""
        parts = [
            Content.styled(f"{KIND_WORDS[entry.kind]}, {entry.type}{by_hand}: ", "bold"),
            Content(f"{entry.reason}\n"),
        ]
        if review.note:
            parts += [Content.styled("note: ", "bold"), Content(f"{review.note}\n")]
        for passage in entry.passages:
            said = f"{printable(passage.speaker, 60)}, in {passage.document} " if passage.speaker else None
            parts.append(Content.styled(said or f"{passage.document} ", "bold $primary"))
            parts.append(Content(" ".join(passage.text[:2000].split()) + "\n"))
        return Content("").join(parts)

    def action_judge(self, verdict: str) -> None:
        """Give a verdict on the finding under the cursor."""
        finding = self.selected
        if finding is not None:
            self._judge(finding, Verdict(verdict))
            self._searchable.pop(finding.id, None)
            self.refill()

    def action_history(self, direction: Literal["undo", "redo"]) -> None:
        """Take back the last change, or do it again."""
        words = history_step(self._session, direction)
        self._changed()
        self._searchable.clear()
        self.refill()
        self.app.notify(words, markup=False)

    def action_go(self) -> None:
        """Go to the finding under the cursor."""
        self._chosen()
