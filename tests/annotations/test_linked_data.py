"""What the tools of linked data make of a saved comparison and of the webannotation report."""

from __future__ import annotations

import copy
import json
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from comparison_samples import comparisons, document, passage, sample_annotations, sample_comparison
from hypothesis import HealthCheck, given, settings
from linked_data import BASE, CONTEXT, SCHEMA, compacted, complaints, expanded, graph_of
from rdflib import RDF, Literal, URIRef

from readerapp.annotations.terms import KNOWN_KEYS
from readerapp.model import Annotations, Comparison, Finding, Kind, Origin
from readerapp.reports import ReportOptions, render
from readerapp.saving.comparison_file import read_comparison_file, write_comparison_file

COMPARISON = sample_comparison()
ANNOTATIONS = sample_annotations(COMPARISON)
OA = "http://www.w3.org/ns/oa#"
OWN = "urn:reader:terms:"
GOLDEN = Path(__file__).parent.parent / "reports" / "golden"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object) -> None:
        raise AssertionError("a test wants to reach the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def saved(folder: Path, name: str = "Ines Okoro") -> dict[str, Any]:
    """A saved comparison of two articles that lie beside it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("READER_NAME", name)
        documents = tuple(
            replace(article, location=str(folder / article.source)) for article in COMPARISON.documents
        )
        comparison = Comparison(documents, COMPARISON.findings, COMPARISON.notices)
        path = folder / "ferry.reader.json"
        write_comparison_file(path, comparison, ANNOTATIONS, overwrite=False)
    value = json.loads(path.read_bytes())
    assert isinstance(value, dict)
    return value


def reported(
    comparison: Comparison = COMPARISON, annotations: Annotations = ANNOTATIONS, **options: Any
) -> dict[str, Any]:
    value = json.loads(
        render(comparison, annotations, name="webannotation", options=ReportOptions(**options))
    )
    assert isinstance(value, dict)
    return value


@pytest.fixture(params=["saved", "report"])
def collection(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, Any]:
    return saved(tmp_path) if request.param == "saved" else reported()


def plain(value: Any) -> Any:
    """Values with lists of one member as the member, which mean the same in JSON-LD."""
    if isinstance(value, dict):
        return {key: plain(member) for key, member in value.items() if key != "@context"}
    if isinstance(value, list):
        return plain(value[0]) if len(value) == 1 else [plain(member) for member in value]
    return value


# pyld


def test_no_key_is_lost_when_it_is_expanded_and_compacted(collection: dict[str, Any]) -> None:
    assert plain(compacted(collection)) == plain(collection)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(comparisons())
def test_any_comparison_goes_through_expansion_and_back(made: tuple[Comparison, Annotations]) -> None:
    value = reported(*made)
    assert complaints(value) == []
    assert plain(compacted(value)) == plain(value)


def test_expanded_it_is_a_collection_of_annotations_with_targets_and_selectors(
    collection: dict[str, Any],
) -> None:
    value = expanded(collection)
    assert value["@type"] == ["http://www.w3.org/ns/activitystreams#OrderedCollection"]
    (page,) = value["http://www.w3.org/ns/activitystreams#first"]
    (items,) = page["http://www.w3.org/ns/activitystreams#items"]
    assert len(items["@list"]) == 6
    for item in items["@list"]:
        assert item["@type"] == [f"{OA}Annotation"]
        for target in item[f"{OA}hasTarget"]:
            sorts = [selector["@type"][0] for selector in target[f"{OA}hasSelector"]]
            assert sorts == [f"{OA}TextQuoteSelector", f"{OA}TextPositionSelector"]


# rdflib


def test_rdf_tells_which_words_contradict_each_other(collection: dict[str, Any]) -> None:
    found = graph_of(collection).query(
        """
        PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX reader: <urn:reader:terms:>
        SELECT ?words ?start WHERE {
            ?annotation a oa:Annotation ; oa:motivatedBy oa:linking ;
                oa:hasBody [ a reader:Relation ; reader:kind "contradiction" ] ;
                oa:hasBody [ oa:hasPurpose oa:assessing ;
                             <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> "confirmed" ] ;
                oa:hasTarget [ oa:hasSelector [ oa:exact ?words ], [ oa:start ?start ] ] .
        } ORDER BY ?words
        """
    )
    rows = sorted((str(row[0]), int(str(row[1]))) for row in found)  # type: ignore[index]
    assert rows == [("With 121 people on board", 31), ("with 112 people on board", 78)]


def test_rdf_has_the_articles_with_their_texts(collection: dict[str, Any]) -> None:
    graph = graph_of(collection)
    texts = set(graph.objects(None, URIRef(f"{OWN}text")))
    assert {Literal(article.text) for article in COMPARISON.documents} <= texts


def test_the_path_of_an_article_is_its_address_from_the_saved_file(tmp_path: Path) -> None:
    graph = graph_of(saved(tmp_path))
    article = URIRef(f"{BASE}a.txt")
    assert (article, RDF.type, URIRef("http://purl.org/dc/dcmitype/Text")) in graph
    assert len(list(graph.subjects(URIRef(f"{OA}hasSource"), article))) == 5


# JSON Schema


def test_it_is_valid_by_the_schema(collection: dict[str, Any]) -> None:
    assert complaints(collection) == []


@pytest.mark.parametrize(
    "way",
    [
        ("type",),
        ("reader:sources",),
        ("first", "items", 0, "target"),
        ("first", "items", 0, "target", 0, "selector"),
        ("first", "items", 0, "target", 0, "selector", 1, "start"),
        ("first", "items", 0, "body", 0, "reader:kind"),
        ("reader:sources", 0, "reader:textSha256"),
    ],
)
def test_the_schema_notices_what_is_missing(way: tuple[Any, ...]) -> None:
    value = copy.deepcopy(reported())
    holder = value
    for step in way[:-1]:
        holder = holder[step]
    del holder[way[-1]]
    assert complaints(value)


def test_the_schema_knows_every_key_that_reader_writes() -> None:
    definitions = SCHEMA["$defs"]
    pages = SCHEMA["properties"]["first"]["properties"]
    assert KNOWN_KEYS["collection"] | {"creator"} == SCHEMA["properties"].keys()
    assert KNOWN_KEYS["page"] == pages.keys()
    assert KNOWN_KEYS["annotation"] | {"creator"} == definitions["annotation"]["properties"].keys()
    for sort in ("source", "relation", "remark", "target"):
        assert KNOWN_KEYS[sort] == definitions[sort]["properties"].keys(), sort
    standard = {key for keys in KNOWN_KEYS.values() for key in keys if not key.startswith(("reader:", "@"))}
    assert standard <= CONTEXT["@context"].keys()


# Who, when and with what


def test_a_saved_comparison_tells_who_when_and_with_what_it_was_made(tmp_path: Path) -> None:
    value = saved(tmp_path)
    person = {"type": "Person", "name": "Ines Okoro"}
    assert value["creator"] == person
    assert value["created"] == value["modified"]
    assert value["generator"].keys() == {"type", "name", "reader:version"}
    assert value["reader:settings"] == {"reader:entailment": True}
    made_by = {item["id"]: item.get("creator") for item in value["first"]["items"]}
    assert [iri for iri, creator in made_by.items() if creator == person] == [
        "urn:reader:finding:overlap-by-hand",
        "urn:uuid:3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    ]
    bodies = value["first"]["items"][0]["body"]
    assert [body.get("creator") for body in bodies] == [None, *[person] * (len(bodies) - 1)]


# The report


def test_the_report_is_as_it_is_expected_to_be() -> None:
    from readerapp import __version__

    text = render(COMPARISON, ANNOTATIONS, name="webannotation")
    text = text.replace(f'"reader:version": "{__version__}"', '"reader:version": "VERSION"')
    assert text == (GOLDEN / "report.jsonld").read_text(encoding="utf-8")


def test_a_report_holds_what_was_chosen_alone() -> None:
    value = reported(only=frozenset({Kind.UNIQUE}))
    assert [item["motivation"] for item in value["first"]["items"]] == ["highlighting", "commenting"]
    assert all("reader:text" not in source for source in reported(texts=False)["reader:sources"])
    assert complaints(reported(texts=False)) == []


def test_a_report_opens_as_a_saved_comparison(tmp_path: Path) -> None:
    path = tmp_path / "x.reader.json"
    path.write_text(render(COMPARISON, ANNOTATIONS, name="webannotation"), encoding="utf-8")
    opened = read_comparison_file(path)
    assert [finding.id for finding in opened.comparison.findings] == [
        finding.id for finding in COMPARISON.findings
    ]
    assert opened.annotations == ANNOTATIONS


def test_an_article_from_the_network_is_named_by_its_address() -> None:
    article = document("1", "A text.", source="https://example.org/a?b=c")
    finding = Finding("x", Kind.UNIQUE, "only-here", 0.5, "", (passage(article, "text"),), Origin.PERSON)
    value = reported(Comparison((article,)), Annotations(findings=(finding,)))
    assert value["reader:sources"][0]["id"] == "https://example.org/a?b=c"
    assert complaints(value) == []
