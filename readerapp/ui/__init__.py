"""The terminal app: the only place that knows Textual, which is loaded when the app is run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readerapp.model import Document, Notice, Settings

if TYPE_CHECKING:
    from readerapp.saving.comparison_file import SavedComparison


def run_app(
    documents: Sequence[Document],
    *,
    settings: Settings | None = None,
    notices: Sequence[Notice] = (),
    saved: SavedComparison | None = None,
    theme: str | None = None,
    cache: bool = True,
    hints: Sequence[str] = (),
    absolute_paths: bool = False,
) -> int:
    """Open articles side by side in the terminal, until the person leaves.

    Args:
        documents: the articles, numbered; those of `saved` where that is given.
        settings: what the comparison may use.
        notices: what reading the articles brought up.
        saved: a saved comparison to reopen; its findings are shown and nothing is compared anew.
        theme: name of the theme to begin with.
        cache: may anything be written into the user's folders (recovery, place, theme)?
        hints: lines to tell at the start that are no part of the comparison, and so are never saved with it.
        absolute_paths: is what is saved to tell where the files of the articles lie on this computer?

    Returns:
        the exit status: 0, or 128 and the number of the signal that ended the app.

    Raises:
        Exception: whatever went wrong inside; unsaved work is in the recovery file then.
    """
    from readerapp.ui.start import start

    return start(
        documents,
        settings=settings or Settings(),
        notices=notices,
        saved=saved,
        theme=theme,
        cache=cache,
        hints=hints,
        absolute_paths=absolute_paths,
    )
