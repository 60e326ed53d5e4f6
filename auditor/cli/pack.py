"""``auditor pack``: begin a pack of rules, and tell the phrases of an old one in rows."""

from __future__ import annotations

from pathlib import Path

import click

from auditor.cli.output import write
from auditor.cli.saying import show_lines
from auditor.files import PACK, read_text
from auditor.model import InputError

SKELETON = """\
id = "{name}"
name = "{title}"
description = "What our desk writes, and what it does not."

[[rule]]
id = "{name}-commence"
message = "Write “begin”, not “{{match}}”."
why = "We use the short word."
category = "style/third-party-style"
severity = "minor"
confidence = "high"
rows = [{{ phrase = "~commence", write = "~begin", flag = "The trial will [[commence]] on Monday." }}]
passes = ["The trial will begin on Monday.", "She spoke at the commencement.", "We recommend the fish."]
"""


@click.group()
def pack() -> None:
    """Begin a pack of rules, or bring an old one up to date."""


@pack.command()
@click.argument("file")
def new(file: str) -> None:
    """Write a pack with one rule to FILE, to go on from."""
    path = Path(file)
    if path.exists():
        raise InputError(f"The file {file} is there already; name another, or add your rule to it.")
    name = "-".join(path.stem.lower().split()) or "desk"
    write(file, SKELETON.format(name=name, title=name.replace("-", " ").capitalize()))
    show_lines(f"Written: {file}. Try it: auditor rules --pack {file}")


@pack.command()
@click.argument("file")
def upgrade(file: str) -> None:
    """Tell the rules of FILE that list words in an expression as rows, each phrase by itself."""
    from auditor.checks.upgrade import upgraded

    path = Path(file)
    found = upgraded(read_text(path, PACK), path.name)
    if found.moved:
        write(file, found.text)
    rules = ", ".join(found.moved) or "none, its expressions are patterns"
    show_lines(f"Rules of {file} that are rows now: {rules}. Try it: auditor rules --pack {file}")
