"""``auditor serve``: findings for the clients of LanguageTool."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from auditor.cli.options import House, house_options, server_option
from auditor.cli.saying import show_lines
from auditor.cli.sources import Sources
from auditor.client.place import ForeignError
from auditor.config import EngineSettings
from auditor.model import AuditorError

PORT = 8010


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0: any that is free.")
@click.option(
    "--allow-origin",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    help="A page or an extension of a browser that may ask, such as moz-extension://…; repeatable.",
)
@click.option("--no-token", is_flag=True, help="Answer without a token: any process on this machine may ask.")
@house_options
@click.option("--offline", is_flag=True, help="Never download anything.")
@click.option("--no-languagetool", is_flag=True, help="Do without LanguageTool.")
@server_option
def serve(
    port: int, origins: tuple[str, ...], no_token: bool, house: House, offline: bool, no_languagetool: bool
) -> int:
    """Answer as LanguageTool does, for its clients, on this machine alone.

    It ends with Ctrl-C. The address to give to a client of LanguageTool is printed. It holds a token that stays
    the same for this user. A form may have a field “source” with the story that was translated.
    """
    from auditor.live.bench import Bench
    from auditor.live.http import LanguageToolServer, token

    try:
        key = None if no_token else token()
    except (ForeignError, OSError) as error:
        raise AuditorError(f"The token cannot be kept ({error}); move its folder with AUDITOR_STATE_DIR.") from None
    engine = EngineSettings(enabled=not no_languagetool, offline=offline)
    bench = Bench(engine, house.asked(), Path(house.config) if house.config else None, Sources(None).of)
    server = LanguageToolServer(bench, port, key, frozenset(origins))
    show_lines(server.address)
    with suppress(KeyboardInterrupt):
        server.work()
    return 0
