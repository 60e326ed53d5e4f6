"""``docs/rules.md`` says what the rules say; set ``AUDITOR_UPDATE_SNAPSHOTS=1`` to write it anew."""

from __future__ import annotations

import os
from itertools import groupby
from pathlib import Path

from auditor.checks.base import Check, CodeCheck, Rule
from auditor.checks.pack import PackCheck
from auditor.checks.registry import DOUBTS, LABELS, WEIGHED, own_checks
from auditor.model import Example, Term

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def page() -> str:
    """Return the page: a chapter for the checks in code, one for each pack, a section for each rule."""
    pairs = [(check, rule) for check in (*own_checks(), *WEIGHED, *LABELS, *DOUBTS) for rule in check.rules]
    lines = [
        "# The rules",
        "",
        f"{len(pairs)} rules of our own, beside LanguageTool's. Every example on this page is a test: the rule",
        "flags the words in `[[marks]]` and leaves the others alone.",
        "`auditor explain ID` shows a single rule, [writing-a-pack.md](writing-a-pack.md) how one is added, and",
        "[benchmarks/rules.md](../benchmarks/rules.md) how often each speaks on native and on translated news.",
    ]
    for (title, about), group in groupby(pairs, key=lambda pair: _chapter(pair[0])):
        lines += ["", f"## {title}", "", about]
        for _, rule in group:
            lines += _section(rule)
    return "\n".join((*lines, ""))


def _chapter(check: Check) -> tuple[str, str]:
    if isinstance(check, PackCheck):
        return check.name, f"{check.description} (`{check.origin}`)"
    assert isinstance(check, CodeCheck)
    if check in WEIGHED:
        return "Checks that a reader decides", "What runs where a [reader](reader.md) takes part, and only there."
    if check in LABELS:
        return "Labels", "What runs where the desk asks for [labels](formats.md#what-a-file-says-of-its-story)."
    if check in DOUBTS:
        return "Doubts", "What is marked beside the findings, see [batch.md](batch.md)."
    return "Checks in code", "What takes the whole story, or more than a pattern, to see."


def _section(rule: Rule) -> list[str]:
    languages = f" · translations from {', '.join(rule.source_languages)}" if rule.source_languages else ""
    facts = f"`{rule.category}` · {rule.severity} · confidence {rule.confidence}{languages}"
    lines = ["", f"### {rule.id}", "", rule.summary, "", facts, "", rule.why, "", "Flags:", ""]
    lines += [f"- {_inline(example)}" for example in rule.flags]
    lines += ["", "Lets pass:", ""]
    return lines + [f"- {_inline(example)}" for example in rule.passes]


def _inline(example: Example) -> str:
    source = f" ({example.source_language}: {example.source})" if example.source else ""
    terms = "; ".join(map(_asked, example.glossary))
    label = (example.metadata.digital_source_type or "none") if example.labels and example.metadata else ""
    shown = f"`{example.shown()}`{source}{f' (glossary: {terms})' if terms else ''}"
    return shown + (f" (label: {label}; asked: {' or '.join(example.labels)})" if label else "")


def _asked(term: Term) -> str:
    return f"{term.kind} {f'{term.source} → ' if term.source else ''}{' or '.join(term.targets)}"


def test_the_page_of_the_rules_is_current() -> None:
    if os.environ.get("AUDITOR_UPDATE_SNAPSHOTS"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(), "run the tests once with AUDITOR_UPDATE_SNAPSHOTS=1"
