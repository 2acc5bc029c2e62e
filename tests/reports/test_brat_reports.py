"""The report for brat: texts and standoff annotations that fit each other exactly."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from comparison_samples import comparisons, document, passage, sample_annotations, sample_comparison
from hypothesis import given, settings

from readerapp.model import Annotations, Comparison, Finding, Kind, Note, Passage
from readerapp.reports import render_folder
from readerapp.reports.file_names import file_stems

COMPARISON = sample_comparison()
ANNOTATIONS = sample_annotations(COMPARISON)
GOLDEN = Path(__file__).parent / "golden" / "brat"


class Read(NamedTuple):
    """One file of annotations as brat reads it."""

    text: str
    marks: dict[str, tuple[str, list[tuple[int, int]], str]]
    remarks: dict[str, str]
    relations: list[tuple[str, str, str]]
    attributes: dict[str, str]


def read(files: dict[str, bytes], stem: str) -> Read:
    text = files[f"{stem}.txt"].decode("utf-8")
    result = Read(text, {}, {}, [], {})
    names = set()
    lines = files[f"{stem}.ann"].decode("utf-8").split("\n")
    assert lines.pop() == ""
    for line in lines:
        name, rest = line.split("\t", 1)
        assert name not in names
        names.add(name)
        if name.startswith("T"):
            head, quoted = rest.split("\t", 1)
            sort, places = head.split(" ", 1)
            parts = [tuple(map(int, place.split(" "))) for place in places.split(";")]
            result.marks[name] = (sort, [(start, end) for start, end in parts], quoted)
        elif name.startswith("#"):
            head, remark = rest.split("\t", 1)
            sort, target = head.split(" ")
            assert sort == "AnnotatorNotes"
            assert target in result.marks
            result.remarks[target] = remark
        elif name.startswith("R"):
            match = re.fullmatch(r"([\w-]+) Arg1:(T\d+) Arg2:(T\d+)", rest)
            assert match
            assert {match[2], match[3]} <= result.marks.keys()
            result.relations.append((match[1], match[2], match[3]))
        else:
            assert name.startswith("A")
            sort, target, value = rest.split(" ")
            assert sort == "Verdict"
            result.attributes[target] = value
    return result


def check(files: dict[str, bytes], stem: str, text: str) -> Read:
    """What brat demands of every file of annotations."""
    found = read(files, stem)
    assert found.text == text
    types = re.findall(r"^\t*([\w-]+)$", files["annotation.conf"].decode().split("[relations]")[0], re.M)
    for sort, parts, quoted in found.marks.values():
        assert sort in types
        assert " ".join(text[start:end] for start, end in parts) == quoted
        assert "\n" not in quoted
        assert all(start < end for start, end in parts)
        assert parts == sorted(parts)
    return found


def test_the_folder_is_as_it_is_expected_to_be() -> None:
    files = render_folder(COMPARISON, ANNOTATIONS, name="brat")
    assert files.keys() == {path.name for path in GOLDEN.iterdir()}
    for name, data in files.items():
        assert data == (GOLDEN / name).read_bytes(), name


def test_a_pair_across_articles_is_two_annotations_that_share_the_findings_id() -> None:
    files = render_folder(COMPARISON, ANNOTATIONS, name="brat")
    one, other = (read(files, stem) for stem in ("1-a", "2-b"))
    assert one.remarks["T1"].startswith("contradiction-0a1b; passage 1 of 2; with 2-b T1;")
    assert other.remarks["T1"].startswith("contradiction-0a1b; passage 2 of 2; with 1-a T1;")
    assert one.attributes["T1"] == other.attributes["T1"] == "confirmed"
    assert one.relations == other.relations == []


def test_a_passage_over_several_lines_is_one_annotation_in_fragments() -> None:
    article = document("1", "One line\n\n  and  another \n and a third.")
    finding = Finding("x", Kind.UNIQUE, "only-here", 0.5, "", (passage(article, article.text),))
    files = render_folder(Comparison((article,), (finding,)), name="brat")
    found = check(files, "1-a", article.text)
    assert found.marks["T1"][1:] == ([(0, 8), (12, 24), (27, 39)], "One line and  another and a third.")


def test_passages_of_one_article_are_joined_by_relations_too() -> None:
    article = document("1", "The same words. The same words. The same words.")
    parts = tuple(Passage("1", at, at + 15, "The same words.") for at in (0, 16, 32))
    files = render_folder(
        Comparison((article,), (Finding("x", Kind.OVERLAP, "verbatim", 1, "", parts),)), name="brat"
    )
    assert read(files, "1-a").relations == [("overlaps", "T1", "T2"), ("overlaps", "T1", "T3")]


@settings(deadline=None)
@given(comparisons())
def test_every_annotation_quotes_what_stands_at_its_offsets(made: tuple[Comparison, Annotations]) -> None:
    comparison, annotations = made
    files = render_folder(comparison, annotations, name="brat")
    stems = file_stems(comparison.documents)
    assert len(set(stems.values())) == len(stems)
    for article in comparison.documents:
        assert re.fullmatch(r"\d+-[A-Za-z0-9-]+", stems[article.id])
        check(files, stems[article.id], article.text)


def test_names_of_files_are_plain_and_told_apart() -> None:
    articles = [
        document("1", "x", source="/home/bob/Ångström & söhne.tar.txt"),
        document("2", "x", source="-", title="漢字"),
        document("3", "x", source="https://example.org/a?b=c", title="A headline: with signs"),
        document("4", "x", source="../..", title=""),
    ]
    assert list(file_stems(articles).values()) == [
        *("1-Angstrom-sohne-tar", "2-article", "3-A-headline-with-signs", "4-article"),
    ]


def test_a_note_without_a_passage_stands_in_the_table_of_what_has_no_place() -> None:
    notes = (Note("n", (), "Who\twrote both?\n", ("to do",)), *ANNOTATIONS.notes)
    files = render_folder(COMPARISON, Annotations(notes=notes), name="brat")
    rows = files["unplaced.tsv"].decode().split("\n")
    assert rows[1:] == ["Note\tn\t\tWho wrote both? ; tag: to do\t\t", ""]
