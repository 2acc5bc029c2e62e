"""Texts for the tests of whole comparisons."""

from readerapp.model import Document

ONE = (
    "The bridge at Sorley was closed on Tuesday after an inspector found cracks in two of its five girders. "
    "Buses take the long way round over the dam, which adds twenty minutes to the journey. "
)
OTHER = (
    "Nobody was hurt. The bridge at Sorley was closed on Tuesday after an inspector found cracks in two of its "
    "five girders. The mayor promised repairs before the winter. "
)


def articles(*texts: str) -> list[Document]:
    return [Document(text=text, source=f"{number}.txt") for number, text in enumerate(texts, 1)]
