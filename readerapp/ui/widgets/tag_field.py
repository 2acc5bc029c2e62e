"""The field in which tags are written, separated by commas; those that were used before are offered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from readerapp.model.printable import printable

_MOST = 30
"""Tags that are offered at once."""

_LONGEST = 40
"""Code points of a tag that are shown."""


def tags_of(text: str) -> tuple[str, ...]:
    """Tags as a person types them, separated by commas."""
    return tuple(dict.fromkeys(tag for part in text.split(",") if (tag := " ".join(part.split()))))


class TagField(Input):
    """Offers known tags for the one that is being typed; Tab or Enter takes the one that is marked.

    What is typed as it stands is kept by a comma behind it. Up and Down mark another tag; before anything is
    typed none is marked, so that Tab and Enter mean what they mean elsewhere.

    Args:
        tags: what stands there.
        known: tags to offer, the likeliest first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "take_or_go_on", "Take", show=False),
        Binding("down", "mark(1)", "Next tag", show=False),
        Binding("up", "mark(-1)", "Previous tag", show=False),
    ]

    class Offered(Message):
        """Other tags are offered, or another one is marked."""

        def can_replace(self, message: Message) -> bool:
            """Only what is offered last matters."""
            return isinstance(message, TagField.Offered)

    def __init__(self, tags: Sequence[str] = (), known: Sequence[str] = ()) -> None:
        self._known = tuple(known)
        self._marked: tuple[str, int] | None = None
        placeholder = "tags, separated by commas"
        super().__init__(", ".join(tags), placeholder=placeholder, select_on_focus=False)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that are written."""
        return tags_of(self.value)

    # What is offered

    def _part(self) -> tuple[int, int]:
        """Where the tag begins and ends in which the cursor is."""
        place = self.cursor_position
        start = self.value.rfind(",", 0, place) + 1
        end = self.value.find(",", place)
        return start, len(self.value) if end < 0 else end

    @property
    def _typed(self) -> str:
        start, end = self._part()
        return " ".join(self.value[start:end].split())

    @property
    def offers(self) -> list[str]:
        """The known tags that begin with what is typed, then those in which a word does."""
        start, end = self._part()
        written = {tag.casefold() for tag in tags_of(self.value[:start] + self.value[end:])}
        typed = self._typed.casefold()
        left = [tag for tag in self._known if tag.casefold() not in written]
        if typed in map(str.casefold, left) or (typed and typed in written):
            return []
        first = [tag for tag in left if tag.casefold().startswith(typed)]
        more = [tag for tag in left if tag not in first and f" {typed}" in tag.casefold()]
        return [*first, *more][:_MOST]

    @property
    def marked(self) -> int | None:
        """Index of the offer that Tab and Enter take; None where they take none."""
        offers = self.offers
        if not offers:
            return None
        if self._marked is not None and self._marked[0] == self.value:
            return self._marked[1] % len(offers)
        return 0 if self._typed else None

    def offered_in_words(self, width: int) -> Text:
        """What is offered, in one line.

        Args:
            width: cells that there are.
        """
        offers, marked = self.offers, self.marked
        line = Text(no_wrap=True, overflow="ellipsis")
        if not offers or not self.has_focus:
            return line
        line.append("known: " if marked is None else "Tab takes: ", "dim")
        # What is marked stands first, so that it is in sight however many there are.
        for index in [*range(marked or 0, len(offers)), *range(marked or 0)]:
            line.append(printable(offers[index], _LONGEST), "reverse" if index == marked else "")
            line.append("  ")
        line.truncate(width, overflow="ellipsis")
        return line

    def _tell(self) -> None:
        self.post_message(self.Offered())

    def on_input_changed(self) -> None:
        """Something was typed."""
        self._tell()

    def on_focus(self) -> None:
        """The person came here."""
        self._tell()

    def on_blur(self) -> None:
        """The person went elsewhere."""
        self._tell()

    # Taking

    def action_mark(self, direction: int) -> None:
        """Mark another tag."""
        marked = self.marked
        if marked is None:
            marked = -1 if direction > 0 else 0
        self._marked = (self.value, marked + direction)
        self._tell()

    def _take(self) -> bool:
        """Put the marked tag in place of what is typed; was there one?"""
        marked = self.marked
        if marked is None:
            return False
        tag = self.offers[marked]
        start, end = self._part()
        before = self.value[:start].rstrip()
        before = f"{before} " if before else ""
        behind = self.value[end:] or ", "
        self.value = before + tag + behind
        self.cursor_position = len(before + tag) + (2 if behind == ", " else 0)
        return True

    def action_take_or_go_on(self) -> None:
        """Take the marked tag; where none is, go on to the next field."""
        if not self._take():
            self.screen.focus_next()

    async def action_submit(self) -> None:
        """Take the marked tag; where none is, everything is written."""
        if not self._take():
            await super().action_submit()
