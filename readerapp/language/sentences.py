"""The sentences of a text.

A text is first cut into blocks, over which no sentence runs: at blank lines, at the items of a list, and
after lines that are whole in themselves, such as a headline or a byline. syntok proposes where sentences
start within a block; for long texts, and where it fails, a regular expression does. What both get wrong in
news is mended afterwards: titles and initials, abbreviations that may or may not end a sentence, quotation
marks on the wrong side of a boundary, full stops of scripts without spaces. Together the sentences hold
every character that is not white space, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from readerapp.model import Span

LONGEST_FOR_SYNTOK = 500_000
"""Code points; syntok takes some two seconds for a megabyte, the regular expression a tenth of it."""

CLOSING = "\"'”’»›)]}」』）"
OPENING = "\"'“‘„«‹([{「『（¿¡"

BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
LINE_END = re.compile(r"\n\s*")
BULLET = re.compile(r"(?:[-*•‣▪◦·–]|\d{1,2}[.)])[^\S\n]+\S")
STRONG_BULLET = re.compile(r"(?:[*•‣▪◦]|\d{1,2}[.)])[^\S\n]+\S")
ENDED = re.compile(r"[.!?…。！？।؟۔][\"'”’»›)\]」』]*$")
GOES_ON = re.compile(
    r"(?:[,;–—-]|\b(?:a|an|and|as|at|but|by|for|from|her|his|if|in|into|its|of|on|or|our|that|the|their|to|was"
    r"|were|which|who|with))$",
    re.IGNORECASE,
)
"""What a line ends with that the next one takes up."""

PROPOSED = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»›)\]}]{0,4}\s+")
"""Where the regular expression proposes a boundary: before what follows."""

FULL_STOPS = re.compile(r"[。！？｡।॥؟۔።။]+[\"'”’»›)\]」』）]{0,4}\s*")
"""Marks that end a sentence whatever follows."""

_TITLES = (
    "Mr Mrs Ms Mx Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Capt Cpl Sgt Adm Cmdr Pres Rev Fr Hon "
    "Msgr Supt Det Insp Atty Amb Mme Mlle St Ste Mt Ft vs v cf e.g i.e al approx ca Fig Vol pp ed eds Messrs "
    "Cong Asst Brig Pvt Pfc Dep Const"
)
NEVER_LAST = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, _TITLES.split()))})\.$")
_MONTHS = "Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"
BEFORE_NUMBER = re.compile(rf"(?<![\w.])(?:[Nn]os?|Nr|[Aa]rt|[Ss]ec|p|ch|{_MONTHS}|{_MONTHS.upper()})\.$")
_SHORTENED = (
    "Jr Sr Inc Co Corp Ltd Bros Ave Blvd Rd Dept etc Esq Ph\\.D No Ala Ariz Ark Calif Colo Conn Del Fla Ga "
    "Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo"
)
MAY_END = rf"(?:(?:[A-Za-z]\.){{2,}}|[A-Z]\.|(?:{_MONTHS}|{'|'.join(_SHORTENED.split())})\.)"
"""Abbreviations after which a sentence may end or go on."""
MAY_BE_LAST = re.compile(rf"(?<![\w.]){MAY_END}$")
_STARTERS = (
    "the a an this that these those he she it they we you i his her its their our my there here in on at for "
    "from after before when while as if but and so yet then now although though since until by with not what "
    "who why how however meanwhile later earlier some many most all one two both another more officials"
)
STARTER = re.compile(
    rf"[{re.escape(OPENING)}]{{0,2}}(?:{'|'.join(_STARTERS.split())})(?=[\s,’'])", re.IGNORECASE
)
OVERLOOKED = re.compile(rf"(?:(?<![\w.]){MAY_END}|(?<=\d\d)\.|(?<=\.\d)\.)[\"”’»)]{{0,2}}\s+")
"""Where syntok sees no boundary, though one is likely if a word follows that starts sentences."""

SAYS = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|added|wrote|told|cried|shouted|replied|yelled|joked|tweeted)\b"
)
"""What belongs to the question or exclamation that was quoted before it."""
QUOTED_CRY = re.compile(r"[?!][\"”’']+$")

TAIL = 24
"""Code points before a boundary that are looked at; longer than any abbreviation."""

NARROWEST = 60
"""Columns under which nobody wraps a paragraph of few lines."""


def sentences_of(text: str) -> list[Span]:
    """The sentences of a text, without the white space around them.

    Args:
        text: any text in any language.

    Returns:
        spans in code points, in order, none empty and none overlapping; no sentence runs over a blank line.
    """
    found: list[Span] = []
    by_syntok = len(text) <= LONGEST_FOR_SYNTOK
    for block in _blocks(text):
        content = text[block.start : block.end]
        proposed = _starts_by_syntok(content) if by_syntok else _starts_by_expression(content)
        begin = 0
        for start in [*_mended(content, proposed), len(content)]:
            stripped = content[begin:start].strip()
            if stripped:
                first = block.start + begin + content[begin:start].index(stripped[0])
                found.append(Span(first, first + len(stripped)))
            begin = start
    return found


def _blocks(text: str) -> Iterator[Span]:
    """Stretches of text over which no sentence runs."""
    begin = 0
    ends = [(match.start(), match.end()) for match in BLANK_LINES.finditer(text)]
    for end, following in [*ends, (len(text), len(text))]:
        yield from _whole_lines(text, begin, end)
        begin = following


def _whole_lines(text: str, begin: int, end: int) -> Iterator[Span]:
    """A paragraph, cut after each line that the next one does not continue."""
    starts = [begin, *(match.end() for match in LINE_END.finditer(text, begin, end))]
    if len(starts) == 1:
        yield Span(begin, end)
        return
    lines = [text[start:after].strip() for start, after in zip(starts, [*starts[1:], end], strict=True)]
    width = _width(lines)
    first = begin
    for before, line, start in zip(lines, lines[1:], starts[1:], strict=False):
        if _is_whole(before, line, width):
            yield Span(first, start)
            first = start
    yield Span(first, end)


def _width(lines: list[str]) -> int:
    """Columns at which a paragraph is wrapped, if it is."""
    longest = max(map(len, lines))
    loose = sum(_fits(before, line, longest) for before, line in pairwise(lines))
    wrapped = len(lines) >= 4 and loose <= 0.3 * (len(lines) - 1)
    return longest if wrapped else max(longest, NARROWEST)


def _fits(before: str, line: str, width: int) -> bool:
    """Would the next line's first word have had room at this line's end?"""
    return len(before) + 1 + len(line[:width].split(maxsplit=1)[0] if line else "") <= width


def _is_whole(before: str, line: str, width: int) -> bool:
    """Is a line complete without the one after it?"""
    if not before or not line:
        return True
    if BULLET.match(line):
        listed = STRONG_BULLET.match(line) or BULLET.match(before)
        if listed or before.endswith(":") or ENDED.search(before[-TAIL:]):
            return True
    if ENDED.search(before[-TAIL:]) or not _can_start(line):
        return False
    if _is_headline(before) and not _is_headline(line):
        return True
    return _fits(before, line, width) and not GOES_ON.search(before[-TAIL:])


def _is_headline(line: str) -> bool:
    """Is it in capitals, or is every long word of it capitalised?"""
    if len(line) > 150:
        return False
    if line.isupper():
        return True
    long = re.findall(r"[^\W\d_]{4,}", line)
    return len(long) >= 4 and all(word[0].isupper() for word in long)


def _can_start(following: str) -> bool:
    """Can a sentence start so? One that starts with a small letter cannot."""
    first = following[:8].lstrip(OPENING + " ")[:1]
    return bool(first) and not first.islower() and (first.isalnum() or first in "$£€#@")


def _starts_by_syntok(content: str) -> list[int]:
    # syntok's own analyze() pads every paragraph with all the text before it; block by block it is linear.
    from syntok.segmenter import segment
    from syntok.tokenizer import Tokenizer

    try:
        tokens = Tokenizer(replace_not_contraction=False).tokenize(content)
        starts = [sentence[0].offset for sentence in segment(tokens)]
    except Exception:  # an outside library on a stranger's text: whatever it raises, there is another way
        return _starts_by_expression(content)
    return [start for start in starts if 0 < start < len(content)]


def _starts_by_expression(content: str) -> list[int]:
    return [
        match.end()
        for match in PROPOSED.finditer(content)
        if match.end() < len(content) and _can_start(content[match.end() : match.end() + 8])
    ]


def _mended(content: str, proposed: list[int]) -> list[int]:
    """Where sentences start within a block, but for its first, after mending what was proposed."""
    certain = {match.end() for match in FULL_STOPS.finditer(content)}
    likely = {
        match.end()
        for match in OVERLOOKED.finditer(content)
        if STARTER.match(content, match.end()) and _can_start(content[match.end() : match.end() + 8])
    }
    has_case = any(letter.isupper() for letter in content)
    kept: list[int] = []
    marks = counted = 0
    for place in sorted({*proposed, *certain, *likely}):
        marks += content.count('"', counted, place)
        counted = place
        start = _after_closing_marks(content, place, inside=marks % 2 == 1)
        if start >= len(content) or (kept and start <= kept[-1]):
            continue
        if place in certain or _is_boundary(content, start, has_case=has_case):
            kept.append(start)
    return kept


def _after_closing_marks(content: str, place: int, *, inside: bool) -> int:
    """A boundary moved behind marks that close what stands before it, and behind the space after them."""
    end = place
    while end < len(content) and (content[end] in "”»’)]」』）" or (content[end] == '"' and inside)):
        inside = inside and content[end] != '"'
        end += 1
    if end == place or (end < len(content) and not content[end].isspace()):
        return place
    while end < len(content) and content[end].isspace():
        end += 1
    return end


def _is_boundary(content: str, start: int, *, has_case: bool) -> bool:
    """Does a sentence end before this place, and another start at it?"""
    before = content[max(0, start - TAIL) : start].rstrip()
    following = content[start : start + TAIL]
    opened = following.lstrip(OPENING + " ")
    if not opened or not any(letter.isalnum() for letter in content[start : start + 200]):
        return False
    if before.endswith(";"):
        return False
    if opened[0].islower() and has_case and not BULLET.match(following):
        return False
    if QUOTED_CRY.search(before) and SAYS.match(content, start):
        return False
    before = before.rstrip(CLOSING)
    if NEVER_LAST.search(before):
        return False
    if BEFORE_NUMBER.search(before) and opened[0].isdigit():
        return False
    return STARTER.match(content, start) is not None if MAY_BE_LAST.search(before) else True
