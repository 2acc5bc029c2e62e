"""What a person added survives a killed terminal, stays private, and is gone after a clean end."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from comparison_samples import FIRST, sample_annotations, sample_comparison

from readerapp.model import Annotations, ReaderError
from readerapp.saving import process_lock, recovery
from readerapp.saving.forget import forget
from readerapp.saving.recovery import RecoveryFile, pending_recoveries, recovery_for, unoffered_recovery

COMPARISON = sample_comparison()
ANNOTATIONS = sample_annotations(COMPARISON)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def left_by_a_killed_sitting(annotations: str = "sample_annotations(comparison)") -> None:
    """Let another process keep work and be killed."""
    code = (
        "import os, sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parent.parent)!r})\n"
        "from comparison_samples import *\n"
        "from readerapp.saving.recovery import RecoveryFile\n"
        "comparison = sample_comparison()\n"
        "kept = RecoveryFile.open_for(comparison.documents, enabled=True)\n"
        f"kept.keep(comparison, {annotations})\n"
        "print('kept', flush=True)\n"
        "sys.stdin.read()\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stdout.readline() == b"kept\n"
    process.kill()
    process.wait(60)
    process.stdin.close()
    process.stdout.close()


def test_nothing_is_written_before_there_is_something_to_lose(user_folders: Path) -> None:
    RecoveryFile.open_for(COMPARISON.documents, enabled=True)
    assert files(user_folders) == []


def test_work_of_a_sitting_that_goes_on_is_not_offered_to_another() -> None:
    kept = RecoveryFile.open_for(COMPARISON.documents, enabled=True)
    kept.keep(COMPARISON, ANNOTATIONS)
    assert recovery_for(COMPARISON.documents) is None
    assert pending_recoveries() == []


def test_what_a_killed_sitting_left_is_offered_to_the_next() -> None:
    left_by_a_killed_sitting()
    recovered = recovery_for(COMPARISON.documents)
    assert recovered is not None
    assert recovered.annotations == ANNOTATIONS
    assert recovered.comparison.documents[0].text == FIRST
    assert [finding.id for finding in recovered.comparison.findings] == ["contradiction-0a1b", "overlap-4e5f"]


def test_it_is_offered_for_the_same_texts_wherever_they_lie() -> None:
    left_by_a_killed_sitting()
    moved = tuple(replace(document, source="elsewhere.txt", title="x") for document in COMPARISON.documents)
    assert recovery_for(moved) is not None
    edited = tuple(replace(document, text_sha256="0" * 64) for document in COMPARISON.documents)
    assert recovery_for(edited) is None
    assert len(pending_recoveries()) == 1


def test_work_on_the_same_articles_in_another_order_is_known_of() -> None:
    left_by_a_killed_sitting()
    assert unoffered_recovery(COMPARISON.documents) is None
    recovered = unoffered_recovery(COMPARISON.documents[::-1])
    assert recovered is not None
    assert recovery_for(recovered.comparison.documents) == recovered


def test_what_was_discarded_is_not_offered_again(user_folders: Path) -> None:
    left_by_a_killed_sitting()
    recovered = recovery_for(COMPARISON.documents)
    assert recovered is not None
    recovered.discard()
    recovered.discard()
    assert recovery_for(COMPARISON.documents) is None
    assert files(user_folders) == []


def test_the_newest_work_is_offered_first() -> None:
    left_by_a_killed_sitting()
    (earlier,) = recovery.recovery_folder().rglob("work.json")
    os.utime(earlier, (1, 1))
    left_by_a_killed_sitting("Annotations().with_review('overlap-2c3d', Review(Verdict.UNSURE))")
    recovered = recovery_for(COMPARISON.documents)
    assert recovered is not None
    assert list(recovered.annotations.reviews) == ["overlap-2c3d"]
    assert len(pending_recoveries()) == 2


def test_a_sitting_that_was_killed_with_nothing_added_leaves_nothing_to_offer(user_folders: Path) -> None:
    left_by_a_killed_sitting("Annotations()")
    assert recovery_for(COMPARISON.documents) is None
    assert files(user_folders) == []


def test_a_clean_end_leaves_nothing(user_folders: Path) -> None:
    kept = RecoveryFile.open_for(COMPARISON.documents, enabled=True)
    kept.keep(COMPARISON, ANNOTATIONS)
    kept.remove()
    kept.remove()
    assert files(user_folders) == []
    assert list((user_folders / "state" / "recovery").iterdir()) == []


def test_work_can_be_kept_again_after_it_was_saved() -> None:
    kept = RecoveryFile.open_for(COMPARISON.documents, enabled=True)
    for _ in range(3):
        kept.keep(COMPARISON, ANNOTATIONS)
        kept.remove()
    kept.keep(COMPARISON, ANNOTATIONS)
    (work,) = recovery.recovery_folder().rglob("work.json")
    assert "Digits swapped?" in work.read_text(encoding="utf-8")
    kept.remove()


def test_two_sittings_with_the_same_articles_do_not_disturb_each_other() -> None:
    one, other = (RecoveryFile.open_for(COMPARISON.documents, enabled=True) for _ in range(2))
    one.keep(COMPARISON, ANNOTATIONS)
    other.keep(COMPARISON, Annotations())
    other.remove()
    assert len(list(recovery.recovery_folder().rglob("work.json"))) == 1
    one.remove()


def test_without_cache_nothing_is_ever_written(user_folders: Path) -> None:
    kept = RecoveryFile.open_for(COMPARISON.documents, enabled=False)
    kept.keep(COMPARISON, ANNOTATIONS)
    kept.remove()
    assert list(user_folders.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's here")
def test_the_files_can_be_read_by_the_user_alone(user_folders: Path) -> None:
    old = os.umask(0)
    try:
        kept = RecoveryFile.open_for(COMPARISON.documents, enabled=True)
        kept.keep(COMPARISON, ANNOTATIONS)
    finally:
        os.umask(old)
    assert len(files(user_folders)) == 3
    for path in (user_folders / "state").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    kept.remove()


def test_no_name_of_a_file_tells_what_was_read(user_folders: Path) -> None:
    kept = RecoveryFile.open_for(COMPARISON.documents, enabled=True)
    kept.keep(COMPARISON, ANNOTATIONS)
    names = " ".join(str(path.relative_to(user_folders)) for path in files(user_folders)).lower()
    assert not any(word in names for word in ("ferry", "a.txt", "hallen"))
    kept.remove()


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("READER_STATE_HOME", str(tmp_path / "file" / "state"))
    kept = RecoveryFile.open_for(COMPARISON.documents, enabled=True)
    with pytest.raises(ReaderError, match="cannot be written"):
        kept.keep(COMPARISON, ANNOTATIONS)
    kept.remove()


@pytest.mark.parametrize("name", ["work.json", "texts.json"])
@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_damaged_work_is_passed_over(name: str, data: bytes) -> None:
    left_by_a_killed_sitting()
    (path,) = recovery.recovery_folder().rglob(name)
    path.write_bytes(data)
    assert recovery_for(COMPARISON.documents) is None


def test_work_is_kept_quickly_however_long_the_articles_are() -> None:
    long = tuple(replace(document, text=document.text * 10_000) for document in COMPARISON.documents)
    comparison = replace(COMPARISON, documents=long)
    kept = RecoveryFile.open_for(long, enabled=True)
    kept.keep(comparison, ANNOTATIONS)
    (work,) = recovery.recovery_folder().rglob("work.json")
    assert work.stat().st_size < 20_000
    kept.remove()


# Locks


def test_a_lock_is_abandoned_when_it_was_released_or_never_made(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    assert process_lock.is_abandoned(path)
    lock = process_lock.ProcessLock(path)
    assert not process_lock.is_abandoned(path)
    lock.release()
    assert process_lock.is_abandoned(path)


def test_a_child_process_does_not_keep_the_lock_of_its_parent(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    lock = process_lock.ProcessLock(path)
    child = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
    try:
        assert lock._descriptor is not None
        os.close(lock._descriptor)
        assert process_lock.is_abandoned(path)
    finally:
        child.communicate()


@pytest.mark.parametrize(("number", "abandoned"), [("own", False), ("", True), ("x", True), ("9" * 30, True)])
def test_where_the_disk_knows_no_locks_the_number_of_the_process_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: str, abandoned: bool
) -> None:
    monkeypatch.setattr(process_lock, "_lock", lambda _: None)
    path = tmp_path / "lock"
    path.write_text(str(os.getpid()) if number == "own" else number)
    assert process_lock.is_abandoned(path) is abandoned


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's here")
def test_where_the_disk_knows_no_locks_a_process_that_ended_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process_lock, "_lock", lambda _: None)
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.send_signal(signal.SIGKILL)
    ended.wait(60)
    path = tmp_path / "lock"
    path.write_text(str(ended.pid))
    assert process_lock.is_abandoned(path)


# Forgetting


def test_forget_removes_everything_but_the_sitting_that_goes_on(user_folders: Path) -> None:
    left_by_a_killed_sitting()
    state = user_folders / "state"
    for name in (
        "theme",
        "comparison.log",
        ".theme.12ab.reader-tmp",
        "reader-error-x.log",
        "somebody-elses.txt",
    ):
        (state / name).write_text("x")
    kept = RecoveryFile.open_for(COMPARISON.documents, enabled=True)
    kept.keep(COMPARISON, ANNOTATIONS)
    removed, problems = forget()
    assert (len(removed), problems) == (5, [])
    left = {path.name for path in files(user_folders)}
    assert left == {"somebody-elses.txt", "lock", "work.json", "texts.json"}
    kept.remove()


def test_forget_leaves_no_folder_where_nothing_else_is_in_it(user_folders: Path) -> None:
    left_by_a_killed_sitting()
    forget()
    assert list(user_folders.iterdir()) == []
    assert forget() == ([], [])


def test_what_cannot_be_removed_is_told_and_the_rest_goes(
    user_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_by_a_killed_sitting()
    for name in ("theme", "comparison.log"):
        (user_folders / "state" / name).write_text("x")
    unlink = Path.unlink

    def refuse_theme(path: Path, missing_ok: bool = False) -> None:
        if path.name == "theme":
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse_theme)
    removed, (problem,) = forget()
    assert len(removed) == 2
    assert problem == (
        f"{user_folders / 'state' / 'theme'} could not be removed: Permission denied. Remove it by hand."
    )
    assert [path.name for path in files(user_folders)] == ["theme"]
