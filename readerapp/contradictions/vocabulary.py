"""English words that matter where statements are compared, as base forms."""

from __future__ import annotations

from readerapp.language.tokens import word_set
from readerapp.sources.function_words import FUNCTION_WORDS

FUNCTION = FUNCTION_WORDS["en"] | word_set(
    "a an my your our us me him his hers its itself himself herself themselves am does did do doing "
    "done having being while where how why whom whose than then also very just own same such too here "
    "again once each few most over under between through during before since until against because both "
    "any nor so upon within without though although yet still even ever much many might must shall "
    "should could would can cannot s t d ll re ve m say said says tell told one two mr mrs ms"
)
"""Words that carry no meaning of their own, as they stand."""

FALSITY = word_set(
    "untrue false falsehood absurd nonsense baseless groundless unfounded fabricate fabrication hoax "
    "lie liar garbage rubbish ridiculous laughable unbelievable fake smear invention myth fantasy "
    "fiction slander libel misleading wrong inaccurate incorrect unsubstantiated preposterous bogus "
    "fairytale untruth"
)
"""Words by which somebody says that something is not so."""

CLAIMING = word_set(
    "allegation claim accusation charge suspicion tie link speculation rumor rumour evidence accuse "
    "allege blame suspect confident believe conclude reveal prove implicate report involvement "
    "interference interfere collusion collude admit confess acknowledge"
)
"""Words that tell that something is claimed or held to be so."""

POINTING = word_set(
    "claim allegation accusation charge report rumor rumour story suggestion assertion it that them "
    "this those what he she they notion idea wrongdoing involvement accuse allege deny reject dismiss "
    "false untrue lie"
)
"""Words of a denial that only point at a claim made elsewhere."""

ADDING = word_set(
    "also another other others further additional separately separate elsewhere meanwhile earlier"
)
"""Words by which a sentence tells of something more, beside what was told before."""

CONDITIONAL = word_set("if unless whether would could might may")
"""Words of conditions, and of what would or might be."""
