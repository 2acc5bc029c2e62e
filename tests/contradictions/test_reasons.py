"""Why two statements are in tension, in one sentence."""

from __future__ import annotations

from contradiction_samples import statements

from readerapp.contradictions.evidence import evidence_between
from readerapp.contradictions.reasons import reason_for

DENIAL = "A spokesman, Aldo Brandt, denied that a warning about the silo had reached the management."


def reason(one: str, other: str, kind: str = "denial") -> str:
    first, second = statements(one, other)
    return reason_for(kind, evidence_between(first, second), (first, second), (one, other), ("1", "2"))


def test_of_the_other_side_of_a_denial_the_words_are_quoted_that_were_said() -> None:
    other = (
        "On Wednesday evening Aldo Brandt, a spokesman for the milling company of Orrin, "
        "conceded that one warning about the silo had arrived."
    )
    assert reason(DENIAL, other).endswith("; 2 has “one warning about the silo had arrived”.")


def test_what_the_other_side_denies_is_not_quoted_as_if_it_were_said() -> None:
    other = "The company rejected reports that a warning about the silo had been read by the management."
    assert "has “a warning" not in reason(DENIAL, other)


def test_a_long_statement_is_quoted_from_the_clause_on_that_matters() -> None:
    other = (
        "The harbour of Orrin, which lies on the windward shore of the long lake of that name, was empty, "
        "and a warning about the silo had reached the management twice."
    )
    assert "2 has “and a warning about the silo had reached the management" in reason(DENIAL, other)


def test_a_short_statement_is_quoted_from_its_beginning() -> None:
    assert reason(DENIAL, "The warning about the silo came in May.").endswith(
        "has “The warning about the silo came in May.”."
    )


def test_a_negation_of_two_words_is_quoted_with_its_clause() -> None:
    told = reason("The lock of the silo did not fail.", "The lock of the silo failed on Monday.", "negation")
    assert told.startswith("1 says “The lock of the silo did not fail”; 2 has")


def test_a_negation_far_from_the_beginning_of_its_clause_is_quoted_alone() -> None:
    long = "The lock of the old silo on the windward shore of the long lake in the Orrin valley did not fail."
    assert reason(long, "The lock of the silo failed on Monday.", "negation").startswith("1 says “not fail”;")


def test_whoever_is_described_is_no_owner_of_a_denial() -> None:
    told = reason("The ministry denied that the silo had burst.", "The silo had burst, divers said.")
    assert told == "1 has the ministry deny “the silo had burst”; 2 has “The silo had burst”."


def test_what_somebody_is_accused_of_is_quoted_with_who_accuses() -> None:
    told = reason(
        "The union accused the mill of hiding warnings, something the mill has denied.",
        "The mill confirmed that it had hidden warnings.",
    )
    assert told.startswith("1 has the mill deny “The union accused the mill of hiding warnings”;")


def test_a_negation_is_told_as_what_is_said_and_not_as_one_of_what_the_other_says() -> None:
    told = reason("Nobody saw the silo burst.", "The silo stood beside the old harbour.", "negation")
    assert told == "1 says “Nobody saw the silo burst”; 2 has “The silo stood beside the old harbour.”."


def test_a_stretch_of_time_is_quoted_without_what_it_is_reckoned_from() -> None:
    told = reason(
        "The brigade came within ten minutes of the first call.",
        "The brigade came 40 minutes after the first call.",
        "number",
    )
    assert told == "1 says “ten minutes”, 2 “40 minutes”."
