"""The audit of one chunk: all its sentences are parsed together, then each story is examined by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import coverage
from auditor.analysis import Analysis, identify, parse
from auditor.audit import Examined, examine
from auditor.batch.bundle import Bundle, Chunk, Joined, links
from auditor.batch.item import Item
from auditor.batch.result import Result
from auditor.checks.base import Check, Story
from auditor.checks.completeness.empty_translation import empty_translation
from auditor.checks.doubts.strange_word import strange_word
from auditor.checks.doubts.unanswered_word import unanswered_word
from auditor.checks.languagetool import LanguageToolCheck
from auditor.checks.registry import DOUBTS, checks_for
from auditor.config import EngineSettings, Profile
from auditor.languages import in_latin_letters
from auditor.model import Document, Finding, Severity, Skipped, Term, primary_language
from auditor.scoring import Signs, distance, unseen_points

if TYPE_CHECKING:
    from auditor.analysis import Doc
    from auditor.engines.languagetool import Reply

NOTHING = Skipped("all", "There is no text to audit.", "Give the translation in “target”.")
"""Said of an item with neither target nor source."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every item: see ``batch``."""

    profile: Profile
    packs: tuple[Path, ...]
    source_language: str | None
    glossary: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A bundle with its texts joined."""

    items: Bundle
    target: Joined
    source: Joined | None
    reference: Joined | None
    source_language: str | None


def audit_chunk(chunk: Chunk, answers: Sequence[Reply] | Skipped, settings: Settings) -> list[Result]:
    """Return the results of all items of ``chunk``, in order.

    ``answers`` are LanguageTool's to each of its stories, or the reason why there are none.
    """
    prepared = [_prepared(bundle, settings) for bundle in chunk]
    docs = parse(text for each in prepared for text in _sentences(each.target.document))
    results: list[Result] = []
    for index, each in enumerate(prepared):
        answer = answers if isinstance(answers, Skipped) else answers[index]
        story = _story(each, [next(docs) for _ in each.target.document.segments], settings)
        results += _results(each, story, examine(story, _checks(each, answer, settings)))
    return results


def _sentences(document: Document) -> Iterator[str]:
    return (segment.span.of(document.text) for segment in document.segments)


def _prepared(bundle: Bundle, settings: Settings) -> _Prepared:
    source = _beside([item.source for item in bundle])
    stated = bundle[0].source_language or settings.source_language
    language = stated or (identify(source.document.text) if source else None)
    return _Prepared(
        items=bundle,
        target=Joined.of([item.target for item in bundle]),
        source=source if source is None else Joined.of(source.texts, language),
        reference=_beside([item.reference for item in bundle]),
        source_language=language,
    )


def _beside(texts: Sequence[str | None]) -> Joined | None:
    return Joined.of([text or "" for text in texts]) if any(texts) else None


def _story(prepared: _Prepared, docs: Iterable[Doc], settings: Settings) -> Story:
    target, source, reference = prepared.target, prepared.source, prepared.reference
    return Story(
        target=target.document,
        analysis=Analysis(target.document, docs),
        profile=settings.profile,
        source=source.document if source else None,
        source_language=prepared.source_language,
        source_links=links(target, source) if source else (),
        reference=reference.document if reference else None,
        reference_links=links(target, reference) if reference else (),
        glossary=settings.glossary,
    )


def _checks(prepared: _Prepared, answer: Reply | Skipped, settings: Settings) -> tuple[Check, ...]:
    given = checks_for(prepared.source_language, EngineSettings(), settings.packs)
    return tuple(
        replace(check, answer=answer, background=False) if isinstance(check, LanguageToolCheck) else check
        for check in given
    )


def _results(prepared: _Prepared, story: Story, examined: Examined) -> Iterator[Result]:
    target = prepared.target
    fluency = iter(story.analysis.fluency)
    doubts = target.findings(doubt for check in DOUBTS for doubt in check.run(story))
    each = zip(prepared.items, target.segments(), target.findings(examined.findings), doubts, strict=True)
    for item, segments, findings, doubted in each:
        here = tuple(islice(fluency, len(segments)))
        if item.target.strip():
            signs = _signs(item, story, here, (*findings, *doubted))
            points = _points(findings, story.profile) + unseen_points(signs)
            yield Result(item.id, _with_doubts(findings, doubted, story.profile), points, examined.skipped)
        else:
            yield _empty(item, story.profile)


def _signs(item: Item, story: Story, fluency: tuple[float | None, ...], said: Sequence[Finding]) -> Signs:
    covered = coverage(item.source, item.target, primary_language(story.source_language) or "") if item.source else None
    counts = Counter(finding.rule for finding in said)
    names = sum(finding.rule == strange_word.id and not finding.primary.text.islower() for finding in said)
    return Signs(
        fluency=fluency,
        strange=counts[strange_word.id] - names,
        names=0 if in_latin_letters(story.source_language) else names,
        lost=len(covered.lost) if covered else 0,
        unfounded=counts[unanswered_word.id],
        apart=distance(item.target, item.reference) if item.reference else 0.0,
        inaccuracies=sum(f.severity is Severity.MINOR and f.category.dimension == "accuracy" for f in said),
        answered=covered.share if covered else 1.0,
    )


def _with_doubts(findings: Iterable[Finding], doubts: Iterable[Finding], profile: Profile) -> tuple[Finding, ...]:
    """Return ``findings`` with the doubts that lie in none of them, in the order of the text."""
    said = [finding.primary.span for finding in findings]
    left = [doubt for doubt in doubts if not any(span.covers(doubt.primary.span) for span in said)]
    wanted = [doubt for doubt in left if doubt.rule not in profile.disabled]
    return tuple(sorted((*findings, *wanted), key=lambda finding: finding.primary.span))


def _empty(item: Item, profile: Profile) -> Result:
    """Return the result of an item without a translation, which is a defect where there is a source."""
    target = Joined.of([""]).document
    source = Joined.of([item.source or ""]).document
    found = tuple(empty_translation.run(Story(target, Analysis(target), profile, source=source)))
    return Result(item.id, found, _points(found, profile), () if found else (NOTHING,))


def _points(findings: Iterable[Finding], profile: Profile) -> float:
    return float(sum(profile.weight(finding.severity) for finding in findings))
