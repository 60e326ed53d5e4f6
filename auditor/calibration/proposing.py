"""A mark, budgets and rules to mute, from stories that a desk accepted and, where there are any, rejected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import floor

from auditor.config import Profile
from auditor.model import Finding, Outcome, Report, Score, Severity
from auditor.scoring import judge, quality

KEPT = 0.95
"""Share of the accepted stories that a proposal lets pass, where rejected ones do not say better."""

_OFTEN = 3
"""Accepted stories in which a rule must have spoken before it is thought of as one to mute."""

_BUDGETED = ("major", "minor")


@dataclass(frozen=True, slots=True)
class Sample:
    """An audited story, and whether the desk accepted it."""

    report: Report
    accepted: bool


@dataclass(frozen=True, slots=True)
class Gate:
    """What a gate does to the stories: how many of those that were accepted pass, and of the rejected ones fail."""

    passed: int
    accepted: int
    failed: int
    rejected: int

    @property
    def right(self) -> float:
        """The mean of the shares of both kinds that are treated as the desk treated them."""
        shares = [self.passed / self.accepted] if self.accepted else []
        shares += [self.failed / self.rejected] if self.rejected else []
        return sum(shares) / len(shares) if shares else 0.0


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed, and what each of it would have done: with nothing but itself changed, and all together.

    ``suspects`` are rules that speak in accepted stories at least as often as in rejected ones, with the number of
    accepted stories, but tell facts: whoever mutes them must know why.
    """

    mute: tuple[str, ...]
    mark: float
    budgets: tuple[tuple[str, int], ...]
    now: Gate
    muted: Gate
    marked: Gate
    budgeted: Gate
    together: Gate
    suspects: tuple[tuple[str, int], ...]


def proposed(stories: Sequence[Sample], profile: Profile) -> Proposal:
    """Return what the ``stories`` suggest for a desk with this ``profile``; at least one must have been accepted."""
    telling = list(_telling(stories))
    mute = tuple(rule for rule, _, tells_facts in telling if not tells_facts)
    quiet = frozenset(mute)
    mark = _mark(stories, profile, quiet)
    budgets = tuple(_budgets(stories, replace(profile, min_score=mark), quiet))
    nothing: frozenset[str] = frozenset()
    return Proposal(
        mute,
        mark,
        budgets,
        now=_gate(stories, profile, nothing),
        muted=_gate(stories, profile, quiet),
        marked=_gate(stories, replace(profile, min_score=mark), nothing),
        budgeted=_gate(stories, replace(profile, budgets=budgets), nothing),
        together=_gate(stories, replace(profile, min_score=mark, budgets=budgets), quiet),
        suspects=tuple((rule, number) for rule, number, tells_facts in telling if tells_facts),
    )


def _gate(stories: Iterable[Sample], profile: Profile, mute: frozenset[str]) -> Gate:
    counts = Counter((story.accepted, _fails(story, profile, mute)) for story in stories)
    return Gate(
        passed=counts[True, False],
        accepted=counts[True, False] + counts[True, True],
        failed=counts[False, True],
        rejected=counts[False, False] + counts[False, True],
    )


def _fails(story: Sample, profile: Profile, mute: frozenset[str]) -> bool:
    """Tell whether a gate would have stopped a story, whatever checks did not run."""
    found = _heard(story, mute)
    return judge(_scored(story, profile, mute), found, (), profile).outcome is Outcome.FAIL


def _heard(story: Sample, mute: frozenset[str]) -> list[Finding]:
    return [finding for finding in story.report.findings if finding.rule not in mute]


def _scored(story: Sample, profile: Profile, mute: frozenset[str]) -> Score:
    costs = [profile.weight(finding.severity) for finding in _heard(story, mute)]
    earned = quality(costs, story.report.score.words, profile)
    return replace(story.report.score, points=float(sum(costs)), quality=earned.value if earned else None)


def _telling(stories: Sequence[Sample]) -> Iterator[tuple[str, int, bool]]:
    """Yield rules that are no sign of a bad story here: in how many accepted ones they speak, and whether of facts.

    They speak in accepted stories, word for word, at least as often as in rejected ones; without rejected ones, in so
    many that the desk cannot mean them. The most frequent come first.
    """
    words = Counter[bool]()
    spoken: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    within: Counter[str] = Counter()
    facts: set[str] = set()
    for story in stories:
        words[story.accepted] += story.report.score.words
        spoken[story.accepted].update(finding.rule for finding in story.report.findings)
        if story.accepted:
            within.update({finding.rule for finding in story.report.findings})
        facts |= {finding.rule for finding in story.report.findings if not finding.urgency[0]}
    accepted = sum(story.accepted for story in stories)
    for rule, number in sorted(within.items(), key=lambda each: (-each[1], each[0])):
        if number < _OFTEN or not _costs(rule, stories):
            continue
        if words[False]:
            here, there = spoken[True][rule] / max(words[True], 1), spoken[False][rule] / words[False]
            if here >= there:
                yield rule, number, rule in facts
        elif number > (1 - KEPT) * accepted and number * 2 > accepted:
            yield rule, number, rule in facts


def _costs(rule: str, stories: Sequence[Sample]) -> bool:
    found = (finding for story in stories for finding in story.report.findings if finding.rule == rule)
    return any(finding.severity is not Severity.NEUTRAL for finding in found)


def _mark(stories: Sequence[Sample], profile: Profile, mute: frozenset[str]) -> float:
    """Return the quality that parts accepted from rejected stories best, with one decimal.

    Among marks as good, the one in the middle of the widest gap. Without rejected stories it is what all accepted ones
    but one in twenty reach. Short stories, which no mark decides, do not count unless all are.
    """
    scored = [(_scored(story, profile, mute), story.accepted) for story in stories]
    long = [(score, accepted) for score, accepted in scored if not score.short]
    found = [(score.quality, accepted) for score, accepted in long or scored if score.quality is not None]
    accepted = sorted(value for value, is_accepted in found if is_accepted)
    rejected = sorted(value for value, is_accepted in found if not is_accepted)
    if not accepted:
        return profile.mark
    if not rejected:
        return _cut(accepted[floor((1 - KEPT) * len(accepted))])
    every = sorted({0.0, *accepted, *rejected, 100.0})

    def worth(mark: float) -> float:
        passing, failing = sum(value >= mark for value in accepted), sum(value < mark for value in rejected)
        return passing / len(accepted) + failing / len(rejected)

    gaps = [(low, high, _between(low, high)) for low, high in pairwise(every) if low < _between(low, high) <= high]
    best = max(worth(middle) for *_, middle in gaps)
    return max(((high - low, middle) for low, high, middle in gaps if worth(middle) == best))[1]


def _between(low: float, high: float) -> float:
    """Return the middle of a gap with one decimal, above ``low`` and not above ``high`` where there is such a one."""
    return _cut((low + high) / 2) if _cut((low + high) / 2) > low else _cut(high)


def _cut(value: float) -> float:
    return floor(value * 10) / 10


def _budgets(stories: Sequence[Sample], profile: Profile, mute: frozenset[str]) -> Iterator[tuple[str, int]]:
    """Yield how many findings of a severity may pass: what accepted stories have at most, but one in twenty.

    With rejected stories at hand only a budget that stops some of them which the mark lets pass.
    """
    rejected = any(not story.accepted for story in stories)
    before = _gate(stories, profile, mute)
    for severity in _BUDGETED:
        counts = sorted(_count(severity, story, mute) for story in stories if story.accepted)
        most = counts[min(floor(KEPT * len(counts)), len(counts) - 1)]
        after = _gate(stories, replace(profile, budgets=((severity, most),)), mute)
        if (after.right > before.right) if rejected else severity == "major":
            yield severity, most


def _count(severity: str, story: Sample, mute: frozenset[str]) -> int:
    return sum(finding.severity.value == severity for finding in _heard(story, mute))
