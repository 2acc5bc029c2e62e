"""Is what somebody denies or rejects turned down, or said to be untrue?

Who rejects an offer denies nothing. The noun tells, but not of a clause ("denied that she wanted the job"),
nor of a claim ("rejected claims of a deal"); and "denied" turns down only what is granted: "denied bail", but
not "denied a merger".
"""

from __future__ import annotations

from readerapp.language.english_words import AUXILIARIES, SUBJECT_PRONOUNS, word_set
from readerapp.language.report_verbs import OBJECTS_OF_DENIAL
from readerapp.model import Span

GRANTED = word_set(
    """
    bail parole permission access visa visas entry asylum appeal appeals request requests application
    applications petition petitions motion motions bid bids treatment help aid assistance chance
    opportunity loan loans nomination job post ticket seat
    """
)
"""What one is denied by not being given it."""

REFUSABLE = GRANTED | word_set(
    """
    offer offers deal deals proposal proposals amendment amendments bill bills approach approaches
    takeover invitation invitations resolution resolutions plan plans treaty treaties agreement
    agreements compromise package budget demand demands ultimatum ceasefire truce contract contracts
    pact candidacy candidate candidates legislation measure measures lawsuit lawsuits suit suits
    case cases merger
    """
)
"""What is turned down and not untrue."""

DENY = word_set("deny denies denied denying")
"""Forms of the verb that turns down only what is granted."""

LONGEST_PHRASE = 7
"""Words in which the noun of what is rejected stands: "a revised takeover offer of"."""

LONGEST_WORD = 40
"""Code points a word of it takes at most, with the space."""

ENDS_PHRASE = word_set("of for from to by in on at with as worth that which who whose over under about")
"""Words behind the noun of a phrase."""

BEFORE_CLAIMS = (" that", " of")
"""Words between a denial and what is denied: "denied that", "rejected claims of"."""

PUNCTUATION = ",.;:\"'“”’‘()"


def is_refused(text: str, cue: Span, content: Span) -> bool:
    """Is it a thing that is turned down, and no claim?

    Args:
        text: the text.
        cue: the words that deny or reject.
        content: what is denied or rejected, after the cue or, of a passive, before it.
    """
    denies = not DENY.isdisjoint(text[cue.start : cue.end].casefold().split())
    if content.end <= cue.start:
        # "Mona Kettle was denied bail": what is turned down is the other object.
        beyond = Span(cue.end, min(len(text), cue.end + LONGEST_PHRASE * LONGEST_WORD))
        if denies and _noun_of(_phrase(text, beyond)) in GRANTED:
            return True
    elif text[cue.end : content.start].casefold().rstrip().endswith(BEFORE_CLAIMS):
        return False
    phrase = _phrase(text, content)
    if any(word in OBJECTS_OF_DENIAL or word in SUBJECT_PRONOUNS or word == "there" for word in phrase):
        return False
    if not denies:
        return _noun_of(phrase) in REFUSABLE
    return _noun_of(phrase) in GRANTED and phrase[0] != "any" and not _is_clause(phrase)


def _phrase(text: str, span: Span) -> list[str]:
    """The words with which a stretch begins, up to the noun that they are about."""
    found: list[str] = []
    for word in text[span.start : span.end].casefold().split(maxsplit=LONGEST_PHRASE)[:LONGEST_PHRASE]:
        bare = word.strip(PUNCTUATION)
        if bare in ENDS_PHRASE:
            break
        found.append(bare)
        if word[-1] in ",.;:":
            break
    return found


def _noun_of(phrase: list[str]) -> str:
    return phrase[-1] if phrase else ""


def _is_clause(phrase: list[str]) -> bool:
    """Is it a deed: "having taken the job", "her client needed help"?"""
    return phrase[0].endswith("ing") or any(word in AUXILIARIES or word.endswith("ed") for word in phrase)
