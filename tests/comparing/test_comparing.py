"""A comparison as a whole: steps, order, and what is said when nothing was found."""

from dataclasses import replace

from overlap_samples_for_comparing import ONE, OTHER, articles

from readerapp.comparing import FindingsArrived, Finished, compare, steps
from readerapp.model import Notice, Progressed


def test_progress_comes_first_and_the_comparison_last() -> None:
    taken = list(steps(articles(ONE, OTHER)))
    assert isinstance(taken[0], Progressed)
    assert isinstance(taken[-1], Finished)


def test_every_finding_of_the_comparison_arrived_before() -> None:
    taken = list(steps(articles(ONE, OTHER)))
    arrived = [finding for step in taken if isinstance(step, FindingsArrived) for finding in step.findings]
    last = taken[-1]
    assert isinstance(last, Finished)
    assert set(arrived) == set(last.comparison.findings)
    assert arrived


def test_documents_are_numbered_in_their_order() -> None:
    assert [document.id for document in compare(articles(ONE, OTHER, ONE)).documents] == ["1", "2", "3"]


def test_findings_are_sorted_by_falling_score() -> None:
    scores = [finding.score for finding in compare(articles(ONE, OTHER, ONE + OTHER)).findings]
    assert scores == sorted(scores, reverse=True)


def test_a_notice_says_that_nothing_was_found_and_why() -> None:
    (notice,) = compare(
        articles(ONE, "Quite another story, about nothing that the first one mentions at all.")
    ).notices
    assert notice.code == "nothing-found"
    assert notice.text == (
        "Nothing was found: the articles share no wording beyond common phrases and names, and no statements "
        "were found that seem in tension."
    )


def test_very_short_texts_get_a_reason_of_their_own() -> None:
    (notice,) = compare(articles("Too short.", "So is this.")).notices
    assert "very short" in notice.text


def test_notices_of_documents_become_notices_of_the_comparison() -> None:
    guessed = Notice("encoding-guessed", "Guessed.")
    one, other = articles(ONE, OTHER)
    notices = compare([one, replace(other, notices=(guessed,))]).notices
    assert notices == (Notice("encoding-guessed", "Guessed.", "2"),)


def test_the_package_offers_compare_as_a_function() -> None:
    import readerapp.comparing
    from readerapp import compare as offered

    assert (
        offered(articles(ONE, OTHER)).findings == readerapp.comparing.compare(articles(ONE, OTHER)).findings
    )


def test_short_texts_without_spaces_are_not_called_short() -> None:
    one, other = "北京市政府昨天宣布，將於下個月開始實施。", "今天天氣很好，我們去公園散步吧，好不好呢？"
    (notice,) = compare(articles(one, other)).notices
    assert "very short" not in notice.text


def test_one_repetitive_text_twice_is_said_to_be_the_same() -> None:
    text = "the cat sat on the mat and went. " * 40
    comparison = compare(articles(text, text))
    assert not comparison.findings
    assert "one and the same text" in comparison.notices[0].text
