"""The one list of report formats: what each is for, and what its readers may rely on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module

from auditor.model import InputError, Report


class Stability(StrEnum):
    """What a format promises to those who read it by program."""

    MACHINE = "machine"
    """Ours, versioned: fields are added, never changed or removed, within one schema version."""

    INTEGRATION = "integration"
    """Another tool's contract: follows that tool, and the wording may change between releases."""

    HUMAN = "human"
    """For eyes only: may change in any release; do not parse it."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to show reports; ``module`` holds its ``render(reports) -> str``, imported when used."""

    name: str
    summary: str
    stability: Stability
    module: str


FORMATS = {
    each.name: each
    for each in (
        Format("json", "all of the report, with a JSON Schema", Stability.MACHINE, "auditor.render.json"),
        Format("jsonl", "one finding per line", Stability.MACHINE, "auditor.render.jsonl"),
        Format("line", "path:line:column: severity rule message", Stability.INTEGRATION, "auditor.render.line"),
        Format("csv", "one finding per row, for spreadsheets", Stability.MACHINE, "auditor.render.csv"),
        Format("sarif", "SARIF 2.1.0, for code scanning", Stability.INTEGRATION, "auditor.render.sarif"),
        Format("github", "GitHub annotations", Stability.INTEGRATION, "auditor.render.github"),
        Format("gitlab", "GitLab code quality", Stability.INTEGRATION, "auditor.render.gitlab"),
        Format("junit", "JUnit XML, for test reports", Stability.INTEGRATION, "auditor.render.junit"),
        Format("checkstyle", "Checkstyle XML", Stability.INTEGRATION, "auditor.render.checkstyle"),
        Format("rdjson", "reviewdog's JSON", Stability.INTEGRATION, "auditor.render.rdjson"),
        Format("marot", "TSV for Google's MQM viewer", Stability.INTEGRATION, "auditor.render.marot"),
        Format("markdown", "a summary for a comment or a page", Stability.HUMAN, "auditor.render.markdown"),
        Format("html", "one page to read in a browser", Stability.HUMAN, "auditor.render.html"),
    )
}
"""Every format for files by name; the terminal's, which depends on the terminal, is not among them."""


def render(name: str, reports: Sequence[Report]) -> str:
    """Return ``reports`` in the format called ``name``; the same reports give the same text.

    Raises ``InputError`` where there is no such format, and for several reports on one HTML page.
    """
    if name not in FORMATS:
        raise InputError(f"There is no report format “{name}”; use one of: {', '.join(FORMATS)}.")
    if name == "html":
        return _page(reports)
    text: str = import_module(FORMATS[name].module).render(reports)
    return text


def _page(reports: Sequence[Report]) -> str:
    if len(reports) != 1:
        raise InputError(f"An HTML page holds one story, not {len(reports)}; write it to a file to get an index.")
    from auditor.render.html import render as render_page

    return render_page(reports[0])
