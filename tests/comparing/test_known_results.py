"""Results that are kept from one comparison to the next, and findings that are handed on as they come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from overlap_samples_for_comparing import ONE, OTHER, articles

from readerapp import comparing
from readerapp.comparing import FindingsArrived, Finished, Step, compare, numbered, steps
from readerapp.known_results import Finder, FinderStep, KnownResults, cache_key, fits
from readerapp.language.analysis import Analysis
from readerapp.model import Comparison, Document, Finding, Kind, Notice, Passage, Progressed, Settings, Span
from readerapp.saving.result_cache import ResultCache

CUT_SHORT = Notice("pairs-not-examined", "2 pairs were left out.")
BRIDGE = "The bridge at Sorley"


def against(number: int, text: str = BRIDGE) -> Finding:
    passages = tuple(
        Passage(name, whole.index(BRIDGE), whole.index(BRIDGE) + len(text), text)
        for name, whole in (("1", ONE), ("2", OTHER))
    )
    return Finding(f"c{number}", Kind.CONTRADICTION, "number", 0.5, "They differ.", passages)


class Counting:
    """Finds what it is told to, and counts how often it is asked."""

    version = "counting 1"

    def __init__(self, *found: FinderStep) -> None:
        self.found = found
        self.runs = 0

    def find(self, analysis: Analysis, earlier: Sequence[Finding]) -> Iterator[FinderStep]:
        self.runs += 1
        yield from self.found


class Unversioned(Counting):
    version = None  # type: ignore[assignment]


def use(monkeypatch: pytest.MonkeyPatch, *finders: tuple[Finder, float]) -> None:
    monkeypatch.setattr(comparing, "_finders", lambda settings, budget: list(finders))


def run(store: ResultCache | None, settings: Settings | None = None, budget: float = 1.0) -> Comparison:
    *_, last = steps(articles(ONE, OTHER), settings, cache=store, budget=budget)
    assert isinstance(last, Finished)
    return last.comparison


def test_what_was_found_once_is_not_looked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finder = Counting(against(1), CUT_SHORT, against(2))
    use(monkeypatch, (finder, 1.0))
    store = ResultCache(tmp_path / "results")
    first = run(store)
    assert run(store) == first
    assert finder.runs == 1
    assert len(first.findings) == 2
    assert CUT_SHORT in first.notices


def test_other_settings_a_larger_budget_and_another_version_look_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finder = Counting(against(1))
    use(monkeypatch, (finder, 1.0))
    store = ResultCache(tmp_path)
    run(store)
    run(store, Settings(entailment=False))
    run(store, budget=4.0)
    finder.version = "counting 2"
    run(store)
    assert finder.runs == 4


def test_without_a_store_or_a_version_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, user_folders: Path
) -> None:
    finder, unversioned = Counting(against(1)), Unversioned(against(2))
    use(monkeypatch, (finder, 1.0), (unversioned, 1.0))
    run(None)
    compare(articles(ONE, OTHER))
    assert finder.runs == 2
    run(ResultCache(tmp_path))
    run(ResultCache(tmp_path))
    assert unversioned.runs == 4
    assert len(list(tmp_path.iterdir())) == 1
    assert list(user_folders.rglob("*")) == []


def test_results_of_a_judge_that_could_not_be_loaded_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finder = Counting(against(1), Notice("entailment-unavailable", "The judge is missing."))
    use(monkeypatch, (finder, 1.0))
    for _ in range(2):
        run(ResultCache(tmp_path))
    assert finder.runs == 2


def test_a_comparison_that_was_broken_off_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finder = Counting(Progressed("looking", 0.1), against(1))
    use(monkeypatch, (finder, 1.0))
    taken = steps(articles(ONE, OTHER), cache=ResultCache(tmp_path))
    next(taken)
    taken.close()  # type: ignore[attr-defined]
    assert list(tmp_path.iterdir()) == []


def test_kept_results_that_do_not_fit_the_articles_are_looked_for_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finder = Counting(against(1))
    use(monkeypatch, (finder, 1.0))
    store = ResultCache(tmp_path)
    key = cache_key(numbered(articles(ONE, OTHER)), Settings(), finder.version)
    store.store(key, [against(1, "The tunnel at Sorley")], [])
    assert run(store).findings == (against(1),)
    assert store.load(key) == KnownResults((against(1),), ())


@pytest.mark.parametrize(
    "change",
    [
        {"document": "3"},
        {"start": -1},
        {"end": 10_000},
        {"text": "Another text"},
        {"cues": (Span(0, 10_000),)},
        {"cues": (Span(9, 5),)},
    ],
)
def test_results_about_what_is_not_in_the_articles_do_not_fit(change: dict[str, object]) -> None:
    documents = numbered(articles(ONE, OTHER))
    sound = against(1)
    assert fits(KnownResults((sound,), (CUT_SHORT,)), documents)
    wrong = replace(sound, passages=(sound.passages[0], replace(sound.passages[1], **change)))  # type: ignore[arg-type]
    assert not fits(KnownResults((wrong,), ()), documents)
    assert not fits(KnownResults((), (replace(CUT_SHORT, document="7"),)), documents)


def test_the_key_depends_on_the_texts_in_their_order_and_not_on_their_names() -> None:
    one, other = articles(ONE, OTHER)

    def key(*documents: Document) -> str:
        return cache_key(documents, Settings(), "1")

    assert key(one, other) == key(replace(one, source="x", title="y"), other)
    assert len({key(one, other), key(other, one), key(one), key(one, replace(other, language="fi"))}) == 4


# Findings as they come


def arrivals(taken: Iterator[Step]) -> list[int]:
    return [len(step.findings) for step in taken if isinstance(step, FindingsArrived)]


def test_what_is_found_slowly_is_handed_on_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr("readerapp.comparing.time.monotonic", lambda: clock[0])

    class Slow(Counting):
        def find(self, analysis: Analysis, earlier: Sequence[Finding]) -> Iterator[FinderStep]:
            for step in self.found:
                clock[0] += 0.2
                yield step

    progress = Progressed("looking", 0.5)
    use(monkeypatch, (Slow(against(1), progress, progress, against(2), against(3), against(4)), 1.0))
    assert arrivals(steps(articles(ONE, OTHER))) == [1, 1, 2]


def test_what_is_found_fast_is_handed_on_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readerapp.comparing.time.monotonic", lambda: 0.0)
    use(monkeypatch, (Counting(*map(against, range(600))), 1.0))
    assert arrivals(steps(articles(ONE, OTHER))) == [250, 250, 100]


def test_progress_is_that_of_all_finders_by_their_share_of_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    quick, slow = Counting(Progressed("a", 0.5)), Counting(Progressed("b", 0.0), Progressed("c", 0.5))
    use(monkeypatch, (quick, 1.0), (slow, 3.0))
    told = [step for step in steps(articles(ONE, OTHER)) if isinstance(step, Progressed)]
    assert told == [Progressed("a", 0.125), Progressed("b", 0.25), Progressed("c", 0.625)]
