"""Time from start to the first text on a terminal, beside an empty Textual app in the same run.

    python benchmarks/first_frame.py A B

Both run under a pseudo-terminal of 120 by 40 cells, in turn. For `reader` the first frame counts in which
the first words of the first article stand; then the page key is pressed while the articles are compared
and afterwards, and the time to the repaint is taken.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

from measuring import table

RUNS = 5
KEYS = 12

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("READY")
Empty().run()
"""
SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][AB0]|[=>])")


class Terminal:
    """A program under a pseudo-terminal."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self.started = time.perf_counter()
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", TEXTUAL_ANIMATIONS="none")
            os.execvp(arguments[0], list(arguments))
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.seen = b""

    def read(self, seconds: float) -> bytes:
        """What comes within so many seconds; nothing at the end."""
        ready, _, _ = select.select([self.descriptor], [], [], seconds)
        if not ready:
            return b""
        try:
            return os.read(self.descriptor, 1 << 16)
        except OSError:
            return b""

    def wait_for(self, words: bytes, seconds: float = 30) -> float:
        """Seconds from the start until the words stand on the terminal."""
        while time.perf_counter() - self.started < seconds:
            self.seen += self.read(0.05)
            if words in SEQUENCE.sub(b" ", self.seen):
                return time.perf_counter() - self.started
        raise SystemExit(f"{words!r} never came")

    def press(self, key: bytes) -> float:
        """Milliseconds from a key to the first byte of the repaint."""
        quiet = time.perf_counter() + 0.1
        while time.perf_counter() < quiet:
            self.read(0.02)
        start = time.perf_counter()
        os.write(self.descriptor, key)
        self.read(2)
        return 1000 * (time.perf_counter() - start)

    def end(self) -> None:
        """Kill the program."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.descriptor)


def main() -> None:
    """Print the table."""
    files = sys.argv[1:]
    if len(files) < 2:
        raise SystemExit(__doc__)
    first_words = Path(files[0]).read_text(encoding="utf-8").split()[0].encode()
    empty, reader, busy, idle = [], [], [], []
    for _ in range(RUNS):
        terminal = Terminal([sys.executable, "-c", EMPTY])
        empty.append(terminal.wait_for(b"READY"))
        terminal.end()
        terminal = Terminal([sys.executable, "-m", "readerapp", "--no-cache", *files])
        reader.append(terminal.wait_for(first_words))
        busy += [terminal.press(b"\x1b[6~") for _ in range(KEYS)]
        time.sleep(2)
        idle += [terminal.press(b"\x1b[6~") for _ in range(KEYS)]
        terminal.end()
    ratio = statistics.median(reader) / statistics.median(empty)
    rows = [
        ("empty app, first text", f"{1000 * statistics.median(empty):.0f} ms", ""),
        ("reader, first text", f"{1000 * statistics.median(reader):.0f} ms", f"{ratio:.2f} of the empty app"),
        ("page key right after", f"{statistics.median(busy):.0f} ms", f"{max(busy):.0f} ms at most"),
        ("page key two seconds later", f"{statistics.median(idle):.0f} ms", f"{max(idle):.0f} ms at most"),
    ]
    table(("what", "median", ""), rows)


if __name__ == "__main__":
    main()
