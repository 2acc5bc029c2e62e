"""Reports without the app: what is printed, what is written, and the exit status."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from command_samples import FIRST, SECOND, SHARED, articles, complaint, reader


def report(finished: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    value = json.loads(finished.stdout.decode("utf-8"))
    assert isinstance(value, dict)
    return value


def test_a_report_of_two_articles_holds_both_and_what_they_share(tmp_path: Path) -> None:
    finished = reader(*articles(tmp_path), "--format", "json", folder=tmp_path)
    assert (finished.returncode, finished.stderr) == (0, b"")
    value = report(finished)
    assert (value["format"], value["version"]) == ("reader-report", 1)
    assert [document["source"] for document in value["documents"]] == ["a.txt", "b.txt"]
    assert value["documents"][0]["sha256"] == hashlib.sha256(FIRST.encode()).hexdigest()
    (finding,) = value["findings"]
    assert (finding["kind"], finding["type"]) == ("overlap", "verbatim")
    texts = {document["id"]: document["text"] for document in value["documents"]}
    for passage in finding["passages"]:
        assert texts[passage["document"]][passage["start"] : passage["end"]] == passage["text"]
        assert SHARED[20:-20] in passage["text"]


def test_a_report_for_people_shows_the_passage(tmp_path: Path) -> None:
    finished = reader(*articles(tmp_path), "--format", "markdown", folder=tmp_path)
    assert (finished.returncode, finished.stderr) == (0, b"")
    assert "both inspectors had asked" in " ".join(finished.stdout.decode().split())


def test_the_same_articles_give_the_same_report(tmp_path: Path) -> None:
    words = (*articles(tmp_path), "--format", "json")
    assert reader(*words, folder=tmp_path).stdout == reader(*words, folder=tmp_path).stdout


def test_a_report_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ætlan við Ósá — 橋の点検\n" + SHARED, encoding="utf-8")
    finished = subprocess.run(
        [sys.executable, "-m", "readerapp", "a.txt", "--format", "json"],
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert "橋の点検" in json.loads(finished.stdout.decode("utf-8"))["documents"][0]["text"]


def test_standard_input_is_an_article(tmp_path: Path) -> None:
    articles(tmp_path)
    finished = reader("-", "b.txt", "--format", "json", folder=tmp_path, stdin=FIRST.encode())
    assert finished.returncode == 0
    value = report(finished)
    assert [document["source"] for document in value["documents"]] == ["-", "b.txt"]
    assert len(value["findings"]) == 1


def test_a_folder_stands_for_its_articles(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    articles(folder)
    (folder / ".hidden.txt").write_text(FIRST)
    (folder / "picture.png").write_bytes(b"\x89PNG")
    value = report(reader("articles", "--format", "json", folder=tmp_path))
    assert [Path(document["source"]).name for document in value["documents"]] == ["a.txt", "b.txt"]


def test_one_article_alone_is_compared_with_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{FIRST}\nLater that day:\n\n{SHARED}\n", encoding="utf-8")
    finished = reader("a.txt", "--format", "json", folder=tmp_path)
    assert finished.returncode == 0
    (finding,) = report(finished)["findings"]
    assert {passage["document"] for passage in finding["passages"]} == {"1"}


def test_the_same_file_twice_opens_once_with_a_notice(tmp_path: Path) -> None:
    articles(tmp_path)
    finished = reader("a.txt", "./a.txt", "b.txt", "--format", "json", folder=tmp_path)
    assert finished.returncode == 0
    value = report(finished)
    assert len(value["documents"]) == 2
    assert "opened-once" in {notice["code"] for notice in value["notices"]}


def test_an_article_left_out_is_named_and_the_others_are_reported_with_status_1(tmp_path: Path) -> None:
    articles(tmp_path)
    finished = reader("a.txt", "missing.txt", "b.txt", "--format", "json", folder=tmp_path)
    assert finished.returncode == 1
    assert "missing.txt" in complaint(finished)
    value = report(finished)
    assert [document["source"] for document in value["documents"]] == ["a.txt", "b.txt"]
    assert any("missing.txt" in notice["text"] for notice in value["notices"])


@pytest.mark.parametrize("name", ["secret.txt", "noise.txt", "empty folder"])
def test_a_report_does_not_tell_the_folders_of_an_article_left_out_not_even_with_spaces(
    tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "Alice Smith" / "My Docs"
    (folder / "empty folder").mkdir(parents=True)
    (folder / "noise.txt").write_bytes(b"\x00\x01\x02")
    finished = reader(*articles(tmp_path), str(folder / name), "--format", "json", folder=tmp_path)
    assert finished.returncode == 1
    assert str(folder / name) in complaint(finished)
    (notice,) = report(finished)["notices"]
    assert notice["text"].startswith(f"{name}: ")
    assert "Alice" not in notice["text"]


def test_every_article_that_cannot_be_read_is_a_line_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    finished = reader("missing.txt", "empty.txt", "--format", "json", folder=tmp_path)
    lines = finished.stderr.decode().splitlines()
    assert (finished.returncode, finished.stdout) == (2, b"")
    assert len(lines) == 2
    assert all(line.startswith("reader: ") for line in lines)
    assert "missing.txt" in lines[0]
    assert "empty.txt" in lines[1]


def test_only_restricts_a_report_to_kinds(tmp_path: Path) -> None:
    words = (*articles(tmp_path), "--format", "json")
    assert report(reader(*words, "--only", "contradiction", folder=tmp_path))["findings"] == []
    both = reader(*words, "--only", "contradiction", "--only", "overlap", folder=tmp_path)
    assert len(report(both)["findings"]) == 1


def test_a_minimum_score_leaves_out_what_is_below(tmp_path: Path) -> None:
    words = (*articles(tmp_path), "--format", "json", "--minimum-score")
    (finding,) = report(reader(*words, "0", folder=tmp_path))["findings"]
    assert 0 < finding["score"] <= 1
    above = str(min(1.0, finding["score"] + 0.001))
    assert report(reader(*words, above, folder=tmp_path))["findings"] == []


def test_weak_findings_that_are_not_reported_are_counted_in_a_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    from readerapp.cli import main
    from readerapp.model import Kind, visibility

    monkeypatch.setattr(visibility, "DEFAULT_MINIMUM_SCORE", dict.fromkeys(Kind, 1.0))
    monkeypatch.chdir(tmp_path)
    words = [*articles(tmp_path), "--format", "json"]
    assert main(words) == 0
    value = json.loads(capsysbinary.readouterr().out)
    assert value["findings"] == []
    assert [notice["text"] for notice in value["notices"]] == [
        "1 weaker finding is not reported; --minimum-score 0 reports all."
    ]
    assert main([*words, "--minimum-score", "0"]) == 0
    value = json.loads(capsysbinary.readouterr().out)
    assert (len(value["findings"]), value["notices"]) == (1, [])


def test_it_can_be_run_without_the_neural_judge(tmp_path: Path) -> None:
    finished = reader(*articles(tmp_path), "--format", "json", "--no-entailment", folder=tmp_path)
    assert (finished.returncode, len(report(finished)["findings"])) == (0, 1)


def test_a_kind_that_nobody_looks_for_is_named_in_the_report(tmp_path: Path) -> None:
    from readerapp.comparing import LOOKED_FOR, not_looked_for
    from readerapp.model import Kind

    words = (*articles(tmp_path), "--format", "json")
    for kind in Kind:
        notices = report(reader(*words, "--only", kind, folder=tmp_path))["notices"]
        told = [notice["text"] for notice in notices if notice["code"] == "not-looked-for"]
        assert told == ([] if kind in LOOKED_FOR else [not_looked_for(kind)])


@pytest.mark.parametrize(("words", "is_kept"), [([], True), (["--no-cache"], False)])
def test_results_are_kept_unless_that_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], is_kept: bool
) -> None:
    from readerapp import comparing
    from readerapp.cli import main

    steps, given = comparing.steps, []

    def watched(*values: Any, cache: Any, **more: Any) -> Any:
        given.append(cache)
        yield from steps(*values, cache=cache, **more)

    monkeypatch.setattr(comparing, "steps", watched)
    monkeypatch.chdir(tmp_path)
    assert main([*articles(tmp_path), "--format", "json", *words]) == 0
    assert [cache is not None for cache in given] == [is_kept]


def test_the_example_articles_can_be_reported(tmp_path: Path) -> None:
    finished = reader("--demo", "--format", "json", folder=tmp_path)
    assert (finished.returncode, finished.stderr) == (0, b"")
    value = report(finished)
    assert len(value["documents"]) == 3
    assert {finding["type"] for finding in value["findings"]} >= {"verbatim", "edited"}
    assert "/" not in "".join(document["source"] for document in value["documents"])


def test_the_suffix_of_the_output_decides_the_format(tmp_path: Path) -> None:
    words = articles(tmp_path)
    for name, beginning in (("report.json", "{"), ("report.md", "#")):
        finished = reader(*words, "--output", name, folder=tmp_path)
        assert (finished.returncode, finished.stdout, finished.stderr) == (0, b"", b"")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(beginning)


def test_format_outweighs_the_suffix(tmp_path: Path) -> None:
    reader(*articles(tmp_path), "--output", "report.txt", "--format", "json", folder=tmp_path)
    assert json.loads((tmp_path / "report.txt").read_text(encoding="utf-8"))["format"] == "reader-report"


def test_the_file_holds_what_would_have_been_printed(tmp_path: Path) -> None:
    words = articles(tmp_path)
    reader(*words, "--output", "report.json", folder=tmp_path)
    assert (tmp_path / "report.json").read_bytes() == reader(
        *words, "--format", "json", folder=tmp_path
    ).stdout


def test_an_existing_file_is_kept_unless_force_is_given(tmp_path: Path) -> None:
    words = (*articles(tmp_path), "--output", "report.json")
    (tmp_path / "report.json").write_text("mine")
    finished = reader(*words, folder=tmp_path)
    assert finished.returncode == 2
    assert "--force" in complaint(finished)
    assert (tmp_path / "report.json").read_text() == "mine"
    assert reader(*words, "--force", folder=tmp_path).returncode == 0
    assert (tmp_path / "report.json").read_text().startswith("{")


@pytest.mark.parametrize("make", ["name", "dots", "symlink", "hard link"])
def test_an_article_is_never_written_over_not_even_with_force(tmp_path: Path, make: str) -> None:
    words = articles(tmp_path)
    target = {"name": "a.txt", "dots": "./x/../a.txt"}.get(make, "other.txt")
    (tmp_path / "x").mkdir()
    if make == "symlink":
        (tmp_path / "other.txt").symlink_to("a.txt")
    elif make == "hard link":
        (tmp_path / "other.txt").hardlink_to(tmp_path / "a.txt")
    finished = reader(*words, "--format", "json", "--output", target, "--force", folder=tmp_path)
    assert finished.returncode == 2
    assert "never written over" in complaint(finished)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == FIRST


@pytest.mark.parametrize("named", ["b.bin", "folder"])
def test_a_file_that_was_named_and_could_not_be_read_is_not_written_over_either(
    tmp_path: Path, named: str
) -> None:
    first, _ = articles(tmp_path)
    target = tmp_path / ("b.bin" if named == "b.bin" else "folder/b.txt")
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    words = (first, named, "--format", "json", "--output", str(target), "--force")
    finished = reader(*words, folder=tmp_path)
    assert finished.returncode == 2
    assert "never written over" in finished.stderr.decode().splitlines()[-1]
    assert target.read_bytes().startswith(b"\x89PNG")


def test_a_file_that_came_while_the_articles_were_compared_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from readerapp import comparing
    from readerapp.cli import main

    steps = comparing.steps

    def meanwhile(*given: Any, **more: Any) -> Any:
        (tmp_path / "report.json").write_text("mine")
        yield from steps(*given, **more)

    monkeypatch.setattr(comparing, "steps", meanwhile)
    monkeypatch.chdir(tmp_path)
    assert main([*articles(tmp_path), "--output", "report.json"]) == 2
    assert "--force" in capsys.readouterr().err
    assert (tmp_path / "report.json").read_text() == "mine"


@pytest.mark.parametrize("target", ["folder.json", "nowhere/report.json"])
def test_a_place_that_cannot_be_written_to_is_told_before_the_work_begins(
    tmp_path: Path, target: str
) -> None:
    (tmp_path / "folder.json").mkdir()
    finished = reader(*articles(tmp_path), "--output", target, folder=tmp_path)
    assert finished.returncode == 2
    assert target.split("/")[0] in complaint(finished)


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    words = (*articles(tmp_path), "--format", "json")
    finished = reader(*words, "--output", os.devnull, folder=tmp_path)
    assert (finished.returncode, finished.stderr) == (0, b"")
    assert not Path(os.devnull).is_file()


def test_a_report_leaves_nothing_beside_it(tmp_path: Path) -> None:
    reader(*articles(tmp_path), "--output", "report.json", folder=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "report.json"]


def test_a_report_writes_nothing_but_results_into_the_user_folders(
    tmp_path: Path, user_folders: Path
) -> None:
    reader(*articles(tmp_path), "--format", "json", folder=tmp_path)
    written = [path for path in user_folders.rglob("*") if path.is_file()]
    assert {path.parent.name for path in written} == {"results"}


def test_with_no_cache_a_report_writes_nothing_into_the_user_folders(
    tmp_path: Path, user_folders: Path
) -> None:
    reader(*articles(tmp_path), "--format", "json", "--no-cache", folder=tmp_path)
    assert [path for path in user_folders.rglob("*") if path.is_file()] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_a_full_disk_behind_standard_output_is_one_line(tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        finished = subprocess.run(
            [sys.executable, "-m", "readerapp", *articles(tmp_path), "--format", "json"],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert finished.returncode == 2
    assert "Standard output" in complaint(finished)


def test_a_pipe_that_is_closed_ends_quietly(tmp_path: Path) -> None:
    # More than a pipe holds, so that writing has to meet the closed end.
    (tmp_path / "a.txt").write_text(FIRST * 1000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "readerapp", "a.txt", "--format", "json"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.read(1) == b"{"
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 0


def test_ctrl_c_ends_with_130_and_without_a_word(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "readerapp", "-", "--format", "json"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(1.0)
    process.send_signal(signal.SIGINT)
    output, complaints = process.communicate(timeout=60)
    assert (process.returncode, output, complaints) == (130, b"", b"")


def test_an_internal_error_is_one_line_that_names_the_log(tmp_path: Path, user_folders: Path) -> None:
    finished = broken_run(tmp_path, "--format", "json")
    assert finished.returncode == 3
    line = complaint(finished)
    (log,) = (user_folders / "state").rglob("*.log")
    assert str(log) in line
    assert "ZeroDivisionError" in log.read_text()
    assert log.stat().st_mode & 0o077 == 0


def test_without_cache_the_log_of_an_internal_error_is_a_temporary_file(
    tmp_path: Path, user_folders: Path
) -> None:
    finished = broken_run(tmp_path, "--format", "json", "--no-cache")
    assert finished.returncode == 3
    assert str(tmp_path / "temporary") in complaint(finished)
    assert list(user_folders.rglob("*.log")) == []
    assert len(list((tmp_path / "temporary").glob("*.log"))) == 1


def broken_run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command with a comparison that breaks."""
    (folder / "temporary").mkdir()
    code = (
        "import sys, readerapp.comparing\n"
        "def steps(documents, settings, **more):\n    raise ZeroDivisionError('by zero')\n    yield\n"
        "readerapp.comparing.steps = steps\n"
        "from readerapp.cli import main\nsys.exit(main(sys.argv[1:]))"
    )
    return subprocess.run(
        [sys.executable, "-c", code, *articles(folder), *words],
        cwd=folder,
        env={**os.environ, "TMPDIR": str(folder / "temporary")},
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_forget_says_what_it_removed_and_removes_it(tmp_path: Path, user_folders: Path) -> None:
    broken_run(tmp_path, "--format", "json")
    finished = reader("--forget", folder=tmp_path)
    assert (finished.returncode, finished.stderr) == (0, b"")
    assert [path for path in (user_folders / "state").rglob("*") if path.is_file()] == []


def test_forget_says_when_there_is_nothing(tmp_path: Path) -> None:
    finished = reader("--forget", folder=tmp_path)
    assert (finished.returncode, finished.stderr) == (0, b"")
    assert finished.stdout.strip()


def test_articles_that_share_nothing_say_so_in_a_notice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND.replace(SHARED, "It rained."), encoding="utf-8")
    finished = reader("a.txt", "b.txt", "--format", "json", folder=tmp_path)
    assert finished.returncode == 0
    value = report(finished)
    assert value["findings"] == []
    assert "nothing-found" in {notice["code"] for notice in value["notices"]}


def test_forget_complains_of_what_stays_and_ends_with_status_1(
    user_folders: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from readerapp.cli import main

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    (user_folders / "state").mkdir()
    (user_folders / "state" / "theme").write_text("x")
    monkeypatch.setattr(Path, "unlink", refuse)
    assert main(["--forget"]) == 1
    output, complaints = capsys.readouterr()
    assert output == ""
    assert complaints.startswith("reader: ")
    assert "could not be removed: Permission denied" in complaints
