"""Where reports go: files, written whole or not at all, and the standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from auditor.model import InputError
from auditor.whole import replace_file

STDOUT = "-"


@dataclass(frozen=True, slots=True)
class Output:
    """One report to write: the name of its format and its file, ``-`` being the standard output."""

    format: str
    target: str


def parse_output(value: str, known: Iterable[str]) -> Output:
    """Return the output that ``FORMAT=FILE`` asks for."""
    name, equals, target = value.partition("=")
    if not equals or not target:
        raise InputError(f"“{value}” is not FORMAT=FILE; write for example: --output sarif=report.sarif")
    if name not in known:
        raise InputError(f"There is no report format “{name}”; use one of: {', '.join(known)}.")
    return Output(name, target)


def ready(outputs: Iterable[Output]) -> None:
    """Make sure, before the audit, that every output can be written; raises ``InputError``."""
    targets = [output.target for output in outputs]
    for target in targets:
        if targets.count(target) > 1:
            name = "the standard output" if target == STDOUT else target
            raise InputError(f"Two reports cannot both go to {name}; give each its own file.")
        if target != STDOUT:
            _writable(Path(target))


def _writable(path: Path) -> None:
    if path.is_dir():
        raise InputError(f"{path} is a folder; name a file for the report.")
    if not path.parent.is_dir():
        raise InputError(f"The folder {path.parent} for the report does not exist; create it first.")
    if not os.access(path.parent, os.W_OK):
        raise InputError(f"The folder {path.parent} cannot be written to; choose another for the report.")


def write(target: str, text: str) -> None:
    """Write ``text`` as UTF-8 to the standard output or, in one step, to a file."""
    if target == STDOUT:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    try:
        replace_file(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise InputError(f"The report {path} could not be written: {error.strerror}; choose another file.") from None


def append_job_summary(markdown: str) -> None:
    """Add ``markdown`` to the page of a GitHub job, where the run is part of one.

    Source: GitHub, "Workflow commands for GitHub Actions", adding a job summary.
    """
    if page := os.environ.get("GITHUB_STEP_SUMMARY"):
        try:
            with Path(page).open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(markdown)
        except OSError as error:
            raise InputError(f"The job summary {page} could not be written: {error.strerror}.") from None
