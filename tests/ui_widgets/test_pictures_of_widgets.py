"""Pictures of the widgets; `pytest --snapshot-update` makes them anew after a wanted change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from widget_samples import FERRY, HARBOUR, PanesApp, document, finding, mark, span_of

from readerapp.model import Kind, Review, Verdict
from readerapp.ui.marks import Mark

Compare = Callable[..., bool]


def two_articles(*, dark: bool = True) -> PanesApp:
    return PanesApp(
        document(HARBOUR, "1", "Harbour bridge closes", "harbour.txt"),
        document(FERRY, "2", "City shuts island crossing", "https://example.org/ferry"),
        dark=dark,
        evidence=True,
    )


def with_findings(app: PanesApp) -> None:
    one, other = app.pane.document, app.panes[1].document
    quoted = "We cannot take any risk with people's lives"
    cracks = "Engineers found cracks in four of the nine pillars during an inspection in spring."
    other_cracks = "Cracks were found in five of the nine pillars when engineers inspected it in spring."
    app.panes[0].show_marks(
        [
            Mark(*span_of(HARBOUR, quoted), Kind.OVERLAP, "quoted", type="verbatim"),
            mark(HARBOUR, cracks, Kind.OVERLAP, "cracks"),
            mark(HARBOUR, "four of the nine pillars", Kind.CONTRADICTION, "pillars", current=True),
            mark(HARBOUR, "to last until autumn", Kind.CONTRADICTION, "autumn"),
            mark(HARBOUR, "Shop owners on the island fear for their summer trade.", Kind.UNIQUE, "shops"),
            Mark(*span_of(HARBOUR, "said one of them"), Kind.UNIQUE, "gone", dismissed=True),
            Mark(*span_of(HARBOUR, "mayor Helen Brandt"), "note", "note"),
        ]
    )
    app.panes[1].show_marks(
        [
            Mark(*span_of(FERRY, quoted), Kind.OVERLAP, "quoted", type="verbatim"),
            mark(FERRY, other_cracks, Kind.OVERLAP, "cracks"),
            mark(FERRY, "five of the nine pillars", Kind.CONTRADICTION, "pillars", current=True),
            mark(FERRY, "It is to last until Christmas", Kind.CONTRADICTION, "autumn"),
        ]
    )
    assert app.evidence is not None
    app.evidence.show(
        finding(
            Kind.CONTRADICTION,
            "number",
            (one, cracks),
            (other, other_cracks),
            reason="Four pillars, or five.",
        ),
        [one, other],
        Review(Verdict.UNSURE, ("check",), "Ask the council."),
        (1, 4),
        (1, 2),
    )


@pytest.mark.parametrize(("dark", "size"), [(True, (80, 24)), (False, (120, 30))])
def test_picture_of_two_articles_with_findings(
    snap_compare: Compare, dark: bool, size: tuple[int, int]
) -> None:
    async def prepare(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, PanesApp)
        with_findings(app)
        await pilot.pause()

    assert snap_compare(two_articles(dark=dark), run_before=prepare, terminal_size=size)


def test_picture_of_a_search_and_a_selection(snap_compare: Compare) -> None:
    async def prepare(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, PanesApp)
        with_findings(app)
        app.panes[1].show_hits([span_of(FERRY, "island"), span_of(FERRY, "inspected")], 1)
        app.pane.start_caret(HARBOUR.index("closed to lorries"))
        for _ in range(3):
            app.pane.move_caret("word-right", True)
        await pilot.pause()

    assert snap_compare(two_articles(), run_before=prepare, terminal_size=(80, 24))


def test_picture_of_a_tiny_terminal(snap_compare: Compare) -> None:
    async def prepare(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, PanesApp)
        with_findings(app)
        assert app.evidence is not None
        app.evidence.styles.height = 3
        app.columns[1].display = False
        app.pane.scroll_to_offset(HARBOUR.index("four of the nine"))
        await pilot.pause()

    assert snap_compare(two_articles(), run_before=prepare, terminal_size=(40, 12))


def test_picture_without_colour_still_tells_kinds_apart(
    snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def prepare(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, PanesApp)
        with_findings(app)
        await pilot.pause()

    assert snap_compare(two_articles(), run_before=prepare, terminal_size=(80, 24))
