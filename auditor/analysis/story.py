"""All that checks know about one document beyond its text: computed once, on first use."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING

from auditor.analysis.fluency import language_model
from auditor.analysis.language import parse, plain
from auditor.analysis.quotation import quotations
from auditor.model import Document, Segment, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens


_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Sentence:
    """A segment with its text and its parse; token offsets count from the segment's start."""

    segment: Segment
    text: str
    doc: Doc

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens; spaCy makes them anew each time that a document is gone through."""
        return tuple(self.doc)

    @cached_property
    def plain(self) -> str:
        """Its text as expressions read it: line ends, odd spaces and curly quotes in plain forms, one for one."""
        return plain(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in small letters; a hyphen or an apostrophe parts them."""
        return frozenset(_WORD.findall(self.plain.lower()))

    @cached_property
    def forms(self) -> frozenset[str]:
        """Its tokens as they stand, in small letters and as lemmas: what a pattern over tokens may ask for."""
        return frozenset(form for token in self.tokens for form in (token.text, token.lower_, token.lemma_))

    def span_of(self, *tokens: Token) -> Span:
        """Return the document span from the first to the last of ``tokens``, in any order."""
        base = self.segment.span.start
        return Span(base + min(t.idx for t in tokens), base + max(t.idx + len(t) for t in tokens))

    def span_of_chunk(self, tokens: Tokens) -> Span:
        """Return the document span of a stretch of tokens (an entity, a noun chunk)."""
        return self.span_at(tokens.start_char, tokens.end_char)

    def span_at(self, start: int, end: int) -> Span:
        """Return the document span of the sentence's own code points ``start`` to ``end``."""
        return Span(self.segment.span.start + start, self.segment.span.start + end)


class Analysis:
    """The linguistic view of a document, computed lazily and kept; safe to share between threads.

    ``docs`` are the parses of the document's segments, in order, where they are at hand already.
    """

    def __init__(self, document: Document, docs: Iterable[Doc] | None = None) -> None:
        self.document = document
        self._docs = docs
        self._lock = Lock()
        self._sentences: tuple[Sentence, ...] | None = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The parsed sentences of the body, in reading order."""
        with self._lock:
            if self._sentences is None:
                self._sentences = tuple(self._parse())
            return self._sentences

    @staticmethod
    def parse_together(analyses: Sequence[Analysis]) -> None:
        """Parse the sentences of all ``analyses`` in one go, which takes less time than one by one."""
        docs = parse(text for each in analyses for text in each._texts())
        for each in analyses:
            each._docs = list(islice(docs, len(each.document.segments)))

    def _parse(self) -> Iterator[Sentence]:
        docs = parse(self._texts()) if self._docs is None else self._docs
        for segment, text, doc in zip(self.document.segments, self._texts(), docs, strict=True):
            yield Sentence(segment, text, doc)

    def _texts(self) -> Iterator[str]:
        return (segment.span.of(self.document.text) for segment in self.document.segments)

    @cached_property
    def fluency(self) -> tuple[float | None, ...]:
        """How natural each sentence reads: 0 is the mean of native news, -1 a standard deviation worse."""
        model = language_model()
        return tuple(model.fluency(sentence.tokens) for sentence in self.sentences)

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """The direct quotations, marks included."""
        return quotations(self.document)

    def in_quotation(self, span: Span) -> bool:
        """Tell whether ``span`` lies wholly inside a direct quotation."""
        return self.quotation_around(span) is not None

    def quotation_around(self, span: Span) -> Span | None:
        """Return the direct quotation that ``span`` lies wholly inside, marks included."""
        index = bisect_right(self.quotations, span.start, key=lambda quoted: quoted.start) - 1
        return self.quotations[index] if index >= 0 and self.quotations[index].covers(span) else None
