"""The exit code of a run: what the policy makes of the verdicts and of checks that did not run."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.cli.saying import say
from auditor.config import Settings
from auditor.exits import NOT_AUDITED
from auditor.model import Outcome, Report

OPEN = 0
CLOSED = 1


@dataclass(frozen=True, slots=True)
class Judged:
    """A report, and the settings whose gate it stands before."""

    report: Report
    settings: Settings


def exit_code(judged: list[Judged], *, strict: bool) -> int:
    """Return 1 where a story fails, 3 where its pass is worth nothing because a check is missing, else 0.

    A check that could not run leaves the gate open only where it is allowed to be missing or where the gate is not
    enforced; under ``strict`` never. What closes the gate for a missing check is told on the standard error.
    """
    if strict and any(each.report.skipped for each in judged):
        return NOT_AUDITED
    held = [each for each in judged if each.settings.profile.enforced]
    if any(each.report.verdict.outcome is Outcome.FAIL for each in held):
        return CLOSED
    missing = {skip.check: skip for each in held for skip in each.report.skipped if not skip.allowed}
    for check, skipped in missing.items():
        allow = f"--allow-skipped {check}"
        more = "" if allow in skipped.hint else f" Or let it be missing: {allow}"
        say(f"{check} did not run: {skipped.reason} {skipped.hint}{more}")
    return NOT_AUDITED if missing else OPEN
