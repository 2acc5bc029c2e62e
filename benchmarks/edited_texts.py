"""Texts, edits of them, and the truth about where every passage went.

A text is paragraphs of sentences; every code point remembers where it stood. `trials` edits texts in one
known way for each passage and, at random, elsewhere, and says for each passage where it stands afterwards,
or that it is gone. The same seed makes the same trials. The texts are invented from a vocabulary, or cut out
of one that is given.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz.distance import OSA

from readerapp.model import Span

SYLLABLES = tuple("babebibradedofagahekolamaminoparirosatetovawi"[n : n + 2] for n in range(0, 46, 2))
SMALL_WORDS = (
    "the",
    "a",
    "of",
    "to",
    "and",
    "in",
    "that",
    "it",
    "was",
    "for",
    "on",
    "with",
    "as",
    "at",
    "by",
    "not",
)
NAMES = (
    "Alder",
    "Brenna",
    "Corvin",
    "Delia",
    "Edda",
    "Falk",
    "Greta",
    "Holm",
    "Iven",
    "Jonna",
    "Lund",
    "Mira",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SLIP = 2
"""Letters by which a mistyped word differs; what says something else differs by more."""

_PARTS = re.compile(r"[^.!?\n]+[.!?]*[”\"’]*\s?|[.!?]+\s?")
_NUMBER = re.compile(r"\d+")


@dataclass(slots=True)
class Sentence:
    """A sentence, with where each of its code points stood."""

    text: str
    origins: list[int] = field(default_factory=list)
    """For each code point, its place in the old text; -1 for a new one."""

    def replace(self, start: int, end: int, words: str) -> None:
        """Put other words in place of some."""
        self.text = self.text[:start] + words + self.text[end:]
        self.origins[start:end] = [-1] * len(words)


Paragraph = list[Sentence]


class Trial(NamedTuple):
    """One passage of a text that was edited."""

    kind: str
    old: str
    new: str
    passage: Span
    """Where it stood in the old text."""
    truth: Span | None
    """Where it stands in the new one; None where it is gone."""


class Writer:
    """Writes invented sentences.

    Args:
        random_: where chance comes from.
        text: take the words of this text instead of inventing them.
    """

    def __init__(self, random_: random.Random, text: str | None = None) -> None:
        self.random = random_
        if text is not None:
            self.words: list[str] = re.findall(r"\b[a-z]{2,}\b", text[:200_000]) or list(SMALL_WORDS)
            return
        self.words = sorted(
            {"".join(random_.choices(SYLLABLES, k=random_.choice((1, 2, 2, 3)))) for _ in range(900)}
        )

    def word(self) -> str:
        """A word; frequent ones are frequent."""
        chance = self.random.random()
        if chance < 0.4:
            return self.random.choice(SMALL_WORDS)
        place = int(len(self.words) * self.random.random() ** 2)
        return self.words[place]

    def sentence(self) -> str:
        """A sentence, often with a name, a day or a number."""
        words = [self.word() for _ in range(self.random.randint(6, 22))]
        for made, chance in ((self.random.choice(NAMES), 0.4), (f"on {self.random.choice(DAYS)}", 0.3)):
            if self.random.random() < chance:
                words.insert(self.random.randrange(len(words)), made)
        if self.random.random() < 0.5:
            words.insert(self.random.randrange(len(words)), str(self.random.randint(2, 4000)))
        text = " ".join(words)
        return text[0].upper() + text[1:] + "."

    def paragraphs(self, count: int) -> list[list[str]]:
        """Paragraphs of sentences."""
        return [[self.sentence() for _ in range(self.random.randint(2, 6))] for _ in range(count)]


def paragraphs_of(text: str) -> list[list[str]]:
    """A given text as paragraphs of sentences; long lines are cut into paragraphs of five."""
    paragraphs = []
    for line in text.split("\n"):
        sentences = [part.strip() for part in _PARTS.findall(line) if part.strip()]
        paragraphs += [sentences[n : n + 5] for n in range(0, len(sentences), 5)]
    return paragraphs


def laid_out(paragraphs: list[Paragraph]) -> tuple[str, list[int]]:
    """The text of paragraphs, and where each of its code points stood."""
    parts: list[str] = []
    origins: list[int] = []
    for paragraph in paragraphs:
        for number, sentence in enumerate(paragraph):
            between = " " if number else "\n\n" if parts else ""
            parts += [between, sentence.text]
            origins += [-1] * len(between)
            origins += sentence.origins
    return "".join(parts), origins


class Editor:
    """Edits one text in known ways; each edit is told one sentence that the passage lies in."""

    def __init__(self, writer: Writer, sources: list[list[str]]) -> None:
        self.writer, self.random = writer, writer.random
        self.paragraphs: list[Paragraph] = [[Sentence(text) for text in texts] for texts in sources]
        place = 0
        for number, paragraph in enumerate(self.paragraphs):
            place += 2 if number else 0
            for position, sentence in enumerate(paragraph):
                place += 1 if position else 0
                sentence.origins = list(range(place, place + len(sentence.text)))
                place += len(sentence.text)
        self.old, _ = laid_out(self.paragraphs)
        self.kept: set[int] = set()
        """Identities of sentences that no further edit may touch."""

    def home(self, sentence: Sentence) -> Paragraph:
        """The paragraph that holds a sentence."""
        return next(p for p in self.paragraphs if any(other is sentence for other in p))

    def _place(self, sentence: Sentence) -> int:
        return next(n for n, other in enumerate(self.home(sentence)) if other is sentence)

    def _words(self, sentence: Sentence) -> list[tuple[int, int]]:
        return [match.span() for match in re.finditer(r"\w+", sentence.text)]

    def _far_from(self, sentence: Sentence) -> Paragraph:
        """Another paragraph, which does not stand beside that of a sentence."""
        home = next(n for n, p in enumerate(self.paragraphs) if any(s is sentence for s in p))
        far = [p for n, p in enumerate(self.paragraphs) if abs(n - home) > 1 and p]
        return self.random.choice(far)

    # Edits inside the passage

    def insert(self, sentence: Sentence) -> None:
        """A few words put in."""
        start, _ = self.random.choice(self._words(sentence)[1:])
        count = self.random.randint(1, max(1, len(self._words(sentence)) // 4))
        sentence.replace(start, start, "".join(f"{self.writer.word()} " for _ in range(count)))

    def delete(self, sentence: Sentence) -> None:
        """A few words taken out."""
        words = self._words(sentence)
        count = self.random.randint(1, max(1, len(words) // 4))
        first = self.random.randrange(len(words) - count)
        sentence.replace(words[first][0], words[first + count][0], "")

    def exchange(self, sentence: Sentence) -> None:
        """A few words exchanged."""
        for _ in range(self.random.randint(1, max(1, len(self._words(sentence)) // 5))):
            start, end = self.random.choice(self._words(sentence))
            sentence.replace(start, end, self.writer.word())

    def mistype(self, sentence: Sentence) -> None:
        """One to three letters exchanged, doubled or left out."""
        for _ in range(self.random.randint(1, 3)):
            places = [n for n, character in enumerate(sentence.text) if character.isalpha()]
            place = self.random.choice(places)
            letter = self.random.choice("aeinorst")
            sentence.replace(
                place, place + 1, self.random.choice((letter, "", letter + sentence.text[place]))
            )

    # Edits around the passage

    def nothing(self, sentence: Sentence) -> None:
        """The passage stays as it is."""

    def move_paragraph(self, sentence: Sentence) -> None:
        """The paragraph moved to another place."""
        home = self.home(sentence)
        far = self._far_from(sentence)
        self.paragraphs = [p for p in self.paragraphs if p is not home]
        place = next(n for n, p in enumerate(self.paragraphs) if p is far)
        self.paragraphs.insert(place, home)

    def move_sentence(self, sentence: Sentence) -> None:
        """The sentence moved into another paragraph."""
        far = self._far_from(sentence)
        del self.home(sentence)[self._place(sentence)]
        far.insert(self.random.randint(0, len(far)), sentence)

    def rewrite_neighbours(self, sentence: Sentence) -> None:
        """Every other sentence of the paragraph written anew."""
        home = self.home(sentence)
        for number, other in enumerate(home):
            if other is not sentence and id(other) not in self.kept:
                home[number] = self._new(self.writer.sentence())

    def _new(self, text: str) -> Sentence:
        return Sentence(text, [-1] * len(text))

    def _put_far(self, sentence: Sentence, text: str) -> None:
        far = self._far_from(sentence)
        far.insert(self.random.randint(0, len(far)), self._new(text))

    def duplicate(self, sentence: Sentence) -> None:
        """The same sentence written a second time elsewhere."""
        self._put_far(sentence, sentence.text)

    def near_duplicate(self, sentence: Sentence) -> None:
        """A sentence with another number, or a name or word where there is none, written elsewhere."""
        self._put_far(sentence, self.nearly(sentence.text))

    def nearly(self, text: str) -> str:
        """A sentence that says the same of another number, day, name or thing."""
        number = _NUMBER.search(text)
        if number:
            return (
                text[: number.start()]
                + str(int(number[0]) + self.random.randint(1, 90))
                + text[number.end() :]
            )
        for group in (DAYS, NAMES):
            for name in group:
                if name in text:
                    return text.replace(name, self.random.choice([other for other in group if other != name]))
        start, end = self.random.choice([match.span() for match in re.finditer(r"\w+", text)][1:])
        other = self.writer.word()
        while OSA.distance(other, text[start:end]) <= _SLIP:
            other = self.writer.word()
        return text[:start] + other + text[end:]

    def remove(self, sentence: Sentence) -> None:
        """The sentence taken out."""
        del self.home(sentence)[self._place(sentence)]

    def rewrite(self, sentence: Sentence) -> None:
        """Another sentence in its place."""
        self.home(sentence)[self._place(sentence)] = self._new(self.writer.sentence())

    def disturb(self) -> None:
        """Something changed in a sentence that holds no passage."""
        free = [s for p in self.paragraphs for s in p if id(s) not in self.kept]
        if not free:
            return
        sentence = self.random.choice(free)
        edits: tuple[Callable[[Sentence], None], ...] = (
            *(self.insert, self.delete, self.exchange, self.mistype),
            *(self.remove, self.rewrite, self._add_after),
        )
        if len(self._words(sentence)) > 4:
            self.random.choice(edits)(sentence)

    def _add_after(self, sentence: Sentence) -> None:
        self.home(sentence).insert(self._place(sentence) + 1, self._new(self.writer.sentence()))


Edits = tuple[Callable[[Editor, Sentence], None], ...]

RECOVERABLE: dict[str, Edits] = {
    "text around it edited": (Editor.nothing,),
    "words inserted": (Editor.insert,),
    "words deleted": (Editor.delete,),
    "words exchanged": (Editor.exchange,),
    "mistyped": (Editor.mistype,),
    "paragraph moved": (Editor.move_paragraph,),
    "paragraph moved, mistyped": (Editor.move_paragraph, Editor.mistype),
    "sentence moved": (Editor.move_sentence,),
    "neighbours rewritten": (Editor.rewrite_neighbours,),
    "neighbours rewritten, mistyped": (Editor.rewrite_neighbours, Editor.mistype),
    "copy elsewhere": (Editor.duplicate,),
    "copy elsewhere, mistyped here": (Editor.duplicate, Editor.mistype),
    "near copy elsewhere": (Editor.near_duplicate,),
    "near copy elsewhere, edited here": (Editor.near_duplicate, Editor.exchange),
}
"""Edits after which the passage is still there."""

GONE: dict[str, Edits] = {
    "deleted": (Editor.remove,),
    "deleted, near copy written elsewhere": (Editor.near_duplicate, Editor.remove),
    "deleted, near copy stood elsewhere": (Editor.remove,),
    "deleted, copy stood elsewhere": (Editor.remove,),
    "rewritten": (Editor.rewrite,),
    "rewritten, near copy elsewhere": (Editor.near_duplicate, Editor.rewrite),
    "rewritten with its neighbours": (Editor.rewrite_neighbours, Editor.rewrite),
}
"""Edits after which it is not."""

_STANDS_ELSEWHERE = {"deleted, near copy stood elsewhere": True, "deleted, copy stood elsewhere": False}
"""Kinds for which the old text holds the passage twice; is the other one another number or name?"""

_PASSAGES = 6
_PARAGRAPHS = 24
_SPARED = 3
"""Words that a passage has at least."""


def trials(count: int, seed: int, text: str | None = None) -> Iterator[Trial]:
    """Edited texts, with one passage after the other.

    Args:
        count: how many trials.
        seed: of the generator of chance.
        text: cut texts out of this one instead of inventing them.
    """
    random_ = random.Random(seed)
    writer = Writer(random_, text)
    given = paragraphs_of(text) if text is not None else None
    kinds = [*RECOVERABLE, *GONE]
    made = 0
    while made < count:
        if given is None:
            sources = writer.paragraphs(_PARAGRAPHS)
        else:
            first = random_.randrange(max(1, len(given) - _PARAGRAPHS))
            sources = [list(paragraph) for paragraph in given[first : first + _PARAGRAPHS]]
        chosen = [kinds[(made + n) % len(kinds)] for n in range(_PASSAGES)]
        for trial in _edited(writer, sources, chosen):
            if made < count:
                made += 1
                yield trial


def _edited(writer: Writer, sources: list[list[str]], kinds: list[str]) -> Iterator[Trial]:
    random_ = writer.random
    places = [
        (p, s) for p, texts in enumerate(sources) for s, text in enumerate(texts) if len(text.split()) > 5
    ]
    if len(places) < 3 * len(kinds):
        return
    targets = random_.sample(places, len(kinds))
    for kind, (p, s) in zip(kinds, targets, strict=True):
        if kind in _STANDS_ELSEWHERE:
            editor = Editor(writer, sources)
            text = sources[p][s]
            far = [n for n in range(len(sources)) if abs(n - p) > 1 and all(n != q for q, _ in targets)]
            if far:
                texts = sources[random_.choice(far)]
                other = editor.nearly(text) if _STANDS_ELSEWHERE[kind] else text
                texts.insert(random_.randint(0, len(texts)), other)
    editor = Editor(writer, sources)
    sentences = [editor.paragraphs[p][s] for p, s in targets]
    editor.kept = {id(sentence) for sentence in sentences}
    passages = [_passage(random_, sentence, kind) for sentence, kind in zip(sentences, kinds, strict=True)]
    for sentence, kind in zip(sentences, kinds, strict=True):
        for edit in (RECOVERABLE | GONE)[kind]:
            edit(editor, sentence)
    for _ in range(random_.randint(0, 12)):
        editor.disturb()
    new, origins = laid_out(editor.paragraphs)
    images = {origin: place for place, origin in enumerate(origins) if origin >= 0}
    for passage, kind in zip(passages, kinds, strict=True):
        found = [images[origin] for origin in range(*passage) if origin in images]
        survives = 2 * len(found) >= passage.length and kind in RECOVERABLE
        truth = Span(min(found), max(found) + 1) if survives else None
        if survives or kind in GONE:
            yield Trial(kind, editor.old, new, passage, truth)


def _passage(random_: random.Random, sentence: Sentence, kind: str) -> Span:
    """A sentence, or the greater part of one."""
    words = [match.span() for match in re.finditer(r"\S+", sentence.text)]
    first, last = 0, len(words) - 1
    if random_.random() < 0.3 and kind not in GONE:
        first = random_.randrange(len(words) // 3)
        last = random_.randrange(2 * len(words) // 3, len(words))
    start, end = words[first][0], words[last][1]
    return Span(sentence.origins[start], sentence.origins[end - 1] + 1)
