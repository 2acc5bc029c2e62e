"""Who stands in a saved comparison as the one who made what is in it."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from comparison_samples import sample_annotations, sample_comparison

from readerapp.model import Annotations, Review, Verdict
from readerapp.saving.comparison_file import read_comparison_file, write_comparison_file
from readerapp.saving.creator import creator_name

COMPARISON = sample_comparison()
ANNOTATIONS = sample_annotations(COMPARISON)
FINDING = "contradiction-0a1b"


@pytest.fixture(autouse=True)
def no_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)


def name_in_git(folder: Path, name: str) -> None:
    subprocess.run(["git", "config", "--file", folder / "gitconfig", "user.name", name], check=True)


def save(
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    annotations: Annotations = ANNOTATIONS,
    original: Any = None,
) -> dict[str, Any]:
    monkeypatch.setenv("READER_NAME", name)
    write_comparison_file(path, COMPARISON, annotations, original=original, overwrite=True)
    value = json.loads(path.read_bytes())
    assert isinstance(value, dict)
    return value


def creators(value: dict[str, Any], end: str) -> dict[str, str | None]:
    """By what was said, who said it; by `id`, who made the annotation."""
    (item,) = [item for item in value["first"]["items"] if item["id"].endswith(end)]
    said = {body["value"]: body.get("creator") for body in item["body"] if "value" in body}
    return {key: who and who["name"] for key, who in {**said, "id": item.get("creator")}.items()}


def test_the_variable_counts_more_than_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert creator_name() is None
    name_in_git(tmp_path, "Lena\tBrandt")
    assert creator_name() == "Lena Brandt"
    monkeypatch.setenv("READER_NAME", " Ines\x1b[31m Okoro ")
    assert creator_name() == "Ines\ufffd[31m Okoro"
    monkeypatch.setenv("READER_NAME", "")
    assert creator_name() is None


def test_without_git_nobody_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert creator_name() is None


def test_where_nobody_is_known_no_creator_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path / "x.reader.json", monkeypatch, "")
    assert b'"creator"' not in (tmp_path / "x.reader.json").read_bytes()


def test_what_somebody_else_changes_is_theirs_and_the_rest_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.reader.json"
    first = save(path, monkeypatch, "Ann")
    assert creators(first, FINDING) == {
        **{"confirmed": "Ann", "numbers": "Ann", "check": "Ann", "Digits swapped?": "Ann"},
        "id": None,
    }
    opened = read_comparison_file(path)
    review = Review(Verdict.DISMISSED, ("numbers", "done"), "Digits swapped?")
    note = replace(ANNOTATIONS.notes[0], text="The mate.")
    changed = opened.annotations.with_review(FINDING, review).with_note(note)
    value = save(path, monkeypatch, "Bob", changed, opened.original)
    assert creators(value, FINDING) == {
        **{"dismissed": "Bob", "numbers": "Ann", "done": "Bob", "Digits swapped?": "Ann"},
        "id": None,
    }
    assert creators(value, "0305e82c3301")["id"] == "Ann"
    assert value["creator"]["name"] == "Ann"


def test_nobody_who_is_known_does_not_speak_with_anothers_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.reader.json"
    save(path, monkeypatch, "Ann")
    opened = read_comparison_file(path)
    review = Review(Verdict.UNSURE, ("numbers",), "")
    value = save(path, monkeypatch, "", opened.annotations.with_review(FINDING, review), opened.original)
    assert creators(value, FINDING) == {"unsure": None, "numbers": "Ann", "id": None}


def test_a_file_without_creators_gets_none_but_for_what_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.reader.json"
    save(path, monkeypatch, "")
    opened = read_comparison_file(path)
    note = replace(ANNOTATIONS.notes[0], id="9f2504e0-4f89-41d3-9a0c-0305e82c3399")
    value = save(path, monkeypatch, "Bob", opened.annotations.with_note(note), opened.original)
    assert "creator" not in value
    assert creators(value, FINDING) == {
        **{"confirmed": None, "numbers": None, "check": None, "Digits swapped?": None},
        "id": None,
    }
    assert creators(value, "0305e82c3399")["id"] == "Bob"


def test_another_name_changes_no_byte_of_what_was_not_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.reader.json"
    save(path, monkeypatch, "Ann")
    before = path.read_bytes()
    opened = read_comparison_file(path)
    save(path, monkeypatch, "Bob", opened.annotations, opened.original)
    assert path.read_bytes() == before
