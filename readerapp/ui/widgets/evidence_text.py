"""What the evidence for a finding says: which passages, where they stand, and in which words they differ.

Nothing of an article is taken for markup, and no control of it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text

from readerapp.model import AnchorStatus, Document, Finding, Kind, Passage, Review, Span
from readerapp.model.printable import printable
from readerapp.model.visibility import confidence_in_words
from readerapp.ui.widgets.abridging import CONTEXT, abridged
from readerapp.ui.wording import KIND_WORDS, VERDICT_SIGNS, score_words, total_in_words

LONGEST_PASSAGE = 4000
"""Code points of a passage that are shown and compared."""
_LONGEST_TITLE = 60
_ALIKE = 0.3
"""Share of equal text below which marking every differing word would say nothing."""


@dataclass(frozen=True, slots=True)
class EvidenceStyles:
    """Styles of the parts."""

    place: Style
    """Where a passage stands."""
    quiet: Style
    """What matters less."""
    insertion: Style
    """Words that only the second passage has."""
    deletion: Style
    """Words that only the first passage has."""
    replacement: Style
    """Words in place of others."""
    cue: Style
    """Words that carry the relation."""


def headline(
    finding: Finding,
    review: Review,
    position: tuple[int, int],
    kind_position: tuple[int, int],
    *,
    is_final: bool = True,
) -> str:
    """One line: what it is, which of how many, how sure, and what the person said.

    Args:
        finding: what is shown.
        review: what the person said of it.
        position: which of how many findings it is, counted from 1; 0 where it is none of them.
        kind_position: the same among the findings of its kind.
        is_final: is that all there are? Otherwise more may come.
    """
    words = [KIND_WORDS[finding.kind]]
    if finding.kind is not Kind.UNIQUE:
        words.append(finding.type)
    if position[0]:
        words.append(f"{position[0]:,} of {total_in_words(position[1], is_final=is_final)}")
    if kind_position[0] and kind_position[1] != position[1]:
        total = total_in_words(kind_position[1], is_final=is_final)
        words.append(f"{kind_position[0]:,} of {total} of its kind")
    words.append(
        "made by hand"
        if finding.origin == "person"
        else f"score {score_words(finding.score)} {confidence_in_words(finding.score)}"
    )
    if review.verdict is not None:
        words.append(f"{VERDICT_SIGNS[review.verdict]} {review.verdict}")
    words.extend(f"#{printable(tag, 40)}" for tag in review.tags)
    return " · ".join(words)


def evidence(
    finding: Finding,
    documents: Sequence[Document],
    review: Review,
    styles: EvidenceStyles,
    *,
    titles: bool = True,
    room: int | None = None,
) -> Text:
    """The lines below the headline.

    Args:
        finding: what is shown.
        documents: all documents of the comparison.
        review: what the person said of it.
        styles: how it looks.
        titles: are documents named by their titles, or by their numbers alone?
        room: cells for each passage, its place included; one that is longer is shown without the middle of
            long stretches in which nothing stands out. None shows everything.
    """
    by_id = {document.id: document for document in documents}
    decorations = _decorations(finding, styles)
    text = Text(printable(finding.reason), no_wrap=False)
    for number, passage in enumerate(finding.passages):
        text.append("\n")
        place = _place(passage, by_id.get(passage.document), titles)
        text.append(place, styles.place)
        text.append("  ")
        left = None if room is None else room - len(place) - 2
        text.append_text(_passage_text(passage, decorations.get(number, []), styles, left))
    if legend := _legend(finding, decorations, styles):
        text.append("\n")
        text.append_text(legend)
    if review.note:
        text.append("\n")
        text.append("Note  ", styles.place)
        text.append("\n".join(printable(line) for line in review.note.splitlines()))
    return text


def _place(passage: Passage, document: Document | None, titles: bool) -> str:
    parts = [printable(passage.document, 8)]
    if document is not None:
        if titles:
            parts[0] += f" {printable(document.title or document.source, _LONGEST_TITLE)}"
        parts.append(f"line {document.text.count(chr(10), 0, passage.start) + 1:,}")
    if passage.anchor is not None and passage.anchor.status in (AnchorStatus.MOVED, AnchorStatus.CHANGED):
        parts.append(passage.anchor.status.value)
    place = " · ".join(parts)
    # Where no speaker is known, that the article says it itself would be a claim.
    return f"{printable(passage.speaker, _LONGEST_TITLE)}, in {place}" if passage.speaker else place


def _passage_text(
    passage: Passage, decorations: Sequence[tuple[Span, Style]], styles: EvidenceStyles, room: int | None
) -> Text:
    """The passage with what stands out in it, which is never left out, however long the passage is."""
    outstanding = [span for span, _ in decorations]
    reach = max((span.end for span in outstanding), default=0)
    shown = passage.text[: max(LONGEST_PASSAGE, reach + CONTEXT)]
    # Line ends and controls are replaced one for one, so that offsets hold.
    text = Text(printable(shown))
    for span, style in decorations:
        first, last = span
        while last > first and shown[last - 1 : last].isspace():
            last -= 1
        text.stylize(style, first, last)
    left_out = len(passage.text) - len(shown)
    more = f" … and {left_out:,} characters more" if left_out else ""
    limit = LONGEST_PASSAGE + CONTEXT if room is None else min(room - len(more), LONGEST_PASSAGE)
    if len(shown) > limit:
        text = abridged(text, outstanding, limit, styles.quiet)
    text.append(more, styles.quiet)
    return text


def _decorations(finding: Finding, styles: EvidenceStyles) -> Mapping[int, list[tuple[Span, Style]]]:
    """Stretches of each passage, in offsets of its own text, that stand out."""
    passages = finding.passages
    if any(passage.cues for passage in passages):
        return {
            number: [
                (Span(cue.start - passage.start, cue.end - passage.start), styles.cue)
                for cue in passage.cues
                if passage.start <= cue.start and cue.end <= passage.end
            ]
            for number, passage in enumerate(passages)
        }
    if len(passages) < 2 or finding.type == "verbatim":
        return {}
    first = passages[0].text[:LONGEST_PASSAGE]
    decorations: dict[int, list[tuple[Span, Style]]] = {}
    of_first: list[tuple[Span, Style]] = []
    for number, passage in enumerate(passages[1:], 1):
        left, right = _differences(first, passage.text[:LONGEST_PASSAGE], styles)
        decorations[number] = right
        of_first += left
    decorations[0] = list(dict.fromkeys(of_first))
    return decorations


def _differences(
    left: str, right: str, styles: EvidenceStyles
) -> tuple[list[tuple[Span, Style]], list[tuple[Span, Style]]]:
    from readerapp.word_differences import word_differences

    differences = word_differences(left, right)
    equal = sum(difference.left.length for difference in differences if difference.operation == "equal")
    if equal < _ALIKE * max(1, min(len(left), len(right))):
        return [], []
    of_left, of_right = [], []
    for operation, left_span, right_span in differences:
        if operation == "delete":
            of_left.append((left_span, styles.deletion))
        elif operation == "insert":
            of_right.append((right_span, styles.insertion))
        elif operation == "replace":
            of_left.append((left_span, styles.replacement))
            of_right.append((right_span, styles.replacement))
    return of_left, of_right


def _legend(
    finding: Finding, decorations: Mapping[int, list[tuple[Span, Style]]], styles: EvidenceStyles
) -> Text | None:
    """What the styles mean, as far as they occur."""
    used = {style for stretches in decorations.values() for _, style in stretches}
    first, second = finding.passages[0].document, finding.passages[-1].document
    named = len(finding.passages) == 2 and first != second
    meanings = [
        (styles.deletion, f"only in {first}" if named else "only in the first"),
        (styles.insertion, f"only in {second}" if named else "not in the first"),
        (styles.replacement, "in other words"),
    ]
    legend = Text()
    for style, meaning in meanings:
        if style in used:
            legend.append("  " if legend else "")
            legend.append(meaning, style)
    return legend if legend else None
