"""Who says so: the LanguageTool rule behind a finding."""

from __future__ import annotations

from auditor.engines.languagetool import Match
from auditor.model import Evidence


def evidence(match: Match, software: str) -> Evidence:
    """Return the rule of ``match`` with its sub-rule and description, as said by ``software``."""
    rule = f"{match.rule_id}[{match.sub_id}]" if match.sub_id else match.rule_id
    return Evidence(software, f"{rule}: {match.description}" if match.description else rule)
