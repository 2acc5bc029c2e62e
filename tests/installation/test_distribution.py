"""What a wheel and a source distribution hold, and that an installed reader finds it."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
THEMES = sorted(path.name for path in (ROOT / "themes").glob("*.toml"))
EXAMPLES = sorted(path.name for path in (ROOT / "readerapp/demonstration").glob("*.txt"))
WEIGHTS = ROOT / "readerapp/minilm/weights"


def build(target: str, project: Path, folder: Path) -> Path:
    """Build a `wheel` or an `sdist` of a project into a folder, without asking a package index."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)],
        cwd=project,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def source_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(archive) as opened:
        # Python before 3.11.4 knows no filters, and Python from 3.12 on warns without one.
        if hasattr(tarfile, "data_filter"):
            opened.extraction_filter = tarfile.data_filter
        opened.extractall(folder)
    (tree,) = folder.iterdir()
    return tree


def installed(wheel: Path, folder: Path) -> Path:
    """A folder that holds what pip would put beside the other packages."""
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(folder)
    return folder


def ask(folder: Path, code: str) -> list[str]:
    """Run code where reader comes from that folder alone, and return what it prints."""
    script = f"import sys; sys.path.insert(0, {str(folder)!r})\n{code}"
    finished = subprocess.run(
        [sys.executable, "-P", "-c", script],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return finished.stdout.split()


def found_themes(folder: Path) -> list[str]:
    return ask(
        folder,
        "import readerapp.ui.themes as themes\n"
        f"assert themes.__file__.startswith({str(folder)!r}), themes.__file__\n"
        "print(*sorted(path.name for path in themes.built_in_folder().glob('*.toml')))",
    )


def found_examples(folder: Path) -> list[str]:
    return ask(
        folder,
        "import readerapp.demonstration as demonstration\n"
        f"assert demonstration.__file__.startswith({str(folder)!r}), demonstration.__file__\n"
        "print(*(article.source for article in demonstration.example_articles()))",
    )


def test_a_wheel_holds_themes_examples_licences_and_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"readerapp/themes/{name}" for name in THEMES} <= names
    assert {f"readerapp/demonstration/{name}" for name in EXAMPLES} <= names
    assert {f"readerapp/minilm/weights/{path.name}" for path in WEIGHTS.iterdir()} <= names
    assert "readerapp/py.typed" in names
    assert {f"readerapp/reports/html/report.{end}" for end in ("jinja", "css", "js")} <= names
    assert {name.rsplit("/", 1)[1] for name in names if ".dist-info/licenses/" in name} == {
        "LICENSE",
        "NOTICE",
        "LICENSE-Apache-2.0.txt",
        "LICENSE-WordNet.txt",
    }


def test_no_line_end_of_the_weights_may_change_in_a_checkout() -> None:
    rules = (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert "readerapp/minilm/weights/** -text" in rules


def test_a_source_distribution_leaves_the_training_data_out(source_tree: Path) -> None:
    assert (source_tree / "training/README.md").is_file()
    assert not (source_tree / "training/news_groups").exists()


def test_a_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"readerapp"}


def test_an_installed_wheel_finds_its_themes_and_examples(wheel: Path, tmp_path: Path) -> None:
    folder = installed(wheel, tmp_path)
    assert found_themes(folder) == THEMES
    assert found_examples(folder) == EXAMPLES


def test_a_source_distribution_holds_what_is_needed_to_build_and_to_test(source_tree: Path) -> None:
    for path in (
        "pyproject.toml",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "NOTICE",
        "docs/files.md",
        "tests/conftest.py",
        "tests/constraints.txt",
    ):
        assert (source_tree / path).is_file(), path
    assert sorted(path.name for path in (source_tree / "themes").iterdir()) == THEMES


def test_an_unpacked_source_distribution_finds_its_themes_and_examples(source_tree: Path) -> None:
    assert found_themes(source_tree) == THEMES
    assert found_examples(source_tree) == EXAMPLES


def test_a_wheel_built_from_the_source_distribution_holds_the_same(
    wheel: Path, source_tree: Path, tmp_path: Path
) -> None:
    again = build("wheel", source_tree, tmp_path)
    assert sorted(zipfile.ZipFile(again).namelist()) == sorted(zipfile.ZipFile(wheel).namelist())


def test_the_installation_that_runs_the_tests_finds_themes_and_examples() -> None:
    from readerapp.demonstration import example_articles
    from readerapp.ui.themes import built_in_folder

    assert sorted(path.name for path in built_in_folder().glob("*.toml")) == THEMES
    assert [article.source for article in example_articles()] == EXAMPLES
