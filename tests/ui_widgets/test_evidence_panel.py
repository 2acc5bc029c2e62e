"""The evidence for a finding."""

from __future__ import annotations

import pytest
from rich.style import Style
from rich.text import Text
from widget_samples import FERRY, HARBOUR, PanesApp, document, finding, span_of

from readerapp.model import Document, Finding, Kind, Origin, Passage, Review, Span, Verdict
from readerapp.ui.widgets.evidence_panel import EvidencePanel
from readerapp.ui.widgets.evidence_text import LONGEST_PASSAGE, EvidenceStyles, evidence, headline

STYLES = EvidenceStyles(
    place=Style(color="blue"),
    quiet=Style(dim=True),
    insertion=Style(bold=True),
    deletion=Style(strike=True),
    replacement=Style(underline=True),
    cue=Style(reverse=True),
)
ONE = document("The bridge was closed on Monday for good.", "1", "Herald")
OTHER = document("The old bridge was closed on Tuesday.\n", "2", "Post")


def text_of(
    kind_type: str = "edited", left: str = ONE.text, right: str = OTHER.text, review: Review | None = None
) -> Text:
    shared = finding(Kind.OVERLAP, kind_type, (ONE, left), (OTHER, right))
    return evidence(shared, [ONE, OTHER], review or Review(), STYLES)


def styled(text: Text, style: Style) -> list[str]:
    return [text.plain[span.start : span.end] for span in text.spans if span.style == style]


def test_the_headline_says_what_it_is_which_of_how_many_and_how_sure() -> None:
    shared = finding(Kind.OVERLAP, "edited", (ONE, ONE.text), score=0.87)
    review = Review(Verdict.CONFIRMED, ("check",))
    assert headline(shared, review, (4, 21), (2, 9)) == (
        "overlap · edited · 4 of 21 · 2 of 9 of its kind · score .87 very likely · ✓ confirmed · #check"
    )


@pytest.mark.parametrize(
    ("score", "words"),
    [(1.0, "1.0 almost certain"), (0.72, ".72 likely"), (0.5, ".50 possible"), (0.2, ".20 doubtful")],
)
def test_a_score_is_put_in_words(score: float, words: str) -> None:
    shared = finding(Kind.OVERLAP, "edited", (ONE, ONE.text), score=score)
    assert headline(shared, Review(), (1, 1), (1, 1)) == f"overlap · edited · 1 of 1 · score {words}"


def test_a_finding_made_by_a_person_has_no_score() -> None:
    made = Finding("m", Kind.UNIQUE, "only-here", 1.0, "", (Passage("1", 0, 3, "The"),), Origin.PERSON)
    assert headline(made, Review(), (1, 2), (1, 2)) == "only here · 1 of 2 · made by hand"


def test_every_passage_stands_below_with_its_place() -> None:
    lines = text_of().plain.splitlines()
    assert lines[0] == "Shared."
    assert lines[1].startswith("1 Herald · line 1  The bridge")
    assert lines[2].startswith("2 Post · line 1  The old bridge")


def test_the_line_and_the_speaker_are_named() -> None:
    passage = Passage(
        "1", HARBOUR.index("We cannot"), HARBOUR.index(",” mayor"), "We cannot", "Helen Brandt", True
    )
    shared = Finding("q", Kind.OVERLAP, "verbatim", 0.9, "Said.", (passage,))
    text = evidence(shared, [document(HARBOUR, "1", "Herald")], Review(), STYLES)
    assert "Helen Brandt, in 1 Herald · line 5  We cannot" in text.plain


def test_words_that_differ_are_told_apart() -> None:
    text = text_of()
    assert styled(text, STYLES.insertion) == ["old", "only in 2"]
    assert styled(text, STYLES.replacement) == ["Monday for good.", "Tuesday.", "in other words"]


def test_words_of_the_first_passage_only_are_marked_there() -> None:
    text = text_of(left=ONE.text, right="bridge was closed on")
    assert "only in 1" in styled(text, STYLES.deletion)


def test_what_is_verbatim_has_no_differences_marked() -> None:
    text = text_of("verbatim", "bridge was closed on", "bridge was closed on")
    assert styled(text, STYLES.insertion) == styled(text, STYLES.replacement) == []


def test_a_paraphrase_is_not_marked_all_over() -> None:
    one, other = document("Nobody died there.", "1"), document("All people survived it.", "2")
    same = finding(Kind.OVERLAP, "paraphrase", (one, one.text), (other, other.text))
    assert styled(evidence(same, [one, other], Review(), STYLES), STYLES.replacement) == []


def test_the_words_that_carry_a_contradiction_stand_out_instead_of_differences() -> None:
    passages = (
        Passage("1", 4, 31, "bridge was closed on Monday", cues=(Span(25, 31),)),
        Passage("2", 8, 36, "bridge was closed on Tuesday", cues=(Span(29, 36),)),
    )
    against = Finding("c", Kind.CONTRADICTION, "date", 0.9, "Two days.", passages)
    text = evidence(against, [ONE, OTHER], Review(), STYLES)
    assert styled(text, STYLES.cue) == ["Monday", "Tuesday"]
    assert styled(text, STYLES.replacement) == []


def denial(left: str, right: str) -> tuple[Finding, list[Document]]:
    """One article reports something, a speaker in the other denies it; “the crew fled” carries it."""
    articles = [document(left, "1", "Herald"), document(right, "2", "Post")]
    cues = [span_of(text, "the crew fled") for text in (left, right)]
    passages = (
        Passage("1", 0, len(left), left, cues=(cues[0],)),
        Passage("2", 0, len(right), right, "Captain Ines Okoro", cues=(cues[1],)),
    )
    reason = "1 reports it; Captain Ines Okoro, in 2, denies it."
    return Finding("d", Kind.CONTRADICTION, "denial", 0.72, reason, passages), articles


def test_a_contradiction_names_its_type_its_score_in_words_and_figures_and_who_said_it() -> None:
    against, articles = denial("At dawn the crew fled.", "It is a lie that the crew fled.")
    assert headline(against, Review(), (1, 3), (1, 1)) == (
        "contradiction · denial · 1 of 3 · 1 of 1 of its kind · score .72 likely"
    )
    assert evidence(against, articles, Review(), STYLES).plain.splitlines() == [
        "1 reports it; Captain Ines Okoro, in 2, denies it.",
        "1 Herald · line 1  At dawn the crew fled.",
        "Captain Ines Okoro, in 2 Post · line 1  It is a lie that the crew fled.",
    ]


def test_what_carries_a_contradiction_is_shown_wherever_in_a_long_passage_it_stands() -> None:
    filler = "The sea was calm and nobody thought of it. " * 200
    against, articles = denial(filler + "At dawn the crew fled.", "It is a lie that the crew fled. " + filler)
    for room in (None, 150):
        text = evidence(against, articles, Review(), STYLES, room=room)
        assert styled(text, STYLES.cue) == ["the crew fled"] * 2
        assert len(text.plain) < 2 * (LONGEST_PASSAGE + 200)
    assert len(text.plain) < 600


def test_a_very_long_passage_is_shown_in_part_and_says_so() -> None:
    long = document("word " * 2000, "1")
    shared = finding(Kind.OVERLAP, "edited", (long, long.text), (OTHER, OTHER.text))
    text = evidence(shared, [long, OTHER], Review(), STYLES)
    assert f" … and {10_000 - LONGEST_PASSAGE:,} characters more" in text.plain


def test_markup_and_controls_of_an_article_are_shown_as_they_are() -> None:
    hostile = Document("[red]a[/red]\x1b[2Jb", "x", "1", title="[b]t\x07")
    shared = finding(Kind.UNIQUE, "only-here", (hostile, hostile.text))
    text = evidence(shared, [hostile], Review(), STYLES)
    assert "1 [b]t� · line 1  [red]a[/red]�[2Jb" in text.plain


def test_a_note_is_shown_with_its_lines() -> None:
    assert text_of(review=Review(note="Call them.\nSoon.")).plain.endswith("Note  Call them.\nSoon.")


def body_of(panel: EvidencePanel) -> str:
    return "\n".join(
        "".join(segment.text for segment in panel._body.render_line(y)).strip()
        for y in range(panel._body.size.height)
    )


def headline_of(panel: EvidencePanel) -> str:
    return panel._headline.render_line(0).text.strip()


async def test_the_panel_shows_a_finding_and_then_a_message() -> None:
    articles = [document(HARBOUR), document(FERRY, "2")]
    app = PanesApp(*articles, evidence=True)
    async with app.run_test(size=(100, 30)) as pilot:
        assert app.evidence is not None
        shared = finding(Kind.OVERLAP, "edited", *((each, "harbour bridge") for each in articles))
        app.evidence.show(shared, articles, Review(), (1, 2), (1, 1))
        await pilot.pause()
        assert headline_of(app.evidence).startswith("≈ overlap · edited · 1 of 2")
        assert "harbour bridge" in body_of(app.evidence)
        app.evidence.show_nothing("Nothing was found.")
        await pilot.pause()
        assert body_of(app.evidence) == "Nothing was found."


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 60)])
async def test_both_sides_of_a_contradiction_between_long_passages_can_be_seen(size: tuple[int, int]) -> None:
    filler = "The sea was calm and nobody thought of it. " * 30
    against, articles = denial(filler + "At dawn the crew fled.", "It is a lie that the crew fled. " + filler)
    app = PanesApp(*articles, evidence=True)
    async with app.run_test(size=size) as pilot:
        panel = app.evidence
        assert panel is not None
        panel.styles.height = 7 if size[1] >= 24 else 3
        await pilot.pause()
        panel.show(against, articles, Review(), (1, 3), (1, 1))
        await pilot.pause()
        words = " ".join(body_of(panel).split())
        assert words.count("the crew fled") == 2
        assert "Captain Ines Okoro, in 2" in words
        if size[1] >= 24:
            assert panel._body.size.height <= 6
        while panel.scroll_offset.y < panel.max_scroll_y:
            panel.scroll_relative(y=2, animate=False)
            await pilot.pause()
        assert panel._body.region.bottom <= panel.region.bottom


async def test_three_rows_hold_the_headline_and_the_reason() -> None:
    articles = [document(HARBOUR), document(FERRY, "2")]
    app = PanesApp(*articles, evidence=True)
    async with app.run_test(size=(40, 12)) as pilot:
        assert app.evidence is not None
        app.evidence.styles.height = 3
        shared = finding(Kind.OVERLAP, "edited", *((each, "harbour bridge") for each in articles))
        app.evidence.show(shared, articles, Review(), (1, 2), (1, 1))
        await pilot.pause()
        assert headline_of(app.evidence).endswith("…")
        assert app.evidence._body.region.y == app.evidence.region.y + 1
        assert body_of(app.evidence).splitlines()[:2] == ["Shared.", "1 · line 3  harbour bridge"]


async def test_another_finding_is_shown_from_its_beginning() -> None:
    articles = [document(HARBOUR), document(FERRY, "2")]
    app = PanesApp(*articles, evidence=True)
    async with app.run_test(size=(50, 20)) as pilot:
        panel = app.evidence
        assert panel is not None
        panel.show(
            finding(Kind.OVERLAP, "edited", *((a, a.text) for a in articles)),
            articles,
            Review(),
            (1, 2),
            (1, 2),
        )
        await pilot.pause()
        panel.scroll_relative(y=4, animate=False)
        await pilot.pause()
        assert panel.scroll_offset.y == 4
        other = finding(Kind.OVERLAP, "verbatim", *((a, a.text) for a in articles))
        panel.show(other, articles, Review(), (2, 2), (2, 2))
        await pilot.pause()
        assert panel.scroll_offset.y == 0


async def test_a_verdict_leaves_the_evidence_where_it_was_scrolled_to() -> None:
    articles = [document(HARBOUR), document(FERRY, "2")]
    app = PanesApp(*articles, evidence=True)
    async with app.run_test(size=(50, 20)) as pilot:
        panel = app.evidence
        assert panel is not None
        shared = finding(Kind.OVERLAP, "edited", *((a, a.text) for a in articles))
        panel.show(shared, articles, Review(), (1, 2), (1, 2))
        await pilot.pause()
        panel.scroll_relative(y=4, animate=False)
        await pilot.pause()
        panel.show(shared, articles, Review(Verdict.DISMISSED), (1, 2), (1, 2))
        await pilot.pause()
        assert panel.scroll_offset.y == 4
        assert "✗ dismissed" in headline_of(panel) or headline_of(panel).endswith("…")


async def test_the_text_of_the_evidence_can_be_selected() -> None:
    articles = [document(HARBOUR), document(FERRY, "2")]
    app = PanesApp(*articles, evidence=True)
    async with app.run_test(size=(80, 20)) as pilot:
        panel = app.evidence
        assert panel is not None
        panel.show_nothing("Nothing was found here.")
        await pilot.pause()
        await pilot.mouse_down(panel._body, offset=(1, 0))
        await pilot.hover(panel._body, offset=(7, 0))
        await pilot.mouse_up(panel._body, offset=(7, 0))
        assert app.screen.get_selected_text() == "Nothing"
