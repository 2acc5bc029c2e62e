"""How common words are in general, for judging what a short text has in common with another.

In an article of two hundred words most words occur once, `the` and `treaty` alike. The lists below hold
the commonest words of some languages in falling order, compiled for this program; a word's share of all
text follows from its place by Zipf's law. In scripts written without spaces, where every character counts
as a word, the share follows from the size of the alphabet.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from readerapp.language.words import words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

COMMONEST = (
    # English
    "the of and to a in that is was he for it with as his on be at by i this had not are but from or have an "
    "they which one you were her all she there would their we him been has when who will more no if out so "
    "said what up its about into than them can only other "
    "new some could time these two may then do first any "
    "my now such like our over man me even most "
    "made after also did many before must through back years where "
    "much your way well down should because each just those people mr how too little state good very make "
    "still own see men work long here get both between life being under never day same another know while "
    "last might us great old year off come since against go came right used take three himself few house use "
    "during without again place around however home small found think went say part once general high upon "
    "school every don't does got united left number course war until always away something fact though water "
    "less public put thing almost hand enough far took "
    "head yet government system better set told nothing night "
    "end why called didn't eyes find going look asked "
    "later knew people want tell give need really believe feel "
    "thought done says let ask next things today week month days am i'm it's that's sure please thank thanks "
    "anything everything lot keep help talk call try "
    "mean happen important first second between whether along",
    # German
    "der die und in den von zu das mit sich des auf für "
    "ist im dem nicht ein eine als auch es an werden aus er "
    "hat dass sie nach wird bei einer um am sind noch "
    "wie einem über einen so zum war haben nur oder aber vor "
    "zur bis mehr durch man sein wurde sei",
    # French
    "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son "
    "aux ou mais comme cette ses on été nous leur sa elle deux ces même fait tout",
    # Spanish
    "de la que el en y a los se del las un por con no "
    "una su para es al lo como más o pero sus le ha me si sin "
    "sobre este ya entre cuando todo esta ser son dos también fue había era muy hasta desde",
    # Italian
    "di e il la che in a per un è del non una le con "
    "si da i della al sono come dei più ha ma nel gli alla lo "
    "su anche se delle ad o questo dal ed della stato",
    # Portuguese
    "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou "
    "quando muito nos já também só pelo pela até isso",
    # Dutch
    "de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar bij of uit nog door "
    "naar heeft ze wordt tot je mijn deze over",
    # Swedish, Danish, Norwegian
    "och i att det som en på är av för med den till inte har de ett om var jag men sig så från vi kan han og "
    "at af ikke til er hun der fra ved også skal blev",
    # Polish, Czech
    "w i na z się nie do że to jest o jak po od za przez dla co ale przy a je se v s že k by ve jako",
    # Russian, Ukrainian
    "и в не на я что он с как это по но они к у из за мы от то а о для так бы его же или был та і що у з до "
    "не на він як від",
    # Greek, Turkish, Finnish
    "και το να του η της με που την από για είναι τα ve bir bu da de için ile ja on ei että oli se hän",
)

ALPHABETS = (
    (0x0E01, 0x0E5B),  # Thai
    (0x0E81, 0x0EDF),  # Lao
    (0x1000, 0x1049),  # Myanmar
    (0x1780, 0x17B3),  # Khmer
    (0x3041, 0x30FF),  # Hiragana and Katakana
)
"""Letters, of which there are some dozens, in scripts without spaces; both ends included."""

ZIPF = 0.08
"""Share of all words of a language's commonest, about that of `the`; the nth has this divided by n."""

LETTER = 1 / 40
"""Share of all letters that one of an alphabet has on average."""


@cache
def common_words() -> tuple[NDArray[np.uint64], NDArray[np.float32]]:
    """Keys of common words, sorted, and the share of all words that each has.

    Returns:
        keys as in `Words.keys` and shares between 0 and 1, both of shape (n,).
    """
    import numpy as np

    shares: dict[int, float] = {}
    for key, share in _entries():
        shares[key] = max(share, shares.get(key, 0.0))
    keys = np.array(sorted(shares), np.uint64)
    return keys, np.array([shares[key] for key in keys.tolist()], np.float32)


def _entries() -> Iterator[tuple[int, float]]:
    for words in COMMONEST:
        for place, key in enumerate(words_of(words).keys.tolist(), 1):
            yield key, ZIPF / place
    for first, last in ALPHABETS:
        letters = " ".join(chr(point) for point in range(first, last + 1))
        for key in words_of(letters).keys.tolist():
            yield key, LETTER
