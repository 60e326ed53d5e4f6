"""JSON lines: one finding per line, each as in the JSON report, with its story's name and verdict."""

from __future__ import annotations

import json
from collections.abc import Sequence

from auditor.model import Report
from auditor.render.json import encode


def render(reports: Sequence[Report]) -> str:
    """Return one line per finding, in the order of the stories and of their text."""
    return "".join(
        json.dumps(
            {"file": report.document.name, "outcome": report.verdict.outcome.value, **finding},
            ensure_ascii=False,
        )
        + "\n"
        for report in reports
        for finding in encode(report)["findings"]
    )
