"""What is told of the articles of a saved comparison when it is opened again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from readerapp.anchoring import reanchored
from readerapp.model import Annotations, Comparison, Document, Note, Passage
from readerapp.saving.comparison_file import read_comparison_file, write_comparison_file
from readerapp.saving.source_states import (
    SourceState,
    SourceStatus,
    changed_documents,
    relocated,
    source_states,
)
from readerapp.sources import open_sources

FIRST = "The mill at Orrin burned down on Friday. Two wagons of grain were lost, the miller said.\n"
SECOND = "Fire took the mill. Two wagons of grain were lost, the miller said on Saturday.\n"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    (folder / "articles").mkdir(parents=True)
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        (folder / "articles" / name).write_text(text)
    documents = open_sources([str(folder / "articles" / name) for name in ("a.txt", "b.txt")]).documents
    location = folder / "mill.reader.json"
    write_comparison_file(location, Comparison(documents), Annotations(), overwrite=False)
    return location


def states(saved: Path) -> list[SourceState]:
    return list(source_states(read_comparison_file(saved).comparison.documents, saved.parent))


def statuses(saved: Path) -> list[SourceStatus]:
    return [state.status for state in states(saved)]


def test_files_that_are_as_they_were_are_unchanged(saved: Path) -> None:
    assert statuses(saved) == [SourceStatus.UNCHANGED, SourceStatus.UNCHANGED]


def test_a_file_with_other_bytes_and_the_same_text_is_unchanged(saved: Path) -> None:
    (saved.parent / "articles" / "b.txt").write_bytes(b"\xef\xbb\xbf" + SECOND.replace("\n", "\r\n").encode())
    assert statuses(saved)[1] is SourceStatus.UNCHANGED


def test_a_changed_file_comes_with_its_new_text(saved: Path) -> None:
    (saved.parent / "articles" / "b.txt").write_text("Corrected. " + SECOND)
    state = states(saved)[1]
    assert state.status is SourceStatus.CHANGED
    assert state.fresh is not None
    assert (state.fresh.id, state.fresh.text) == ("2", "Corrected. " + SECOND)


def test_a_changed_file_has_changed_also_where_a_copy_of_the_old_one_lies_beside_it(saved: Path) -> None:
    articles = saved.parent / "articles"
    (articles / "b (1).txt").write_text(SECOND)
    (articles / "b.txt").write_text("Corrected. " + SECOND)
    (state,) = states(saved)[1:]
    assert (state.status, state.path) == (SourceStatus.CHANGED, articles / "b.txt")


def test_a_copy_stands_in_for_a_file_that_is_no_article_any_more(saved: Path) -> None:
    articles = saved.parent / "articles"
    (articles / "b (1).txt").write_text(SECOND)
    (articles / "b.txt").write_text("")
    (state,) = states(saved)[1:]
    assert (state.status, state.path) == (SourceStatus.MOVED, articles / "b (1).txt")


def test_a_renamed_file_is_found_by_its_hash(saved: Path) -> None:
    articles = saved.parent / "articles"
    (articles / "b.txt").rename(saved.parent / "other-name.txt")
    (state,) = states(saved)[1:]
    assert (state.status, state.path) == (SourceStatus.MOVED, saved.parent / "other-name.txt")


def test_a_file_that_is_nowhere_is_gone(saved: Path) -> None:
    (saved.parent / "articles" / "b.txt").unlink()
    assert statuses(saved) == [SourceStatus.UNCHANGED, SourceStatus.GONE]


def test_a_file_that_is_no_article_any_more_is_gone_and_says_why(saved: Path) -> None:
    place = saved.parent / "articles" / "b.txt"
    place.write_text("")
    (state,) = states(saved)[1:]
    assert state.status is SourceStatus.GONE
    assert "empty" in state.problem


def test_a_folder_or_a_dangling_link_in_its_place_is_no_file(saved: Path) -> None:
    place = saved.parent / "articles" / "b.txt"
    place.unlink()
    place.mkdir()
    assert statuses(saved)[1] is SourceStatus.GONE
    place.rmdir()
    place.symlink_to("nowhere.txt")
    assert statuses(saved)[1] is SourceStatus.GONE


def test_addresses_and_standard_input_are_not_looked_for(tmp_path: Path) -> None:
    documents = [Document("x", "https://example.org/a", id="1"), Document("y", "-", id="2")]
    found = source_states(documents, tmp_path)
    assert {state.status for state in found} == {SourceStatus.UNCHECKED}


def test_the_folder_that_was_moved_as_a_whole_is_unchanged(saved: Path) -> None:
    moved = saved.parent.rename(saved.parent.with_name("elsewhere"))
    assert statuses(moved / saved.name) == [SourceStatus.UNCHANGED, SourceStatus.UNCHANGED]


def test_what_is_reanchored_is_saved_into_the_same_file_and_keeps_what_others_wrote(saved: Path) -> None:
    opened = read_comparison_file(saved)
    other = opened.comparison.documents[1]
    start = other.text.index("Two wagons")
    note = Note(
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301", (Passage("2", start, start + 10, "Two wagons"),), "how big?"
    )
    lost = Note(
        "4f2504e0-4f89-41d3-9a0c-0305e82c3301", (Passage("2", 0, 19, "Fire took the mill."),), "who says so?"
    )
    annotations = Annotations(notes=(note, lost))
    opened = write_comparison_file(
        saved, opened.comparison, annotations, original=opened.original, overwrite=True
    )
    text = saved.read_text().replace('"reader:version": 1', '"reader:version": 1, "x:seen": "kept"', 1)
    saved.write_text(text)
    (saved.parent / "articles" / "b.txt").write_text(
        "Corrected twice.\n\n" + SECOND.replace("Fire took the mill. ", "")
    )

    opened = read_comparison_file(saved)
    changed = changed_documents(source_states(opened.comparison.documents, saved.parent))
    result = reanchored(opened.comparison, opened.annotations, changed)
    write_comparison_file(
        saved, result.comparison, result.annotations, original=opened.original, overwrite=True
    )

    again = read_comparison_file(saved)
    assert '"x:seen": "kept"' in saved.read_text()
    assert again.annotations == result.annotations
    (kept,) = again.annotations.notes
    assert again.comparison.documents[1].text[kept.passages[0].start :].startswith("Two wagons")
    (orphan,) = again.annotations.orphans
    assert (orphan.id, orphan.passages[0].text) == (lost.id, "Fire took the mill.")
    assert statuses(saved) == [SourceStatus.UNCHANGED, SourceStatus.UNCHANGED]


def sources_in(saved: Path) -> list[dict[str, Any]]:
    found = json.loads(saved.read_text())["reader:sources"]
    assert isinstance(found, list)
    return found


def save_again(saved: Path, *, absolute_paths: bool = False) -> None:
    """Open a saved comparison as the app does, and save it without a change."""
    opened = read_comparison_file(saved)
    documents = opened.comparison.documents
    found = source_states(documents, saved.parent, opened.original.absolute_paths)
    comparison = replace(opened.comparison, documents=relocated(documents, found))
    write_comparison_file(
        saved,
        comparison,
        opened.annotations,
        original=opened.original,
        overwrite=True,
        absolute_paths=absolute_paths,
    )


def test_the_path_of_a_moved_source_is_renewed_on_saving_and_nothing_else(saved: Path) -> None:
    start = SECOND.index("Two wagons")
    note = Note(
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301", (Passage("2", start, start + 10, "Two wagons"),), "how big?"
    )
    opened = read_comparison_file(saved)
    write_comparison_file(
        saved, opened.comparison, Annotations(notes=(note,)), original=opened.original, overwrite=True
    )
    before = json.loads(saved.read_text())
    (saved.parent / "articles" / "b.txt").rename(saved.parent / "other name.txt")
    save_again(saved)
    assert [source["reader:path"] for source in sources_in(saved)] == ["articles/a.txt", "other name.txt"]
    assert statuses(saved) == [SourceStatus.UNCHANGED, SourceStatus.UNCHANGED]
    assert read_comparison_file(saved).annotations == Annotations(notes=(note,))
    assert json.loads(saved.read_text())["modified"] == before["modified"]
    data = saved.read_bytes()
    save_again(saved)
    assert saved.read_bytes() == data


def test_another_text_under_the_name_of_a_source_that_is_gone_does_not_renew_its_path(saved: Path) -> None:
    (saved.parent / "articles" / "b.txt").unlink()
    (saved.parent / "b.txt").write_text("Quite another article of that name.\n")
    data = saved.read_bytes()
    save_again(saved)
    assert saved.read_bytes() == data


def test_an_absolute_path_stands_in_the_file_only_where_that_was_asked(saved: Path) -> None:
    assert str(saved.parent) not in saved.read_text()
    save_again(saved, absolute_paths=True)
    articles = saved.parent / "articles"
    expected = [str(articles / "a.txt"), str(articles / "b.txt")]
    assert [source["reader:absolutePath"] for source in sources_in(saved)] == expected
    assert [source["reader:path"] for source in sources_in(saved)] == ["articles/a.txt", "articles/b.txt"]
    data = saved.read_bytes()
    # Who does not ask adds none and takes none away.
    save_again(saved)
    assert saved.read_bytes() == data


def test_the_absolute_path_is_the_last_place_to_look_for_a_source(saved: Path, tmp_path: Path) -> None:
    save_again(saved, absolute_paths=True)
    alone = tmp_path / "alone" / saved.name
    alone.parent.mkdir()
    saved.rename(alone)
    articles = saved.parent / "articles"
    (articles / "b.txt").write_text("Corrected. " + SECOND)
    opened = read_comparison_file(alone)
    documents = opened.comparison.documents
    first, second = source_states(documents, alone.parent, opened.original.absolute_paths)
    assert (first.status, first.path) == (SourceStatus.MOVED, articles / "a.txt")
    assert (second.status, second.path) == (SourceStatus.CHANGED, articles / "b.txt")
    assert first.is_by_absolute_path
    assert second.is_by_absolute_path
    (alone.parent / "b.txt").write_text(SECOND)
    second = source_states(documents, alone.parent, opened.original.absolute_paths)[1]
    assert (second.path, second.is_by_absolute_path) == (alone.parent / "b.txt", False)
    save_again(alone)
    assert [source["reader:path"] for source in sources_in(alone)] == ["../work/articles/a.txt", "b.txt"]


def test_an_absolute_path_of_another_system_leads_nowhere(
    saved: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "C:\\b.txt").write_text(SECOND)
    (saved.parent / "articles" / "b.txt").unlink()
    documents = read_comparison_file(saved).comparison.documents
    found = source_states(documents, saved.parent, {"2": "C:\\b.txt"})
    assert found[1].status is SourceStatus.GONE
