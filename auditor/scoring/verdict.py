"""The gate: PASS, REVIEW or FAIL, with the reasons in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.config import Profile
from auditor.model import Finding, Outcome, Score, Severity, Skipped, Verdict


def judge(score: Score, findings: Iterable[Finding], skipped: Iterable[Skipped], profile: Profile) -> Verdict:
    """Return the verdict on a scored story.

    A finding as bad as the profile's ``fail_on`` fails the story whatever its score; then the score is
    held against the pass mark. A story that does neither is for review while it has a major error or
    a check did not run. A story too short to score is judged by its findings alone, and says so.
    """
    failures = tuple(_failures(score, tuple(findings), profile))
    doubts = tuple(_doubts(score, tuple(skipped), profile))
    notes = (_too_short(score, profile),) if score.quality is None else ()
    if failures:
        return Verdict(Outcome.FAIL, failures + doubts + notes)
    if doubts:
        return Verdict(Outcome.REVIEW, doubts + notes)
    return Verdict(Outcome.PASS, notes or (_passed(score.quality, profile),))


def _failures(score: Score, findings: tuple[Finding, ...], profile: Profile) -> Iterator[str]:
    if profile.fail_on is not None:
        for severity in reversed(Severity):
            count = sum(finding.severity is severity for finding in findings)
            if count and severity.rank >= profile.fail_on.rank:
                yield f"{_counted(count, severity)}; none is allowed"
    if score.quality is not None and score.quality < profile.pass_mark:
        yield f"quality {_shown(score.quality)} is under the pass mark of {profile.pass_mark:g}"


def _doubts(score: Score, skipped: tuple[Skipped, ...], profile: Profile) -> Iterator[str]:
    allowed = profile.fail_on is None or profile.fail_on.rank > Severity.MAJOR.rank
    if allowed and (count := score.count(Severity.MAJOR)):
        yield f"{_counted(count, Severity.MAJOR)} to look at"
    for skip in skipped:
        yield f"{skip.check} did not run: {skip.reason}"


def _passed(quality: float | None, profile: Profile) -> str:
    assert quality is not None
    return f"quality {_shown(quality)} reaches the pass mark of {profile.pass_mark:g}"


def _too_short(score: Score, profile: Profile) -> str:
    return f"too short to score: {score.words} words, {profile.min_words} are needed"


def _counted(count: int, severity: Severity) -> str:
    return f"{count} {severity} error" + ("s" if count > 1 else "")


def _shown(quality: float) -> str:
    """Round down, so that a score under the mark never reads as if it reached it."""
    return f"{int(quality)}"
