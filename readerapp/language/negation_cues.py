"""The words that negate in an English sentence, and phrases that only look as if they did.

A cue is one word (`never`), a part of one (`n't`) or several (`no longer`, `failed to`, `ruled out`). `not
only`, `no doubt`, `nothing but`, `no fewer than`, `No. 10` and their like are none. How far a cue's negation
goes is the matter of `readerapp.language.polarity`; here stands what kind of stretch it negates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from readerapp.language.tokens import Token, lower_at
from readerapp.language.word_forms import base_form
from readerapp.model import Span


class Reach(Enum):
    """What a cue negates."""

    CLAUSE = auto()
    """What follows, to the end of its clause."""
    VERB = auto()
    """The same, but a finite verb joined by `and` is beyond it: `did not stop and hit a wall`."""
    PHRASE = auto()
    """What follows, to the next comma or verb: `without`, `lack of`."""
    BEFORE = auto()
    """What stands before it in its clause: `the report was denied`."""


class Cue(NamedTuple):
    """A cue among the tokens of a text."""

    span: Span
    """Where it stands, in code points."""
    begin: int
    """Its first token."""
    after: int
    """The token at which what it negates begins, if that follows."""
    reach: Reach
    """What it negates."""
    takes_verb: bool = False
    """Is the verb before it negated too, as in `found no trace`?"""


def word_set(words: str) -> frozenset[str]:
    """The words of a line that stand apart in it."""
    return frozenset(words.split())


BE = word_set("am is are was were be been being 's 're")
HAVE = word_set("has have had having 've")
MODALS = word_set("do does did will would shall should can could may might must ca wo")
AUXILIARIES = BE | HAVE | MODALS
PRONOUNS = word_set("i he she it they we you there")
DETERMINERS = word_set("a an the this that these those his her its their our my your any some")
PREPOSITIONS = word_set(
    "of to in on at by with from for as into over under about after before during since until through "
    "against near within towards toward between among"
)

SENTENCE_MARKS = frozenset('.,;:!?"”“)(')

NOT_TRAPS = word_set("only just merely simply solely least surprisingly unexpectedly")
NO_TRAPS = word_set(
    "doubt doubts sooner fewer less more later matter wonder surprise secret stranger thanks question"
)
NOTHING_TRAPS = frozenset(("but", "short", "less", "other"))
STILL_DONE = word_set(
    "survive escape win manage avoid avert beat pass qualify clear miss reach hold make recognisable"
)
"""What was done all the same if it was done `barely`."""

TO_CUES = word_set(
    "fail failure neglect refuse refusal decline unable inability unwilling unwillingness impossible forget"
)
"""Base forms that negate the infinitive behind them."""

AFTER_REFUSED = PREPOSITIONS | {"and", "or", "but"}
"""Words before which `refused` has no object."""

OF_CUES = word_set("lack absence denial devoid")
"""Nouns that negate what they are followed by after `of`."""

FROM_CUES = word_set("prevent stop bar block ban keep prohibit deter discourage dissuade")
"""Base forms that negate what follows the next `from`."""

FROM_WITHIN = 7
"""Tokens within which that `from` has to stand."""

REJECTIONS = word_set("reject dismiss refute dispute rebut rubbish contradict")
CLAIMS = word_set(
    "claim report allegation suggestion accusation rumour rumor idea notion assertion speculation statement"
)
CLAIM_WITHIN = 5
"""Tokens within which a rejection has its claim."""


def cues_in(tokens: Sequence[Token]) -> list[Cue]:
    """The cues among the tokens of a text, in order.

    Args:
        tokens: consecutive tokens, as `tokens_of` gives them.
    """
    found = []
    for place, token in enumerate(tokens):
        read = _READERS.get(token.lower)
        if read is None and token.is_word:
            read = (
                _not_contracted
                if token.lower.endswith("n't")
                else _READERS_OF_BASES.get(base_form(token.lower))
            )
        cue = read(tokens, place) if read is not None else None
        if cue is not None:
            found.append(cue)
    return found


def is_plain_cue(tokens: Sequence[Token], place: int) -> bool:
    """Does one of the words that do nothing but negate stand at a place?"""
    lower = lower_at(tokens, place)
    return lower in {
        "not",
        "no",
        "never",
        "none",
        "nobody",
        "nothing",
        "without",
        "neither",
    } or lower.endswith("n't")


def _cue(
    tokens: Sequence[Token], first: int, last: int, reach: Reach, *, after: int = 0, takes_verb: bool = False
) -> Cue:
    span = Span(tokens[first].start, tokens[last].end)
    return Cue(span, first, after or last + 1, reach, takes_verb)


def _hyphenated(tokens: Sequence[Token], place: int) -> bool:
    """Is the token at a place joined to the next by a hyphen, as in `no-fly zone`?"""
    return (
        lower_at(tokens, place + 1) in {"-", "‐", "‑"}
        and place + 2 < len(tokens)
        and tokens[place].end == tokens[place + 1].start
        and tokens[place + 1].end == tokens[place + 2].start
    )


def _reach_of_not(tokens: Sequence[Token], auxiliary: str) -> Reach:
    return Reach.VERB if auxiliary in MODALS else Reach.CLAUSE


def _goes_without_saying(tokens: Sequence[Token], place: int, auxiliary: str) -> bool:
    """Is the `not` before a place part of a phrase that negates nothing?"""
    following, second = lower_at(tokens, place), lower_at(tokens, place + 1)
    return (
        following in NOT_TRAPS
        or (following == "to" and second == "mention")
        or (following == "long" and second in {"after", "before", "ago", "until"})
        or (
            following == "help"
            and auxiliary in {"can", "ca", "could"}
            and (second == "but" or second.endswith("ing"))
        )
        or (following in PRONOUNS and second == "?")
    )


def _not(tokens: Sequence[Token], place: int) -> Cue | None:
    before = lower_at(tokens, place - 1)
    if before in {"or", "if", "why", "whether"} or _goes_without_saying(tokens, place + 1, before):
        return None
    return _cue(tokens, place, place, _reach_of_not(tokens, before))


def _not_contracted(tokens: Sequence[Token], place: int) -> Cue | None:
    """`didn't` and `cannot`, of which only the end is the cue."""
    token = tokens[place]
    auxiliary = token.lower[:-3]
    if _goes_without_saying(tokens, place + 1, auxiliary):
        return None
    return Cue(Span(token.end - 3, token.end), place, place + 1, _reach_of_not(tokens, auxiliary))


def _never(tokens: Sequence[Token], place: int) -> Cue | None:
    if _hyphenated(tokens, place) or lower_at(tokens, place + 1) == "mind":
        return None
    return _cue(tokens, place, place, Reach.VERB)


def _no(tokens: Sequence[Token], place: int) -> Cue | None:
    following = lower_at(tokens, place + 1)
    if _hyphenated(tokens, place):
        if lower_at(tokens, place + 2) != "one":
            return None
        return _cue(tokens, place, place + 2, Reach.VERB, takes_verb=True)
    if following == "longer":
        return _cue(tokens, place, place + 1, Reach.VERB)
    if following == "one":
        return _cue(tokens, place, place + 1, Reach.VERB, takes_verb=True)
    if following == "question" and lower_at(tokens, place + 2) == "of":
        return _cue(tokens, place, place, Reach.VERB, takes_verb=True)
    if (
        following in NO_TRAPS | {"and", "or", "but"}
        or not following[:1].isalpha()
        or lower_at(tokens, place - 1) in {"the", "a", "or", "yes", "vote", "voted"}
    ):
        return None
    return _cue(tokens, place, place, Reach.VERB, takes_verb=True)


def _nothing(tokens: Sequence[Token], place: int) -> Cue | None:
    if lower_at(tokens, place + 1) in NOTHING_TRAPS or lower_at(tokens, place - 1) == "if":
        return None
    return _cue(tokens, place, place, Reach.VERB, takes_verb=True)


def _neither(tokens: Sequence[Token], place: int) -> Cue | None:
    return _cue(tokens, place, place, Reach.VERB, takes_verb=True)


def _without(tokens: Sequence[Token], place: int) -> Cue | None:
    following = lower_at(tokens, place + 1)
    if following in {"doubt", "question", "exception"} or (
        following == "a" and lower_at(tokens, place + 2) == "doubt"
    ):
        return None
    return _cue(tokens, place, place, Reach.PHRASE)


def _hardly(tokens: Sequence[Token], place: int) -> Cue | None:
    following = lower_at(tokens, place + 1)
    small = tokens[place].lower != "hardly"
    if small and (
        base_form(following) in STILL_DONE
        or following in {"a", "an", "half", "two", "three", "four", "five", "six", "ten"}
        or following[:1].isdigit()
    ):
        return None
    return _cue(tokens, place, place, Reach.VERB)


def _far(tokens: Sequence[Token], place: int) -> Cue | None:
    if lower_at(tokens, place + 1) != "from" or place + 2 >= len(tokens):
        return None
    following = tokens[place + 2]
    if lower_at(tokens, place - 1) in {"not", "too", "so", "how", "as"} or lower_at(
        tokens, place - 1
    ).endswith("n't"):
        return None
    is_place = (
        following.lower in DETERMINERS | {"home", "here", "there", "where", "it"}
        or not following.text.islower()
    )
    if is_place and lower_at(tokens, place + 3) not in {"truth", "only", "case", "first", "last"}:
        return None
    return _cue(tokens, place, place + 1, Reach.PHRASE)


def _than(tokens: Sequence[Token], place: int) -> Cue | None:
    """`rather than` and `instead of`, of which this is the first word."""
    if lower_at(tokens, place + 1) != {"rather": "than", "instead": "of"}[tokens[place].lower]:
        return None
    return _cue(tokens, place, place + 1, Reach.PHRASE)


def _yet(tokens: Sequence[Token], place: int) -> Cue | None:
    before = lower_at(tokens, place - 1)
    if lower_at(tokens, place + 1) != "to" or before not in BE | HAVE:
        return None
    return _cue(tokens, place, place + 1, Reach.VERB)


def _short(tokens: Sequence[Token], place: int) -> Cue | None:
    if lower_at(tokens, place + 1) != "of" or base_form(lower_at(tokens, place - 1)) not in {
        "stop",
        "fall",
        "come",
    }:
        return None
    return _cue(tokens, place, place + 1, Reach.PHRASE)


def _before_infinitive(tokens: Sequence[Token], place: int) -> Cue | None:
    following = lower_at(tokens, place + 1)
    if following == "to":
        return _cue(tokens, place, place + 1, Reach.VERB)
    if (
        base_form(tokens[place].lower) == "refuse"
        and following[:1].isalpha()
        and following not in AFTER_REFUSED
    ):
        return _cue(tokens, place, place, Reach.CLAUSE)
    return None


def _before_of(tokens: Sequence[Token], place: int) -> Cue | None:
    following = lower_at(tokens, place + 1)
    base = base_form(tokens[place].lower)
    if following == "of":
        return _cue(tokens, place, place + 1, Reach.PHRASE)
    if base == "denial" and following == "that":
        return _cue(tokens, place, place + 1, Reach.CLAUSE)
    if base == "lack" and following not in {"in", "for"} and not following.startswith(tuple(SENTENCE_MARKS)):
        return _cue(tokens, place, place, Reach.PHRASE)
    return None


def _before_from(tokens: Sequence[Token], place: int) -> Cue | None:
    for later in range(place + 1, min(place + 1 + FROM_WITHIN, len(tokens) - 1)):
        if tokens[later].text in SENTENCE_MARKS:
            return None
        if tokens[later].lower == "from" and tokens[later + 1].lower.endswith("ing"):
            return _cue(tokens, place, place, Reach.PHRASE, after=later + 1)
    return None


def _denied(tokens: Sequence[Token], place: int) -> Cue | None:
    return _cue(tokens, place, place, _reach_of_participle(tokens, place, place))


def _ruled(tokens: Sequence[Token], place: int) -> Cue | None:
    for out in range(place + 1, place + 4):
        if lower_at(tokens, out) == "out":
            return _cue(tokens, place, out, _reach_of_participle(tokens, place, out))
    return None


def _reach_of_participle(tokens: Sequence[Token], first: int, last: int) -> Reach:
    """Behind a form of `be` and without an object, a participle negates its subject."""
    adverb_between = lower_at(tokens, first - 1).endswith("ly")
    passive = lower_at(tokens, first - 2 if adverb_between else first - 1) in BE
    following = lower_at(tokens, last + 1)
    has_object = following[:1].isalpha() and following not in PREPOSITIONS and not following.endswith("ly")
    return Reach.BEFORE if passive and not has_object else Reach.CLAUSE


def _doubt(tokens: Sequence[Token], place: int) -> Cue | None:
    following, before = lower_at(tokens, place + 1), lower_at(tokens, place - 1)
    if following not in DETERMINERS | PRONOUNS | {"whether", "if"} or before in DETERMINERS | {
        "no",
        "little",
        "in",
    }:
        return None
    return _cue(tokens, place, place, Reach.CLAUSE)


def _avoid(tokens: Sequence[Token], place: int) -> Cue | None:
    return _cue(tokens, place, place, Reach.PHRASE)


def _rejected(tokens: Sequence[Token], place: int) -> Cue | None:
    for claim in range(place + 1, min(place + 1 + CLAIM_WITHIN, len(tokens))):
        if tokens[claim].text in SENTENCE_MARKS:
            return None
        if (
            base_form(tokens[claim].lower) in CLAIMS
            and lower_at(tokens, claim + 1) in {"that", "of"} | PRONOUNS
        ):
            return _cue(tokens, place, place, Reach.CLAUSE, after=claim + 1)
    return None


_Reader = Callable[[Sequence[Token], int], Cue | None]

_READERS: Mapping[str, _Reader] = {
    "not": _not,
    "cannot": _not_contracted,
    "never": _never,
    "no": _no,
    **dict.fromkeys(("none", "nobody", "nothing", "nowhere"), _nothing),
    **dict.fromkeys(("neither", "nor"), _neither),
    "without": _without,
    **dict.fromkeys(("hardly", "barely", "scarcely"), _hardly),
    "far": _far,
    **dict.fromkeys(("rather", "instead"), _than),
    "yet": _yet,
    "short": _short,
}

_READERS_OF_BASES: Mapping[str, _Reader] = {
    **dict.fromkeys(TO_CUES, _before_infinitive),
    **dict.fromkeys(OF_CUES, _before_of),
    **dict.fromkeys(FROM_CUES, _before_from),
    **dict.fromkeys(REJECTIONS, _rejected),
    "deny": _denied,
    "rule": _ruled,
    "doubt": _doubt,
    **dict.fromkeys(("avoid", "avert"), _avoid),
}
