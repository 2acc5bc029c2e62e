"""The language of a text is told where it is sure, and left open where it is not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.sources.function_words import FUNCTION_WORDS
from readerapp.sources.language import identify_language

TEXTS = {
    "en": "The mayor said on Tuesday that the bridge would be closed for several weeks, and that the council"
    " had not yet decided what to do about the traffic in the old town.",
    "de": "Die Bürgermeisterin erklärte am Dienstag, dass die Brücke für mehrere Wochen gesperrt werden müsse"
    " und dass der Rat noch nicht entschieden habe, was mit dem Verkehr geschehen solle.",
    "fr": "Le maire a déclaré mardi que le pont serait fermé pendant plusieurs semaines et que le conseil"
    " n'avait pas encore décidé ce qu'il fallait faire de la circulation dans la vieille ville.",
    "es": "El alcalde dijo el martes que el puente estará cerrado durante varias semanas y que el consejo"
    " todavía no ha decidido qué hacer con el tráfico en el casco antiguo de la ciudad.",
    "it": "Il sindaco ha detto martedì che il ponte sarà chiuso per diverse settimane e che il consiglio non"
    " ha ancora deciso che cosa fare del traffico nella città vecchia.",
    "pt": "O prefeito disse na terça-feira que a ponte ficará fechada por várias semanas e que o conselho"
    " ainda não decidiu o que fazer com o trânsito na cidade velha.",
    "nl": "De burgemeester zei dinsdag dat de brug enkele weken gesloten zal zijn en dat de raad nog niet"
    " heeft besloten wat er met het verkeer in de oude stad moet gebeuren.",
    "sv": "Borgmästaren sade på tisdagen att bron kommer att vara stängd i flera veckor och att rådet ännu"
    " inte har beslutat vad som ska göras åt trafiken i den gamla staden.",
    "da": "Borgmesteren sagde tirsdag, at broen vil være lukket i flere uger, og at rådet endnu ikke har"
    " besluttet, hvad der skal gøres ved trafikken i den gamle by.",
    "no": "Ordføreren sa tirsdag at broen vil være stengt i flere uker, og at rådet ennå ikke har bestemt hva"
    " som skal gjøres med trafikken i den gamle byen.",
    "fi": "Pormestari sanoi tiistaina, että silta on suljettuna useita viikkoja ja että valtuusto ei ole"
    " vielä päättänyt, mitä vanhan kaupungin liikenteelle tehdään, kun se on kiinni.",
    "pl": "Burmistrz powiedział we wtorek, że most będzie zamknięty przez kilka tygodni i że rada jeszcze nie"
    " zdecydowała, co zrobić z ruchem na starym mieście, bo nie jest to łatwe.",
    "cs": "Starosta v úterý řekl, že most bude několik týdnů uzavřen a že rada se ještě nerozhodla, co udělat"
    " s dopravou ve starém městě, protože to není tak jednoduché.",
    "hu": "A polgármester kedden azt mondta, hogy a híd több hétig zárva lesz, és hogy a tanács még nem"
    " döntött arról, mi legyen az óváros forgalmával, mert ez nem egyszerű.",
    "ro": "Primarul a spus marți că podul va fi închis mai multe săptămâni și că nu s-a decis încă ce se va"
    " face cu traficul din orașul vechi, pentru că nu este simplu.",
    "tr": "Belediye başkanı salı günü köprünün birkaç hafta kapalı kalacağını ve eski şehirdeki trafik için ne"
    " yapılacağına daha karar verilmediğini söyledi, ama bu çok zor bir iş dedi.",
    "ru": "Мэр заявил во вторник, что мост будет закрыт на несколько недель и что совет ещё не решил, что"
    " делать с движением в старом городе, потому что это очень непросто.",
    "uk": "Мер заявив у вівторок, що міст буде закритий на кілька тижнів і що рада ще не вирішила, що робити"
    " з рухом у старому місті, бо це дуже непросто і дорого.",
    "bg": "Кметът заяви във вторник, че мостът ще бъде затворен за няколко седмици и че съветът още не е решил"
    " какво да прави с движението в стария град, защото това не е лесно.",
    "el": "Ο δήμαρχος δήλωσε την Τρίτη ότι η γέφυρα θα παραμείνει κλειστή για αρκετές εβδομάδες και ότι το"
    " συμβούλιο δεν έχει αποφασίσει ακόμη τι θα κάνει με την κυκλοφορία.",
    "ja": "市長は火曜日、橋が数週間閉鎖されると述べた。旧市街の交通をどうするかについて、議会はまだ決定していないという。",
    "zh": "市长周二表示，这座桥将关闭数周，市议会尚未决定如何处理老城区的交通问题。居民们表示担忧，并要求尽快给出答复。",
    "ko": "시장은 화요일 다리가 몇 주 동안 폐쇄될 것이며 시의회가 구시가지 교통을 어떻게 할지 아직 결정하지 못했다고 말했다."
    " 주민들은 불안해하고 있다.",
    "ar": "قال رئيس البلدية يوم الثلاثاء إن الجسر سيغلق لعدة أسابيع وإن المجلس لم يقرر بعد ما الذي سيفعله في"
    " حركة المرور في المدينة القديمة بعد أن طلب السكان هذا من المجلس.",
    "he": "ראש העיר אמר ביום שלישי שהגשר ייסגר לכמה שבועות ושהמועצה עדיין לא החליטה מה לעשות עם התנועה בעיר"
    " העתיקה כי זה לא פשוט בכלל.",
    "hi": "मेयर ने मंगलवार को कहा कि पुल कई हफ्तों तक बंद रहेगा और परिषद ने अभी तक यह तय नहीं किया है कि पुराने"
    " शहर में यातायात का क्या किया जाए।",
    "th": "นายกเทศมนตรีกล่าวเมื่อวันอังคารว่าสะพานจะปิดเป็นเวลาหลายสัปดาห์ และสภายังไม่ได้ตัดสินใจ",
}


@pytest.mark.parametrize("language", TEXTS)
def test_two_sentences_are_enough(language: str) -> None:
    assert identify_language(TEXTS[language]) == language


@pytest.mark.parametrize("language", TEXTS)
def test_capitals_and_some_foreign_names_change_nothing(language: str) -> None:
    text = f"{TEXTS[language].upper()} (Reuters) {TEXTS[language]}"
    assert identify_language(text) in (language, None)
    assert identify_language(f"{TEXTS[language]} {TEXTS[language]} (Reuters)") == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The mayor said no.",
        "1234 5678 " * 100,
        "John Smith, Mary Jones, Peter Miller, Ann Doe, Susan White, Paul Green, Tom Gray, Bob Brown, Alice"
        " Cooper, Jim Beam, Carl Cox, Dan Dare, Eve Adams",
        "def find(text): return compile(text).search(value)\n" * 20,
        "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et"
        " dolore magna aliqua",
        f"{TEXTS['en']} {TEXTS['ru']}",
        "Meeting of the " + "漢字" * 30 + " and others of the same kind in the old town of the north",
    ],
)
def test_what_is_short_mixed_or_no_language_is_left_open(text: str) -> None:
    assert identify_language(text) is None


@given(st.text())
def test_any_text_has_a_known_code_or_none(text: str) -> None:
    code = identify_language(text)
    assert code is None or (len(code) == 2 and code.islower())


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    began = time.process_time()
    assert identify_language(TEXTS["en"] * 200 + TEXTS["ru"] * 40_000) == "en"
    assert time.process_time() - began < 2


def test_the_words_by_which_languages_are_told_are_in_lower_case() -> None:
    assert all(word == word.lower() for words in FUNCTION_WORDS.values() for word in words)
