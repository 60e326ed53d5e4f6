"""Who made a report, and where it is described: what machine-readable formats carry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from auditor.model import Report

NAME = "auditor"
FULL_NAME = "auditor, an automatic MQM-style estimate"

DOCUMENTATION = "https://git.example.org/OWNER/auditor/docs/"
"""Where the folder ``docs`` can be read; ``pyproject.toml`` has it too, and a test keeps the two alike."""

_LANGUAGETOOLS = "https://community.languagetool.org/rule/show/{}?lang=en"
_ENGINE = "languagetool/"
_NUMBERED = re.compile(r"\[\d+\]$")


def pages(reports: Sequence[Report]) -> dict[str, str]:
    """Return the address of the page of each rule of ``reports``, of silenced findings too, by the rule's id."""
    known = {rule.id: rule.page for report in reports for rule in report.rules}
    for report in reports:
        for finding in (*report.findings, *(each.finding for each in report.silenced)):
            known.setdefault(finding.rule, "")
    return {rule: _address(rule, page) for rule, page in known.items()}


def _address(rule: str, page: str) -> str:
    """Return the address of the page of ``rule``; one of LanguageTool's own stands on its site."""
    if page:
        return f"{DOCUMENTATION}{page}#{quote(rule.replace('/', ''))}"
    name = rule.removeprefix(_ENGINE)
    if name != rule:
        return _LANGUAGETOOLS.format(quote(_NUMBERED.sub("", name)))
    return f"{DOCUMENTATION}rules.md"
