"""The one ordered list of checks; other packages add theirs by the entry-point group ``auditor.checks``."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import entry_points

from auditor.checks.base import Check, Rule
from auditor.checks.languagetool import LanguageToolCheck
from auditor.checks.pack import shipped_packs
from auditor.config import EngineSettings

CODE_CHECKS: tuple[Check, ...] = ()
"""Checks written as code, in the order in which their findings are collected."""


def checks(engine: EngineSettings | None = None) -> tuple[Check, ...]:
    """Return every check: LanguageTool, our own in code, the packs, then those of other packages."""
    theirs: tuple[Check, ...] = tuple(point.load() for point in entry_points(group="auditor.checks"))
    return (LanguageToolCheck(engine or EngineSettings()), *CODE_CHECKS, *shipped_packs(), *theirs)


def rules() -> Iterator[tuple[Check, Rule]]:
    """Yield each rule with its check, in registry order."""
    for check in checks():
        for rule in check.rules:
            yield check, rule
