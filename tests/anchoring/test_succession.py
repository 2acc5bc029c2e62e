"""Which new findings are the old ones, and where verdicts and notes go."""

from __future__ import annotations

import time
from dataclasses import replace
from types import MappingProxyType

from readerapp.anchoring import carried_over, succession, with_anchors
from readerapp.model import (
    Anchor,
    AnchorStatus,
    Annotations,
    Finding,
    Kind,
    Orphan,
    OrphanCause,
    Passage,
    Review,
    Verdict,
)

CONFIRMED = Review(Verdict.CONFIRMED, ("checked",), "looks right", "2026-02-04T09:30:00+00:00")


def found(identity: str, *spans: tuple[str, int, int], kind: Kind = Kind.OVERLAP) -> Finding:
    passages = tuple(Passage(document, start, end, "x" * (end - start)) for document, start, end in spans)
    return Finding(identity, kind, "edited", 0.8, "They agree.", passages)


def test_a_finding_that_shares_half_of_both_passages_is_the_same() -> None:
    old = found("old", ("1", 0, 100), ("2", 50, 150))
    new = found("new", ("1", 40, 200), ("2", 90, 160))
    result = succession([old], [new])
    assert dict(result.successors) == {"old": "new"}
    assert (result.gone, result.new) == ((), ())


def test_one_that_shares_too_little_on_one_side_is_another() -> None:
    old = found("old", ("1", 0, 100), ("2", 50, 150))
    new = found("new", ("1", 0, 100), ("2", 120, 220))
    result = succession([old], [new])
    assert (result.gone, result.new) == ((old,), (new,))


def test_one_of_another_kind_or_in_another_article_is_another() -> None:
    old = found("old", ("1", 0, 100), ("2", 50, 150))
    others = [
        found("kind", ("1", 0, 100), ("2", 50, 150), kind=Kind.CONTRADICTION),
        found("article", ("1", 0, 100), ("3", 50, 150)),
    ]
    assert not succession([old], others).successors


def test_of_several_the_one_that_shares_most_is_taken_and_only_once() -> None:
    old = [found("a", ("1", 0, 100), ("2", 0, 100)), found("b", ("1", 30, 130), ("2", 30, 130))]
    new = [found("c", ("1", 30, 130), ("2", 30, 130)), found("d", ("1", 5, 100), ("2", 0, 100))]
    assert dict(succession(old, new).successors) == {"a": "d", "b": "c"}


def test_a_longer_finding_takes_the_place_of_one_in_its_middle() -> None:
    old = found("old", ("1", 40_000, 40_100), ("2", 9_000, 9_100))
    new = found("new", ("1", 0, 100_000), ("2", 0, 30_000))
    assert dict(succession([old], [new]).successors) == {"old": "new"}
    assert dict(succession([new], [old]).successors) == {"new": "old"}


def test_two_passages_of_one_article_do_not_both_meet_the_same_passage() -> None:
    old = found("old", ("1", 0, 100), ("1", 10, 110))
    new = found("new", ("1", 0, 110), ("1", 500, 600))
    assert not succession([old], [new]).successors


def test_verdict_tags_and_note_go_with_the_finding() -> None:
    old, new = found("old", ("1", 0, 100), ("2", 0, 100)), found("new", ("1", 0, 90), ("2", 0, 90))
    annotations = Annotations(MappingProxyType({"old": CONFIRMED}))
    result = carried_over(annotations, [old], succession([old], [new]))
    assert dict(result.reviews) == {"new": CONFIRMED}


def test_what_was_said_anew_outweighs_what_was_said_before() -> None:
    old, new = found("old", ("1", 0, 100), ("2", 0, 100)), found("new", ("1", 0, 90), ("2", 0, 90))
    fresh = Review(Verdict.DISMISSED, ("late",), "no", "2026-03-01T08:00:00+00:00")
    annotations = Annotations(MappingProxyType({"old": CONFIRMED, "new": fresh}))
    review = carried_over(annotations, [old], succession([old], [new])).reviews["new"]
    assert review.verdict is Verdict.DISMISSED
    assert review.tags == ("checked", "late")
    assert review.note == "looks right\n\nno"


def test_a_judged_finding_that_is_gone_is_an_orphan_and_an_unjudged_one_is_not_missed() -> None:
    judged, unjudged = (
        found("judged", ("1", 0, 9), ("2", 0, 9)),
        found("unjudged", ("1", 20, 29), ("2", 20, 29)),
    )
    lost = Orphan(OrphanCause.TEXT_CHANGED, found("lost", ("1", 0, 9), ("2", 0, 9)))
    annotations = Annotations(MappingProxyType({"judged": CONFIRMED}), orphans=(lost,))
    result = carried_over(annotations, [judged, unjudged], succession([judged, unjudged], []))
    assert not result.reviews
    assert result.orphans == (Orphan(OrphanCause.NOT_FOUND_ANEW, judged, CONFIRMED),)


def test_thousands_of_findings_in_one_place_are_matched_in_seconds() -> None:
    crowd = [found(f"a{n}", ("1", n, n + 300), ("2", n, n + 300)) for n in range(2000)]
    started = time.process_time()
    result = succession(crowd, crowd)
    assert len(result.successors) > 100
    assert time.process_time() - started < 20


def test_a_new_finding_says_which_words_the_old_one_had_that_it_takes_the_place_of() -> None:
    old, new = found("old", ("1", 0, 100), ("2", 50, 150)), found("new", ("1", 0, 100), ("2", 50, 160))
    changed = Anchor(AnchorStatus.CHANGED, 0.9, "what stood there")
    exact = Anchor(AnchorStatus.EXACT)
    old = replace(
        old, passages=(replace(old.passages[0], anchor=exact), replace(old.passages[1], anchor=changed))
    )
    (told,) = with_anchors([old], [new], succession([old], [new]))
    assert (told.id, [passage.anchor for passage in told.passages]) == ("new", [exact, changed])
    assert [passage.span for passage in told.passages] == [passage.span for passage in new.passages]


def test_a_passage_with_other_borders_is_not_said_to_stand_there_exactly_as_before() -> None:
    old, new = found("old", ("1", 0, 100), ("2", 50, 150)), found("new", ("1", 0, 110), ("2", 50, 160))
    exact = Anchor(AnchorStatus.EXACT)
    old = replace(old, passages=tuple(replace(passage, anchor=exact) for passage in old.passages))
    assert with_anchors([old], [new], succession([old], [new])) == []
