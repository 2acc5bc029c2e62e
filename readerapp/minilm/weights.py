"""The weights that are shipped: where they are, and that they are the right ones.

`weights/manifest.json` names every file with its length and SHA-256. A file is checked each time it is read,
so that a truncated download or a file of somebody else is told apart from a model that judges badly.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import inf, isfinite
from pathlib import Path
from types import MappingProxyType

from readerapp.model.errors import ReaderError

FOLDER = Path(__file__).parent / "weights"

MANIFEST = "manifest.json"

NO_MANIFEST = (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What reading a manifest can lead to where it is none."""

READING = 1
"""Counts the ways in which texts were made ready for the networks: one more with each change that may change
what they say, in `word_pieces.py`, `entailment/pairs.py` or `entailment/numbers.py`."""

REPAIR = "install reader again; everything else works without it"


class ModelUnavailableError(ReaderError):
    """A neural model cannot be used here; everything else can go on without it.

    The message says why and what to do, for the person who would have had its findings.
    """


@dataclass(frozen=True, slots=True)
class Manifest:
    """What belongs to the weights of one release."""

    version: str
    """Differs whenever any prediction may differ: a key for whatever is kept of them."""
    files: Mapping[str, tuple[int, str]]
    """Name to length in bytes and SHA-256 in hexadecimal digits."""
    temperature: float
    """What the judge's logits are divided by, so that its probabilities are calibrated."""
    offsets: tuple[float, float, float]
    """What is added to the logits before that."""


def read_manifest(folder: Path = FOLDER) -> Manifest:
    """The manifest of a folder of weights.

    Args:
        folder: where the weights are.

    Raises:
        ModelUnavailableError: it is not there, or not a manifest.
    """
    path = folder / MANIFEST
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        first, second, third = (float(number) for number in value["calibration"]["offsets"])
        temperature = float(value["calibration"]["temperature"])
        if not (0 < temperature < inf and all(isfinite(offset) for offset in (first, second, third))):
            raise ValueError("no calibration")
        files = {name: (int(entry["bytes"]), str(entry["sha256"])) for name, entry in value["files"].items()}
        return Manifest(
            f"{value['version']}-{READING}", MappingProxyType(files), temperature, (first, second, third)
        )
    except NO_MANIFEST as error:
        raise ModelUnavailableError(
            f"The list of the model's files cannot be read: {path} ({type(error).__name__}); {REPAIR}."
        ) from error


@cache
def shipped_manifest() -> Manifest:
    """The manifest of the weights in this package, read once."""
    return read_manifest()


def read_weights(name: str, manifest: Manifest, folder: Path = FOLDER) -> bytes:
    """The content of a file of weights.

    Args:
        name: the file, as the manifest names it.
        manifest: what it must be.
        folder: where it is.

    Raises:
        ModelUnavailableError: it is missing, of another length, or not what the manifest says.
    """
    path = folder / name
    if name not in manifest.files:
        raise ModelUnavailableError(f"The list of the model's files does not name {name}; {REPAIR}.")
    length, digest = manifest.files[name]
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ModelUnavailableError(
            f"A file of the model cannot be read: {path} ({reason}); {REPAIR}."
        ) from error
    if len(content) != length:
        raise ModelUnavailableError(
            f"A file of the model is damaged: {path} has {len(content):,} bytes "
            f"instead of {length:,}; {REPAIR}."
        )
    if hashlib.sha256(content).hexdigest() != digest:
        raise ModelUnavailableError(
            f"A file of the model is not the one that belongs to this reader: {path}; {REPAIR}."
        )
    return content
