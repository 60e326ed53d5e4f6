"""JSON lines: one finding per line, each as in the JSON report, with its story's name and verdict.

A check that did not run has a line of its own, with ``not_run`` in place of the finding's fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from auditor.model import Report
from auditor.render.json import encode
from auditor.text.visible import json_text


def render(reports: Sequence[Report]) -> str:
    """Return one line per finding, in the order of the text, then one per check that did not run."""
    return "".join(json_text(line) + "\n" for report in reports for line in _lines(report))


def _lines(report: Report) -> Iterator[dict[str, Any]]:
    story = {"file": report.document.label, "outcome": report.verdict.outcome.value}
    encoded = encode(report)
    for finding in encoded["findings"]:
        yield {**story, **finding}
    for skipped in encoded["skipped"]:
        yield {**story, "not_run": skipped}
