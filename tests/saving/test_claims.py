"""A saved comparison that is open in one reader is known to be so by another."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("fcntl", reason="files are locked in this way on Unix alone")

from readerapp.saving.claim import claimed
from readerapp.saving.naming import free_name_beside

HOLD = "import sys; from pathlib import Path; from readerapp.saving.claim import claimed\n"


def holding(path: Path) -> subprocess.Popen[bytes]:
    """Another process that has claimed a file."""
    code = (
        f"{HOLD}claim = claimed(Path({str(path)!r})); print(claim is not None, flush=True); sys.stdin.read()"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"True\n"
    return process


def test_a_file_that_another_process_has_open_is_not_claimed_until_it_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "mill.reader.json"
    path.write_bytes(b"{}")
    with holding(path) as process:
        assert claimed(path) is None
        process.kill()
        process.wait(60)
    claim = claimed(path)
    assert claim is not None
    assert claim.covers(path)
    claim.release()
    assert path.read_bytes() == b"{}"
    assert os.listdir(tmp_path) == ["mill.reader.json"]


def test_a_claim_does_not_cover_a_file_that_took_the_place_of_the_one_that_was_claimed(
    tmp_path: Path,
) -> None:
    path, other = tmp_path / "mill.reader.json", tmp_path / "other"
    path.write_bytes(b"{}")
    other.write_bytes(b"[]")
    claim = claimed(path)
    assert claim is not None
    os.replace(other, path)
    assert not claim.covers(path)
    claim.release()
    assert not claim.covers(path)


def test_a_file_that_does_not_exist_and_one_that_cannot_be_opened_are_nobodys(tmp_path: Path) -> None:
    for path in (tmp_path / "none", Path("a\0b"), tmp_path / "none" / "x"):
        claim = claimed(path)
        assert claim is not None
        assert not claim.covers(path)


@pytest.mark.parametrize(
    ("name", "free"),
    [
        ("mill.reader.json", "mill-3.reader.json"),
        ("MILL.READER.JSON", "MILL-2.reader.json"),
        ("a.json", "a-2.reader.json"),
    ],
)
def test_a_free_name_is_like_the_one_that_is_taken(tmp_path: Path, name: str, free: str) -> None:
    (tmp_path / "mill-2.reader.json").touch()
    assert free_name_beside(tmp_path / name) == tmp_path / free
