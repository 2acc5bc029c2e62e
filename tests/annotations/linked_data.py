"""Real tools for linked data, held to frozen copies of what they would load from the network.

`frozen/anno_context.json` has the terms of the W3C's context for Web Annotations
(http://www.w3.org/ns/anno.jsonld) that a saved comparison uses, and those beside them, written out from the
vocabulary of 23 February 2017. `frozen/collection.schema.json` is reader's own.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from pyld import jsonld
from rdflib import Graph

FROZEN = Path(__file__).parent / "frozen"
CONTEXT = json.loads((FROZEN / "anno_context.json").read_text(encoding="utf-8"))
SCHEMA = json.loads((FROZEN / "collection.schema.json").read_text(encoding="utf-8"))
ADDRESS = "http://www.w3.org/ns/anno.jsonld"
BASE = "https://archive.test/saved/"
"""Where the file is taken to lie: relative paths of articles begin there."""


def _load(address: str, options: dict[str, Any]) -> dict[str, Any]:
    assert address == ADDRESS
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": CONTEXT,
    }


OPTIONS = {"documentLoader": _load, "base": BASE, "processingMode": "json-ld-1.1"}


def expanded(value: dict[str, Any]) -> dict[str, Any]:
    """The collection with every key and type as an IRI."""
    (found,) = jsonld.expand(value, OPTIONS)
    assert isinstance(found, dict)
    return found


def compacted(value: dict[str, Any]) -> dict[str, Any]:
    """The collection after it went through expansion and back."""
    found = jsonld.compact(jsonld.expand(value, OPTIONS), value["@context"], OPTIONS)
    assert isinstance(found, dict)
    return found


def graph_of(value: dict[str, Any]) -> Graph:
    """The collection as RDF."""
    context = [CONTEXT["@context"] if part == ADDRESS else part for part in value["@context"]]
    return Graph().parse(data=json.dumps({**value, "@context": context}), format="json-ld", publicID=BASE)


def complaints(value: dict[str, Any]) -> list[str]:
    """What the schema has against it."""
    validator = jsonschema.Draft202012Validator(SCHEMA)
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(value)]
