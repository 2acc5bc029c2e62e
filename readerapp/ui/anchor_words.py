"""What became of passages when their article changed, in words."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from readerapp.model import AnchorStatus, OrphanCause, Passage
from readerapp.word_differences import word_differences

CAUSES = {
    OrphanCause.TEXT_CHANGED: "The article changed, and this does not stand there any more:",
    OrphanCause.NOT_FOUND_ANEW: "Comparing the changed articles again no longer brought this up:",
}
"""Why something has no place any more."""

_BRIEF = {OrphanCause.TEXT_CHANGED: "not found", OrphanCause.NOT_FOUND_ANEW: "gone"}
_LONGEST_DIFFERENCE = 2000
"""Code points of a passage whose words are compared for the screen."""


def status_of(passages: Sequence[Passage], cause: OrphanCause | None) -> str:
    """What became of something in one word or two; empty where it stands as it was.

    Args:
        passages: what it is about.
        cause: why it has no place any more; None where it has one.
    """
    if cause is not None:
        return _BRIEF[cause]
    statuses = {passage.anchor.status for passage in passages if passage.anchor is not None}
    for status in (AnchorStatus.CHANGED, AnchorStatus.MOVED):
        if status in statuses:
            return status.value
    return ""


def what_became_of(passage: Passage) -> Content:
    """A line below a passage that says how it was found again, with the words that changed; or nothing."""
    anchor = passage.anchor
    if anchor is None or anchor.status is AnchorStatus.EXACT:
        return Content("")
    if anchor.status is AnchorStatus.MOVED:
        return Content.styled("  moved to another place of the text\n", "dim")
    if anchor.status is AnchorStatus.ORPHANED:
        return Content.styled("  not found in the text as it is now\n", "dim")
    return Content.assemble(("  changed: ", "dim"), _differences(anchor.text, passage.text), "\n")


def _differences(old: str, new: str) -> Content:
    """The old words struck out, the new ones underlined."""
    old, new = old[:_LONGEST_DIFFERENCE], new[:_LONGEST_DIFFERENCE]
    parts = []
    for step in word_differences(old, new):
        before = " ".join(old[step.left.start : step.left.end].split())
        after = " ".join(new[step.right.start : step.right.end].split())
        if step.operation == "equal":
            parts.append(Content(f"{after} "))
            continue
        if before:
            parts.append(Content.assemble((before, "strike dim"), " "))
        if after:
            parts.append(Content.assemble((after, "underline"), " "))
    return Content("").join(parts)
