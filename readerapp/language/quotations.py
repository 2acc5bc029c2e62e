"""What stands in quotation marks.

Typographic marks name their partner. A straight mark opens where it follows a space or an opening
bracket and precedes a character, and closes where it follows a character; orphans, as news agencies leave
them, are passed over. Apostrophes never open, and a quotation does not run over the end of its line.
"""

from __future__ import annotations

import re

from readerapp.model import Span

PARTNERS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"'}
MARKS = re.compile(r"[“”„«»「」『』\"\n]")
BEFORE_OPENING = " \t\n([{—–-/\u00a0"


def quotations_of(text: str) -> list[Span]:
    """The quotations of a text, without their marks, in order; none within another.

    Args:
        text: any text.
    """
    found: list[Span] = []
    opened: tuple[int, str] | None = None
    for match in MARKS.finditer(text):
        mark, place = match[0], match.start()
        if mark == "\n":
            opened = None
        elif opened is not None and mark in PARTNERS[opened[1]] and _closes(text, place):
            if place > opened[0] + 1:
                found.append(Span(opened[0] + 1, place))
            opened = None
        elif mark in PARTNERS and _opens(text, place):
            opened = (place, mark)
    return found


def _opens(text: str, place: int) -> bool:
    after = text[place + 1 : place + 2]
    if text[place] != '"':
        return True
    before = text[place - 1 : place] if place else " "
    return before in BEFORE_OPENING and bool(after.strip())


def _closes(text: str, place: int) -> bool:
    return text[place] != '"' or bool(text[place - 1 : place].strip())
