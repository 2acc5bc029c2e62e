"""How articles are named in what leaves this computer."""

from __future__ import annotations

from pathlib import Path

import pytest
from comparison_samples import document

from readerapp.model.portable import (
    PortableSource,
    file_name,
    is_absolute,
    is_address,
    path_from,
    portable_source,
    without_absolute_paths,
)


@pytest.mark.parametrize("source", ["/a", "C:\\a", "c:/a", "\\\\server\\share\\a", "//server/a"])
def test_absolute_paths_of_every_system_are_known(source: str) -> None:
    assert is_absolute(source)
    assert file_name(source) == "a"


@pytest.mark.parametrize("source", ["a", "./a", "../a", "x/a", "-", "https://example.org/a"])
def test_what_is_relative_is_not_absolute(source: str) -> None:
    assert not is_absolute(source)


def test_addresses_are_known_and_files_are_none() -> None:
    assert is_address("https://example.org/a")
    assert not any(map(is_address, ["a.txt", "C:\\a", "file:///a", "a:b", "-", "://x"]))


def test_the_way_leads_from_the_folder_to_the_file(tmp_path: Path) -> None:
    for folder in ("saved/deep", "articles"):
        (tmp_path / folder).mkdir(parents=True)
    file = str(tmp_path / "articles" / "a.txt")
    assert path_from(tmp_path, file) == "articles/a.txt"
    assert path_from(tmp_path / "saved" / "deep", file) == "../../articles/a.txt"
    assert path_from(tmp_path / "articles", file) == "a.txt"


def test_the_way_goes_through_real_folders_not_through_links(tmp_path: Path) -> None:
    (tmp_path / "real" / "deep").mkdir(parents=True)
    (tmp_path / "link").symlink_to("real/deep")
    assert path_from(tmp_path / "link", str(tmp_path / "real" / "a.txt")) == "../a.txt"
    assert path_from(tmp_path, str(tmp_path / "link" / "a.txt")) == "real/deep/a.txt"


def test_an_article_that_is_a_link_keeps_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/etc/hostname")
    assert path_from(tmp_path, str(tmp_path / "a.txt")) == "a.txt"


def test_a_way_over_the_root_is_not_told(tmp_path: Path) -> None:
    assert path_from(tmp_path, "/etc/hostname") is None
    article = document("1", "x", source="/etc/hostname", location="/etc/hostname")
    assert portable_source(article, tmp_path) == PortableSource("hostname", leads_there=False)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("-", PortableSource("-", leads_there=False)),
        ("https://example.org/a", PortableSource("https://example.org/a", leads_there=True)),
        ("/dev/fd/63", PortableSource("63", leads_there=False)),
        ("x/a.txt", PortableSource("x/a.txt", leads_there=False)),
        ("../../../home/ann/a.txt", PortableSource("a.txt", leads_there=False)),
    ],
)
def test_what_lies_nowhere_is_named_without_a_way(
    tmp_path: Path, source: str, expected: PortableSource
) -> None:
    assert portable_source(document("1", "x", source=source), tmp_path) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/home/ann/a.txt: it is empty", "a.txt: it is empty"),
        ("“/home/ann/a.txt” is the same file as /b.txt", "“a.txt” is the same file as b.txt"),
        ("C:\\Users\\Ann\\a.txt is empty", "a.txt is empty"),
        (
            "see https://example.org/a/b, and/or 1/2, ./a/b, ../c",
            "see https://example.org/a/b, and/or 1/2, ./a/b, ../c",
        ),
        ("/my texts/a.txt is /my texts/b.txt", "a.txt is my texts/b.txt"),
        ("nothing to see", "nothing to see"),
    ],
)
def test_a_sentence_names_no_file_by_an_absolute_path(text: str, expected: str) -> None:
    article = document("1", "x", source="/my texts/a.txt")
    assert without_absolute_paths(text, [article]) == expected
