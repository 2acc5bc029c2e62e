"""Accusations: what is said in "the union accused the firm of hiding it" is no clause without the verb.

What stands after such a verb ("the firm of hiding it") reads as nonsense by itself, so whoever quotes it
begins with who accuses.
"""

from __future__ import annotations

from readerapp.contradictions.statements import Statement
from readerapp.language.tokens import word_set
from readerapp.language.word_forms import base_form
from readerapp.model import Span

ACCUSING = word_set("accuse blame charge suspect criticise criticize condemn")
"""Verbs, as base forms, whose object is whoever is accused."""


def with_accuser(text: str, statement: Statement, content: Span) -> Span:
    """What somebody says, from who accuses on if it is what follows a verb of accusing.

    Args:
        text: the document's text.
        statement: the sentence.
        content: what is said in it, as an attribution has it.
    """
    for attribution in statement.attributions:
        cue = attribution.cue
        if attribution.content.start != content.start or cue.end > content.start:
            continue
        verbs = [base_form(word.casefold()) for word in text[cue.start : cue.end].split()]
        if verbs and verbs[-1] in ACCUSING and not text[cue.end : content.start].strip():
            speaker = attribution.speaker_span
            start = min(cue.start, speaker.start) if speaker is not None else cue.start
            return Span(max(start, statement.span.start), content.end)
    return content
