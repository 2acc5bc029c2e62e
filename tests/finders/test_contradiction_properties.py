"""What holds of every contradiction, whatever the articles are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.finders.contradiction import ContradictionFinder
from readerapp.finders.quotation import QuotationFinder
from readerapp.language.analysis import Analysis
from readerapp.model import Document, Finding
from readerapp.model.graphemes import is_boundary

PARTS = [
    "The mayor",
    "denied",
    "that",
    "eight",
    "nine",
    "people were killed",
    "café",
    "not",
    "in Torvik",
    "on Monday",
    "said",
    "“",
    "”",
    ".",
    ",",
    "\n\n",
    "Anna Berg's family",
    "a claim",
    "which she",
    "ties to",
    "Greta Hahn",
    "police allege",
    "🇩🇪",
    "40 per cent",
    "no relationship with",
    "rejected",
    "was closed",
    "was open",
    "the bridge",
    "?",
    "👨\u200d👩",
    "�",
    "́",
]

TEXTS = st.lists(st.lists(st.sampled_from(PARTS), max_size=60).map(" ".join), min_size=1, max_size=3)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_passages_and_cues_stand_where_they_say_and_cut_no_character(texts: list[str]) -> None:
    analysis = Analysis(
        [
            Document(text=text, source="-", id=str(number), language="en", text_sha256=str(number))
            for number, text in enumerate(texts, 1)
        ]
    )
    for finder in (QuotationFinder(), ContradictionFinder(entailment=False)):
        found = [step for step in finder.find(analysis, ()) if isinstance(step, Finding)]
        assert len({finding.id for finding in found}) == len(found)
        for passage in (passage for finding in found for passage in finding.passages):
            text = texts[int(passage.document) - 1]
            assert text[passage.start : passage.end] == passage.text != ""
            assert is_boundary(text, passage.start)
            assert is_boundary(text, passage.end)
            for cue in passage.cues:
                assert passage.start <= cue.start < cue.end <= passage.end
                assert is_boundary(text, cue.start)
                assert is_boundary(text, cue.end)
