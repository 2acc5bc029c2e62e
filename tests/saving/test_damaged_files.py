"""Whatever stands in a file, opening it gives a comparison that holds together, or one clear line."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from saving_samples import Value, edit, item, save

from readerapp.model import ReaderError, Review
from readerapp.saving.comparison_file import read_comparison_file, write_comparison_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.reader.json"
    save(path)
    return path


def complaint(path: Path) -> str:
    with pytest.raises(ReaderError) as raised:
        read_comparison_file(path)
    message = str(raised.value)
    assert "\n" not in message
    assert path.name in message
    return message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "no such file" in complaint(tmp_path / "b.reader.json")


def test_a_folder_is_no_saved_comparison(tmp_path: Path) -> None:
    assert "no file" in complaint(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.reader.json")
    assert "no file" in complaint(tmp_path / "a.reader.json")


def test_an_empty_file_is_called_empty(file: Path) -> None:
    file.write_bytes(b"")
    assert "empty" in complaint(file)


def test_a_file_that_was_cut_off_at_any_place_is_called_damaged(file: Path) -> None:
    whole = file.read_bytes().rstrip()
    for length in range(1, len(whole), 97):
        file.write_bytes(whole[:length])
        assert "damaged" in complaint(file)
    for length in (whole.index(b"Ferry") + 3, whole.index(b"[") + 1):
        file.write_bytes(whole[:length])
        assert "its end is missing" in complaint(file)


def test_where_the_json_breaks_is_told(file: Path) -> None:
    file.write_text('{\n "type": oops}')
    assert "line 2, column 10" in complaint(file)


def test_bytes_that_are_no_text_are_damage(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00{}")
    assert "UTF-8" in complaint(file)


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "12",
        "null",
        '"text"',
        "{}",
        '{"type": "FeatureCollection", "features": []}',
        '{"format": "reader-report", "version": 1}',
        '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationCollection", "total": 0}',
    ],
)
def test_another_json_file_is_called_foreign(file: Path, text: str) -> None:
    file.write_text(text)
    assert "no comparison saved by reader" in complaint(file)


def test_a_file_of_a_later_version_asks_for_that_version(file: Path) -> None:
    edit(file, lambda value: value.update({"reader:version": 2, "reader:sources": "another form"}))
    assert "later version" in complaint(file)


@pytest.mark.parametrize("opening", ['{"a":', "["])
def test_deep_nesting_is_damage_and_no_crash(file: Path, opening: str) -> None:
    file.write_text(opening * 200_000)
    assert "damaged" in complaint(file)


def test_deep_nesting_below_an_unknown_key_is_damage_too(file: Path) -> None:
    deep: Any = 1
    for _ in range(60):
        deep = [deep]
    edit(file, lambda value: value.update({"other": deep}))
    assert "nested" in complaint(file)


def test_a_number_of_a_million_digits_is_damage(file: Path) -> None:
    file.write_text('{"type": "AnnotationCollection", "reader:version": ' + "9" * 1_000_000 + "}")
    assert "damaged" in complaint(file)


def test_a_file_larger_than_the_limit_is_not_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_MAX_BYTES", "100")
    assert "READER_MAX_BYTES" in complaint(file)


def first_target(value: Value) -> Value:
    target = item(value, "contradiction-0a1b")["target"][0]
    assert isinstance(target, dict)
    return target


def relation(value: Value) -> Value:
    body = item(value, "contradiction-0a1b")["body"][0]
    assert isinstance(body, dict)
    return body


def source(value: Value) -> Value:
    found = value["reader:sources"][0]
    assert isinstance(found, dict)
    return found


DAMAGE: dict[str, tuple[Callable[[Value], object], str]] = {
    "no articles": (lambda v: v.update({"reader:sources": []}), "no article"),
    "an article that is no object": (lambda v: v.update({"reader:sources": ["a"]}), "no object"),
    "articles in another order": (lambda v: v["reader:sources"].reverse(), "reader:document"),
    "a text that was edited": (
        lambda v: source(v).update({"reader:text": source(v)["reader:text"] + "!"}),
        "SHA-256",
    ),
    "a text that is missing": (lambda v: source(v).pop("reader:text"), "missing"),
    "two articles with one id": (
        lambda v: source(v).update(id=v["reader:sources"][1]["id"]),
        "same id",
    ),
    "an absolute path that is none": (
        lambda v: source(v).update({"reader:absolutePath": "a.txt"}),
        "no absolute path",
    ),
    "an absolute path": (lambda v: source(v).update({"reader:path": "/etc/passwd"}), "relative path"),
    "no page": (lambda v: v.pop("first"), "first"),
    "a page elsewhere": (lambda v: v.update(first="https://example.org/page1"), "first"),
    "items that are no list": (lambda v: v["first"].update(items={}), "no list"),
    "an item that is no object": (lambda v: v["first"]["items"].append(3), "no object"),
    "an annotation twice": (lambda v: v["first"]["items"].append(v["first"]["items"][0]), "repeats"),
    "an id written in another way": (
        lambda v: v["first"]["items"].append(
            {**v["first"]["items"][0], "id": "urn:reader:finding:%63ontradiction-0a1b"}
        ),
        "repeats",
    ),
    "an unknown article": (lambda v: first_target(v).update(source="nowhere.txt"), "none of the articles"),
    "a position behind the end": (lambda v: first_target(v)["selector"][1].update(end=10**6), "between 0"),
    "a position before the beginning": (lambda v: first_target(v)["selector"][1].update(start=-1), "between"),
    "a position that is no number": (lambda v: first_target(v)["selector"][1].update(start=True), "number"),
    "an end before the start": (
        lambda v: first_target(v)["selector"][1].update(start=200, end=100),
        "before",
    ),
    "a quotation of something else": (
        lambda v: first_target(v)["selector"][0].update(exact="other words"),
        "does not stand",
    ),
    "no position": (lambda v: first_target(v)["selector"].pop(), "TextPositionSelector"),
    "a cue outside the text": (
        lambda v: first_target(v).update({"reader:cues": [{"start": 0, "end": 10**9}]}),
        "between",
    ),
    "one passage alone": (lambda v: item(v, "contradiction-0a1b")["target"].pop(), "too few"),
    "an unknown kind": (lambda v: relation(v).update({"reader:kind": "rumour"}), "rumour"),
    "a score above one": (lambda v: relation(v).update({"reader:score": 1.01}), "between"),
    "a score that is text": (lambda v: relation(v).update({"reader:score": "high"}), "number"),
    "a reason that is a list": (lambda v: relation(v).update({"reader:reason": []}), "no text"),
    "a notice on an unknown article": (
        lambda v: v["reader:notices"][0].update({"reader:document": "9"}),
        "not in the file",
    ),
    "settings that are a list": (lambda v: v.update({"reader:settings": []}), "no object"),
    "a version that is text": (lambda v: v.update({"reader:version": "1"}), "whole number"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_told_with_its_place(file: Path, name: str) -> None:
    change, expected = DAMAGE[name]
    edit(file, change)
    message = complaint(file)
    assert "damaged" in message
    assert expected in message


def test_infinity_and_nan_are_damage(file: Path) -> None:
    for name in ("NaN", "Infinity", "-Infinity", "1e999"):
        text = file.read_text().replace("0.91", name, 1)
        other = file.with_name("b.reader.json")
        other.write_text(text)
        assert "damaged" in complaint(other)


def test_control_characters_in_names_and_remarks_are_made_safe(file: Path) -> None:
    def change(value: Value) -> None:
        source(value)["reader:title"] = "Title\x1b]0;stolen\x07"
        relation(value)["reader:reason"] = "Reason\u202e\n\x9b31m"
        item(value, "3301")["body"][0]["value"] = "note\x1b[31m\nline"
        item(value, "contradiction-0a1b")["body"][2]["value"] = "tag\r\n"

    edit(file, change)
    opened = read_comparison_file(file)
    assert opened.comparison.documents[0].title == "Title\ufffd]0;stolen\ufffd"
    assert opened.comparison.findings[0].reason == "Reason\ufffd \ufffd31m"
    assert opened.annotations.notes[0].text == "note\ufffd[31m\nline"
    assert opened.annotations.review_of("contradiction-0a1b").tags[0] == "tag  "


def test_control_characters_in_a_text_with_its_hash_are_replaced_with_a_notice(file: Path) -> None:
    import hashlib

    def change(value: Value) -> None:
        text = source(value)["reader:text"].replace("people", "p\x1bople")
        source(value)["reader:text"] = text
        source(value)["reader:textSha256"] = hashlib.sha256(text.encode()).hexdigest()
        selector = first_target(value)["selector"][0]
        selector["exact"] = selector["exact"].replace("people", "p\x1bople")

    edit(file, change)
    opened = read_comparison_file(file)
    assert "\x1b" not in opened.comparison.documents[0].text
    assert opened.comparison.findings[0].passages[0].text == "with 112 p\ufffdople on board"
    assert "text-cleaned" in {notice.code for notice in opened.comparison.notices}


def test_line_ends_that_would_move_every_position_are_damage(file: Path) -> None:
    import hashlib

    def change(value: Value) -> None:
        text = source(value)["reader:text"].replace("\n", "\r\n")
        source(value)["reader:text"] = text
        source(value)["reader:textSha256"] = hashlib.sha256(text.encode()).hexdigest()

    edit(file, change)
    assert "line ends" in complaint(file)


def test_an_annotation_of_another_program_about_something_else_is_passed_over(file: Path) -> None:
    foreign = {"type": "Annotation", "id": "https://example.org/1", "target": "https://example.org/"}
    unnamed = {"type": "Annotation", "body": {"value": "hm"}}
    edit(file, lambda value: value["first"]["items"].extend([foreign, unnamed]))
    assert len(read_comparison_file(file).annotations.notes) == 1


def test_a_note_that_another_program_made_on_the_texts_becomes_a_note(file: Path) -> None:
    def change(value: Value) -> None:
        made = {
            "id": "urn:uuid:0b5c0c2e-6a5c-4a53-8f4e-111111111111",
            "type": "Annotation",
            "motivation": "commenting",
            "body": {"type": "TextualBody", "purpose": "commenting", "value": "Look here."},
            "target": {
                "source": source(value)["id"],
                "selector": {"type": "TextPositionSelector", "start": 0, "end": 5},
            },
        }
        value["first"]["items"].append(made)

    edit(file, change)
    note = read_comparison_file(file).annotations.notes[-1]
    assert (note.text, [passage.text for passage in note.passages]) == ("Look here.", ["Ferry"])


def paths_in(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [
            path for key, member in value.items() for path in [(*way, key), *paths_in(member, (*way, key))]
        ]
    if isinstance(value, list):
        return [path for n, member in enumerate(value) for path in [(*way, n), *paths_in(member, (*way, n))]]
    return []


JUNK: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, -1, 10**12, 0.5, "", "x", "1", [], {}, [[]], ["x"], {"id": 1}, "\x1b", "\ud800"]
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_value_in_any_place_is_opened_safely_or_refused_in_one_line(
    file: Path, data: st.DataObject
) -> None:
    value = json.loads(file.read_bytes())
    changed = copy.deepcopy(value)
    for _ in range(data.draw(st.integers(1, 3))):
        way = data.draw(st.sampled_from(paths_in(value)))
        holder = changed
        try:
            for step in way[:-1]:
                holder = holder[step]
            if data.draw(st.booleans()) and isinstance(holder, dict):
                del holder[way[-1]]
            else:
                holder[way[-1]] = data.draw(JUNK)
        except (KeyError, IndexError, TypeError):
            continue
    other = file.with_name("changed.reader.json")
    other.write_text(json.dumps(changed), encoding="utf-8")
    try:
        opened = read_comparison_file(other)
    except ReaderError:
        complaint(other)
        return
    comparison, annotations = opened.comparison, opened.annotations
    identities = [finding.id for finding in (*comparison.findings, *annotations.findings)]
    assert len(set(identities)) == len(identities)
    passages = [p for finding in (*comparison.findings, *annotations.findings) for p in finding.passages]
    for passage in (*passages, *(p for note in annotations.notes for p in note.passages)):
        text = comparison.document(passage.document).text
        assert text[passage.start : passage.end] == passage.text
        assert all(0 <= cue.start <= cue.end <= len(text) for cue in passage.cues)
    # What could be opened can be changed, saved and opened again.
    changed_said = annotations.with_review("overlap-2c3d", Review(note="changed", tags=("x",)))
    saved = write_comparison_file(other, comparison, changed_said, original=opened.original, overwrite=True)
    assert read_comparison_file(other).annotations == saved.annotations
    assert "\\x1b" not in repr(comparison)
    assert "\\ud800" not in repr(comparison)
