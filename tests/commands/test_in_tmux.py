"""The app inside tmux, at the sizes that people have."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="tmux is a matter of Unix")

from terminal import PATIENCE, READER

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]


class Session:
    """A tmux server of its own with one window."""

    def __init__(self, folder: Path, columns: int, rows: int) -> None:
        self._socket = f"reader-{uuid.uuid4().hex[:8]}"
        self.status = folder / "status"
        command = f"{shlex.join(READER)} --demo; echo $? > {shlex.quote(str(self.status))}"
        self.call("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), command)

    def call(self, *words: str) -> str:
        finished = subprocess.run(
            ["tmux", "-L", self._socket, *words], capture_output=True, text=True, check=False, timeout=30
        )
        return finished.stdout

    def press(self, *keys: str) -> None:
        self.call("send-keys", *keys)

    def wait_for(self, text: str) -> str:
        end = time.monotonic() + PATIENCE
        while text not in (screen := self.call("capture-pane", "-p")):
            assert time.monotonic() < end, f"waited in vain for {text!r}:\n{screen}"
            time.sleep(0.1)
        return screen

    def wait_for_no(self, text: str) -> None:
        end = time.monotonic() + PATIENCE
        while text in (screen := self.call("capture-pane", "-p")):
            assert time.monotonic() < end, f"still shows {text!r}:\n{screen}"
            time.sleep(0.1)

    def end(self) -> None:
        self.call("kill-server")


@pytest.fixture(params=[(40, 12), (80, 24), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
def session(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    opened = Session(tmp_path, *request.param)
    yield opened
    opened.end()


def test_the_demo_is_shown_walked_through_and_left(session: Session) -> None:
    session.wait_for("Marrow")
    session.wait_for(" findings")
    session.wait_for_no("comparing")
    session.press("n")
    session.wait_for("1 of ")
    session.press("n")
    session.wait_for("2 of ")
    session.press("?")
    session.wait_for("Judge and note")
    session.press("Escape")
    # Right behind an Escape, q would be Alt+Q.
    session.wait_for("2 of ")
    session.press("q")
    end = time.monotonic() + PATIENCE
    while not session.status.exists() or not session.status.read_text():
        assert time.monotonic() < end
        time.sleep(0.1)
    assert session.status.read_text().strip() == "0"
