"""The pages of the rules say what the rules say; set ``AUDITOR_UPDATE_SNAPSHOTS=1`` to write them anew."""

from __future__ import annotations

import os
import re
from itertools import groupby
from pathlib import Path

from auditor.checks.base import Check, Rule
from auditor.checks.desk_packs import load_pack
from auditor.checks.languagetool import LanguageToolCheck
from auditor.checks.pack import PackCheck
from auditor.checks.registry import DOUBTS, LABELS, WEIGHED, own_checks, page_of, rules
from auditor.config import EngineSettings
from auditor.model import Category, Example, Term

DOCS = Path(__file__).parents[2] / "docs"
FAMILIES = "rules"
"""The folder of the families' pages, beside the index."""

ABOUT = {
    "code": ("Checks in code", "what takes the whole story, or more than a pattern, to see."),
    "reader": ("Checks that a reader decides", "what runs where a reader takes part, and only there."),
    "labels": ("Labels", "what runs where the desk asks for labels."),
    "doubts": ("Doubts", "what is marked beside the findings."),
    "languagetool": ("LanguageTool", "what its some 3,000 rules find, in families."),
}
"""The title of each page that is not a pack's, and what it is about."""


def pages() -> dict[str, str]:
    """Return the pages by their name under ``docs``: an index, and a page for the checks in code and for each pack."""
    every = (*own_checks(), *WEIGHED, *LABELS, *DOUBTS, LanguageToolCheck(EngineSettings()))
    pairs = [(check, rule) for check in every for rule in check.rules]
    index = [
        "# The rules",
        "",
        "Every example on these pages is a test: the rule flags the words in `[[marks]]` and leaves the others alone.",
        "`auditor explain ID` shows a single rule, [benchmarks/rules.md](../benchmarks/rules.md) how often each speaks",
        "on native and on translated news. How a phrase is added tells [writing-a-pack.md](writing-a-pack.md), how a",
        "check in code [writing-a-check.md](writing-a-check.md). These pages are generated from the rules themselves.",
        "",
    ]
    found: dict[str, str] = {}
    for (name, title, about, home), group in groupby(pairs, key=lambda pair: _family(pair[0])):
        rules = [rule for _, rule in group]
        index.append(f"- [{title}]({FAMILIES}/{name}.md): {about}")
        opening = f"{about[0].upper()}{about[1:]} {home}"
        lines = [f"# {title}", "", opening, *(line for rule in rules for line in _section(rule)), ""]
        found[f"{FAMILIES}/{name}.md"] = "\n".join(lines)
    return {f"{FAMILIES}.md": "\n".join((*index, "")), **found}


def _family(check: Check) -> tuple[str, str, str, str]:
    """Return the name of the page that ``check`` stands on, its title, what it is about, and where its rules stand."""
    page = Path(page_of(check)).stem
    if isinstance(check, PackCheck):
        return page, check.name, check.description, f"These rules stand in `auditor/{check.origin}`."
    return page, *ABOUT[page], "They stand below `auditor/checks/`, each in a file of its own or of its kind."


def _section(rule: Rule) -> list[str]:
    languages = f" · translations from {', '.join(rule.source_languages)}" if rule.source_languages else ""
    facts = f"`{rule.category}` · {rule.severity} · confidence {rule.confidence}{_beside_the_source(rule)}{languages}"
    origin = [f"From: {rule.origin}.", ""] if rule.origin else []
    lines = ["", f"## {rule.id}", "", rule.summary, "", facts, "", rule.why, "", *origin, "Flags:", ""]
    lines += [f"- {_inline(example)}" for example in rule.flags]
    lines += ["", "Lets pass:", ""]
    return lines + [f"- {_inline(example)}" for example in rule.passes]


def _beside_the_source(rule: Rule) -> str:
    """Return what a finding is worth where the source shows where it comes from, if that is more."""
    entries = (entry for check in own_checks() if isinstance(check, PackCheck) for entry in check.entries)
    source = next((entry.source for entry in entries if entry.rule.id == rule.id), None)
    if source is None or (source.severity is None and source.confidence is None):
        return ""
    return f" · beside its source {source.severity or rule.severity}, {source.confidence or rule.confidence}"


def _inline(example: Example) -> str:
    source = f" ({example.source_language}: {example.source})" if example.source else ""
    terms = "; ".join(map(_asked, example.glossary))
    label = (example.metadata.digital_source_type or "none") if example.labels and example.metadata else ""
    shown = f"`{example.shown()}`{source}{f' (glossary: {terms})' if terms else ''}"
    return shown + (f" (label: {label}; asked: {' or '.join(example.labels)})" if label else "")


def _asked(term: Term) -> str:
    return f"{term.kind} {f'{term.source} → ' if term.source else ''}{' or '.join(term.targets)}"


def test_the_pages_of_the_rules_are_current() -> None:
    current = pages()
    folder = DOCS / FAMILIES
    if os.environ.get("AUDITOR_UPDATE_SNAPSHOTS"):
        folder.mkdir(exist_ok=True)
        for name, text in current.items():
            (DOCS / name).write_text(text, encoding="utf-8")
    there = {f"{FAMILIES}.md", *(f"{FAMILIES}/{path.name}" for path in folder.iterdir())}
    assert there == current.keys()
    stale = [name for name, text in current.items() if (DOCS / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run the tests once with AUDITOR_UPDATE_SNAPSHOTS=1"


def test_every_rule_that_is_listed_has_its_heading_on_the_page_that_reports_link_to() -> None:
    described = [(rule.id, page_of(check)) for check, rule in rules() if page_of(check).startswith(FAMILIES)]
    texts = {page: (DOCS / page).read_text(encoding="utf-8") for _, page in described}
    assert [rule for rule, page in described if f"\n## {rule}\n" not in texts[page]] == []
    assert {page_of(check) for check, _ in rules()} - texts.keys() == {"neural.md"}


def test_a_desks_own_rules_are_described_by_the_page_on_packs() -> None:
    assert page_of(load_pack(DOCS / "house-style.toml")) == "writing-a-pack.md"


def test_the_page_on_packs_lists_every_category() -> None:
    _, _, section = (DOCS / "writing-a-pack.md").read_text(encoding="utf-8").partition("## Categories")
    assert re.findall(r"`([a-z/-]+)`", section.partition("## Rows")[0]) == [category.value for category in Category]
