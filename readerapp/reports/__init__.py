"""Reports: a comparison, with what a person added, as text or as files for programs or for people.

`FORMATS` names every format; to add one is to write a module with a `render` function and to name it here.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from readerapp.model import Annotations, Comparison, ReaderError
from readerapp.model.portable import SAVED_SUFFIX
from readerapp.model.printable import printable
from readerapp.reports.options import ReportOptions

__all__ = ["FORMATS", "FolderFormat", "Format", "ReportOptions", "format_for", "render", "render_folder"]

Render = Callable[[Comparison, Annotations, ReportOptions], str]
_Files = dict[str, bytes]
RenderFolder = Callable[[Comparison, Annotations, ReportOptions], _Files]


@dataclass(frozen=True, slots=True)
class Format:
    """One sort of report."""

    name: str
    """What `--format` calls it."""
    suffixes: tuple[str, ...]
    """Ends of file names that mean it, in lower case with their dot."""
    media_type: str
    render: Render
    """Makes the text of the report, which ends in a line feed."""


@dataclass(frozen=True, slots=True)
class FolderFormat:
    """One sort of report that is a folder of files."""

    name: str
    """What `--format` calls it; no suffix means it."""
    render: RenderFolder
    """Makes the content of the files by their paths within the folder, with `/` between the parts."""
    needs_texts: bool = False
    """Is it made of the texts of the articles, so that there is none without them?"""

    def check(self, options: ReportOptions) -> None:
        """Make sure that there can be such a report.

        Raises:
            ReaderError: it is to leave out what it is made of.
        """
        if self.needs_texts and not options.texts:
            raise ReaderError(
                f"{self.name} is made of the texts: leave out --no-texts, or choose another format."
            )


def _text_by(module: str) -> Render:
    """What the module of a format makes; it is imported when a report is made."""

    def made(comparison: Comparison, annotations: Annotations, options: ReportOptions) -> str:
        text: str = import_module(f"readerapp.reports.{module}").render(comparison, annotations, options)
        return text

    return made


def _files_by(module: str) -> RenderFolder:
    """The same for a format that is a folder."""

    def made(comparison: Comparison, annotations: Annotations, options: ReportOptions) -> _Files:
        files: _Files = import_module(f"readerapp.reports.{module}").render(comparison, annotations, options)
        return files

    return made


_ALL: tuple[Format | FolderFormat, ...] = (
    Format("json", (".json",), "application/json", _text_by("json_report")),
    Format("markdown", (".md", ".markdown"), "text/markdown", _text_by("markdown")),
    Format("html", (".html", ".htm"), "text/html", _text_by("html")),
    Format("csv", (".csv",), "text/csv", _text_by("csv_report")),
    Format("webannotation", (".jsonld",), "application/ld+json", _text_by("web_annotation")),
    Format("tei", (".xml",), "application/tei+xml", _text_by("tei")),
    FolderFormat("brat", _files_by("brat"), needs_texts=True),
    FolderFormat("pan", _files_by("pan")),
)
FORMATS: dict[str, Format | FolderFormat] = {made.name: made for made in _ALL}
"""Every format by its name."""


def format_for(name: str | None, output: Path | None) -> Format | FolderFormat:
    """The format of a report.

    Args:
        name: what was asked for; None where the file's name is to tell.
        output: the file that the report goes into; None for standard output.

    Raises:
        ReaderError: there is no such format, or nothing tells which; the message lists those there are.
            Or the file's name is one for a saved comparison, whatever the format.
    """
    if output is not None and output.name.lower().endswith(SAVED_SUFFIX):
        raise ReaderError(
            f"{printable(str(output))} is a name for a saved comparison, which the app writes, "
            "and no report; choose another name."
        )
    known = ", ".join(FORMATS)
    if name is not None:
        found = FORMATS.get(name.lower())
        if found is None:
            near = difflib.get_close_matches(name.lower(), FORMATS, n=1)
            hint = f"did you mean {near[0]}?" if near else f"choose one of {known}."
            raise ReaderError(f"There is no format {printable(name, 40)!r}; {hint}")
        return found
    if output is None:
        raise ReaderError(f"No format was named; add --format with one of {known}.")
    shown = printable(str(output))
    suffix = output.suffix.lower()
    texts = [made for made in FORMATS.values() if isinstance(made, Format)]
    for made in texts:
        if suffix in made.suffixes:
            return made
    suffixes = ", ".join(suffix for made in texts for suffix in made.suffixes)
    raise ReaderError(
        f"The name {shown} does not tell the format; add --format with one of {known}, "
        f"or choose a name that ends in {suffixes}."
    )


def render(
    comparison: Comparison,
    annotations: Annotations | None = None,
    *,
    name: str = "json",
    options: ReportOptions | None = None,
) -> str:
    """A report as text.

    Args:
        comparison: what was found.
        annotations: what a person added.
        name: of the format.
        options: which findings to report; those that the app shows at first where None.

    Raises:
        ReaderError: there is no such format, or it is a folder of files.
    """
    made = format_for(name, None)
    if isinstance(made, FolderFormat):
        raise ReaderError(f"{made.name} is a folder of files and no text; name the folder with --output.")
    return made.render(comparison, annotations or Annotations(), options or ReportOptions())


def render_folder(
    comparison: Comparison,
    annotations: Annotations | None = None,
    *,
    name: str,
    options: ReportOptions | None = None,
) -> dict[str, bytes]:
    """A report as files.

    Args:
        comparison: what was found.
        annotations: what a person added.
        name: of the format.
        options: which findings to report; those that the app shows at first where None.

    Returns:
        content by path within the folder, with `/` between the parts.

    Raises:
        ReaderError: there is no such format, it is a text, or it has to hold what is to be left out.
    """
    made = format_for(name, None)
    if isinstance(made, Format):
        raise ReaderError(f"{made.name} is a text and no folder of files.")
    made.check(options or ReportOptions())
    return made.render(comparison, annotations or Annotations(), options or ReportOptions())
