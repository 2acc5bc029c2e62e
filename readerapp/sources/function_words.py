"""The most frequent function words of languages in Latin script, by which a text shows its language.

Words that several of the languages share are listed in each: what counts is how many of a text's words
belong to a language. Between near relatives (Danish and Norwegian, Czech and Slovak, Spanish and
Portuguese) the words that only one of them has decide. Chosen by hand from the top of frequency lists
that are common knowledge; no list was copied.
"""

from __future__ import annotations

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in a is that for it was on with as he be at by i this had not are but from or"
        " have an they which one you were her she all would there their we him been has when who will more"
        " if no out so said what up its about into than them can only other his after could some these may",
        "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an"
        " werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war"
        " haben nur oder aber vor zur bis mehr durch man sein wurde sei kann gegen vom können schon wenn"
        " seine ihre hatte ich wir ihr unter soll keine diese",
        "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont"
        " la avec son ont aux elle être cette ou mais comme nous leur était ses tout sans fait deux même ces"
        " été aussi après dont je vous entre avait si sous très d l qu c n s j",
        "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le"
        " ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta"
        " desde está porque ese han contra según donde quien durante ante",
        "it": "di e che la il un a per in una mi ma lo ha le si non i con da ho se del dei nel al della sono"
        " alla è più anche come gli delle questo era dal ci nella suo sua o su l ai stato dopo tra due hanno"
        " essere degli loro fra dell d nell ed c quando contro molto perché",
        "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele"
        " das tem à seu sua ou ser quando muito há nos já está também só pelo pela até isso ela entre era"
        " depois sem mesmo aos ter seus nas são disse pelos após segundo foram ainda",
        "nl": "de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om"
        " hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb"
        " hoe heeft hebben deze nog worden werd meer wordt kan geen om al omdat deze tegen volgens na",
        "sv": "och i att det som en på är av för med den till inte har de ett om han men var jag sig från"
        " vi så kan man när år säger under också efter eller nu sin där vid mot ska skulle ut få finns vara"
        " hade alla andra mycket än här då sedan över bara in blir upp även vad hon",
        "da": "og i at det en den til er som på de med han af for ikke der var mig sig men et har om vi min"
        " havde ham hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil"
        " blev kunne ind når være noget efter mod også blevet bliver siger kan sagde år af meget",
        "no": "og i det er på som en å til den har at av for de ikke med var et om han fra men vi seg jeg"
        " sier kan skal ble etter så ut år også eller vil nå da mot hun over noe mer være bli hadde inn dette"
        " opp hva bare blir ved mye alle andre ville hvor noen når sin enn uten både",
        "fi": "ja on ei että se oli hän mutta ovat kun niin myös mukaan kuin joka tai ole sen ovat jo vain"
        " hänen olla sekä mitä nyt kuitenkin jos siitä mutta sitten vielä jotka koska olisi tämä ne tämän"
        " ollut tulee noin voi hyvin oman kanssa jälkeen sanoo sanoi eivät en mikä oma",
        "pl": "w i na z do się nie to że jest o jak a po co ale od za przez dla są tak było ich czy był jego"
        " który tym go tego już być by może tylko jej oraz które przed także ze ma pod jako która roku była"
        " aby jednak bo gdy można także jeszcze został nad więc wszystko ten",
        "cs": "a v se na je že to s z do o i ve jsem za by pro ale k jako po tak si podle jeho od které který"
        " která jsou už až při bude však není nebo jen než bylo byl před jeho být také ze ještě jak co může"
        " protože tím roku byla mezi kdy byly má mu když pokud této",
        "sk": "a v sa na je že to s z do o aj vo som za by pre ale k ako po tak si podľa jeho od ktoré ktorý"
        " ktorá sú už až pri bude však nie alebo len než bolo bol pred byť tiež zo ešte čo môže pretože tým"
        " roku bola medzi kedy boli má mu keď ak tejto",
        "hu": "a az és hogy nem is egy de ez meg csak van már mint azt még el ha volt ki vagy sem most lesz"
        " én ezt mert itt pedig szerint után kell ami amely aki ezért majd lehet olyan volna minden között"
        " több nagyon úgy illetve által vannak arra ennek alatt",
        "ro": "de și în a la cu o nu pe că din să este un se pentru care mai au fost sau dar prin cel după"
        " al ce ale sunt ca lui această acest fi ar i iar era între când cea până doar foarte însă lor către"
        " ei el fost va spus cei dintre",
        "tr": "bir ve bu da de için ile çok olarak daha en gibi kadar sonra olan ne her var ama ise göre"
        " olduğunu o değil ya mi tarafından ancak önce şey hem dedi bunun oldu büyük yeni iki olduğu diye"
        " etti ki yok bile nasıl eden edilen bazı yıl kendi",
        "hr": "i u je se na da su za od s a o ne to koji kao što će iz te ali bi sam po do ili koja samo"
        " nije još koje bio kako više smo prema može biti bila tako već rekao nakon jer ako kod godine pri"
        " između zbog oko ima kada",
        "ca": "de la i el que a en les els un per una amb no es del al va són més com ha és aquest però seu"
        " dels o també ser entre ja seva hi aquesta fins han fer tot sobre molt sense havia després quan"
        " segons li on pel per això l d s",
        "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa"
        " ada mereka lebih kata tahun sudah atau saat oleh menjadi orang telah kami adalah seperti para harus"
        " ia secara anak kita sebagai dapat bahwa masih hari",
        "vi": "và của là có được cho không trong một với người những các này đã khi đến từ về như để ở ra"
        " cũng còn vào sẽ lại đó tại nhiều sau phải năm nhưng theo trên bị việc thì hơn nên đang nói",
    }.items()
}
"""Words in lower case, by two-letter code."""
