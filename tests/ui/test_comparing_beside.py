"""A comparison that goes on beside the app."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading_samples import (
    ScriptedComparer,
    SteppedComparer,
    arrived,
    evidence,
    reader,
    said,
    save_path,
    screen_text,
    settled,
    status,
)
from textual.widgets import Static
from ui_samples import COST, FERRIES, FIRST, OPENING, SECOND, WAITING, document, finding, passage

from readerapp.comparing import FindingsArrived
from readerapp.comparison_process import Ended, Failed
from readerapp.model import Kind, Notice, Progressed, Settings
from readerapp.saving.comparison_file import read_comparison_file
from readerapp.ui.app import ReaderApp
from readerapp.ui.screens.reading import ReadingScreen
from readerapp.ui.widgets.evidence_panel import EvidencePanel
from readerapp.ui.widgets.row_list import RowList


def headline(app: ReaderApp) -> str:
    """The first line of the evidence panel, as much of it as there is."""
    return str(app.reading.query_one(EvidencePanel).query_one(".headline", Static).render())


async def test_findings_are_shown_as_they_come() -> None:
    comparer = ScriptedComparer(
        [Progressed("looking", 0.4), FindingsArrived((OPENING,)), Ended(())], waits=True
    )
    app = reader(findings=(), comparer=comparer)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause(0.3)
        assert app.reading.is_comparing
        assert status(app).place == "1 finding"
        assert "comparing 40%: looking (S stops)" in screen_text(app)
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


async def test_a_notice_about_one_article_says_which() -> None:
    notice = Notice("language-not-judged", "This article is not in English, it seems.", "2")
    app = reader(findings=(), comparer=ScriptedComparer([Ended((notice,))]))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert said(app) == "Article 2: This article is not in English, it seems."


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


async def test_from_the_first_frame_on_the_evidence_says_that_the_articles_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[tuple[str, str]] = []
    show_nothing = EvidencePanel.show_nothing

    def watching(panel: EvidencePanel, message: str, title: str) -> None:
        shown.append((title, message))
        show_nothing(panel, message, title)

    monkeypatch.setattr(EvidencePanel, "show_nothing", watching)
    app = reader(findings=(), comparer=ScriptedComparer([Ended(())]))
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
    *before, last = dict.fromkeys(shown)
    assert before == [("Comparing", "Comparing the articles. What they share is marked as it is found.")]
    assert last == ("No finding", "Nothing was found.")


async def test_a_comparison_that_goes_on_takes_back_that_nothing_was_found() -> None:
    second = ScriptedComparer([Ended(())], waits=True)
    nothing = Notice("nothing-found", "Nothing was found: the articles share no wording.")
    first = ScriptedComparer([Ended((CUT_SHORT, nothing))], following=second)
    app = reader(findings=(), comparer=first)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Nothing was found" in evidence(app)
        await pilot.press("R")
        await pilot.pause()
        assert "Comparing the articles" in evidence(app)
        assert "Nothing was found" not in evidence(app)
        second.may_go_on.set()
        await settled(pilot)
        assert "Nothing was found" in evidence(app)


async def test_a_comparison_that_breaks_off_does_not_say_that_nothing_was_found() -> None:
    app = reader(findings=(), comparer=ScriptedComparer([Failed("The comparison broke off: x.")]))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "did not come to its end" in evidence(app)


async def test_a_comparison_stopped_before_its_first_frame_does_not_begin(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ReadingScreen, "_begin", lambda screen: None)
    comparer = ScriptedComparer([FindingsArrived((OPENING,)), Ended(())])
    app = reader(findings=(), comparer=comparer)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        monkeypatch.undo()
        await pilot.press("S")
        app.reading._begin()
        await settled(pilot)
        assert comparer.requests == []
        assert "stopped before anything was found" in evidence(app)


# The place among findings that still come in


PARAGRAPHS = "".join(f"The quay number {number} was swept in the morning.\n\n" for number in range(60))
LONG = (document("1", FIRST + PARAGRAPHS), document("2", SECOND + PARAGRAPHS))
SWEPT = finding(
    "swept",
    *(passage(each, "The quay number 40 was swept in the morning", documents=LONG) for each in ("1", "2")),
    score=0.6,
)


async def test_the_current_finding_stays_current_and_in_sight_while_others_come_in_before_it() -> None:
    comparer = SteppedComparer(
        [FindingsArrived((SWEPT, FERRIES)), FindingsArrived((COST, OPENING)), Ended(())]
    )
    app = reader(LONG, findings=(), comparer=comparer)
    async with app.run_test(size=(100, 24)) as pilot:
        comparer.allow()
        await arrived(pilot, "swept", "ferries")
        await pilot.press("n")
        await pilot.pause(0.1)
        panes = app.reading.panes.all
        before = [pane.scroll_offset for pane in panes]
        assert all(offset.y > 0 for offset in before)
        assert status(app).place == "1 of 2+"
        assert headline(app) == "≈ overlap · edited · 1 of 2+ · 1 of 1+ of its kind · score .60 likely"
        comparer.allow()
        await arrived(pilot, "cost", "opening")
        await pilot.pause(0.1)
        assert app.reading.session.current == SWEPT
        assert status(app).place == "3 of 4+"
        assert "3 of 4+ · 2 of 2+ of its kind" in headline(app)
        assert [pane.scroll_offset for pane in panes] == before
        for pane, shown in zip(panes, SWEPT.passages, strict=True):
            assert pane.top_offset <= shown.start < shown.end <= pane.bottom_offset
        comparer.allow()
        await settled(pilot)
        assert app.reading.session.current == SWEPT
        assert status(app).place == "3 of 4"
        assert "3 of 4 · 2 of 2 of its kind" in headline(app)


async def test_the_finding_under_the_cursor_of_the_list_stays_there_while_others_come_in_before_it() -> None:
    comparer = SteppedComparer(
        [FindingsArrived((WAITING, FERRIES)), FindingsArrived((COST, OPENING)), Ended(())]
    )
    app = reader(findings=(), comparer=comparer)
    async with app.run_test(size=(100, 24)) as pilot:
        comparer.allow()
        await arrived(pilot, "waiting", "ferries")
        await pilot.press("n", "f")
        await pilot.pause()
        comparer.allow()
        await arrived(pilot, "cost", "opening")
        await pilot.press("y")
        await pilot.pause()
        rows = app.screen.query_one(RowList)
        assert rows.cursor == 2
        assert rows.render_line(2).text.split()[:2] == ["▌", "3"]
        await pilot.press("u")
        await pilot.pause()
        assert list(app.reading.session.annotations.reviews) == ["waiting"]
        comparer.allow()
        await settled(pilot)


async def test_where_the_current_finding_is_filtered_out_the_number_of_the_rest_is_not_final_either() -> None:
    comparer = SteppedComparer([FindingsArrived((COST, OPENING)), Ended(())])
    app = reader(findings=(), comparer=comparer)
    async with app.run_test(size=(100, 24)) as pilot:
        comparer.allow()
        await arrived(pilot, "cost", "opening")
        await pilot.press("n", "k", "k")
        await pilot.pause()
        assert app.reading.session.filters.kinds == frozenset({Kind.OVERLAP})
        assert status(app).place == "filtered out (1+)"
        comparer.allow()
        await settled(pilot)
        assert status(app).place == "filtered out (1)"


async def test_what_is_being_done_is_said_where_it_is_short_and_there_is_room() -> None:
    long_stage = "looking for shared wording in all articles"
    for stage, size, expected in (
        ("120 pairs left", (80, 24), "comparing 40%: 120 pairs left (S stops)"),
        (long_stage, (80, 24), "comparing 40% (S stops)"),
        ("120 pairs left", (42, 24), "comparing 40% (S stops)"),
    ):
        comparer = ScriptedComparer([Progressed(stage, 0.4), Ended(())], waits=True)
        app = reader(findings=(), comparer=comparer)
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.3)
            assert expected in screen_text(app)
            comparer.may_go_on.set()
            await settled(pilot)


# Notices


OFF = Notice("entailment-off", "The neural judge was left out: contradictions of meaning are missed.")
UNAVAILABLE = Notice("entailment-unavailable", "The neural judge cannot be loaded: onnxruntime is missing.")
CUT_SHORT = Notice("pairs-not-examined", "120 pairs of sentences were left out for lack of time.")
NOT_JUDGED = Notice("language-not-judged", "Finnish is compared word by word only.", "2")


@pytest.mark.parametrize("notice", [OFF, UNAVAILABLE])
async def test_that_the_judge_was_left_out_is_told_at_the_end_counted_and_kept(notice: Notice) -> None:
    app = reader(findings=(), comparer=ScriptedComparer([FindingsArrived((OPENING,)), Ended((notice,))]))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert said(app) == notice.text
        assert status(app).notices == "1 notice (!)"
        assert "1 notice (!)" in screen_text(app)
        await pilot.press("!")
        await settled(pilot)
        assert notice.text in screen_text(app)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is app.reading


async def test_many_notices_are_told_by_their_number_and_listed_with_their_articles() -> None:
    app = reader(findings=(), comparer=ScriptedComparer([Ended((OFF, CUT_SHORT, NOT_JUDGED))]))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert said(app) == "There are 3 notices: ! shows them."
        await pilot.press("!")
        await settled(pilot)
        shown = screen_text(app)
        assert "2 Harbour bridge is open at last" in shown
        assert all(notice.text in shown for notice in (OFF, CUT_SHORT, NOT_JUDGED))


async def test_without_notices_the_key_says_so() -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert status(app).notices == ""
        await pilot.press("!")
        assert said(app) == "There are no notices."


async def test_that_there_are_no_contradictions_is_not_said_without_what_was_not_examined(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("readerapp.ui.reading.walking.LOOKED_FOR", frozenset(["contradiction", "overlap"]))
    app = reader(findings=(), comparer=ScriptedComparer([FindingsArrived((OPENING,)), Ended((OFF,))]))
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("c")
        assert said(app) == "There are no contradictions (not everything was examined: ! says why)."
        await pilot.press("i")
        assert said(app) == "reader does not look for statements that stand in one article only yet."


# Going on


async def test_the_settings_of_the_sitting_are_those_of_the_comparison() -> None:
    comparer = ScriptedComparer([Ended(())])
    app = reader(findings=(), comparer=comparer, settings=Settings(entailment=False))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
    (request,) = comparer.requests
    assert not request.settings.entailment
    assert request.budget == 1


async def test_pairs_that_were_left_out_are_examined_with_a_larger_budget_and_merged() -> None:
    second = ScriptedComparer([FindingsArrived((OPENING, COST)), Ended((OFF,))])
    first = ScriptedComparer([FindingsArrived((OPENING,)), Ended((OFF, CUT_SHORT))], following=second)
    app = reader(findings=(), comparer=first)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "y", "R")
        await settled(pilot)
        assert [request.budget for request in second.requests] == [4.0]
        session = app.reading.session
        assert [finding.id for finding in session.findings] == ["cost", "opening"]
        assert session.current == OPENING
        assert not session.annotations.review_of("opening").is_empty
        assert session.notices == (OFF,)
        assert session.is_complete
        await pilot.press("R")
        assert said(app) == "Nothing was left out."


async def test_a_comparison_that_was_stopped_goes_on_from_the_beginning() -> None:
    second = ScriptedComparer([FindingsArrived((OPENING, WAITING)), Ended(())])
    first = ScriptedComparer([FindingsArrived((OPENING,)), Ended(())], waits=True, following=second)
    app = reader(findings=(), comparer=first)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.3)
        await pilot.press("R")
        assert said(app) == "The comparison is still going on."
        await pilot.press("S", "R")
        await settled(pilot)
        assert [request.budget for request in second.requests] == [1.0]
        assert [finding.id for finding in app.reading.session.findings] == ["opening", "waiting"]
        assert app.reading.session.is_complete
        assert status(app).notices == ""


async def test_a_saved_comparison_that_was_cut_short_can_go_on_and_be_saved_again(tmp_path: Path) -> None:
    comparer = ScriptedComparer([FindingsArrived((COST,)), Ended(())])
    app = reader(findings=(OPENING,), notices=(CUT_SHORT,), comparer=comparer, compares_at_once=False)
    app.reading.session.mark_saved(app.reading.session.comparison, app.reading.session.annotations)
    app.reading.leaving.keeper.location = save_path(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert comparer.requests == []
        assert not status(app).is_dirty
        await pilot.press("R")
        await settled(pilot)
        assert status(app).is_dirty
        await pilot.press("ctrl+s")
        await settled(pilot)
    saved = read_comparison_file(save_path(tmp_path)).comparison
    assert [finding.id for finding in saved.findings] == ["cost", "opening"]
    assert saved.notices == ()


async def test_a_whole_saved_comparison_is_not_compared_anew() -> None:
    comparer = ScriptedComparer([Ended(())])
    app = reader(comparer=comparer, compares_at_once=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert comparer.requests == []
        await pilot.press("R")
        assert said(app) == "Nothing was left out."
