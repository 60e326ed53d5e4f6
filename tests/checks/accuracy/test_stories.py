"""The project's own stories: a good human translation gets no major from the checks that read the source."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor import audit
from auditor.checks.registry import own_checks
from auditor.model import Severity

REFERENCE = Path(__file__).parents[3] / "reference"
SOURCES = sorted(REFERENCE.glob("*/source.*.txt"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.parent.name)
def test_a_human_translation_has_no_major_beside_its_source(source: Path) -> None:
    report = audit(source.parent / "human.en.txt", source=source, checks=own_checks())
    grave = [(f.rule, f.message) for f in report.findings if f.severity.rank >= Severity.MAJOR.rank]
    assert grave == []


def test_altered_figures_of_a_machine_translation_are_found() -> None:
    folder = REFERENCE / "health"
    report = audit(folder / "target.en.txt", source=folder / "source.fr.txt", checks=own_checks())
    assert "number-altered" in {finding.rule for finding in report.findings}
