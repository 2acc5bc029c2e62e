"""The one list of what a person can do in the app.

Key bindings, the command palette, the help screen, the line of keys at the bottom and the README's
table all come from `ACTIONS`. What an action does, and when it cannot be done, is the business of the
screen that carries it out under the same name.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from textual.binding import Binding


class Group(StrEnum):
    """Heading that actions are listed under."""

    WALK = "Walk through the findings"
    JUDGE = "Judge and note"
    READ = "Read"
    SEARCH = "Search"
    SHOW = "Choose what is shown"
    KEEP = "Save and leave"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do."""

    name: str
    """Key under which a screen's `handlers()` hold what does it, such as `next_finding`."""
    keys: tuple[str, ...]
    """Names of keys as Textual spells them; the first is the one that is shown first."""
    label: str
    """One or two words for the line of keys."""
    description: str
    """What it does, for the help, the palette and the README."""
    group: Group
    hint: int = 0
    """Place in the line of keys, from 1; 0 leaves it out."""
    palette: bool = True
    """Is it offered in the command palette?"""


def _in(group: Group, name: str, keys: str, label: str, description: str, hint: int = 0) -> Action:
    """An action, with its keys separated by blanks."""
    return Action(name, tuple(keys.split()), label, description, group, hint)


_walk, _judge, _read, _show = (
    partial(_in, group) for group in (Group.WALK, Group.JUDGE, Group.READ, Group.SHOW)
)


ACTIONS: tuple[Action, ...] = (
    _walk("next_finding", "n", "next", "Go to the next finding", 1),
    _walk("previous_finding", "p", "previous", "Go to the previous finding", 2),
    _walk("next_contradiction", "c", "contradiction", "Go to the next contradiction"),
    _walk("previous_contradiction", "C", "contradiction", "Go to the previous contradiction"),
    _walk("next_overlap", "o", "overlap", "Go to the next overlap"),
    _walk("previous_overlap", "O", "overlap", "Go to the previous overlap"),
    _walk("next_unique", "i", "only here", "Go to the next statement that stands in one article only"),
    _walk(
        "previous_unique", "I", "only here", "Go to the previous statement that stands in one article only"
    ),
    _walk("next_unjudged", "j", "to judge", "Go to the next finding without a verdict"),
    _walk("previous_unjudged", "J", "to judge", "Go to the previous finding without a verdict"),
    _walk("counterpart", "enter", "counterpart", "Jump to the counterpart of the finding", 3),
    _walk("list_findings", "f", "findings", "List all findings, filter them and go to one", 9),
    _judge("confirm", "y", "confirm", "Confirm the finding; again takes the verdict back", 4),
    _judge("dismiss", "x", "dismiss", "Dismiss the finding; again takes the verdict back", 5),
    _judge("unsure", "u", "unsure", "Mark the finding as unsure; again takes the verdict back"),
    _judge(
        "note_finding",
        "e",
        "note",
        "Write a note and tags on the finding; there, Ctrl+O takes it to $VISUAL or $EDITOR",
        6,
    ),
    _judge(
        "select_text",
        "v",
        "select",
        "Select text with the keyboard: arrows move, with Shift they select; m to note it, r to relate it",
    ),
    _judge("note_selection", "m", "note selection", "Write a note on the selected text"),
    _judge(
        "relate",
        "r",
        "relate",
        "Make a finding of your own: once on the first selected passage, again on the second; "
        "on one that you made, change it",
    ),
    _judge("remove_own", "delete backspace", "remove", "Remove a finding that you made"),
    _judge("copy_selection", "ctrl+c", "copy", "Copy the selected text"),
    _judge("dismiss_weak", "X", "dismiss many", "Dismiss all findings of a type below a score in one go"),
    _judge(
        "list_notes",
        "l",
        "notes",
        "List all notes, judged findings and findings of your own; filter and sort, edit and remove them",
    ),
    _judge("undo", "ctrl+z", "undo", "Undo the last thing that you added, changed or removed"),
    _judge("redo", "ctrl+y", "redo", "Do again what was undone"),
    _read("next_pane", "tab", "next pane", "Go to the next pane"),
    _read("previous_pane", "shift+tab", "previous pane", "Go to the previous pane"),
    Action(
        "focus_pane",
        ("1", "2", "3", "4", "5", "6", "7", "8", "9"),
        "pane",
        "Go to the pane of that number",
        Group.READ,
        palette=False,
    ),
    _read("zoom", "z", "zoom", "Give the whole width to one pane, and back"),
    _read("go_to_line", "g", "go to", "Go to a line or a percentage"),
    _read("toggle_synchronised", "s", "sync", "Scroll the panes together on the passages they share, or not"),
    _read("evidence_down", "ctrl+down", "evidence", "Scroll the evidence down"),
    _read("evidence_up", "ctrl+up", "evidence", "Scroll the evidence up"),
    Action("search", ("slash",), "search", "Search in all articles", Group.SEARCH, 7),
    Action(
        "next_hit", (), "next hit", "While searching: go to the next hit (`n`)", Group.SEARCH, palette=False
    ),
    Action(
        "previous_hit",
        ("N",),
        "previous hit",
        "While searching: go to the previous hit",
        Group.SEARCH,
        palette=False,
    ),
    Action(
        "leave",
        ("escape",),
        "leave",
        "Leave the selection, a kept passage, the search, the zoom",
        Group.SEARCH,
        palette=False,
    ),
    _show("cycle_kinds", "k", "kinds", "Show all findings, or those of one kind"),
    _show(
        "choose_types",
        "T",
        "types",
        "Choose which types of findings are shown, such as denials, and the least score",
    ),
    _show(
        "toggle_weaker",
        "a",
        "all",
        "Show also the weaker findings that are hidden at first, or hide them again",
    ),
    _show("raise_minimum", "greater_than_sign", "stronger", "Show stronger findings only, step by step"),
    _show("lower_minimum", "less_than_sign", "weaker", "Show weaker findings too, step by step"),
    _show("toggle_dismissed", "h", "dismissed", "Hide dismissed findings, or show them greyed"),
    _show("grow_evidence", "plus", "more evidence", "Give the evidence more rows"),
    _show("shrink_evidence", "minus", "less evidence", "Give the evidence fewer rows"),
    _show("choose_theme", "t", "theme", "Choose a theme"),
    _show(
        "list_notices",
        "exclamation_mark",
        "notices",
        "Read the notices about the articles and the comparison",
    ),
    _show(
        "examine_rest",
        "R",
        "the rest",
        "Go on comparing: examine what was left out for lack of time, or stopped",
    ),
    _show("stop_comparing", "S", "stop", "Stop comparing and keep what was found"),
    Action("save", ("ctrl+s",), "save", "Save the annotated comparison", Group.KEEP, 8),
    Action("save_as", ("w",), "save as", "Save under another name", Group.KEEP),
    Action(
        "export", ("E",), "export", "Write a report: as a page, a table, or for other programs", Group.KEEP
    ),
    Action("help", ("question_mark", "f1"), "help", "Show every key", Group.KEEP, 10),
    Action("palette", ("ctrl+p",), "commands", "Find a command by its name", Group.KEEP, palette=False),
    Action("quit", ("q", "ctrl+q"), "quit", "Leave; asks when there is unsaved work", Group.KEEP, 11),
)

ACTION_BY_NAME = {action.name: action for action in ACTIONS}

_SHOWN = {
    "slash": "/",
    "question_mark": "?",
    "exclamation_mark": "!",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "plus": "+",
    "minus": "-",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "f1": "F1",
    "delete": "Delete",
    "backspace": "Backspace",
    "up": "Up",
    "down": "Down",
    "shift": "Shift",
    "ctrl": "Ctrl",
}


def shown_key(key: str) -> str:
    """A key as it is written for people: `ctrl+s` is `Ctrl+S`, `slash` is `/`."""
    parts = key.split("+")
    last = parts[-1].upper() if len(parts) > 1 and len(parts[-1]) == 1 else _SHOWN.get(parts[-1], parts[-1])
    return "+".join([*(_SHOWN[part] for part in parts[:-1]), last])


def shown_keys(action: Action) -> str:
    """All keys of an action as they are written for people, such as `q, Ctrl+Q`."""
    if action.name == "focus_pane":
        return "1 … 9"
    if action.name == "next_hit":
        return "n"
    return ", ".join(shown_key(key) for key in action.keys)


def bindings() -> list[Binding]:
    """The registry as Textual's bindings; each calls `action_perform` with the action's name."""
    made = []
    for action in ACTIONS:
        for key in action.keys:
            argument = f", {key}" if action.name == "focus_pane" else ""
            made.append(
                Binding(
                    key,
                    f"perform({action.name!r}{argument})",
                    action.description,
                    show=False,
                    key_display=shown_key(key),
                )
            )
    return made


def hints() -> tuple[Action, ...]:
    """The actions of the line of keys, in their order."""
    return tuple(sorted((action for action in ACTIONS if action.hint), key=lambda action: action.hint))


def key_table_markdown() -> str:
    """All keys as Markdown: for every group a heading in bold and a table of keys and what they do."""
    parts = []
    for group in Group:
        rows = [
            f"| {_code(shown_keys(action))} | {action.description} |"
            for action in ACTIONS
            if action.group is group
        ]
        parts.append("\n".join([f"**{group}**", "", "| Key | What it does |", "|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _code(keys: str) -> str:
    if " … " in keys:
        return " … ".join(f"`{key}`" for key in keys.split(" … "))
    return ", ".join(f"`{key}`" for key in keys.split(", "))
