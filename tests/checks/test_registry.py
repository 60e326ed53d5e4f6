"""The registry names every check once and chooses by source language."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from statistics import median

import pytest

from auditor.analysis import Analysis
from auditor.checks import registry
from auditor.checks.base import Hit, Story, code_check, needs_source
from auditor.checks.examples import example_document, stories, unmarked
from auditor.checks.pack import shipped_packs
from auditor.config import load_profile
from auditor.model import Category, Confidence, Severity
from tests.pace import pace


@code_check(
    "french-only",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.LOW,
    flags=(),
    passes=(),
    source_languages=("fr",),
)
def french_only(story: Story) -> list[Hit]:
    """A check that looks at translations from French alone."""
    return []


def test_ids_of_checks_and_rules_are_unique() -> None:
    checks = [check.id for check in registry.checks()]
    rules = [rule.id for _, rule in registry.rules()]
    assert len(checks) == len(set(checks))
    assert len(rules) == len(set(rules))


@pytest.mark.parametrize(
    ("language", "runs", "reason"),
    [
        ("fr", True, "its own language"),
        ("fr-CA", True, "a region of it"),
        ("FR", True, "tags ignore case"),
        ("es", False, "another language"),
        (None, False, "the language is not known: only what is safe for any"),
    ],
)
def test_a_check_of_one_source_language_runs_for_that_language_alone(
    language: str | None, runs: bool, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "own_checks", lambda: (french_only,))
    assert (french_only in registry.checks_for(language)) is runs, reason


def test_a_check_that_needs_a_source_is_silent_without_one() -> None:
    needing = [check for check in registry.own_checks() if needs_source(check)]
    flags = [(check, replace(flag, source=None)) for check in needing for rule in check.rules for flag in rule.flags]
    assert {"number-altered", "content-missing", "glossary-term-missing"} <= {check.id for check in needing}
    for (check, _), story in zip(flags, stories([(unmarked(f.text)[0], f) for _, f in flags]), strict=True):
        assert list(check.run(story)) == [], check.id


def test_languagetool_runs_for_every_language() -> None:
    assert "languagetool" in {check.id for check in registry.checks_for(None)}


def test_an_entry_point_adds_a_check(monkeypatch: pytest.MonkeyPatch) -> None:
    class Point:
        @staticmethod
        def load() -> object:
            return french_only

    monkeypatch.setattr(registry, "entry_points", lambda group: [Point] if group == "auditor.checks" else [])
    registry.added_checks.cache_clear()
    try:
        assert french_only in registry.checks()
    finally:
        registry.added_checks.cache_clear()


def most_alternatives(expression: str) -> int:
    """Return how many alternatives the longest alternation of ``expression`` has."""
    counts, most = [1], 1
    for found in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", expression):
        if found[0] == "(":
            counts.append(1)
        elif found[0] == ")":
            counts.pop()
        elif found[0] == "|":
            counts[-1] += 1
            most = max(most, counts[-1])
    return most


def test_expressions_of_packs_are_short_enough_to_be_read_aloud() -> None:
    entries = [entry for pack in shipped_packs() for entry in pack.entries]
    expressions = [regex for entry in entries for regex in entry.regex]
    excuses = [text for entry in entries for text in entry.exceptions if isinstance(text, str)]
    assert max(map(most_alternatives, (*expressions, *excuses))) <= 12
    assert median(map(len, expressions)) < 90
    assert max(map(len, expressions)) < 130


def test_packs_load_at_once() -> None:
    shipped_packs.cache_clear()
    assert pace(shipped_packs) < 100


def test_rules_of_packs_take_less_than_the_parse() -> None:
    """Held against the parse in the same run: no number of seconds is the same on two machines."""
    sentence = "The council of town {} voted on Monday to lead the works at the old bridge again, officials said. "
    documents = [
        example_document("\n\n".join("".join(sentence.format(f"{run}-{n}-{k}") for k in range(4)) for n in range(40)))
        for run in range(2)  # of other words, as a process that stays warm keeps parses
    ]
    packs = shipped_packs()
    profile = load_profile("wire")
    first = Story(target=documents[0], analysis=Analysis(documents[0]), profile=profile)
    for pack in packs:  # patterns are compiled, and the parser is loaded, at first use
        list(pack.run(first))
    started = time.process_time()
    analysis = Analysis(documents[1])
    assert len(analysis.sentences) == 160
    parsed = time.process_time()
    story = Story(target=documents[1], analysis=analysis, profile=profile)
    for pack in packs:
        list(pack.run(story))
    assert time.process_time() - parsed < parsed - started
