"""What reports for people say of passages whose article changed, and of what has no place any more."""

from __future__ import annotations

import json
from dataclasses import replace

import lxml.html
import pytest
from comparison_samples import document

from readerapp.model import (
    Anchor,
    AnchorStatus,
    Annotations,
    Comparison,
    Finding,
    Kind,
    Note,
    Orphan,
    OrphanCause,
    Passage,
    Review,
    Verdict,
)
from readerapp.reports import ReportOptions, render

FIRST = document("1", "The mill burned on Friday.\n\nTwo wagons of grain were lost.\n")
SECOND = document("2", "Fire took the mill.\n\nThree wagons of grain were lost.\n")
COMPARISON = Comparison((FIRST, SECOND))
LOST = "Nobody <script>alert(1)</script> was *hurt*."


def passage(identity: str, words: str, anchor: Anchor | None = None) -> Passage:
    start = (FIRST if identity == "1" else SECOND).text.index(words)
    return Passage(identity, start, start + len(words), words, anchor=anchor)


def lost(identity: str, words: str = LOST) -> Passage:
    # Far behind the end of the text that is there now.
    return Passage(identity, 900, 900 + len(words), words, anchor=Anchor(AnchorStatus.ORPHANED, 0.2))


JUDGED = Finding(
    "gone", Kind.OVERLAP, "verbatim", 0.9, "The same words.", (passage("1", "The mill burned"), lost("2"))
)
ORPHANS = (
    Orphan(OrphanCause.TEXT_CHANGED, JUDGED, Review(Verdict.CONFIRMED, ("fire",), "Ask the miller.")),
    Orphan(OrphanCause.TEXT_CHANGED, note=Note("n", (lost("1"),), "Who says so?", ("later",))),
    Orphan(OrphanCause.NOT_FOUND_ANEW, replace(JUDGED, id="dull"), Review()),
)


def report(name: str, annotations: Annotations, options: ReportOptions | None = None) -> str:
    """The report as somebody reads it: of a page, its words."""
    text = render(COMPARISON, annotations, name=name, options=options)
    if name == "html":
        return " ".join("".join(map(str, lxml.html.document_fromstring(text).itertext())).split())
    return " ".join(
        text.replace("> ", "").replace("**", "").replace("&lt;", "<").replace("&gt;", ">").split()
    )


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_what_a_person_said_and_has_no_place_any_more_is_reported_with_its_old_words(name: str) -> None:
    text = report(name, Annotations(orphans=ORPHANS))
    orphans = text.split("No longer in the articles")[-1]
    for words in ("confirmed", "Ask the miller.", "Who says so?", "later", "does not stand there any more"):
        assert words in orphans
    assert orphans.count("<script>alert(1)</script>") == 2
    assert "not found in the text as it is now" in orphans
    assert "no longer brought this up" not in orphans


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_lost_findings_follow_the_choice_of_the_report_and_notes_stay(name: str) -> None:
    for options in (
        ReportOptions(only=frozenset({Kind.CONTRADICTION})),
        ReportOptions(minimum_score=0.95),
    ):
        text = report(name, Annotations(orphans=ORPHANS), options)
        assert "Ask the miller." not in text
        assert "Who says so?" in text
    doubted = replace(ORPHANS[0], review=Review(Verdict.UNSURE, note="Ask the miller."))
    text = report(name, Annotations(orphans=(doubted,)), ReportOptions(only_confirmed=True))
    assert "No longer in the articles" not in text


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_a_passage_whose_words_changed_shows_the_former_ones_with_what_is_gone_marked(name: str) -> None:
    changed = Anchor(AnchorStatus.CHANGED, 0.9, "Two <b>big</b> wagons of grain were lost.")
    moved = Anchor(AnchorStatus.MOVED, 1.0)
    finding = Finding(
        "f",
        Kind.OVERLAP,
        "edited",
        0.9,
        "Alike.",
        (
            passage("1", "Two wagons of grain were lost.", moved),
            passage("2", "Three wagons of grain were lost.", changed),
        ),
    )
    comparison = replace(COMPARISON, findings=(finding,))
    source = render(comparison, Annotations(), name=name)
    assert "moved since it was marked" in source
    assert "changed since it was marked" in source
    assert "Before:" in source
    assert "&lt;b&gt;big" in source.replace("**", "")
    assert "Before:" not in render(
        replace(comparison, findings=(replace(finding, passages=finding.passages[:1]),)),
        Annotations(),
        name=name,
    )


def test_the_report_for_programs_says_how_much_has_no_place_in_it() -> None:
    value = json.loads(report("json", Annotations(orphans=ORPHANS)))
    (notice,) = value["notices"]
    assert notice["code"] == "orphans-left-out"
    assert notice["text"].startswith("2 verdicts and notes have no place")
    assert json.loads(report("json", Annotations()))["notices"] == []


def test_in_the_page_nothing_leads_from_a_lost_passage_into_the_articles() -> None:
    parsed = lxml.html.document_fromstring(render(COMPARISON, Annotations(orphans=ORPHANS), name="html"))
    section = parsed.find(".//section[@id='orphans']")
    assert section is not None
    assert section.findall(".//a") == []
    assert section.findall(".//script") == []
    assert len(section.findall(".//article")) == 2
    assert parsed.find(".//a[@href='#orphans']") is not None
