"""The story under audit, with the texts given beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from auditor.analysis import Analysis, plain, quotations
from auditor.bilingual.pairs import Pair, pairs
from auditor.bilingual.quotations import Quoted, closed_in_source, quoted_pairs
from auditor.bilingual.terms import Rendering, TermTelling, rendering, tellings
from auditor.config import Profile
from auditor.model import ENGLISH, Document, Link, Skipped, Span, Term, primary_language

if TYPE_CHECKING:
    from auditor.engines.reader.client import Reader


@dataclass(frozen=True, eq=False)
class Story:
    """All a check may look at: the target with its analysis, and what was given beside it.

    ``source_links`` and ``reference_links`` say which sentences answer which; they are empty where there is no such
    text. ``glossary`` holds the desk's terms. ``unmatched`` says what was given and could not be matched. ``reader`` is
    the language model that takes part, if any. What several checks ask of the texts together is worked out on first
    use and kept.
    """

    target: Document
    analysis: Analysis
    profile: Profile
    source: Document | None = None
    source_language: str | None = None
    source_links: tuple[Link, ...] = ()
    reference: Document | None = None
    reference_links: tuple[Link, ...] = ()
    glossary: tuple[Term, ...] = ()
    unmatched: tuple[Skipped, ...] = ()
    reader: Reader | None = None

    @property
    def spoken(self) -> str:
        """The bare language subtag of the source, or nothing where it is not known."""
        return primary_language(self.source_language) or ""

    @cached_property
    def source_pairs(self) -> tuple[Pair, ...]:
        """The target sentences with the source that they answer; those without an answer are left out."""
        if self.source is None:
            return ()
        return tuple(pairs(self.target, self.analysis.sentences, self.source, self.spoken, self.source_links))

    @cached_property
    def reference_pairs(self) -> tuple[Pair, ...]:
        """The target sentences with those of the reference that they answer."""
        if self.reference is None:
            return ()
        return tuple(pairs(self.target, self.analysis.sentences, self.reference, ENGLISH, self.reference_links))

    @cached_property
    def quoted_pairs(self) -> tuple[Quoted, ...]:
        """The pairs of target and source of which either quotes."""
        if self.source is None:
            return ()
        here, there = self.analysis.quotations, self._source_quotations
        return tuple(quoted_pairs(self.target, here, self.source, there, self.source_pairs))

    def source_closes(self, place: int) -> bool:
        """Tell whether the source that the sentence at ``place`` answers quotes, and closes what it quotes."""
        pair = self.source_pair_at(place)
        if self.source is None or pair is None:
            return False
        return closed_in_source(pair, self.source, self._source_quotations)

    def source_pair_at(self, place: int) -> Pair | None:
        """Return the pair whose sentence of the target has ``place``; None where nothing of a source answers it."""
        return next((pair for pair in self.source_pairs if pair.span.start <= place < pair.span.end), None)

    @cached_property
    def _source_quotations(self) -> tuple[Span, ...]:
        return () if self.source is None else quotations(self.source)

    @cached_property
    def rendering(self) -> Rendering | None:
        """What renders the source's words in English; None where terms are not told."""
        return rendering(self.spoken)

    @cached_property
    def tellings(self) -> tuple[TermTelling, ...]:
        """The pairs whose source has terms of two words."""
        return () if self.rendering is None else tuple(tellings(self.source_pairs, self.rendering))

    def source_of(self, number: int) -> str | None:
        """Return the source of the target sentence ``number`` (1-based), or None where none is in hand."""
        return self._sources.get(number)

    @cached_property
    def _sources(self) -> Mapping[int, str]:
        answers: dict[int, set[int]] = defaultdict(set)
        for link in self.source_links if self.source else ():
            for number in link.target if link.other else ():
                answers[number].update(link.other)
        return {number: self._joined(sorted(others)) for number, others in answers.items()}

    def _joined(self, numbers: list[int]) -> str:
        assert self.source is not None
        spans = (self.source.segments[number - 1].span for number in numbers)
        return plain(" ".join(span.of(self.source.text) for span in spans))


@dataclass(frozen=True, slots=True)
class Beside:
    """A text beside the translation, and which sentences of the two answer each other."""

    document: Document
    links: tuple[Link, ...]


def story_of(
    target: Document,
    profile: Profile,
    *,
    source: Beside | None = None,
    source_language: str | None = None,
    reference: Beside | None = None,
    glossary: tuple[Term, ...] = (),
    unmatched: tuple[Skipped, ...] = (),
    reader: Reader | None = None,
) -> Story:
    """Return the story of ``target``; the one place where a story is put together."""
    return Story(
        target=target,
        analysis=Analysis(target),
        profile=profile,
        source=source.document if source else None,
        source_language=source_language,
        source_links=source.links if source else (),
        reference=reference.document if reference else None,
        reference_links=reference.links if reference else (),
        glossary=glossary,
        unmatched=unmatched,
        reader=reader,
    )
