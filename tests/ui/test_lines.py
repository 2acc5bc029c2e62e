"""The line of keys and the status line."""

from __future__ import annotations

from textual.app import App, ComposeResult

from readerapp.ui.themes import default_variables
from readerapp.ui.widgets.key_line import KeyHint, KeyLine
from readerapp.ui.widgets.status_line import Status, StatusLine

HINTS = [
    KeyHint("n", "next", "app.note('next')"),
    KeyHint("p", "previous", "app.note('previous')"),
    KeyHint("Ctrl+S", "save", "app.note('save')"),
    KeyHint("?", "help", "app.note('help')", True),
]


class Lines(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return default_variables(dark=True)

    def compose(self) -> ComposeResult:
        yield StatusLine()
        yield KeyLine(HINTS)

    def action_note(self, name: str) -> None:
        self.done.append(name)


def keys(app: Lines) -> str:
    return app.query_one(KeyLine).render_line(0).text


def status(app: Lines) -> str:
    return app.query_one(StatusLine).render_line(0).text


async def test_hints_are_shown_in_their_order_as_far_as_there_is_room() -> None:
    app = Lines()
    async with app.run_test(size=(40, 5)):
        assert keys(app).split() == ["n", "next", "p", "previous", "Ctrl+S", "save", "?", "help"]


async def test_on_a_narrow_line_the_help_stays() -> None:
    app = Lines()
    async with app.run_test(size=(18, 5)):
        assert keys(app).split() == ["n", "next", "?", "help"]
        assert len(keys(app)) == 18


async def test_a_click_on_a_hint_does_what_it_says() -> None:
    app = Lines()
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        line = keys(app)
        await pilot.click(KeyLine, offset=(line.index("previous") + 2, 0))
        await pilot.click(KeyLine, offset=(line.index("?"), 0))
        await pilot.pause()
        assert app.done == ["previous", "help"]


async def test_the_status_leaves_out_what_matters_less_where_it_is_narrow() -> None:
    full = Status(place="4 of 21", detail="✓ confirmed", synchronised=True, is_dirty=True)
    app = Lines()
    async with app.run_test(size=(60, 5)) as pilot:
        app.query_one(StatusLine).show(full)
        assert status(app).split() == ["4", "of", "21", "✓", "confirmed", "●", "unsaved", "⇅", "sync"]
        await pilot.resize_terminal(26, 5)
        await pilot.pause()
        assert "4 of 21" in status(app)
        assert "sync" not in status(app)


async def test_a_message_takes_the_place_of_the_status_for_a_while() -> None:
    app = Lines()
    async with app.run_test(size=(60, 5)) as pilot:
        line = app.query_one(StatusLine)
        line.show(Status(place="4 of 21"))
        assert line.tell("Copied.", 0.05)
        assert status(app).strip() == "Copied."
        await pilot.pause(0.2)
        assert status(app).strip() == "4 of 21"


async def test_a_message_for_which_there_is_no_room_is_refused() -> None:
    app = Lines()
    async with app.run_test(size=(20, 5)):
        assert not app.query_one(StatusLine).tell("x" * 30, 1)
