"""The report for scholars: valid TEI from which every text and every passage can be had back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from comparison_samples import comparisons, document, passage, sample_annotations, sample_comparison
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from readerapp import __version__
from readerapp.model import Annotations, Comparison, Finding, Kind, Note, Passage, Review, Span, Verdict
from readerapp.reports import ReportOptions, render
from readerapp.reports.parallel_versions import Pair, best_chain, longest_rise, parallel_segments
from readerapp.reports.xml_text import writable

COMPARISON = sample_comparison()
ANNOTATIONS = sample_annotations(COMPARISON)
GOLDEN = Path(__file__).parent / "golden"
SCHEMA = etree.RelaxNG(etree.parse(str(Path(__file__).parent / "frozen" / "tei_excerpt.rng")))
TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"

OLD = """The keeper of the light went down to the harbour at dawn.

He counted the boats and found that one of them was missing.

Nobody had seen it leave, and nobody would say whose it was."""
NEW = """A keeper of the light went down to the old harbour at dawn.

He counted the boats and found that two of them were missing.

It had rained.

Nobody had seen it leave, and nobody would say whose it was."""


def tei(
    comparison: Comparison, annotations: Annotations | None = None, options: ReportOptions | None = None
) -> etree._Element:
    """The report, after every check of its form."""
    text = render(comparison, annotations, name="tei", options=options)
    root = etree.fromstring(text.encode())
    SCHEMA.assertValid(root)
    names = {element.get(ID) for element in root.iter(etree.Element) if element.get(ID)}
    for element in root.iter(etree.Element):
        for key in ("target", "from", "to", "corresp", "wit"):
            for pointer in (element.get(key) or "").split():
                assert pointer[0] == "#"
                assert pointer[1:] in names
    assert all(len((link.get("target") or "").split()) >= 2 for link in root.iter(f"{TEI}link"))
    return root


def characters(root: etree._Element, witness: str) -> Iterator[str]:
    """The text of an article, and the ids of the anchors in it as they come."""
    blocks = [div for div in root.iter(f"{TEI}div") if div.get("corresp") == f"#{witness}"]
    (block,) = (blocks[0] if blocks else root).iter(f"{TEI}ab")
    yield from _walk(block, witness)


def _walk(element: etree._Element, witness: str) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{TEI}anchor":
            yield f"\0{child.get(ID)}"
        elif child.tag == f"{TEI}app" or child.get("wit") == f"#{witness}":
            yield from _walk(child, witness)
        yield (child.tail or "") if child.tag != f"{TEI}rdg" else ""


def text_of(root: etree._Element, witness: str) -> str:
    return "".join(part for part in characters(root, witness) if not part.startswith("\0"))


def anchors(root: etree._Element, witness: str) -> dict[str, int]:
    """Where the anchors of an article stand in its text."""
    found, place = {}, 0
    for part in characters(root, witness):
        if part.startswith("\0"):
            found[part[1:]] = place
        else:
            place += len(part)
    return found


def check_passages(root: etree._Element, findings: list[Finding]) -> None:
    spans = {span.get(ID): span for span in root.iter(f"{TEI}span")}
    places = {
        witness: anchors(root, witness) for witness in {w.get(ID) or "" for w in root.iter(f"{TEI}witness")}
    }
    for number, finding in enumerate(findings, 1):
        for index, part in enumerate(finding.passages, 1):
            span = spans[f"f{number}.{index}"]
            within = places[f"d{part.document}"]
            assert within[(span.get("from") or "")[1:]] == part.start
            assert within[(span.get("to") or "")[1:]] == part.end


def test_the_report_is_as_it_is_expected_to_be() -> None:
    text = render(COMPARISON, ANNOTATIONS, name="tei")
    text = text.replace(f'version="{__version__}"', 'version="VERSION"')
    text = text.replace(f"reader {__version__}", "reader VERSION")
    assert text == (GOLDEN / "report.xml").read_text(encoding="utf-8")


def test_verdicts_notes_tags_and_reasons_are_notes_on_the_finding() -> None:
    root = tei(COMPARISON, ANNOTATIONS)
    link = next(link for link in root.iter(f"{TEI}link") if link.get("n") == "contradiction-0a1b")
    notes = [(note.get("type"), note.text) for note in root.iter(f"{TEI}note") if note.get("target") == "#f1"]
    assert link.get(ID) == "f1"
    assert notes == [
        ("reason", "One says 112 people, the other 121."),
        ("verdict", "confirmed"),
        ("tag", "numbers"),
        ("tag", "check"),
        ("note", "Digits swapped?"),
    ]


def test_without_texts_spans_quote_their_passages() -> None:
    root = tei(COMPARISON, ANNOTATIONS, ReportOptions(texts=False))
    assert root.find(f"{TEI}text") is None
    span = next(root.iter(f"{TEI}span"))
    assert (span.text, span.get("target")) == ("with 112 people on board", "#d1")
    tei(COMPARISON.__class__(COMPARISON.documents), None, ReportOptions(texts=False))


# Parallel versions


def versions(*pairs: tuple[str, str], kind: Kind = Kind.OVERLAP) -> Comparison:
    one, other = document("1", OLD), document("2", NEW)
    findings = tuple(
        Finding(f"x{number}", kind, "edited", 0.9, "", (passage(one, left), passage(other, right)))
        for number, (left, right) in enumerate(pairs)
    )
    return Comparison((one, other), findings)


PARALLEL = versions(*zip(OLD.split("\n\n"), (p for p in NEW.split("\n\n") if "rained" not in p), strict=True))


def test_two_versions_that_run_parallel_stand_in_one_text_with_variant_readings() -> None:
    root = tei(PARALLEL)
    assert root.find(f".//{TEI}variantEncoding") is not None
    readings = [
        ["".join(map(str, rdg.itertext())) for rdg in app.iter(f"{TEI}rdg")] for app in root.iter(f"{TEI}app")
    ]
    assert readings == [
        ["The", "A"],
        ["", " old"],
        ["one", "two"],
        ["was", "were"],
        ["", "It had rained.\n\n"],
    ]
    assert [text_of(root, witness) for witness in ("d1", "d2")] == [OLD, NEW]
    check_passages(root, sorted(PARALLEL.findings, key=Finding.sort_key))


def test_a_chain_that_covers_less_than_half_of_either_text_makes_no_parallel_versions() -> None:
    comparison = versions((OLD.split("\n\n")[2], NEW.split("\n\n")[3]))
    root = tei(comparison)
    assert root.find(f".//{TEI}app") is None
    assert [text_of(root, witness) for witness in ("d1", "d2")] == [OLD, NEW]


def test_overlaps_that_a_person_dismissed_do_not_make_versions_parallel() -> None:
    annotations = Annotations()
    for finding in PARALLEL.findings:
        annotations = annotations.with_review(finding.id, Review(Verdict.DISMISSED))
    assert tei(PARALLEL, annotations).find(f".//{TEI}app") is None


def test_paragraphs_in_another_order_make_no_parallel_versions() -> None:
    paragraphs = [f"Paragraph {name} says what no other does." for name in ("one", "two", "six")]
    one, other = document("1", "\n".join(paragraphs)), document("2", "\n".join(paragraphs[::-1]))
    findings = tuple(
        Finding(text[10:13], Kind.OVERLAP, "verbatim", 1, "", (passage(one, text), passage(other, text)))
        for text in paragraphs
    )
    assert parallel_segments(Comparison((one, other), findings), Annotations()) is None


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(1, 8), st.integers(0, 30), st.integers(1, 8)).map(
            lambda t: Pair(Span(t[0], t[0] + t[1]), Span(t[2], t[2] + t[3]))
        ),
        max_size=8,
    )
)
def test_the_chain_is_the_longest_that_there_is(pairs: list[Pair]) -> None:
    def weight(chain: list[Pair]) -> int:
        return sum(pair.left.length + pair.right.length for pair in chain)

    def longest(rest: list[Pair], last: Pair) -> int:
        return max(
            (
                weight([pair]) + longest(rest, pair)
                for pair in rest
                if pair.left.start >= last.left.end and pair.right.start >= last.right.end
            ),
            default=0,
        )

    chain = best_chain(pairs)
    for one, other in pairwise(chain):
        assert one.left.end <= other.left.start
        assert one.right.end <= other.right.start
    assert weight(chain) == longest(pairs, Pair(Span(0, 0), Span(0, 0)))


@given(st.permutations(range(9)))
def test_the_longest_rise_is_the_longest_that_there_is(numbers: list[int]) -> None:
    pairs = list(enumerate(numbers))
    rise = longest_rise(pairs)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(rise))
    lengths: list[int] = []
    for number in range(9):
        lengths.append(
            1 + max((lengths[n] for n in range(number) if numbers[n] < numbers[number]), default=0)
        )
    assert len(rise) == max(lengths)


def test_versions_too_long_to_compare_as_a_whole_are_divided_where_they_surely_agree(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("readerapp.reports.parallel_versions._LARGE", 30)
    sentences = [f"Sentence {n} speaks of the number {n * n} and of nothing else at all. " for n in range(40)]
    edited = [text if n % 7 else text.replace("number", "figure") for n, text in enumerate(sentences)]
    edited[20:25] = ["Here somebody wrote anew. "]
    one, other = document("1", "".join(sentences)), document("2", "".join(edited))
    finding = Finding(
        "x", Kind.OVERLAP, "edited", 1, "", (passage(one, one.text), passage(other, other.text))
    )
    root = tei(Comparison((one, other), (finding,)))
    assert [text_of(root, witness) for witness in ("d1", "d2")] == [one.text, other.text]
    readings = [
        ["".join(map(str, rdg.itertext())) for rdg in app.iter(f"{TEI}rdg")] for app in root.iter(f"{TEI}app")
    ]
    assert readings[:3] == [["number", "figure"]] * 3
    assert sum(len(pair[0]) for pair in readings) < 500


@st.composite
def edited_versions(draw: st.DrawFn) -> Comparison:
    """Two texts of which the second is the first with words changed, and overlaps that say so."""
    words = draw(
        st.lists(st.sampled_from(["a ", "bb ", "ccc\n", "d, ", "é. ", "👩 "]), min_size=6, max_size=30)
    )
    left = right = ""
    parts = []
    for word in words:
        changed = draw(st.sampled_from([word, word, word, "", "x ", word + "y "]))
        if changed:
            parts.append((Span(len(left), len(left + word)), Span(len(right), len(right + changed))))
        left, right = left + word, right + changed
    one, other = document("1", left), document("2", right or "x")
    findings = tuple(
        Finding(
            f"f{number}",
            draw(st.sampled_from([Kind.OVERLAP, Kind.OVERLAP, Kind.OVERLAP, Kind.CONTRADICTION])),
            "edited",
            0.5,
            "",
            (
                Passage("1", *a, left[a.start : a.end]),
                Passage("2", *b, right[b.start : b.end]),
            ),
        )
        for number, (a, b) in enumerate(parts)
    )
    return Comparison((one, other), findings)


@settings(deadline=None)
@given(edited_versions())
def test_both_texts_and_all_passages_can_be_had_back(comparison: Comparison) -> None:
    root = tei(comparison)
    for article in comparison.documents:
        assert text_of(root, f"d{article.id}") == article.text
    check_passages(root, sorted(comparison.findings, key=Finding.sort_key))


@settings(deadline=None)
@given(comparisons())
def test_any_comparison_makes_valid_tei_with_its_texts(made: tuple[Comparison, Annotations]) -> None:
    comparison, annotations = made
    root = tei(comparison, annotations, ReportOptions(minimum_score=0.0))
    for article in comparison.documents:
        assert text_of(root, f"d{article.id}") == writable(article.text)
    found = {finding.id: finding for finding in (*annotations.findings, *comparison.findings)}
    check_passages(root, sorted(found.values(), key=Finding.sort_key))
    tei(comparison, annotations, ReportOptions(texts=False))


@pytest.mark.parametrize("text", ["\ufffe", "\uffff", "a\ud800b", "\x00"])
def test_what_xml_cannot_hold_is_replaced_one_for_one(text: str) -> None:
    article = replace(document("1", "x"), text=f"<&>{text}", title=text, source=text, author=text)
    finding = Finding(text, Kind.UNIQUE, text, 0.5, text, (Passage("1", 0, 3, "<&>", text),))
    annotations = Annotations(notes=(Note("1", (), text, (text,)),)).with_review(
        text, Review(None, (text,), text)
    )
    root = tei(Comparison((article,), (finding,)), annotations)
    assert text_of(root, "d1") == "<&>" + writable(text)
    assert len(writable(text)) == len(text)
