"""Starting is quick because libraries are loaded when they are needed, and only the app knows Textual."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import readerapp

PACKAGE = Path(readerapp.__file__).parent

HEAVY = (
    "textual",
    "rich",
    "numpy",
    "trafilatura",
    "lxml",
    "rapidfuzz",
    "markdown_it",
    "charset_normalizer",
    "onnxruntime",
    "jinja2",
)

ENTRANCES = (
    "readerapp",
    "readerapp.cli",
    "readerapp.comparing",
    "readerapp.sources",
    "readerapp.reports",
    "readerapp.saving.comparison_file",
    "readerapp.annotations",
    "readerapp.session",
    "readerapp.comparison_process",
    "readerapp.demonstration",
    "readerapp.align",
    "readerapp.entailment",
    "readerapp.embedding",
    "readerapp.word_differences",
)


def modules_after(code: str) -> set[str]:
    """Names of the top-level packages that a fresh interpreter holds after running some code."""
    script = f"import sys\n{code}\nprint('\\n@' + ' '.join({{name.split('.')[0] for name in sys.modules}}))"
    finished = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True
    )
    return set(finished.stdout.rsplit("@", 1)[1].split())


def run_command(*words: str) -> str:
    return f"from readerapp.cli import main\nmain({list(words)!r})"


@pytest.mark.parametrize("words", [("--help",), ("--version",), (), ("--no-such-option",)])
def test_help_version_and_usage_load_no_library(words: tuple[str, ...]) -> None:
    bare = modules_after("")
    loaded = modules_after(run_command(*words)) - bare
    foreign = {name for name in loaded if name not in sys.stdlib_module_names}
    assert foreign <= {"readerapp"}


def test_the_help_is_little_more_than_a_bare_start() -> None:
    # A count, not a time, so that a busy machine changes nothing; the model alone would add some thirty.
    count = "print('\\n@', len(sys.modules))"
    finished = subprocess.run(
        [sys.executable, "-c", f"import sys\n{run_command('--help')}\n{count}"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    argparse_alone = subprocess.run(
        [sys.executable, "-c", f"import sys, argparse, typing, shutil\n{count}"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    help_count, base_count = (int(run.stdout.rsplit("@", 1)[1]) for run in (finished, argparse_alone))
    assert help_count - base_count < 15


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_importing_loads_no_heavy_library(entrance: str) -> None:
    assert modules_after(f"import {entrance}").isdisjoint(HEAVY)


def test_a_report_never_loads_textual(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("The old lighthouse keeper counted nine ships. " * 3)
    words = (str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--format", "json")
    assert "textual" not in modules_after(run_command(*words))


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(PACKAGE.rglob("*.py")) if PACKAGE / "ui" not in path.parents],
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_no_module_outside_ui_imports_textual(path: Path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported.add(node.module.split(".")[0])
    assert "textual" not in imported
