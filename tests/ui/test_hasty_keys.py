"""Two keys at once: a dialog that has its answer ignores the second."""

from pathlib import Path

import pytest
from reading_samples import reader, settled
from textual import events

KEYS = {"enter": None, "d": "d", "c": "c", "s": "s"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("opened_by", "twice"),
    [
        (("n", "y", "q"), "c"),
        (("n", "y", "q"), "s"),
        (("w",), "enter"),
        (("g", "5"), "enter"),
        (("f",), "enter"),
        (("t",), "enter"),
        (("ctrl+p",), "enter"),
    ],
)
async def test_the_second_of_two_hasty_keys_does_not_end_the_app(
    opened_by: tuple[str, ...], twice: str
) -> None:
    app = reader()
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press(*opened_by)
        await settled(pilot)
        assert app.screen is not app.reading
        for _ in range(2):
            app.post_message(events.Key(twice, KEYS[twice]))
        await settled(pilot)
        await settled(pilot)
        assert app.failure is None
        assert app.is_running


async def test_leaving_without_saving_twice_at_once_leaves_once() -> None:
    app = reader()
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "y", "q")
        await settled(pilot)
        for _ in range(2):
            app.post_message(events.Key("d", "d"))
        await pilot.pause()
    assert app.failure is None
    assert app.return_value == 0
