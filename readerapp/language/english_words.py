"""The small words of English by what they do in a sentence, in lower case and with straight apostrophes."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a string, separated by spaces, as a set."""
    return frozenset(words.split())


DETERMINERS = word_set(
    """
    the a an this that these those some any many several most all both each every another other no
    one two three four five six seven eight nine ten dozens hundreds thousands his her its their our
    my your few multiple various
    """
)
STANDING_ALONE = word_set("some many several most all both one another few")
SUBJECT_PRONOUNS = word_set("he she they it i we you who")
OBJECT_PRONOUNS = word_set(
    """
    him her them us me you it himself herself themselves reporters
    """
)
PREPOSITIONS = word_set(
    """
    of for from at with in to on by about against between among over under during after before
    through into near within without since until despite via per toward towards amid like than
    """
)
JOINING = word_set("of for from at with in to on on behind near")
CONJUNCTIONS = word_set(
    """
    and but or nor yet so because as while when where if whether that which who whom whose although
    though since unless until after before what why how once even then something anything nothing everything
    """
)
AUXILIARIES = word_set(
    """
    is are was were be been being has have had having do does did will would can could should may
    might must shall isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't
    wouldn't can't couldn't shouldn't cannot isnt arent wasnt werent hasnt havent hadnt dont doesnt
    didnt wont wouldnt cant couldnt i'm he's she's it's they're we're you're i've we've they've i'll
    he'll she'll
    """
)
BE = word_set("is are was were be been being isn't wasn't weren't aren't")
NEGATIONS = word_set("not never")
ADVERBS = word_set(
    """
    also later again now then once still even first initially previously recently already often
    never not just yesterday today earlier further simply soon always meanwhile however therefore
    all both too instead ever afterwards afterward elsewhere and/or far long since himself herself
    themselves itself
    """
)
TIMES = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december today yesterday tomorrow tonight morning afternoon
    evening night
    """
)
TIME_NOUNS = word_set(
    """
    second minute hour week month year day weekend time morning evening night afternoon
    """
)
COMMA_LIKE = word_set(", — – -- -")
CLAUSE_ENDS = word_set("; ! ? :")
AGENTS = word_set(
    """
    police officials prosecutors critics investigators experts aides sources authorities witnesses
    lawyers spokesman spokeswoman official report reports opponents supporters lawmakers analysts
    """
)
NOT_NAMES = DETERMINERS | SUBJECT_PRONOUNS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | ADVERBS
