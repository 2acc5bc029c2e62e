"""How whoever is said to have said something is named to a person.

Speakers are read from the text as they stand there, with the capital that begins a sentence, and now and then
with one word too many.
"""

from __future__ import annotations

import re

from readerapp.language.attribution import Attribution
from readerapp.language.tokens import word_set
from readerapp.language.word_forms import base_form

DETERMINERS = word_set(
    "the a an this that these those his her its their our my one two three four five six seven eight nine "
    "ten some several many most both all another other"
)
"""Words that begin a description, not a name, and are small within a sentence."""

DANGLING = DETERMINERS | word_set("of to in on at by for from with and or as who which")
"""Words that cannot be the last of a description."""

NOBODY = word_set("nobody none neither nothing it what which that there")
"""Words that name nobody who might have said it; `no one` and `no official` begin with `no`."""

OWNER = re.compile(r"['’]s$")
"""How whoever has a family, an office or a lawyer is written."""

BEFORE_VERBS = word_set(
    "has have had also later earlier again then always flatly repeatedly strongly strenuously categorically "
    "vehemently publicly initially immediately consistently previously"
)
"""Words that stand between who says something and the verb."""

LONGEST_OWNED = 6
"""Words of whoever belongs to somebody: `Anna Berg's chief of staff`."""

DENYING = {"deny": "denies", "reject": "rejects", "dismiss": "dismisses", "dispute": "disputes"}
"""Verbs that a reason takes from the text: who rejects a motion denies nothing."""

TITLE = re.compile(r"(?:mr|mrs|ms|dr)\.?|[^\W\d_]+\.", re.IGNORECASE)
"""A title or another shortened word, which by itself names nobody: `Sen.`; `U.S.` is none."""


def speaker_of(text: str, attribution: Attribution) -> str | None:
    """Who is told as the speaker: of "Holt's family denied" the family, and not Holt.

    Args:
        text: the document's text.
        attribution: what is said in it, and by whom.
    """
    span = attribution.speaker_span
    if attribution.speaker is None or span is None or not OWNER.search(text[span.start : span.end]):
        return speaker_in_words(attribution.speaker)
    words = text[span.start : attribution.cue.start].split()
    while words and words[-1].casefold() in BEFORE_VERBS:
        words.pop()
    plain = all(word[-1].isalnum() for word in words)
    return " ".join(words) if 1 < len(words) <= LONGEST_OWNED and plain else None


def speaker_in_words(speaker: str | None) -> str | None:
    """The speaker as a reader is told, with a small letter where a description begins.

    Args:
        speaker: a name or a description, as it stands in the text.

    Returns:
        the same without what cannot belong to it; None where it names nobody.
    """
    words = speaker.split() if speaker else []
    while words and words[-1].casefold() in DANGLING:
        words.pop()
    if not words or words[0].casefold() in NOBODY | {"no"} or TITLE.fullmatch(" ".join(words)):
        return None
    if words[0].casefold() in DETERMINERS and len(words) > 1:
        words[0] = words[0].casefold()
    return " ".join(words)


def denies(article: str, speaker: str | None, cue: str = "") -> str:
    """The beginning of a sentence that says who denies something, with the verb.

    Args:
        article: what the article is called, such as `1`, or `1 first`.
        speaker: who denies, as `speaker_of` has it; None where that is not plain.
        cue: the words of the article that deny.
    """
    if speaker is None:
        return f"{article} reports the denial of"
    verb = next((base for word in cue.split() if (base := base_form(word.casefold())) in DENYING), "deny")
    is_owned = any(OWNER.search(word) for word in speaker.split())
    if speaker[0].islower() or is_owned or " " in article:
        return f"{article} has {speaker} {verb}"
    return f"{article}’s {speaker} {DENYING[verb]}"
