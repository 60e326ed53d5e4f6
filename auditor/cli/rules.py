"""``auditor rules`` and ``auditor explain``: what the auditor looks for, from the rules themselves."""

from __future__ import annotations

import difflib
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditor.cli.output import STDOUT, write
from auditor.cli.saying import say, show_lines
from auditor.model import Example, InputError
from auditor.text.visible import json_text

if TYPE_CHECKING:
    from auditor.checks.base import Check, Rule

WIDTH = 96

_LANGUAGETOOL = re.compile(r"(?:languagetool/)?[A-Z][A-Z0-9_]*_[A-Z0-9_]+(?:\[\d+\])?")
_LANGUAGETOOLS = (
    "{name} is a rule of LanguageTool, which tells with each finding what is wrong. Whoever wants none of it names it "
    "in “disable”. LanguageTool's own page of a rule: https://community.languagetool.org/rule/show/ID?lang=en, with "
    "the rule in place of ID."
)


@click.command()
@click.option("--check", "check_id", metavar="ID", help="Only the rules of this check or pack.")
@click.option(
    "--pack", "pack_file", metavar="FILE", help="Try a pack of your own and list its rules instead of the shipped ones."
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="A list to read, or everything about each rule.",
)
def rules(check_id: str | None, pack_file: str | None, format_name: str) -> None:
    """List the rules: id, severity, confidence, and in a line what is wrong.

    LanguageTool's own rules are not among them.
    """
    known = _rules_of(pack_file)
    found = [(check, rule) for check, rule in known if check_id in {None, check.id}]
    if not found:
        raise InputError(_unknown("check", str(check_id), [check.id for check, _ in known]))
    if format_name == "json":
        write(STDOUT, json_text([_described(*pair) for pair in found], indent=2) + "\n")
        return
    width = max(len(rule.id) for _, rule in found)
    for _, rule in found:
        show_lines(f"{rule.id:<{width}}  {rule.severity:<8}  {rule.confidence:<6}  {rule.summary}")


@click.command()
@click.argument("name", metavar="ID")
def explain(name: str) -> None:
    """Explain a rule: what is wrong, why it matters, what it flags and what it lets pass.

    ID is a rule, a check or pack, also one of the packs that the settings of this folder name; a rule of LanguageTool;
    or a word list that rules use, such as calendar.months.
    """
    from auditor.config import word_lists

    known = list(_every_rule())
    lists = word_lists()
    if pairs := [(check, rule) for check, rule in known if rule.id == name]:
        show_lines(*_page(*pairs[0]).split("\n"))
    elif pairs := [(check, rule) for check, rule in known if check.id == name]:
        show_lines(*_overview(pairs))
    elif name in lists:
        show_lines(*textwrap.wrap(", ".join(lists[name]), WIDTH))
    elif _LANGUAGETOOL.fullmatch(name):
        show_lines(*textwrap.wrap(_LANGUAGETOOLS.format(name=name), WIDTH, break_long_words=False))
    else:
        ids = [rule.id for _, rule in known] + [check.id for check, _ in known] + list(lists)
        raise InputError(_unknown("rule", name, ids))


def _every_rule() -> Iterator[tuple[Check, Rule]]:
    """Yield all that may speak in this folder: what is registered, and the desk's own."""
    from auditor.checks.registry import desk_packs
    from auditor.checks.registry import rules as registered
    from auditor.cli.stories import STDIN
    from auditor.config import settings_for

    yield from registered()
    yield from ((pack, rule) for pack in desk_packs(settings_for(STDIN).packs) for rule in pack.rules)


def _rules_of(pack_file: str | None) -> list[tuple[Check, Rule]]:
    """Return the rules of a desk's pack, every example tried, or all registered ones."""
    if pack_file is None:
        from auditor.checks.registry import rules as registered

        return list(registered())
    from auditor.checks.desk_packs import load_pack
    from auditor.checks.upgrade import movable

    pack = load_pack(Path(pack_file))
    if listing := sum(bool(movable(entry)) for entry in pack.entries):
        how = f"to have rows: auditor pack upgrade {pack_file}"
        say(f"{listing} rules of {pack_file} list words in an expression; {how}")
    return [(pack, rule) for rule in pack.rules]


def _unknown(kind: str, name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, dict.fromkeys(known), n=3)
    advice = f"did you mean {' or '.join(f'“{other}”' for other in near)}?" if near else "see: auditor rules"
    return f"There is no {kind} “{name}”; {advice}"


def _overview(pairs: list[tuple[Check, Rule]]) -> list[str]:
    width = max(len(rule.id) for _, rule in pairs)
    lines = [f"{rule.id:<{width}}  {rule.summary}" for _, rule in pairs]
    description = getattr(pairs[0][0], "description", "")
    return [*textwrap.wrap(description, WIDTH), *([""] if description else []), *lines]


def _page(check: Check, rule: Rule) -> str:
    languages = f", translations from {', '.join(rule.source_languages)}" if rule.source_languages else ""
    facts = f"{rule.category}, {rule.severity}, confidence {rule.confidence}{languages}; check {check.id}"
    origin = f"From: {rule.origin}." if rule.origin else ""
    paragraphs = [rule.id, *_wrapped(rule.summary), *_wrapped(rule.why), *_wrapped(origin), facts]
    for title, examples in (("Flags:", rule.flags), ("Lets pass:", rule.passes)):
        if examples:
            paragraphs.append("\n".join((title, *map(_shown, examples))))
    return "\n\n".join(paragraphs)


def _wrapped(text: str) -> list[str]:
    return [textwrap.fill(paragraph, WIDTH) for paragraph in text.split("\n\n") if paragraph.strip()]


def _shown(example: Example) -> str:
    lines = textwrap.fill(example.shown(), WIDTH, initial_indent="  - ", subsequent_indent="    ")
    if example.source is None:
        return lines
    source = f"({example.source_language}: {example.source})"
    return f"{lines}\n{textwrap.fill(source, WIDTH, initial_indent='    ', subsequent_indent='    ')}"


def _described(check: Check, rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "check": check.id,
        "summary": rule.summary,
        "why": rule.why,
        "category": rule.category,
        "severity": rule.severity,
        "confidence": rule.confidence,
        "source_languages": list(rule.source_languages),
        "flags": [example.text for example in rule.flags],
        "passes": [example.text for example in rule.passes],
    }
