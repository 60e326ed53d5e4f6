"""``auditor rules``: what the auditor looks for, from the rules themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditor.cli import completion
from auditor.cli.desk import tell_old_form
from auditor.cli.explain import unknown
from auditor.cli.output import STDOUT, write
from auditor.cli.saying import say, show_lines
from auditor.model import InputError
from auditor.render.wording import count
from auditor.text.visible import json_text

if TYPE_CHECKING:
    from auditor.checks.base import Check, Rule


@click.command()
@click.option(
    "--check",
    "check_id",
    metavar="ID",
    shell_complete=completion.checks,
    help="Only the rules of this check or pack.",
)
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
        raise InputError(unknown("check", str(check_id), [check.id for check, _ in known]))
    if format_name == "json":
        write(STDOUT, json_text([_described(*pair) for pair in found], indent=2) + "\n")
        return
    width = max(len(rule.id) for _, rule in found)
    for _, rule in found:
        show_lines(f"{rule.id:<{width}}  {rule.severity:<8}  {rule.confidence:<8}  {rule.summary}")


def _rules_of(pack_file: str | None) -> list[tuple[Check, Rule]]:
    """Return the rules of a desk's pack, every example tried, or all registered ones.

    Raises ``PackError`` for a desk's pack that no audit would take. A shipped one, on trial, has the ids that it has.
    """
    if pack_file is None:
        from auditor.checks.registry import rules as registered

        return list(registered())
    from auditor.checks.desk_packs import load_pack
    from auditor.checks.pack import shipped_packs
    from auditor.checks.registry import desk_packs

    path = Path(pack_file)
    shipped = path.name in {f"{pack.id}.toml" for pack in shipped_packs()}
    pack = load_pack(path) if shipped else desk_packs([path])[0]
    tell_old_form(pack, pack_file)
    rows = sum(len(entry.rows) for entry in pack.entries)
    say(f"{pack_file}: {count(len(pack.rules), 'rule')} and {count(rows, 'row')}, every example tried")
    return [(pack, rule) for rule in pack.rules]


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
