"""The checks at work on stories: all of them run, those that wait for an engine beside the others, and settled."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from auditor.beside import beside
from auditor.deadline import OverdueError
from auditor.model import CheckRun, CheckUnavailable, Finding, Rule, Skipped

if TYPE_CHECKING:
    from auditor.bilingual.story import Story
    from auditor.checks.base import Check
    from auditor.checks.neural import Judgement
    from auditor.checks.pack import PackCheck
    from auditor.config import EngineSettings
    from auditor.engines.languagetool import Reply


_LEAST_FINDINGS = 1_000
_CHARACTERS_A_FINDING = 20
"""Of one check, a text has no more findings than these and one for so many code points: each is told in full."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What the checks say of one story.

    ``findings`` are settled, in the order of the text; ``doubts`` prove nothing and may lie inside them. ``checks`` are
    those that were to run; of these ``runs`` did, ``skipped`` could not, and ``unsourced`` need a source that was not
    given.
    """

    findings: tuple[Finding, ...]
    doubts: tuple[Finding, ...]
    runs: tuple[CheckRun, ...]
    skipped: tuple[Skipped, ...]
    unsourced: tuple[str, ...]
    checks: tuple[Check, ...]
    judgement: Judgement | None = None

    def rules_of(self, findings: Iterable[Finding]) -> tuple[Rule, ...]:
        """Return the rules behind ``findings``, by id, as far as they are described here."""
        from auditor.checks.registry import page_of

        fired = {finding.rule for finding in findings}
        known = {
            rule.id: replace(rule, page=page_of(check))
            for check in self.checks
            for rule in check.rules
            if rule.id in fired
        }
        return tuple(known[rule_id] for rule_id in sorted(known))


@dataclass(frozen=True, slots=True)
class Ran:
    """What one check says of a story: its findings, and that it ran, or why it did not."""

    findings: tuple[Finding, ...]
    run: CheckRun | None
    skipped: Skipped | None


def examined(
    stories: Sequence[Story],
    engine: EngineSettings,
    packs: Sequence[PackCheck],
    checks: Sequence[Check] | None,
    heard: Sequence[Reply | Skipped] | Skipped | None,
    timed: bool,
) -> Iterator[Examined]:
    """Yield what the checks say of each story.

    ``engine`` and ``packs`` are the desk's; the other parameters are those of its ``examine``.
    """
    from auditor.analysis import Analysis
    from auditor.checks.registry import LABELS, WEIGHED, checks_for

    if len(stories) > 1:
        Analysis.parse_together([story.analysis for story in stories])
    for index, story in enumerate(stories):
        reply = heard if heard is None or isinstance(heard, Skipped) else heard[index]
        active = checks_for(story.source_language, engine, packs) if checks is None else checks
        if checks is None and story.reader is not None:
            active = (*active, *WEIGHED)
        if checks is None and story.profile.labels:
            active = (*active, *LABELS)
        yield _examined(story, active, engine.neural, reply, timed)


def _examined(
    story: Story, checks: Sequence[Check], model: str | None, heard: Reply | Skipped | None, timed: bool
) -> Examined:
    from auditor.checks.base import needs_source
    from auditor.checks.merge import settle
    from auditor.checks.neural import Judgement, NeuralCheck, judgement

    active = tuple(checks) if heard is None else tuple(_informed(check, heard) for check in checks)
    judged = judgement(story, model) if model else None
    if judged is not None:
        active = (*active, NeuralCheck(judged))
    unsourced = {check.id for check in active if needs_source(check)} if story.source is None else set()
    outcomes, doubts = _run([check for check in active if check.id not in unsourced], story, timed)
    return Examined(
        findings=settle((f for outcome in outcomes for f in outcome.findings), story),
        doubts=doubts,
        runs=tuple(outcome.run for outcome in outcomes if outcome.run),
        skipped=tuple(outcome.skipped for outcome in outcomes if outcome.skipped),
        unsourced=tuple(sorted(unsourced)),
        checks=active,
        judgement=judged if isinstance(judged, Judgement) else None,
    )


def _informed(check: Check, heard: Reply | Skipped) -> Check:
    """Return ``check`` with LanguageTool's answer, where it is the one that would ask."""
    from auditor.checks.languagetool import LanguageToolCheck

    if isinstance(check, LanguageToolCheck):
        return replace(check, answer=heard, background=False)
    return check


def _doubts(story: Story) -> tuple[Finding, ...]:
    from auditor.checks.registry import DOUBTS

    doubts = (doubt for check in DOUBTS for doubt in check.run(story) if doubt.rule not in story.profile.disabled)
    return tuple(sorted(doubts, key=lambda doubt: doubt.primary.span))


def _run(checks: Sequence[Check], story: Story, timed: bool) -> tuple[list[Ran], tuple[Finding, ...]]:
    """Run every check, those that wait for an engine beside the others, and mark the doubts while these wait.

    The outcomes are in the order of ``checks``.
    """
    if timed:
        _ = story.analysis.sentences  # parsed first, or the first check would seem to take that long
    waiting = {check.id: beside(partial(run_one, check, story, timed)) for check in checks if check.background}
    done = {check.id: run_one(check, story, timed) for check in checks if not check.background}
    doubts = _doubts(story)
    _ = story.analysis.fluency
    done |= {check_id: future.result() for check_id, future in waiting.items()}
    return [done[check.id] for check in checks], doubts


def run_one(check: Check, story: Story, timed: bool = False) -> Ran:
    """Return what ``check`` finds in ``story``, or why it could not run; ``timed``: how long it took as well."""
    started = time.perf_counter()
    most = _LEAST_FINDINGS + len(story.target.text) // _CHARACTERS_A_FINDING
    try:
        findings = tuple(islice(check.run(story), most + 1))
    except CheckUnavailable as missing:
        return Ran((), None, Skipped(check.id, missing.reason, missing.hint))
    except OverdueError as late:
        late.place = late.place or f"the check {check.id}"
        raise
    if len(findings) > most:
        reason = f"It has more than {most} findings in this text, which is no ordinary copy."
        return Ran((), None, Skipped(check.id, reason, "See what the text holds, or disable the check."))
    seconds = round(time.perf_counter() - started, 3) if timed else None
    return Ran(findings, CheckRun(check.id, len(findings), seconds), None)
