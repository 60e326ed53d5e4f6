"""What one rule tells of a translation beside its source."""

from __future__ import annotations

from typing import Protocol

import pytest

from auditor import audit
from auditor.checks.registry import own_checks
from auditor.model import Finding
from auditor.segmentation import document_from_text


class Told(Protocol):
    """The findings of a rule in ``target``, a translation of ``source``, which is in ``language``."""

    def __call__(self, rule: str, target: str, source: str, language: str) -> list[Finding]: ...


@pytest.fixture(scope="session")
def told() -> Told:
    def findings(rule: str, target: str, source: str, language: str) -> list[Finding]:
        report = audit(
            document_from_text("target", target, furniture=False),
            source=document_from_text("source", source, furniture=False, language=language),
            source_language=language,
            checks=[check for check in own_checks() if check.id == rule],
        )
        return [finding for finding in report.findings if finding.rule == rule]

    return findings
