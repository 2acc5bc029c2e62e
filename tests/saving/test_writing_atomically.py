"""Whatever happens while a file is written, the old one or the new one is there, whole."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from saving_samples import save

from readerapp.model import ReaderError
from readerapp.saving.atomic import write_atomically
from readerapp.saving.comparison_file import read_comparison_file

posix_only = pytest.mark.skipif(os.name != "posix", reason="permissions, links and signals are POSIX's here")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_made_and_replaced_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    for data in (b"one", b"", b"two" * 1_000_000):
        write_atomically(path, data)
        assert path.read_bytes() == data
        assert names(tmp_path) == ["x.json"]


@posix_only
def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_atomically(tmp_path / "x", b"")
    finally:
        os.umask(old)
    assert mode(tmp_path / "x") == 0o640


@posix_only
def test_a_private_file_and_its_new_folder_are_for_the_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "state" / "reader" / "x"
    write_atomically(path, b"", private=True)
    assert mode(path) == 0o600
    assert mode(path.parent) == 0o700


@posix_only
@pytest.mark.parametrize("permissions", [0o600, 0o644, 0o664, 0o755])
def test_permissions_stay_as_they_were(tmp_path: Path, permissions: int) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(permissions)
    write_atomically(path, b"new")
    assert mode(path) == permissions


@posix_only
def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "x"
    target.write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to("elsewhere/x")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert names(tmp_path / "elsewhere") == ["x"]


@posix_only
def test_a_link_to_a_file_that_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("x")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "x").read_bytes() == b"new"


@posix_only
def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(ReaderError, match="circle"):
        write_atomically(tmp_path / "a", b"")


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(ReaderError, match="folder"):
        write_atomically(tmp_path / "x", b"")


@posix_only
def test_a_named_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x")
    with pytest.raises(ReaderError, match="no ordinary file"):
        write_atomically(tmp_path / "x", b"")


def test_a_file_that_is_protected_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(0o444)
    # An administrator may write it all the same, so what the system would say to others is put in.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(ReaderError, match="protected"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("nowhere/x", "folder does not exist"),
        ("file/x", "no folder"),
        ("x" * 300, "too long"),
        ("a\0b", "NUL"),
    ],
)
def test_a_place_that_does_not_exist_is_told(tmp_path: Path, name: str, expected: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ReaderError, match=expected):
        write_atomically(tmp_path / name, b"")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EDQUOT, "share of the disk"),
        (errno.EROFS, "only be read"),
        (errno.EACCES, "may not write"),
        (errno.EIO, "reported an error"),
        (errno.EXDEV, "cannot be written"),
    ],
)
@pytest.mark.parametrize("call", ["open", "write", "fsync", "close", "replace"])
def test_an_error_at_any_step_keeps_the_old_file_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, expected: str
) -> None:
    path = tmp_path / "x.reader.json"
    path.write_bytes(b"old")
    original = getattr(os, call)

    def fail(*arguments: object, **more: object) -> object:
        if call == "close":
            original(*arguments)
        if call == "write":
            # Half of it is written before the disk is full.
            descriptor, data = arguments
            original(descriptor, bytes(data)[:2])  # type: ignore[call-overload]
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(ReaderError, match=expected) as raised:
            write_atomically(path, b"new data")
    assert "unchanged" in str(raised.value)
    assert "x.reader.json" in str(raised.value)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["x.reader.json"]


def test_an_interruption_leaves_nothing_beside_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "x", b"new")
    assert names(tmp_path) == []


def test_a_disk_that_takes_only_a_part_at_a_time_gets_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data)[:7]))
    write_atomically(tmp_path / "x", b"0123456789" * 10)
    assert (tmp_path / "x").read_bytes() == b"0123456789" * 10


def test_the_file_and_then_its_folder_are_forced_onto_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def note_fsync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def note_replace(source: Path, target: Path) -> None:
        steps.append("replace")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(os, "replace", note_replace)
    write_atomically(tmp_path / "x", b"data")
    assert steps[:2] == ["file", "replace"]
    assert steps[2:] == (["folder"] if os.name == "posix" else [])


def test_what_a_killed_process_left_beside_the_file_is_removed_after_a_while(tmp_path: Path) -> None:
    old, recent, other = (
        tmp_path / f".{name}.reader-tmp" for name in ("x.0123456789abcdef", "x.fedcba9876543210", "y.01")
    )
    for path in (old, recent, other):
        path.write_bytes(b"")
    long_ago = time.time() - 10_000
    os.utime(old, (long_ago, long_ago))
    os.utime(other, (long_ago, long_ago))
    write_atomically(tmp_path / "x", b"")
    assert names(tmp_path) == sorted([recent.name, other.name, "x"])


# With real processes


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_a_file_size_limit_of_the_system_is_told_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.reader.json"
    save(path)
    before = path.read_bytes()
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from readerapp.model import ReaderError\n"
        "from readerapp.saving.atomic import write_atomically\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n    write_atomically(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except ReaderError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, timeout=60)
    assert "larger than the system allows" in done.stdout, done.stderr
    assert path.read_bytes() == before
    assert names(tmp_path) == ["x.reader.json"]


def can_mount() -> bool:
    """May this process have a small disk of its own?"""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    words = ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", tempfile.gettempdir()]
    return subprocess.run(words, capture_output=True, timeout=60).returncode == 0


def test_a_full_disk_keeps_the_old_file_and_the_old_folder_whole_and_no_rest(tmp_path: Path) -> None:
    if not can_mount():
        pytest.skip("no disk can be mounted here")
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from readerapp.model import ReaderError\n"
        "from readerapp.saving.atomic import write_atomically\n"
        "from readerapp.saving.whole_folder import write_folder\n"
        "disk = Path(sys.argv[1])\n"
        "write_atomically(disk / 'a.reader.json', b'old' * 100_000)\n"
        "write_folder(disk / 'out', {'1.txt': b'old' * 50_000})\n"
        "for write in (\n"
        "    lambda: write_atomically(disk / 'a.reader.json', b'new' * 300_000),\n"
        "    lambda: write_folder(disk / 'out', {'1.txt': b'new' * 300_000}, replace=True),\n"
        "):\n"
        "    try:\n        write()\n"
        "    except ReaderError as error:\n        print(error)\n"
        "assert (disk / 'a.reader.json').read_bytes() == b'old' * 100_000\n"
        "assert (disk / 'out' / '1.txt').read_bytes() == b'old' * 50_000\n"
        "print(sorted(os.listdir(disk)))\n"
    )
    script = 'mount -t tmpfs -o size=1m tmpfs "$1" && exec "$2" -c "$3" "$1"'
    words = ["unshare", "-rm", "sh", "-c", script, "sh", str(tmp_path), sys.executable, code]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    *complaints, left = done.stdout.splitlines()
    assert ["disk is full" in complaint for complaint in complaints] == [True, True]
    assert left == "['a.reader.json', 'out']"


@posix_only
def test_a_process_that_is_killed_at_any_moment_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "x.reader.json"
    save(path)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from dataclasses import replace\n"
        "from readerapp.model import Review, Verdict\n"
        "from readerapp.saving.comparison_file import read_comparison_file, write_comparison_file\n"
        "opened = read_comparison_file(Path(sys.argv[1]))\n"
        "said, original = opened.annotations, opened.original\n"
        "print('ready', flush=True)\n"
        "for number in range(10**6):\n"
        "    said = said.with_review('overlap-2c3d', Review(Verdict.UNSURE, note=str(number) * 9999))\n"
        "    original = write_comparison_file(\n"
        "        opened.path, opened.comparison, said, original=original, overwrite=True).original\n"
    )
    chance = random.Random(20260204)
    changed = 0
    for _ in range(20):
        before = path.read_bytes()
        process = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.05))
        process.send_signal(signal.SIGKILL)
        process.wait(60)
        process.stdout.close()
        opened = read_comparison_file(path)
        assert len(opened.comparison.findings) == 4
        changed += path.read_bytes() != before
    assert changed > 5
