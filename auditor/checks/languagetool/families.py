"""What `auditor rules` shows for LanguageTool: its findings in families, each with examples."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from auditor.checks.base import Example, Rule
from auditor.checks.languagetool.mapping import table
from auditor.checks.languagetool.spelling import WordKind


@cache
def rules() -> tuple[Rule, ...]:
    """Return one rule per family, in the order of ``families.toml``."""
    return tuple(rule for rule, _ in _families())


def words_rule(reading: WordKind) -> Rule:
    """Return the rule under which an unknown word that is read as ``reading`` is reported."""
    return next(rule for rule, entry in _families() if reading in entry.get("readings", ()))


def family_of(category_id: str) -> Rule | None:
    """Return the rule that describes LanguageTool's category, or None where the table silences it."""
    return next((rule for rule, entry in _families() if category_id in entry.get("categories", ())), None)


@cache
def _families() -> tuple[tuple[Rule, dict[str, Any]], ...]:
    text = (resources.files(__package__) / "families.toml").read_text(encoding="utf-8")
    return tuple((_rule(entry), entry) for entry in tomllib.loads(text)["family"])


def _rule(entry: dict[str, Any]) -> Rule:
    if "readings" in entry:
        treatment = table().treatment_of_word(entry["readings"][0])
    else:
        treatment = table().treatment("", entry["categories"][0], "")
    assert treatment is not None, f"{entry['id']} describes findings that mapping.toml silences"
    return Rule(
        id=entry["id"],
        summary=entry["summary"],
        why=entry["why"].strip(),
        category=treatment.category,
        severity=treatment.severity,
        confidence=treatment.confidence,
        flags=tuple(map(Example, entry["flags"])),
        passes=tuple(map(Example, entry["passes"])),
    )
