"""What a cue of negation reaches, and what only looks like one.

In the sentences below `[word]` is negated and `{word}` is not.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.language.polarity import Negation, is_negated, negations_of
from readerapp.model import Span

MARKED = re.compile(r"\[(\w+)\]|\{(\w+)\}")


def marked(sentence: str) -> tuple[str, list[tuple[Span, bool]]]:
    """A sentence without its marks, and where its marked words stand."""
    text, words, last = "", [], 0
    for match in MARKED.finditer(sentence):
        text += sentence[last : match.start()]
        word = match[1] or match[2]
        words.append((Span(len(text), len(text) + len(word)), match[1] is not None))
        text += word
        last = match.end()
    return text + sentence[last:], words


def negated_in(sentence: str) -> str:
    """The sentence as it would have to be marked for the words that are marked in it."""
    text, words = marked(sentence)
    whole = Span(0, len(text))
    verdicts = [is_negated(text, whole, at) for at, _ in words]
    for (at, _), negated in reversed(list(zip(words, verdicts, strict=True))):
        marks = "[]" if negated else "{}"
        text = text[: at.start] + marks[0] + text[at.start : at.end] + marks[1] + text[at.end :]
    return text


def cues_of(text: str) -> list[str]:
    return [text[n.cue.start : n.cue.end] for n in negations_of(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "sentence",
    [
        "The {ferry} did not [reach] the island.",
        "The ferry didn't [reach] the island.",
        "The ferry didn’t [reach] the island.",
        "The ferry cannot [sail] tonight.",
        "The dam was not [damaged].",
        "The mayor never [visited] the plant.",
        "The mayor will no longer [pay] the fine.",
        "None of the [hostages] [escaped].",
        "Nobody was [hurt] in the blast.",
        "No one was [hurt] in the blast.",
        "No-one was [hurt] in the blast.",
        "Nothing was [stolen] from the vault.",
        "Neither the captain nor the pilot [survived].",
        "The captain was not [drunk], nor was he [asleep].",
        "Divers [found] no [wreckage] off the cape.",
        "There [were] no [deaths].",
        "The patrol [arrested] nobody.",
        "The search has [turned] up no [trace] of her.",
        "The soldiers left without [firing] a shot.",
        "The rebels failed to [take] the bridge.",
        "The minister refused to [resign].",
        "The hotel refused [service] to the band.",
        "The board declined to [approve] the merger.",
        "The crew were unable to [stop] the leak.",
        "The bank has yet to [repay] the loan.",
        "The singer denied [hitting] the guard.",
        "The singer denied that she [hit] the guard.",
        "A lack of [evidence] {led} to his release.",
        "In the absence of a [leader], the party {split}.",
        "Police ruled out [arson].",
        "Police have ruled it out as a [hoax].",
        "The theatre was barely [damaged].",
        "The road was hardly [passable].",
        "The siege is far from [over].",
        "The [report] was denied by the palace.",
        "[Sabotage] has been ruled out.",
        "I don't think that the strike will [end] soon.",
        "The sister doubted that he [fired] first.",
        "The fence prevented the bears from [entering] the camp.",
        "He drove on instead of [stopping].",
        "The palace dismissed reports that the king is [ill].",
        "The van narrowly avoided a [crash].",
        "The troops stopped short of [crossing] the border.",
        "He urged them not to [leave].",
    ],
)
def test_a_cue_negates_what_belongs_to_it(sentence: str) -> None:
    assert negated_in(sentence) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The coach did not [deny] that he {bet} on the game.",
        "The talks ended not without {progress}.",
        "No one failed to {vote}.",
        "The judge never refused to {hear} him.",
        "Police have not ruled out {arson}.",
        "There is no lack of {money}.",
        "The crew could not prevent the ship from {sinking}.",
    ],
)
def test_two_negations_cancel(sentence: str) -> None:
    assert negated_in(sentence) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The plant did not [close], but it {dismissed} forty workers.",
        "The plant did not [close] but {dismissed} forty workers.",
        "The plant did not [close]; it {dismissed} forty workers.",
        "The plant did not [close] because the state {paid}.",
        "The plant did not [close], although it {lost} money.",
        "The driver did not [stop] and {hit} a wall.",
        "The driver did not [stop] and was {arrested}.",
        "The driver was not [hurt]. He {walked} away.",
        "“I did not [steal] it,” the clerk {said}.",
        "The gate was not [locked], the guard {said}.",
        "The gate was not [locked], which {helped} the thieves.",
        "The envoy did not know that the town had {fallen}.",
        "The envoy did not say whether the town had {fallen}.",
        "Officials {said} no [survivors] were found.",
        "Witnesses {said} nobody [spoke].",
        "Without [warning], the roof {collapsed}.",
        "There were no [deaths] and no [injuries].",
        "There were no [deaths], no [injuries] and no [damage].",
        "Dr. Holm did not [sign] the letter.",
        "The boat did not [leave] until the storm {passed}.",
        "The shop — not [insured] — {burned} down.",
    ],
)
def test_a_negation_ends_with_its_clause(sentence: str) -> None:
    assert negated_in(sentence) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The fire not only {destroyed} the barn but also {killed} a horse.",
        "The fire didn't just {destroy} the barn.",
        "There is no doubt that the bridge {fell}.",
        "Without a doubt the bridge {fell}.",
        "The army found nothing but {ruins}.",
        "No sooner had he {landed} than police {held} him.",
        "No fewer than 12 miners {died}.",
        "No more than 12 miners {died}.",
        "The editor lives at No. 10 and {works} at home.",
        "No 10 {confirmed} the visit.",
        "She can't help but {laugh}.",
        "She cannot help {laughing}.",
        "The climber barely {survived}.",
        "The no-fly zone was {extended}.",
        "The no vote {won}.",
        "The envoy said no and {left}.",
        "Hundreds, if not thousands, {marched}.",
        "No, the tunnel {opened} in May.",
        "The barn was {burned}, wasn't it?",
        "The camp lies far from the {border}.",
        "Not long after the blast the wall {fell}.",
        "The tanks rolled on, not to mention the {trucks}.",
        "It was none other than the {mayor}.",
    ],
)
def test_what_only_looks_like_a_negation_is_none(sentence: str) -> None:
    assert negated_in(sentence) == sentence


def test_of_a_contracted_form_only_the_ending_is_the_cue() -> None:
    assert cues_of("It wasn’t he; they can't; she cannot.") == ["n’t", "n't", "not"]


def test_cues_of_several_words_are_given_whole() -> None:
    text = "It no longer runs, failed to start, is far from ready and police ruled it out."
    assert cues_of(text) == ["no longer", "failed to", "far from", "ruled it out"]


def test_neither_and_nor_are_one_negation() -> None:
    assert cues_of("Neither the ship nor the crew was found.") == ["Neither"]


def test_a_clause_that_breaks_off_leaves_an_empty_scope() -> None:
    text = "Others paid; she did not."
    assert negations_of(text, Span(0, len(text))) == [Negation(Span(21, 24), Span(24, 24))]


def test_only_the_given_stretch_counts() -> None:
    text = "He did not come. She came."
    assert negations_of(text, Span(17, len(text))) == []


def test_a_paragraph_ends_a_negation() -> None:
    assert negated_in("No [survivors]\n\nThe ship {sank}") == "No [survivors]\n\nThe ship {sank}"


def test_a_long_text_without_any_clause_end_takes_no_time_to_speak_of() -> None:
    text = "has no not never failed to deny prevent from " * 20_000
    assert len(negations_of(text, Span(0, len(text)))) > 20_000


PIECES_OF_SENTENCES = (
    "not n't never no none nothing neither nor without failed to denied lack of far from rule out was he said "
    "the that and , . ; — ” don’t can't help but one longer no-one - \n\n"
)

PIECES = st.lists(st.sampled_from(PIECES_OF_SENTENCES.split(" ")) | st.text(max_size=4))


@given(PIECES, st.integers(-3, 60), st.integers(-3, 60))
def test_spans_lie_within_the_stretch_whatever_the_text(pieces: list[str], start: int, end: int) -> None:
    text = " ".join(pieces)
    within = Span(max(0, min(start, len(text))), max(0, min(end, len(text))))
    for negation in negations_of(text, within):
        for span in (negation.cue, negation.scope):
            assert within.start <= span.start <= span.end <= within.end
        assert negation.cue.start < negation.cue.end


@given(PIECES, st.integers(0, 60))
def test_every_place_is_negated_or_not(pieces: list[str], place: int) -> None:
    text = " ".join(pieces)
    assert is_negated(text, Span(0, len(text)), Span(place, place + 1)) in {True, False}
