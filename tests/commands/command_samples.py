"""Running the command, and articles to run it on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SHARED = (
    "The committee found that the bridge over the Orla had been inspected twice in the spring, and that both "
    "inspectors had asked for the western bearings to be replaced before the autumn floods."
)
FIRST = f"""Bridge report published

{SHARED}

The mayor of Quennick said that she would read the report on the train.
"""
SECOND = f"""Questions after the flood

Nobody in the town hall would answer the telephone on Friday.

{SHARED}

The western bearings, made in a foundry that closed long ago, lie in a shed beside the river.
"""


def articles(folder: Path) -> tuple[str, str]:
    """Write two articles that share a long sentence; their names."""
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").write_text(SECOND, encoding="utf-8")
    return "a.txt", "b.txt"


def reader(*words: str, folder: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command without any terminal."""
    return subprocess.run(
        [sys.executable, "-m", "readerapp", *words],
        cwd=folder,
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
        start_new_session=True,
    )


def complaint(finished: subprocess.CompletedProcess[bytes]) -> str:
    """The one line on standard error."""
    text = finished.stderr.decode()
    assert text.count("\n") == 1, text
    assert text.endswith("\n")
    assert text.startswith("reader: ")
    assert "Traceback" not in text
    return text.removeprefix("reader: ").rstrip("\n")
