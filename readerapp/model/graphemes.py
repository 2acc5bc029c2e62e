"""Where one character, as a person sees it, ends and the next begins.

The rules are those of Unicode's extended grapheme clusters (UAX 29) for what occurs in articles: letters
with combining marks, emoji with variation selectors, skin tones and joiners, flags, Korean syllables.
Only the neighbourhood of one place is looked at, so nothing has to be prepared for a long text.
"""

from __future__ import annotations

import unicodedata

from readerapp.model.span import Span

ZERO_WIDTH_JOINER = "\u200d"
_PICTOGRAPHS_BEGIN = "\u2190"
"""Arrows, symbols, emoji and variation selectors come after this; letters that a joiner shapes, before."""
_ALWAYS_JOINED = frozenset("\u200c\u200d\u0e33\u0eb3\uff9e\uff9f")


def is_boundary(text: str, index: int) -> bool:
    """May the text be cut before the code point at `index`?"""
    if index <= 0 or index >= len(text):
        return True
    character = text[index]
    if character < "\u0300":
        return True
    before = text[index - 1]
    if before in "\n\t":
        return True
    if before == ZERO_WIDTH_JOINER and is_joining(text, index - 1):
        return False
    if character in _ALWAYS_JOINED or "\U0001f3fb" <= character <= "\U0001f3ff":
        return False
    if "\U0001f1e6" <= character <= "\U0001f1ff":
        return not _is_second_of_flag(text, index)
    if "\U000e0020" <= character <= "\U000e007f":
        return False
    if _is_jamo(character) or "\uac00" <= character <= "\ud7a3":
        return not _continues_syllable(before, character)
    return unicodedata.category(character)[0] != "M"


def is_joining(text: str, index: int) -> bool:
    """Does the zero width joiner at `index` make one sign of two pictographs?"""
    return (
        0 < index < len(text) - 1
        and text[index - 1] >= _PICTOGRAPHS_BEGIN
        and text[index + 1] >= _PICTOGRAPHS_BEGIN
    )


def previous_boundary(text: str, index: int) -> int:
    """The last boundary before `index`; 0 where there is none."""
    index = min(index, len(text)) - 1
    while index > 0 and not is_boundary(text, index):
        index -= 1
    return max(0, index)


def next_boundary(text: str, index: int) -> int:
    """The first boundary after `index`; the text's length where there is none."""
    index = max(index, -1) + 1
    while not is_boundary(text, index):
        index += 1
    return min(index, len(text))


def snap_back(text: str, index: int) -> int:
    """`index` itself where it is a boundary, else the last one before it."""
    index = max(0, min(index, len(text)))
    return index if is_boundary(text, index) else previous_boundary(text, index)


def snap(text: str, span: Span) -> Span:
    """The smallest span that holds `span` and cuts no character in two."""
    start = snap_back(text, span.start)
    end = max(start, min(span.end, len(text)))
    return Span(start, end if is_boundary(text, end) else next_boundary(text, end))


def _is_second_of_flag(text: str, index: int) -> bool:
    first = index
    while first > 0 and "\U0001f1e6" <= text[first - 1] <= "\U0001f1ff":
        first -= 1
    return (index - first) % 2 == 1


def _is_jamo(character: str) -> bool:
    return (
        "\u1100" <= character <= "\u11ff"
        or "\ua960" <= character <= "\ua97c"
        or "\ud7b0" <= character <= "\ud7fb"
    )


def _is_leading(character: str) -> bool:
    return "\u1100" <= character <= "\u115f" or "\ua960" <= character <= "\ua97c"


def _is_trailing(character: str) -> bool:
    return "\u11a8" <= character <= "\u11ff" or "\ud7cb" <= character <= "\ud7fb"


def _continues_syllable(before: str, character: str) -> bool:
    """Rules GB6 to GB8: a Korean syllable written in parts."""
    is_syllable = "\uac00" <= before <= "\ud7a3"
    if not is_syllable and not _is_jamo(before):
        return False
    if _is_leading(before):
        return not _is_trailing(character)
    if not _is_jamo(character) or _is_leading(character):
        return False
    if _is_trailing(before):
        return _is_trailing(character)
    # A syllable that has its final consonant already takes no further vowel.
    has_final = is_syllable and (ord(before) - 0xAC00) % 28 != 0
    return _is_trailing(character) or not has_final
