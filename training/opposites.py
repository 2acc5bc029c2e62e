"""Make readerapp/language/opposites.tsv anew: pairs of words that exclude each other.

    apt-get download wordnet-base && dpkg -x wordnet-base_*.deb wordnet
    pip install "wordfreq==3.1.1" && python training/opposites.py wordnet/usr/share/wordnet

A line of the table holds two words and where the pair is from: `wordnet`, a pair of antonyms of WordNet 3.0,
or `news`, a pair written down for reader. Lines of the second kind are kept as they stand in the table, which
is where to add and remove them; lines of the first kind are replaced. Of WordNet's antonyms those stay whose
words are both common, and that were not left out by name below.
"""

from __future__ import annotations

import argparse
from pathlib import Path

TABLE = Path(__file__).parent.parent / "readerapp" / "language" / "opposites.tsv"

PARTS_OF_SPEECH = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}

LEAST_FREQUENCY = 3.0
"""Of a word, on the Zipf scale of wordfreq: the logarithm of its occurrences in a billion words."""

LEFT_OUT = """
absolute/relative absorb/emit abstain/consume abstract/concrete acidic/alkaline acquaintance/stranger
act/refrain active/extinct active/passive active/quiet actively/passively actual/potential acute/chronic
acute/obtuse acutely/chronically adjective/substantive admit/exclude adopted/native adoptive/biological
adult/juvenile advance/back advantage/disadvantage aft/fore aged/young ahead/back align/skew all/no all/some
alternate/opposite alternating/direct amateur/professional amphibious/aquatic amphibious/terrestrial
anal/oral analogue/digital analysis/synthesis analytic/synthetic ancestor/descendant angular/rounded
animate/inanimate annual/biennial annual/perennial answer/question anterior/posterior anti/pro
applied/theoretical aquatic/terrestrial arm/disarm armament/disarmament ascending/descending asset/liability
attached/detached attack/defend attractive/repulsive aunt/uncle automatic/manual avoid/confront away/home
awkward/graceful back/front back/veer background/foreground backward/forward bare/covered basic/incidental
bear/bull begin/end beginning/end beginning/ending beginning/middle biennial/perennial big/little
birth/death bisexual/heterosexual bisexual/homosexual black/white bless/curse blessed/cursed blind/sighted
blur/focus boil/freeze bold/timid bore/interest born/unborn borrow/lend borrower/lender bottom/side
bottom/top bounce/clear bound/free bowed/plucked boy/girl brave/timid break/keep break/make break/repair
breathing/breathless bright/dull broadly/narrowly brother/sister buy/sell capitalism/socialism cash/credit
center/left center/right central/peripheral cerebral/emotional change/stay charge/discharge cheer/complain
child/parent civilian/military claim/forfeit clear/cloudy clear/opaque coarse/fine come/go comedy/tragedy
common/individual compact/loose competition/cooperation complex/simple compound/simple con/pro
concave/convex concealing/revealing concentration/dilution concentration/distribution
conception/misconception conform/deviate conservative/liberal consonant/vowel content/discontent
continental/intercontinental contract/expand conventional/nuclear convergence/divergence cooked/raw
cool/heat cool/warm cosmopolitan/endemic cosmopolitan/provincial credit/debit creditor/debtor
crooked/straight cry/laugh cubic/linear cubic/planar curly/straight curved/straight cut/uncut dark/light
daughter/son day/night dead/live dead/living deaf/hearing deciduous/evergreen defence/offence
defend/prosecute defendant/plaintiff defense/offense defense/prosecution defensive/offensive deficit/lead
definite/indefinite delay/rush delicate/rugged demand/supply deposit/withdraw deprive/enrich
devolution/evolution differ/equal differentiate/integrate difficulty/ease direct/inverse direct/retrograde
disable/enable discharge/enlist discriminate/indiscriminate distal/proximal diversify/specialize
divide/multiply domestic/foreign dominant/subordinate dorsal/ventral double/single dove/hawk down/up
download/upload downstairs/upstairs downstream/upstream downtown/uptown downward/upward dramatic/lyric
dry/sweet dull/sharpen dying/nascent dystopian/utopian early/middle earthly/heavenly ebb/tide
egalitarian/elitist empirical/theoretical employee/employer end/middle endemic/epidemic enforce/exempt
enjoy/suffer equatorial/polar erase/record even/odd ever/never evil/good exhale/inhale export/import
express/local exterior/interior extracellular/intracellular fail/manage fancy/plain fat/thin father/mother
fauna/flora federal/unitary feed/starve female/male feminine/masculine femininity/masculinity fewest/most
figurative/literal figure/ground find/lose finish/start finite/infinite first/last first/second flat/natural
flat/sharp fold/unfold follower/leader following/leading foot/head foreign/native forget/mind former/latter
forte/piano found/lost fractional/whole fraternal/identical free/obstruct fresh/preserved fresh/salty
frivolous/serious front/rear full/thin functional/organic future/past future/present gain/reduce
gather/spread general/local general/particular general/specific generally/specifically geographic/magnetic
give/take green/ripe gross/net half/whole hard/soft harden/soften hardware/software have/lack have/miss
head/rear head/tail headed/headless heaven/hell heavily/lightly here/there heterosexual/homosexual
hollow/solid holy/unholy hopefully/hopelessly horizontal/inclined horizontal/vertical host/parasite
humility/pride hungry/thirsty husband/wife idle/run idle/work ignore/know ill/well immediate/mediate
immortal/mortal immortality/mortality inclined/vertical induced/spontaneous inferior/superior
infield/outfield inner/outer inorganic/organic inpatient/outpatient instrumental/vocal intermediate/terminal
international/national invalidate/validate inward/outward issue/recall joint/separate junior/senior
kern/kern king/queen lady/lord late/middle lean/rich least/most left/right less/more let/prevent level/raise
lie/sit lie/stand like/unlike linear/nonlinear linear/planar linger/rush liquid/solid little/much
live/recorded local/national location/studio lost/saved lost/won majority/minority man/woman
maternal/paternal maxi/midi maxi/mini maximal/minimal maximum/minimum medical/surgical mental/physical
midi/mini minus/plus move/stay moving/still multiculturalism/nationalism multiple/single natural/sharp
natural/supernatural nay/yea negative/neutral nephew/niece neutral/positive new/old new/worn no/some no/yes
nominal/real normal/paranormal numerical/verbal objective/subjective oblique/parallel oblique/perpendicular
obscurity/prominence off/on other/same out/safe overhead/surface pack/unpack parallel/perpendicular
particular/universal partly/wholly passing/running past/present patterned/plain peace/war penalty/reward
plural/singular pointed/pointless preceding/succeeding prefix/suffix preparation/resolution
primary/secondary private/public prospective/retrospective pull/push purge/rehabilitate
qualitative/quantitative refresh/tire relax/tense religious/secular rested/tired restricted/unrestricted
retail/wholesale ride/walk right/wrong right/wrongly rise/set rough/smooth round/square running/standing
rural/urban seated/standing separation/union sharpen/soften short/tall side/top silence/sound sink/source
sit/stand sleep/wake sleeping/waking sonic/supersonic sour/sweet sparkling/still spoken/written stand/yield
stifle/stimulate sunrise/sunset tame/wild tasteful/tasteless tasteless/tasty tender/tough topless/topped
unveil/veil unwind/wind virtuous/wicked waning/waxing wired/wireless yang/yin
"""
"""Pairs that do not exclude each other in news: people of either sex and kin, number words and words of
grammar, what stands side by side in one event (buy and sell), and words that mostly have another sense."""


def antonyms(folder: Path) -> set[tuple[str, str]]:
    """The pairs of antonyms in WordNet's data files, each in alphabetical order, of single words only."""
    synsets: dict[tuple[str, str], tuple[list[str], list[list[str]]]] = {}
    for name, letter in PARTS_OF_SPEECH.items():
        for line in (folder / f"data.{name}").read_text(encoding="ascii").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            end = 4 + 2 * int(fields[3], 16)
            words = [word.split("(")[0].lower() for word in fields[4:end:2]]
            pointers = [
                fields[start : start + 4] for start in range(end + 1, end + 1 + 4 * int(fields[end]), 4)
            ]
            synsets[letter, fields[0]] = words, pointers
    pairs = set()
    for words, pointers in synsets.values():
        for symbol, offset, letter, places in pointers:
            if symbol == "!":
                others, _ = synsets["a" if letter == "s" else letter, offset]
                one, other = sorted((words[int(places[:2], 16) - 1], others[int(places[2:], 16) - 1]))
                pairs.add((one, other))
    return {pair for pair in pairs if pair[0] != pair[1] and "".join(pair).isalpha()}


def main() -> None:
    """Write the table."""
    from wordfreq import zipf_frequency

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("wordnet", type=Path, help="the folder that holds data.noun and so on")
    wordnet = parser.parse_args().wordnet

    lines = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]
    written = {(one, other) for one, other, origin in lines if origin == "news"}
    left_out = {tuple(sorted(pair.split("/"))) for pair in LEFT_OUT.split()}
    found = {
        pair
        for pair in antonyms(wordnet) - left_out - written
        if min(zipf_frequency(word, "en") for word in pair) >= LEAST_FREQUENCY
    }
    rows = [(*pair, "wordnet") for pair in sorted(found)] + [(*pair, "news") for pair in sorted(written)]
    TABLE.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
