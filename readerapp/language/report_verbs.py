"""Verbs and nouns that report what somebody says, and how: neutrally, as an allegation, as a denial.

The table beside this module holds a verb a line: stance, frame, whether its base and its third person are
also nouns, and its forms. What a verb takes is its frame.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from readerapp.language.english_words import word_set

TABLE = "report_verbs.tsv"
"""A verb a line."""


class Stance(StrEnum):
    """How somebody stands to what they are reported to say."""

    SAID = "said"
    """Reported neutrally: "said", "told", "wrote", "according to"."""
    DENIED = "denied"
    """The speaker says that it is not so: "denied", "rejected", "dismissed"."""
    ALLEGED = "alleged"
    """Said to be so without proof: "alleges", "accused", "claims", "reportedly"."""
    CONFIRMED = "confirmed"
    """The speaker says that it is so indeed: "confirmed", "admitted"."""
    DOUBTED = "doubted"
    """Left open: "may", "might", "unclear whether", "questioned"."""
    ASKED = "asked"
    """A question."""


ASSERTING = (Stance.SAID, Stance.ALLEGED, Stance.CONFIRMED)
"""Whoever says something so says that it is so, and can be quoted for it."""


class Frame(StrEnum):
    """What a report verb takes."""

    CLAUSE = "clause"
    """What is said: "said that the road is open"."""
    PERSON = "person"
    """A hearer, then what is said: "told the court that the road is open"."""
    ACCUSATION = "accusation"
    """Somebody, then a deed: "accused the council of closing the road"."""
    OBJECT = "object"
    """What is said, as a clause or as a noun: "denied the claim", "denied that the road was open"."""
    QUOTATION = "quotation"
    """Speech only where a quotation stands beside it: "praised the mayor “for opening the road”"."""
    QUESTION = "question"
    """A hearer perhaps, then a question: "asked the mayor whether the road was open"."""


class Form(StrEnum):
    """Which form of a verb a word is."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    GERUND = "gerund"


class ReportVerb(NamedTuple):
    """What one written form tells."""

    stance: Stance
    """How the speaker stands to it."""
    frame: Frame
    """What it takes."""
    form: Form
    """Which form it is."""
    also_noun: bool
    """May it be a noun as well, as "claims" may?"""


CLAIM_NOUNS = {
    **dict.fromkeys(
        word_set(
            """
    claim claims allegation allegations accusation accusations charge charges rumour rumours rumor
    rumors report reports suggestion suggestions speculation suspicion suspicions contention assertion
    assertions insinuation insinuations notion
    """
        ),
        Stance.ALLEGED,
    ),
    **dict.fromkeys(word_set("denial denials"), Stance.DENIED),
    **dict.fromkeys(word_set("confirmation admission acknowledgment acknowledgement"), Stance.CONFIRMED),
    **dict.fromkeys(word_set("doubt doubts question questions fear fears"), Stance.DOUBTED),
    **dict.fromkeys(
        word_set(
            """
    statement statements announcement insistence conclusion warning
    """
        ),
        Stance.SAID,
    ),
}
"""Nouns that name what was said, before "that" or "of"."""

OBJECTS_OF_DENIAL = frozenset(
    noun for noun, stance in CLAIM_NOUNS.items() if stance in (Stance.ALLEGED, Stance.SAID)
) | word_set(
    """
    idea story stories possibility criticism criticisms complaint complaints concerns
    """
)
"""Nouns whose "that" clause is what is denied: "rejected the idea that"."""

HEARSAY = {
    **dict.fromkeys(
        word_set(
            """
    reportedly allegedly purportedly supposedly rumoured rumored
    """
        ),
        Stance.ALLEGED,
    ),
    **dict.fromkeys(word_set("may might perhaps possibly probably"), Stance.DOUBTED),
}
"""Adverbs and auxiliaries by which an article itself holds a sentence at arm's length."""


@cache
def report_verbs() -> dict[str, ReportVerb]:
    """What each form of each report verb tells, by the form in lower case."""
    found: dict[str, ReportVerb] = {}
    table = files("readerapp.language").joinpath(TABLE).read_text(encoding="utf-8")
    for line in table.splitlines():
        stance, frame, noun, forms = line.split("\t")
        for place, written in enumerate(forms.split()):
            form = (Form.BASE, Form.THIRD, Form.PAST, Form.GERUND, Form.PAST, Form.GERUND)[place]
            if written.endswith("ing"):
                form = Form.GERUND
            also_noun = noun == "noun" and form in (Form.BASE, Form.THIRD)
            found.setdefault(written, ReportVerb(Stance[stance], Frame(frame), form, also_noun))
    return found
