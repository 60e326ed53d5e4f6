"""``auditor setup``: bring LanguageTool here, or a neural model."""

from __future__ import annotations

import click

from auditor.cli.saying import say, show_lines
from auditor.config import EngineSettings


@click.command()
@click.option(
    "--from",
    "origin",
    metavar="FOLDER_OR_URL",
    help="A folder with the jars, or a Maven mirror, instead of the public repository.",
)
@click.option(
    "--neural",
    "model",
    metavar="MODEL",
    help="Make this COMET model ready for --neural instead: a name at the Hugging Face hub, or a checkpoint.",
)
def setup(origin: str | None, model: str | None) -> None:
    """Download LanguageTool into your cache, or repair it.

    What is there already is kept, so a broken download goes on where it stopped. “auditor check” does this by
    itself on first use; this command is for preparing a machine, such as one that will have no network.

    With --neural it installs unbabel-comet apart from everything else (some 6 GB, once), fetches the model, says
    under which licence it is given and loads it.
    """
    if model is None:
        _languagetool(origin)
    else:
        _neural(model)


def _languagetool(origin: str | None) -> None:
    from auditor.cli.progress import conversation
    from auditor.engines import languagetool

    with conversation() as talk:
        folder = languagetool.make_ready(EngineSettings(mirror=origin, progress=talk.fetching))
    show_lines(f"LanguageTool {languagetool.version()} is ready in {folder}")


def _neural(model: str) -> None:
    from auditor.engines import neural

    say(neural.licence(model))
    ready = neural.provision(model)
    show_lines(
        f"{ready.name} {ready.version} is ready, with unbabel-comet {ready.comet}; {_takes(ready.needs, ready.uses)}"
    )


def _takes(needs: frozenset[str], uses: frozenset[str]) -> str:
    options = {"src": "--source", "ref": "--reference"}
    told = f"it needs {' and '.join(options[text] for text in options if text in needs)}"
    more = [options[text] for text in options if text in uses - needs]
    return f"{told} and can use {' and '.join(more)}" if more else told
