"""``auditor review``: the page of one story, on which it is corrected and saved."""

from __future__ import annotations

import webbrowser
from contextlib import suppress

import click

from auditor.cli.options import House, house_options, server_option
from auditor.cli.saying import show_lines
from auditor.cli.sources import Sources
from auditor.config import EngineSettings


@click.command()
@click.argument("story", metavar="STORY")
@click.option("--source", metavar="FILE", help="The story that was translated.")
@click.option("--no-browser", is_flag=True, help="Print the address, and open no browser.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port; without, any that is free.")
@house_options
@click.option("--offline", is_flag=True, help="Never download anything.")
@click.option("--no-languagetool", is_flag=True, help="Do without LanguageTool.")
@server_option
def review(
    story: str, source: str | None, no_browser: bool, port: int, house: House, offline: bool, no_languagetool: bool
) -> int:
    """Correct a story on its page: every edit is audited again, and saving writes the file.

    The page is open to whoever has its address, which holds a secret, on this machine alone. Saving leaves the record
    of the review beside the story, STORY.review.json. It ends when the page is closed, or with Ctrl-C.
    """
    from auditor.live.bench import Bench
    from auditor.live.review import Review, ReviewServer

    engine = EngineSettings(enabled=not no_languagetool, offline=offline)
    bench = Bench(engine, house.asked(), house.file(), Sources(source).of)
    server = ReviewServer(Review(story, bench), port)
    show_lines(server.address)
    if not no_browser:
        webbrowser.open(server.address)
    with suppress(KeyboardInterrupt):
        server.work(server.ended)
    return 0
