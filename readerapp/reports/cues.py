"""The words that carry a finding, also where nobody has looked for them yet.

Finding shared wording does not need to know which words differ, so that is found out when somebody wants
to see it: here, for a report.
"""

from __future__ import annotations

from dataclasses import replace

from readerapp.model import Finding, Kind, Passage, Span


def with_cues(finding: Finding) -> Finding:
    """The finding, with the words that differ as cues where it is edited wording without any.

    Each passage is compared with the first; the first has every word that one of the others has not.

    Args:
        finding: any finding.
    """
    passages = finding.passages
    if finding.kind is not Kind.OVERLAP or finding.type != "edited" or len(passages) < 2:
        return finding
    if any(passage.cues for passage in passages):
        return finding
    from readerapp.word_differences import cue_spans

    of_first: set[Span] = set()
    others = []
    for passage in passages[1:]:
        left, right = cue_spans(passages[0].text, passage.text)
        of_first.update(left)
        others.append(_with_spans(passage, right))
    first = _with_spans(passages[0], _joined(of_first))
    return replace(finding, passages=(first, *others))


def _with_spans(passage: Passage, spans: list[Span]) -> Passage:
    moved = (Span(passage.start + span.start, passage.start + span.end) for span in spans)
    return replace(passage, cues=tuple(moved))


def _joined(spans: set[Span]) -> list[Span]:
    """Spans of which no two overlap, in order."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
