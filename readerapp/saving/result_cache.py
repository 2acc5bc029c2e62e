"""Results of comparisons, kept in the user's cache folder so that the same articles open at once.

One JSON file for each result, readable by the user alone and written as a whole; nothing in it is ever
run. What is damaged, or of another form, counts as missing and is written anew; that nothing can be
written is no error. The results that were not used for the longest time go first.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from readerapp.known_results import KnownResults
from readerapp.model import Finding, Kind, Notice, Origin, Passage, ReaderError, Span
from readerapp.saving.atomic import write_atomically
from readerapp.saving.folders import cache_place

MOST_RESULTS = 200
"""Results that are kept."""

MOST_BYTES = 50_000_000
"""Bytes that all results may take together."""

LARGEST = 10_000_000
"""Bytes of one result; a larger one is not kept."""

_FORM = "reader-results 1"
_KEY = re.compile(r"[0-9a-f]{64}")


def results_folder() -> Path:
    """The folder that holds them."""
    return cache_place() / "results"


@dataclass(frozen=True, slots=True)
class ResultCache:
    """Keeps results in a folder."""

    folder: Path = field(default_factory=results_folder)
    """Made where there is none, when something is kept for the first time."""

    def load(self, key: str) -> KnownResults | None:
        """What is kept under a key.

        Args:
            key: 64 hexadecimal digits.

        Returns:
            the findings and notices; None where there are none, or none that can be read.
        """
        path = self._path(key)
        try:
            with open(path, "rb") as stream:
                data = stream.read(LARGEST + 1)
            value = json.loads(data)
            if value["form"] != _FORM or value["key"] != key:
                return None
            results = KnownResults(
                tuple(map(_read_finding, value["findings"])), tuple(map(_read_notice, value["notices"]))
            )
        except (OSError, ValueError, TypeError, KeyError, IndexError, RecursionError):
            return None
        with suppress(OSError):
            os.utime(path)
        return results

    def store(self, key: str, findings: Sequence[Finding], notices: Sequence[Notice]) -> None:
        """Keep results under a key, in place of what is kept there.

        Args:
            key: 64 hexadecimal digits.
            findings: what was found, in the order in which it came.
            notices: what is to be said about it.
        """
        value = {
            "form": _FORM,
            "key": key,
            "findings": [_written_finding(finding) for finding in findings],
            "notices": [[notice.code, notice.text, notice.document] for notice in notices],
        }
        data = json.dumps(value, separators=(",", ":")).encode()
        if len(data) > LARGEST:
            return
        with suppress(ReaderError, OSError):
            write_atomically(self._path(key), data, private=True)
            self._forget_oldest()

    def _path(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise ValueError(f"no key of results: {key!r}")
        return self.folder / f"{key}.json"

    def _forget_oldest(self) -> None:
        entries = []
        for path in self.folder.iterdir():
            with suppress(OSError):
                status = path.stat()
                entries.append((status.st_mtime_ns, status.st_size, path))
        room, places = MOST_BYTES, MOST_RESULTS
        for _, size, path in sorted(entries, reverse=True):
            room, places = room - size, places - 1
            if room < 0 or places < 0:
                with suppress(OSError):
                    path.unlink()


def _written_finding(finding: Finding) -> list[Any]:
    return [
        finding.id,
        finding.kind.value,
        finding.type,
        finding.score,
        finding.reason,
        [_written_passage(passage) for passage in finding.passages],
    ]


def _written_passage(passage: Passage) -> list[Any]:
    return [
        passage.document,
        passage.start,
        passage.end,
        passage.text,
        passage.speaker,
        passage.quotation,
        [list(cue) for cue in passage.cues],
    ]


def _read_finding(value: Any) -> Finding:
    identity, kind, kind_type, score, reason, passages = value
    if isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1 or not passages:
        raise ValueError(score)
    return Finding(
        _text(identity),
        Kind(kind),
        _text(kind_type),
        float(score),
        _text(reason),
        tuple(map(_read_passage, passages)),
        Origin.FOUND,
    )


def _read_passage(value: Any) -> Passage:
    document, start, end, text, speaker, quotation, cues = value
    if not isinstance(quotation, bool):
        raise ValueError(quotation)
    return Passage(
        _text(document),
        _number(start),
        _number(end),
        _text(text),
        None if speaker is None else _text(speaker),
        quotation,
        tuple(Span(_number(first), _number(last)) for first, last in cues),
    )


def _read_notice(value: Any) -> Notice:
    code, text, document = value
    return Notice(_text(code), _text(text), None if document is None else _text(document))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(value)
    return value
