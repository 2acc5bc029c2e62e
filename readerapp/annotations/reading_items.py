"""The annotations of a collection, one by one: a finding with its review, a note, or none of ours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from readerapp.annotations.anchors import former_position, read_anchor
from readerapp.annotations.checking import (
    line_in,
    list_in,
    object_in,
    one_or_more,
    optional_line_in,
    quoted,
    score_in,
    text_in,
    truth_in,
    whole_number_in,
    wrong,
)
from readerapp.annotations.entries import Entry
from readerapp.annotations.reading_sources import ReadSource
from readerapp.annotations.terms import (
    RELATION,
    finding_iri,
    finding_of_iri,
    note_iri,
    note_of_iri,
    read_time,
)
from readerapp.model import (
    Anchor,
    AnchorStatus,
    Finding,
    Kind,
    Note,
    Origin,
    OrphanCause,
    Passage,
    Review,
    Span,
    Verdict,
)
from readerapp.model.printable import printable
from readerapp.sources.cleaning import clean_text

_Choice = TypeVar("_Choice", Kind, Origin)
_CANONICAL_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_FEWEST = {Kind.CONTRADICTION: 2, Kind.OVERLAP: 2, Kind.UNIQUE: 1}
"""Passages that a finding of a kind has at least."""


class ItemReader:
    """Reads annotations about some articles."""

    def __init__(self, sources: Sequence[ReadSource]) -> None:
        self._sources = {source.iri: source for source in sources}

    def entry(self, value: Any, where: str) -> Entry | None:
        """What an annotation states, or None where it is not one of reader's.

        Args:
            value: the annotation.
            where: the way to it.

        Raises:
            MalformedError: it is one of reader's, and something is wrong with it.
        """
        item = object_in(value, where)
        iri = item.get("id")
        if not isinstance(iri, str):
            return None
        finding = finding_of_iri(iri)
        if finding is not None:
            return self._finding(item, finding, where)
        note = note_of_iri(iri)
        if note is not None and self._can_be_note(item, iri, note):
            return self._note(item, note, where)
        return None

    def _finding(self, item: Mapping[str, Any], identity: str, where: str) -> Entry:
        if not identity or printable(identity) != identity:
            raise wrong(f"{where}.id", "names no finding")
        iri = finding_iri(identity)
        review = _review(item, where)
        bodies = one_or_more(item, "body")
        relation = next((body for body in bodies if is_relation(body)), None)
        if relation is None:
            return Entry(iri, review=review)
        cause = _orphan_cause(item, where)
        place = f"{where}.body"
        kind = _member(Kind, line_in(relation, "reader:kind", place), f"{place}.reader:kind")
        passages = self._passages(item, where)
        if len(passages) < _FEWEST[kind]:
            raise wrong(f"{where}.target", f"names too few passages for a finding of kind {kind}")
        finding = Finding(
            id=identity,
            kind=kind,
            type=line_in(relation, "reader:type", place),
            score=score_in(relation, "reader:score", place),
            reason=line_in(relation, "reader:reason", place),
            passages=passages,
            origin=_member(Origin, line_in(relation, "reader:origin", place), f"{place}.reader:origin"),
            created=_time(item, "created", where),
        )
        _check_places(passages, cause, where)
        return Entry(iri, finding, review, orphan=cause)

    def _note(self, item: Mapping[str, Any], identity: str, where: str) -> Entry:
        review = _review(item, where)
        note = Note(
            id=identity,
            passages=self._passages(item, where),
            text=review.note,
            tags=review.tags,
            created=_time(item, "created", where),
            modified=review.modified,
        )
        cause = _orphan_cause(item, where)
        _check_places(note.passages, cause, where)
        return Entry(note_iri(identity), note=note, orphan=cause)

    def _can_be_note(self, item: Mapping[str, Any], iri: str, identity: str) -> bool:
        """Does it look like a note of reader's, or of another program on reader's texts?"""
        if iri.startswith("urn:uuid:"):
            if not _CANONICAL_UUID.fullmatch(identity):
                return False
        elif not identity or printable(identity) != identity:
            return False
        if not any(remark_of(body, "commenting") is not None for body in one_or_more(item, "body")):
            return False
        targets = one_or_more(item, "target")
        return bool(targets) and all(self._is_ours(target) for target in targets)

    def _is_ours(self, target: Any) -> bool:
        if isinstance(target, str):
            return target in self._sources
        if not isinstance(target, dict):
            return False
        source = target.get("source")
        return (
            isinstance(source, str)
            and source in self._sources
            and (
                _selector(target, "TextPositionSelector") is not None
                or target.get("reader:anchoring") is not None
            )
        )

    def _passages(self, item: Mapping[str, Any], where: str) -> tuple[Passage, ...]:
        """The passages that an annotation is about; articles named as a whole are none."""
        return tuple(
            self._passage(target, f"{where}.target[{number}]")
            for number, target in enumerate(one_or_more(item, "target"))
            if not isinstance(target, str)
        )

    def _passage(self, value: Any, where: str) -> Passage:
        target = object_in(value, where)
        named = text_in(target, "source", where)
        source = self._sources.get(named)
        if source is None:
            raise wrong(f"{where}.source", f"names {quoted(named)}, which is none of the articles")
        length = len(source.text)
        anchor = read_anchor(target, where)
        if anchor is not None and anchor.status is AnchorStatus.ORPHANED:
            return _orphan(source.document.id, target, anchor, where)
        position = _selector(target, "TextPositionSelector")
        if position is None:
            raise wrong(f"{where}.selector", "holds no TextPositionSelector")
        span = _span(position, f"{where}.selector", length)
        quote = _selector(target, "TextQuoteSelector")
        if quote is not None and quote.get("exact") != source.text[span.start : span.end]:
            raise wrong(f"{where}.selector", "quotes what does not stand at that position")
        cues = [
            _span(object_in(cue, f"{where}.reader:cues"), f"{where}.reader:cues", length)
            for cue in list_in(target, "reader:cues", where)
        ]
        return Passage(
            document=source.document.id,
            start=span.start,
            end=span.end,
            text=source.document.text[span.start : span.end],
            speaker=optional_line_in(target, "reader:speaker", where),
            quotation=truth_in(target, "reader:quotation", where, False),
            cues=tuple(cues),
            anchor=anchor,
        )


def _orphan(document: str, target: Mapping[str, Any], anchor: Anchor, where: str) -> Passage:
    """A passage that was not found again in the present text."""
    place = f"{where}.selector"
    quote = _selector(target, "TextQuoteSelector")
    if quote is None:
        raise wrong(place, "holds no TextQuoteSelector")
    prefix, exact, suffix = (
        clean_text(text_in(quote, key, place, "")) for key in ("prefix", "exact", "suffix")
    )
    span = former_position(target, where)
    return Passage(
        document=document,
        start=span.start,
        end=span.end,
        text=exact,
        speaker=optional_line_in(target, "reader:speaker", where),
        quotation=truth_in(target, "reader:quotation", where, False),
        anchor=replace(anchor, text="", prefix=prefix, suffix=suffix),
    )


def is_relation(body: Any) -> bool:
    """Is a body the one in reader's own terms?"""
    return isinstance(body, dict) and body.get("type") == RELATION


def remark_of(body: Any, purpose: str) -> str | None:
    """The text of a body that is a remark of that purpose; None where it is something else."""
    if isinstance(body, dict) and body.get("purpose") == purpose and isinstance(body.get("value"), str):
        return str(body["value"])
    return None


def _review(item: Mapping[str, Any], where: str) -> Review:
    verdict: Verdict | None = None
    tags: list[str] = []
    note: str | None = None
    for body in one_or_more(item, "body"):
        judged, tag = remark_of(body, "assessing"), remark_of(body, "tagging")
        remark = remark_of(body, "commenting")
        if judged is not None and verdict is None and judged in list(Verdict):
            verdict = Verdict(judged)
        elif tag is not None:
            tags.append(printable(tag))
        elif remark is not None and note is None:
            note = clean_text(remark)
    return Review(verdict, tuple(tags), note or "", _time(item, "modified", where))


def _orphan_cause(item: Mapping[str, Any], where: str) -> OrphanCause | None:
    named = optional_line_in(item, "reader:orphan", where)
    try:
        return None if named is None else OrphanCause(named)
    except ValueError:
        raise wrong(f"{where}.reader:orphan", f"is {quoted(named or '')}, which is not known") from None


def _check_places(passages: Sequence[Passage], cause: OrphanCause | None, where: str) -> None:
    """Make sure that everything has a place that is shown in one."""
    if cause is None and any(passage.is_orphan for passage in passages):
        raise wrong(f"{where}.target", "names a passage without a place, and is no orphan")


def _time(item: Mapping[str, Any], key: str, where: str) -> str | None:
    time = optional_line_in(item, key, where)
    return None if time is None else read_time(time)


def _selector(target: Mapping[str, Any], kind: str) -> dict[str, Any] | None:
    for selector in one_or_more(target, "selector"):
        if isinstance(selector, dict) and selector.get("type") == kind:
            return selector
    return None


def _span(value: Mapping[str, Any], where: str, length: int) -> Span:
    start = whole_number_in(value, "start", where, length)
    end = whole_number_in(value, "end", where, length)
    if end < start:
        raise wrong(where, "ends before it starts")
    return Span(start, end)


def _member(choices: type[_Choice], value: str, where: str) -> _Choice:
    try:
        return choices(value)
    except ValueError:
        raise wrong(where, f"is {quoted(value)}, which this version does not know") from None
