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
    from auditor.engines.languagetool import server_status

    found = server_status()
    if found is None:
        click.echo("No LanguageTool server is running.")
        return
    rest = max(found.idle_seconds - found.seconds_since_use, 0)
    click.echo(f"LanguageTool is running at {found.url} (process {found.java_pid}).")
    click.echo(f"It was used {found.seconds_since_use:.0f} s ago and stops in {rest:.0f} s if it is not used.")


@server.command()
def stop() -> None:
    """Stop the server, if one is running."""
    from auditor.engines.languagetool import stop_server

    click.echo("Stopped." if stop_server() else "No LanguageTool server is running.")
