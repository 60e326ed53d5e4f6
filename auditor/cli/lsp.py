"""``auditor lsp``: findings in the editor that is open already."""

from __future__ import annotations

from pathlib import Path

import click

from auditor.cli.options import House, house_options, server_option
from auditor.cli.sources import Sources
from auditor.config import EngineSettings
from auditor.model import InputError


@click.command()
@house_options
@click.option("--offline", is_flag=True, help="Never download anything.")
@click.option("--no-languagetool", is_flag=True, help="Do without LanguageTool.")
@server_option
def lsp(house: House, offline: bool, no_languagetool: bool) -> int:
    """Show findings in an editor: speak the Language Server Protocol on the standard streams.

    The editor starts this. Findings are shown as they are made, each with what may be done about it. A source
    that lies beside a story is used, as in a check.
    """
    try:
        from auditor.live.lsp import serve
    except ModuleNotFoundError as error:
        raise InputError(
            f"The language server needs {error.name}, which is not installed; install translation-auditor[lsp]."
        ) from None
    from auditor.live.bench import Bench

    engine = EngineSettings(enabled=not no_languagetool, offline=offline)
    serve(Bench(engine, house.asked(), Path(house.config) if house.config else None, Sources(None).of))
    return 0
