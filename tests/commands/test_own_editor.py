"""A note written in the person's own editor, in a real terminal."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are a matter of Unix")

from command_samples import articles
from terminal import READER, Terminal

PROGRAM = """
import sys, time
try:
    # Ctrl+C may come as soon as this is read.
    print("THE EDITOR IS OPEN", flush=True)
    line = input()
except KeyboardInterrupt:
    line = "interrupted"
open(sys.argv[1], "a").write(line)
"""


@pytest.mark.parametrize(("typed", "expected"), [("who says so\r", "who says so"), ("\x03", "interrupted")])
def test_the_editor_has_the_terminal_and_ctrl_c_in_it_does_not_end_the_app(
    tmp_path: Path, typed: str, expected: str
) -> None:
    script = tmp_path / "editor.py"
    script.write_text(PROGRAM)
    environment = {"VISUAL": shlex.join([sys.executable, str(script)])}
    with Terminal([*READER, *articles(tmp_path)], folder=tmp_path, environment=environment) as terminal:
        terminal.wait_for("1 finding")
        terminal.press("n")
        terminal.wait_for("1 of 1")
        terminal.press("e")
        terminal.wait_for("Ctrl+O")
        terminal.press("\x0f")
        terminal.wait_for("THE EDITOR IS OPEN")
        terminal.press(typed)
        # Not its echo: only in the note's box has the app the terminal again, where Ctrl+S is no XOFF.
        in_the_box = re.compile(rf"│ *{expected}")
        terminal.wait_until(lambda: in_the_box.search(terminal.text) is not None, "the note in its box")
        terminal.press("\x13")
        terminal.wait_for(f"Note  {expected}")
        terminal.press("q")
        terminal.wait_for("Leave with unsaved work?")
        terminal.press("d")
        assert terminal.wait_for_end() == 0
