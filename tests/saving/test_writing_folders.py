"""A folder of files is there as a whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from readerapp.model import ReaderError
from readerapp.saving.whole_folder import write_folder

OLD = {"x.txt": b"old", "in/y.txt": b"old"}
NEW = {"x.txt": b"new", "in/y.txt": b"new", "z.txt": b"new"}


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_folder_is_made_and_replaced_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", OLD)
    assert content(tmp_path / "out") == OLD
    write_folder(tmp_path / "out", NEW, replace=True)
    assert content(tmp_path / "out") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_exists_is_kept_unless_replacing_was_asked_for(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", OLD)
    with pytest.raises(ReaderError, match="--force"):
        write_folder(tmp_path / "out", NEW)
    assert content(tmp_path / "out") == OLD


@pytest.mark.skipif(os.name != "posix", reason="links are POSIX's here")
def test_links_in_a_folder_are_strangers_and_a_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    write_folder(tmp_path / "real", OLD)
    (tmp_path / "link").symlink_to("real")
    write_folder(tmp_path / "link", NEW, replace=True)
    assert (tmp_path / "link").is_symlink()
    assert content(tmp_path / "real") == NEW
    (tmp_path / "real" / "x.txt").unlink()
    (tmp_path / "real" / "x.txt").symlink_to("/dev/null")
    with pytest.raises(ReaderError, match=r"x\.txt"):
        write_folder(tmp_path / "real", NEW, replace=True)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_error_at_any_file_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    write_folder(tmp_path / "out", OLD)
    fsync, calls = os.fsync, []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == number:
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReaderError, match="the disk is full"):
        write_folder(tmp_path / "out", NEW, replace=True)
    assert content(tmp_path / "out") == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_where_the_last_step_fails_the_old_folder_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path / "out", OLD)
    rename = os.rename
    calls = []

    def refuse(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(errno.EACCES, "Permission denied")
        rename(source, target)

    monkeypatch.setattr(os, "rename", refuse)
    with pytest.raises(ReaderError, match="may not write"):
        write_folder(tmp_path / "out", NEW, replace=True)
    assert content(tmp_path / "out") == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's here")
def test_kill_9_leaves_no_folder_or_a_whole_one(tmp_path: Path) -> None:
    code = (
        "import pathlib\n"
        "from readerapp.saving.whole_folder import write_folder\n"
        "print(flush=True)\n"
        "for n in range(100000):\n"
        "    write_folder(pathlib.Path(f'out-{n}'), {f'{m}.txt': b'x' * 50_000 for m in range(5)})\n"
    )
    for number in range(4):
        process = subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.05 + 0.02 * number)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        for folder in tmp_path.glob("out-*"):
            assert content(folder) == {f"{m}.txt": b"x" * 50_000 for m in range(5)}
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()


def test_what_a_killed_process_left_long_ago_is_removed(tmp_path: Path) -> None:
    left = tmp_path / ".out.0123.reader-tmp"
    write_folder(left, OLD)
    other = tmp_path / ".out.4567.reader-tmp"
    write_folder(other, OLD)
    os.utime(left, (0, 0))
    write_folder(tmp_path / "out", OLD)
    assert left.exists()
    write_folder(tmp_path / "out", NEW, replace=True)
    assert not left.exists()
    assert other.exists()
