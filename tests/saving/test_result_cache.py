"""Results of comparisons in the user's cache folder: private, bounded, and never in the way."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from comparison_samples import comparisons, sample_comparison
from hypothesis import HealthCheck, given, settings

from readerapp.known_results import KnownResults
from readerapp.model import Annotations, Comparison, Notice
from readerapp.saving import result_cache
from readerapp.saving.forget import forget
from readerapp.saving.result_cache import ResultCache, results_folder

KEY = "0" * 64
FOUND = sample_comparison().findings
NOTICES = (Notice("pairs-not-examined", "Some."), Notice("language-not-judged", "Finnish.", "2"))


def key(number: int) -> str:
    return f"{number:064x}"


def test_what_was_stored_is_loaded_and_private(user_folders: Path) -> None:
    ResultCache().store(KEY, FOUND, NOTICES)
    assert ResultCache().load(KEY) == KnownResults(FOUND, NOTICES)
    file = user_folders / "cache" / "results" / f"{KEY}.json"
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(comparisons())
def test_any_findings_come_back_as_they_were(tmp_path: Path, made: tuple[Comparison, Annotations]) -> None:
    store = ResultCache(tmp_path)
    comparison = made[0]
    store.store(KEY, comparison.findings, comparison.notices)
    assert store.load(KEY) == KnownResults(comparison.findings, comparison.notices)


def test_what_was_never_stored_is_unknown() -> None:
    assert ResultCache().load(KEY) is None


def test_a_key_is_no_path() -> None:
    with pytest.raises(ValueError, match="no key"):
        ResultCache().load("../../x")


def _with(value: dict[str, Any], *places: Any, to: Any) -> bytes:
    inner: Any = value
    for place in places[:-1]:
        inner = inner[place]
    inner[places[-1]] = to
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    "damage",
    [
        lambda value: b"",
        lambda value: b"\xff\xfe",
        lambda value: b"[" * 100_000,
        lambda value: b"null",
        lambda value: b"[]",
        lambda value: json.dumps(value).encode()[:-9],
        lambda value: _with(value, "form", to="reader-results 0"),
        lambda value: _with(value, "key", to=key(1)),
        lambda value: _with(value, "findings", to=3),
        lambda value: _with(value, "findings", 0, to=None),
        lambda value: _with(value, "findings", 0, 1, to="quarrel"),
        lambda value: _with(value, "findings", 0, 3, to=1.5),
        lambda value: _with(value, "findings", 0, 3, to=float("nan")),
        lambda value: _with(value, "findings", 0, 3, to=True),
        lambda value: _with(value, "findings", 0, 4, to=None),
        lambda value: _with(value, "findings", 0, 5, to=[]),
        lambda value: _with(value, "findings", 0, 5, 0, 1, to="1"),
        lambda value: _with(value, "findings", 0, 5, 0, 5, to="yes"),
        lambda value: _with(value, "findings", 0, 5, 0, 6, to=[[1]]),
        lambda value: _with(value, "notices", 0, 1, to=7),
    ],
)
def test_a_damaged_file_counts_as_missing_and_is_written_anew(damage: Any) -> None:
    store = ResultCache()
    store.store(KEY, FOUND, NOTICES)
    path = results_folder() / f"{KEY}.json"
    path.write_bytes(damage(json.loads(path.read_bytes())))
    assert store.load(KEY) is None
    store.store(KEY, FOUND, NOTICES)
    assert store.load(KEY) == KnownResults(FOUND, NOTICES)


def test_a_folder_that_cannot_be_written_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = ResultCache(tmp_path / "file" / "results")
    store.store(KEY, FOUND, NOTICES)
    assert store.load(KEY) is None


def test_a_full_disk_disturbs_nobody_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, data: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    store = ResultCache(tmp_path)
    store.store(KEY, FOUND, NOTICES)
    assert list(tmp_path.iterdir()) == []


def test_the_results_that_were_not_used_for_the_longest_time_go_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(result_cache, "MOST_RESULTS", 3)
    store = ResultCache(tmp_path)
    for number in range(3):
        store.store(key(number), FOUND, ())
        os.utime(tmp_path / f"{key(number)}.json", (number, number))
    assert store.load(key(0)) is not None
    store.store(key(3), FOUND, ())
    assert {path.stem for path in tmp_path.iterdir()} == {key(0), key(2), key(3)}


def test_all_results_together_have_a_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = ResultCache(tmp_path)
    store.store(key(0), FOUND, ())
    size = (tmp_path / f"{key(0)}.json").stat().st_size
    os.utime(tmp_path / f"{key(0)}.json", (0, 0))
    monkeypatch.setattr(result_cache, "MOST_BYTES", size + size // 2)
    store.store(key(1), FOUND, ())
    assert [path.stem for path in tmp_path.iterdir()] == [key(1)]


def test_a_result_that_is_too_large_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(result_cache, "LARGEST", 100)
    ResultCache(tmp_path).store(KEY, FOUND, ())
    assert list(tmp_path.iterdir()) == []


def test_forget_removes_results_and_leaves_what_is_somebody_elses(user_folders: Path) -> None:
    ResultCache().store(KEY, FOUND, NOTICES)
    other = user_folders / "cache" / "mine.txt"
    other.write_text("x")
    removed, problems = forget()
    assert (removed, problems) == ([str(results_folder())], [])
    assert list((user_folders / "cache").iterdir()) == [other]
    other.unlink()
    ResultCache().store(KEY, FOUND, NOTICES)
    forget()
    assert not (user_folders / "cache").exists()
