"""The evidence for and against a contradiction between two statements, as named numbers.

Each kind of evidence is a function of two statements that gives numbers under fixed names, and the words that
carry it (cues). The names are what the model of `weighing.py` has weights for; a name that is missing counts
as nought.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from readerapp.contradictions.number_slots import MOST_COMPARED, names_around, slots_between
from readerapp.contradictions.statements import Statement
from readerapp.contradictions.vocabulary import FALSITY, POINTING
from readerapp.language.agreement import Agreement, agreement_of, noun_of
from readerapp.language.attribution import Attribution
from readerapp.language.dates import Moment, moments_agree
from readerapp.language.names import Name, Sort, same_name
from readerapp.language.opposites import exclusive_values, opposites_between
from readerapp.language.quantity import Quantity
from readerapp.language.report_verbs import Stance
from readerapp.model import Span

FEW_WORDS = 2
"""Statements that differ in no more words, and in a negation, are told apart by the negation alone."""


@dataclass(frozen=True, slots=True)
class Denied:
    """A denial, and the statement that it may deny."""

    attribution: Attribution
    by_first: bool
    """Does the first statement deny?"""
    share: float
    """How much of what is denied the other statement speaks of, from 0 to 1."""


@dataclass(slots=True)
class Evidence:
    """What speaks for and against a contradiction between two statements."""

    values: dict[str, float] = field(default_factory=dict)
    """Numbers by the names of the evidence."""
    quantities: tuple[Quantity, Quantity] | None = None
    """Two numbers in one slot that differ."""
    moments: tuple[Moment, Moment] | None = None
    """Two times that differ."""
    names: tuple[Name, Name] | None = None
    """Two names, of persons or organisations, that only one of them has each."""
    places: tuple[Name, Name] | None = None
    """Two places that only one of them has each."""
    opposed: tuple[Span, Span] | None = None
    """Two words that are opposites, or values that exclude each other."""
    negated: tuple[Span | None, Span | None] | None = None
    """The negation that only one of them has, with the word that it negates."""
    denied: Denied | None = None
    """The denial."""


def evidence_between(one: Statement, other: Statement) -> Evidence:
    """All evidence that the statements themselves give, without any network.

    Args:
        one: a statement.
        other: another; the numbers do not depend on the order, the cues follow it.
    """
    found = Evidence()
    for part in PARTS:
        part(one, other, found)
    return found


def _likeness(one: Statement, other: Statement, found: Evidence) -> None:
    shared = one.bases & other.bases
    weight = sum(one.weights[base] for base in shared)
    smaller, larger = sorted((one.total, other.total))
    values = found.values
    values["overlap"] = weight / smaller
    values["jaccard"] = weight / max(one.total + other.total - weight, 1e-9)
    values["shared weight"] = min(weight / 10, 3.0)
    values["rarest shared"] = max((one.weights[base] for base in shared), default=0.0) / 3
    values["length ratio"] = smaller / larger
    values["short"] = 1.0 if min(len(one.words), len(other.words)) < 5 else 0.0
    values["long"] = max(0.0, max(len(one.words), len(other.words)) - 15) / 10
    same_document = one.document == other.document
    values["same article"] = float(same_document)
    values["next to each other"] = float(same_document and abs(one.place - other.place) <= 1)
    values["question"] = float(one.is_question or other.is_question)
    lead = (one.place < 2) + (other.place < 2)
    values["leads"] = lead / 2
    values["same words"] = float(values["jaccard"] > 0.85)


def _names(one: Statement, other: Statement, found: Evidence) -> None:
    ours, theirs = _by_key(one), _by_key(other)
    shared = sum(any(same_name(key, known) for known in theirs) for key in ours)
    values = found.values
    values["shared names"] = min(shared, 3) / 3
    values["no shared name"] = float(bool(ours) and bool(theirs) and not shared)
    clashes = 0
    for sort in (Sort.PERSON, Sort.PLACE, Sort.ORGANISATION):
        mine = [name for name in ours.values() if name.sort is sort]
        yours = [name for name in theirs.values() if name.sort is sort]
        if mine and yours and not any(same_name(a.key, b.key) for a in mine for b in yours):
            clashes += 1
            if sort is Sort.PLACE:
                found.places = (mine[0], yours[0])
            elif found.names is None:
                found.names = (mine[0], yours[0])
            values[f"other {sort.value}"] = 1.0
    values["name clashes"] = min(clashes, 2) / 2


def _by_key(statement: Statement) -> dict[str, Name]:
    return {name.key: name for name in statement.names}


def _quantities(one: Statement, other: Statement, found: Evidence) -> None:
    best = 0.0
    mine, yours = one.quantities[:MOST_COMPARED], other.quantities[:MOST_COMPARED]
    table = [[agreement_of(a, b) for b in yours] for a in mine]
    counts = Counter(agreement for row in table for agreement in row)
    # A number that has its equal on the other side is a part of a list there, not the other's rival.
    met = {place for place, row in enumerate(table) if Agreement.SAME in row}
    met_there = {place for row in table for place, agreement in enumerate(row) if agreement is Agreement.SAME}
    for place, row in enumerate(table):
        for place_there, agreement in enumerate(row):
            if agreement is not Agreement.CONFLICT or place in met or place_there in met_there:
                continue
            a, b = mine[place], yours[place_there]
            strength = 1.0
            strength += 0.5 * (a.role is not None and a.role == b.role)
            strength += 0.5 * (a.counted is not None and a.counted == b.counted)
            if strength > best:
                best, found.quantities = strength, (a, b)
    values = found.values
    values["numbers conflict"] = float(best > 0)
    values["numbers conflict strongly"] = max(0.0, best - 1)
    if found.quantities is not None:
        a, b = found.quantities
        values["conflict bounded"] = float(a.is_bounded or b.is_bounded)
        low, high = sorted((abs(a.value), abs(b.value)))
        values["conflict near"] = float(low > 0 and high / low < 3)
        values["conflict in role"] = float(a.role is not None and a.role == b.role)
        values["conflict of a count"] = float(a.unit is None)
        values["conflict of people"] = float(a.role == b.role and a.role in ("death", "injury"))
        values["conflict and times differ"] = float(_have_other_times(one, other))
    _slots(one, other, found)
    values["numbers agree"] = min(counts[Agreement.SAME], 2) / 2
    values["numbers compatible"] = min(counts[Agreement.COMPATIBLE], 2) / 2
    values["agree and conflict"] = float(counts[Agreement.SAME] > 0 and best > 0)
    values["both have numbers"] = float(bool(one.quantities) and bool(other.quantities))


def _slots(one: Statement, other: Statement, found: Evidence) -> None:
    """Numbers that stand in one slot by the words around them, whatever they say they are of."""
    slots = slots_between(one, other)
    values = found.values
    values["slots agree"] = min(slots.agreement, 15.0) / 10
    if slots.rivals is None:
        return
    a, b, strength = slots.rivals
    low, high = sorted((abs(a.value), abs(b.value)))
    values["rivals"] = min(strength, 15.0) / 10
    values["rivals surely"] = min(max(0.0, strength - 6), 14.0) / 10
    values["rivals most surely"] = min(max(0.0, strength - 12), 13.0) / 10
    values["rivals apart"] = float(slots.rivals.are_apart)
    values["rivals near"] = float(low > 0 and high / low < 1.5)
    values["rivals far"] = float(low == 0 or high / low > 8)
    values["rivals bounded"] = float(a.is_bounded or b.is_bounded)
    values["rivals of one noun"] = float(noun_of(a) is not None and noun_of(a) == noun_of(b))
    values["rivals in one role"] = float(a.role is not None and a.role == b.role)
    near, near_there = names_around(one, a), names_around(other, b)
    shared = any(same_name(key, known) for key in near for known in near_there)
    values["rivals of others"] = float(bool(near) and bool(near_there) and not shared)
    values["rivals of the same"] = float(shared)
    values["rivals at other times"] = float(_have_other_times(one, other))
    values["rivals of another deed"] = float(one.adds or other.adds)
    spans = [any(each.unit == "second" for each in statement.quantities) for statement in (one, other)]
    values["rivals over another time"] = float(spans[0] != spans[1])
    values["rivals measured"] = float(a.unit is not None)
    values["rivals alone"] = float(len(one.quantities) == 1 and len(other.quantities) == 1)
    values["rivals and agreement"] = float(slots.agreement > 0)
    if found.quantities is None and slots.rivals.are_apart:
        found.quantities = (a, b)


def _have_other_times(one: Statement, other: Statement) -> bool:
    answers = [moments_agree(a, b) for a in one.moments[:3] for b in other.moments[:3]]
    return False in answers and True not in answers


def _moments(one: Statement, other: Statement, found: Evidence) -> None:
    agree = 0
    differ = 0
    for mine in one.moments[:MOST_COMPARED]:
        for yours in other.moments[:MOST_COMPARED]:
            answer = moments_agree(mine, yours)
            agree += answer is True
            if answer is False:
                differ += 1
                if found.moments is None:
                    found.moments = (mine, yours)
    values = found.values
    values["times differ"] = float(differ > 0 and agree == 0)
    values["times differ and agree"] = float(differ > 0 and agree > 0)
    values["times agree"] = float(agree > 0)
    if differ and found.moments is not None:
        grains = {found.moments[0].granularity, found.moments[1].granularity}
        values["times differ finely"] = float(grains <= {"minute", "hour", "day"})
        alone = len(one.moments) == 1 and len(other.moments) == 1
        values["one time each"] = float(alone)


def _polarity(one: Statement, other: Statement, found: Evidence) -> None:
    mine, yours = one.negated, other.negated
    shared = one.bases & other.bases
    differ = {base for base in shared if (base in mine) != (base in yours)}
    weight = sum(one.weights[base] for base in differ)
    values = found.values
    values["polarity differs"] = min(weight / 6, 2.0)
    values["polarity agrees"] = float(bool(shared & set(mine) & set(yours)))
    values["negation in one"] = float(bool(one.negations) != bool(other.negations))
    twins = len(one.bases ^ other.bases) <= FEW_WORDS and not (one.is_conditional or other.is_conditional)
    values["nothing else differs"] = float(
        twins and bool(differ) and len(one.negations) != len(other.negations) and not values["question"]
    )
    if differ:
        first = next(
            (mine[word.base] for word in one.words if word.base in differ and word.base in mine), None
        )
        second = next((yours[w.base] for w in other.words if w.base in differ and w.base in yours), None)
        found.negated = (first, second)


def _opposites(one: Statement, other: Statement, found: Evidence) -> None:
    mine, yours = [word.base for word in one.words], [word.base for word in other.words]
    values = found.values
    opposed = [
        (a, b)
        for a, b in opposites_between(mine, yours)
        if (mine[a] in one.negated) == (yours[b] in other.negated)
    ]
    exclusive = exclusive_values(mine, yours)
    values["opposites"] = min(len(opposed), 2) / 2
    values["exclusive values"] = min(len(exclusive), 2) / 2
    for pair in (*opposed, *exclusive):
        found.opposed = (one.words[pair[0]].span, other.words[pair[1]].span)
        break


def _denials(one: Statement, other: Statement, found: Evidence) -> None:
    values = found.values
    best: Denied | None = None
    is_general = False
    for denier, claimer, by_first in ((one, other, True), (other, one, False)):
        for attribution in denier.attributions:
            if attribution.stance is not Stance.DENIED:
                continue
            values["denial in one"] = 1.0
            said = {
                word.base: denier.weights[word.base]
                for word in denier.words
                if attribution.content.contains(word.span) and word.base not in POINTING
            }
            share = sum(weight for base, weight in said.items() if base in claimer.bases)
            share = share / max(sum(said.values()), 4.0)
            if best is None or share > best.share:
                best, is_general = Denied(attribution, by_first, share), not said
    stances, other_stances = one.stances, other.stances
    if best is not None:
        claimer = other if best.by_first else one
        values["denied share"] = best.share
        found.denied = best
        values["denial of a claim"] = float(bool(claimer.stances & {Stance.ALLEGED}))
        values["denial of what is said"] = float(bool(claimer.attributions))
        values["denies somebody there"] = float(
            best.attribution.speaker is not None
            and any(same_name(best.attribution.speaker.casefold(), name.key) for name in claimer.names)
        )
        values["denial is general"] = float(is_general)
    # Two that deny, or reject one claim in different words, are on one side.
    meets = max(one.denies * other.claims * (1 - other.denies), other.denies * one.claims * (1 - one.denies))
    values["denial meets claim"] = meets
    values["one denies"] = abs(one.denies - other.denies)
    values["false, it says"] = float(bool((one.bases | other.bases) & FALSITY))
    different = one.document != other.document or not (one.speakers & other.speakers)
    values["denial meets another's claim"] = meets * float(different)
    values["both deny"] = one.denies * other.denies
    values["alleged in one"] = float((Stance.ALLEGED in stances) != (Stance.ALLEGED in other_stances))
    values["both alleged"] = float(Stance.ALLEGED in stances and Stance.ALLEGED in other_stances)
    values["doubted"] = float(Stance.DOUBTED in stances | other_stances)
    values["confirmed in one"] = float(Stance.CONFIRMED in stances | other_stances)


def _speakers(one: Statement, other: Statement, found: Evidence) -> None:
    mine, yours = one.speakers, other.speakers
    same = any(a == b or same_name(a, b) for a in mine for b in yours)
    values = found.values
    values["same speaker"] = float(same)
    values["two speakers"] = float(bool(mine) and bool(yours) and not same)
    values["speech in one"] = float(bool(mine) != bool(yours))
    quoted = [any(a.quotation for a in s.attributions) for s in (one, other)]
    values["both quoted"] = float(all(quoted))
    values["conditional"] = float(one.is_conditional or other.is_conditional)


PARTS: tuple[Callable[[Statement, Statement, Evidence], None], ...] = (
    _likeness,
    _names,
    _quantities,
    _moments,
    _polarity,
    _opposites,
    _denials,
    _speakers,
)
"""The kinds of evidence that statements give."""
