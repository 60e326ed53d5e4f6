"""``auditor setup``: bring LanguageTool here."""

from __future__ import annotations

import click

from auditor.config import EngineSettings


@click.command()
@click.option(
    "--from",
    "origin",
    metavar="FOLDER_OR_URL",
    help="A folder with the jars, or a Maven mirror, instead of the public repository.",
)
def setup(origin: str | None) -> None:
    """Download LanguageTool into your cache, or repair it.

    What is there already is kept, so a broken download goes on where it stopped. “auditor check” does this by
    itself on first use; this command is for preparing a machine, such as one that will have no network.
    """
    from auditor.cli.progress import conversation
    from auditor.engines import languagetool

    with conversation() as talk:
        jar = languagetool.provision(EngineSettings(mirror=origin, progress=talk.fetching))
    click.echo(f"LanguageTool {languagetool.version()} is ready in {jar.parent}")
