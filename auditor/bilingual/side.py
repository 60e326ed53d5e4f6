"""What is read in one text of a pair."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from auditor.alignment.lexicon import Stemmed, lexicon, stemmed_words
from auditor.alignment.sketch import Sketch, sketch
from auditor.analysis import CalendarWord, Measure, Number, Unit, calendar_words, measures, names_unit, numbers
from auditor.bilingual.names import Name, names, peoples_of, words
from auditor.bilingual.negations import Doubt, doubt, negations, patterns
from auditor.bilingual.persons import GenderMark, marks
from auditor.model import Span

_CLAUSE_END = re.compile(r"[,;:.!?()，。；：、！？（）](?!\d)")


@dataclass(frozen=True, eq=False)
class Side:
    """One text of a pair, with plain quotes and spaces, and what is read in it: once, on first use.

    ``language`` is a bare subtag such as ``fr``, or nothing where it is not known.
    """

    text: str
    language: str

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Its numbers, in order."""
        return numbers(self.text, self.language)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Its measures and sums of money."""
        return measures(self.text, self.language, self.numbers)

    def units_of(self, number: Number) -> tuple[Unit, ...]:
        """Return the units of which one of its ``numbers`` may be."""
        return tuple(unit for measure in self.measures if measure.number is number for unit in measure.units)

    def names_unit(self, units: Collection[Unit]) -> bool:
        """Tell whether it names any of ``units``, with a number or without."""
        return names_unit(self.text, self.language, units)

    @cached_property
    def calendar(self) -> tuple[CalendarWord, ...]:
        """Its days of the week and months."""
        return tuple(calendar_words(self.text, self.language))

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Its names, as far as capitals show them."""
        return tuple(names(self.text))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All its words, among which names are sought."""
        return words(self.text)

    @cached_property
    def stemmed(self) -> tuple[Stemmed, ...]:
        """Its words that name things, as the lexicons know them."""
        return stemmed_words(self.text, self.language)

    @cached_property
    def rendered(self) -> frozenset[str]:
        """The English stems that may render a word of it; where its language has no lexicon, those for peoples."""
        entries = lexicon(self.language)
        known = () if entries is None else (stem for word in self.stemmed for stem in entries.renderings(word.stem))
        return frozenset((*known, *(stem for word in self.words for stem in peoples_of(word, self.language))))

    @cached_property
    def negations(self) -> tuple[re.Match[str], ...]:
        """The words that surely deny something."""
        return negations(self.text, self.language)

    def denials_around(self, span: Span) -> tuple[Span, ...]:
        """Return the words that surely deny something in the clause of ``span``."""
        clause = clause_around(self.text, span)
        return tuple(denial for match in self.negations if clause.overlaps(denial := Span(*match.span())))

    def is_hedged(self, span: Span, reach: int) -> bool:
        """Tell whether a word up to ``reach`` code points before ``span`` may deny it: "sans", "less", "sin"."""
        loose = patterns(self.language).loose
        return loose is not None and loose.search(self.text, max(span.start - reach, 0), span.start) is not None

    @cached_property
    def doubt(self) -> Doubt:
        """How much in it may stand for a negation, or may be told as one."""
        return doubt(self.text, self.language)

    @cached_property
    def persons(self) -> tuple[GenderMark, ...]:
        """What shows whether somebody is a woman or a man."""
        return marks(self.text, self.language)

    @cached_property
    def sketch(self) -> Sketch:
        """The sentence as the aligner sees it."""
        return sketch(self.text)


def clause_around(text: str, span: Span) -> Span:
    """Return the stretch of ``text`` around ``span`` from one mark of punctuation to the next."""
    starts = [match.end() for match in _CLAUSE_END.finditer(text, 0, span.start)]
    end = _CLAUSE_END.search(text, span.end)
    return Span(starts[-1] if starts else 0, end.start() if end else len(text))
