"""The comparison in a child process: frames, failure, cancelling, and not outliving the parent."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from readerapp import comparison_process
from readerapp.comparing import FindingsArrived, Finished, Step
from readerapp.comparison_process import (
    Ended,
    Failed,
    Frame,
    Request,
    frames,
    read_frame,
    write_frame,
)
from readerapp.model import (
    Comparison,
    Document,
    Finding,
    Kind,
    Notice,
    Passage,
    Progressed,
    ReaderError,
    Settings,
)
from readerapp.saving.result_cache import ResultCache
from readerapp.ui.child_comparer import ChildComparer

SENTENCE = "The mayor of Brightwater opened the new harbour bridge before a crowd of three thousand people. "
REQUEST = Request(
    (
        Document(SENTENCE + "One ends here.", "a.txt", id="1"),
        Document("Another begins. " + SENTENCE, "b.txt", id="2"),
    ),
    Settings(entailment=False),
)


def overlap(number: int) -> Finding:
    passages = (Passage("1", 0, 5, "a"), Passage("2", 0, 5, "b"))
    return Finding(str(number), Kind.OVERLAP, "verbatim", 0.5, "reason", passages)


def test_a_frame_is_read_as_it_was_written() -> None:
    stream = io.BytesIO()
    write_frame(stream, REQUEST)
    write_frame(stream, Progressed("looking", 0.5))
    stream.seek(0)
    assert read_frame(stream) == REQUEST
    assert read_frame(stream) == Progressed("looking", 0.5)
    assert read_frame(stream) is None


def test_a_frame_that_was_cut_short_is_the_end() -> None:
    stream = io.BytesIO()
    write_frame(stream, REQUEST)
    assert read_frame(io.BytesIO(stream.getvalue()[:-1])) is None
    assert read_frame(io.BytesIO(stream.getvalue()[:2])) is None


def test_findings_are_not_sent_a_second_time_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = tuple(overlap(number) for number in range(3))
    notices = (Notice("nothing-found", "Nothing."),)

    def steps(documents: Sequence[Document], settings: Settings, **more: object) -> Iterator[Step]:
        yield FindingsArrived(found)
        yield Finished(Comparison(tuple(documents), found, notices, settings))

    monkeypatch.setattr(comparison_process, "steps", steps)
    assert list(frames(REQUEST)) == [
        FindingsArrived(found),
        Ended(notices),
    ]


@pytest.mark.parametrize(
    ("error", "message"),
    [(ReaderError("too deep a text"), "too deep a text"), (MemoryError(), "There was not enough memory")],
)
def test_a_complaint_of_a_finder_is_sent_as_a_message(
    monkeypatch: pytest.MonkeyPatch, error: Exception, message: str
) -> None:
    def steps(documents: Sequence[Document], settings: Settings, **more: object) -> Iterator[Step]:
        yield Progressed("looking", 0.0)
        raise error

    monkeypatch.setattr(comparison_process, "steps", steps)
    last = list(frames(REQUEST))[-1]
    assert isinstance(last, Failed)
    assert last.message.startswith(message)


def test_a_real_child_compares_and_ends() -> None:
    received = list(ChildComparer().frames(REQUEST))
    assert isinstance(received[-1], Ended)
    assert any(isinstance(frame, Progressed) for frame in received)


def test_a_real_child_is_told_where_results_are_kept(tmp_path: Path) -> None:
    comparer = ChildComparer(None, ResultCache(tmp_path))
    assert isinstance(list(comparer.frames(REQUEST))[-1], Ended)
    comparer.stop()
    assert isinstance(list(comparer.another().frames(REQUEST))[-1], Ended)


class Scripted(ChildComparer):
    """Starts a child that runs a given script in place of the comparison."""

    def __init__(self, script: str, log: Path | None = None) -> None:
        super().__init__(log)
        self.script = textwrap.dedent(script)

    def command(self) -> list[str]:
        return [sys.executable, "-c", self.script]


def test_a_child_that_breaks_is_explained_by_its_last_words_and_the_log(tmp_path: Path) -> None:
    log = tmp_path / "state" / "comparison.log"
    received = list(Scripted("print('x' / 1)", log).frames(REQUEST))
    assert len(received) == 1
    (failed,) = received
    assert isinstance(failed, Failed)
    assert failed.message.startswith("The comparison broke off: TypeError")
    assert str(log) in failed.message
    assert "Traceback" in log.read_text()
    if os.name == "posix":
        assert log.stat().st_mode & 0o777 == 0o600


def test_a_child_that_is_killed_is_explained_by_its_status() -> None:
    (failed,) = Scripted("import os, signal; os.kill(os.getpid(), signal.SIGKILL)").frames(REQUEST)
    assert isinstance(failed, Failed)
    assert "-9" in failed.message


def test_a_child_that_cannot_be_started_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Scripted, "command", lambda self: ["/there/is/no/such/program"])
    (failed,) = Scripted("").frames(REQUEST)
    assert isinstance(failed, Failed)
    assert "could not be started" in failed.message


def test_stopping_ends_the_child_without_a_complaint() -> None:
    comparer = Scripted(
        """
        import sys, time
        from readerapp.comparison_process import write_frame
        from readerapp.model import Progressed
        write_frame(sys.stdout.buffer, Progressed("looking", 0.1))
        time.sleep(60)
        """
    )
    received: list[Frame] = []
    started = time.monotonic()
    for frame in comparer.frames(REQUEST):
        received.append(frame)
        comparer.stop()
    assert received == [Progressed("looking", 0.1)]
    assert time.monotonic() - started < 30


def test_what_was_stopped_before_it_began_finds_nothing() -> None:
    comparer = ChildComparer()
    comparer.stop()
    assert list(comparer.frames(REQUEST)) == []


@pytest.mark.skipif(os.name != "posix", reason="kills a parent the POSIX way")
def test_the_child_ends_when_its_parent_is_killed() -> None:
    parent_script = """
        import subprocess, sys, time
        from readerapp.comparison_process import Request, write_frame
        from readerapp.model import Document, Settings
        child = subprocess.Popen(
            [sys.executable, "-c", '''
        import time
        from readerapp import comparison_process
        def steps(documents, settings, **more):
            time.sleep(60)
            yield
        comparison_process.steps = steps
        comparison_process.main()
        '''.replace("\\n        ", "\\n")],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True)
        write_frame(child.stdin, Request((Document("a", "a"),), Settings()))
        print(child.pid, flush=True)
        time.sleep(60)
    """
    parent = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(parent_script)], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert is_running(child)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 20
    while is_running(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_running(child)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


def test_a_module_in_the_folder_of_the_articles_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("random", "numpy", "readerapp"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'was-run')!r}, 'w')\n")
    monkeypatch.chdir(tmp_path)
    assert isinstance(list(ChildComparer().frames(REQUEST))[-1], Ended)
    assert not (tmp_path / "was-run").exists()
