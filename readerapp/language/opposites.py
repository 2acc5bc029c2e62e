"""Words that exclude each other: opposites (`win`, `lose`) and values of one closed class (`north`, `east`).

Both are about English words, in any inflected form, without regard to what they are said of: `one side won,
the other lost` holds a pair of opposites and no contradiction. The pairs stand in the table beside this
module, made by training/opposites.py from antonyms of WordNet 3.0 and from pairs written for news; the
classes stand here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files

from readerapp.language.word_forms import base_form

TABLE = "opposites.tsv"
"""A pair a line: two words, and where the pair is from, with tabs between."""

MOST_PLACES = 8
"""Places of one word that are looked at, so that a text of one word many times over stays cheap."""

CLASSES = """
compass point: north northern northward | south southern southward | east eastern eastward
    | west western westward | northeast northeastern | northwest northwestern | southeast southeastern
    | southwest southwestern
colour: red crimson scarlet | blue | green | yellow | orange | purple violet | pink | brown | black | white
    | grey gray
part of day: morning dawn daybreak sunrise | afternoon noon midday lunchtime
    | evening night nighttime dusk sunset midnight overnight
season: spring | summer | autumn | winter
marital status: unmarried | married | divorced | widowed
rank: first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth
medal: gold | silver | bronze
severity: minor slight superficial | moderate | serious severe | critical
verdict: guilty convicted conviction | acquitted acquittal exonerated innocent | mistrial
harm: killed dead died fatal slain | injured wounded hurt | unhurt unharmed uninjured unscathed
leaving office: resign resignation | retire retirement | dismissed sacked dismissal ousted
vehicle: car sedan hatchback | truck lorry | van minivan minibus | bus | motorcycle motorbike moped scooter
    | bicycle | ambulance | taxi cab | train | tram | helicopter chopper
    | plane airplane aeroplane airliner jet | tractor | boat dinghy | ferry | ship tanker freighter
weapon: knife blade dagger | gun pistol handgun revolver rifle shotgun firearm | bomb explosive
    | grenade | hammer | axe | machete | sword | crossbow
firearm: pistol handgun revolver | rifle | shotgun
cause of death: suicide | accident accidental | murder homicide murdered | overdose
cause of fire: arson | lightning | electrical
attack: bombing | shooting | stabbing | strangling strangled
"""
"""Closed classes, each with its values; words of one value do not exclude each other."""


def are_opposites(one: str, other: str) -> bool:
    """Do two words exclude each other as opposites do?

    Args:
        one: an English word, in any case and inflected form.
        other: another; their order does not matter.
    """
    return base_form(other) in _opposites().get(base_form(one), ())


def opposites_between(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Where a word of one passage stands against a word of another.

    Two opposites that both passages hold, `rose` and `fell` in either, do not tell them apart and are passed
    over. Of a word that stands in a passage more than `MOST_PLACES` times, the first places count.

    Args:
        first: the words of one passage, in their order.
        second: those of the other.

    Returns:
        a place in `first` and a place in `second` for each pair of opposites, in ascending order.
    """
    table = _opposites()
    places, other_places = _places(first), _places(second)
    return sorted(
        (place, other_place)
        for word, found in places.items()
        for other in table.get(word, ())
        if other in other_places and not (other in places and word in other_places)
        for place in found
        for other_place in other_places[other]
    )


def exclusive_values(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Where two passages hold different values of one closed class, such as kinds of vehicle.

    A class counts only where the passages share none of its values.

    Args:
        first: the words of one passage, in their order.
        second: those of the other.

    Returns:
        a place in `first` and a place in `second` for each pair of values, in ascending order.
    """
    found: list[tuple[int, int]] = []
    places, other_places = _places(first), _places(second)
    if _class_words().isdisjoint(places) or _class_words().isdisjoint(other_places):
        return found
    for values in _classes():
        held = [(values[word], word) for word in places if word in values]
        other_held = [(values[word], word) for word in other_places if word in values]
        if held and {value for value, _ in held}.isdisjoint(value for value, _ in other_held):
            found.extend(
                (place, other_place)
                for _, word in held
                for _, other in other_held
                for place in places[word]
                for other_place in other_places[other]
            )
    return sorted(set(found))


def _places(words: Sequence[str]) -> dict[str, list[int]]:
    """The first places of each word under its base form."""
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places = found.setdefault(base_form(word), [])
        if len(places) < MOST_PLACES:
            places.append(place)
    return found


@cache
def _opposites() -> Mapping[str, AbstractSet[str]]:
    """The base forms that stand against each base form."""
    found: dict[str, set[str]] = {}
    table = files("readerapp.language").joinpath(TABLE).read_text(encoding="utf-8")
    for line in table.splitlines():
        one, other, _ = line.split("\t")
        one, other = base_form(one), base_form(other)
        if one != other:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found


@cache
def _class_words() -> frozenset[str]:
    """The base forms of all closed classes."""
    return frozenset().union(*_classes())


@cache
def _classes() -> tuple[Mapping[str, int], ...]:
    """For each closed class, the number of the value that a base form stands for."""
    classes = []
    for line in CLASSES.strip().replace("\n    ", " ").splitlines():
        values = line.partition(":")[2].split("|")
        classes.append(
            {base_form(word): number for number, value in enumerate(values) for word in value.split()}
        )
    return tuple(classes)
