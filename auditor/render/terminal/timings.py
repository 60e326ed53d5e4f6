"""Which checks took longest, where the audit measured it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from auditor.model import Report
from auditor.render import wording
from auditor.render.terminal.style import INDENT, QUIET, TITLE
from auditor.text.visible import visible

SHOWN = 10
"""The slowest checks; the JSON report has all."""


def timings(report: Report) -> Iterator[Text]:
    """Yield the slowest checks with their seconds and the words that each reads in one; nothing if not measured."""
    measured = sorted(
        ((run.seconds, run.check) for run in report.checks if run.seconds is not None),
        key=lambda entry: (-entry[0], entry[1]),
    )
    if not measured:
        return
    yield Text()
    yield Text.assemble(
        ("Time", TITLE), (", once the sentences are parsed; LanguageTool runs beside the others", QUIET)
    )
    shown = measured[:SHOWN]
    width = max(len(check) for _, check in shown)
    for seconds, check in shown:
        speed = f"  {report.score.words / seconds:>9,.0f} words/s" if seconds else ""
        yield Text(f"{' ' * INDENT}{visible(check):<{width}}  {seconds:>7.3f} s{speed}")
    if others := measured[SHOWN:]:
        rest = sum(seconds for seconds, _ in others)
        yield Text(f"{' ' * INDENT}{wording.count(len(others), 'other check')}: {rest:.3f} s together", QUIET)
