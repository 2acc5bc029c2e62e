"""Writing a report from the app."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from textual.message import Message

from readerapp.model import Annotations, Comparison, Notice, ReaderError
from readerapp.model.portable import SAVED_SUFFIX
from readerapp.model.printable import printable
from readerapp.reports import FolderFormat
from readerapp.reports.options import is_reported
from readerapp.saving.atomic import write_atomically
from readerapp.saving.sparing import spare_articles
from readerapp.saving.whole_folder import write_folder
from readerapp.ui.reading.part import Handler, Part
from readerapp.ui.screens.export import Export, ExportScreen
from readerapp.ui.wording import plural


class ExportEnded(Message):
    """Writing a report came to an end."""

    def __init__(self, location: Path, complaint: str) -> None:
        super().__init__()
        self.location = location
        """The file or folder."""
        self.complaint = complaint
        """Why it was not written; empty where it was."""


class Exporting(Part):
    """Asks what is to be written, and writes it in a thread."""

    def handlers(self) -> dict[str, Handler]:
        """One action."""
        return {"export": self._ask}

    def _ask(self) -> None:
        def chosen(export: Export | None) -> None:
            if export is not None:
                self._write(export)

        keeper = self.screen.leaving.keeper
        proposal = keeper.proposal()
        name = proposal.name.removesuffix(SAVED_SUFFIX).removesuffix(".json")
        stem = proposal.with_name(name or "comparison")
        self.screen.app.push_screen(ExportScreen(self.session, stem, keeper.location), chosen)

    def _write(self, export: Export) -> None:
        # The session is read here, because only this thread may.
        comparison, annotations = self.session.comparison, self.session.annotations
        self.screen.run_worker(
            partial(self._write_in_thread, export, comparison, annotations),
            thread=True,
            group="export",
            exit_on_error=False,
        )

    def _write_in_thread(self, export: Export, comparison: Comparison, annotations: Annotations) -> None:
        complaint = ""
        try:
            write_report(export, comparison, annotations)
        except ReaderError as error:
            complaint = str(error)
        except Exception as error:
            complaint = f"{printable(export.location.name)} could not be written: {error!r}."
        self.screen.post_message(ExportEnded(export.location, complaint))

    def ended(self, message: ExportEnded) -> None:
        """Tell where the report is, or why there is none."""
        if message.complaint:
            self.screen.say(f"No report was written: {message.complaint}", severity="error")
        else:
            self.screen.say(f"Written: {message.location.absolute()}")


def write_report(export: Export, comparison: Comparison, annotations: Annotations) -> None:
    """Write a report, as a whole or not at all.

    Args:
        export: what to write and where.
        comparison: what was found.
        annotations: what a person added.

    Raises:
        ReaderError: it was not written; what stood there stands there still.
    """
    spare_articles(export.location, comparison.documents)
    told = (*comparison.notices, *_left_out_as_weak(export, comparison, annotations))
    comparison = replace(comparison, notices=told)
    if isinstance(export.format, FolderFormat):
        export.format.check(export.options)
        files = export.format.render(comparison, annotations, export.options)
        write_folder(export.location, files, replace=export.may_replace)
        return
    text = export.format.render(comparison, annotations, export.options)
    if not export.may_replace and export.location.exists():
        shown = printable(str(export.location))
        raise ReaderError(f"another program made {shown} in the meantime; choose another name.")
    # A file name that is not UTF-8 holds what UTF-8 cannot; everything else is text.
    write_atomically(export.location, text.encode("utf-8", errors="backslashreplace"))


def _left_out_as_weak(export: Export, comparison: Comparison, annotations: Annotations) -> list[Notice]:
    """A notice that says how many findings are not reported because they are weak, if some are."""
    if export.options.minimum_score is not None:
        return []
    everything = replace(export.options, minimum_score=0.0)
    number = sum(
        is_reported(finding, annotations, everything)
        and not is_reported(finding, annotations, export.options)
        for finding in comparison.findings
    )
    words = f"{plural(number, 'weaker finding is', 'weaker findings are')} not reported."
    return [Notice("weaker-left-out", words)] if number else []
