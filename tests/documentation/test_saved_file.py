"""What the page on the saved file says is so."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from comparison_samples import sample_annotations, sample_comparison

from readerapp.annotations import contents_of
from readerapp.annotations.terms import KNOWN_KEYS
from readerapp.saving.comparison_file import write_comparison_file

PAGE = (Path(__file__).resolve().parents[2] / "docs/saved-file.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def example() -> dict[str, Any]:
    (text,) = blocks("json")
    value = json.loads(text)
    assert isinstance(value, dict)
    return value


def test_the_lines_of_python_print_every_passage_as_they_stand_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program,) = blocks("python")
    assert len([line for line in program.splitlines() if line.strip()]) <= 10
    comparison = sample_comparison()
    annotations = sample_annotations(comparison)
    write_comparison_file(tmp_path / "ferry.reader.json", comparison, annotations, overwrite=False)
    finished = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        check=True,
        encoding="utf-8",
    )
    findings = (*comparison.findings, *annotations.findings)
    passages = [part for finding in findings for part in finding.passages]
    passages += [part for note in annotations.notes for part in note.passages]
    lines = finished.stdout.splitlines()
    assert len(lines) == len(passages)
    assert all(line.endswith(f" {part.text}") for line, part in zip(lines, passages, strict=True))


def test_every_key_is_explained_and_stands_in_the_example() -> None:
    after = PAGE.split("## Every term")[1]
    explained = set(re.findall(r"`([^` ]+)`", after))
    used: set[str] = set()

    def look(value: Any) -> None:
        for key, member in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(key, str):
                used.add(key)
            if isinstance(member, dict | list) and key != "@context":
                look(member)

    look(example())
    known = set().union(*KNOWN_KEYS.values())
    assert known <= explained
    # What depends on the article, or is left out where it is not so.
    assert known - used <= {
        "reader:absolutePath",
        "reader:speaker",
        "reader:quotation",
        "reader:anchoring",
        "reader:orphan",
    }


def test_the_example_can_be_opened() -> None:
    contents = contents_of(example())
    assert [finding.type for finding in contents.comparison.findings] == ["number"]
    assert contents.annotations.notes[0].text == "Which ferry?\nAsk the port."
    assert contents.annotations.reviews["contradiction-0a1b2c3d4e5f6071"].tags == ("numbers",)
