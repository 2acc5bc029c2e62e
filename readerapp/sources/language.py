"""Which language a text is in, as far as its script and its function words tell.

An honest answer: where the beginning of a text is short, mixed, a list of names or in a language that is
not known here, there is none. Nothing of the text is looked at beyond its first four thousand code
points.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

_BEGINNING = 4_000
"""Code points, some seven hundred words: more did not change an answer, and every article is read."""
_FEWEST_WORDS = 20
_FEWEST_LETTERS = 40
"""Of a script without spaces, where this is about twenty words."""

_SHARE_OF_SCRIPT = 0.7
"""Share of letters that must be in a script for the text to be in it."""

_FEWEST_FUNCTION_WORDS = 0.2
"""Share of words. Running text of the languages known has 0.3 to 0.5; lists of names, and text in
languages not known, rarely reach 0.15."""

_LEAD = 1.15
"""How many times as many function words as the next language the text must have."""

_SCRIPTS = {
    "latin": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    "cyrillic": "\u0400-\u052f",
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "han": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af",
    "kana": "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d",
    "hangul": "\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f",
    "thai": "\u0e01-\u0e4e",
    "hebrew": "\u05d0-\u05ea",
    "arabic": "\u0621-\u06ff\u0750-\u077f",
    "devanagari": "\u0900-\u097f",
    "armenian": "\u0531-\u058f",
    "georgian": "\u10a0-\u10ff",
}
_LETTERS_OF = {script: re.compile(f"[{letters}]") for script, letters in _SCRIPTS.items()}
_WORD = re.compile(r"[^\W\d_]+")

_ONE_LANGUAGE = {
    "greek": "el",
    "hangul": "ko",
    "thai": "th",
    "hebrew": "he",
    "armenian": "hy",
    "georgian": "ka",
}
"""Scripts in which hardly a second language is written."""

_CYRILLIC = {
    "uk": frozenset("іїєґ"),
    "be": frozenset("ў"),
    "ru": frozenset("ыэё"),
    "sr": frozenset("јљњћђџ"),
    "mk": frozenset("јљњѓќѕџ"),
}
"""Letters that only some of the languages in Cyrillic script have."""

_WORDS_OF_SCRIPT: dict[str, dict[str, str]] = {
    "arabic": {
        "ar": "في من على أن إلى التي عن مع ما هذا كان بعد هذه الذي قال لا أو كما وقال بين",
        "fa": "و در به از که این را با است برای آن یک تا بر هم کرد شد گفت خود می",
        "ur": "کے میں کی ہے اور سے کا کو اس نے ہیں پر کہ ایک یہ تھا بھی کر ہو گیا",
    },
    "devanagari": {
        "hi": "के में की है और से का को पर ने कि यह इस नहीं हैं भी कर एक था लिए",
        "mr": "आहे आणि या ते तो ही हे होते नाही का असे व मध्ये केली आहेत एक झाले होता",
        "ne": "छ र को मा का ले पनि हो भएको यो गरेको एक छन् गर्न लागि थियो त भने",
    },
}
"""Function words of languages that share a script other than the Latin one."""


def identify_language(text: str) -> str | None:
    """The language of a text.

    Args:
        text: any text.

    Returns:
        its two-letter code (ISO 639-1), or None where it cannot be told.
    """
    beginning = text[:_BEGINNING].lower()
    counts = {script: len(letters.findall(beginning)) for script, letters in _LETTERS_OF.items()}
    total = sum(counts.values())
    if total < _FEWEST_LETTERS:
        return None
    japanese = counts["kana"] + counts["han"]
    if counts["kana"] >= 0.1 * japanese and japanese >= _SHARE_OF_SCRIPT * total:
        return "ja"
    script = max(counts, key=lambda name: counts[name])
    if counts[script] < _SHARE_OF_SCRIPT * total:
        return None
    if script == "han":
        return "zh" if counts["kana"] < 0.02 * japanese else None
    if script == "thai":
        return "th"
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    words = _words(beginning, script)
    if len(words) < _FEWEST_WORDS:
        return None
    if script == "cyrillic":
        return _cyrillic(beginning)
    if script == "latin":
        from readerapp.sources.function_words import FUNCTION_WORDS

        return _by_words(words, FUNCTION_WORDS)
    known = _WORDS_OF_SCRIPT[script]
    return _by_words(words, {language: frozenset(known[language].split()) for language in known})


def _words(text: str, script: str) -> list[str]:
    if script == "devanagari":
        # Python's word characters leave out the vowel signs of this script.
        return re.findall("[\u0900-\u0963]+", text)
    return _WORD.findall(text)


def _by_words(words: list[str], known: dict[str, frozenset[str]]) -> str | None:
    """The language with by far the most function words among the words."""
    frequencies = Counter(words)
    shared = _sharing(tuple(known.values()))
    counts, weights = {}, {}
    for language, function_words in known.items():
        counts[language] = sum(frequencies[word] for word in function_words)
        # A word tells the less the more languages have it.
        weights[language] = sum(frequencies[word] / shared[word] for word in function_words)
    first, *others = sorted(known, key=lambda language: -weights[language])
    if counts[first] < _FEWEST_FUNCTION_WORDS * len(words):
        return None
    return first if all(weights[first] >= _LEAD * weights[other] for other in others) else None


@cache
def _sharing(known: tuple[frozenset[str], ...]) -> Counter[str]:
    """How many of the languages have each word."""
    return Counter(word for function_words in known for word in function_words)


def _cyrillic(text: str) -> str | None:
    """The language of a text in Cyrillic script, by the letters that it has and lacks."""
    frequencies = Counter(text)
    special = {
        language: sum(frequencies[letter] for letter in letters) for language, letters in _CYRILLIC.items()
    }
    letters = sum(count for character, count in frequencies.items() if "\u0400" <= character <= "\u052f")
    if max(special.values()) < 0.005 * letters:
        # Only Bulgarian has a vowel ъ, and none of the letters above.
        return "bg" if frequencies["ъ"] >= 0.008 * letters else None
    if special["be"] >= 0.005 * letters:
        return "be"
    first, second = sorted(special, key=lambda language: -special[language])[:2]
    return first if special[first] > special[second] else None
