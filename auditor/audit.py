"""The audit of one story: read, segment, analyse, check, score, report."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.config import EngineSettings, Profile, load_profile
from auditor.model import (
    ENGLISH,
    CheckRun,
    CheckUnavailable,
    Comparison,
    Document,
    Finding,
    InputError,
    Link,
    Report,
    Skipped,
    Term,
)

if TYPE_CHECKING:
    from auditor.checks.base import Check, Rule, Story
    from auditor.checks.neural import Judgement
    from auditor.silencing import Baseline, Sifted

STDIN = "-"

Text = Document | str | Path
"""A story as given: read already, or the path of its file (``-`` is standard input)."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    findings: tuple[Finding, ...]
    run: CheckRun | None
    skipped: Skipped | None


def audit(
    target: Text,
    *,
    source: Text | None = None,
    source_language: str | None = None,
    reference: Text | None = None,
    profile: Profile | str = "wire",
    engine: EngineSettings | None = None,
    packs: Iterable[Path] = (),
    glossary: Iterable[Path] = (),
    checks: Iterable[Check] | None = None,
    profile_checks: bool = False,
    baseline: Baseline | None = None,
    changed: frozenset[int] | None = None,
) -> Report:
    """Audit one translated story and return its report.

    Parameters:
        target: the English translation under audit.
        source: the story it translates; ``source_language`` is its BCP 47 tag, guessed if not given.
        reference: a trusted English translation to compare with.
        profile: the desk's settings, or the name of a shipped profile.
        engine: how LanguageTool may be reached, and the neural model that takes part, if any.
        packs: files of the desk's own rules, run beside the registered checks.
        glossary: files of terms that are required, forbidden or kept as they are.
        checks: the checks to run instead; by default all that apply to the source language.
        profile_checks: measure each check's seconds (the report is then not the same bytes twice).
        baseline: the decisions of earlier reviews; what they accept or dismiss does not count.
        changed: the 1-based lines that count; findings elsewhere do not, nor do the words there.

    Raises ``InputError`` for a text that cannot be used and ``AuditorError`` where no audit is possible.
    """
    from auditor import scoring
    from auditor.checks.base import needs_source
    from auditor.checks.neural import Judgement, NeuralCheck
    from auditor.checks.registry import checks_for

    terms = _terms(glossary)
    settings = (load_profile(profile) if isinstance(profile, str) else profile).knowing(terms)
    story, unmatched = _story(
        _read(target),
        None if source is None else _read_source(source, source_language),
        source_language,
        None if reference is None else _read(reference),
        settings,
        terms,
    )
    desk = tuple(packs)
    active = tuple(checks_for(story.source_language, engine, desk) if checks is None else checks)
    judged = _judged(story, engine)
    if judged is not None:
        active = (*active, NeuralCheck(judged))
    neural = judged if isinstance(judged, Judgement) else None
    unsourced = frozenset(check.id for check in active if needs_source(check)) if story.source is None else frozenset()
    examined = examine(story, tuple(c for c in active if c.id not in unsourced), timed=profile_checks)
    skipped = (*unmatched, *examined.skipped)
    heard = _heard(
        examined.findings, story.target, settings, baseline, changed, partial(_rule_ids, engine, desk, active)
    )
    findings, silenced = heard.findings, heard.silenced
    score, sentences = scoring.score(
        story.target,
        findings,
        examined.runs,
        skipped,
        settings,
        story.analysis.fluency,
        within=_sentences_on(story.target, changed),
        silenced=silenced,
        neural=neural.neural if neural else None,
        neural_scores=neural.scores if neural else (),
    )
    return Report(
        document=story.target,
        findings=findings,
        checks=examined.runs,
        skipped=skipped,
        score=score,
        sentences=sentences,
        verdict=scoring.judge(score, findings, skipped, settings, silenced),
        profile=settings.name,
        source=story.source,
        source_language=story.source_language,
        source_links=story.source_links,
        comparison=_comparison(story),
        rules=_spoken(active, (*findings, *(each.finding for each in silenced))),
        silenced=silenced,
        neural=neural.neural if neural else None,
        unsourced=tuple(sorted(unsourced)),
    )


@dataclass(frozen=True, slots=True)
class Examined:
    """What the checks say of one story: settled findings, which checks ran, which could not."""

    findings: tuple[Finding, ...]
    runs: tuple[CheckRun, ...]
    skipped: tuple[Skipped, ...]


def examine(story: Story, checks: tuple[Check, ...], *, timed: bool = False) -> Examined:
    """Run ``checks`` on ``story`` and settle what they find; ``timed`` measures the seconds of each."""
    from auditor.checks.merge import settle

    outcomes = _run(checks, story, timed)
    return Examined(
        findings=settle((f for outcome in outcomes for f in outcome.findings), story),
        runs=tuple(outcome.run for outcome in outcomes if outcome.run),
        skipped=tuple(outcome.skipped for outcome in outcomes if outcome.skipped),
    )


def _judged(story: Story, engine: EngineSettings | None) -> Judgement | Skipped | None:
    """Return what the neural model says of ``story``, or why it cannot; None where none is asked."""
    from auditor.checks.neural import judgement

    return judgement(story, engine.neural) if engine and engine.neural else None


def _heard(
    findings: tuple[Finding, ...],
    target: Document,
    profile: Profile,
    baseline: Baseline | None,
    changed: frozenset[int] | None,
    rule_ids: Callable[[], frozenset[str]],
) -> Sifted:
    """Part the findings that count from the silent ones; add what is wrong with the directives in the story."""
    from auditor.silencing import directives, doubts, sift

    orders = directives(target)
    doubtful = tuple(doubts(orders, findings, target, rule_ids())) if orders else ()
    every = sorted((*findings, *doubtful), key=lambda finding: finding.primary.span)
    return sift(every, target, directives=orders, baseline=baseline, least=profile.min_confidence, changed=changed)


def _rule_ids(engine: EngineSettings | None, packs: tuple[Path, ...], active: tuple[Check, ...]) -> frozenset[str]:
    from auditor.checks.registry import checks

    return frozenset(rule.id for check in (*checks(engine, packs), *active) for rule in check.rules)


def _sentences_on(target: Document, lines: frozenset[int] | None) -> frozenset[int] | None:
    """Return the numbers of the sentences that touch one of ``lines``; None where all lines count."""
    from auditor.silencing import touches

    if lines is None:
        return None
    return frozenset(segment.number for segment in target.segments if touches(segment.span, target, lines))


def _read(text: Text) -> Document:
    """Read a text that must be English, by the rules of English: a page may name the language of its template."""
    from auditor.readers import read

    if isinstance(text, Document):
        return text
    document = read(text)
    foreign = document.language is not None and document.language.partition("-")[0].lower() != ENGLISH
    return read(text, language=ENGLISH) if foreign and str(text) != STDIN else document


def _terms(glossary: Iterable[Path]) -> tuple[Term, ...]:
    from auditor.readers import read_glossary

    return tuple(term for file in glossary for term in read_glossary(file))


def _read_source(source: Text, stated: str | None) -> Document:
    """Read the source by the rules of its language, which is guessed from a first reading if not stated."""
    from auditor.readers import read

    if isinstance(source, Document):
        return source
    if stated or str(source) == STDIN:
        return read(source, language=stated)
    document = read(source)
    spoken = _language_of(document)
    return document if spoken in (None, ENGLISH) else read(source, language=spoken)


def _story(
    target: Document,
    source: Document | None,
    source_language: str | None,
    reference: Document | None,
    profile: Profile,
    glossary: tuple[Term, ...],
) -> tuple[Story, tuple[Skipped, ...]]:
    """Return the story with what was given beside it, and what of that cannot be matched with it."""
    from auditor.analysis import Analysis
    from auditor.checks.base import Story

    spoken = _languages(target, source, source_language, reference)
    source_links, source_skip = _match(target, source, "source")
    reference_links, reference_skip = _match(target, reference, "reference")
    story = Story(
        target=target,
        analysis=Analysis(target),
        profile=profile,
        source=source,
        source_language=spoken,
        source_links=source_links,
        reference=reference,
        reference_links=reference_links,
        glossary=glossary,
    )
    return story, tuple(skip for skip in (source_skip, reference_skip) if skip)


def _languages(target: Document, source: Document | None, stated: str | None, reference: Document | None) -> str | None:
    """Return the source's language; raises ``InputError`` where a text is in the wrong one."""
    from auditor.languages import language_name

    ours = _language_of(target)
    theirs = None if source is None else _language_of(source)
    if ours not in (None, ENGLISH):
        swapped = " Were the translation and its source swapped?" if theirs == ENGLISH else ""
        raise InputError(
            f"The translation “{target.name}” seems to be in {language_name(ours)}; give one in English.{swapped}"
        )
    if source is not None and theirs == ENGLISH:
        raise InputError(f"The source “{source.name}” seems to be in English; give the original.")
    if source is not None and stated and theirs and theirs != stated.partition("-")[0].lower():
        raise InputError(
            f"The source “{source.name}” seems to be in {language_name(theirs)}, not in "
            f"{language_name(stated)}; correct the language or the file."
        )
    if reference is not None and (spoken := _language_of(reference)) not in (None, ENGLISH):
        raise InputError(
            f"The reference “{reference.name}” seems to be in {language_name(spoken)}; give one in English."
        )
    return stated or theirs


def _language_of(document: Document) -> str | None:
    from auditor.analysis import identify

    return identify(" ".join(segment.span.of(document.text) for segment in document.segments))


def _match(target: Document, other: Document | None, role: str) -> tuple[tuple[Link, ...], Skipped | None]:
    if other is None:
        return (), None
    from auditor.alignment import align, mismatch

    links = align(target, other)
    fault = mismatch(target, other, links, role=role, same_language=role == "reference")
    if fault is None:
        return links, None
    if fault.fatal:
        raise InputError(f"{fault.reason} {fault.hint}")
    return (), Skipped(f"{role}-comparison", fault.reason, fault.hint)


def _comparison(story: Story) -> Comparison | None:
    if story.reference is None or not story.reference_links:
        return None
    from auditor import scoring

    return scoring.compare(story.target, story.reference, story.reference_links)


def _spoken(checks: tuple[Check, ...], findings: tuple[Finding, ...]) -> tuple[Rule, ...]:
    fired = {finding.rule for finding in findings}
    known = {rule.id: rule for check in checks for rule in check.rules if rule.id in fired}
    return tuple(known[rule_id] for rule_id in sorted(known))


def _run(checks: tuple[Check, ...], story: Story, timed: bool) -> list[_Outcome]:
    """Run every check, those that wait for an engine beside the others; keep the registry's order."""
    if timed:
        _ = story.analysis.sentences  # parsed first, or the first check would seem to take that long
    waiting = {check.id: _beside(partial(_run_one, check, story, timed)) for check in checks if check.background}
    done = {check.id: _run_one(check, story, timed) for check in checks if not check.background}
    done |= {check_id: future.result() for check_id, future in waiting.items()}
    return [done[check.id] for check in checks]


def _beside(work: Callable[[], _Outcome]) -> Future[_Outcome]:
    """Start ``work`` in a thread of its own; unlike a pool's, it does not hold up the end on Ctrl-C."""
    future: Future[_Outcome] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - raised again where the result is asked for
            future.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return future


def _run_one(check: Check, story: Story, timed: bool) -> _Outcome:
    started = time.perf_counter()
    try:
        findings = tuple(check.run(story))
    except CheckUnavailable as missing:
        return _Outcome((), None, Skipped(check.id, missing.reason, missing.hint))
    seconds = round(time.perf_counter() - started, 3) if timed else None
    return _Outcome(findings, CheckRun(check.id, len(findings), seconds), None)
