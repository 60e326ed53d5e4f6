"""``docs/cli.md`` says what ``--help`` says; set ``AUDITOR_UPDATE_SNAPSHOTS=1`` to write it anew."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from auditor.cli import main
from auditor.render import FORMATS

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"

SETTINGS = {"terminal_width": 80, "help_option_names": main.context_settings["help_option_names"]}

HEAD = """\
# The command line

This page is made from the `--help` of every command by `tests/cli/test_docs.py`.
"""

FORMATS_HEAD = """\
## Report formats

For `--format NAME` and `--output NAME=FILE`. What a program may rely on:

- **machine**: ours and versioned; within one schema version fields are added, never changed or removed.
- **integration**: another tool's contract; it follows that tool, and the wording may change.
- **human**: for eyes only; it may change in any release, so do not parse it.

| Name | What it is | Stability |
| --- | --- | --- |
| `terminal` | the report on your screen | human |
"""


def commands(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    """Yield the path and the help of ``command`` and of every command below it."""
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            yield from commands(child, click.Context(child, context, name, **SETTINGS))


def page() -> str:
    context = click.Context(main, info_name="auditor", **SETTINGS)
    parts = [HEAD]
    parts += [f"## `{path}`\n\n```text\n{text}\n```\n" for path, text in commands(main, context)]
    rows = (f"| `{each.name}` | {each.summary} | {each.stability} |\n" for each in FORMATS.values())
    return "\n".join([*parts, FORMATS_HEAD + "".join(rows)])


def test_the_page_on_the_command_line_is_current():
    if os.environ.get("AUDITOR_UPDATE_SNAPSHOTS"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()
