"""Articles, findings and a stage for the tests of screens."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.screen import Screen

from readerapp.model import Document, Finding, Kind, Passage
from readerapp.ui.themes import default_variables

FIRST = (
    "Brightwater opens its new bridge\n\n"
    "The mayor of Brightwater opened the new harbour bridge on Monday before a crowd of three thousand.\n\n"
    "“We waited eleven years for this morning,” said Ida Marlow, the mayor.\n\n"
    "The work cost 48 million crowns, twice what had been planned, and four firms took part in it.\n\n"
    "Ferries go on crossing the harbour until the end of the summer.\n"
)
SECOND = (
    "Harbour bridge is open at last\n\n"
    "Four firms took part in the work, which cost 52 million crowns.\n\n"
    "“We waited eleven long years for this morning,” Mayor Ida Marlow said.\n\n"
    "The mayor of Brightwater opened the new harbour bridge on Sunday before a crowd of three thousand.\n\n"
    "A first car crossed it at noon.\n"
)


def document(identity: str, text: str, title: str = "") -> Document:
    return Document(text, f"{identity}.txt", id=identity, title=title or text.partition("\n")[0])


DOCUMENTS = (document("1", FIRST), document("2", SECOND))


def passage(identity: str, words: str, *, documents: tuple[Document, ...] = DOCUMENTS) -> Passage:
    text = next(document.text for document in documents if document.id == identity)
    start = text.index(words)
    return Passage(identity, start, start + len(words), words)


def finding(
    identity: str,
    *passages: Passage,
    kind: Kind = Kind.OVERLAP,
    type_: str = "edited",
    score: float = 0.9,
    reason: str = "Both say it in nearly the same words.",
) -> Finding:
    return Finding(identity, kind, type_, score, reason, passages)


_OPENED = "The mayor of Brightwater opened the new harbour bridge"
OPENING = finding(
    "opening",
    passage(
        "1",
        "The mayor of Brightwater opened the new harbour bridge on Monday before a crowd of three thousand",
    ),
    passage(
        "2",
        "The mayor of Brightwater opened the new harbour bridge on Sunday before a crowd of three thousand",
    ),
    score=0.97,
)
WAITING = finding(
    "waiting",
    passage("1", "We waited eleven years for this morning"),
    passage("2", "We waited eleven long years for this morning"),
    score=0.9,
)
COST = finding(
    "cost",
    passage("1", "The work cost 48 million crowns"),
    passage("2", "the work, which cost 52 million crowns"),
    kind=Kind.CONTRADICTION,
    type_="number",
    score=0.8,
    reason="One says 48 million crowns, the other 52 million.",
)
FERRIES = finding(
    "ferries",
    passage("1", "Ferries go on crossing the harbour until the end of the summer"),
    kind=Kind.UNIQUE,
    type_="only-here",
    score=0.7,
    reason="No other article says so.",
)
FINDINGS = (COST, OPENING, WAITING, FERRIES)
"""In the order of a walk: contradiction, overlaps by score, only here."""


class Stage(App[None]):
    """Shows one screen and keeps what it returns."""

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self.shown = screen
        self.returned: list[object] = []
        self.said: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return default_variables(dark=True)

    def on_mount(self) -> None:
        self.push_screen(self.shown, self.returned.append)
