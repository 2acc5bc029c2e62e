"""The HTML report in a real browser: links move the articles, nothing is asked of a network."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import chromium
import pytest
from comparison_samples import document, passage, sample_annotations, sample_comparison

from readerapp.model import Annotations, Comparison, Finding, Kind, Notice, Passage
from readerapp.reports import ReportOptions, render

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(chromium.PROGRAM is None, reason="there is no chromium on this machine"),
]

IN_VIEW = """[...document.querySelectorAll("mark.now")].filter((mark) => {
  const box = mark.getClientRects()[0];
  const pane = mark.closest(".text").getBoundingClientRect();
  return box.top >= Math.max(0, pane.top) && box.bottom <= Math.min(innerHeight, pane.bottom)
    && document.elementFromPoint(box.left + 2, box.top + box.height / 2) === mark;
}).map((mark) => mark.closest(".pane").dataset.d).join("")"""


def long_comparison() -> Comparison:
    """Two long articles whose passages stand at different heights."""
    filling = [f"Entry {n}: the keeper counted the ships and wrote their names down." for n in range(400)]
    other_filling = [f"Page {n}: nothing was seen from the tower but rain." for n in range(300)]
    filling[310] = "At nine the barque Orrin passed with 14 lanterns lit."
    other_filling[20] = "At nine the barque Orrin passed with 41 lanterns lit."
    one, other = (document(str(n), "\n\n".join(text)) for n, text in enumerate((filling, other_filling), 1))
    kinds = ((Kind.CONTRADICTION, "number", "with 14 lanterns", "with 41 lanterns"),)
    findings = [
        Finding("a", kind, type_, 0.9, "They differ.", (passage(one, first), passage(other, second)))
        for kind, type_, first, second in kinds
    ]
    shared = "At nine the barque Orrin passed"
    findings.append(
        Finding("b", Kind.OVERLAP, "verbatim", 0.8, "Alike.", (passage(one, shared), passage(other, shared)))
    )
    findings.append(
        Finding("c", Kind.UNIQUE, "only-here", 0.7, "Only here.", (passage(other, other_filling[299]),))
    )
    return Comparison((one, other), tuple(findings))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Page]:
    with chromium.browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def load(page: chromium.Page, folder: Path, text: str) -> str:
    path = folder / "report.html"
    path.write_text(text, encoding="utf-8")
    page.open(path.as_uri())
    page.settle()
    return path.as_uri()


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (360, 800), (800, 500)])
def test_a_click_on_a_finding_brings_both_passages_into_view(
    page: chromium.Page, tmp_path: Path, width: int, height: int
) -> None:
    page.show(width, height)
    address = load(page, tmp_path, render(long_comparison(), name="html"))
    assert page.run(IN_VIEW) == ""
    page.click("#f1 .go")
    assert page.run(IN_VIEW) == "12"
    assert page.run("document.documentElement.scrollWidth <= innerWidth")
    assert page.complaints() == []
    assert page.requests() == [address]


def test_where_list_and_articles_scroll_by_themselves_the_page_does_not(
    page: chromium.Page, tmp_path: Path
) -> None:
    comparison = long_comparison()
    first, *_ = comparison.findings
    findings = tuple(replace(first, id=f"a{n}") for n in range(60))
    notices = (Notice("encoding-guessed", "The encoding was guessed.", "1"),)
    page.show(1400, 900)
    load(page, tmp_path, render(replace(comparison, findings=findings, notices=notices), name="html"))
    page.click(".summary a[href='#notices']")
    assert page.run("document.documentElement.scrollHeight - innerHeight") == 0
    assert page.run("scrollY") == 0
    assert page.run("document.querySelector('.list').scrollTop > 900")


def test_a_click_on_a_highlight_brings_its_finding_and_the_other_passage_into_view(
    page: chromium.Page, tmp_path: Path
) -> None:
    page.show(1400, 900)
    load(page, tmp_path, render(long_comparison(), name="html"))
    page.run("document.getElementById('p1-2').scrollIntoView({block: 'center'})")
    page.settle()
    page.click("#p1-2")
    assert page.run("document.querySelector('.card.current').id") == "f1"
    assert page.run(IN_VIEW) == "12"
    page.click("#a2 .ref[href='#f2']")
    assert page.run("document.querySelector('.card.current').id") == "f2"
    assert page.run("document.activeElement.closest('.card').id") == "f2"


def test_the_keys_of_the_app_walk_through_the_findings(page: chromium.Page, tmp_path: Path) -> None:
    page.show(1400, 900)
    load(page, tmp_path, render(long_comparison(), name="html"))
    seen = []
    for key in ("n", "n", "n", "n", "p", "C", "o"):
        page.press(key)
        seen.append(page.run("document.querySelector('.card.current').id"))
    assert seen == ["f1", "f2", "f3", "f3", "f2", "f1", "f2"]
    page.press("Escape")
    assert page.run("document.querySelectorAll('.current, .now').length") == 0


def test_a_kind_can_be_switched_off(page: chromium.Page, tmp_path: Path) -> None:
    page.show(1400, 900)
    load(page, tmp_path, render(long_comparison(), name="html"))
    page.click(".kinds input[value=o]")
    assert page.run("[...document.querySelectorAll('.card')].map((c) => c.offsetParent !== null).join()") == (
        "true,false,true"
    )
    page.press("n")
    page.press("n")
    assert page.run("document.querySelector('.card.current').id") == "f3"


def test_a_report_opens_at_the_finding_that_its_address_names(page: chromium.Page, tmp_path: Path) -> None:
    page.show(1400, 900)
    address = load(page, tmp_path, render(long_comparison(), name="html"))
    page.open(f"{address}#f2")
    page.settle()
    assert page.run("document.querySelector('.card.current').id") == "f2"
    assert page.run(IN_VIEW) == "12"


def test_without_script_the_links_lead_to_the_passages(page: chromium.Page, tmp_path: Path) -> None:
    page.show(1400, 900)
    page.allow_scripts(False)
    try:
        load(page, tmp_path, render(long_comparison(), name="html"))
        page.click("#f1 .place")
        assert page.run(
            "(() => { const box = document.querySelector('mark:target').getBoundingClientRect();"
            " return box.top > 0 && box.bottom < innerHeight; })()"
        )
    finally:
        page.allow_scripts(True)


@pytest.mark.parametrize("options", [ReportOptions(), ReportOptions(texts=False)])
def test_a_hostile_article_runs_nothing_and_asks_for_nothing(
    page: chromium.Page, tmp_path: Path, options: ReportOptions
) -> None:
    hostile = (
        "</script><script>window.hurt = 1</script><img src=//example.invalid/x.png onerror=window.hurt=1>"
    )
    article = document("1", f"{hostile}\n\n{hostile}", author=hostile, published=hostile)
    parts = (Passage("1", 0, len(hostile), hostile, hostile), passage(article, hostile))
    finding = Finding("x", Kind.OVERLAP, "verbatim", 0.5, hostile, parts)
    text = render(Comparison((article,), (finding,)), Annotations(), name="html", options=options)
    address = load(page, tmp_path, text)
    assert page.run("window.hurt === undefined")
    assert page.complaints() == []
    assert page.requests() == [address]


def test_five_thousand_findings_in_a_megabyte_do_not_stall(page: chromium.Page, tmp_path: Path) -> None:
    lines = [
        f"Line {n} of the log tells of the weather and of the ships that came by." for n in range(14_000)
    ]
    articles = [document(str(n), "\n".join(lines)) for n in (1, 2)]
    assert all(len(article.text) > 900_000 for article in articles)
    text = articles[0].text
    places = [180 * n for n in range(5_000)]
    findings = tuple(
        Finding(
            f"o{place}",
            Kind.OVERLAP,
            "verbatim",
            0.9,
            "The same words.",
            tuple(Passage(article.id, place, place + 150, text[place : place + 150]) for article in articles),
        )
        for place in places
    )
    page.show(1400, 900)
    load(page, tmp_path, render(Comparison(tuple(articles), findings), name="html"))
    before = time.monotonic()
    page.run("document.querySelector('#f3000 .go').click()")
    page.settle()
    assert set(page.run(IN_VIEW)) == {"1", "2"}
    # Far more than it takes; a page that stalls takes minutes.
    assert time.monotonic() - before < 20


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("width", "height"), [(1400, 900), (360, 800)])
def test_pictures_can_be_taken_to_be_looked_at(
    page: chromium.Page, tmp_path: Path, width: int, height: int, dark: bool
) -> None:
    comparison = sample_comparison()
    page.show(width, height, dark=dark)
    load(page, tmp_path, render(comparison, sample_annotations(comparison), name="html"))
    page.picture(tmp_path / "picture.png")
    assert (tmp_path / "picture.png").stat().st_size > 10_000
    ground = page.run("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(24, 27, 32)" if dark else "rgb(251, 250, 247)")
