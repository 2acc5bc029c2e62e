"""The words that tell what happens to counted things or what is measured, by the slot they name."""

from __future__ import annotations

from readerapp.language.bounds import BOUNDS
from readerapp.language.tokens import word_set

_ROLES = {
    "death": "kill die dead death fatality fatal perish slay murder drown corpse body life toll massacre "
    "assassinate lynch slaughter",
    "injury": "wound injure injury hurt maim injured wounded",
    "arrest": "arrest detain detention detainee apprehend nab custody capture catch jail hold round",
    "missing": "missing unaccounted vanish disappear",
    "displacement": "displace displaced evacuate evacuation homeless uproot flee",
    "damage": "damage destroy destruction demolish level flatten raze gut wreck ruin torch",
    "rescue": "rescue save",
    "attendance": "attend attendance march join gather rally protest demonstrate crowd turn mourn",
    "vote": "vote turnout ballot participate participation electorate",
    "seat": "seat",
    "casualty": "casualty",
    "hostage": "hostage kidnap abduct",
    "seizure": "seize confiscate recover impound",
    "audience": "watch tune viewer audience viewership",
    "population": "population inhabitant",
    "sentence": "sentence prison imprisonment",
    "hijacking": "hijack",
    "attack": "attack",
    "shooting": "shoot fire",
    "charge": "charge indict",
    "age": "age aged",
}

ROLE_OF = {word: role for role, words in _ROLES.items() for word in words.split()}
"""The slot that a verb, participle, adjective or noun in its base form puts a number in."""

_MONEY = {
    "damage": "damage",
    "price": "cost price worth value buy sell pay purchase sale acquisition",
    "offer": "offer bid proposal",
    "deal": "deal contract agreement",
    "bailout": "bailout rescue aid loan package",
    "fine": "fine penalty settlement",
    "ransom": "ransom",
    "debt": "debt owe",
    "profit": "profit earnings earn",
    "loss": "loss lose",
    "revenue": "revenue turnover",
    "budget": "budget spending spend",
    "bail": "bail bond",
    "reward": "reward bounty prize",
    "salary": "salary wage income pay",
    "investment": "invest investment",
    "fund": "fund funding raise donation donate grant",
    "saving": "saving cut save",
}
MONEY_ROLES = {word: role for role, words in _MONEY.items() for word in words.split()}

_AFTER_LENGTH = {
    "depth": "deep below beneath underground underwater",
    "height": "high tall above",
    "length": "long",
    "width": "wide",
    "distance": "away from off of north south east west northeast northwest southeast southwest north-east "
    "inland outside offshore down up apart ahead",
}
AFTER_LENGTH = {word: role for role, words in _AFTER_LENGTH.items() for word in words.split()}
BEFORE_LENGTH = {
    "depth": "depth",
    "deep": "depth",
    "height": "height",
    "altitude": "height",
    "length": "length",
}
BEFORE_LENGTH |= {"radius": "radius", "distance": "distance", "width": "width", "diameter": "width"}

INTERVALS = word_set("after before later earlier since from into until")

SHARES = word_set(
    "unemployment inflation growth approval support rate share stake interest deficit drop rise "
    "increase decline fall discount chance containment tax"
)

COUNTED_ONLY = word_set("body bodies life lives round level fire")
"""Words that name a slot only where they are counted or done, not where they stand near a number."""

STATE_WORDS = word_set("dead wounded injured hurt missing homeless killed arrested")

SKIPPED = word_set(
    "was were been being be is are am has have had having who which that also more others other "
    "than already now still reportedly later then since so far seriously badly slightly "
    "critically severely lightly mostly all both feared believed confirmed reported presumed "
    "listed left remain remained remains remaining found pronounced declared initially shot-and "
    "only either immediately allegedly apparently said to it would will may might could not got "
    "getting become became when total"
)
"""What may stand between counted things and what is said of them."""

PASSIVE = word_set("was were been being be is are left remain remained got")
UNCHANGED = word_set("hit cut")
"""Participles that are their own base form."""
TRANSITIVE = frozenset(
    ("death", "injury", "arrest", "damage", "rescue", "seizure", "hijacking", "attack", "shooting", "hostage")
)
INTRANSITIVE = word_set("die died dead perished drowned")
REPORTS = word_set(
    "say tell report claim add be have do will can may would could should put estimate believe "
    "think know see hear include follow accord base concern regard need begin start continue try "
    "use make go get come give take time another exceed leave rise climb grow reach number total "
    "feed speed need be during spring evening morning"
)
"""Words that look like verbs and name no slot."""

OPENERS = word_set(
    "a an the his her its their some all for of in to at by with as on another other additional "
    "further more around about only just up and or over him them it"
) | {word for words in BOUNDS for word in words}

CLAUSE_ENDS = frozenset(".;:!?()—[]")

LEFT, RIGHT = 9, 8
"""Tokens looked at on either side."""
