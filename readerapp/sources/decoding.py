"""Bytes to characters: byte order mark, then UTF-8, then what the source declares, then a guess.

UTF-8 comes before a declaration because text that is valid UTF-8 with letters beyond ASCII is UTF-8, while
pages often declare what they are not. A guess is told as a notice, and so are bytes that mean nothing in
the encoding. What is no text in any encoding is refused.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass

from readerapp.model import Notice, ReaderError
from readerapp.sources.formats import Loaded
from readerapp.sources.western import is_western

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # The mark of UTF-32 begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_GUESSES = (
    *("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874"),
    *("koi8_r", "koi8_u", "cp866", "iso8859_2", "iso8859_5", "iso8859_7", "mac_cyrillic"),
    *("gb18030", "big5", "cp932", "euc_jp", "iso2022_jp", "cp949"),
    *("utf_16_le", "utf_16_be", "utf_32_le", "utf_32_be"),
)
"""Encodings that texts are found in (those of the WHATWG's standard): a guess among all that Python knows
prefers rarities such as johab."""

_UNLIKELY = ("cp1252", "cp1257", "cp874")
"""Of several equally good guesses none of these: western text was told before, and the statistics take
Czech for Baltic and Korean for Thai."""

_DECLARED_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
}
"""What pages mean by the names that they declare (WHATWG Encoding Standard, labels)."""

_NOT_DECLARABLE = re.compile(r"utf-?(?:7|16|32)|hz|.*escape|punycode|idna|undefined|mbcs|oem", re.ASCII)
"""A declaration that could be read shows that it is none of these."""

_SAMPLE = 256 * 1024
"""Bytes that an encoding is guessed from."""

_ESCAPES_OF_JAPANESE = re.compile(rb"\x1b\$[@B]")
_EXPECTED = re.compile(
    "[\t\n\r -~\u00a0-\u0fff\u10a0-\u11ff\u1e00-\u1fff\u2010-\u2044\u20a0-\u20bf"
    "\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uffef\U0001f300-\U0001faff]"
)
"""What nearly every character of a text is."""
_SPACES = re.compile("[\n \u3000-\u3002\uff0c]")
"""What every text in 16 bits has, and what no pair of printed bytes looks like."""

_SIGNS = "¤¦¨¬¯°±²³´¶·¸¹¼½¾¿×÷ˇ˘˙˛˝"
_PRINTED = bytes(set(range(256)) - set(range(32))) + b"\t\n\r\f"
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\b\x1b")) + b"\x7f"
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and how they were got from bytes."""

    text: str
    encoding: str
    """Name of the encoding in small letters, such as `windows-1252`."""
    notices: tuple[Notice, ...] = ()


def decode(loaded: Loaded, *, declared: Sequence[str] = ()) -> Decoded:
    """The characters that the bytes of an article stand for.

    Args:
        loaded: the article.
        declared: encodings that the source names, the most trusted first; unknown names are passed over.

    Raises:
        ReaderError: the bytes are no text.
    """
    data = loaded.data
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding, loaded)
    wide = _wide(data)
    if wide is not None:
        return Decoded(data.decode(wide), _name(wide), (_guessed(wide, loaded),))
    if _ESCAPES_OF_JAPANESE.search(data):
        text = _strict(data, "iso2022_jp")
        if text is not None:
            return Decoded(text, _name("iso2022_jp"), (_guessed("iso2022_jp", loaded),))
    decoded = _as_utf8(loaded)
    if decoded is not None:
        return decoded
    _refuse_binary(loaded, share=0.02)
    for name in declared:
        codec = _codec(name)
        text = _strict(data, codec) if codec else None
        if codec and text is not None:
            return Decoded(text, _name(codec))
    text = _strict(data, "cp1252")
    if text is not None and is_western(text):
        return Decoded(text, _name("cp1252"), (_guessed("cp1252", loaded),))
    return _guess(loaded)


def _as_utf8(loaded: Loaded) -> Decoded | None:
    """The text if it is UTF-8, perhaps with a little damage."""
    data = loaded.data
    text = _strict(data, "utf-8")
    if text is not None:
        # Eight controls are tolerated in the shortest text.
        _refuse_binary(loaded, share=0.1, tolerated=8)
        return Decoded(text, "utf-8")
    # Hardly any text in another encoding has even one pair of bytes that is valid UTF-8, so many of
    # them, or one that is cut off at the very end, mean UTF-8 with some bytes broken.
    text = data.decode("utf-8", "replace")
    errors = text.count("\ufffd")
    if len(_MULTIBYTE.findall(data)) < 5 * errors:
        return None
    _refuse_binary(loaded, share=0.02)
    return Decoded(text, "utf-8", (_damaged("utf-8", loaded),))


def _wide(data: bytes) -> str | None:
    """The encoding of 16 or 32 bits a character that the bytes are in, without saying so."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or not sample.translate(None, _PRINTED):
        return None
    for encoding, size in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        if len(data) % size == 0:
            characters = sample.decode(encoding, "replace")
            expected = len(_EXPECTED.findall(characters))
            if (
                expected > 0.95 * len(characters)
                and _SPACES.search(characters)
                and _strict(data, encoding) is not None
            ):
                return encoding
    return None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _lenient(data: bytes, encoding: str, loaded: Loaded) -> Decoded:
    text = _strict(data, encoding)
    if text is not None:
        return Decoded(text, _name(encoding))
    return Decoded(data.decode(encoding, "replace"), _name(encoding), (_damaged(encoding, loaded),))


def _guess(loaded: Loaded) -> Decoded:
    from charset_normalizer import from_bytes

    data = loaded.data
    matches = list(from_bytes(data[:_SAMPLE], cp_isolation=list(_GUESSES)))
    # Statistics cannot tell neighbours such as windows-1250 and -1257 apart; signs inside words can.
    equals = [
        match
        for match in matches
        if match.chaos <= matches[0].chaos + 0.01 and match.coherence >= matches[0].coherence - 0.1
    ]
    equals.sort(key=lambda match: (_signs_at_letters(str(match)), match.encoding in _UNLIKELY))
    for match in (*equals, *matches):
        text = _strict(data, match.encoding)
        if text is not None and not _is_noise(text):
            return Decoded(text, _name(match.encoding), (_guessed(match.encoding, loaded),))
    for encoding in ("cp1252", "cp1251"):
        text = _strict(data, encoding)
        if text is not None and not _is_noise(text):
            return Decoded(text, _name(encoding), (_guessed(encoding, loaded),))
    raise _binary(loaded)


def _signs_at_letters(text: str) -> int:
    """How often a sign that is no letter stands at a letter, as in `¾e` for `že`."""
    return len(re.findall(rf"[^\W\d_][{_SIGNS}]|[{_SIGNS}][^\W\d_]", text))


def _is_noise(text: str) -> bool:
    """Is this what bytes that are no text look like, rather than a text?"""
    sample = text[:_SAMPLE]
    odd = sum(not (character.isprintable() or character.isspace()) for character in sample)
    return odd > 0.02 * len(sample)


def _refuse_binary(loaded: Loaded, *, share: float, tolerated: int = 2) -> None:
    sample = loaded.data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(tolerated, share * len(sample)):
        raise _binary(loaded)


def _codec(name: str) -> str | None:
    """Python's name for the encoding that a page means by a name; None where it cannot be that."""
    try:
        known = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return None
    if _NOT_DECLARABLE.fullmatch(known.name) or not getattr(known, "_is_text_encoding", True):
        return None
    return _DECLARED_AS.get(known.name, known.name)


def _name(codec: str) -> str:
    """The name of an encoding as people and other programs know it."""
    name = codecs.lookup(codec).name.replace("_", "-")
    return re.sub(r"^cp(125\d)$", r"windows-\1", re.sub(r"^iso8859-", "iso-8859-", name))


def _guessed(encoding: str, loaded: Loaded) -> Notice:
    return Notice(
        "encoding-guessed",
        f"{loaded.called} does not say in which encoding it is; it was read as {_name(encoding)}. "
        "If letters look wrong, convert it to UTF-8.",
    )


def _damaged(encoding: str, loaded: Loaded) -> Notice:
    return Notice(
        "encoding-damaged",
        f"{loaded.called} has bytes that mean nothing in {_name(encoding)}; each is shown as \ufffd.",
    )


def _binary(loaded: Loaded) -> ReaderError:
    return ReaderError(
        f"{loaded.shown}: it is not text, or in an encoding that cannot be told; convert it to text in UTF-8"
    )
