"""What the status line, the line of keys and the empty evidence panel say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readerapp.model import Notice
from readerapp.session.session import INCOMPLETE
from readerapp.ui.actions import ACTION_BY_NAME, hints, shown_key
from readerapp.ui.widgets.key_line import KeyHint
from readerapp.ui.widgets.status_line import Status
from readerapp.ui.wording import (
    KIND_WORDS,
    VERDICT_SIGNS,
    plural,
    stops_in_words,
    total_in_words,
    weaker_in_words,
)

if TYPE_CHECKING:
    from readerapp.ui.screens.reading import ReadingScreen


def status_of(screen: ReadingScreen) -> Status:
    """Where the person is and what is going on."""
    session = screen.session
    finding = session.current
    position = session.position
    place, detail = "", ""
    if finding is not None:
        total = total_in_words(position.total, is_final=not screen.is_comparing)
        place = f"{position.number:,} of {total}" if position.number else f"filtered out ({total})"
        others = [f"{KIND_WORDS[each.kind]}, {each.type}" for each in session.companions(finding)]
        verdict = session.annotations.review_of(finding.id).verdict
        parts = [f"{VERDICT_SIGNS[verdict]} {verdict}"] if verdict is not None else []
        parts += [f"also {' and '.join(others)}"] if others else []
        detail = ", ".join(parts)
    elif position.total:
        place = plural(position.total, "finding")
    notices = notices_of(screen)
    mode = ""
    if screen.relating.first is not None:
        mode = "RELATE"
    elif screen.judging.selecting is not None:
        mode = "SELECT"
    elif screen.search.is_active:
        mode = "SEARCH"
    elif screen.panes.is_zoomed:
        mode = "ZOOM"
    return Status(
        place=place,
        detail=detail,
        filters=session.filters.describe(),
        weaker=f"{session.weaker_hidden:,} weaker hidden (a)" if session.weaker_hidden else "",
        mode=mode,
        progress=screen.comparison_run.in_words,
        brief_progress=screen.comparison_run.in_few_words,
        notices=f"{plural(len(notices), 'notice')} (!)" if notices else "",
        hidden_panes=screen.panes.hidden_in_words(),
        synchronised=screen.scrolling.is_on and len(session.documents) > 1,
        is_dirty=session.is_dirty,
    )


def hints_of(screen: ReadingScreen) -> list[KeyHint]:
    """The keys that matter in the state the screen is in."""
    if screen.judging.selecting is not None:
        return [
            KeyHint("arrows", "move", "perform('select_text')"),
            KeyHint("Shift+arrows", "select", "perform('select_text')"),
            _hint("note_selection"),
            _hint("relate"),
            _hint("copy_selection"),
            KeyHint("Esc", "leave", "perform('leave')"),
        ]
    if screen.relating.first is not None:
        return [
            _hint("relate"),
            _hint("select_text"),
            _hint("next_pane"),
            _hint("search"),
            KeyHint("Esc", "forget the passage", "perform('leave')"),
        ]
    if screen.search.is_active:
        return [
            KeyHint("n", "next hit", "perform('next_hit')"),
            _hint("previous_hit"),
            KeyHint("Esc", "leave the search", "perform('leave')"),
            _hint("search"),
        ]
    return [_hint(action.name) for action in hints()]


def _hint(name: str) -> KeyHint:
    action = ACTION_BY_NAME[name]
    is_kept = name in ("help", "quit")
    return KeyHint(shown_key(action.keys[0]), action.label, f"perform({name!r})", is_kept)


def notices_of(screen: ReadingScreen) -> list[Notice]:
    """What a person should know, but for what the evidence panel says."""
    session = screen.session
    notices = [notice for notice in session.notices if notice.code != "nothing-found"]
    return notices if session.is_complete or screen.is_comparing else [*notices, INCOMPLETE]


def nothing_in_words(screen: ReadingScreen) -> str:
    """What the evidence panel says while no finding is current."""
    session = screen.session
    if session.stops:
        found = stops_in_words(session.stops)
        so_far = " so far" if screen.is_comparing else ""
        hidden = weaker_in_words(session.weaker_hidden)
        more = f", {hidden}" if hidden else ""
        return f"{found[:1].upper()}{found[1:]}{so_far}{more}. n goes to the first, f lists them all."
    if screen.is_comparing:
        return "Comparing the articles. What they share is marked as it is found."
    if session.weaker_hidden:
        return f"Nothing sure was found; {weaker_in_words(session.weaker_hidden)}."
    if session.findings:
        return f"No finding is shown with this choice: {session.filters.describe()}. k shows other kinds."
    if screen.comparison_run.was_stopped:
        return "The comparison was stopped before anything was found."
    if not session.is_complete:
        return "The comparison did not come to its end; until then it had found nothing."
    for notice in session.notices:
        if notice.code == "nothing-found":
            return notice.text
    return "Nothing was found."


def nothing_title(screen: ReadingScreen) -> str:
    """What stands above those words."""
    total = len(screen.session.stops)
    if total:
        return plural(total, "finding")
    return "Comparing" if screen.is_comparing else "No finding"
