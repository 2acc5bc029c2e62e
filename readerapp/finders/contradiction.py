"""Statements that cannot both be true as they stand, or of which one denies what the other reports.

Cheap evidence ranks the candidates, and the judge reads the best of them within a budget; what it says and
the evidence together give the score, the type and the reason. Findings come as they are found, the most
promising first.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readerapp.contradictions.candidates import SHORT, Candidate, candidates_of, worth_a_look
from readerapp.contradictions.denials import denials_in_one_sentence, denials_of_dealings
from readerapp.contradictions.evidence import Evidence, evidence_between
from readerapp.contradictions.judging import PROMISING, Networks, budget_for, judged_values, nearness_values
from readerapp.contradictions.passages import cues_for, passage_of, span_for
from readerapp.contradictions.reasons import possible_types, reason_for
from readerapp.contradictions.repeats import Repeats
from readerapp.contradictions.statements import Statement, sketches_of, statements_of
from readerapp.contradictions.weighing import evidence_model, probability_of
from readerapp.language.analysis import Analysis
from readerapp.minilm import ModelUnavailableError
from readerapp.model import Finding, Kind, Notice, Passage, Progressed

LEAST_SCORE = 0.08
"""Findings with a lower score are not told at all."""

REPEATED_SCORE = 0.4
"""The most that a pair scores which tells again what another told: one wire text stands in many articles."""

CHUNK = 16
"""Pairs that are judged between two words to whoever waits."""

SECOND_LOOK = 0.05
"""Score after one direction from which on the other direction can still make a finding of a pair."""

SHORT_TEXT = 1500
"""Code points; the language of a shorter text often cannot be told, and is taken for English."""

MOST_FINDINGS = 200
"""Findings of one comparison without a network, where nothing else bounds them: more than anybody reads."""


class Ranked(NamedTuple):
    """A candidate with its evidence, and what the evidence makes of it."""

    logit: float
    probability: float
    candidate: Candidate
    evidence: Evidence


class ContradictionFinder:
    """Finds contradictions in English articles."""

    def __init__(self, entailment: bool = True, budget: float = 1.0) -> None:
        """Prepare.

        Args:
            entailment: may the networks be used?
            budget: how many times the usual number of predictions may be made.
        """
        self._entailment = entailment
        self._budget = budget

    @property
    def version(self) -> str:
        """Differs whenever the same articles might give other findings."""
        from readerapp.minilm.weights import shipped_manifest

        networks = "none"
        if self._entailment:
            try:
                networks = shipped_manifest().version
            except ModelUnavailableError:
                networks = "unavailable"
        return f"contradiction 11 {evidence_model().version} {networks}"

    def find(self, analysis: Analysis, earlier: Sequence[Finding]) -> Iterator[Finding | Progressed | Notice]:
        """The contradictions between the documents and within each.

        Args:
            analysis: the documents.
            earlier: what was found before; a finding about the very same passages is not told again.

        Yields:
            how far the work is, findings of kind contradiction, and notices of what was not judged.
        """
        english = [
            index
            for index, document in enumerate(analysis.documents)
            if document.language == "en" or (document.language is None and len(document.text) < SHORT_TEXT)
        ]
        for index, document in enumerate(analysis.documents):
            if index not in english:
                yield Notice(
                    "language-not-judged",
                    "Contradictions are judged in English alone; this article is not in English, it seems.",
                    document.id,
                )
        if not english:
            return
        yield Progressed("reading statements", 0.0)
        sketches = sketches_of(analysis, set(english))
        chosen = worth_a_look(sketches)
        statements = statements_of(analysis, chosen)
        if len(chosen) < len(sketches):
            where = f"in {len(chosen):,} of {len(sketches):,} sentences, those that share the rarest words"
            if not chosen:
                where = f"in none of {len(sketches):,} sentences, because no two of them share rare words"
            yield Notice(
                "pairs-not-examined", f"The articles are long: contradictions were looked for {where}."
            )
        networks: Networks | None = None
        if not self._entailment:
            yield Notice(
                "entailment-off",
                "Contradictions were looked for by words, numbers and dates alone, as asked.",
            )
        elif len(statements) > 1:
            try:
                networks = Networks.load()
            except ModelUnavailableError as error:
                yield Notice(
                    "entailment-unavailable",
                    f"Contradictions were looked for by words, numbers and dates alone: {error}",
                )
        told = {finding.id for finding in earlier}
        try:
            for step in self._search(analysis, statements, networks):
                if isinstance(step, Finding):
                    if step.id in told:
                        continue
                    told.add(step.id)
                yield step
        finally:
            if networks is not None:
                networks.close()

    def _search(
        self, analysis: Analysis, statements: Sequence[Statement], networks: Networks | None
    ) -> Iterator[Finding | Progressed | Notice]:
        """All that is found, some of it more than once."""
        yield Progressed("looking for statements on the same thing", 0.05)
        ranked = self._ranked(statements, networks)
        for denial in denials_in_one_sentence(analysis, statements):
            yield self._made(analysis, "denial", denial.score, denial.reason, denial.passages)
        if networks is None:
            yield from self._by_words(analysis, statements, ranked)
        else:
            yield from self._judged(analysis, statements, ranked, networks)
        for denial in denials_of_dealings(analysis, statements):
            yield self._made(analysis, "denial", denial.score, denial.reason, denial.passages)

    def _ranked(self, statements: Sequence[Statement], networks: Networks | None) -> list[Ranked]:
        """All candidates with their evidence, the most promising first."""
        vectors = None
        if networks is not None and statements:
            vectors = networks.vectors([statement.text for statement in statements])
        weights = evidence_model().stages["words" if networks is None else "nearness"]
        ranked = []
        for candidate in candidates_of(statements, vectors):
            evidence = evidence_between(statements[candidate.first], statements[candidate.second])
            if vectors is not None:
                evidence.values.update(nearness_values(candidate, evidence.values))
            logit = weights.logit(evidence.values)
            ranked.append(Ranked(logit, probability_of(logit), candidate, evidence))
        ranked.sort(key=lambda each: (-each.probability, each.candidate.first, each.candidate.second))
        return ranked

    def _by_words(
        self, analysis: Analysis, statements: Sequence[Statement], ranked: Sequence[Ranked]
    ) -> Iterator[Finding | Progressed | Notice]:
        worth = [each for each in ranked if each.probability >= LEAST_SCORE]
        most = math.ceil(MOST_FINDINGS * self._budget)
        repeats = Repeats()
        for each in worth[:most]:
            yield self._finding(analysis, statements, each, each.probability, repeats)
        if len(worth) > most:
            yield Notice(
                "pairs-not-examined",
                f"Of {len(worth):,} pairs of statements that may be in tension, the {most:,} most promising "
                "are told; the rest was left out.",
            )

    def _judged(
        self,
        analysis: Analysis,
        statements: Sequence[Statement],
        ranked: Sequence[Ranked],
        networks: Networks,
    ) -> Iterator[Finding | Progressed | Notice]:
        budget = math.ceil(
            budget_for(len(analysis.documents), sum(map(len, analysis.texts)) > SHORT) * self._budget
        )
        repeats = Repeats()
        spent = place = 0
        promising = sum(each.probability >= PROMISING for each in ranked)
        while place < promising and spent < budget:
            chunk = ranked[place : min(place + CHUNK, place + budget - spent, promising)]
            place += len(chunk)
            scores, read = self._scores(statements, chunk, networks, budget - spent)
            spent += read
            for each, score in sorted(zip(chunk, scores, strict=True), key=lambda pair: -pair[1]):
                if score >= LEAST_SCORE:
                    yield self._finding(analysis, statements, each, score, repeats)
            left = min(promising - place, budget - spent)
            yield Progressed(f"judging, {max(0, left):,} pairs left", 0.2 + 0.8 * spent / max(budget, 1))
        if place < promising:
            yield Notice(
                "pairs-not-examined",
                f"Of {promising:,} pairs of statements that may speak of the same thing, the judge read the "
                f"{place:,} most promising; the rest was left out.",
            )

    def _scores(
        self, statements: Sequence[Statement], chunk: Sequence[Ranked], networks: Networks, budget: int
    ) -> tuple[list[float], int]:
        """The scores of some pairs, and how many predictions they took.

        The judge reads each pair in one order, and in the other where that can still make a finding of it.
        """
        stages = evidence_model().stages
        first = [statements[each.candidate.first].text for each in chunk]
        second = [statements[each.candidate.second].text for each in chunk]
        there = networks.judged(first, second)
        scores = [
            stages["judged once"].probability(judged_values(each.logit, one_way, None, each.evidence.values))
            for one_way, each in zip(there, chunk, strict=True)
        ]
        again = [number for number, score in enumerate(scores) if score >= SECOND_LOOK]
        again = again[: max(0, budget - len(chunk))]
        back = networks.judged([second[n] for n in again], [first[n] for n in again])
        for number, other_way in zip(again, back, strict=True):
            each = chunk[number]
            values = judged_values(each.logit, there[number], other_way, each.evidence.values)
            scores[number] = stages["judged"].probability(values)
        return scores, len(chunk) + len(again)

    def _finding(
        self,
        analysis: Analysis,
        statements: Sequence[Statement],
        ranked: Ranked,
        score: float,
        repeats: Repeats,
    ) -> Finding:
        one, other = statements[ranked.candidate.first], statements[ranked.candidate.second]
        is_new = repeats.is_new(one, other, score)
        evidence = ranked.evidence
        kind = evidence_model().type_of(evidence.values, possible_types(evidence, one, other))
        cues = cues_for(kind, evidence, one, other)
        passages = []
        for statement, mine in zip((one, other), cues, strict=True):
            text = analysis.texts[statement.document]
            span = span_for(text, statement, mine)
            passages.append(
                passage_of(text, analysis.documents[statement.document].id, statement, span, mine)
            )
        reason = reason_for(
            kind,
            evidence,
            (one, other),
            (analysis.texts[one.document], analysis.texts[other.document]),
            (analysis.documents[one.document].id, analysis.documents[other.document].id),
        )
        if not is_new:
            score, reason = min(score, REPEATED_SCORE), f"{reason} Another finding tells the same."
        return self._made(analysis, kind, score, reason, passages)

    def _made(
        self, analysis: Analysis, kind: str, score: float, reason: str, passages: Sequence[Passage]
    ) -> Finding:
        ordered = sorted(passages, key=lambda passage: (int(passage.document), passage.start))
        return Finding(
            id=analysis.identities.of(Kind.CONTRADICTION, ordered),
            kind=Kind.CONTRADICTION,
            type=kind,
            score=round(min(score, 0.99), 2),
            reason=reason,
            passages=tuple(ordered),
        )
