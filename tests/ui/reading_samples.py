"""The app on two short articles, with a comparer that finds what the test says."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from textual.pilot import Pilot
from ui_samples import DOCUMENTS, FINDINGS

from readerapp.comparison_process import Frame, Request
from readerapp.model import Annotations, Document, Finding, Notice, Settings
from readerapp.session import Session
from readerapp.ui.app import ReaderApp
from readerapp.ui.reading.keeping import Keeper
from readerapp.ui.screens.reading import ReadingScreen
from readerapp.ui.themes import built_in_folder, load_themes
from readerapp.ui.widgets.evidence_panel import EvidencePanel
from readerapp.ui.widgets.status_line import Status, StatusLine


class ScriptedComparer:
    """Yields given frames; waits before the last of them where it is told to."""

    def __init__(
        self, frames: Iterable[Frame], *, waits: bool = False, following: ScriptedComparer | None = None
    ) -> None:
        self._frames = tuple(frames)
        self.following = following or self
        self.requests: list[Request] = []
        self.may_go_on = threading.Event()
        self.was_stopped = False
        if not waits:
            self.may_go_on.set()

    def frames(self, request: Request) -> Iterator[Frame]:
        self.requests.append(request)
        *first, last = self._frames
        yield from first
        self.may_go_on.wait(timeout=30)
        if not self.was_stopped:
            yield last

    def stop(self) -> None:
        self.was_stopped = True
        self.may_go_on.set()

    def another(self) -> ScriptedComparer:
        return self.following


class SteppedComparer(ScriptedComparer):
    """Yields each frame only when it is allowed to."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        super().__init__(frames)
        self._allowed = threading.Semaphore(0)

    def allow(self) -> None:
        self._allowed.release()

    def frames(self, request: Request) -> Iterator[Frame]:
        self.requests.append(request)
        for frame in self._frames:
            self._allowed.acquire(timeout=30)
            if self.was_stopped:
                return
            yield frame

    def stop(self) -> None:
        super().stop()
        self.allow()


def reader(
    documents: Sequence[Document] = DOCUMENTS,
    findings: Sequence[Finding] = FINDINGS,
    *,
    annotations: Annotations | None = None,
    notices: Sequence[Notice] = (),
    comparer: ScriptedComparer | None = None,
    compares_at_once: bool = True,
    settings: Settings | None = None,
    cache: bool = False,
) -> ReaderApp:
    """The app as it is after a comparison, or with one going on."""
    session = Session(
        documents, findings=findings, annotations=annotations, notices=notices, settings=settings
    )
    keeper = Keeper(session, saved=None, enabled=cache)
    themes = load_themes([built_in_folder()]).themes
    return ReaderApp(
        ReadingScreen(session, keeper, comparer, compares_at_once=compares_at_once),
        themes=themes,
        choose=lambda names: "reader-dark",
    )


def status(app: ReaderApp) -> Status:
    """What the status line says."""
    return app.reading.query_one(StatusLine).status


def evidence(app: ReaderApp) -> str:
    """What the evidence panel shows, as text."""
    region = app.reading.query_one(EvidencePanel).region
    return "\n".join(screen_text(app).split("\n")[region.y : region.bottom])


def said(app: ReaderApp) -> str:
    """What the app told the person last."""
    return app.reading.last_message


def screen_text(app: ReaderApp) -> str:
    """Everything that is on the screen."""
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def arrived(pilot: Pilot[int], *identities: str) -> None:
    """Wait until findings are taken over that a comparison sent."""
    assert isinstance(pilot.app, ReaderApp)
    session = pilot.app.reading.session
    while any(session.finding(identity) is None for identity in identities):
        await pilot.pause(0.01)
    await pilot.pause()


async def settled(pilot: Pilot[int]) -> None:
    """Wait until everything that was begun has come to rest, but for questions that wait for the person."""
    if pilot.app._exit:
        return
    threads = [
        worker for worker in pilot.app.workers if worker.group in ("compare", "search", "save", "export")
    ]
    if threads:
        await pilot.app.workers.wait_for_complete(threads)
    await pilot.pause()
    await pilot.pause()


def save_path(folder: Path) -> Path:
    return folder / "work.reader.json"
