"""What stands between `---` (YAML) or `+++` (TOML) at the top of a Markdown file.

Of YAML only what front matter of articles consists of is understood: `key: value`, and lists of strings
for the author. Anything else is passed over; a block that is no front matter at all is left in the text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

_YAML = re.compile(r"---[ \t]*\n(?P<block>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<block>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,60}):(?:[ \t]+(?P<value>.*))?")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?:name:[ \t]+)?(?P<value>.*)")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")

_TITLES = ("title", "headline")
_AUTHORS = ("author", "authors", "byline", "creator")
_DATES = ("date", "published", "pubdate", "publish_date", "created")
_LANGUAGES = ("lang", "language")


class FrontMatter(NamedTuple):
    """What an article's front matter says about it."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    """Date in ISO form."""
    language: str | None = None
    """Two-letter code."""


def divide_front_matter(text: str) -> tuple[FrontMatter, str]:
    """What the front matter says, and the text without it.

    Args:
        text: clean text of a Markdown file.
    """
    if match := _YAML.match(text):
        entries = _yaml_entries(match["block"])
    elif match := _TOML.match(text):
        entries = _toml_entries(match["block"])
    else:
        return FrontMatter(), text
    if entries is None:
        return FrontMatter(), text
    published = _first(entries, _DATES)
    found = _DATE.match(published) if published else None
    language = _LANGUAGE.fullmatch(_first(entries, _LANGUAGES) or "")
    return (
        FrontMatter(
            title=_first(entries, _TITLES),
            author=_first(entries, _AUTHORS),
            published=found[0] if found and _is_date(found[0]) else None,
            language=language[1].lower() if language else None,
        ),
        text[match.end() :].lstrip("\n"),
    )


def _yaml_entries(block: str) -> dict[str, list[str]] | None:
    """Values by key; None where the block holds a line that YAML would not have there."""
    entries: dict[str, list[str]] = {}
    current: list[str] = []
    for line in block.split("\n"):
        if not line.strip() or line.startswith("#"):
            continue
        if item := _ITEM.fullmatch(line):
            current.append(_unquoted(item["value"]))
        elif entry := _ENTRY.fullmatch(line):
            current = entries.setdefault(entry["key"].strip().lower(), [])
            current.extend(_values(entry["value"] or ""))
        elif not line[0].isspace():
            return None
    return entries or None


def _values(value: str) -> list[str]:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return [_unquoted(part) for part in value[1:-1].split(",")]
    return [_unquoted(value)] if value and value not in ("|", ">", ">-", "|-") else []


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return value[1:-1].replace('\\"', '"')
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return re.sub(r"[ \t]#.*", "", value).strip()


def _toml_entries(block: str) -> dict[str, list[str]] | None:
    try:
        values = tomllib.loads(block)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    return {
        key.lower(): [str(part) for part in (value if isinstance(value, list) else [value])]
        for key, value in values.items()
    }


def _first(entries: Mapping[str, list[str]], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        values = [value for value in entries.get(key, ()) if value and value.lower() not in ("null", "~")]
        if values:
            return "; ".join(values)
    return None


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
