"""Is a text that was decoded as windows-1252 what its writer wrote?

Most articles that are not UTF-8 are in windows-1252 (or ISO 8859-1, which it contains). Statistics over
letters take them for its neighbours: French for windows-1250 (`ŕ` for `à`), curly quotation marks for
DOS letters. But the wrong encoding shows at once in where its characters stand: a currency sign inside a
word, a capital after a small letter. A text in which nothing of this sort happens is western.
"""

from __future__ import annotations

import re

_LETTERS = "àâäáãåæçèéêëìíîïñòóôöõøùúûüÿœßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØÙÚÛÜŒ"
"""Letters of the languages of western Europe. Those that Icelandic or Finnish would add are left out, as
they are what Turkish, Czech or Polish look like in the wrong encoding."""

_SIGNS_IN_WORDS = "’‘–—…·\u00a0\u00ad"
"""Signs that may stand between two letters."""

_SIGNS = "“”„‚‹›«»¿¡€£§°©®™•ªº²½¼¾"
"""Signs that may not."""

_IMPLAUSIBLE = re.compile(
    f"[^\x00-\x7f{_LETTERS}{_SIGNS_IN_WORDS}{_SIGNS}]"
    f"|[a-zß-öø-ÿœ][À-ÖØ-ÞŒ]"
    f"|[A-Za-zÀ-ÖØ-öø-ÿ](?:[{_SIGNS}][a-zß-öø-ÿ]|[¿¡§¼½¾])"
    # The tilde of Portuguese stands before o and e alone; elsewhere `õ` is the Hungarian `ő`.
    f"|õ(?!e)"
)
_BEYOND_ASCII = re.compile(f"[{_LETTERS}]")
_LETTER = re.compile(f"[A-Za-z{_LETTERS}]")

_MOST = 0.3
"""Share of letters beyond ASCII: a tenth is much in any western language; Russian or Greek are near one."""

_SAMPLE = 256 * 1024


def is_western(text: str) -> bool:
    """Does the text read as one that was written in windows-1252?

    Args:
        text: decoded as windows-1252, with at least one character beyond ASCII.
    """
    sample = text[:_SAMPLE]
    if _IMPLAUSIBLE.search(sample):
        return False
    return len(_BEYOND_ASCII.findall(sample)) <= _MOST * len(_LETTER.findall(sample))
