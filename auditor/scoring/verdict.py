"""The gate: PASS, REVIEW or FAIL, with the reasons in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from auditor.config import Profile
from auditor.model import Finding, Outcome, Score, Severity, Silenced, SilencedBy, Skipped, Verdict
from auditor.scoring.signature import LANGUAGETOOL

_HAIR = 1e-9
"""What arithmetic with floating points may lose: a story with exactly the acceptable points reaches the mark."""


def judge(
    score: Score,
    findings: Iterable[Finding],
    skipped: Iterable[Skipped],
    profile: Profile,
    silenced: Iterable[Silenced] = (),
) -> Verdict:
    """Return the verdict on a scored story.

    A finding as bad as the profile's ``fail_on`` fails the story whatever its score, and so do more findings
    than one of its budgets allows; then the score is held against the mark. A story that does none of these is
    for review while it has a major error or a check did not run. A short story is judged by its findings alone,
    and says so; so is one in which nothing was found, whatever its mark. ``silenced`` findings change nothing and
    are counted in the reasons.
    """
    found = tuple(findings)
    counts = Counter(finding.severity for finding in found)
    failures = (*_failures(score, counts, profile), *_overspent(found, profile))
    doubts = tuple(_doubts(counts, skipped, profile))
    short = (_too_short(score, profile),) if _is_short(score) else ()
    notes = (*short, *_unheard(silenced))
    if failures:
        return Verdict(Outcome.FAIL, failures + doubts + notes)
    if doubts:
        return Verdict(Outcome.REVIEW, doubts + notes)
    return Verdict(Outcome.PASS, notes if short else (_passed(score.quality, profile), *notes))


def _failures(score: Score, counts: Counter[Severity], profile: Profile) -> Iterator[str]:
    for severity in _found(counts):
        if profile.forbids(severity):
            yield f"{_counted(counts[severity], severity)}; none is allowed"
    if score.quality is not None and not score.short and score.points and score.quality < profile.mark - _HAIR:
        yield f"quality {_shown(score.quality)} is under the pass mark of {profile.mark:g}"


def _overspent(findings: tuple[Finding, ...], profile: Profile) -> Iterator[str]:
    """Yield each budget of a severity, a dimension or a category that the findings exceed."""
    spent = Counter(name for f in findings for name in (f.severity.value, f.category.dimension, f.category.value))
    for name, most in profile.budgets:
        if spent[name] > most:
            many = "s" if spent[name] > 1 else ""
            told = f"{name} error{many}" if name in tuple(Severity) else f"finding{many} of {name}"
            yield f"{spent[name]} {told}; the budget is {most}"


def _doubts(counts: Counter[Severity], skipped: Iterable[Skipped], profile: Profile) -> Iterator[str]:
    for severity in _found(counts):
        if severity.rank >= Severity.MAJOR.rank and not profile.forbids(severity):
            yield f"{_counted(counts[severity], severity)} to look at"
    for skip in skipped:
        name = "LanguageTool" if skip.check == LANGUAGETOOL else skip.check
        yield f"{name} did not run: {skip.reason}"


_UNHEARD = {
    SilencedBy.DIRECTIVE: "ignored by a line in the story",
    SilencedBy.BASELINE: "silenced by the baseline",
    SilencedBy.CONFIDENCE: "not sure enough to count (--min-confidence)",
    SilencedBy.UNCHANGED: "on no changed line",
}


def _unheard(silenced: Iterable[Silenced]) -> Iterator[str]:
    counts = Counter(each.by for each in silenced)
    for by, told in _UNHEARD.items():
        if counts[by]:
            yield f"{counts[by]} finding{'s' if counts[by] > 1 else ''} {told}"


def _found(counts: Counter[Severity]) -> Iterator[Severity]:
    """Yield the severities that were found, gravest first."""
    return (severity for severity in reversed(Severity) if counts[severity])


def _passed(quality: float | None, profile: Profile) -> str:
    assert quality is not None
    if quality < profile.mark - _HAIR:
        return f"nothing was found that costs points; quality {_shown(quality)} is all that so few words can show"
    return f"quality {_shown(quality)} reaches the pass mark of {profile.mark:g}"


def _too_short(score: Score, profile: Profile) -> str:
    return f"too short for its quality to decide: {score.words} words, {profile.min_words} are needed"


def _is_short(score: Score) -> bool:
    return score.short or score.quality is None


def _counted(count: int, severity: Severity) -> str:
    return f"{count} {severity} error" + ("s" if count > 1 else "")


def _shown(quality: float) -> str:
    """Round down, so that a score under the mark never reads as if it reached it."""
    return f"{int(quality + _HAIR)}"
