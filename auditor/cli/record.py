"""``auditor record``: whether the record of a review still belongs to a text."""

from __future__ import annotations

from pathlib import Path

import click

from auditor.cli.saying import show_lines


@click.group()
def record() -> None:
    """Look at the record that a review leaves beside a story."""


@record.command()
@click.argument("file", metavar="RECORD")
@click.argument("story", required=False, metavar="[STORY]")
def verify(file: str, story: str | None) -> int:
    """Say whether a record belongs to a text as it is now.

    Without STORY it is held against the file beside it. Exit 0: this is the text that was reviewed; 1: it is not.
    """
    from auditor.live.record import verified

    same, told = verified(Path(file), Path(story) if story else None)
    show_lines(told)
    return 0 if same else 1
