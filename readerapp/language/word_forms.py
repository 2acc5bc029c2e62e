"""The base form of an English word, so that `denied`, `denies` and `denying` meet `deny`.

Only inflection is undone, never derivation: `denial` stays. Irregular forms stand in a table; regular endings
are taken off by rule, and whether an `e` has to come back (`saved`, but `killed`) follows from the letters
before the ending. There is no dictionary behind it: a name that looks like an inflected word is treated as
one, and so is a word of another language.
"""

from __future__ import annotations

import re
from functools import lru_cache

VOWELS = frozenset("aeiouy")

LONGEST = 24
"""Letters of the longest word that is looked at; longer ones come back in lower case."""

CACHED = 1 << 16
"""Words that are remembered."""

_IRREGULAR = """
be am is are was were been being 're 'm | have has had having 've | do does did done | say says said
go goes went gone | get got gotten | make made | know knew known | take took taken | see saw seen
come came | think thought | give gave given | find found | tell told | become became | leave left
feel felt | bring brought | begin began begun | keep kept | hold held | write wrote written | stand stood
hear heard | mean meant | meet met | run ran | pay paid | sit sat | speak spoke spoken | lead led
grow grew grown | lose lost | fall fell fallen | send sent | build built | understand understood
draw drew drawn | break broke broken | spend spent | rise rose risen | drive drove driven | buy bought
wear wore worn | choose chose chosen | seek sought | throw threw thrown | catch caught | deal dealt
win won | forget forgot forgotten | lay laid | fly flew flown flies | teach taught | sell sold
fight fought | shoot shot | steal stole stolen | strike struck stricken | flee fled | shake shook shaken
hide hid hidden | hang hung | swear swore sworn | sink sank sunk | swim swam swum | sing sang sung
ring rang rung | drink drank drunk | shrink shrank shrunk | spring sprang sprung | sting stung | swing swung
cling clung | fling flung | stick stuck | dig dug | spin spun | bend bent | lend lent | bind bound
grind ground | feed fed | bleed bled | breed bred | speed sped | slide slid | light lit | bite bit bitten
eat ate eaten | freeze froze frozen | weave wove woven | wake woke woken | awake awoke awoken
tear tore torn | bear bore borne | swell swollen | sweep swept | weep wept | creep crept | sleep slept
leap leapt | dream dreamt | burn burnt | learn learnt | spell spelt | spill spilt | spoil spoilt
kneel knelt | cleave cleft | ride rode ridden | blow blew blown | show shown | sew sewn | sow sown
prove proven | mow mown | withdraw withdrew withdrawn | withhold withheld | withstand withstood
undergo undergoes underwent undergone | undertake undertook undertaken | overcome overcame
overthrow overthrew overthrown | overtake overtook overtaken | overrun overran | oversee oversaw overseen
overhear overheard | override overrode overridden | mistake mistook mistaken | mislead misled
rebuild rebuilt | repay repaid | retell retold | rethink rethought | foresee foresaw foreseen
forgive forgave forgiven | forbid forbade forbidden | uphold upheld | undo undone undid
outgrow outgrew outgrown | outrun outran | redo redid redone | slay slew slain | bid bade
lie lied lying lies lain | die died dying dies | tie tied tying ties | vie vied vying vies
untie untied untying | agree agreed | disagree disagreed | free freed | guarantee guaranteed
decree decreed | referee refereed | flee fleeing | see seeing | panic panicked panicking
traffic trafficked trafficking | picnic picnicked picnicking | mimic mimicked mimicking | frolic frolicked
quiz quizzed quizzes quizzing | canvass canvassed | dye dyed dyeing | singe singeing | hoe hoed
eye eyed eyeing | bus buses bused busing | gas gases gassed gassing
focus focuses focused focusing focussed | bias biased biases | plead pled | man men | woman women
child children | person people persons | foot feet | tooth teeth | goose geese | mouse mice | ox oxen
policeman policemen | policewoman policewomen | gunman gunmen | fireman firemen | spokesman spokesmen
spokeswoman spokeswomen | fisherman fishermen | businessman businessmen | congressman congressmen
lawman lawmen | serviceman servicemen | chairman chairmen | hitman hitmen | wife wives | knife knives
life lives | wolf wolves | half halves | thief thieves | shelf shelves | self selves | loaf loaves
calf calves | scarf scarves | midwife midwives | crisis crises | analysis analyses | thesis theses
hypothesis hypotheses | diagnosis diagnoses | emphasis emphases | oasis oases | criterion criteria
phenomenon phenomena | bacterium bacteria | shoe shoes | canoe canoes | toe toes toed | axe axes axed axing
movie movies | cookie cookies | zombie zombies | calorie calories | pie pies | selfie selfies
prairie prairies | virus viruses | bonus bonuses | campus campuses | census censuses | chorus choruses
circus circuses | status statuses | surplus surpluses | caucus caucuses | walrus walruses
octopus octopuses | plus pluses | veto vetoes vetoed vetoing | echo echoes echoed echoing
torpedo torpedoes torpedoed | embargo embargoes embargoed | arise arose arisen | beat beaten
misunderstand misunderstood | put putting | sneak snuck | spit spat | shine shone | string strung
prepay prepaid | clothe clad | grandchild grandchildren | housewife housewives | index indices
stimulus stimuli | fungus fungi | alumnus alumni | elf elves | good better best | bad worse worst
far farther further farthest furthest | little least | ache aches ached aching
"""
"""A base form with its irregular inflected forms, several on a line."""

_UNCHANGED = """
this his its is yes as us was has thus plus gas bus news series species always perhaps besides lens chess
politics economics ethics athletics physics mathematics headquarters means whereas towards afterwards
sometimes indoors outdoors overseas upstairs downstairs unless nevertheless less across process access
success business witness address congress christmas texas paris los angeles jesus james charles thomas
hughes williams jones davis harris lewis nicholas andreas lucas douglas thames wales netherlands philippines
athens brussels naples kansas arkansas massachusetts illinois minneapolis indianapolis cyprus honduras
barbados laos hundred sacred naked wicked kindred indeed need feed speed seed breed bleed weed deed creed
greed heed steed reed exceed proceed succeed bed red wed shed sled shred bred sped embed biped moped hatred
infrared wretched rugged aged crooked thing king ring wing spring string bring sing sting swing cling fling
sling wring bling ping ding during morning evening nothing something anything everything ceiling sibling
wedding pudding sterling darling duckling earring herring bearing beijing boeing viking underling fledgling
lightning clothing offspring shilling awning inning hamstring upbringing wellbeing plaything kong hong
mustang alas atlas canvas pancreas iris tennis penis pelvis basis axis oasis debris chassis clitoris bias
trellis cosmos chaos pathos ethos rhinoceros asbestos kudos pythagoras united clothes odds corps dallas
diabetes nowadays leeds collins adams edwards stevens evans rogers roberts reynolds holmes andrews moses
orleans mars carlos
"""
"""Words that only look inflected."""

_ADJECTIVES = """
big bold brave bright broad calm cheap clean clear close cold cool dark dear deep dense dry fair fast few
fierce fine firm fit flat fresh full grave great hard harsh heavy high hot huge kind large late early light
long loose loud mild narrow near neat new nice old poor proud pure quick quiet rare rich rough sad safe
sharp short sick simple slim slow small smart soft steep stiff strict strong sure sweet tall thick thin
tight tiny tough ugly warm weak wet wide wild wise young busy deadly easy happy healthy hungry likely lucky
risky angry costly dirty guilty lengthy lively lonely noisy ready steady wealthy friendly
"""
"""Adjectives whose `-er` and `-est` are comparatives; `lower` and `later` are words of their own as well."""

_KEEPS = """
add odd err purr butt putt egg ebb inn jazz buzz fuzz ball bell bill bull call cell chill dill doll drill
dull dwell fall fell fill full gall grill gull hall heel hill hull install instill kill kneel loll lull mill
mull null pall pill poll pull quell quill recall roll scroll sell shell skill smell spell spill stall still
stroll swell swill tell thrill till toll troll wall well will yell befall forestall enroll enthrall fulfill
distill appall bankroll payroll foretell
"""
"""Bases that end in two like consonants (those in `ss`, `ff` and `zz` are known by their ending)."""

_WITH_E = """
cite invite unite ignite excite incite recite write site bite expedite reunite rewrite underwrite complete
compete delete deplete concrete create recreate procreate change challenge arrange exchange avenge plunge
range revenge lunge cringe fringe hinge infringe impinge tinge binge estrange scavenge expunge sponge
rearrange lounge interfere adhere persevere revere premiere cohere explore ignore restore deplore implore
adore outscore underscore postpone condone dethrone atone phone telephone inhale exhale parole cajole
convene intervene contravene reconvene welcome become breathe bathe loathe soothe clothe seethe freeze
squeeze sneeze wheeze ease tease please cease lease crease grease leave believe centre taste paste waste
bounce type style overcome judge awe owe route reroute eye ache cache choose loose raze whale massacre theme
scheme dine rhyme square share stare spare scare care bare dare fare flare snare glare blare
"""
"""Bases in `e` whose other forms look as if there were none."""

_WITHOUT_E = """
treat repeat defeat cheat heat beat seat threat retreat mistreat sweat eat bloat float coat boat gloat
combat format focus bus canvas gas bias murmur debut input output pivot pilot ballot riot allot boycott
parrot applaud feud aid raid braid void avoid herald edit limit visit profit exit victim martyr ski toe
blossom custom accustom bottom ransom fathom gossip worship develop envelop gallop hiccup kayak sync signal
total rival medal pedal ruin begin oil foil pardon sponsor orphan slogan
"""
"""Bases without `e` whose other forms look as if there were one."""


def _groups(lines: str) -> list[list[str]]:
    return [group.split() for line in lines.strip().splitlines() for group in line.split("|")]


IRREGULAR = {form: group[0] for group in _groups(_IRREGULAR) for form in group}
UNCHANGED = frozenset(_UNCHANGED.split())
KEEPS = frozenset(_KEEPS.split())
WITH_E = frozenset(_WITH_E.split())
WITHOUT_E = frozenset(_WITHOUT_E.split())

E_BEFORE = re.compile(
    r"""(?:
      [cuvz] | [^aeiouns]s | [^aeiou]ns | [aeiou]s | ns
    | [aeiouldr]g | dg
    | [bcdfgkptz]l | stl
    | (?:^|[^aeo]) [iy]r | [^aeiou] ar | (?:^|[^o]) ur
    | (?:^|[^eo]) at | (?:^|[^aeo]) ut | (?:^|[^o]) ot
    | (?:^|[^eo]) ad | (?:^|[^ao]) id | (?:^|[^e]) ed | (?:^|[^o]) od | (?:^|[^o]) ud
    | (?:^|[^aeo]) ak | ik | (?:^|[^o]) ok | uk
    | (?:^|[^aeo]) il | (?:^|[^aou]) ul
    | (?:^|[^aeo]) am | (?:^|[^a]) im | um
    | (?:^|[^aeou]) in | (?:^|[^o]) un
    | (?:^|[^aeo]) ap | (?:^|[^ao]) ip | (?:^|[^o]) op | yp
    | ib | [^o] ob | ub
    )$""",
    re.VERBOSE,
)
"""Ends of what is left without `-ed` or `-ing` after which an `e` was lost, as a rule."""

E_IN_ONE_SYLLABLE = re.compile(r"^[^aeiou]*(?:al|or|on|om|an|ol|er|as|ar|am|im)$")
"""The same for words of one syllable: `scored`, but `sponsored`."""


def _comparatives() -> dict[str, str]:
    found = {}
    for word in _ADJECTIVES.split():
        if word.endswith("y") and word[-2] not in VOWELS:
            stem = word[:-1] + "i"
        elif word.endswith("e"):
            stem = word[:-1]
        elif re.search(r"[^aeiou][aeiou][bdgmnpt]$", word):
            stem = word + word[-1]
        else:
            stem = word
        found[stem + "er"] = found[stem + "est"] = word
    del found["later"]
    return found


COMPARATIVES = _comparatives()


@lru_cache(maxsize=CACHED)
def base_form(word: str) -> str:
    """The form of an English word under which a dictionary has it.

    Args:
        word: one word in any case, perhaps with a possessive `'s`, under either apostrophe.

    Returns:
        the base form in lower case; the word itself in lower case where nothing has to be undone. Of a form
        that belongs to two words the one that news uses more: `left` is `leave`, `found` is `find`.
    """
    plain = word.lower()
    if len(plain) > LONGEST:
        return plain
    if "’" in plain or "'" in plain:
        plain = plain.replace("’", "'")
        plain = plain.removesuffix("'s").removesuffix("'")
    if plain in IRREGULAR:
        return IRREGULAR[plain]
    if plain in UNCHANGED or len(plain) < 4:
        return plain
    if plain in COMPARATIVES:
        return COMPARATIVES[plain]
    if plain.endswith("s"):
        return _without_s(plain)
    if plain.endswith("ied") and len(plain) > 4:
        return plain[:-3] + "y"
    if plain.endswith("ed") and not plain.endswith("eed"):
        return _without_ending(plain, plain[:-2])
    if plain.endswith("ing"):
        return _without_ending(plain, plain[:-3])
    return plain


def _without_s(word: str) -> str:
    """A plural, or a verb's third person, without its ending."""
    if word.endswith(("ss", "us", "is", "ics", "ous")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "xes", "zzes", "oes")) or (
        word.endswith("ches") and word[:-1] not in WITH_E
    ):
        return word[:-2]
    return word[:-1]


def _without_ending(word: str, stem: str) -> str:
    """A verb without `-ed` or `-ing`, its last consonant single and its `e` restored where they were."""
    if len(stem) < 2 or VOWELS.isdisjoint(stem):
        return word
    if stem in WITHOUT_E or stem in KEEPS:
        return stem
    if stem + "e" in WITH_E:
        return stem + "e"
    last = stem[-1]
    if last == stem[-2] and last not in "aeioufsz":
        # `unveiled` has one l; of two, as in `cancelled`, one came with the ending unless the base is known.
        return stem[:-1]
    if last in "aeio" or last in "wxy":
        return stem
    if E_BEFORE.search(stem) or E_IN_ONE_SYLLABLE.search(stem):
        return stem + "e"
    return stem
