"""The report to send: what stands in it, that its links lead somewhere, and that no article can change it."""

from __future__ import annotations

import base64
import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest
from comparison_samples import comparisons, document, passage, sample_annotations, sample_comparison
from hypothesis import given, settings
from lxml.html import HtmlElement

from readerapp import __version__
from readerapp.model import Annotations, Comparison, Finding, Kind, Note, Notice, Passage, Review, Span
from readerapp.reports import ReportOptions, render

COMPARISON = sample_comparison()
ANNOTATIONS = sample_annotations(COMPARISON)
GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).resolve().parents[2]
STYLE = (ROOT / "readerapp/reports/html/report.css").read_text(encoding="utf-8")


def html(
    comparison: Comparison = COMPARISON,
    annotations: Annotations = ANNOTATIONS,
    options: ReportOptions | None = None,
) -> str:
    return render(comparison, annotations, name="html", options=options)


def page(text: str) -> HtmlElement:
    parsed = lxml.html.document_fromstring(text)
    assert isinstance(parsed, HtmlElement)
    return parsed


def found(parsed: HtmlElement, path: str) -> list[HtmlElement]:
    elements = parsed.xpath(path)
    assert isinstance(elements, list)
    return [element for element in elements if isinstance(element, HtmlElement)]


def words(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def of_class(name: str) -> str:
    return f"//*[contains(concat(' ', @class, ' '), ' {name} ')]"


def card(parsed: HtmlElement, number: int) -> HtmlElement:
    (element,) = found(parsed, f"//article[@id='f{number}']")
    return element


def shown_texts(parsed: HtmlElement) -> list[str]:
    """The texts of the articles as they are shown, without white space and references."""
    texts = []
    for element in found(parsed, of_class("text")):
        for reference in found(element, ".//a"):
            reference.text = ""
        texts.append(re.sub(r"\s+", "", str(element.text_content())))
    return texts


def test_the_report_is_as_it_is_expected_to_be() -> None:
    text = html().replace(f"reader {__version__}", "reader VERSION")
    # The style and the script have tests of their own, and would hide what changed.
    text = re.sub(r"(?s)<(style|script)>.*?</\1>", r"<\1></\1>", text)
    text = re.sub(r"sha256-[^&]*", "sha256-DIGEST", text)
    assert text == (GOLDEN / "report.html").read_text(encoding="utf-8")


def test_a_finding_is_told_with_its_type_score_reason_verdict_and_note() -> None:
    text = words(card(page(html()), 1))
    for part in (
        "Different numbers",
        "✓ confirmed",
        "very likely (0.91)",
        "One says 112 people",
        "Digits swapped?",
    ):
        assert part in text
    assert "numbers" in text
    by_hand = words(card(page(html()), 2))
    assert "made by hand" in by_hand
    assert "1.00" not in by_hand


def test_a_passage_is_told_with_its_article_line_and_speaker() -> None:
    (caption, _) = found(card(page(html()), 3), ".//figcaption")
    assert words(caption) == "Article 1 line 5, said by Ines Okoro, in quotation marks"


def test_the_words_that_carry_a_finding_or_differ_are_marked() -> None:
    parsed = page(html())
    assert [words(b) for b in found(card(parsed, 1), ".//b")] == ["112", "121"]
    assert [(words(b), b.get("class")) for b in found(card(parsed, 3), ".//b")] == [("ever", "del")]
    assert [words(m) for m in found(parsed, of_class("q"))] == ["112", "121"]


def test_notes_and_notices_are_told() -> None:
    parsed = page(html())
    (note,) = found(parsed, "//article[@id='n1']")
    assert "Ask the port." in words(note)
    assert "the harbour master said" in words(note)
    assert "The encoding was guessed." in words(found(parsed, "//section[@id='notices']")[0])


def test_a_comparison_without_findings_says_so() -> None:
    text = words(page(html(Comparison(COMPARISON.documents), Annotations())).body)
    assert "No findings" in text


def test_without_texts_the_passages_stay_and_nothing_leads_to_the_articles() -> None:
    parsed = page(html(options=ReportOptions(texts=False)))
    assert found(parsed, of_class("text")) == []
    assert found(parsed, "//mark") == []
    assert "with 112 people on board" in words(card(parsed, 1))
    assert_links_lead_somewhere(parsed)


def test_a_report_says_what_it_was_restricted_to() -> None:
    options = ReportOptions(frozenset({Kind.OVERLAP}), 0.5, only_confirmed=True)
    (selection,) = found(page(html(options=options)), of_class("selection"))
    assert words(selection) == (
        "This report holds only findings of the kind shared wording, with a score of at least 0.5, "
        "that were confirmed or made by hand."
    )
    assert found(page(html()), of_class("selection")) == []


def test_an_address_on_the_web_is_a_link_and_any_other_source_is_not() -> None:
    one, other = COMPARISON.documents
    documents = (
        replace(one, source="https://example.org/?a=1&b=2"),
        replace(other, source="javascript:alert(1)"),
    )
    parsed = page(html(replace(COMPARISON, documents=documents)))
    links = [a.get("href") for a in found(parsed, "//a") if not str(a.get("href")).startswith("#")]
    assert links == ["https://example.org/?a=1&b=2"]
    assert "javascript:alert(1)" in words(parsed.body)


def test_a_long_passage_is_abridged_beside_its_text_and_whole_without_it() -> None:
    sentence = "The ninth lamp of the harbour was lit before the eighth. "
    one, other = (document(str(n), f"Lamps\n\n{sentence * 60}") for n in (1, 2))
    parts = tuple(passage(article, (sentence * 60).strip()) for article in (one, other))
    finding = Finding("x", Kind.OVERLAP, "verbatim", 0.9, "Alike.", parts)
    comparison = Comparison((one, other), (finding,))
    text = words(card(page(html(comparison, Annotations())), 1))
    assert "characters more" in text
    assert text.count("ninth") < 60
    whole = words(card(page(html(comparison, Annotations(), ReportOptions(texts=False))), 1))
    assert whole.count("ninth") == 120


# Links


def assert_links_lead_somewhere(parsed: HtmlElement) -> None:
    identities = [element.get("id") for element in found(parsed, "//*[@id]")]
    assert len(identities) == len(set(identities))
    for link in found(parsed, "//a[starts-with(@href, '#')]"):
        assert str(link.get("href"))[1:] in identities
    for element in found(parsed, "//*[@aria-labelledby]"):
        assert element.get("aria-labelledby") in identities


def assert_marks_are_the_passages(parsed: HtmlElement, expected: Iterable[Passage]) -> None:
    """The run of marks that a link names is the passage's text, but for white space."""
    marks = {}
    for pane in found(parsed, of_class("pane")):
        marks[pane.get("data-d")] = [str(mark.text_content()) for mark in found(pane, ".//mark")]
    shown = []
    for link in found(parsed, "//a[@class='place']"):
        first, _, last = str(link.get("data-m") or "0--1").partition("-")
        shown.append(re.sub(r"\s+", "", "".join(marks[link.get("data-d")][int(first) : int(last) + 1])))
    assert shown == [re.sub(r"\s+", "", part.text) for part in expected]


def test_findings_lead_to_their_passages_and_highlights_to_their_findings() -> None:
    parsed = page(html())
    assert_links_lead_somewhere(parsed)
    (mark,) = found(parsed, "//mark[@id='p1-2']")
    assert mark.get("data-f") == "f1"
    references = [a.get("aria-label") for a in found(parsed, "//a[@href='#f1']")]
    assert references == ["Contradiction 1", "Contradiction 1"]


@settings(deadline=None, max_examples=150)
@given(comparisons())
def test_any_comparison_is_shown_with_all_its_text_and_passages(
    made: tuple[Comparison, Annotations],
) -> None:
    comparison, annotations = made
    parsed = page(html(comparison, annotations, ReportOptions(minimum_score=0.0)))
    assert_links_lead_somewhere(parsed)
    texts = [re.sub(r"\s+", "", article.text) for article in comparison.documents]
    from readerapp.reports.options import reported_findings

    findings = reported_findings(comparison, annotations, ReportOptions(minimum_score=0.0))
    parts = [part for finding in findings for part in finding.passages]
    assert_marks_are_the_passages(parsed, [*parts, *(p for note in annotations.notes for p in note.passages)])
    assert shown_texts(parsed) == texts


# Text of strangers

HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x=\'',
    "javascript:alert(1)",
    "<!-- <a href='javascript:alert(1)'>x</a>",
    "]]> <![CDATA[ &lt;b&gt; &#60; &copy;",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "</title></textarea></svg></math><base href=//example.org>",
    "<meta http-equiv=refresh content='0;url=//example.org'>",
]


def around(text: str) -> tuple[Comparison, Annotations]:
    """A comparison in which everything that comes from outside is one text."""
    article = document("1", f"{text}\n\nA line. {text}", title=text, source=text, author=text, published=text)
    article = replace(article, language=text, encoding=text, sha256=text)
    part = Passage("1", 0, len(text), text, text, True, (Span(1, 4),))
    finding = Finding(text, Kind.OVERLAP, text, 0.5, text, (part, replace(part, cues=())))
    note = Note("3f2504e0-4f89-41d3-9a0c-0305e82c3301", (part,), text, (text,))
    annotations = Annotations(notes=(note,)).with_review(text, Review(note=text, tags=(text,)))
    return Comparison((article,), (finding,), (Notice("x", text.replace("/", ""), "1"),)), annotations


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("texts", [True, False])
def test_markup_in_an_article_shows_as_written(text: str, texts: bool) -> None:
    parsed = page(html(*around(text), ReportOptions(texts=texts)))
    plain = page(html(*around("plain"), ReportOptions(texts=texts)))
    assert [element.tag for element in found(parsed, "//*[not(self::b)]")] == [
        element.tag for element in found(plain, "//*[not(self::b)]")
    ]
    for element in found(parsed, "//*"):
        assert not [name for name in element.attrib if str(name).startswith("on")]
        for name in ("href", "src"):
            assert re.match(r"#|data:,|$", element.get(name, ""))
    for path in (
        "//h1",
        of_class("title"),
        of_class("reason"),
        "//blockquote",
        of_class("note"),
        of_class("tags"),
    ):
        assert text.lower() in words(found(parsed, path)[0]).lower()


def test_controls_and_lone_surrogates_never_reach_the_page() -> None:
    comparison, annotations = around("plain")
    hostile = "a\x00\x1b[31m\u202eb\ud800"
    (finding,) = comparison.findings
    findings = (replace(finding, id="x", type=hostile, reason=hostile),)
    article = replace(comparison.documents[0], title=hostile, source=hostile, author=hostile)
    reviewed = annotations.with_review("x", Review(note=f"{hostile}\n{hostile}", tags=(hostile,)))
    text = html(Comparison((article,), findings, (Notice("x", hostile),)), reviewed)
    assert not set("\x00\x1b\u202e\ud800") & set(text)
    text.encode("utf-8")


# The page itself


def test_the_policy_allows_the_pages_own_style_and_script_and_nothing_else() -> None:
    text = html()
    parsed = page(text)
    (meta,) = found(parsed, "//meta[@http-equiv='Content-Security-Policy']")
    policy = dict(rule.strip().split(" ", 1) for rule in str(meta.get("content")).split(";"))
    assert policy["default-src"] == "'none'"
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        (inside,) = re.findall(rf"(?s)<{tag}>(.*?)</{tag}>", text)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert policy[rule] == f"'sha256-{digest}'"
    assert found(parsed, "//*[@style or @onclick]") == []
    # What comes before the policy is not bound by it.
    assert text.index("Content-Security-Policy") < text.index("<link")


def test_the_page_can_be_heard_and_walked_by_keyboard() -> None:
    parsed = page(html())
    assert parsed.get("lang") == "en"
    assert len(found(parsed, "//h1")) == 1
    assert len(found(parsed, "//main")) == 1
    levels = [int(str(h.tag)[1]) for h in found(parsed, "//h1|//h2|//h3|//h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for region in found(parsed, of_class("text")):
        assert (region.get("tabindex"), region.get("role")) == ("0", "region")
    for svg in found(parsed, "//svg"):
        assert svg.get("role") == "img"
        assert svg.get("aria-label")


def variables(theme: str) -> dict[str, str]:
    """The colours of the page in a light or dark scheme."""
    light, dark = STYLE.split("prefers-color-scheme: dark", 1)
    rules = light if theme == "light" else dark.split("}", 1)[0]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", rules))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_colours_are_those_of_the_theme(theme: str) -> None:
    with (ROOT / f"themes/reader-{theme}.toml").open("rb") as file:
        values = tomllib.load(file)
    colours = variables(theme)
    for name in ("contradiction", "overlap", "unique", "note", "insertion", "deletion", "current"):
        assert colours[name] == values["reader"][f"reader-{name}"]
    for name, key in (("ground", "background"), ("ink", "foreground"), ("surface", "surface")):
        assert colours[name] == values["colors"][key]


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everything_can_be_read_with_the_contrast_of_level_aa(theme: str) -> None:
    colours = variables(theme)
    on_ground = (
        "ink",
        "quiet",
        "link",
        *(f"{kind}-ink" for kind in ("contradiction", "overlap", "unique", "note")),
    )
    for name in on_ground:
        for ground in ("ground", "surface"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
    for name in ("contradiction", "overlap", "unique", "note", "insertion", "deletion", "line"):
        assert contrast(colours["ink"], colours[name]) >= 4.5, name


def test_five_thousand_findings_are_written() -> None:
    finding = COMPARISON.findings[1]
    many = tuple(replace(finding, id=f"overlap-{number}") for number in range(5_000))
    text = html(replace(COMPARISON, findings=many), Annotations())
    assert text.count("<article class=") == 5_000
