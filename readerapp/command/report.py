"""A report without the app: compare, render, write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from readerapp.command.arguments import Arguments
from readerapp.command.input import Input
from readerapp.command.output import Destination
from readerapp.command.output_folder import FolderDestination
from readerapp.command.progress import ProgressLine, may_show_progress
from readerapp.model import Annotations, Comparison, Kind, Notice, Progressed, ReaderError, Settings

if TYPE_CHECKING:
    from readerapp.reports import FolderFormat, Format, ReportOptions
    from readerapp.saving.comparison_file import SavedComparison


@dataclass(frozen=True, slots=True)
class _TextReport:
    """A report that is one text."""

    format: Format
    destination: Destination

    def write(self, comparison: Comparison, annotations: Annotations, options: ReportOptions) -> None:
        text = self.format.render(comparison, annotations, options)
        # A file name that is not UTF-8 holds what UTF-8 cannot; everything else is text.
        self.destination.write(text.encode("utf-8", errors="backslashreplace"))


@dataclass(frozen=True, slots=True)
class _FolderReport:
    """A report that is a folder of files."""

    format: FolderFormat
    destination: FolderDestination

    def write(self, comparison: Comparison, annotations: Annotations, options: ReportOptions) -> None:
        self.destination.write(self.format.render(comparison, annotations, options))


def _with_changes_told(saved: SavedComparison) -> Comparison:
    """A saved comparison with a notice for each article that has another text by now."""
    from readerapp.saving.source_states import changed_documents, source_states

    comparison = saved.comparison
    folder = saved.path.absolute().parent
    changed = changed_documents(source_states(comparison.documents, folder, saved.original.absolute_paths))
    words = "The article has changed since the comparison was saved; this report is about the saved text."
    told = (Notice("source-changed", words, identity) for identity in changed)
    return replace(comparison, notices=(*comparison.notices, *told))


class ReportOrder:
    """What is to be reported and where to; made before any article is read, so that mistakes show at once."""

    def __init__(self, arguments: Arguments) -> None:
        """Check the order.

        Raises:
            ReaderError: there is no such format, or nothing can be written there.
        """
        from readerapp.reports import FolderFormat, ReportOptions, format_for
        from readerapp.saving.result_cache import ResultCache

        output = None if arguments.output in (None, "-") else Path(str(arguments.output))
        made = format_for(arguments.format, output)
        self._options = ReportOptions(
            frozenset(Kind(kind) for kind in arguments.only),
            arguments.minimum_score,
            only_confirmed=arguments.only_confirmed,
            texts=not arguments.no_texts,
        )
        self._cache = None if arguments.no_cache else ResultCache()
        self._report: _TextReport | _FolderReport
        if not isinstance(made, FolderFormat):
            self._report = _TextReport(made, Destination(output, force=arguments.force))
        elif output is None:
            raise ReaderError(
                f"{made.name} is a folder of files and cannot be printed. "
                "Add --output with the name that the folder is to have."
            )
        else:
            made.check(self._options)
            self._report = _FolderReport(made, FolderDestination(output, force=arguments.force))

    def carry_out(self, opened: Input, settings: Settings, *, is_stopped: Callable[[], bool]) -> None:
        """Compare what was opened, unless it was compared before, and write the report.

        Args:
            opened: the articles, or the saved comparison.
            settings: what to do.
            is_stopped: was the person's wish to stop noticed?

        Raises:
            BrokenPipeError: nobody reads the report any more.
            KeyboardInterrupt: the person wishes to stop.
            ReaderError: the report could not be written, or it is to hold verdicts where there can be none.
        """
        if self._options.only_confirmed and opened.saved is None:
            raise ReaderError(
                "--only-confirmed is for a saved comparison, which holds verdicts: "
                "name one, or leave the option out."
            )
        self._report.destination.spare(opened.sources)
        if opened.saved is None:
            annotations = Annotations()
            comparison = self._compared(opened, settings, is_stopped)
        else:
            annotations = opened.saved.annotations
            comparison = _with_changes_told(opened.saved)
        left_out = self._left_out_as_weak(comparison, annotations)
        comparison = replace(comparison, notices=(*comparison.notices, *left_out))
        self._report.write(comparison, annotations, self._options)

    def _left_out_as_weak(self, comparison: Comparison, annotations: Annotations) -> list[Notice]:
        """A notice that says how many findings are not reported because they are weak, if some are."""
        from readerapp.reports.options import reported_findings

        if self._options.minimum_score is not None:
            return []
        everything = replace(self._options, minimum_score=0.0)
        reported = len(reported_findings(comparison, annotations, self._options))
        number = len(reported_findings(comparison, annotations, everything)) - reported
        findings = "1 weaker finding is" if number == 1 else f"{number:,} weaker findings are"
        words = f"{findings} not reported; --minimum-score 0 reports all."
        return [Notice("weaker-left-out", words)] if number else []

    def _compared(self, opened: Input, settings: Settings, is_stopped: Callable[[], bool]) -> Comparison:
        from readerapp.comparing import LOOKED_FOR, Finished, not_looked_for, steps

        shows = may_show_progress(prints_report=self._report.destination.is_standard_output)
        progress = ProgressLine(is_shown=shows)
        try:
            for step in steps(opened.documents, settings, cache=self._cache):
                if is_stopped():
                    raise KeyboardInterrupt
                if isinstance(step, Progressed):
                    progress.tell(step.stage, step.done)
                elif isinstance(step, Finished):
                    found = step.comparison
                    asked = (kind for kind in Kind if kind in self._options.only - LOOKED_FOR)
                    unknown = (Notice("not-looked-for", not_looked_for(kind)) for kind in asked)
                    return replace(found, notices=(*opened.notices, *found.notices, *unknown))
        finally:
            progress.clear()
        raise AssertionError("steps() always ends with Finished")
