from __future__ import annotations

from contradiction_samples import statements

from readerapp.contradictions.denied_relations import DeniedRelation, denied_relation


def between(denial: str, claim: str) -> DeniedRelation | None:
    one, other = statements(denial, claim)
    return denied_relation(one, other)


def test_a_denied_relationship_meets_reported_ties() -> None:
    found = between(
        "Boris Adler said that he did not have any relationship with Greta Hahn.",
        "The inquiry looks into possible ties between Greta Hahn and foreign officials.",
    )
    assert found is not None
    assert (found.cue.base, found.reported.base, found.name) == ("relationship", "tie", "Greta Hahn")


def test_what_is_called_untrue_is_denied() -> None:
    assert between(
        "Boris Adler says that claims of an involvement of Norland in the vote are untrue.",
        "Officials alleged that hackers of Norland had meddled in the vote.",
    )


def test_without_a_common_name_nothing_meets() -> None:
    assert not between(
        "Boris Adler said that he did not have any relationship with Greta Hahn.",
        "The inquiry looks into possible ties between the bank and foreign officials.",
    )


def test_a_dealing_that_is_denied_there_too_is_no_claim() -> None:
    assert not between(
        "Boris Adler said that he did not have any relationship with Greta Hahn.",
        "Greta Hahn denied allegations of ties to foreign officials.",
    )


def test_a_relationship_that_nobody_alleges_is_left_alone() -> None:
    assert not between(
        "Boris Adler said that he did not have any relationship with Greta Hahn.",
        "Greta Hahn praised the good relations of the two towns.",
    )
