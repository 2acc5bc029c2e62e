"""Attribution: who is said to have said what, and how."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.language.attribution import Attribution, attributions_of
from readerapp.language.quotations import quotations_of
from readerapp.language.report_verbs import Stance
from readerapp.language.sentences import sentences_of
from readerapp.model import Span


def attributions_in(text: str) -> list[Attribution]:
    return attributions_of(text, sentences_of(text), quotations_of(text))


def read(text: str) -> list[tuple[str, str | None, str, str]]:
    """Stance, speaker, cue and content of each attribution."""
    return [
        (one.stance.value, one.speaker, text[slice(*one.cue)], text[slice(*one.content)])
        for one in attributions_in(text)
    ]


ONE = {
    "a clause with that": (
        "The mayor said that the bridge was safe.",
        ("said", "The mayor", "said", "the bridge was safe"),
    ),
    "a clause without that": (
        "Two officials said the bridge was safe.",
        ("said", "Two officials", "said", "the bridge was safe"),
    ),
    "a clause before its report": (
        "The bridge was safe, Mona Kettle said.",
        ("said", "Mona Kettle", "said", "The bridge was safe"),
    ),
    "a pronoun inside what is said is not the speaker": (
        "He had never met her, Orlov said on Monday.",
        ("said", "Orlov", "said", "He had never met her"),
    ),
    "the subject after its verb": (
        "The bridge was closed at noon, said the mayor.",
        ("said", "the mayor", "said", "The bridge was closed at noon"),
    ),
    "a quotation with the subject after its verb": (
        "“We closed it at noon,” said Mona Kettle, a lawyer.",
        ("said", "Mona Kettle", "said", "We closed it at noon,"),
    ),
    "a quotation after a colon": (
        "Mona Kettle wrote: “We closed it at noon.”",
        ("said", "Mona Kettle", "wrote", "We closed it at noon."),
    ),
    "a closing mark before the comma": (
        '"We closed it at noon", said one official.',
        ("said", "one official", "said", "We closed it at noon"),
    ),
    "a title before the name": (
        "“We closed it at noon,” Sen. Mona Kettle said.",
        ("said", "Mona Kettle", "said", "We closed it at noon,"),
    ),
    "an insertion between subject and verb": (
        "Mona Kettle, the harbour master, said it was closed.",
        ("said", "Mona Kettle", "said", "it was closed"),
    ),
    "a relative clause between subject and verb": (
        "The report, which was published on Friday, said the ferry was old.",
        ("said", "The report", "said", "the ferry was old"),
    ),
    "a name that explains a noun": (
        "The council's lawyer, Mona Kettle, said the ferry was old.",
        ("said", "Mona Kettle", "said", "the ferry was old"),
    ),
    "a name after the noun that it explains, after the verb": (
        "“The ferry was old,” said the council's lawyer, Mona Kettle.",
        ("said", "Mona Kettle", "said", "The ferry was old,"),
    ),
    "a day between subject and verb": (
        "The ministry on Friday announced that the ferry was old.",
        ("said", "The ministry", "announced", "the ferry was old"),
    ),
    "a hearer": (
        "Mona Kettle told reporters on Monday that the ferry was old.",
        ("said", "Mona Kettle", "told", "the ferry was old"),
    ),
    "a hearer without that": (
        "Mona Kettle told the court the ferry was old.",
        ("said", "Mona Kettle", "told", "the ferry was old"),
    ),
    "a source before": (
        "According to two officials, the ferry was old.",
        ("said", "two officials", "According to", "the ferry was old"),
    ),
    "a source after": (
        "The ferry was old, according to the Harbour Ministry.",
        ("said", "the Harbour Ministry", "according to", "The ferry was old"),
    ),
    "a denial of a deed": (
        "Mona Kettle denied having closed the bridge.",
        ("denied", "Mona Kettle", "denied", "having closed the bridge"),
    ),
    "a denial of a thing": (
        "The firm denies any relationship with Orlan Bank.",
        ("denied", "The firm", "denies", "any relationship with Orlan Bank"),
    ),
    "a denial with that": (
        "The firm flatly denied that it owned the ferry.",
        ("denied", "The firm", "denied", "it owned the ferry"),
    ),
    "claims rejected as something": (
        "The minister rejected claims that the bridge was unsafe as a fairy tale.",
        ("denied", "The minister", "rejected", "the bridge was unsafe"),
    ),
    "something dismissed as something": (
        "Mona Kettle dismissed the report as nonsense.",
        ("denied", "Mona Kettle", "dismissed", "the report"),
    ),
    "an idea dismissed": (
        "The firm dismissed the idea that it owned the ferry.",
        ("denied", "The firm", "dismissed", "it owned the ferry"),
    ),
    "a passive denial": (
        "The charges were denied by the company.",
        ("denied", "the company", "denied", "The charges"),
    ),
    "an accusation": (
        "The council accused Mona Kettle of hiding the report.",
        ("alleged", "The council", "accused", "Mona Kettle of hiding the report"),
    ),
    "an accusation in the passive": (
        "The treasurer was accused of stealing the money.",
        ("alleged", None, "accused", "stealing the money"),
    ),
    "an allegation by nobody": (
        "It is alleged that the treasurer took the money.",
        ("alleged", None, "alleged", "the treasurer took the money"),
    ),
    "a claim": (
        "Prosecutors claim that the treasurer took the money.",
        ("alleged", "Prosecutors", "claim", "the treasurer took the money"),
    ),
    "hearsay in an adverb": (
        "The treasurer reportedly took the money.",
        ("alleged", None, "reportedly", "The treasurer reportedly took the money"),
    ),
    "a rumour": (
        "The town is full of rumours that the ferry will be sold.",
        ("alleged", None, "rumours", "the ferry will be sold"),
    ),
    "an admission": (
        "The company admitted that the ferry was old.",
        ("confirmed", "The company", "admitted", "the ferry was old"),
    ),
    "a confirmation of a thing": (
        "The mayor confirmed the closure.",
        ("confirmed", "The mayor", "confirmed", "the closure"),
    ),
    "what may be": (
        "The harbour may close next year.",
        ("doubted", None, "may", "The harbour may close next year"),
    ),
    "what is unclear": (
        "It is unclear whether the harbour will close.",
        ("doubted", None, "unclear", "whether the harbour will close"),
    ),
    "what somebody says may be": (
        "The mayor said the harbour might close.",
        ("doubted", "The mayor", "said", "the harbour might close"),
    ),
    "what somebody would not say": (
        "The mayor declined to say whether he would resign.",
        ("doubted", "The mayor", "say", "whether he would resign"),
    ),
    "what somebody did not deny": (
        "The mayor did not deny that the harbour was closed.",
        ("doubted", "The mayor", "deny", "the harbour was closed"),
    ),
    "a reported question": (
        "A reporter asked the mayor whether the harbour would close.",
        ("asked", "A reporter", "asked", "whether the harbour would close"),
    ),
    "a quoted question": (
        "“Will the harbour close?” Mona Kettle said.",
        ("asked", "Mona Kettle", "said", "Will the harbour close?"),
    ),
    "a passive quotation": (
        "Mona Kettle was quoted as saying the bridge was unsafe.",
        ("said", "Mona Kettle", "quoted as saying", "the bridge was unsafe"),
    ),
    "a quotation with a verb that only praises": (
        "Kettle praised the crew “for staying aboard until the end” of the fire.",
        ("said", "Kettle", "praised", "for staying aboard until the end"),
    ),
    "words held up inside a clause belong to the clause": (
        "The mayor said the repairs were “beyond all hope” and too dear.",
        ("said", "The mayor", "said", "the repairs were “beyond all hope” and too dear"),
    ),
    "a noun that looks like a verb": (
        "The council's claim that the ferry is safe.",
        ("alleged", "The council", "claim", "the ferry is safe"),
    ),
    "an apostrophe left out": (
        "The countrys president said the ferry was old.",
        ("said", "The countrys president", "said", "the ferry was old"),
    ),
    "an agency": (
        "The ferry was old, Norland News Agency reported.",
        ("said", "Norland News Agency", "reported", "The ferry was old"),
    ),
    "the institution keeps its article": (
        "The ferry was old, the Admiralty said.",
        ("said", "the Admiralty", "said", "The ferry was old"),
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_one_report_is_read(name: str) -> None:
    text, expected = ONE[name]
    assert read(text) == [expected]


def test_a_quotation_goes_on_after_its_report() -> None:
    text = "“The bridge is safe,” Mona Kettle told the council. “Nobody needs to worry.”"
    assert read(text) == [
        ("said", "Mona Kettle", "told", "The bridge is safe,"),
        ("said", "Mona Kettle", "told", "Nobody needs to worry."),
    ]


def test_a_quotation_goes_on_within_the_sentence() -> None:
    text = "“The bridge,” Mona Kettle said, “is as safe as it ever was.”"
    assert [one[1] for one in read(text)] == ["Mona Kettle", "Mona Kettle"]


def test_a_paragraph_of_nothing_but_quotation_has_the_last_speaker() -> None:
    text = "“The bridge is safe,” said Mona Kettle.\n\n“Nobody needs to worry about it.”"
    assert read(text)[1] == ("said", "Mona Kettle", "said", "Nobody needs to worry about it.")


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "Mona Kettle said: “The bridge is safe.\n\n“Nobody needs to worry about it.”"
    assert [(one[1], one[3]) for one in read(text)] == [
        ("Mona Kettle", "The bridge is safe."),
        ("Mona Kettle", "Nobody needs to worry about it."),
    ]


def test_a_quotation_of_several_sentences_is_one_content() -> None:
    text = "“The bridge is safe. We looked at it twice,” Mona Kettle said."
    assert read(text) == [("said", "Mona Kettle", "said", "The bridge is safe. We looked at it twice,")]


def test_a_quotation_without_a_speaker_has_none() -> None:
    text = "“Nobody needs to worry about it.”"
    (one,) = attributions_in(text)
    assert (one.speaker, one.speaker_span, one.quotation) == (None, None, True)
    assert text[slice(*one.cue)] == "“"


def test_a_claim_and_its_denial_share_their_content() -> None:
    text = "Officials say Norland sank the ferry — something Norland has flatly denied."
    said, denied = attributions_in(text)
    assert said.content == denied.content
    assert text[slice(*said.content)] == "Norland sank the ferry"
    assert (said.stance, said.speaker) == (Stance.SAID, "Officials")
    assert (denied.stance, denied.speaker) == (Stance.DENIED, "Norland")


def test_a_relative_denial_has_the_accusation_as_content() -> None:
    text = "The council accused the firm of hiding the report, which the firm denies."
    assert read(text) == [
        ("alleged", "The council", "accused", "the firm of hiding the report"),
        ("denied", "the firm", "denies", "the firm of hiding the report"),
    ]


def test_a_denial_of_what_the_article_says() -> None:
    text = "Norland sank the ferry, which its government denies."
    (one,) = read(text)
    assert (one[0], one[3]) == ("denied", "Norland sank the ferry")


def test_verbs_that_share_their_subject() -> None:
    text = "Mona Kettle said she would sue, adding that the paper was wrong."
    assert read(text) == [
        ("said", "Mona Kettle", "said", "she would sue"),
        ("said", "Mona Kettle", "adding", "the paper was wrong"),
    ]


def test_a_surname_stands_for_the_full_name() -> None:
    text = "Viktor Brandt arrived late. The plan was dead, Mr. Brandt said."
    (one,) = attributions_in(text)
    assert one.speaker == "Viktor Brandt"
    assert one.speaker_span is not None
    assert text[slice(*one.speaker_span)] == "Mr. Brandt"


def test_a_surname_of_two_people_stays() -> None:
    text = "Mona Kettle met Paul Kettle. The plan was dead, Kettle said."
    assert read(text)[0][1] == "Kettle"


def test_a_title_tells_two_people_of_one_surname_apart() -> None:
    text = "Laura Kettle met Paul Kettle. The plan was dead, Mrs. Kettle said."
    assert read(text)[0][1] == "Laura Kettle"


def test_a_pronoun_means_the_last_speaker() -> None:
    text = (
        "Viktor Brandt spoke on Monday. Mr. Brandt said the plan was dead. He added that nobody would come."
    )
    assert [one[1] for one in read(text)] == ["Viktor Brandt", "Viktor Brandt"]


def test_a_pronoun_means_only_whom_it_fits() -> None:
    text = "Laura Kettle said the plan was dead. Paul Orlov watched. The plan was alive, he said."
    assert [one[1] for one in read(text)] == ["Laura Kettle", "Paul Orlov"]


def test_a_pronoun_that_fits_nobody_has_no_speaker() -> None:
    text = "Laura Kettle said the plan was dead. He said it was alive."
    assert [one[1] for one in read(text)] == ["Laura Kettle", None]


def test_they_have_no_name() -> None:
    assert [one[1] for one in read("They said the plan was dead.")] == [None]


def test_a_noun_phrase_stays_one() -> None:
    text = "A spokesman for Viktor Brandt said the plan was dead."
    assert read(text)[0][1] == "A spokesman for Viktor Brandt"


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left the harbour at noon.",
        "The mayor said nothing.",
        "The reports were long and the charges were low.",
        "The United States sent a ship.",
        "",
    ],
)
def test_what_reports_nothing_has_no_attribution(text: str) -> None:
    assert attributions_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“The ferry was old,” said Sen.",
        "“The ferry was old,” said",
        "according to",
        'Sad!" he wrote. "The numbers are great," he said.',
        '" The ferry was old, " he said .',
        "said said said",
        "which he denied",
        "“”“ ” said “",
    ],
)
def test_broken_sentences_raise_nothing(text: str) -> None:
    for one in attributions_in(text):
        assert text[slice(*one.content)].strip()


def test_spans_without_sentences_give_nothing() -> None:
    assert attributions_of("Mona Kettle said it was so.", [], []) == []


WORDS = st.sampled_from(
    [
        "said",
        "denied",
        "told",
        "he",
        "she",
        "Ann",
        "Lee",
        "Mr.",
        "which",
        "that",
        "“",
        "”",
        '"',
        ",",
        ".",
        "—",
        ":",
        ";",
        "the",
        "mayor",
        "was",
        "accused",
        "of",
        "by",
        "according",
        "to",
        "claims",
        "reports",
        "reportedly",
        "may",
        "not",
        "something",
        "as",
        "it",
        "and",
        "but",
        "saying",
        "adding",
        "\n",
        "\n\n",
        "'",
        "(",
        ")",
        "asked",
        "whether",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=40).map(" ".join)))
def test_spans_lie_in_the_text_and_hold_something(text: str) -> None:
    found = attributions_in(text)
    assert [one.content.start for one in found] == sorted(one.content.start for one in found)
    for one in found:
        for span in (one.content, one.cue, one.speaker_span):
            if span is not None:
                assert 0 <= span.start < span.end <= len(text)
        assert one.speaker is None or one.speaker.strip()
        assert one.speaker_span is not None or one.speaker is None or one.quotation


@given(st.lists(WORDS, max_size=30).map(" ".join), st.lists(st.integers(0, 120), max_size=8))
def test_any_sentences_will_do(text: str, edges: list[int]) -> None:
    places = sorted({min(edge, len(text)) for edge in edges})
    sentences = [Span(start, end) for start, end in pairwise(places) if start < end]
    for one in attributions_of(text, sentences, quotations_of(text)):
        assert 0 <= one.content.start < one.content.end <= len(text)
