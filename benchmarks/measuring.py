"""Run a piece of Python in a fresh process and tell what it cost."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import NamedTuple

RUNS = 3
"""Runs of each command; the median is quoted."""


class Cost(NamedTuple):
    """What a process needed."""

    cpu: float
    """User and system seconds, those of the start of Python included."""
    peak: float
    """Largest memory in MiB."""
    printed: str
    """The last line that it printed."""


def cost_of(arguments: Sequence[str], timeout: float = 600) -> Cost | None:
    """The median cost of a command, or None where it cannot be run or takes too long.

    Args:
        arguments: program and arguments.
        timeout: seconds for one run.
    """
    costs = []
    for _ in range(RUNS):
        try:
            process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        except OSError:
            return None
        timer = threading.Timer(timeout, process.kill)
        timer.start()
        assert process.stdout is not None
        printed = process.stdout.read().decode("utf-8", "replace").strip()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode < 0:
            return None
        last = printed.splitlines()[-1] if printed else ""
        costs.append(Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, last))
    return sorted(costs)[len(costs) // 2]


def python(code: str, *arguments: str) -> list[str]:
    """The command that runs a piece of Python with arguments in `sys.argv[1:]`."""
    return [sys.executable, "-c", code, *arguments]


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows under their columns."""
    cells = [list(columns), *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(columns))]
    for row in cells:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
