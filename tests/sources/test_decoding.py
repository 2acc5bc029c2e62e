"""Bytes become characters, and what was guessed is told."""

from __future__ import annotations

import codecs
import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.model import ReaderError
from readerapp.sources.decoding import Decoded
from readerapp.sources.decoding import decode as decode_loaded
from readerapp.sources.formats import Loaded

GERMAN = "Die Bürgermeisterin erklärte, die Straße müsse für mehrere Wochen gesperrt werden.\n"
FRENCH = "Le maire a déclaré à la presse que la fête aurait lieu malgré les critiques répétées.\n"
SPANISH = "El alcalde señaló que la reunión se celebrará mañana. ¿Por qué? ¡Nadie lo sabe!\n"
ENGLISH = "The mayor said “no comment” — it’s over, she told the café’s owner…\n"
POLISH = "Burmistrz powiedział, że ulica będzie zamknięta przez kilka tygodni.\n"
CZECH = "Starosta řekl, že ulice bude několik týdnů uzavřena a že most je v pořádku.\n"
RUSSIAN = "Мэр заявил, что улица будет закрыта на несколько недель.\n"
GREEK = "Ο δήμαρχος δήλωσε ότι ο δρόμος θα κλείσει για αρκετές εβδομάδες.\n"
TURKISH = "Belediye başkanı caddenin birkaç hafta kapalı kalacağını söyledi.\n"
JAPANESE = "市長は通りが数週間閉鎖されると述べた。住民は不安を感じている。\n"
CHINESE = "市长表示，这条街道将关闭数周。居民们表示担忧。\n"
KOREAN = "시장은 거리가 몇 주 동안 폐쇄될 것이라고 말했다.\n"


def decode(data: bytes, name: str, *, declared: Sequence[str] = ()) -> Decoded:
    return decode_loaded(Loaded(data, source=name, name=name), declared=declared)


def codes(data: bytes) -> list[str]:
    return [notice.code for notice in decode(data, "a.txt").notices]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_utf8_is_read_as_it_is_and_nothing_is_guessed(text: str) -> None:
    decoded = decode(text.encode(), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.notices) == (text.removeprefix("\ufeff"), "utf-8", ())


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark: bytes, codec: str, name: str) -> None:
    decoded = decode(mark + RUSSIAN.encode(codec), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.notices) == (RUSSIAN, name, ())


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (GERMAN, "cp1252", "windows-1252"),
        (FRENCH, "latin-1", "windows-1252"),
        (SPANISH, "cp1252", "windows-1252"),
        (ENGLISH, "cp1252", "windows-1252"),
        (POLISH, "cp1250", "windows-1250"),
        (CZECH, "cp1250", "windows-1250"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (GREEK, "cp1253", "windows-1253"),
        (TURKISH, "cp1254", "windows-1254"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "iso2022_jp", "iso2022-jp"),
        (CHINESE, "gb18030", "gb18030"),
        (KOREAN, "euc_kr", "cp949"),
    ],
)
@pytest.mark.parametrize("times", [1, 200])
def test_a_legacy_encoding_is_guessed_and_named(text: str, codec: str, name: str, times: int) -> None:
    decoded = decode((text * times).encode(codec), "a.txt")
    assert decoded.text == text * times
    assert decoded.encoding == name
    (notice,) = decoded.notices
    assert notice.code == "encoding-guessed"
    assert name in notice.text
    assert "a.txt" in notice.text


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, RUSSIAN, GREEK, JAPANESE, CHINESE, KOREAN])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_characters_are_recognised_without_a_byte_order_mark(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec), "a.txt")
    assert (decoded.text, decoded.encoding) == (text, codec)
    assert [notice.code for notice in decoded.notices] == ["encoding-guessed"]


@pytest.mark.parametrize("word", ["café", "über", "señor", "naïve"])
def test_one_western_word_is_enough(word: str) -> None:
    assert decode(f"a {word}".encode("latin-1"), "a.txt").text == f"a {word}"


def test_a_declaration_comes_before_a_guess_and_needs_no_notice() -> None:
    decoded = decode(POLISH.encode("iso8859-2"), "a.html", declared=["iso-8859-2"])
    assert (decoded.text, decoded.encoding, decoded.notices) == (POLISH, "iso-8859-2", ())


def test_a_declaration_of_latin_1_means_windows_1252_as_in_browsers() -> None:
    assert decode(ENGLISH.encode("cp1252"), "a.html", declared=["ISO-8859-1"]).text == ENGLISH


@pytest.mark.parametrize(
    "declared", ["iso-8859-1", "windows-1251", "utf-16", "no-such-thing", "rot13", "", "\x00"]
)
def test_a_wrong_declaration_does_not_spoil_utf8(declared: str) -> None:
    assert decode(GERMAN.encode(), "a.html", declared=[declared]).text == GERMAN


def test_a_declaration_that_the_bytes_contradict_is_passed_over() -> None:
    decoded = decode(GERMAN.encode("cp1252"), "a.html", declared=["utf-8", "utf-7", "euc-jp"])
    assert (decoded.text, decoded.encoding) == (GERMAN, "windows-1252")


@pytest.mark.parametrize("damage", [lambda data: data[:-3], lambda data: data[:50] + b"\xff" + data[50:]])
def test_utf8_with_a_little_damage_stays_utf8(damage: object) -> None:
    data = damage((RUSSIAN * 5).encode())  # type: ignore[operator]
    decoded = decode(data, "a.txt")
    assert decoded.encoding == "utf-8"
    assert "\ufffd" in decoded.text
    assert decoded.text[:20] == RUSSIAN[:20]
    assert codes(data) == ["encoding-damaged"]


def test_a_text_with_a_few_nuls_is_still_text() -> None:
    assert decode(b"one\x00two\x00", "a.txt").text == "one\x00two\x00"
    assert decode(b"A long line of text.\n" * 50 + b"\x00" * 9, "a.txt").encoding == "utf-8"


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 64,
        bytes(range(256)) * 8,
        b"\x7fELF\x02\x01\x01" + b"\x00" * 57 + bytes(range(64)) * 20,
        random.Random(7).randbytes(5000),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(ReaderError, match=r"^data\.txt: it is not text.* convert it") as refused:
        decode(data, "data.txt")
    assert "\n" not in str(refused.value)


def test_encodings_are_guessed_from_a_part_of_a_large_text() -> None:
    text = RUSSIAN * 20_000
    assert decode(text.encode("cp1251"), "a.txt").text == text
