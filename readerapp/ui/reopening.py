"""From a saved comparison to its screen, and to that of the same comparison on new texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readerapp.model import Origin
from readerapp.saving.source_states import relocated, source_states
from readerapp.session import Session
from readerapp.ui.child_comparer import Comparer
from readerapp.ui.reading.keeping import Keeper
from readerapp.ui.screens.reopened import ReopenedScreen

if TYPE_CHECKING:
    from readerapp.anchoring import Reanchored
    from readerapp.saving.comparison_file import SavedComparison


def saved_session(saved: SavedComparison) -> Session:
    """The sitting with a saved comparison as it was saved.

    Args:
        saved: what stands in the file.
    """
    comparison = saved.comparison
    session = Session(
        comparison.documents,
        findings=comparison.findings,
        annotations=saved.annotations,
        notices=comparison.notices,
        settings=comparison.settings,
    )
    session.mark_saved(comparison, saved.annotations)
    return session


def reopened(
    saved: SavedComparison, comparer: Comparer | None, *, cache: bool, absolute_paths: bool = False
) -> ReopenedScreen:
    """The screen of a saved comparison; its articles are looked for.

    Args:
        saved: what stands in the file.
        comparer: what compares the articles.
        cache: may anything be written into the user's folders?
        absolute_paths: is what is saved to tell where the files of the articles lie?
    """
    comparison = saved.comparison
    folder = saved.path.absolute().parent
    states = source_states(comparison.documents, folder, saved.original.absolute_paths)
    comparison = replace(comparison, documents=relocated(comparison.documents, states))
    session = saved_session(replace(saved, comparison=comparison))
    keeper = Keeper(session, saved=saved, enabled=cache, absolute_paths=absolute_paths)
    return ReopenedScreen(session, keeper, comparer, states=states)


def reanchored_screen(
    saved: SavedComparison,
    result: Reanchored,
    comparer: Comparer | None,
    *,
    cache: bool,
    absolute_paths: bool = False,
) -> ReopenedScreen:
    """The screen of a saved comparison on new texts, which are compared again.

    Until that is done it shows the findings that were judged or made by hand.

    Args:
        saved: what stands in the file.
        result: the comparison on the new texts.
        comparer: what compares the articles.
        cache: may anything be written into the user's folders?
        absolute_paths: is what is saved to tell where the files of the articles lie?
    """
    comparison, annotations = result.comparison, result.annotations
    session = Session(
        comparison.documents,
        findings=[
            finding
            for finding in comparison.findings
            if finding.origin is Origin.FOUND and finding.id in annotations.reviews
        ],
        annotations=annotations,
        notices=comparison.notices,
        settings=comparison.settings,
    )
    session.mark_saved(saved.comparison, saved.annotations)
    keeper = Keeper(session, saved=saved, enabled=cache, absolute_paths=absolute_paths)
    return ReopenedScreen(session, keeper, comparer, earlier=result)
