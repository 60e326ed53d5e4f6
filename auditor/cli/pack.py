"""``auditor pack``: begin a pack of rules, and tell the phrases of an old one in rows."""

from __future__ import annotations

import shlex
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
message = "Our desk does not write “{{match}}”."
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
    show_lines(f"Written: {file}. {_trial(file)}")


@pack.command()
@click.argument("file")
def upgrade(file: str) -> None:
    """Rewrite FILE: rules that list words in an expression get rows, each phrase by itself; the rest stays."""
    from auditor.checks.upgrade import upgraded

    path = Path(file)
    found = upgraded(read_text(path, PACK), path.name)
    if found.moved:
        write(file, found.text)
        show_lines(f"Rewritten: {file}. Rules that have rows now: {', '.join(found.moved)}. {_trial(file)}")
    else:
        show_lines(f"No rule of {file} lists words alone in an expression; nothing was changed.")
    if found.left:
        show_lines(f"Left as they are, since their expression is more than a list of words: {', '.join(found.left)}.")


def _trial(file: str) -> str:
    return f"Try it: auditor rules --pack {shlex.quote(file)}"
