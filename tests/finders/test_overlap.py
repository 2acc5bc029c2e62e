"""Shared wording: what is found, where it begins and ends, and what is left out."""

import re

from overlap_samples import FERRY, HARBOUR, HARBOUR_EDITED, MARKET, SCHOOL, compared, places


def test_a_copied_paragraph_is_one_verbatim_finding() -> None:
    (finding,) = compared(f"{MARKET}\n\n{HARBOUR}", f"{HARBOUR}\n\n{SCHOOL}").findings
    assert finding.kind == "overlap"
    assert finding.type == "verbatim"
    assert places(finding) == [("1", HARBOUR), ("2", HARBOUR)]


def test_a_paragraph_with_other_words_here_and_there_is_an_edited_finding() -> None:
    (finding,) = compared(f"{HARBOUR}\n\n{MARKET}", f"{SCHOOL}\n\n{HARBOUR_EDITED}").findings
    assert finding.type == "edited"
    assert places(finding) == [("1", HARBOUR), ("2", HARBOUR_EDITED)]


def test_case_and_punctuation_leave_a_passage_verbatim() -> None:
    shouted = HARBOUR.upper().replace(" after", ", after")
    (finding,) = compared(HARBOUR, shouted).findings
    assert finding.type == "verbatim"


def test_a_changed_accent_makes_a_passage_edited() -> None:
    (finding,) = compared(HARBOUR, HARBOUR.replace("Lindholm", "Líndholm")).findings
    assert finding.type == "edited"


def test_passages_in_another_order_are_found() -> None:
    found = compared(f"{HARBOUR}\n\n{FERRY}\n\n{MARKET}", f"{MARKET}\n\n{HARBOUR}\n\n{FERRY}").findings
    assert {finding.passages[0].text for finding in found} >= {MARKET}
    assert all(finding.passages[0].text == finding.passages[1].text for finding in found)
    assert "".join(sorted(finding.passages[0].text for finding in found)).count("harbour master") == 1


def test_words_in_another_order_are_found() -> None:
    turned = (
        "On Friday the harbour master of Lindholm resigned, after an inquiry found that for three winters had been "
        "ignored warnings about the eastern pier."
    )
    (finding,) = compared(f"{HARBOUR}\n\n{MARKET}", f"{turned}\n\n{SCHOOL}").findings
    assert places(finding) == [("1", HARBOUR), ("2", turned)]


def test_a_passage_in_three_articles_is_one_finding_with_three_passages() -> None:
    (finding,) = compared(f"{MARKET}\n\n{HARBOUR}", HARBOUR, f"{HARBOUR}\n\n{SCHOOL}").findings
    assert places(finding) == [("1", HARBOUR), ("2", HARBOUR), ("3", HARBOUR)]


def test_a_passage_in_twenty_articles_is_one_finding() -> None:
    texts = [f"Bulletin {number} of the day, sent at {number} past nine.\n\n{FERRY}" for number in range(20)]
    found = compared(*texts).findings
    assert max(len(finding.passages) for finding in found) == 20


def test_a_passage_that_stands_twice_in_one_article_is_found() -> None:
    (finding,) = compared(f"{HARBOUR}\n\n{MARKET}\n\n{SCHOOL}\n\n{HARBOUR}").findings
    assert places(finding) == [("1", HARBOUR), ("1", HARBOUR)]


def test_an_article_compared_with_a_copy_of_itself_is_one_finding() -> None:
    text = "\n\n".join([HARBOUR, FERRY, MARKET, SCHOOL])
    (finding,) = compared(text, text).findings
    assert places(finding) == [("1", text), ("2", text)]


def test_different_articles_share_nothing() -> None:
    assert compared(HARBOUR, FERRY, MARKET, SCHOOL).findings == ()


def test_common_phrases_are_no_findings() -> None:
    one = f"In a statement on Monday the mayor wept. {MARKET} According to the police it rained. {HARBOUR}"
    other = (
        f"{SCHOOL} According to the council nobody came. {FERRY} In a statement on Tuesday the choir sang."
    )
    assert compared(one, other).findings == ()


def test_a_short_run_of_rare_words_counts() -> None:
    one = f"{MARKET} The trawler Halvorsen carried contraband zirconium pellets."
    other = f"{SCHOOL} Customs officers seized the contraband zirconium pellets trawler Halvorsen carried."
    assert compared(one, other).findings


def test_one_quotation_in_two_wordings_is_found_however_short() -> None:
    one = f'"Your plans must be so boring", she told the council.\n\n{MARKET}'
    other = f'{SCHOOL}\n\nShe shrugged. "Your plans must be boring", she said.'
    (finding,) = compared(one, other).findings
    assert finding.type == "edited"
    assert all(passage.quotation for passage in finding.passages)
    assert places(finding)[1][1].strip('"') == "Your plans must be boring"


def test_two_quotations_that_begin_alike_in_two_paragraphs_are_found() -> None:
    text = f'{MARKET}\n\n"What seaweed?" he asked.\n\n"What seaweed, or kelp, or driftwood?" he said.\n\n{SCHOOL}'
    (finding,) = compared(text).findings
    assert [passage.text.strip('"') for passage in finding.passages] == ["What seaweed?", "What seaweed"]


def test_a_habit_of_speech_in_two_quotations_is_no_finding() -> None:
    one = f'"I do not know", she told the council.\n\n{MARKET}'
    other = f'{SCHOOL}\n\n"I do not know what to say", he told the paper.'
    assert compared(one, other).findings == ()


def test_chinese_is_compared_by_characters() -> None:
    (finding,) = compared(
        "北京市政府昨天宣布，將於下個月開始實施新的交通管制措施，以減少空氣污染。市民對此表示歡迎。",
        "據報導，市長指出：北京市政府昨天宣布，將於下月開始實施新的交通管制措施，以減少空氣污染，引起熱議。",
    ).findings
    assert finding.type == "edited"
    assert finding.passages[0].text.startswith("北京市政府昨天宣布")


def test_thai_passages_begin_and_end_with_whole_characters() -> None:
    sentence = "นายกรัฐมนตรีกล่าวว่ารัฐบาลจะดำเนินมาตรการใหม่เพื่อลดมลพิษทางอากาศในเดือนหน้า"
    (finding,) = compared(sentence, f"ตามรายงานข่าว {sentence} แต่ประชาชนไม่เห็นด้วย").findings
    assert [passage.text for passage in finding.passages] == [sentence, sentence]


def test_a_passage_takes_its_full_stop_along() -> None:
    (finding,) = compared(f"{HARBOUR} {MARKET}", f"{HARBOUR} {SCHOOL}").findings
    assert finding.passages[0].text.endswith("winters.")


def test_a_passage_does_not_end_in_the_first_word_of_the_next_sentence() -> None:
    (finding,) = compared(f"{HARBOUR} The mayor wept.", f"{HARBOUR} The band played on.").findings
    assert finding.passages[0].text == HARBOUR


def test_an_abbreviation_does_not_end_a_passage() -> None:
    sentence = "Reporters were told by Sen. Aldous Fenwick that the subsidies for herring boats would lapse in autumn."
    (finding,) = compared(f"{MARKET} {sentence}", f"{SCHOOL} {sentence}").findings
    assert finding.passages[0].text == sentence


def test_identities_are_stable_and_do_not_depend_on_the_order_of_the_articles() -> None:
    one, other = f"{MARKET}\n\n{HARBOUR}", f"{HARBOUR}\n\n{SCHOOL}"
    first = compared(one, other).findings[0].id
    assert compared(one, other).findings[0].id == first


def test_the_reason_says_how_much_and_where() -> None:
    (finding,) = compared(f"{MARKET}\n\n{HARBOUR}", HARBOUR).findings
    assert finding.reason == "The same 24 words stand in articles 1 and 2."


def test_a_long_copied_text_is_divided_where_paragraphs_begin() -> None:
    paragraphs = [f"{number} " + MARKET.replace("morning", f"morning{number}") for number in range(120)]
    paragraphs = [" ".join(f"{word}{index % 7}" for index, word in enumerate(p.split())) for p in paragraphs]
    text = "\n\n".join(paragraphs)
    found = compared(text, text).findings
    across = [finding for finding in found if {p.document for p in finding.passages} == {"1", "2"}]
    assert len(across) > 1
    assert all(len(finding.passages[0].text.split()) <= 1600 for finding in across)


def test_a_line_that_most_of_many_articles_carry_is_no_finding() -> None:
    footer = "Subscribe to the Lindholm Gazette newsletter for harbour tidings"
    bodies = [HARBOUR, FERRY, MARKET, SCHOOL]
    bodies += [re.sub(r"\b(?=\w)", "x", body) for body in bodies]
    found = compared(*(f"{body}\n\n{footer}" for body in bodies)).findings
    assert not any("newsletter" in finding.passages[0].text for finding in found)


def test_the_point_of_a_number_does_not_begin_a_passage() -> None:
    one = f"{MARKET}\n\nIt happened at 7.15 a.m. The Office for Maritime Accidents opened an inquiry into the collision."
    other = f"{SCHOOL}\n\nShe left at 9.15 a.m. The Office for Maritime Accidents opened an inquiry into the collision."
    (finding,) = compared(one, other).findings
    assert not any(passage.text.startswith("15") for passage in finding.passages)
