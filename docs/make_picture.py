"""Make docs/reader.svg: the app, with the example articles, as it is drawn in a terminal.

Starts the real command in a pseudo-terminal, presses keys, and lets Textual save what is on the screen. Needs
Linux or macOS.
"""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

PICTURE = Path(__file__).resolve().parent / "reader.svg"
COLUMNS, ROWS = 126, 38
KEYS = "wait:6000,c,c,c,wait:900"
"""What is pressed, with milliseconds to wait: the comparison first, then on to a finding worth looking at."""
SECONDS = 9


def main() -> None:
    """Make the picture."""
    with tempfile.TemporaryDirectory() as home:
        outer, inner = pty.openpty()
        fcntl.ioctl(outer, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if name not in ("COLUMNS", "LINES", "NO_COLOR")
            },
            **{f"READER_{kind}_HOME": home for kind in ("STATE", "CONFIG")},
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "TEXTUAL_ANIMATIONS": "none",
            "TEXTUAL_PRESS": KEYS,
            "TEXTUAL_SCREENSHOT": str(SECONDS),
            "TEXTUAL_SCREENSHOT_LOCATION": str(PICTURE.parent),
            "TEXTUAL_SCREENSHOT_FILENAME": PICTURE.name,
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "readerapp", "--demo", "--no-cache"],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env=environment,
            start_new_session=True,
        )
        os.close(inner)
        while process.poll() is None:
            try:
                os.read(outer, 65536)
            except OSError:
                break
        process.wait()
    print(f"{PICTURE.name}: {PICTURE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
