"""A comparison that goes on beside the app."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading_samples import ScriptedComparer, evidence, reader, said, screen_text, settled, status
from ui_samples import COST, OPENING, WAITING

from readerapp.comparing import FindingsArrived
from readerapp.comparison_process import Ended, Failed
from readerapp.model import Notice, Progressed
from readerapp.saving.comparison_file import read_comparison_file


async def test_findings_are_shown_as_they_come() -> None:
    comparer = ScriptedComparer(
        [Progressed("looking", 0.4), FindingsArrived((OPENING,)), Ended(())], waits=True
    )
    app = reader(findings=(), comparer=comparer)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause(0.3)
        assert app.reading.is_comparing
        assert status(app).place == "1 finding"
        assert "comparing 40% (S stops)" in screen_text(app)
        await pilot.press("n")
        await pilot.pause()
        assert app.reading.session.current == OPENING
        comparer.may_go_on.set()
        await settled(pilot)
        assert not app.reading.is_comparing
        assert status(app).progress == ""
        assert app.reading.session.current == OPENING


async def test_text_is_on_the_screen_before_the_comparison_begins() -> None:
    seen: list[str] = []

    class Watching(ScriptedComparer):
        def frames(self, request):  # type: ignore[no-untyped-def]
            seen.append(screen_text(app))
            yield from super().frames(request)

    app = reader(findings=(), comparer=Watching([Ended(())]))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
    assert "The mayor of Brightwater" in " ".join(seen[0].split())


async def test_findings_of_several_batches_take_their_place_in_the_order() -> None:
    comparer = ScriptedComparer([FindingsArrived((WAITING,)), FindingsArrived((COST, OPENING)), Ended(())])
    app = reader(findings=(), comparer=comparer)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert [f.id for f in app.reading.session.findings] == ["cost", "opening", "waiting"]


async def test_a_comparison_that_is_stopped_keeps_what_was_found() -> None:
    comparer = ScriptedComparer([FindingsArrived((OPENING,)), Ended(())], waits=True)
    app = reader(findings=(), comparer=comparer)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.3)
        await pilot.press("S")
        await settled(pilot)
        assert comparer.was_stopped
        assert not app.reading.is_comparing
        assert said(app) == "The comparison was stopped. Found until then: 1 overlap."
        assert status(app).place == "1 finding"


async def test_stopped_before_anything_was_found_is_said_in_the_evidence() -> None:
    comparer = ScriptedComparer([Ended(())], waits=True)
    app = reader(findings=(), comparer=comparer)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        await pilot.press("n")
        assert "Comparing the articles" in said(app)
        await pilot.press("S")
        await settled(pilot)
        assert "stopped before anything was found" in evidence(app)


async def test_a_comparison_that_breaks_off_is_told_and_the_app_goes_on() -> None:
    comparer = ScriptedComparer([FindingsArrived((OPENING,)), Failed("The comparison broke off: x.")])
    app = reader(findings=(), comparer=comparer)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert said(app) == "The comparison broke off: x. 1 finding found until then is kept."
        await pilot.press("n")
        await settled(pilot)
        assert app.reading.session.current == OPENING


async def test_why_nothing_was_found_is_told_at_the_end() -> None:
    notice = Notice("nothing-found", "The articles share no wording of their own.")
    app = reader(findings=(), comparer=ScriptedComparer([Ended((notice,))]))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert notice.text in " ".join(evidence(app).split())


async def test_other_notices_are_told_over_the_text() -> None:
    notice = Notice("encoding-guessed", "The encoding of a.txt was guessed: windows-1252.", "1")
    app = reader(findings=(), notices=(notice,), comparer=ScriptedComparer([Ended(())]))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.pause(0.3)
        assert "windows-1252" in screen_text(app)


async def test_leaving_ends_the_comparison() -> None:
    comparer = ScriptedComparer([Ended(())], waits=True)
    app = reader(findings=(), comparer=comparer)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        await pilot.press("q")
        await pilot.pause()
    assert comparer.was_stopped
    assert app.return_value == 0


async def test_the_comparison_ends_with_the_app_when_that_breaks() -> None:
    comparer = ScriptedComparer([Ended(())], waits=True)
    app = reader(findings=(), comparer=comparer)

    def break_down() -> None:
        raise ZeroDivisionError

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause(0.2)
            app.call_later(break_down)
            await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await run()
    was_stopped = comparer.was_stopped
    comparer.stop()
    assert was_stopped


async def test_what_is_saved_before_the_comparison_ended_says_so_and_is_outgrown_when_it_goes_on(
    tmp_path: Path,
) -> None:
    comparer = ScriptedComparer([FindingsArrived((OPENING,)), Ended(())], waits=True)
    app = reader(findings=(), comparer=comparer)
    path = tmp_path / "early.reader.json"
    app.reading.leaving.keeper.location = path
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.3)
        await pilot.press("ctrl+s")
        while not said(app).startswith("Saved"):
            await pilot.pause(0.01)
        early = read_comparison_file(path).comparison
        assert [notice.code for notice in early.notices] == ["comparison-incomplete"]
        assert not status(app).is_dirty
        comparer.may_go_on.set()
        await settled(pilot)
        assert status(app).is_dirty
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert read_comparison_file(path).comparison.notices == ()
        assert not status(app).is_dirty


async def test_what_is_saved_after_a_comparison_was_stopped_says_so(tmp_path: Path) -> None:
    comparer = ScriptedComparer([FindingsArrived((OPENING,)), Ended(())], waits=True)
    app = reader(findings=(), comparer=comparer)
    path = tmp_path / "stopped.reader.json"
    app.reading.leaving.keeper.location = path
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.3)
        await pilot.press("S")
        await settled(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
    (notice,) = read_comparison_file(path).comparison.notices
    assert notice.code == "comparison-incomplete"


async def test_notices_of_a_comparison_that_is_only_shown_are_told_too() -> None:
    notice = Notice("comparison-incomplete", "There may be more to find.")
    app = reader(notices=(notice,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "more to find" in said(app)


async def test_that_nothing_was_found_is_not_said_before_the_end() -> None:
    comparer = ScriptedComparer([Ended(())], waits=True)
    app = reader(findings=(), comparer=comparer)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "Comparing the articles" in evidence(app)
        assert "Nothing was found" not in evidence(app)
        comparer.may_go_on.set()
        await settled(pilot)
        assert "Nothing was found" in evidence(app)
