"""What each kind of LanguageTool finding means to us: MQM category, severity, confidence, or silence."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib import resources
from typing import Any

from auditor.model import Category, Confidence, Severity

Entry = Mapping[str, Any]
"""A line of the table, as written in ``mapping.toml``."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """How a LanguageTool finding is reported."""

    category: Category
    severity: Severity
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Treatments:
    """The shipped table: what is said of unknown words, issue types, categories and single rules."""

    readings: Mapping[str, Entry]
    issue_types: Mapping[str, Entry]
    categories: Mapping[str, Entry]
    rules: tuple[Entry, ...]

    def treatment(self, rule_id: str, category_id: str, issue_type: str) -> Treatment | None:
        """Return how a finding is reported, or None where it is not.

        A category or issue type that the table does not know (a later LanguageTool's) is reported as
        information only.
        """
        return _treatment({**self._family(category_id, issue_type), **self._rule(rule_id)})

    def reason(self, rule_id: str, category_id: str, issue_type: str) -> str:
        """Return why the table treats a finding as it does, in words; empty where it does not say."""
        entry = {**self._family(category_id, issue_type), **self._rule(rule_id)}
        return str(entry.get("silent") or entry.get("reason", ""))

    def names(self, rule_id: str) -> bool:
        """Tell whether the table has an entry of its own for ``rule_id``."""
        return bool(self._rule(rule_id))

    def settles(self, rule_id: str) -> bool:
        """Tell whether that entry says how ``rule_id`` is reported, whatever its category."""
        return bool(self._rule(rule_id).keys() & {"silent", "category"})

    def treatment_of_word(self, reading: str) -> Treatment | None:
        """Return how an unknown word that is read as ``reading`` is reported, or None where it is not."""
        return _treatment(self.readings[reading])

    def _family(self, category_id: str, issue_type: str) -> Entry:
        entry = self.categories.get(category_id, {"deferred": True})
        if entry.get("deferred"):
            return self.issue_types.get(issue_type, self.issue_types["uncategorized"])
        return entry

    def _rule(self, rule_id: str) -> Entry:
        named = (entry for entry in self.rules if any(fnmatchcase(rule_id, name) for name in entry["ids"]))
        return next(named, {})


@cache
def table() -> Treatments:
    """Return the shipped table, ``mapping.toml`` beside this module."""
    text = (resources.files(__package__) / "mapping.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Treatments(data["readings"], data["issue_types"], data["categories"], tuple(data["rules"]))


def _treatment(entry: Entry) -> Treatment | None:
    if "silent" in entry:
        return None
    return Treatment(Category(entry["category"]), Severity(entry["severity"]), Confidence(entry["confidence"]))
