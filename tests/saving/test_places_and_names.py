"""The place to come back to, and the name that is proposed."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from comparison_samples import document, lines, sample_comparison
from hypothesis import given
from hypothesis import strategies as st

from readerapp.model import Document
from readerapp.saving import places
from readerapp.saving.comparison_file import proposed_name
from readerapp.saving.places import Place, place_key, recall_place, remember_place

KEY = place_key(sample_comparison().documents)


def test_a_place_is_remembered_and_recalled(user_folders: Path) -> None:
    place = Place("overlap-2c3d", {"1": 120, "2": 0})
    remember_place(KEY, place)
    assert recall_place(KEY) == place
    (file,) = (path for path in user_folders.rglob("*") if path.is_file())
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_place_without_a_finding_is_recalled_too() -> None:
    remember_place(KEY, Place(None, {}))
    assert recall_place(KEY) == Place(None, {})


def test_an_unknown_place_is_none() -> None:
    assert recall_place(KEY) is None


def test_the_place_belongs_to_the_texts_in_their_order() -> None:
    one, other = sample_comparison().documents
    assert place_key((one, other)) == place_key((replace(one, source="/x/y.txt"), other))
    assert place_key((one, other)) != place_key((other, one))


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"3", b"\xff", b"{}", b'{"finding": 3, "offsets": {}}', b"[" * 100_000]
    + [b'{"finding": null, "offsets": %s}' % offsets for offsets in (b"[]", b'{"1": -1}', b'{"1": "x"}')],
)
def test_a_damaged_place_is_no_place(data: bytes) -> None:
    remember_place(KEY, Place(None, {}))
    (places.places_folder() / f"{KEY}.json").write_bytes(data)
    assert recall_place(KEY) is None


def test_a_place_that_cannot_be_written_disturbs_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("READER_STATE_HOME", str(tmp_path / "file" / "state"))
    remember_place(KEY, Place(None, {}))
    assert recall_place(KEY) is None


def test_the_places_left_longest_ago_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_MOST", 3)
    for number in range(5):
        remember_place(str(number), Place(None, {}))
        os.utime(places.places_folder() / f"{number}.json", (number, number))
    remember_place("last", Place(None, {}))
    assert {path.stem for path in places.places_folder().iterdir()} == {"3", "4", "last"}


# Names


def article(source: str, title: str = "") -> Document:
    return document("1", "Text.", source=source, title=title)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["a.txt", "b.txt"], "a-b"),
        (["/home/ann/my texts/first draft.md", "b.tar.gz"], "first-draft-b.tar"),
        (["a.txt"], "a"),
        (["a.txt", "b.txt", "c.txt"], "a-b-c"),
        (["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"], "a-b-and-3-more"),
        (["新聞.txt", "газета.html"], "新聞-газета"),
        (["..", "--help"], "help"),
        (["; rm -rf ~", "$(x)`y`"], "rm-rf-x-y"),
        (["con"], "con-comparison"),
        (["???"], "comparison"),
        (["-"], "comparison"),
    ],
)
def test_a_name_is_made_of_those_of_the_articles(sources: list[str], expected: str) -> None:
    assert proposed_name([article(source) for source in sources]) == f"{expected}.reader.json"


def test_what_has_no_name_is_called_by_its_title() -> None:
    assert proposed_name([article("-", "Ferry runs aground"), article("https://example.org/x?y", "B")]) == (
        "Ferry-runs-aground-B.reader.json"
    )


@given(st.lists(st.tuples(st.text(max_size=200), lines), min_size=1, max_size=6))
def test_any_name_is_safe_and_short(named: list[tuple[str, str]]) -> None:
    name = proposed_name([article(source, title) for source, title in named])
    assert name.endswith(".reader.json")
    assert 12 < len(name.encode("utf-8")) <= 130
    assert not name.startswith((".", "-"))
    assert all(character.isalnum() or character in "-_." or character > "\x7f" for character in name)
    assert not set(name) & set('/\\:*?"<>|\0\n')
