"""What holds for every overlap in every text."""

from hypothesis import given, settings
from hypothesis import strategies as st
from overlap_samples import FERRY, HARBOUR, HARBOUR_EDITED, MARKET, SCHOOL, compared
from rich.cells import split_graphemes

pieces = st.sampled_from(
    [HARBOUR, HARBOUR_EDITED, FERRY, MARKET, SCHOOL, "“Yes!”", "e\u0301 👩‍👩‍👧 end.", "中文文本", "\n\n"]
)
texts = st.lists(
    pieces | st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=20), max_size=8
).map(" ".join)


@settings(deadline=None, max_examples=100)
@given(st.lists(texts, min_size=1, max_size=4))
def test_passages_quote_their_document_and_stand_in_order_without_overlap(contents: list[str]) -> None:
    comparison = compared(*contents)
    for finding in comparison.findings:
        assert len(finding.passages) >= 2
        assert 0 <= finding.score <= 1
        positions = [(int(passage.document), passage.start) for passage in finding.passages]
        assert positions == sorted(positions)
        for passage in finding.passages:
            text = comparison.document(passage.document).text
            assert text[passage.start : passage.end] == passage.text
        for one, other in zip(finding.passages, finding.passages[1:], strict=False):
            assert one.document != other.document or one.end <= other.start


@settings(deadline=None, max_examples=100)
@given(texts, texts)
def test_passages_never_cut_a_grapheme_cluster(one: str, other: str) -> None:
    comparison = compared(one, other)
    for finding in comparison.findings:
        for passage in finding.passages:
            spans, _ = split_graphemes(comparison.document(passage.document).text)
            edges = {edge for start, end, _ in spans for edge in (start, end)}
            assert {passage.start, passage.end} <= edges


@settings(deadline=None, max_examples=40)
@given(st.lists(texts, min_size=1, max_size=3))
def test_no_pair_lies_within_the_two_sides_of_another(contents: list[str]) -> None:
    pairs = [finding.passages for finding in compared(*contents).findings if len(finding.passages) == 2]
    for one in pairs:
        for other in pairs:
            if one is not other:
                assert not all(
                    outer.document == inner.document and outer.span.contains(inner.span)
                    for outer, inner in zip(other, one, strict=True)
                )


@settings(deadline=None, max_examples=30)
@given(st.lists(texts, min_size=1, max_size=3))
def test_two_runs_on_the_same_texts_give_the_same_findings(contents: list[str]) -> None:
    assert compared(*contents).findings == compared(*contents).findings
    identities = [finding.id for finding in compared(*contents).findings]
    assert len(identities) == len(set(identities))
