"""``auditor stale``: what of a translation still holds after its source was updated."""

from __future__ import annotations

import shutil

import click

from auditor.cli.gate import CLOSED, OPEN
from auditor.cli.options import TERMINAL, color_option
from auditor.cli.output import STDOUT, Output, ready, write
from auditor.cli.reporting import coloured
from auditor.config import NEVER, settings_for
from auditor.model import Staleness

FORMATS = (TERMINAL, "json", "html")


@click.command()
@click.argument("old_source", metavar="OLD-SOURCE")
@click.argument("new_source", metavar="NEW-SOURCE")
@click.argument("story", metavar="STORY")
@click.option(
    "--fail-on",
    type=click.Choice(("stale", NEVER)),
    default=NEVER,
    show_default=True,
    help="Exit 1 where anything of the story is stale, is missing or is to go.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default=TERMINAL,
    show_default=True,
    help="The report on the standard output.",
)
@click.option("--html", metavar="FILE", help="Write the two versions and the story side by side as a page as well.")
@click.option("--json", "json_file", metavar="FILE", help="Write the report as JSON as well.")
@click.option("--config", metavar="FILE", help="The desk’s settings; without, the nearest auditor.toml is used.")
@click.option("--source-lang", metavar="CODE", help="The source’s language, such as fr; guessed if not given.")
@color_option
def stale(
    old_source: str,
    new_source: str,
    story: str,
    fail_on: str,
    format_name: str,
    html: str | None,
    json_file: str | None,
    config: str | None,
    source_lang: str | None,
    color: str,
) -> int:
    """Say what of a translation still holds after its source was updated.

    OLD-SOURCE is the version that STORY translates, NEW-SOURCE the one of today. Sentences that tell a figure, a
    name or another fact that has changed are named, and what is to be added or taken out; mere rewording of
    the source is left alone.
    """
    from pathlib import Path

    from auditor.stale import staleness

    outputs = [Output(name, file) for name, file in (("html", html), ("json", json_file)) if file]
    if format_name != TERMINAL or all(output.target != STDOUT for output in outputs):
        outputs.insert(0, Output(format_name, STDOUT))
    ready(outputs)
    asked: dict[str, object] = {"source-lang": source_lang} if source_lang else {}
    settings = settings_for(story, asked, Path(config) if config else None)
    told = staleness(old_source, new_source, story, source_language=settings.source_language)
    for output in outputs:
        write(output.target, _shown(output.format, told, color))
    return CLOSED if fail_on != NEVER and told.due else OPEN


def _shown(name: str, told: Staleness, color: str) -> str:
    if name == "html":
        from auditor.render.html import render_stale

        return render_stale(told)
    if name == "json":
        from auditor.render.stale import render

        return render(told)
    from auditor.render.terminal.stale import render as render_terminal

    return render_terminal(told, width=shutil.get_terminal_size().columns, colour=coloured(color))
