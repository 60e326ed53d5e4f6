"""The reports of one run: what was asked for is made sure of first, and written when the audit is done."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.cli.options import TERMINAL, Reporting
from auditor.cli.output import STDOUT, Output, append_job_summary, parse_output, ready, write
from auditor.cli.pages import earlier_reports, pages
from auditor.model import InputError, Report, Revision, Severity
from auditor.render import FORMATS, render

if TYPE_CHECKING:
    from auditor.render.html import Earlier, Editing


@dataclass(frozen=True, slots=True)
class Outputs:
    """The outputs that are ready to be written; ``past`` has the scores of earlier reports, the oldest first.

    ``split``: the HTML report has its style and script in files beside it; ``redact``: no report shows the copy.
    ``looked`` has the last report on each story by its name, in a watch: the terminal then shows what changed since.
    """

    outputs: tuple[Output, ...]
    past: tuple[Earlier, ...]
    split: bool
    redact: bool
    color: str
    level: Severity
    annotate: str | None = None
    quiet: bool = False
    statistics: bool = False
    signature: bool = False
    looked: dict[str, Report] | None = None

    def write(
        self, audited: Sequence[Report], failed: Sequence[Report], editing: Callable[[Report], Editing | None]
    ) -> None:
        """Write every report on the stories, those that were ``audited`` and those that ``failed`` to be.

        ``editing`` returns what a page must know so that its story can be corrected there; None: it cannot. Where none
        was audited, none is written. The terminal's is on ``audited`` alone: what failed is told beside it.
        """
        if not audited:
            return
        if self.redact:
            from auditor.render.redaction import redacted

            audited = [redacted(report) for report in audited]
            editing = lambda _: None  # noqa: E731 - nothing of the copy gets into a page
        every = (*audited, *failed)
        for output in self.outputs:
            reports = audited if output.format == TERMINAL else every
            for target, text in self._files_of(output, reports, editing):
                write(target, text)
        if any(output.format == "github" for output in self.outputs):
            append_job_summary(render("markdown", every))

    def _files_of(
        self, output: Output, reports: Sequence[Report], editing: Callable[[Report], Editing | None]
    ) -> Iterable[tuple[str, str]]:
        if output.format == "html" and output.target != STDOUT:
            return pages(reports, output.target, self.past, split=self.split, editing=editing)
        return ((output.target, self._shown(output, reports)),)

    def _shown(self, output: Output, reports: Sequence[Report]) -> str:
        if output.format != TERMINAL:
            return render(output.format, reports)
        if self.statistics:
            from auditor.render.statistics import render as render_statistics

            return render_statistics(reports)
        from auditor.render.terminal import render as render_terminal

        width, colour = shutil.get_terminal_size().columns, coloured(self.color)
        changed = self._changed(reports)
        again = {report.document.label for report, _ in changed}
        first = [report for report in reports if report.document.label not in again]
        whole = render_terminal(
            first, width=width, colour=colour, level=self.level, quiet=self.quiet, signature=self.signature
        )
        if not changed:
            return whole
        from auditor.render.terminal.since import render as render_since

        return whole + render_since(changed, width=width, colour=colour, level=self.level, quiet=self.quiet)

    def _changed(self, reports: Sequence[Report]) -> list[tuple[Report, Revision]]:
        """Return those of ``reports`` that are not the first on their story in a watch, with what became of each."""
        if self.looked is None:
            return []
        from auditor.compare import since

        before = dict(self.looked)
        self.looked.update({report.document.label: report for report in reports})
        return [
            (report, since(before[report.document.label], report))
            for report in reports
            if report.document.label in before
        ]


def prepared(asked: Reporting, *, silent: bool = False, watched: bool = False) -> Outputs:
    """Return the outputs that ``asked`` names; raises ``InputError`` where one cannot be written.

    ``silent`` keeps the standard output for something else; ``watched``: the same stories will be reported on again.
    """
    outputs = [parse_output(value, FORMATS) for value in asked.outputs]
    shortcuts = {"html": asked.html, "json": asked.json, "sarif": asked.sarif}
    outputs += [Output(name, target) for name, target in shortcuts.items() if target]
    if asked.format_name != TERMINAL or all(output.target != STDOUT for output in outputs):
        outputs.insert(0, Output(asked.format_name, STDOUT))
    if asked.annotate and asked.redact:
        raise InputError("Annotated copies show the copy, which --redact keeps out of sight; leave one of the two out.")
    if silent and asked.redact:
        raise InputError("The fixes show the copy, which --redact keeps out of sight; leave one of the two out.")
    if silent:
        outputs = [output for output in outputs if output != Output(TERMINAL, STDOUT)]
        if any(output.target == STDOUT for output in outputs):
            raise InputError("The fixes and a report cannot both go to the standard output; give the report a file.")
    ready(outputs)
    level = Severity.NEUTRAL if asked.level == "all" else Severity(asked.level)
    return Outputs(
        tuple(outputs),
        earlier_reports(asked.earlier),
        asked.split_assets,
        asked.redact,
        asked.color,
        level,
        asked.annotate,
        asked.quiet,
        asked.statistics,
        asked.signature,
        {} if watched else None,
    )


def coloured(color: str) -> bool:
    """Tell whether the report on the standard output has colours, ``color`` being the option's value."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):  # https://no-color.org: set and not empty
        return False
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
