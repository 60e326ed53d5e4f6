"""The signs from which the points that no finding names are expected, counted in some sentences of a story."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from auditor.alignment.lexicon import coverage
from auditor.analysis import plain
from auditor.bilingual.negations import negations, patterns
from auditor.bilingual.pairs import stretch
from auditor.languages import in_latin_letters
from auditor.model import ENGLISH, Document, Finding, Link, Severity, primary_language
from auditor.scoring.unseen import Signs, distance

STRANGE_WORD = "strange-word"
UNANSWERED_WORD = "unanswered-word"
"""The checks of doubts that are counted."""


def signs(
    target: Document,
    fluency: Sequence[float | None],
    findings: Iterable[Finding],
    doubts: Iterable[Finding],
    *,
    source: tuple[Document, Collection[Link]] | None,
    source_language: str | None,
    reference: tuple[Document, Collection[Link]] | None,
) -> Signs:
    """Return what speaks for errors beside the ``findings``.

    ``fluency`` holds the values of the sentences that count. ``findings`` and ``doubts`` are about these, and so are
    the links to the source and to the reference.
    """
    doubted = list(doubts)
    strange = [doubt for doubt in doubted if doubt.rule == STRANGE_WORD]
    names = sum(not doubt.primary.text.islower() for doubt in strange)
    spoken = primary_language(source_language) or ""
    beside = list(_beside(target, *source)) if source else []
    covered = [each for theirs, ours in beside if (each := coverage(theirs, ours, spoken)) is not None]
    lost, known = sum(len(each.lost) for each in covered), sum(each.known for each in covered)
    unanswered = lost + sum(len(each.unfounded) for each in covered)
    return Signs(
        fluency=tuple(fluency),
        strange=len(strange) - names,
        names=0 if in_latin_letters(source_language) else names,
        lost=lost,
        unfounded=sum(doubt.rule == UNANSWERED_WORD for doubt in doubted),
        apart=sum(_distances(target, *reference)) if reference else 0.0,
        inaccuracies=sum(f.severity is Severity.MINOR and f.category.dimension == "accuracy" for f in findings),
        denials=sum(_denials(theirs, ours, spoken) for theirs, ours in beside),
        answered=1 - unanswered / known if known else 1.0,
    )


def _beside(target: Document, source: Document, links: Iterable[Link]) -> Iterator[tuple[str, str]]:
    """Yield the source of each paragraph and the paragraph, with plain quotes and spaces."""
    return ((plain(_text(source, theirs)), plain(_text(target, ours))) for ours, theirs in _paragraphs(target, links))


def _denials(theirs: str, ours: str, language: str) -> int:
    """Return by how many denials a paragraph differs from its source; 0 where nobody knows how the language denies."""
    if patterns(language).firm is None:
        return 0
    return abs(len(negations(theirs, language)) - len(negations(ours, ENGLISH)))


def _distances(target: Document, reference: Document, links: Iterable[Link]) -> Iterator[float]:
    return (distance(_text(target, ours), _text(reference, theirs)) for ours, theirs in _paragraphs(target, links))


def _paragraphs(target: Document, links: Iterable[Link]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the sentences of each paragraph of the target with those that answer them.

    By paragraphs, so that a sentence cut in two or a word that went to the next sentence costs nothing. What nobody
    answers belongs to the paragraph before it.
    """
    paragraph = 0
    ours: list[int] = []
    theirs: list[int] = []
    for link in links:
        here = target.segments[link.target[0] - 1].paragraph if link.target else paragraph
        if ours and here != paragraph:
            yield ours, theirs
            ours, theirs = [], []
        ours += link.target
        theirs += link.other
        paragraph = here
    if ours or theirs:
        yield ours, theirs


def _text(document: Document, numbers: Sequence[int]) -> str:
    return stretch(document, numbers).of(document.text) if numbers else ""
