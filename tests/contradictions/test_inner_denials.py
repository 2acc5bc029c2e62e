from __future__ import annotations

import pytest
from contradiction_samples import statements

from readerapp.contradictions.inner_denials import inner_denials


def found(text: str) -> list[tuple[str, str]]:
    return [
        (text[claim.start : claim.end], text[denial.start : denial.end])
        for statement in statements(text)
        for claim, denial, _ in inner_denials(text, statement)
    ]


@pytest.mark.parametrize(
    ("text", "claim", "denial"),
    [
        (
            "The firm had paid the judges of the contest for years, which Anna Berg denied.",
            "The firm had paid the judges of the contest for years",
            "which Anna Berg denied.",
        ),
        (
            "Officials alleged that hackers had helped the party to win, something Estland has flatly denied.",
            "hackers had helped the party to win",
            "something Estland has flatly denied.",
        ),
        (
            "Investigators say the money came from abroad – an accusation the minister rejects.",
            "the money came from abroad",
            "an accusation the minister rejects.",
        ),
        (
            "The firm had paid the judges of the contest for years, a claim that Anna Berg denied on Monday.",
            "The firm had paid the judges of the contest for years",
            "that Anna Berg denied on Monday.",
        ),
        (
            "The prosecutors said he had taken bribes, but he has denied the claim.",
            "he had taken bribes",
            "but he has denied the claim.",
        ),
        (
            "The union accused the mill of hiding three warnings, something the mill has denied.",
            "The union accused the mill of hiding three warnings",
            "something the mill has denied.",
        ),
        (
            "Rebels said they shot down the plane; the army denied it.",
            "they shot down the plane",
            "the army denied it.",
        ),
    ],
)
def test_a_claim_and_its_denial_are_two_passages(text: str, claim: str, denial: str) -> None:
    assert found(text) == [(claim, denial)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg denied that the firm had paid the judges.",
        "The firm had paid the judges of the contest for years.",
        "The judges said that the firm had paid them, and Anna Berg confirmed it.",
        "Anna Berg denied the claim.",
    ],
)
def test_a_denial_or_a_claim_alone_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (
            "Mayor Orla Finch denied that she had been warned, although an e-mail shows that she was told in May.",
            "an e-mail shows that she was told in May",
        ),
        (
            "Mr Dole insisted that he had never met Viktor Hahn, but photographs show the two at his house.",
            "photographs show the two at his house",
        ),
    ],
)
def test_evidence_that_a_sentence_sets_against_a_denial_is_the_claim(sentence: str, shown: str) -> None:
    (statement,) = statements(sentence)
    ((claim, denial, _),) = inner_denials(sentence, statement)
    assert sentence[claim.start : claim.end] == shown
    assert denial.end < claim.start


def test_evidence_behind_a_plain_statement_is_set_against_nothing() -> None:
    sentence = "Mr Dole said that the bridge was sound, but tests show that two bolts are loose."
    (statement,) = statements(sentence)
    assert not list(inner_denials(sentence, statement))
