"""Sentences of a story beside those of the source, or of the reference, that they answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import Coverage, coverage
from auditor.analysis import Sentence, plain
from auditor.bilingual.figures import Differences, differences
from auditor.bilingual.glossed import glosses, may_be_glossed, says_where
from auditor.bilingual.institutions import named_in_both
from auditor.bilingual.names import Name, held, is_place, items, lost_names, new_names
from auditor.bilingual.places import (
    governing,
    is_capital,
    left_out,
    mentions,
    named,
    rendered_place,
    stems,
    tells_capital,
)
from auditor.bilingual.renamed import Renaming, renamings
from auditor.bilingual.side import Side
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Document, Link, Span

if TYPE_CHECKING:
    from auditor.analysis import Token

_ENOUGH = 8
_FREE = {True: 0.6, False: 0.4}
"""Share of the known words that answer each other below which a translation is free, by whether spaces part the words.

Of new right translations that tell a figure in other words half lie below it, of those with one thing wrong a sixth.
"""

_IN = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'-]+)(?:,| in(?: (?:central|northern|southern|eastern|western|the))?) $")
_OF_PLACE = re.compile(
    r"(?: \w+)? (?:suburb|district|town|city|village|region|port|area) of (?P<name>[A-ZÀ-Þ][\w’'-]+)"
)
_OWNS_PLACE = re.compile(r"['’]s (?:[a-z-]+ ){0,4}(?:of )?(?P<name>[A-ZÀ-Þ][\w’'-]+)")
"""What stands between a place of both texts and one that says where it is: “Japan's northern island of Hokkaido”."""


@dataclass(frozen=True, eq=False)
class Pair:
    """Target sentences (``ours``) and those of the other text that they answer (``theirs``).

    An offset in ``ours`` plus ``start`` is one in the document. The sides ``around`` have a sentence more at each end:
    what stands there was moved, not lost.
    """

    sentences: tuple[Sentence, ...]
    link: Link
    start: int
    ours: Side
    theirs: Side
    ours_around: Side
    theirs_around: Side

    @property
    def span(self) -> Span:
        """Where the target sentences stand."""
        return Span(self.start, self.start + len(self.ours.text))

    def place(self, span: Span) -> Span:
        """Return the document span of a span of ``ours``."""
        return span.shift(self.start)

    def sentence_of(self, token: Token) -> Sentence:
        """Return the one of ``sentences`` in which ``token`` stands."""
        return next(sentence for sentence in self.sentences if sentence.doc is token.doc)

    def span_of(self, *tokens: Token) -> Span:
        """Return the document span from the first to the last of ``tokens``, which stand in one sentence."""
        return self.sentence_of(tokens[0]).span_of(*tokens)

    def start_of(self, sentence: Sentence) -> int:
        """Return where one of ``sentences`` begins in ``ours``."""
        return sentence.segment.span.start - self.start

    @cached_property
    def figures(self) -> Differences:
        """How their numbers differ."""
        return differences(self.ours, self.theirs, self.ours_around, self.theirs_around)

    @cached_property
    def renamings(self) -> tuple[Renaming, ...]:
        """The names of ``theirs`` for which ``ours`` has others."""
        return tuple(renamings(self.ours, self.theirs, self.ours_around, self.theirs_around))

    @cached_property
    def lost_names(self) -> tuple[Name, ...]:
        """The names of ``theirs`` of which no word is in ``ours``, in whatever form or rendering."""
        language, words = self.theirs.language, self.ours_around.words
        listed = (item for name in self.theirs.names for item in items(name, self.theirs.text))
        lost = tuple(lost_names(listed, words, language))
        bodies = tuple(named_in_both(self.theirs.text, language, self.ours.text, ENGLISH)) if lost else ()
        return tuple(
            name
            for name in lost
            if not rendered_place(name.span.of(self.theirs.text), language, words)
            and not (may_be_glossed(name, language) and self.glosses)
            and not any(map(name.span.overlaps, bodies))
            and not (is_capital(name.span.of(self.theirs.text), language) and tells_capital(self.ours_around.text))
        )

    @cached_property
    def left_out(self) -> tuple[Span, ...]:
        """Where ``theirs`` has a place in a list of which ``ours`` has the others."""
        found = left_out(self.theirs.text, self.theirs.language, self.ours_around.words)
        return tuple(mention.span for mention in found)

    @cached_property
    def glosses(self) -> tuple[str, ...]:
        """The nouns of ``ours`` for institutions that no word of ``theirs`` answers: they may say what a name is."""
        return tuple(glosses(self.ours.text, self.theirs.rendered, self.theirs.words))

    @cached_property
    def new_names(self) -> tuple[Name, ...]:
        """The names of ``ours`` of which no word is among those of ``theirs``."""
        theirs = self.theirs_around
        new = tuple(new_names(self.ours.names, theirs.words))
        bodies = tuple(named_in_both(self.ours.text, ENGLISH, theirs.text, theirs.language)) if new else ()
        return tuple(
            name
            for name in new
            if not named(name.span.of(self.ours.text), theirs.text, theirs.language)
            and not self._is_rendered(name)
            and not any(map(name.span.overlaps, bodies))
            and not (says_where(name, self.ours.text, theirs.language) and not self._has_lost_place)
            and not (is_place(name.words[-1]) and self._says_where_a_name_is(name))
        )

    def _says_where_a_name_is(self, name: Name) -> bool:
        """Tell whether a place stands beside a name of both texts to say where that is: “Shannon in Ireland”."""
        text, words = self.ours.text, self.theirs_around.words
        before = _IN.search(text, 0, name.span.start)
        behind = _OF_PLACE.match(text, name.span.end)
        if behind is None and any(p.is_country for each in mentions(name.words[-1], ENGLISH) for p in each.places):
            behind = _OWNS_PLACE.match(text, name.span.end)
        beside = [found["name"] for found in (before, behind) if found]
        return any(held(each, words) for each in beside)

    @cached_property
    def _has_lost_place(self) -> bool:
        """Tell whether a place of ``theirs`` is not in ``ours``, whose own may then stand for it."""
        return any(is_place(word) for name in self.lost_names for word in name.words)

    def _is_rendered(self, name: Name) -> bool:
        """Tell whether the lexicon renders words of ``theirs`` by each place of a name, its people or its capital."""
        found = mentions(name.span.of(self.ours.text), ENGLISH)
        return bool(found) and all(
            any(stems(one) & self.theirs.rendered for place in each.places for one in (place, *governing(place)))
            for each in found
        )

    @cached_property
    def coverage(self) -> Coverage | None:
        """Which words answer each other; None where their language has no lexicon."""
        return coverage(self.theirs.text, self.ours.text, self.theirs.language)

    @property
    def is_free(self) -> bool:
        """Tell whether the translation has so much in words of its own that a figure may be told in some as well."""
        free = _FREE[language_of(self.theirs.language).writing.spaced]
        return self.coverage is not None and self.coverage.known >= _ENOUGH and self.coverage.share < free


def pairs(
    target: Document, sentences: Sequence[Sentence], other: Document, language: str, links: Sequence[Link]
) -> Iterator[Pair]:
    """Yield the sentences of ``target`` with those of ``other``, a text in ``language``, that they answer.

    Sentences without an answer are left out.
    """
    for link in links:
        if not link.target or not link.other:
            continue
        span = stretch(target, link.target)
        yield Pair(
            sentences=tuple(sentences[number - 1] for number in link.target),
            link=link,
            start=span.start,
            ours=_side(target, span, ENGLISH),
            theirs=_side(other, stretch(other, link.other), language),
            ours_around=_side(target, stretch(target, link.target, 1), ENGLISH),
            theirs_around=_side(other, stretch(other, link.other, 1), language),
        )


def _side(document: Document, span: Span, language: str) -> Side:
    return Side(plain(span.of(document.text)), language)


def stretch(document: Document, numbers: Sequence[int], more: int = 0) -> Span:
    """Return the text from the first to the last of the sentences, with ``more`` at each end."""
    first, last = max(numbers[0] - 1 - more, 0), min(numbers[-1] - 1 + more, len(document.segments) - 1)
    return Span(document.segments[first].span.start, document.segments[last].span.end)
