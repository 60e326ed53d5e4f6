"""Ask whether a locked version is known to be vulnerable: ``python -m release.advisories``.

Exits 1 where one is. Where nobody can be asked it says so and exits 0, for a service that is down says nothing about a
change of ours; nor does a registry that serves packages without their advisories, which pip-audit calls a clean one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

from release.locked import ROOT

LOCK = "requirements-dev.txt"
"""It holds all that users install too."""

_SECONDS = 120
_PIP_AUDIT = (sys.executable, "-m", "pip_audit", "--requirement", LOCK, "--require-hashes", "--disable-pip")
_OPTIONS = ("--format", "json", "--progress-spinner", "off")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said: how many packages were looked up, which were not, and the advisories as lines to print."""

    asked: int
    unasked: tuple[str, ...]
    advisories: tuple[str, ...]


def read(report: str) -> Answer | None:
    """Return what a report of pip-audit in JSON says; None where it is none, as when the service is not reached."""
    try:
        found = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return None
    unasked = tuple(each["name"] for each in found if "skip_reason" in each)
    advisories = tuple(
        f"{each['name']} {each['version']}: {known['id']}; mended in {', '.join(known['fix_versions']) or 'no version'}"
        for each in found
        for known in each.get("vulns", ())
    )
    return Answer(len(found) - len(unasked), unasked, advisories)


def told(answer: Answer | None) -> tuple[str, int]:
    """Return what to print, and the exit code."""
    if answer is None or not answer.asked:
        return f"NOT CHECKED: nobody could be asked about the versions in {LOCK}; docs/release.md says what to do.", 0
    missed = f" NOT CHECKED: {', '.join(answer.unasked)}." if answer.unasked else ""
    if answer.advisories:
        lines = "\n".join(answer.advisories)
        return f"{lines}\nLock newer versions (sh release/lock --upgrade-package NAME).{missed}", 1
    return f"No advisory is known for {answer.asked} locked packages.{missed}", 0


def ask() -> Answer | None:
    """Return what pip-audit is told; None where it is told nothing."""
    try:
        ended = subprocess.run(
            [*_PIP_AUDIT, *_OPTIONS], cwd=ROOT, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return None
    return read(ended.stdout)


if __name__ == "__main__":
    message, code = told(ask())
    print(message)
    sys.exit(code)
