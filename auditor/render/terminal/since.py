"""What has changed of a story since the last look: what is fixed and what is new, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from auditor.model import Mark, Outcome, Report, Revision, Severity
from auditor.render.terminal.head import head
from auditor.render.terminal.page import MAX_WIDTH, page
from auditor.render.terminal.style import GOOD, INDENT, QUIET, SEVERITY, hanging
from auditor.text.visible import visible

Changed = tuple[Report, Revision]
"""The report on a story as it stands now, and what became of the findings of the last one."""

_FATE = len("fixed") + 2


def render(
    stories: Sequence[Changed],
    *,
    width: int = 80,
    colour: bool = False,
    level: Severity = Severity.MAJOR,
    quiet: bool = False,
) -> str:
    """Return what has changed in each of ``stories``, as text at most ``width`` cells wide.

    Findings milder than ``level`` are counted, not shown. ``quiet``: nothing is said of stories that pass. Without
    ``colour`` the text holds no control character but the line feed.
    """
    lines = list(_lines(stories, min(width, MAX_WIDTH), colour, level, quiet))
    return page(lines, width=width, colour=colour) if lines else ""


def _lines(stories: Sequence[Changed], width: int, colour: bool, level: Severity, quiet: bool) -> Iterator[Text]:
    for report, revision in stories:
        if quiet and report.verdict.outcome is Outcome.PASS:
            continue
        yield Text()
        yield from head(report, width, colour)
        counts = f"{len(revision.fixed)} fixed, {len(revision.new)} new, {len(revision.remaining)} as before"
        yield Text(f"{' ' * INDENT}{counts}")
        for fate, style, marks in (("new", "", revision.new), ("fixed", GOOD, revision.fixed)):
            shown = [mark for mark in marks if mark.severity.rank >= level.rank]
            for mark in sorted(shown, key=lambda mark: (-mark.severity.rank, mark.line)):
                yield from _mark(mark, Text(f"{' ' * INDENT}{fate:<{_FATE}}", style), width)
            if hidden := len(marks) - len(shown):
                yield Text(f"{' ' * INDENT}{fate:<{_FATE}}{hidden} milder; see them with --level all", QUIET)


def _mark(mark: Mark, label: Text, width: int) -> Iterator[Text]:
    label.append(f"{mark.severity:<{len(Severity.CRITICAL)}}", SEVERITY[mark.severity])
    told = Text.assemble(
        f"“{visible(mark.words)}”: {visible(mark.message)}", (f"  line {mark.line}, {visible(mark.rule)}", QUIET)
    )
    yield from hanging(label, told, width, len(label) + 2)
