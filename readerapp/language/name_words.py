"""Words that tell what a name is of: titles, first names, what places and organisations are called."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from readerapp.language.common_words import TABLE


def _set(*words: str) -> frozenset[str]:
    return frozenset(" ".join(words).split())


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in listed.split("|") if phrase.strip())


TITLES = _set(
    "agent gm undersecretary councilor",
    "senators representatives governors presidents deputies officers ministers justices judges",
    "mr mrs ms mx miss dr prof sir dame lord lady madam president vice premier prime minister senator",
    "sen sens representative rep reps congressman congresswoman governor gov govs mayor chancellor",
    "secretary king queen prince princess pope cardinal bishop archbishop rabbi imam sheikh ayatollah",
    "reverend rev father sister general gen lieutenant lt colonel col major maj captain capt corporal",
    "cpl sergeant sgt admiral adm commander cmdr officer deputy detective det inspector",
    "superintendent sheriff marshal private pvt constable const chief judge justice attorney lawyer",
    "professor doctor director chairman chairwoman chair speaker leader ambassador councilman",
    "councilwoman commissioner spokesman spokeswoman spokesperson coach actor actress singer host",
    "rapper comedian producer executive ceo former ex-president co-host counsel dep atty hon advisor",
    "adviser candidate publicist reporter analyst nominee manager founder co-founder principal",
)
"""What stands before a person's name and is no part of it."""

SUFFIXES = _set("jr sr ii iii iv")

DAYS = _set("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun")
MONTHS = _set(
    "january february march april may june july august september october november december jan feb",
    "mar apr jun jul aug sept sep oct nov dec",
)
CLOCK = _set("gmt utc est edt cst cdt mst mdt pst pdt et pt am pm a.m p.m a.m. p.m. bst cet ist")

PARTICLES = _set("de von van bin ibn bint al el da del della der den di du dos la le ter ten y")
"""What stands in small letters inside a name."""

BODIES = _set(
    "theater theatre marshals bishops",
    "security departments",
    "inc corp corporation co ltd llc plc company ministry department party university police agency",
    "court council committee commission congress senate parliament house association organization",
    "organisation institute bank group foundation federation union league church college school",
    "hospital times post journal news press network bureau office administration army navy force",
    "forces guard service services authority board society center centre team club united airlines",
    "airways industries partners holdings studios pictures records magazine democrats republicans",
    "republican democratic democrat gop marines corps alliance front movement coalition fund trust",
    "museum academy embassy hotel clinic brigade command tribune herald gazette radio television",
    "airport stores store supermarket conference campaign caucus cabinet knesset duma pentagon",
    "kremlin nations survey observatory laboratory studio rangers jazz lakers eagles yankees interpol",
)
"""Words of the names of organisations."""

HEADS = _set(
    "ministry department university bank republic bureau office board house council court institute",
    "association church center centre federation league college school society union committee",
    "commission congress secretary museum academy kingdom state people party army organization",
    "organisation gulf bay strait isle sea port city district duchy province county chamber daughters",
    "sons knights",
)
"""After these, `of` goes on with the name."""
FOR_HEADS = _set(
    "center centre institute council committee foundation agency organization organisation",
    "association campaign union society commission office movement coalition alliance centers centres",
    "fund director",
)

SITES = _set(
    "city river county street province avenue road boulevard island islands mountain mountains mount",
    "lake bay sea ocean gulf strait valley village town township district region coast peninsula",
    "desert forest park square bridge beach hills heights springs creek harbor harbour port airport",
    "highway plaza mall falls canyon canal state territory borough parish prefecture oblast",
    "governorate cape fort hill st ave blvd rd",
)
"""Words of the names of places."""

THINGS = _set(
    "act war scale award awards prize cup constitution amendment bill oscar oscars championship series",
    "season revolution treaty accord accords agreement plan deal festival olympics game games day week",
)
"""Words of the names of what is neither a person, a place nor an organisation."""

STATES = _phrases(
    "alabama| alaska| arizona| arkansas| california| colorado| connecticut| delaware| florida|"
    "georgia| hawaii| idaho| illinois| indiana| iowa| kansas| kentucky| louisiana| maine| maryland|"
    "massachusetts| michigan| minnesota| mississippi| missouri| montana| nebraska| nevada|"
    "new hampshire| new jersey| new mexico| new york| north carolina| north dakota| ohio| oklahoma|"
    "oregon| pennsylvania| rhode island| south carolina| south dakota| tennessee| texas| utah|"
    "vermont| virginia| west virginia| wisconsin| wyoming| calif| conn| fla| mich| pa| mass| colo|"
    "d.c| d.c.| n.y| n.y.| n.j| n.j.| los angeles| new york city| chicago| boston| san francisco|"
    "detroit| houston| dallas| atlanta| philadelphia| miami| seattle| england| scotland| wales|"
    "northern ireland| crimea| donbas| gaza| west bank| europe| asia| africa| middle east|"
    "latin america| north america| south america| hong kong| sydney| mumbai| karachi| shanghai|"
    "istanbul| toronto| new york state| hollywood| manhattan| brooklyn| queens| bronx| kashmir|"
    "chechnya| siberia| african| european| asian| ga| va| md| ill| ariz| n.c| n.c.| s.c.| tenn| ore|"
    "wash"
)
"""Well-known places that are no countries."""

FIRST_NAMES = _set(
    "aaron adam adrian ahmed alan albert alex alexander alexei ali alice allen amanda amy anders",
    "andrea andrew andy angela ann anna anne anthony antonio ari arthur barack barbara ben benjamin",
    "bernard bernie beth betty bettie bill billy bob bobby brad brandon brenda brian bruce carl",
    "carlos carol caroline catherine charles charlie cheryl chris christian christina christine",
    "christopher chuck claire clarence colin craig cynthia dan daniel danny daniela dave david dean",
    "deborah debra denis dennis diana diane dick dmitry don donald donna doris doug douglas ed eddie",
    "edward elena elizabeth ellen emily emma emmanuel eric erik esther evan fatima frank fred gary",
    "gavin gene geoffrey george gerald gina glenn gloria gordon graham greg gregory hannah harold",
    "harry hassan heather heidi helen henry hillary howard hugh hugo ian igor ivan jack jackie jacob",
    "jake james jan jane janet jason javier jay jean jeff jeffrey jennifer jenny jeremy jerry jesse",
    "jessica jim jimmy joan joe joel john johnny jon jonathan jose joseph josh joshua juan judith",
    "judy julia julie karen karl kate katherine kathleen kathy keith kelly ken kenneth kevin kim kirk",
    "kyle larry laura lauren lee leo leon leslie linda lindsay lisa lou louis lucy luis luke margaret",
    "maria marie mark martha martin mary matt matthew max megan melissa michael michelle miguel mike",
    "mikhail mitch mitt mohamed mohammad mohammed muhammad nancy naomi nathan neil nicholas nick",
    "nicole nikki olga oliver olivia omar oscar pamela pat patricia patrick paul paula pedro peter",
    "phil philip phillip rachel ralph ray raymond rebecca rex ricardo richard rick rob robert roberto",
    "robin rod roger ron ronald rosa roy russell ruth ryan sam samantha samuel sandra sara sarah",
    "scott sean sergei sergey sharon shirley simon sonia sophia stephanie stephen steve steven stuart",
    "sue susan suzanne tara ted teresa terry theresa thomas tim timothy tina todd tom tommy tony",
    "tyler victor victoria vincent viktor vladimir volodymyr walter warren wayne wendy will william",
    "willie yusuf zachary zoe",
)
"""First names that are common in English-language news."""

STARTERS = _set(
    "a an the this that these those he she it they we you i his her its their our my your who what",
    "when where why how which if although though while because since as after before until unless",
    "once during despite in on at by for from with without to of under over between among against",
    "about through into near behind around and but or so yet nor not no yes also only even just still",
    "then now here there today yesterday tomorrow meanwhile however moreover later earlier some many",
    "most all both each every several few other another more less one two three four five six seven",
    "eight nine ten hundreds thousands dozens millions is are was were do does did has have had can",
    "could will would should may might must let's let don't it's that's there's i'm i've i'd i'll",
    "he's she's we're we've they're you're says said asked according speaking thanks thank perhaps",
    "maybe indeed instead like unlike well ok okay oh police officials authorities critics experts",
    "people president's",
)
"""Words that begin sentences and are part of no name."""


@cache
def ordinary_words() -> frozenset[str]:
    """Words that begin sentences and are part of no name, with the commonest English ones."""
    table = files("readerapp.language").joinpath(TABLE).read_text(encoding="utf-8")
    english = next((line for line in table.splitlines() if line.startswith("en\t")), "")
    return STARTERS | {entry.rpartition(" ")[0] for entry in english.split("\t")[1:]}
