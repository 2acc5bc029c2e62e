"""What reports for people say of passages whose article changed, and of what has no place any more."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import lxml.html
import pytest
from comparison_samples import document
from lxml import etree

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
from readerapp.reports import ReportOptions, render, render_folder

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


ONLY_CONFIRMED = ReportOptions(only_confirmed=True)
CHOICES = (
    None,
    ReportOptions(only=frozenset({Kind.CONTRADICTION})),
    ReportOptions(minimum_score=0.95),
    ONLY_CONFIRMED,
    ReportOptions(texts=False),
)


def identities_reported(name: str, options: ReportOptions | None) -> list[str]:
    """Which of the orphans a report holds, by what is noted on them."""
    annotations = Annotations(orphans=ORPHANS)
    if name == "brat":
        files = render_folder(COMPARISON, annotations, name=name, options=options)
        text = b"\n".join(files.values()).decode()
    else:
        text = render(COMPARISON, annotations, name=name, options=options)
    return [words for words in ("Ask the miller.", "Who says so?") if words in text]


@pytest.mark.parametrize("options", CHOICES)
def test_every_format_that_has_a_place_for_orphans_holds_the_same_ones(options: ReportOptions | None) -> None:
    held = {name: identities_reported(name, options) for name in ("html", "markdown", "csv", "tei")}
    held["webannotation"] = identities_reported("webannotation", options)
    if options is None or options.texts:
        held["brat"] = identities_reported("brat", options)
    (one,) = {tuple(found) for found in held.values()}
    is_whole = options in (None, ONLY_CONFIRMED) or not (options and options.texts)
    assert one == (("Ask the miller.", "Who says so?") if is_whole else ("Who says so?",))


def test_a_table_has_a_row_for_each_orphan_that_says_why_and_names_no_place() -> None:
    rows = list(csv.DictReader(io.StringIO(report_as_it_is("csv")[1:], newline="")))
    finding, note = rows
    assert (finding["id"], finding["kind"], finding["orphan"]) == ("gone", "overlap", "text-changed")
    assert (finding["verdict"], finding["tags"], finding["note"]) == ("confirmed", "fire", "Ask the miller.")
    assert (finding["line_1"], finding["text_1"]) == ("1", "The mill burned")
    assert (finding["line_2"], finding["start_2"], finding["end_2"], finding["text_2"]) == ("", "", "", LOST)
    assert (note["id"], note["kind"], note["orphan"], note["text_1"]) == ("n", "note", "text-changed", LOST)


def report_as_it_is(name: str) -> str:
    return render(COMPARISON, Annotations(orphans=ORPHANS), name=name)


def test_an_edition_quotes_the_old_words_of_an_orphan_and_places_those_that_are_there() -> None:
    root = etree.fromstring(report_as_it_is("tei").encode())
    name = "{http://www.tei-c.org/ns/1.0}"
    identity = "{http://www.w3.org/XML/1998/namespace}id"
    spans = {span.get(identity): span for span in root.iter(f"{name}span")}
    assert spans["o1.1"].get("from") == "#o1.1.start"
    assert (spans["o1.2"].get("from"), spans["o1.2"].text) == (None, LOST)
    assert (spans["o2.1"].get("target"), spans["o2.1"].text) == ("#d1", LOST)
    notes = [(note.get("type"), note.get("target")) for note in root.iter(f"{name}note")]
    assert notes.count(("orphan", "#o1")) == 1
    assert notes.count(("orphan", "#o2.1")) == 1
    assert ("verdict", "#o1") in notes


def test_the_folder_for_brat_lists_orphans_in_a_table_of_their_own() -> None:
    files = render_folder(COMPARISON, Annotations(orphans=ORPHANS), name="brat")
    head, finding, note = [line.split("\t") for line in files["unplaced.tsv"].decode().splitlines()]
    assert head == ["sort", "id", "verdict", "said", "passages", "orphan"]
    assert finding[:3] == ["Overlap-verbatim", "gone", "confirmed"]
    assert finding[3].endswith("tag: fire; note: Ask the miller.")
    assert finding[4:] == [f"1-a: The mill burned | 2-b: {LOST}", "text-changed"]
    assert note == ["Note", "n", "", "Who says so?; tag: later", f"1-a: {LOST}", "text-changed"]
    assert all(data == b"" for name, data in files.items() if name.endswith(".ann"))


def test_a_verdict_on_a_finding_that_is_no_longer_known_stays_among_web_annotations() -> None:
    annotations = Annotations(reviews={"vanished": Review(Verdict.UNSURE, note="Was it so?")})
    assert "Was it so?" in render(COMPARISON, annotations, name="webannotation")
    assert "Was it so?" not in render(COMPARISON, annotations, name="webannotation", options=ONLY_CONFIRMED)
