"""What happens to counted things, or what is measured: the slot that a number fills in a report.

`Eight people were killed`, `killing eight` and `a death toll of eight` fill one slot, `death`; `eight
wounded` fills another. The commonest slots of news have a name of their own, every other verb or noun
is its own slot.
"""

from __future__ import annotations

from collections.abc import Sequence

from readerapp.language.numbers import SCALES, TENS, UNITS
from readerapp.language.role_words import (
    AFTER_LENGTH,
    BEFORE_LENGTH,
    CLAUSE_ENDS,
    COUNTED_ONLY,
    INTERVALS,
    INTRANSITIVE,
    LEFT,
    MONEY_ROLES,
    OPENERS,
    PASSIVE,
    REPORTS,
    RIGHT,
    ROLE_OF,
    SHARES,
    SKIPPED,
    STATE_WORDS,
    TRANSITIVE,
    UNCHANGED,
)
from readerapp.language.tokens import Token, lower_at
from readerapp.language.word_forms import base_form


def role_of_count(tokens: Sequence[Token], first: int, last: int, lemma: str | None) -> str | None:
    """The slot of a bare count or a share.

    Args:
        tokens: of the text.
        first: the first token of the quantity with its bound.
        last: the token after the counted noun, or after the number where there is none.
        lemma: the counted noun.
    """
    if lemma in ROLE_OF and lemma not in ("fire", "attack", "round", "level"):
        return ROLE_OF[lemma]
    if lower_at(tokens, first - 1) == "by":
        role = ROLE_OF.get(base_form(lower_at(tokens, first - 2)))
        if role in ("attendance", "audience"):
            return role
    if lower_at(tokens, first - 1) == "to" and lower_at(tokens, first - 2) == "home":
        return "population"
    for place in range(last - 2, max(last - 6, first - 1), -1):
        # `12 damaged houses`, `the 12 worst-hit villages`
        word = tokens[place].lower
        if tokens[place].is_digits or word in UNITS or word in TENS or word in SCALES:
            break
        base = base_form(word)
        if (word in UNCHANGED or (word != base and word.endswith("ed"))) and base not in REPORTS:
            return ROLE_OF.get(base, base)
    right, is_agent, verb = _said_after(tokens, last)
    if right is not None:
        return right
    if lower_at(tokens, first - 1) != "by" and not is_agent:
        left = _said_before(tokens, first)
        if left is not None:
            return left
    if not is_agent:
        loose = _loosely_after(tokens, last)
        if loose is not None:
            return loose
    return verb or (None if lower_at(tokens, first - 1) == "by" else _verb_before(tokens, first))


def role_of_money(tokens: Sequence[Token], first: int, last: int, lemma: str | None) -> str | None:
    """The slot of an amount of money."""
    if lemma is not None:
        return MONEY_ROLES.get(lemma, lemma)
    for place in range(first - 1, max(first - LEFT, -1), -1):
        word = tokens[place].lower
        if word in CLAUSE_ENDS:
            break
        role = MONEY_ROLES.get(base_form(word))
        if role is not None:
            return role
    for place in range(last, min(last + RIGHT, len(tokens))):
        word = tokens[place].lower
        if word in CLAUSE_ENDS or word == ",":
            break
        role = MONEY_ROLES.get(base_form(word))
        if role is not None:
            return role
    return _verb_before(tokens, first)


def role_of_measure(tokens: Sequence[Token], first: int, last: int, unit: str) -> str | None:
    """The slot of a length, a duration, a weight and so on."""
    following = [lower_at(tokens, last + step) for step in range(4)]
    if unit == "metre":
        if following[0] == "-":
            following = following[1:]
        for place in range(first - 1, max(first - 5, -1), -1):
            if tokens[place].lower in BEFORE_LENGTH:
                return BEFORE_LENGTH[tokens[place].lower]
            if tokens[place].text in CLAUSE_ENDS:
                break
        for word in following[:2]:
            if word in AFTER_LENGTH:
                return AFTER_LENGTH[word]
        return "distance"
    if unit == "second":
        words = [lower_at(tokens, first - step) for step in range(1, 7)] + following
        if following[0] in INTERVALS:
            return "interval"
        if any(
            word in ("jail", "prison", "sentence", "sentenced", "bars", "imprisonment", "probation")
            for word in words
        ):
            return "sentence"
        return "duration"
    return {
        "kilogram": "weight",
        "metre per second": "speed",
        "square metre": "area",
        "degree": "temperature",
        "degree Celsius": "temperature",
        "magnitude": "magnitude",
        "calibre": "calibre",
        "litre": "volume",
        "barrel": "volume",
        "watt": "power",
    }.get(unit)


def role_of_share(tokens: Sequence[Token], first: int, last: int, lemma: str | None) -> str | None:
    """The slot of a percentage: what a noun before it names, else what happens to the counted."""
    for place in range(first - 1, max(first - LEFT, -1), -1):
        word = tokens[place].lower
        if word in CLAUSE_ENDS:
            break
        base = base_form(word)
        if base in SHARES or base == "turnout":
            return ROLE_OF.get(base, base)
    for place in range(last, min(last + 3, len(tokens))):
        base = base_form(tokens[place].lower)
        if base in SHARES:
            return base
    return role_of_count(tokens, first, last, lemma)


def _said_after(tokens: Sequence[Token], place: int) -> tuple[str | None, bool, str | None]:
    """What is said right behind the counted: its slot, whether they do it themselves, and any other verb."""
    passive = False
    end = min(place + RIGHT, len(tokens))
    while place < end and tokens[place].lower in SKIPPED:
        passive |= tokens[place].lower in PASSIVE
        place += 1
    if place >= end or not tokens[place].is_word:
        return None, False, None
    word = tokens[place].lower
    base = base_form(word)
    role = ROLE_OF.get(base) or ROLE_OF.get(word)
    if role is None:
        is_verb = word in UNCHANGED or (
            word != base and word.endswith(("ed", "ing", "en", "t", "d", "n", "k"))
        )
        if is_verb and base not in REPORTS and len(base) > 2:
            return None, False, base
        return None, False, None
    if passive or role not in TRANSITIVE or word in INTRANSITIVE:
        return role, False, None
    if word.endswith("ing"):
        return None, True, None
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    takes_object = following is not None and (
        following.is_digits
        or following.text in "$£€"
        or following.lower in UNITS
        or following.lower in TENS
        or following.lower
        in (
            "the",
            "a",
            "an",
            "his",
            "her",
            "their",
            "at",
            "more",
            "nearly",
            "about",
            "some",
            "several",
            "him",
            "them",
        )
        or (
            following.is_word
            and following.lower.endswith("s")
            and following.lower not in OPENERS
            and len(following.lower) > 3
        )
    )
    if following is not None and following.lower == "at" and lower_at(tokens, place + 2) != "least":
        takes_object = False
    return (None, True, None) if takes_object else (role, False, None)


def _said_before(tokens: Sequence[Token], first: int) -> str | None:
    """The nearest word to the left that names a slot."""
    crossed = counted = False
    for place in range(first - 1, max(first - LEFT - 1, -1), -1):
        token = tokens[place]
        word = token.lower
        if word in CLAUSE_ENDS and not (word == "." and place and len(tokens[place - 1].text) == 1):
            return None
        if word == ",":
            crossed = True
        elif token.is_digits or word in UNITS or word in TENS or word in SCALES:
            counted = True
        elif token.is_word:
            role = None if word in COUNTED_ONLY else ROLE_OF.get(word) or ROLE_OF.get(base_form(word))
            if role is None:
                continue
            if crossed and not counted:
                return None
            if place < first - 1 and word in STATE_WORDS and _belongs_left(tokens, place):
                return None
            return role
    return None


def _belongs_left(tokens: Sequence[Token], place: int) -> bool:
    """Is a state that of things counted to its left (`four people dead and ...`)?"""
    if lower_at(tokens, place - 1) in ("and", ",", "but"):
        return False
    for at in range(place - 1, max(place - 6, -1), -1):
        token = tokens[at]
        if token.text in CLAUSE_ENDS or token.text == ",":
            return False
        if token.is_digits or token.lower in UNITS or token.lower in TENS:
            return True
    return False


def _loosely_after(tokens: Sequence[Token], place: int) -> str | None:
    """A word that names a slot further to the right, before anything else is counted."""
    for at in range(place, min(place + RIGHT, len(tokens))):
        token = tokens[at]
        if token.text in CLAUSE_ENDS or token.text == "," or token.is_digits or token.lower in UNITS:
            return None
        if token.lower in (
            "and",
            "but",
            "while",
            "when",
            "after",
            "before",
            "by",
            "in",
            "during",
            "who",
            "from",
            "where",
            "as",
        ):
            return None
        role = ROLE_OF.get(base_form(token.lower)) if token.is_word else None
        if role is not None:
            return role
    return None


def _verb_before(tokens: Sequence[Token], first: int) -> str | None:
    """The verb whose object begins at a token, in its base form."""
    place = first - 1
    end = max(first - 5, -1)
    while place > end and tokens[place].lower in OPENERS:
        place -= 1
    if place <= end or not tokens[place].is_word:
        return None
    word = tokens[place].lower
    base = base_form(word)
    if base == word or base in REPORTS or (word.endswith("s") and word != "has"):
        return None
    return base
