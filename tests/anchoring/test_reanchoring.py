"""A whole comparison on texts that changed: what keeps its place, what moves, what becomes an orphan."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from comparison_samples import (
    FIRST,
    SECOND,
    comparisons,
    document,
    passage,
    sample_annotations,
    sample_comparison,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.anchoring import Reanchored, reanchored
from readerapp.annotations import MalformedError, Writer, contents_of
from readerapp.model import (
    Anchor,
    AnchorStatus,
    Annotations,
    Comparison,
    Finding,
    Kind,
    Note,
    Origin,
    OrphanCause,
    Passage,
    Review,
    Verdict,
)
from readerapp.model.json_text import json_text
from readerapp.model.portable import PortableSource

NOW = "2026-03-01T08:00:00+00:00"


def on(new: str, identity: str = "2") -> Reanchored:
    comparison = sample_comparison()
    fresh = document("3", new, source="b.txt")
    return reanchored(comparison, sample_annotations(comparison), {identity: fresh})


def finding(result: Reanchored, identity: str) -> Finding:
    return next(finding for finding in result.comparison.findings if finding.id == identity)


def test_the_new_text_takes_the_place_of_the_old_one_under_its_identity() -> None:
    result = on("Updated. " + SECOND)
    assert [document.id for document in result.comparison.documents] == ["1", "2"]
    assert result.comparison.documents[1].text == "Updated. " + SECOND
    assert result.comparison.documents[0].text == FIRST


def test_findings_keep_their_identity_and_stand_where_their_words_stand() -> None:
    result = on("Updated. " + SECOND)
    assert {f.id for f in result.comparison.findings} == {f.id for f in sample_comparison().findings}
    for found in result.comparison.findings:
        for part in found.passages:
            text = result.comparison.document(part.document).text
            assert text[part.start : part.end] == part.text
    one, other = finding(result, "contradiction-0a1b").passages
    assert one.anchor is None
    assert other.anchor == Anchor(AnchorStatus.EXACT)
    assert [result.comparison.documents[1].text[slice(*cue)] for cue in other.cues] == ["121"]


def test_a_changed_passage_remembers_its_old_words() -> None:
    result = on(SECOND.replace("With 121 people on board", "With some 119 people on board"))
    other = finding(result, "contradiction-0a1b").passages[1]
    assert other.text == "With some 119 people on board"
    assert other.anchor is not None
    assert (other.anchor.status, other.anchor.text) == (AnchorStatus.CHANGED, "With 121 people on board")
    assert other.cues == ()


def test_a_finding_with_a_lost_passage_is_kept_as_an_orphan_with_its_review() -> None:
    result = on(SECOND.replace("With 121 people on board, the", "The"))
    assert "contradiction-0a1b" not in {f.id for f in result.comparison.findings}
    (orphan,) = [orphan for orphan in result.annotations.orphans if orphan.id == "contradiction-0a1b"]
    assert orphan.cause is OrphanCause.TEXT_CHANGED
    assert orphan.review == sample_annotations(sample_comparison()).reviews["contradiction-0a1b"]
    assert [part.is_orphan for part in orphan.passages] == [False, True]
    assert orphan.passages[1].text == "With 121 people on board"
    assert "contradiction-0a1b" not in result.annotations.reviews


def test_nothing_that_was_there_is_dropped() -> None:
    comparison = sample_comparison()
    annotations = sample_annotations(comparison)
    result = on("Nothing of the old article is left here.\n")
    before = {f.id for f in (*comparison.findings, *annotations.findings)} | {n.id for n in annotations.notes}
    after = {f.id for f in (*result.comparison.findings, *result.annotations.findings)}
    after |= {note.id for note in result.annotations.notes}
    after |= {orphan.id for orphan in result.annotations.orphans}
    assert before == after


def test_it_counts_how_the_passages_of_each_changed_article_were_found() -> None:
    result = on(SECOND.replace("With 121", "With about 121"))
    assert set(result.counts) == {"2"}
    assert result.total[AnchorStatus.CHANGED] == 1
    assert result.total[AnchorStatus.EXACT] >= 3
    assert AnchorStatus.ORPHANED not in result.total


def test_an_orphan_comes_back_when_its_words_do() -> None:
    lost = on(SECOND.replace("The lighthouse at Hallen had been dark for a week.", ""))
    assert "unique-6a7b" in {orphan.id for orphan in lost.annotations.orphans}
    back = reanchored(lost.comparison, lost.annotations, {"2": document("2", SECOND)})
    assert "unique-6a7b" in {f.id for f in back.comparison.findings}
    assert not back.annotations.orphans


def test_a_note_on_lost_text_is_an_orphan() -> None:
    one, other = document("1", FIRST), document("2", SECOND)
    note = Note(
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301", (passage(other, "Questions after the grounding"),), "why?"
    )
    result = reanchored(
        Comparison((one, other)), Annotations(notes=(note,)), {"2": document("2", "Something else.\n")}
    )
    assert not result.annotations.notes
    assert result.annotations.orphans[0].note is not None
    assert result.annotations.orphans[0].note.text == "why?"


def test_what_became_of_the_passages_is_saved_and_read_again() -> None:
    result = on(
        SECOND.replace("With 121 people on board, the", "The").replace("nobody was in", "no one was in")
    )
    sources = {d.id: PortableSource(d.source, leads_there=False) for d in result.comparison.documents}
    writer = Writer(result.comparison.documents, sources)
    value = writer.collection(result.comparison, result.annotations, created=NOW, modified=NOW)
    contents = contents_of(json.loads(json_text(value)))
    assert contents.annotations == result.annotations
    assert set(contents.comparison.findings) == set(result.comparison.findings)
    (orphan,) = [item for item in value["first"]["items"] if "reader:orphan" in item]
    target = orphan["target"][1]
    assert [selector["type"] for selector in target["selector"]] == ["TextQuoteSelector"]
    assert target["reader:anchoring"]["reader:status"] == "orphaned"


@st.composite
def changed_comparisons(draw: st.DrawFn) -> Reanchored:
    comparison, annotations = draw(comparisons())
    article = draw(st.sampled_from(comparison.documents))
    place = draw(st.integers(0, len(article.text)))
    end = draw(st.integers(place, len(article.text)))
    text = article.text[:place] + draw(st.text("ab \n", max_size=20)) + article.text[end:]
    return reanchored(comparison, annotations, {article.id: document(article.id, text)})


@given(changed_comparisons())
@settings(max_examples=150, deadline=None)
def test_every_passage_with_a_place_stands_in_its_text(result: Reanchored) -> None:
    findings = (*result.comparison.findings, *result.annotations.findings)
    for passages in [about.passages for about in findings] + [n.passages for n in result.annotations.notes]:
        for part in passages:
            text = result.comparison.document(part.document).text
            assert not part.is_orphan
            assert text[part.start : part.end] == part.text
            for cue in part.cues:
                assert 0 <= cue.start <= cue.end <= len(text)


@given(changed_comparisons())
@settings(max_examples=150, deadline=None)
def test_any_outcome_is_saved_and_read_again(result: Reanchored) -> None:
    documents = result.comparison.documents
    sources = {d.id: PortableSource(f"{d.id}.txt", leads_there=False) for d in documents}
    value = Writer(documents, sources).collection(
        result.comparison, result.annotations, created=NOW, modified=NOW
    )
    contents = contents_of(json.loads(json_text(value)))
    assert contents.annotations.orphans == result.annotations.orphans
    assert set(contents.comparison.findings) == set(result.comparison.findings)


def test_a_judged_finding_made_by_hand_stays_one() -> None:
    one, other = document("1", FIRST), document("2", SECOND)
    by_hand = Finding(
        "made-1",
        Kind.CONTRADICTION,
        "account",
        1.0,
        "They differ.",
        (passage(one, "Nobody was hurt"), passage(other, "the Marisol ran aground")),
        Origin.PERSON,
    )
    annotations = Annotations(MappingProxyType({"made-1": Review(Verdict.UNSURE)}), (), (by_hand,))
    result = reanchored(Comparison((one, other)), annotations, {"1": document("1", "New lead.\n\n" + FIRST)})
    assert [f.id for f in result.annotations.findings] == ["made-1"]
    assert result.annotations.review_of("made-1").verdict is Verdict.UNSURE
    first: Passage = result.annotations.findings[0].passages[0]
    assert first == replace(
        by_hand.passages[0], start=first.start, end=first.end, anchor=Anchor(AnchorStatus.EXACT)
    )


def lost_target() -> tuple[dict[str, Any], dict[str, Any]]:
    """A collection with an orphan, and the target of the orphan that has no place."""
    result = on(SECOND.replace("With 121 people on board, the", "The"))
    sources = {d.id: PortableSource(d.source, leads_there=False) for d in result.comparison.documents}
    writer = Writer(result.comparison.documents, sources)
    value = writer.collection(result.comparison, result.annotations, created=NOW, modified=NOW)
    (item,) = [item for item in value["first"]["items"] if "reader:orphan" in item]
    return value, item


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        (lambda item: item.pop("reader:orphan"), "without a place"),
        (lambda item: item.update({"reader:orphan": "tired"}), "not known"),
        (lambda item: item["target"][1]["reader:anchoring"].pop("reader:formerPosition"), "no object"),
        (lambda item: item["target"][1]["reader:anchoring"].update({"reader:status": "odd"}), "not know"),
        (lambda item: item["target"][1]["reader:anchoring"].update({"reader:score": 7}), "not between"),
        (lambda item: item["target"][1].update({"selector": []}), "TextQuoteSelector"),
    ],
)
def test_an_orphan_that_was_damaged_is_complained_about(
    damage: Callable[[dict[str, Any]], object], complaint: str
) -> None:
    value, item = lost_target()
    damage(item)
    with pytest.raises(MalformedError, match=complaint):
        contents_of(json.loads(json_text(value)))
