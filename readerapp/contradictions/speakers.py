"""How whoever is said to have said something is named to a person.

Speakers are read from the text as they stand there, with the capital that begins a sentence, and now and then
with one word too many.
"""

from __future__ import annotations

from readerapp.language.tokens import word_set

DETERMINERS = word_set(
    "the a an this that these those his her its their our my one two three four five six seven eight nine "
    "ten some several many most both all another other"
)
"""Words that begin a description, not a name, and are small within a sentence."""

DANGLING = DETERMINERS | word_set("of to in on at by for from with and or as who which")
"""Words that cannot be the last of a description."""

NOBODY = word_set("nobody none neither nothing it what which that there")
"""Words that name nobody who might have said it; `no one` and `no official` begin with `no`."""


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
    if not words or words[0].casefold() in NOBODY | {"no"}:
        return None
    if words[0].casefold() in DETERMINERS and len(words) > 1:
        words[0] = words[0].casefold()
    return " ".join(words)


def denies(article: str, speaker: str | None) -> str:
    """The beginning of a sentence that says who denies something, up to the verb.

    Args:
        article: what the article is called, such as `1`, or `1 first`.
        speaker: who denies; None where that is not plain.
    """
    who = speaker_in_words(speaker)
    if who is None:
        return f"{article} reports the denial of"
    if who[0].islower() or " " in article:
        return f"{article} has {who} deny"
    return f"{article}’s {who} denies"
