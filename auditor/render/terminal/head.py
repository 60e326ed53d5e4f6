"""What stands at the top of a story's report: the verdict, the score and the reasons."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from auditor.model import Report, Severity
from auditor.render import wording
from auditor.render.terminal.style import INDENT, QUIET, SEVERITY, TITLE, badge, hanging
from auditor.text.visible import visible


def head(report: Report, width: int, colour: bool) -> Iterator[Text]:
    """Yield the verdict on the story, what the file says of it, the score, and the reasons of the verdict."""
    yield Text.assemble(badge(report.verdict.outcome, colour), "  ", (visible(report.document.label), TITLE))
    if origin := wording.origin(report.document):
        yield from hanging(Text(" " * INDENT), Text(visible(origin), QUIET), width, INDENT + 2)
    yield Text(" " * INDENT) + counted(report)
    for reason in report.verdict.reasons:
        yield from hanging(Text(f"{' ' * INDENT}-"), Text(visible(reason)), width, INDENT + 2)


def counted(report: Report) -> Text:
    """Return the score and the findings by severity, on one line."""
    told = Text(wording.score(report), TITLE)
    counts = [(s, report.score.count(s)) for s in reversed(Severity) if report.score.count(s)]
    for severity, count in counts:
        told.append("  ").append(f"{count} {severity}", SEVERITY[severity])
    if not counts:
        told.append("  no findings")
    return told.append(f"  {wording.count(report.score.words, 'word')}", QUIET)
