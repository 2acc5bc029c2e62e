"""Reports that are a folder of files: made as a whole or not at all, and never over what somebody may miss."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_samples import articles, complaint, reader

FILES = ["1-a.ann", "1-a.txt", "2-b.ann", "2-b.txt", "annotation.conf", "unplaced.tsv"]


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("name", "expected"),
    [("brat", FILES), ("pan", ["1-a-2-b.xml", "pairs", "texts/1-a.txt", "texts/2-b.txt"])],
)
def test_a_folder_is_made_and_nothing_beside_it(tmp_path: Path, name: str, expected: list[str]) -> None:
    finished = reader(*articles(tmp_path), "--format", name, "--output", "out", folder=tmp_path)
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, b"", b"")
    assert names(tmp_path / "out") == expected
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "out"]


@pytest.mark.parametrize("words", [(), ("--output", "-")])
def test_a_folder_cannot_be_printed(tmp_path: Path, words: tuple[str, ...]) -> None:
    finished = reader(*articles(tmp_path), "--format", "brat", *words, folder=tmp_path)
    assert (finished.returncode, finished.stdout) == (2, b"")
    assert "--output" in complaint(finished)


def test_brat_without_texts_is_refused_before_the_work_begins(tmp_path: Path) -> None:
    words = (*articles(tmp_path), "--format", "brat", "--output", "out", "--no-texts")
    finished = reader(*words, folder=tmp_path)
    assert finished.returncode == 2
    assert "--no-texts" in complaint(finished)
    assert not (tmp_path / "out").exists()


def test_a_folder_that_exists_is_replaced_with_force_alone(tmp_path: Path) -> None:
    words = (*articles(tmp_path), "--format", "brat", "--output", "out")
    assert reader(*words, folder=tmp_path).returncode == 0
    (tmp_path / "out" / "1-a.ann").write_text("mine")
    finished = reader(*words, folder=tmp_path)
    assert finished.returncode == 2
    assert "--force" in complaint(finished)
    assert (tmp_path / "out" / "1-a.ann").read_text() == "mine"
    assert reader(*words, "--force", folder=tmp_path).returncode == 0
    assert (tmp_path / "out" / "1-a.ann").read_text().startswith("T1\t")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "out"]


@pytest.mark.parametrize("stranger", ["thesis.docx", "chapters/1-a.txt", "1-a.txt.bak"])
def test_a_folder_with_anything_else_in_it_is_not_even_replaced_with_force(
    tmp_path: Path, stranger: str
) -> None:
    words = (*articles(tmp_path), "--format", "brat", "--output", "out", "--force")
    place = tmp_path / "out" / stranger
    place.parent.mkdir(parents=True)
    place.write_text("years of work")
    finished = reader(*words, folder=tmp_path)
    assert finished.returncode == 2
    assert stranger.split("/")[0] in complaint(finished)
    assert place.read_text() == "years of work"
    assert names(tmp_path / "out") == [stranger]


def test_a_folder_with_one_of_the_articles_is_never_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    articles(folder)
    (folder / "a.txt").rename(folder / "1-a.txt")
    (folder / "b.txt").rename(tmp_path / "b.txt")
    words = ("out/1-a.txt", "b.txt", "--format", "brat", "--output", "out", "--force")
    finished = reader(*words, folder=tmp_path)
    assert finished.returncode == 2
    assert "one of the articles" in complaint(finished)
    assert names(folder) == ["1-a.txt"]


@pytest.mark.parametrize("target", ["a.txt", "nowhere/out"])
def test_a_place_where_no_folder_can_be_is_told_before_the_work_begins(tmp_path: Path, target: str) -> None:
    words = (*articles(tmp_path), "--format", "pan", "--output", target, "--force")
    finished = reader(*words, folder=tmp_path)
    assert finished.returncode == 2
    assert target.split("/")[0] in complaint(finished)
    assert (tmp_path / "a.txt").is_file()


@pytest.mark.skipif(os.name != "posix", reason="limits are POSIX's")
def test_a_full_disk_is_one_line_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    articles(tmp_path)
    (tmp_path / "a.txt").write_text("So it went on and on, as far as anybody could see. " * 2000)
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); "
        "from readerapp.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    words = ("a.txt", "b.txt", "--format", "brat", "--output", "out")
    finished = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=tmp_path, capture_output=True, timeout=60, check=False
    )
    assert finished.returncode == 2
    assert "out cannot be written" in complaint(finished)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]
