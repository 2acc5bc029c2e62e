"""Putting the app together and running it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readerapp.model import Document, Notice, Settings
from readerapp.saving.folders import config_folder, state_place
from readerapp.saving.result_cache import ResultCache
from readerapp.session import Session
from readerapp.ui.app import ReaderApp
from readerapp.ui.child_comparer import ChildComparer
from readerapp.ui.reading.keeping import Keeper
from readerapp.ui.reopening import reanchored_screen, reopened, saved_session
from readerapp.ui.screens.reading import ReadingScreen
from readerapp.ui.screens.reopened import ReopenedScreen
from readerapp.ui.theme_choice import choose_theme, remember_theme, remembered_theme
from readerapp.ui.themes import built_in_folder, load_themes

if TYPE_CHECKING:
    from readerapp.saving.comparison_file import SavedComparison


def session_of(
    documents: Sequence[Document],
    settings: Settings,
    notices: Sequence[Notice],
    saved: SavedComparison | None,
) -> Session:
    """The sitting to begin: with a saved comparison, or with articles that are to be compared."""
    if saved is None:
        told = (*notices, *(notice for document in documents for notice in document.notices))
        return Session(documents, notices=dict.fromkeys(told), settings=settings)
    return saved_session(saved)


def start(
    documents: Sequence[Document],
    *,
    settings: Settings,
    notices: Sequence[Notice],
    saved: SavedComparison | None,
    theme: str | None,
    cache: bool,
    hints: Sequence[str] = (),
    absolute_paths: bool = False,
) -> int:
    """Run the app until the person leaves; arguments and result as of `run_app`."""
    log = state_place() / "comparison.log" if cache else None

    def comparer() -> ChildComparer:
        return ChildComparer(log, ResultCache() if cache else None)

    reading: ReadingScreen
    if saved is None:
        session = session_of(documents, settings, notices, saved)
        keeper = Keeper(session, saved=None, enabled=cache, absolute_paths=absolute_paths)
        reading = ReadingScreen(session, keeper, comparer())
    else:
        reading = reopened(saved, comparer(), cache=cache, absolute_paths=absolute_paths)
    loaded = load_themes([built_in_folder(), config_folder() / "themes"])
    complaints = [*loaded.failures, *hints]
    theme_file = state_place() / "theme"

    def choose(available: Sequence[str]) -> str:
        remembered = remembered_theme(theme_file) if cache else None
        choice = choose_theme(available, asked=theme, remembered=remembered)
        if choice.complaint:
            complaints.append(choice.complaint)
        return choice.name

    while True:
        app = ReaderApp(
            reading,
            themes=loaded.themes,
            choose=choose,
            complaints=complaints,
            remember_theme=(lambda name: remember_theme(theme_file, name)) if cache else None,
        )
        try:
            status = app.run()
        finally:
            reading.comparison_run.abandon()
        if app.failure is not None:
            raise app.failure
        if saved is None or not isinstance(reading, ReopenedScreen) or reading.chosen is None:
            return status or 0
        # The panes are made for their texts: new texts get an app of their own.
        complaints = []
        reading = reanchored_screen(
            saved, reading.chosen, comparer(), cache=cache, absolute_paths=absolute_paths
        )
