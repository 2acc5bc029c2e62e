"""How a passage was found again in a text that changed, as a member of its target, and back.

The member stands only where that happened. An orphan's target holds no position in the present text; where
the passage stood in the former one is said here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readerapp.annotations.checking import (
    line_in,
    object_in,
    quoted,
    score_in,
    text_in,
    whole_number_in,
    wrong,
)
from readerapp.annotations.selectors import position_selector
from readerapp.model import Anchor, AnchorStatus, Passage, Span
from readerapp.sources.cleaning import clean_text

_LONGEST_TEXT = 1 << 40
"""Code points of a text that is no longer there, which nobody can check."""


def anchoring_of(passage: Passage) -> dict[str, Any]:
    """What a target says about how its passage was found again.

    Args:
        passage: one that was looked for.
    """
    anchor = passage.anchor or Anchor(AnchorStatus.EXACT)
    value: dict[str, Any] = {"reader:status": anchor.status.value, "reader:score": float(anchor.score)}
    if anchor.text:
        value["reader:formerText"] = anchor.text
    if passage.is_orphan:
        value["reader:formerPosition"] = position_selector(passage.span)
    return value


def read_anchor(target: Mapping[str, Any], where: str) -> Anchor | None:
    """How the passage of a target was found again; None where it never had to be.

    Args:
        target: the target.
        where: the way to it.

    Raises:
        MalformedError: it is said in no way that is known.
    """
    if target.get("reader:anchoring") is None:
        return None
    place = f"{where}.reader:anchoring"
    value = object_in(target["reader:anchoring"], place)
    named = line_in(value, "reader:status", place)
    try:
        status = AnchorStatus(named)
    except ValueError:
        raise wrong(
            f"{place}.reader:status", f"is {quoted(named)}, which this version does not know"
        ) from None
    former = clean_text(text_in(value, "reader:formerText", place, ""))
    return Anchor(status, score_in(value, "reader:score", place), former)


def former_position(target: Mapping[str, Any], where: str) -> Span:
    """Where an orphan stood in the text that its article had.

    Raises:
        MalformedError: it is not said.
    """
    place = f"{where}.reader:anchoring.reader:formerPosition"
    value = object_in(object_in(target.get("reader:anchoring"), where).get("reader:formerPosition"), place)
    start = whole_number_in(value, "start", place, _LONGEST_TEXT)
    return Span(start, max(start, whole_number_in(value, "end", place, _LONGEST_TEXT)))
