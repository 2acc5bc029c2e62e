"""Saving the sample comparison, and changing what stands in the file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from comparison_samples import sample_annotations, sample_comparison

from readerapp.saving.comparison_file import SavedComparison, write_comparison_file

Value = dict[str, Any]


def save(path: Path, *, annotated: bool = True) -> SavedComparison:
    """Save the sample comparison."""
    comparison = sample_comparison()
    from readerapp.model import Annotations

    annotations = sample_annotations(comparison) if annotated else Annotations()
    return write_comparison_file(path, comparison, annotations, overwrite=True)


def edit(path: Path, change: Callable[[Value], object]) -> bytes:
    """Change a saved file as another program would; what it holds then."""
    value = json.loads(path.read_bytes())
    change(value)
    path.write_text(json.dumps(value, indent=4), encoding="utf-8")
    return path.read_bytes()


def item(value: Value, end: str) -> Value:
    """The annotation whose id ends so."""
    (found,) = [item for item in value["first"]["items"] if str(item.get("id")).endswith(end)]
    assert isinstance(found, dict)
    return found
