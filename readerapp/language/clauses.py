"""The clauses of an English sentence: the parts of it that can stand for a claim.

There is no parser here. A sentence is cut where its punctuation and its function words show that a clause
starts, if a verb shows that it is one; short quotations and asides between dashes, commas or brackets stay
whole. Parts of fewer than four words are left with their neighbour, save who said it before `that`. The
clauses are in order and hold everything of the sentence but the punctuation between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from readerapp.model import Span

FEWEST_WORDS = 4
"""Words that a clause has at least."""

SHORT_QUOTATION = 12
"""Words from which on a quotation may be cut."""

WINDOW = 90
"""Code points in which the verb of a clause is looked for."""

WORD = re.compile(r"\w+(?:[.,'’&-]\w+)*")

_SUBJECTS = "he|she|it|they|we|you|I|there|this|these|those|nobody|everyone|someone"
_VERBS = (
    "is are was were be been am has have had do does did will would can could may might must shall should "
    "isn aren wasn weren hasn haven hadn don doesn didn won wouldn couldn said says told tells asked asks "
    "went goes came comes took takes made makes got gets gave gives found finds left leaves kept keeps "
    "held holds let lets began begins became becomes broke breaks brought brings built bought caught "
    "chose cut dealt drew drove ate fell falls felt feels fought flew flies forgot froze grew grows heard "
    "hid hit hits hurt knew knows laid led leads lost loses meant means met meets paid pays put puts ran "
    "runs rang read rose rises saw sees sank sang sat sold sells sent sends set shook shot showed shows "
    "shut slept spoke speaks spent spread stood stands stole struck strikes swore swept swam taught tore "
    "thought thinks threw understood won wins woke wore wrote writes wants needs calls plans seems "
    "remains agrees denies expects appears hopes believes supports refuses claims"
)
VERB = re.compile(
    rf"\b(?<!\bto\s)(?:(?:{'|'.join(_VERBS.split())})\b|(?!hundred\b|indeed\b)[a-z]{{2,}}ed\b)(?:n?['’]t)?"
)
GOES_ON = re.compile(rf",[\"”’]?\s+(?:(?:also|still|now|never|later|then|since)\s+)?{VERB.pattern}")
NO_VERB_YET = re.compile(r"[,;:]\s|\b(?:that|who|which|whose|whom)\b")
PRONOUN = re.compile(rf"\s*(?:{_SUBJECTS})\b")

STRONG = re.compile(r"(?:;|:(?=\s)|[,?!][\"”](?=\s)|[\"”],(?=\s))\s*")
"""Marks at which a sentence is cut wherever both sides are long enough."""
DASH = re.compile(r"\s+[-–—]{1,2}\s+|\s?—\s?|\s?--\s?")
CONJUNCTION = re.compile(
    r"(?P<comma>,[\"”’]?)?\s+(?P<word>(?:(?:even|just|shortly|soon|ever|only|\w+\s(?:hour|day|week|month|year)s?(?=\s(?:after|before)\s))\s)?(?:but|while|although|though|whereas|because|after|before|when|until|unless|since"
    r"|where|which|who|whom|whose|as|if|so|yet|nor|and|or))\s",
)
ALWAYS = frozenset(("but", "while", "although", "though", "whereas", "because"))
"""Words that start a clause with or without a comma before them."""
RELATIVE = frozenset(("which", "who", "whom", "whose", "where"))
COORDINATING = frozenset(("and", "or", "so", "yet", "nor"))
PARTICIPLE = re.compile(
    r"(?P<comma>,)\s+(?:(?:but|and|also|thus|thereby|then|possibly|reportedly)\s+)?"
    r"(?!(?:including|during|following|according|regarding|concerning|morning|evening|spring|being|king|nothing"
    r"|something|anything|everything|building|meeting)\b)[a-z]{2,}ing\s"
)
_REPORTING = (
    "said says say saying claimed claims claim reported reports announced announces denied denies "
    "confirmed confirms told tells insisted insists alleged alleges stated states argued argues "
    "acknowledged admitted admits warned warns added adds believe believes believed concluded concludes "
    "suggested suggests showed shows indicated indicates stressed declared declares noted notes explained "
    "promised wrote writes revealed reveals accused"
)
THAT = re.compile(rf"\b(?:{'|'.join(_REPORTING.split())})(?:\s[\w.'’-]+){{0,5}}?(?P<cut>\s+)that\s(?!of\b)")
OPENING_CLAUSE = re.compile(
    r"[\"“]?(?:When|While|After|Although|Though|If|Because|Since|As|Before|Until|Unless|Once|Even)\s"
)
BRACKETS = re.compile(r"\([^()]{1,200}\)|\[[^\[\]]{1,200}\]")
QUOTATION = re.compile(r"\"[^\"]*\"|“[^”]*”|(?<!\w)‘[^’]*’(?!\w)|(?<!\w)'[^']{1,80}'(?!\w)")
AROUND = " \t\n\r\f\v\u00a0,;:–—-"
"""What is taken off both ends of a clause."""


def clauses_of(text: str, sentence: Span) -> list[Span]:
    """The clauses of a sentence.

    Args:
        text: any text.
        sentence: where in it the sentence is.

    Returns:
        spans of the text in code points, in order, none empty; a short sentence is one clause, white space
        alone none.
    """
    content = text[sentence.start : sentence.end]
    words = [match.start() for match in WORD.finditer(content)]
    whole = _trimmed(content, 0, len(content), "")
    if len(words) < 2 * FEWEST_WORDS:
        return [] if whole is None else [Span(sentence.start + whole[0], sentence.start + whole[1])]
    kept = [0]
    for cut, fewest in _cuts(content, words):
        before = _words_between(words, kept[-1], cut)
        after = len(words) - bisect_left(words, cut)
        if before >= fewest and after >= FEWEST_WORDS:
            kept.append(cut)
    found: list[Span] = []
    ends = [*kept[1:], len(content)]
    for number, (start, end) in enumerate(zip(kept, ends, strict=True)):
        left = AROUND if number else ""
        right = AROUND if number + 1 < len(ends) else ""
        piece = _trimmed(content, start, end, left, right)
        if piece is not None:
            found.append(Span(sentence.start + piece[0], sentence.start + piece[1]))
    return found


def _trimmed(content: str, start: int, end: int, left: str, right: str = "") -> tuple[int, int] | None:
    piece = content[start:end]
    start += len(piece) - len(piece.lstrip(left) if left else piece.lstrip())
    end -= len(piece) - len(piece.rstrip(right) if right else piece.rstrip())
    return (start, end) if start < end else None


def _words_between(words: list[int], start: int, end: int) -> int:
    return bisect_left(words, end) - bisect_left(words, start)


def _cuts(content: str, words: list[int]) -> list[tuple[int, int]]:
    """Where the sentence may be cut, in order, and how many words must stand before each cut."""
    protected = _protected(content, words)
    starts = [span.start for span in protected]
    cuts: dict[int, int] = {}
    for cut, fewest in [
        *_strong_cuts(content),
        *_dash_cuts(content),
        *_conjunction_cuts(content),
        *_participle_cuts(content),
        *_complement_cuts(content),
        *_opening_cut(content),
    ]:
        index = bisect_left(starts, cut) - 1
        if index < 0 or cut >= protected[index].end:
            cuts[cut] = min(fewest, cuts.get(cut, fewest))
    return sorted(cuts.items())


def _protected(content: str, words: list[int]) -> list[Span]:
    """What may not be cut: short quotations and brackets; in order, merged where they overlap."""
    spans = [
        Span(match.start(), match.end())
        for match in QUOTATION.finditer(content)
        if _words_between(words, match.start(), match.end()) < SHORT_QUOTATION
    ]
    spans += [Span(match.start(), match.end()) for match in BRACKETS.finditer(content)]
    merged: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def _strong_cuts(content: str) -> Iterator[tuple[int, int]]:
    for match in STRONG.finditer(content):
        yield match.end(), FEWEST_WORDS


def _dash_cuts(content: str) -> Iterator[tuple[int, int]]:
    # Two dashes hold an aside, and what stands around it is one clause.
    dashes = [match.end() for match in DASH.finditer(content)]
    if len(dashes) == 1:
        yield dashes[0], FEWEST_WORDS


def _conjunction_cuts(content: str) -> Iterator[tuple[int, int]]:
    for match in CONJUNCTION.finditer(content):
        word, cut = match["word"].split()[-1], match.start("word")
        rest = content[match.end("word") : match.end("word") + WINDOW]
        if word in ALWAYS:
            starts_clause = not (word == "because" and rest.lstrip().startswith("of "))
            starts_clause = starts_clause and (match["comma"] is not None or _has_verb(rest))
        elif word in RELATIVE:
            starts_clause = match["comma"] is not None and not _is_aside(content, match.end("word"))
        elif word in COORDINATING:
            starts_clause = _is_coordinated(content, match, word, rest)
        elif match["comma"] is not None or word not in ("as", "since", "if"):
            starts_clause = _has_verb(rest.split(" and ")[0]) or re.match(r"\s[a-z]+ing\b", rest) is not None
        else:
            starts_clause = False
        if starts_clause:
            yield cut, FEWEST_WORDS


def _is_coordinated(content: str, match: re.Match[str], word: str, rest: str) -> bool:
    """Does `and` or its like join two clauses, rather than two things?"""
    before = content[max(0, match.start() - 2 * WINDOW) : match.start()]
    if PRONOUN.match(rest):
        return _has_verb(rest)
    if word == "or" or VERB.search(before) is None:
        return False
    if match["comma"] is not None and VERB.match(rest.lstrip()):
        return True
    return not VERB.match(rest.lstrip()) and _has_verb(rest.split(" and ")[0])


def _has_verb(rest: str) -> bool:
    """Is there a verb before the next comma or relative word?"""
    stop = NO_VERB_YET.search(rest, 1)
    verb = VERB.search(rest)
    return verb is not None and (stop is None or verb.start() < stop.start())


def _is_aside(content: str, start: int) -> bool:
    """Does the main clause go on after the comma that ends an aside?"""
    end = content.find(",", start, start + 2 * WINDOW)
    while end != -1:
        following = content[end + 1 : end + 40].lstrip('"”’ ')
        if VERB.match(following) or re.match(r"(?:and|also|still|now|never|later|then)\s", following):
            return (
                VERB.match(re.sub(r"^\w+\s", "", following)) is not None or VERB.match(following) is not None
            )
        end = content.find(",", end + 1, start + 2 * WINDOW)
    return False


def _participle_cuts(content: str) -> Iterator[tuple[int, int]]:
    for match in PARTICIPLE.finditer(content):
        if not _is_aside(content, match.end()):
            yield match.end("comma"), FEWEST_WORDS


def _complement_cuts(content: str) -> Iterator[tuple[int, int]]:
    for match in THAT.finditer(content):
        yield match.end("cut"), 2 if match.start() < WINDOW // 3 else FEWEST_WORDS


def _opening_cut(content: str) -> Iterator[tuple[int, int]]:
    if not OPENING_CLAUSE.match(content):
        return
    comma = re.compile(r",[\"”]?\s").search(content, 0, 3 * WINDOW)
    if comma is not None and VERB.search(content, 0, comma.start()):
        yield comma.end(), FEWEST_WORDS
