"""What a comparison looks like as a W3C Web Annotation collection, and that it comes back the same."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from comparison_samples import FIRST, comparisons, documents, sample_annotations, sample_comparison
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.annotations import Contents, Writer, contents_of
from readerapp.annotations.selectors import CONTEXT, selectors_of
from readerapp.model import Annotations, Comparison, Document, Span
from readerapp.model.json_text import json_text
from readerapp.model.portable import PortableSource

NOW = "2026-02-05T10:00:00+00:00"


def collection(comparison: Comparison, annotations: Annotations | None = None) -> dict[str, Any]:
    sources = {
        document.id: PortableSource(document.source, leads_there=":" in document.source)
        for document in comparison.documents
    }
    writer = Writer(comparison.documents, sources)
    return writer.collection(comparison, annotations or Annotations(), created=NOW, modified=NOW)


def through_json(value: dict[str, Any]) -> Contents:
    return contents_of(json.loads(json_text(value)))


@pytest.fixture
def sample() -> dict[str, Any]:
    comparison = sample_comparison()
    return collection(comparison, sample_annotations(comparison))


def item(sample: dict[str, Any], end: str) -> dict[str, Any]:
    (found,) = [item for item in sample["first"]["items"] if item["id"].endswith(end)]
    assert isinstance(found, dict)
    return found


def test_it_is_an_annotation_collection_with_its_items_in_one_embedded_page(sample: dict[str, Any]) -> None:
    assert sample["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (sample["type"], sample["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert sample["first"]["partOf"] == sample["id"]
    assert sample["total"] == len(sample["first"]["items"]) == 6


def test_every_annotation_and_the_collection_have_an_iri_of_their_own(sample: dict[str, Any]) -> None:
    iris = [sample["id"], sample["first"]["id"], *(item["id"] for item in sample["first"]["items"])]
    assert len(set(iris)) == len(iris)
    assert all(re.fullmatch(r"urn:[a-z0-9-]+:\S+", iri) for iri in iris)


def test_every_own_term_stands_in_one_namespace(sample: dict[str, Any]) -> None:
    assert sample["@context"][1]["reader"] == "urn:reader:terms:"
    standard = {
        *("@context", "id", "type", "label", "created", "modified", "generator", "total", "first", "partOf"),
        *("startIndex", "items", "motivation", "body", "target", "purpose", "value", "format", "language"),
        *("source", "selector", "exact", "prefix", "suffix", "start", "end", "name"),
    }
    used: set[str] = set()

    def look(value: Any) -> None:
        for key, member in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(key, str):
                used.add(key)
            if isinstance(member, dict | list) and key != "@context":
                look(member)

    look(sample)
    assert {key for key in used if not key.startswith("reader:")} <= standard


def test_a_finding_links_its_passages_and_says_how_in_a_body_of_its_own(sample: dict[str, Any]) -> None:
    finding = item(sample, "contradiction-0a1b")
    assert (finding["type"], finding["motivation"]) == ("Annotation", "linking")
    assert len(finding["target"]) == 2
    assert finding["body"][0] == {
        "type": "reader:Relation",
        "reader:kind": "contradiction",
        "reader:type": "number",
        "reader:score": 0.91,
        "reader:reason": "One says 112 people, the other 121.",
        "reader:origin": "found",
    }


def test_a_target_names_its_passage_by_quotation_and_by_position(sample: dict[str, Any]) -> None:
    target = item(sample, "overlap-2c3d")["target"][0]
    assert target["type"] == "SpecificResource"
    assert target["source"] == sample["reader:sources"][0]["id"]
    quote, position = target["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert FIRST[position["start"] : position["end"]] == quote["exact"]
    assert FIRST[: position["start"]].endswith(quote["prefix"])
    assert FIRST[position["end"] :].startswith(quote["suffix"])
    assert (target["reader:speaker"], target["reader:quotation"]) == ("Ines Okoro", True)


def test_verdict_tags_and_note_are_bodies_with_their_purpose(sample: dict[str, Any]) -> None:
    finding = item(sample, "contradiction-0a1b")
    said = [(body["purpose"], body["value"]) for body in finding["body"][1:]]
    assert said == [
        ("assessing", "confirmed"),
        ("tagging", "numbers"),
        ("tagging", "check"),
        ("commenting", "Digits swapped?"),
    ]
    assert finding["modified"] == "2026-02-04T09:30:00Z"


def test_a_note_on_text_is_an_annotation_named_by_its_uuid(sample: dict[str, Any]) -> None:
    note = item(sample, "0305e82c3301")
    assert note["id"] == "urn:uuid:3f2504e0-4f89-41d3-9a0c-0305e82c3301"
    assert note["motivation"] == "commenting"
    assert note["body"][0]["value"] == "Who is that?\nAsk the port."
    assert note["created"] == note["modified"] == "2026-02-04T09:30:00Z"


def test_an_article_is_described_with_its_text(sample: dict[str, Any]) -> None:
    one, other = sample["reader:sources"]
    assert one["reader:text"] == FIRST
    assert (one["reader:author"], one["reader:published"], one["language"]) == (
        "Lena Brandt",
        "2026-02-03",
        "en",
    )
    assert (other["format"], other["reader:extractor"], other["reader:extractorVersion"]) == (
        "text/html",
        "trafilatura",
        "2.3.1",
    )
    assert one["reader:sha256"] != one["reader:textSha256"]


def test_two_articles_with_the_same_name_have_different_iris() -> None:
    address = "https://example.org/a"
    one, other = (Document("Text.", address, id=identity) for identity in "12")
    iris = [source["id"] for source in collection(Comparison((one, other)))["reader:sources"]]
    assert iris[0] == address
    assert iris[1].startswith("urn:uuid:")


@settings(deadline=None)
@given(comparisons())
def test_a_comparison_comes_back_as_it_was(made: tuple[Comparison, Annotations]) -> None:
    comparison, annotations = made
    read = through_json(collection(comparison, annotations))
    assert read.comparison == comparison
    assert read.annotations == annotations


@settings(deadline=None)
@given(comparisons())
def test_a_comparison_is_written_the_same_way_every_time(made: tuple[Comparison, Annotations]) -> None:
    comparison, annotations = made
    text = json_text(collection(comparison, annotations))
    read = contents_of(json.loads(text))
    assert json_text(collection(read.comparison, read.annotations)) == text


def test_the_text_of_an_article_can_be_kept_elsewhere() -> None:
    comparison = sample_comparison()
    writer = Writer(
        comparison.documents,
        {d.id: PortableSource(d.source, leads_there=False) for d in comparison.documents},
    )
    value = writer.collection(comparison, Annotations(), created=NOW, modified=NOW, with_texts=False)
    assert FIRST not in json_text(value)
    texts = {document.text_sha256: document.text for document in comparison.documents}
    assert contents_of(value, texts).comparison == comparison


def test_a_review_of_a_finding_that_is_not_known_any_more_is_kept() -> None:
    comparison = sample_comparison()
    annotations = sample_annotations(comparison)
    without = Comparison(comparison.documents, comparison.findings[1:])
    read = through_json(collection(without, annotations))
    assert read.annotations == annotations
    assert read.comparison.findings == without.findings


def test_no_absolute_path_in_a_notice_is_written() -> None:
    comparison = sample_comparison()
    from readerapp.model import Notice

    told = Comparison(comparison.documents, (), (Notice("x", "/home/bob/private/c.txt: it is empty"),))
    assert "/home" not in json_text(collection(told))
    assert "c.txt: it is empty" in json_text(collection(told))


# Quotations and what stands around them


@given(documents(), st.data())
def test_selectors_quote_what_stands_there(articles: tuple[Document, ...], data: st.DataObject) -> None:
    text = articles[0].text
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    quote, position = selectors_of(text, Span(start, end))
    assert (position["start"], position["end"]) == (start, end)
    assert quote["exact"] == text[start:end]
    assert text[:start].endswith(quote["prefix"])
    assert text[end:].startswith(quote["suffix"])


def test_prefix_and_suffix_have_32_characters_or_more_and_end_between_words() -> None:
    text = "The committee found that the bridge over the river had been inspected twice in the spring of that year."
    start = text.index("had been")
    quote, _ = selectors_of(text, Span(start, start + 8))
    assert quote["prefix"] == "found that the bridge over the river "
    assert quote["suffix"] == " inspected twice in the spring of"
    assert min(len(quote["prefix"]), len(quote["suffix"])) >= CONTEXT


def test_near_the_ends_of_a_text_all_that_there_is_is_quoted() -> None:
    quote, _ = selectors_of("one two three", Span(4, 7))
    assert (quote["prefix"], quote["suffix"]) == ("one ", " three")


@pytest.mark.parametrize(
    "sign", ["e\u0301", "👩\u200d👩\u200d👧", "🇩🇪", "\u1112\u1161\u11ab", "ก\u0e33", "👍🏽", "न\u093f"]
)
def test_no_character_is_cut_in_two(sign: str) -> None:
    text = sign * 60 + "HERE" + sign * 60
    start = text.index("HERE")
    for shift in range(len(sign)):
        padded = "x" * shift + text + "x" * shift
        quote, _ = selectors_of(padded, Span(start + shift, start + shift + 4))
        for part in (quote["prefix"], quote["suffix"]):
            stripped = part.strip("x")
            assert len(stripped) % len(sign) == 0
            assert stripped == sign * (len(stripped) // len(sign))


def test_a_finding_made_by_hand_says_when_and_keeps_it() -> None:
    comparison = sample_comparison()
    said = sample_annotations(comparison)
    (made,) = said.findings
    value = collection(comparison, replace(said, findings=(replace(made, created=NOW),)))
    assert item(value, "overlap-by-hand")["created"] == "2026-02-05T10:00:00Z"
    (read,) = through_json(value).annotations.findings
    assert read.created == NOW
