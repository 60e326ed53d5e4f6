"""The words of the translation, to find the glossary's English in them, inflected or not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize

from auditor.analysis import Sentence, plain
from auditor.checks.base import Story
from auditor.model import Span
from auditor.text import fold

if TYPE_CHECKING:
    from auditor.analysis import Token

_NAME = 5
"""Letters from which a capitalised word with an s at its end is taken for a plural: News is none."""

_PARTS = re.compile(r"\w[\w\u0300-\u036f]*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class WordForm:
    """A word or a mark of the translation: ``lemma`` in small letters; ``noun``: it is a common noun."""

    text: str
    lemma: str
    noun: bool
    span: Span


@dataclass(frozen=True, slots=True)
class TermPlace:
    """Words of the translation that answer a term, and the number of their sentence."""

    span: Span
    sentence: int


class Wording:
    """The words of a story's translation, by sentence and by form."""

    def __init__(self, story: Story) -> None:
        self._sentences = [tuple(_words(sentence)) for sentence in story.analysis.sentences]
        self._index: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, words in enumerate(self._sentences):
            for position, word in enumerate(words):
                for form in {word.text.lower(), word.lemma}:
                    self._index[form].append((number, position))

    def find(self, term: str) -> Iterator[TermPlace]:
        """Yield where the translation has ``term``, in any inflection.

        A word in small letters answers any capitals, one with capitals its own only.
        """
        parts = split(term)
        starts = {start for form in _forms(parts[0]) for start in self._index.get(form, ())}
        for number, position in sorted(starts):
            words = self._sentences[number][position : position + len(parts)]
            if len(words) == len(parts) and all(map(_answers, parts, words)):
                yield _place(words, number)

    def near(self, term: str, numbers: Iterable[int]) -> Iterator[TermPlace]:
        """Yield where the sentences ``numbers`` have ``term`` but for capitals and accents."""
        parts = [fold(part) for part in split(term)]
        for number in numbers:
            sentence = self._sentences[number - 1]
            for position in range(len(sentence) - len(parts) + 1):
                words = sentence[position : position + len(parts)]
                if [fold(word.text) for word in words] == parts:
                    yield _place(words, number - 1)

    def around(self, sentences: Iterable[Sentence]) -> frozenset[int]:
        """Return the numbers of the sentences and of those beside them: what stands there was moved, not lost."""
        numbers = [sentence.segment.number for sentence in sentences]
        return frozenset(range(max(min(numbers) - 1, 1), min(max(numbers) + 1, len(self._sentences)) + 1))


def split(term: str) -> list[str]:
    """Return the words and marks of ``term``."""
    return _PARTS.findall(normalize("NFC", plain(term)))


def _words(sentence: Sentence) -> Iterator[WordForm]:
    for token in sentence.tokens:
        parts = list(_PARTS.finditer(token.text))
        for found in parts:
            start, end = token.idx + found.start(), token.idx + found.end()
            text = normalize("NFC", found.group())
            yield WordForm(text, *_lemma(token, text, len(parts) == 1), sentence.span_at(start, end))


def _lemma(token: Token, text: str, whole: bool) -> tuple[str, bool]:
    if not whole:
        return text.lower(), False
    if token.pos_ == "PROPN" and len(text) >= _NAME and text.endswith("s"):
        return text.lower()[:-1], False  # spaCy leaves names as they are: the United States are states
    return token.lemma_.lower(), token.pos_ == "NOUN"


def _forms(part: str) -> set[str]:
    """Return a term's word and, where it looks like a plural, what the singular may be."""
    word = part.lower()
    forms = {word}
    if len(word) > 3 and word.endswith("s"):
        forms |= {word[:-1], word[:-2], f"{word[:-3]}y"} if word.endswith("es") else {word[:-1]}
    return forms


def _answers(part: str, word: WordForm) -> bool:
    small = part.lower()
    same = small in (word.text.lower(), word.lemma) or (word.noun and word.text.lower() in _forms(part))
    return same and _capitals_answer(part, word.text)


def _capitals_answer(part: str, text: str) -> bool:
    if part == part.lower():
        return True
    if part.lower() == text.lower():
        return part == text
    return part[0] == text[0]


def _place(words: tuple[WordForm, ...], number: int) -> TermPlace:
    return TermPlace(Span(words[0].span.start, words[-1].span.end), number + 1)
