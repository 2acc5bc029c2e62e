"""The report for PAN's scorer, read as that reads it."""

from __future__ import annotations

import xml.dom.minidom
from pathlib import Path
from typing import NamedTuple

import pytest
from comparison_samples import comparisons, document, passage, sample_annotations, sample_comparison
from hypothesis import given, settings

from readerapp.model import Annotations, Comparison, Finding, Kind, Passage, Verdict
from readerapp.reports import render_folder
from readerapp.saving.whole_folder import write_folder

COMPARISON = sample_comparison()
ANNOTATIONS = sample_annotations(COMPARISON)
GOLDEN = Path(__file__).parent / "golden" / "pan"


class Detection(NamedTuple):
    """The seven values by which the scorer knows a detection."""

    this_reference: str
    this_offset: int
    this_length: int
    source_reference: str
    source_offset: int
    source_length: int
    is_external: bool


def detections(folder: Path) -> set[Detection]:
    """All detections below a folder, by the rules of the published scorer.

    Files are `*.xml` in the folder and the folders in it; the document element has a `reference`; of its
    children those count whose `name` ends in the tag; offset and length are whole numbers.
    """
    found = set()
    for path in (*folder.glob("*.xml"), *folder.glob("*/*.xml")):
        element = xml.dom.minidom.parse(str(path)).documentElement
        assert element is not None
        if not element.hasAttribute("reference"):
            continue
        for node in element.childNodes:
            if not isinstance(node, xml.dom.minidom.Element):
                continue
            if not node.getAttribute("name").endswith("detected-plagiarism"):
                continue
            has_source = all(
                node.hasAttribute(f"source_{part}") for part in ("reference", "offset", "length")
            )
            found.add(
                Detection(
                    element.getAttribute("reference"),
                    int(node.getAttribute("this_offset")),
                    int(node.getAttribute("this_length")),
                    node.getAttribute("source_reference") if has_source else "",
                    int(node.getAttribute("source_offset")) if has_source else 0,
                    int(node.getAttribute("source_length")) if has_source else 0,
                    has_source,
                )
            )
    return found


def written(folder: Path, comparison: Comparison, annotations: Annotations | None = None) -> Path:
    write_folder(folder, render_folder(comparison, annotations, name="pan"))
    return folder


def test_the_folder_is_as_it_is_expected_to_be() -> None:
    files = render_folder(COMPARISON, ANNOTATIONS, name="pan")
    assert files.keys() == {
        path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()
    }
    for name, data in files.items():
        assert data == (GOLDEN / name).read_bytes(), name


def test_the_scorer_reads_each_overlap_that_nobody_dismissed(tmp_path: Path) -> None:
    found = detections(written(tmp_path / "x", COMPARISON, ANNOTATIONS))
    assert found == {
        Detection("1-a.txt", 0, 18, "2-b.txt", 16, 13, True),
        Detection("1-a.txt", 131, 46, "2-b.txt", 101, 42, True),
    }


def test_a_perfect_report_scores_one_by_the_measures_of_the_scorer(tmp_path: Path) -> None:
    found = detections(written(tmp_path / "x", COMPARISON, ANNOTATIONS))
    cases = found
    recalls = [share(case, found) for case in cases]
    precisions = [share(detection, cases) for detection in found]
    assert sum(recalls) / len(recalls) == sum(precisions) / len(precisions) == pytest.approx(1)


def share(one: Detection, others: set[Detection]) -> float:
    """The share of the characters of both its passages that the others cover."""
    covered = 0
    for offset, length in ((1, 2), (4, 5)):
        places: set[int] = set()
        for other in others:
            if one.this_reference == other.this_reference and one.source_reference == other.source_reference:
                places.update(range(int(other[offset]), int(other[offset]) + int(other[length])))
        start = int(one[offset])
        covered += len(places & set(range(start, start + int(one[length]))))
    return covered / (one.this_length + one.source_length)


def test_there_is_a_file_for_each_two_articles_and_the_pairs_are_listed() -> None:
    articles = [document(str(n), f"Text {n}. Same words here.") for n in range(1, 4)]
    parts = tuple(passage(article, "Same words here.") for article in articles)
    finding = Finding("x", Kind.OVERLAP, "verbatim", 1, "", parts)
    files = render_folder(Comparison(tuple(articles), (finding,)), name="pan")
    assert files["pairs"].decode().splitlines() == ["1-a.txt 2-b.txt", "1-a.txt 3-c.txt", "2-b.txt 3-c.txt"]
    assert all(files[f"{pair}.xml"].count(b"<feature") == 1 for pair in ("1-a-2-b", "1-a-3-c", "2-b-3-c"))


def test_an_article_that_repeats_itself_has_a_file_of_its_own(tmp_path: Path) -> None:
    article = document("1", "Same words here. Same words here.")
    parts = tuple(Passage("1", at, at + 16, "Same words here.") for at in (0, 17))
    comparison = Comparison((article,), (Finding("x", Kind.OVERLAP, "verbatim", 1, "", parts),))
    assert detections(written(tmp_path / "x", comparison)) == {
        Detection("1-a.txt", 0, 16, "1-a.txt", 17, 16, True)
    }


def test_a_phrase_that_stands_a_thousand_times_makes_no_half_million_pairs() -> None:
    article = document("1", "so " * 1000)
    parts = tuple(Passage("1", at, at + 2, "so") for at in range(0, 3000, 3))
    comparison = Comparison((article,), (Finding("x", Kind.OVERLAP, "verbatim", 1, "", parts),))
    assert render_folder(comparison, name="pan")["1-a-1-a.xml"].count(b"<feature") == 999


@settings(deadline=None, max_examples=50)
@given(comparisons())
def test_every_detection_is_a_pair_of_passages_of_an_overlap(made: tuple[Comparison, Annotations]) -> None:
    comparison, annotations = made
    files = render_folder(comparison, annotations, name="pan")
    wanted = set()
    for finding in (*comparison.findings, *annotations.findings):
        if annotations.review_of(finding.id).verdict is Verdict.DISMISSED:
            continue
        if finding.kind is Kind.OVERLAP:
            wanted |= {(part.start, part.end - part.start) for part in finding.passages}
    for name, data in files.items():
        if name.endswith(".xml"):
            for node in xml.dom.minidom.parseString(data).getElementsByTagName("feature"):
                for side in ("this", "source"):
                    place = (
                        int(node.getAttribute(f"{side}_offset")),
                        int(node.getAttribute(f"{side}_length")),
                    )
                    assert place in wanted
                    assert place[1] > 0
    for article in comparison.documents:
        assert article.text.encode() in files.values()
