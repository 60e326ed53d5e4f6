"""From words that LanguageTool's dictionary does not hold to the few findings worth an editor's while."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from auditor.checks.base import Story
from auditor.checks.languagetool.evidence import evidence
from auditor.checks.languagetool.families import words_rule
from auditor.checks.languagetool.mapping import table
from auditor.checks.languagetool.spelling import Unknown, Vocabulary, WordKind, read
from auditor.engines.languagetool import Match
from auditor.model import Anchor, Finding, Span

_OPENING = "\"“‘'«"
_CLOSING = "\"”’'»"
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART"})
"""spaCy's labels of entities that are names; dates and amounts are not."""

_SUGGESTIONS = 3


class UnknownWords:
    """The unknown words of one story, seen in their place."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._text = story.target.text
        source = story.source.text if story.source else ""
        self._vocabulary = Vocabulary.of(self._text, story.profile.words, source)

    def finding(self, match: Match, software: str) -> Finding | None:
        """Return what to say of the unknown word in ``match``, or None where it is to be left alone."""
        word = match.span.of(self._text)
        reading, meant = read(self._unknown(word, match), self._vocabulary)
        treatment = table().treatment_of_word(reading)
        if treatment is None:
            return None
        rule = words_rule(reading)
        return Finding(
            check="languagetool",
            rule=rule.id,
            message=_message(reading, word, meant),
            category=treatment.category,
            severity=treatment.severity,
            confidence=treatment.confidence,
            anchors=(Anchor(match.span, word),),
            why=rule.why,
            suggestions=meant[:_SUGGESTIONS],
            evidence=(evidence(match, software),),
            in_quotation=self._story.analysis.in_quotation(match.span),
        )

    def _unknown(self, word: str, match: Match) -> Unknown:
        before = self._text[max(match.span.start - 1, 0) : match.span.start]
        after = self._text[match.span.end : match.span.end + 1]
        return Unknown(
            word,
            match.replacements,
            opens=self._opens(match.span, before),
            quoted=bool(before and after and before in _OPENING and after in _CLOSING),
            entity=self._entity(match.span),
        )

    def _opens(self, span: Span, before: str) -> bool:
        segment = self._story.target.segment_at(span.start)
        if segment is None:
            return False
        return bool(before and before in _OPENING) or segment.span.start == span.start

    def _entity(self, span: Span) -> str:
        index = bisect_right(self._entities, span.start, key=lambda entry: entry[0].start) - 1
        if index < 0 or not self._entities[index][0].covers(span):
            return ""
        place, label = self._entities[index]
        # A lower-case word that the model takes for a name by itself is a word that it does not know either.
        rest = self._text[place.start : span.start] + self._text[span.end : place.end]
        lower = span.of(self._text).islower()
        return "" if lower and rest == rest.lower() else label

    @cached_property
    def _entities(self) -> list[tuple[Span, str]]:
        return list(self._named())

    def _named(self) -> Iterator[tuple[Span, str]]:
        for sentence in self._story.analysis.sentences:
            for entity in sentence.doc.ents:
                if entity.label_ in _NAMES:
                    yield sentence.span_of_chunk(entity), entity.label_


def _message(reading: WordKind, word: str, meant: tuple[str, ...]) -> str:
    best = meant[0] if meant else ""
    match reading:
        case WordKind.JOINED:
            return f"A space is missing in “{word}”: “{best}”."
        case WordKind.LOWERED:
            return f"“{word}” is written with a capital: “{best}”."
        case WordKind.FOREIGN:
            return f"“{word}” is not an English word: misspelt, or left untranslated?"
        case WordKind.COPIED:
            return f"“{word}” is not an English word; it stands so in the source."
        case _:
            return f"“{word}” is misspelt; “{best}” is near."
